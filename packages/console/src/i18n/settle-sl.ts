/** What the page says that settles open items. */
const settle = {
  title: 'Poravnaj odprte postavke',
  party: 'Poslovni partner',
  nothing: 'Nič ni odprto.',
  choose: 'Označite, kar se med seboj poravna: vsaj eno postavko v breme in eno v dobro.',
  chosen: 'Označeno: v breme %{debit}, v dobro %{credit}',
  settle: 'Poravnaj',
  done: 'Postavke so poravnane.',
  tick: 'Izbor',
  tickItem: 'Označi %{name}',
  entry: 'Knjižba',
  about: 'Zadeva',
  account: 'Konto',
  dueOn: 'Zapade',
  debit: 'V breme, odprto',
  credit: 'V dobro, odprto',
  amount: 'Znesek za poravnavo',
  amountOf: 'Znesek za poravnavo od %{name}',
  asMuch: 'Kolikor je mogoče',
  settledOn: 'Poravnano dne',
  settledOnHelp: 'Prazno: prvi odprti dan',
  gainAccount: 'Konto za tečajne dobičke',
  gainAccountHelp: 'Če se tečaja razlikujeta; prazno: konto podjetja',
  lossAccount: 'Konto za tečajne izgube',
  lossAccountHelp: 'Če se tečaja razlikujeta; prazno: konto podjetja',
};

export default settle;
