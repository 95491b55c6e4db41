import { readyReport } from '../ready-report.ts';

readyReport('headcountByDepartment', 'Employee', {
  title: {
    en: 'People by department',
    sv: 'Personal per avdelning',
    de: 'Personal nach Abteilung',
    hu: 'Létszám osztályonként',
    sl: 'Zaposleni po oddelkih',
  },
  definition: {
    en: 'Employments that are active today, and their parts of full time added, by the department of today.',
    sv: 'Anställningar som är aktiva i dag, och deras sysselsättningsgrader summerade, efter dagens avdelning.',
    de: 'Heute aktive Beschäftigungen und die Summe ihrer Stellenanteile, nach der heutigen Abteilung.',
    hu: 'A ma aktív jogviszonyok száma és munkaidő-hányadaik összege, a mai osztály szerint.',
    sl: 'Danes veljavne zaposlitve in seštevek njihovih deležev polnega časa, po današnjem oddelku.',
  },
  by: ['department'],
  show: ['count', 'fte.sum'],
  filter: ['and', ['status', 'eq', 'ACTIVE']],
  order: '-count',
  chart: 'bar',
  roles: ['HR', 'MANAGER', 'REPORTING', 'AUDITOR'],
});

readyReport('contractsEnding', 'Employee', {
  title: {
    en: 'Employments that end soon',
    sv: 'Anställningar som snart upphör',
    de: 'Bald endende Beschäftigungen',
    hu: 'Hamarosan véget érő jogviszonyok',
    sl: 'Zaposlitve, ki se kmalu končajo',
  },
  definition: {
    en: 'Employments whose last day is known and within the next 90 days, by the month in which it is.',
    sv: 'Anställningar vars sista dag är känd och inom 90 dagar, efter månaden då den infaller.',
    de: 'Beschäftigungen, deren letzter Tag bekannt ist und in den nächsten 90 Tagen liegt, nach dessen Monat.',
    hu: 'Jogviszonyok, amelyek utolsó napja ismert és 90 napon belüli, annak hónapja szerint.',
    sl: 'Zaposlitve, katerih zadnji dan je znan in v naslednjih 90 dneh, po mesecu tega dne.',
  },
  by: ['endOn:MONTH'],
  show: ['count'],
  filter: ['and', ['endOn', 'gte', '@today'], ['endOn', 'lte', '@today+90']],
  chart: 'bar',
  roles: ['HR'],
});

readyReport('positionsByStatus', 'Position', {
  title: {
    en: 'Positions by state',
    sv: 'Befattningar per status',
    de: 'Stellen nach Status',
    hu: 'Pozíciók állapot szerint',
    sl: 'Delovna mesta po stanju',
  },
  definition: {
    en: 'Positions that are not closed and the full-time equivalents budgeted for them, by department and state of today.',
    sv: 'Befattningar som inte är stängda och de heltidstjänster som budgeterats för dem, efter avdelning och dagens status.',
    de: 'Nicht geschlossene Stellen und ihre budgetierten Vollzeitäquivalente, nach Abteilung und heutigem Status.',
    hu: 'A le nem zárt pozíciók és a rájuk tervezett teljes munkaidős egyenérték, osztály és mai állapot szerint.',
    sl: 'Delovna mesta, ki niso zaprta, in zanje načrtovani ekvivalenti polnega časa, po oddelku in današnjem stanju.',
  },
  by: ['department', 'status'],
  show: ['budgetedFte.sum', 'count'],
  filter: ['and', ['status', 'ne', 'CLOSED']],
  chart: 'stacked',
  roles: ['HR', 'ACCOUNTING'],
});
