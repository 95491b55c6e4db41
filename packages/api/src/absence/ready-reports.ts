import { readyReport } from '../ready-report.ts';

readyReport('absencesAhead', 'Absence', {
  title: {
    en: 'Absences ahead',
    sv: 'Kommande frånvaro',
    de: 'Kommende Abwesenheiten',
    hu: 'Közelgő távollétek',
    sl: 'Prihodnje odsotnosti',
  },
  definition: {
    en: 'Approved absences that have not ended yet, and their working days, by the month of their first day.',
    sv: 'Beviljad frånvaro som inte är slut än, och dess arbetsdagar, efter månaden för första dagen.',
    de: 'Genehmigte Abwesenheiten, die noch nicht zu Ende sind, und ihre Arbeitstage, nach dem Monat des ersten Tages.',
    hu: 'Jóváhagyott, még be nem fejezett távollétek és munkanapjaik, az első nap hónapja szerint.',
    sl: 'Odobrene odsotnosti, ki še niso končane, in njihovi delovni dnevi, po mesecu prvega dne.',
  },
  by: ['startOn:MONTH'],
  show: ['workingDays.sum', 'count'],
  filter: ['and', ['status', 'eq', 'APPROVED'], ['endOn', 'gte', '@today']],
  chart: 'bar',
  roles: ['MANAGER', 'HR'],
});
