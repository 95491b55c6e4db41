/** What the page says that settles open items. */
const settle = {
  title: 'Settle open items',
  party: 'Business partner',
  nothing: 'Nothing is open.',
  choose: 'Tick what settles each other: at least one debit and one credit.',
  chosen: 'Ticked: debit %{debit}, credit %{credit}',
  settle: 'Settle',
  done: 'The items were settled.',
  tick: 'Tick',
  tickItem: 'Tick %{name}',
  entry: 'Entry',
  about: 'About',
  account: 'Account',
  dueOn: 'Due',
  debit: 'Debit, open',
  credit: 'Credit, open',
  amount: 'Amount to settle',
  amountOf: 'Amount to settle of %{name}',
  asMuch: 'As much as fits',
  settledOn: 'Settled on',
  settledOnHelp: 'Empty: the first open day',
  gainAccount: 'Account for exchange gains',
  gainAccountHelp: 'Where rates differ; empty: that of the company',
  lossAccount: 'Account for exchange losses',
  lossAccountHelp: 'Where rates differ; empty: that of the company',
};

export default settle;
