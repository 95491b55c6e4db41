/** What the page says that settles open items. */
const settle = {
  title: 'Avräkna öppna poster',
  party: 'Affärspartner',
  nothing: 'Inget är öppet.',
  choose: 'Markera det som avräknas mot varandra: minst en debet- och en kreditpost.',
  chosen: 'Markerat: debet %{debit}, kredit %{credit}',
  settle: 'Avräkna',
  done: 'Posterna avräknades.',
  tick: 'Välj',
  tickItem: 'Markera %{name}',
  entry: 'Verifikation',
  about: 'Avser',
  account: 'Konto',
  dueOn: 'Förfaller',
  debit: 'Debet, öppet',
  credit: 'Kredit, öppet',
  amount: 'Belopp att avräkna',
  amountOf: 'Belopp att avräkna av %{name}',
  asMuch: 'Så mycket som går',
  settledOn: 'Avräknas den',
  settledOnHelp: 'Tomt: första öppna dagen',
  gainAccount: 'Konto för kursvinster',
  gainAccountHelp: 'Om kurserna skiljer sig; tomt: företagets',
  lossAccount: 'Konto för kursförluster',
  lossAccountHelp: 'Om kurserna skiljer sig; tomt: företagets',
};

export default settle;
