import { readyReport } from '../ready-report.ts';

readyReport('rolesHeld', 'RoleGrant', {
  title: {
    en: 'Roles held',
    sv: 'Roller som innehas',
    de: 'Gehaltene Rollen',
    hu: 'Betöltött szerepkörök',
    sl: 'Dodeljene vloge',
  },
  definition: {
    en: 'Grants of roles that have no end yet, by role.',
    sv: 'Tilldelade roller som inte har något slut än, per roll.',
    de: 'Vergebene Rollen ohne Ende, nach Rolle.',
    hu: 'Vég nélküli szerepkörök, szerepkörönként.',
    sl: 'Dodelitve vlog brez konca, po vlogi.',
  },
  by: ['role'],
  show: ['count'],
  filter: ['and', ['untilAt', 'isNull', true]],
  order: '-count',
  chart: 'bar',
  roles: ['ADMINISTRATOR', 'AUDITOR'],
});

readyReport('operationsByCommand', 'AuditOperation', {
  title: {
    en: 'What was done most',
    sv: 'Vad som gjorts mest',
    de: 'Häufigste Vorgänge',
    hu: 'Leggyakoribb műveletek',
    sl: 'Najpogostejša dejanja',
  },
  definition: {
    en: 'Operations that changed something in the last 30 days, by command; the ten most frequent.',
    sv: 'Åtgärder som ändrat något de senaste 30 dagarna, per kommando; de tio vanligaste.',
    de: 'Vorgänge der letzten 30 Tage, die etwas geändert haben, nach Befehl; die zehn häufigsten.',
    hu: 'Az elmúlt 30 nap változtató műveletei parancsonként; a tíz leggyakoribb.',
    sl: 'Dejanja zadnjih 30 dni, ki so kaj spremenila, po ukazu; deset najpogostejših.',
  },
  by: ['command'],
  show: ['count'],
  filter: ['and', ['at', 'gte', '@today-30T00:00:00Z']],
  order: '-count',
  top: 10,
  chart: 'bar',
  roles: ['AUDITOR', 'ADMINISTRATOR'],
});
