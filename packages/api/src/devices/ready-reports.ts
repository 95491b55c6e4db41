import { readyReport } from '../ready-report.ts';

readyReport('devicesByState', 'Device', {
  title: {
    en: 'Devices by state',
    sv: 'Enheter per status',
    de: 'Geräte nach Status',
    hu: 'Eszközök állapot szerint',
    sl: 'Naprave po stanju',
  },
  definition: {
    en: 'All devices that you may see, by where they stand in their life today.',
    sv: 'Alla enheter som du får se, efter var de står i sin livscykel i dag.',
    de: 'Alle Geräte, die Sie sehen dürfen, nach ihrem heutigen Status.',
    hu: 'Minden eszköz, amelyet láthat, a mai állapota szerint.',
    sl: 'Vse naprave, ki jih smete videti, po današnjem stanju.',
  },
  by: ['status'],
  show: ['count'],
  order: '-count',
  chart: 'bar',
  roles: ['IT', 'REPORTING', 'MANAGER'],
});

readyReport('devicesByModel', 'Device', {
  title: {
    en: 'Devices by model',
    sv: 'Enheter per modell',
    de: 'Geräte nach Modell',
    hu: 'Eszközök modell szerint',
    sl: 'Naprave po modelu',
  },
  definition: {
    en: 'Devices that are not sold, donated, destroyed or written off, by model and state; the most frequent models first.',
    sv: 'Enheter som inte är sålda, skänkta, förstörda eller avskrivna, efter modell och status; de vanligaste modellerna först.',
    de: 'Geräte, die weder verkauft, gespendet, vernichtet noch abgeschrieben sind, nach Modell und Status; die häufigsten Modelle zuerst.',
    hu: 'A nem eladott, el nem ajándékozott, meg nem semmisített és le nem írt eszközök modell és állapot szerint; elöl a leggyakoribbak.',
    sl: 'Naprave, ki niso prodane, podarjene, uničene ali odpisane, po modelu in stanju; najpogostejši modeli najprej.',
  },
  by: ['deviceModel', 'status'],
  show: ['count'],
  filter: ['and', ['status', 'notIn', ['SOLD', 'DONATED', 'DESTROYED', 'WRITTEN_OFF']]],
  order: '-count',
  top: 50,
  chart: 'stacked',
  roles: ['IT'],
});

readyReport('devicesByAge', 'Device', {
  title: {
    en: 'Devices by year of purchase',
    sv: 'Enheter per inköpsår',
    de: 'Geräte nach Kaufjahr',
    hu: 'Eszközök a vásárlás éve szerint',
    sl: 'Naprave po letu nakupa',
  },
  definition: {
    en: 'Devices that are not sold, donated, destroyed or written off, by the year in which they were bought. Their age in years is this year less that one.',
    sv: 'Enheter som inte är sålda, skänkta, förstörda eller avskrivna, efter inköpsår. Åldern i år är årets årtal minus det.',
    de: 'Geräte, die weder verkauft, gespendet, vernichtet noch abgeschrieben sind, nach dem Jahr des Kaufs. Ihr Alter in Jahren ist dieses Jahr weniger jenes.',
    hu: 'A nem eladott, el nem ajándékozott, meg nem semmisített és le nem írt eszközök a vásárlás éve szerint. Koruk években az idei év és annak különbsége.',
    sl: 'Naprave, ki niso prodane, podarjene, uničene ali odpisane, po letu nakupa. Starost v letih je letošnje leto manj tisto.',
  },
  by: ['purchasedOn:YEAR'],
  show: ['count'],
  filter: ['and', ['status', 'notIn', ['SOLD', 'DONATED', 'DESTROYED', 'WRITTEN_OFF']]],
  chart: 'bar',
  roles: ['IT'],
});

readyReport('devicesByHolderDepartment', 'Device', {
  title: {
    en: 'Devices by department of the holder',
    sv: 'Enheter per innehavarens avdelning',
    de: 'Geräte nach Abteilung',
    hu: 'Eszközök a birtokos osztálya szerint',
    sl: 'Naprave po oddelku imetnika',
  },
  definition: {
    en: 'Devices that somebody has today, by the department of today of whoever has them.',
    sv: 'Enheter som någon har i dag, efter innehavarens avdelning i dag.',
    de: 'Geräte, die heute jemand hat, nach dessen heutiger Abteilung.',
    hu: 'A ma valakinél lévő eszközök, a birtokos mai osztálya szerint.',
    sl: 'Naprave, ki jih danes nekdo ima, po današnjem oddelku imetnika.',
  },
  by: ['holder.department'],
  show: ['count'],
  filter: ['and', ['holder', 'isNull', false]],
  order: '-count',
  chart: 'bar',
  roles: ['MANAGER'],
});

readyReport('warrantyEnding', 'Device', {
  title: {
    en: 'Warranty that ends within 90 days',
    sv: 'Garanti som upphör inom 90 dagar',
    de: 'Garantie endet in 90 Tagen',
    hu: '90 napon belül lejáró garancia',
    sl: 'Garancija, ki poteče v 90 dneh',
  },
  definition: {
    en: 'Devices whose last day of warranty is within the next 90 days, by its month and by model.',
    sv: 'Enheter vars sista garantidag infaller inom 90 dagar, efter dess månad och modell.',
    de: 'Geräte, deren letzter Garantietag in den nächsten 90 Tagen liegt, nach dessen Monat und Modell.',
    hu: 'Eszközök, amelyek garanciájának utolsó napja 90 napon belüli, annak hónapja és a modell szerint.',
    sl: 'Naprave, katerih zadnji dan garancije je v naslednjih 90 dneh, po mesecu in modelu.',
  },
  by: ['warrantyUntilOn:MONTH', 'deviceModel'],
  show: ['count'],
  filter: ['and', ['warrantyUntilOn', 'gte', '@today'], ['warrantyUntilOn', 'lte', '@today+90']],
  chart: 'stacked',
  roles: ['IT'],
});

readyReport('devicesNotAccepted', 'Device', {
  title: {
    en: 'Devices handed out and not accepted',
    sv: 'Utlämnade enheter som inte godkänts',
    de: 'Ausgegebene, nicht angenommene Geräte',
    hu: 'Kiadott, át nem vett eszközök',
    sl: 'Izročene, a neprevzete naprave',
  },
  definition: {
    en: 'Devices that were handed out and whose holder has neither accepted nor declined them, by holder.',
    sv: 'Enheter som lämnats ut och vars innehavare varken godkänt eller avböjt dem, per innehavare.',
    de: 'Ausgegebene Geräte, die ihr Inhaber weder angenommen noch abgelehnt hat, nach Inhaber.',
    hu: 'Kiadott eszközök, amelyeket birtokosuk sem át nem vett, sem el nem utasított, birtokosonként.',
    sl: 'Izročene naprave, ki jih imetnik ni ne prevzel ne zavrnil, po imetniku.',
  },
  by: ['holder'],
  show: ['count'],
  filter: ['and', ['status', 'eq', 'AWAITING_ACCEPTANCE']],
  order: '-count',
  top: 20,
  chart: 'bar',
  roles: ['IT'],
});
