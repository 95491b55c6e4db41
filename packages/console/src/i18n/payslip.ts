/** What the page of a payslip says besides what the graph tells. */
const en = {
  download: 'Download the payslip',
  hint: 'The payslip as a PDF, with how each amount came about.',
  archive: {
    title: 'Payslips',
    drawing: '%{done} of %{all} payslips are drawn. You may go on with something else meanwhile.',
    download: 'Download %{smart_count} payslip |||| Download all %{smart_count} payslips',
    hint: 'One file, each payslip in the language of its person. It is kept until %{day}.',
    failed:
      '%{smart_count} payslip could not be drawn and is not in the file. Collect the payslips again. |||| %{smart_count} payslips could not be drawn and are not in the file. Collect the payslips again.',
    expired: 'The file was taken away. Collect the payslips again.',
  },
};

type Texts = typeof en;

const sv: Texts = {
  download: 'Hämta lönespecifikationen',
  hint: 'Lönespecifikationen som PDF, med hur varje belopp har räknats fram.',
  archive: {
    title: 'Lönespecifikationer',
    drawing: '%{done} av %{all} lönespecifikationer är färdiga. Du kan göra annat under tiden.',
    download: 'Hämta %{smart_count} lönespecifikation |||| Hämta alla %{smart_count} lönespecifikationer',
    hint: 'En fil, varje lönespecifikation på personens språk. Den finns kvar till och med %{day}.',
    failed:
      '%{smart_count} lönespecifikation kunde inte skapas och saknas i filen. Samla lönespecifikationerna igen. |||| %{smart_count} lönespecifikationer kunde inte skapas och saknas i filen. Samla lönespecifikationerna igen.',
    expired: 'Filen har tagits bort. Samla lönespecifikationerna igen.',
  },
};

const de: Texts = {
  download: 'Abrechnung herunterladen',
  hint: 'Die Abrechnung als PDF, mit dem Rechenweg jedes Betrags.',
  archive: {
    title: 'Abrechnungen',
    drawing: '%{done} von %{all} Abrechnungen sind erstellt. Sie können inzwischen weiterarbeiten.',
    download: '%{smart_count} Abrechnung herunterladen |||| Alle %{smart_count} Abrechnungen herunterladen',
    hint: 'Eine Datei, jede Abrechnung in der Sprache der Person. Sie steht bis %{day} bereit.',
    failed:
      '%{smart_count} Abrechnung konnte nicht erstellt werden und fehlt in der Datei. Sammeln Sie die Abrechnungen erneut. |||| %{smart_count} Abrechnungen konnten nicht erstellt werden und fehlen in der Datei. Sammeln Sie die Abrechnungen erneut.',
    expired: 'Die Datei wurde entfernt. Sammeln Sie die Abrechnungen erneut.',
  },
};

const hu: Texts = {
  download: 'Bérjegyzék letöltése',
  hint: 'A bérjegyzék PDF-ben, minden összeg levezetésével.',
  archive: {
    title: 'Bérjegyzékek',
    drawing: '%{all} bérjegyzékből %{done} készült el. Közben mással is foglalkozhat.',
    download: '%{smart_count} bérjegyzék letöltése |||| Mind a(z) %{smart_count} bérjegyzék letöltése',
    hint: 'Egy fájl, minden bérjegyzék a dolgozó nyelvén. Eddig érhető el: %{day}.',
    failed:
      '%{smart_count} bérjegyzék nem készült el, és nincs a fájlban. Gyűjtse össze újra a bérjegyzékeket. |||| %{smart_count} bérjegyzék nem készült el, és nincs a fájlban. Gyűjtse össze újra a bérjegyzékeket.',
    expired: 'A fájlt eltávolítottuk. Gyűjtse össze újra a bérjegyzékeket.',
  },
};

const sl: Texts = {
  download: 'Prenesi plačilno listo',
  hint: 'Plačilna lista v obliki PDF, z izračunom vsakega zneska.',
  archive: {
    title: 'Plačilne liste',
    drawing: 'Pripravljenih je %{done} od %{all} plačilnih list. Medtem lahko delate kaj drugega.',
    download:
      'Prenesi %{smart_count} plačilno listo |||| Prenesi obe plačilni listi (%{smart_count}) |||| Prenesi vse %{smart_count} plačilne liste |||| Prenesi vseh %{smart_count} plačilnih list',
    hint: 'Ena datoteka, vsaka plačilna lista v jeziku osebe. Na voljo je do %{day}.',
    failed:
      '%{smart_count} plačilne liste ni bilo mogoče pripraviti in je ni v datoteki. Plačilne liste zberite znova. |||| %{smart_count} plačilnih list ni bilo mogoče pripraviti in ju ni v datoteki. Plačilne liste zberite znova. |||| %{smart_count} plačilnih list ni bilo mogoče pripraviti in jih ni v datoteki. Plačilne liste zberite znova. |||| %{smart_count} plačilnih list ni bilo mogoče pripraviti in jih ni v datoteki. Plačilne liste zberite znova.',
    expired: 'Datoteka je bila odstranjena. Plačilne liste zberite znova.',
  },
};

export const payslip = { en, sv, de, hu, sl };
