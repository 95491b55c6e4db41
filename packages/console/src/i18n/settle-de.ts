/** What the page says that settles open items. */
const settle = {
  title: 'Offene Posten ausgleichen',
  party: 'Geschäftspartner',
  nothing: 'Nichts ist offen.',
  choose: 'Markieren Sie, was einander ausgleicht: mindestens einen Soll- und einen Habenposten.',
  chosen: 'Markiert: Soll %{debit}, Haben %{credit}',
  settle: 'Ausgleichen',
  done: 'Die Posten sind ausgeglichen.',
  tick: 'Wahl',
  tickItem: '%{name} markieren',
  entry: 'Buchung',
  about: 'Betrifft',
  account: 'Konto',
  dueOn: 'Fällig',
  debit: 'Soll, offen',
  credit: 'Haben, offen',
  amount: 'Auszugleichender Betrag',
  amountOf: 'Auszugleichender Betrag von %{name}',
  asMuch: 'So viel wie möglich',
  settledOn: 'Ausgeglichen am',
  settledOnHelp: 'Leer: der erste offene Tag',
  gainAccount: 'Konto für Kursgewinne',
  gainAccountHelp: 'Wo Kurse abweichen; leer: das des Unternehmens',
  lossAccount: 'Konto für Kursverluste',
  lossAccountHelp: 'Wo Kurse abweichen; leer: das des Unternehmens',
};

export default settle;
