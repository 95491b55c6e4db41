/** What the page of a payslip says besides what the graph tells. */
const en = {
  download: 'Download the payslip',
  hint: 'The payslip as a PDF, with how each amount came about.',
};

type Texts = typeof en;

const sv: Texts = {
  download: 'Hämta lönespecifikationen',
  hint: 'Lönespecifikationen som PDF, med hur varje belopp har räknats fram.',
};

const de: Texts = {
  download: 'Abrechnung herunterladen',
  hint: 'Die Abrechnung als PDF, mit dem Rechenweg jedes Betrags.',
};

const hu: Texts = {
  download: 'Bérjegyzék letöltése',
  hint: 'A bérjegyzék PDF-ben, minden összeg levezetésével.',
};

const sl: Texts = {
  download: 'Prenesi plačilno listo',
  hint: 'Plačilna lista v obliki PDF, z izračunom vsakega zneska.',
};

export const payslip = { en, sv, de, hu, sl };
