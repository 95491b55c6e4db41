/** What the page of a batch of payments says besides what the graph tells. */
const en = {
  tab: 'File',
  download: 'Download the file',
  hint: 'Hand the file to the bank as it is. Downloaded again, it is the same.',
  noFile: 'There is no file yet. It is made once the batch is approved.',
  notYours: 'The file names single payments: payroll downloads it.',
  hash: 'SHA-256 of the file',
};

type Texts = typeof en;

const sv: Texts = {
  tab: 'Fil',
  download: 'Hämta filen',
  hint: 'Lämna filen till banken som den är. Hämtas den igen är den likadan.',
  noFile: 'Det finns ingen fil än. Den skapas när uppdraget är godkänt.',
  notYours: 'Filen innehåller enskilda betalningar: löneavdelningen hämtar den.',
  hash: 'Filens SHA-256',
};

const de: Texts = {
  tab: 'Datei',
  download: 'Datei herunterladen',
  hint: 'Geben Sie die Datei unverändert an die Bank. Erneut heruntergeladen ist sie dieselbe.',
  noFile: 'Noch gibt es keine Datei. Sie wird erzeugt, wenn der Lauf genehmigt ist.',
  notYours: 'Die Datei nennt einzelne Zahlungen: Die Lohnbuchhaltung lädt sie herunter.',
  hash: 'SHA-256 der Datei',
};

const hu: Texts = {
  tab: 'Fájl',
  download: 'Fájl letöltése',
  hint: 'A fájlt változatlanul adja át a banknak. Újra letöltve ugyanaz marad.',
  noFile: 'Még nincs fájl. A köteg jóváhagyása után készül el.',
  notYours: 'A fájl egyes kifizetéseket tartalmaz: a bérszámfejtés tölti le.',
  hash: 'A fájl SHA-256-ja',
};

const sl: Texts = {
  tab: 'Datoteka',
  download: 'Prenesi datoteko',
  hint: 'Datoteko izročite banki nespremenjeno. Ob ponovnem prenosu je enaka.',
  noFile: 'Datoteke še ni. Nastane, ko je paket odobren.',
  notYours: 'Datoteka vsebuje posamezna plačila: prenese jo obračun plač.',
  hash: 'SHA-256 datoteke',
};

export const payment = { en, sv, de, hu, sl };
