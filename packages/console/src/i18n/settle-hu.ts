/** What the page says that settles open items. */
const settle = {
  title: 'Nyitott tételek kiegyenlítése',
  party: 'Üzleti partner',
  nothing: 'Semmi sem nyitott.',
  choose: 'Jelölje meg, ami egymást kiegyenlíti: legalább egy tartozik és egy követel tételt.',
  chosen: 'Megjelölve: tartozik %{debit}, követel %{credit}',
  settle: 'Kiegyenlítés',
  done: 'A tételek kiegyenlítve.',
  tick: 'Jelölés',
  tickItem: '%{name} megjelölése',
  entry: 'Könyvelési tétel',
  about: 'Tárgy',
  account: 'Számla',
  dueOn: 'Esedékes',
  debit: 'Tartozik, nyitott',
  credit: 'Követel, nyitott',
  amount: 'Kiegyenlítendő összeg',
  amountOf: '%{name} kiegyenlítendő összege',
  asMuch: 'Amennyi lehet',
  settledOn: 'Kiegyenlítés napja',
  settledOnHelp: 'Üresen: az első nyitott nap',
  gainAccount: 'Árfolyamnyereség számlája',
  gainAccountHelp: 'Ha az árfolyam eltér; üresen: a vállalaté',
  lossAccount: 'Árfolyamveszteség számlája',
  lossAccountHelp: 'Ha az árfolyam eltér; üresen: a vállalaté',
};

export default settle;
