import { entity } from '../entity.ts';

export const PeriodLock = entity('PeriodLock', {
  kind: 'document',
  title: {
    en: ['Subledger lock', 'Subledger locks'],
    sv: ['Reskontralås', 'Reskontralås'],
    de: ['Nebenbuchsperre', 'Nebenbuchsperren'],
    hu: ['Analitikazár', 'Analitikazárak'],
    sl: ['Zaklep pomožne knjige', 'Zaklepi pomožnih knjig'],
  },
  label: ['period', 'subledger'],
  columns: ['period', 'subledger', 'reason', 'releasedAt'],
  order: ['releasedAt'],
});
