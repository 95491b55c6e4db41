import { entity } from '../entity.ts';

export const PayslipArchive = entity('PayslipArchive', {
  kind: 'part',
  title: {
    en: ['File of payslips', 'Files of payslips'],
    sv: ['Fil med lönespecifikationer', 'Filer med lönespecifikationer'],
    de: ['Datei mit Abrechnungen', 'Dateien mit Abrechnungen'],
    hu: ['Bérjegyzékfájl', 'Bérjegyzékfájlok'],
    sl: ['Datoteka plačilnih list', 'Datoteke plačilnih list'],
  },
  label: ['run'],
  columns: ['run', 'status', 'drawnCount', 'slipCount', 'failedCount', 'finishedAt', 'expiresAt'],
});
