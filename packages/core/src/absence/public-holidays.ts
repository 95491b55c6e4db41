import { addDays, type CalendarDate, calendarDateOf } from '../date/calendar-date.ts';
import { easterSunday, weekdayFrom, weekdayOf } from '../date/easter.ts';
import { unwrap } from '../result.ts';
import type { HolidayId } from './holiday-names.ts';

const [monday, wednesday, friday, saturday] = [1, 3, 5, 6] as const;

/**
 * Where public holidays are known by rule: a country of ISO 3166-1, or a part of one of ISO 3166-2.
 * GB-EAW is England and Wales. DE alone has the holidays of all of Germany.
 */
export const HOLIDAY_REGIONS = [
  ...['GB-EAW', 'GB-SCT', 'GB-NIR', 'HU', 'SE', 'SI', 'DE'],
  ...['DE-BW', 'DE-BY', 'DE-BE', 'DE-BB', 'DE-HB', 'DE-HH', 'DE-HE', 'DE-MV', 'DE-NI', 'DE-NW', 'DE-RP', 'DE-SL'],
  ...['DE-SN', 'DE-ST', 'DE-SH', 'DE-TH'],
] as const;

/**
 * What is special of a day. PUBLIC: a holiday by law, or a day that the law treats as one.
 * CLOSED: not worked, as another day is worked for it. WORKING: worked in place of another day.
 */
export type HolidayKind = 'PUBLIC' | 'CLOSED' | 'WORKING';

/** A day that is not worked, or is, whatever its day of the week. */
export interface HolidayOn {
  readonly on: CalendarDate;
  readonly kind: HolidayKind;
  readonly id: HolidayId;
  /** For WORKING: the day in whose place it is worked. */
  readonly insteadOfOn: CalendarDate | null;
}

type Day = readonly [HolidayId, CalendarDate];

const at = (year: number, month: number, day: number): CalendarDate => unwrap(calendarDateOf(year, month, day));
const first = (year: number, month: number, weekday: number): CalendarDate => weekdayFrom(at(year, month, 1), weekday);
/** The last such day of the week of a month; not of December. */
const last = (year: number, month: number, weekday: number): CalendarDate =>
  addDays(first(year, month + 1, weekday), -7);

/** A bank holiday that falls on a weekend, or on another, is taken on the next day that is neither. */
function substituted(days: readonly Day[]): Day[] {
  const taken = new Set<CalendarDate>();
  // A substitute never takes the day of a holiday that falls on its own day of the week.
  const fixed = new Set(days.filter(([, on]) => weekdayOf(on) < saturday).map(([, on]) => on));
  return days.map(([id, on]) => {
    let day = on;
    while (weekdayOf(day) >= saturday || taken.has(day) || (day !== on && fixed.has(day))) day = addDays(day, 1);
    taken.add(day);
    return [id, day];
  });
}

/** Bank holidays that were proclaimed for one year (gov.uk/bank-holidays); earlier ones than of 2026 are left out. */
const PROCLAIMED: readonly { readonly in: readonly string[]; readonly id: HolidayId; readonly on: string }[] = [
  { in: ['GB-SCT'], id: 'worldCup', on: '2026-06-15' },
];

/**
 * Banking and Financial Dealings Act 1971, schedule 1, with the standing proclamations of the early May and other
 * holidays; for Scotland also the St Andrew's Day Bank Holiday (Scotland) Act 2007.
 */
function unitedKingdom(year: number, region: string): Day[] {
  const easter = easterSunday(year);
  const isScotland = region === 'GB-SCT';
  const days: Day[] = [
    ['newYear', at(year, 1, 1)],
    ...(isScotland ? [['secondJanuary', at(year, 1, 2)] as const] : []),
    ...(region === 'GB-NIR' ? [['patrick', at(year, 3, 17)] as const] : []),
    ['goodFriday', addDays(easter, -2)],
    ...(isScotland ? [] : [['easterMonday', addDays(easter, 1)] as const]),
    ['earlyMay', first(year, 5, monday)],
    ['spring', last(year, 5, monday)],
    ...(region === 'GB-NIR' ? [['boyne', at(year, 7, 12)] as const] : []),
    ['summer', isScotland ? first(year, 8, monday) : last(year, 8, monday)],
    ...(isScotland ? [['andrew', at(year, 11, 30)] as const] : []),
    ['christmas', at(year, 12, 25)],
    ['boxing', at(year, 12, 26)],
  ];
  const proclaimed = PROCLAIMED.filter((each) => each.in.includes(region) && each.on.startsWith(String(year)));
  return [...substituted(days), ...proclaimed.map(({ id, on }): Day => [id, on as CalendarDate])];
}

/** 2012. évi I. törvény (Mt.) 102. §. */
function hungary(year: number): Day[] {
  const easter = easterSunday(year);
  return [
    ['newYear', at(year, 1, 1)],
    ['revolution1848', at(year, 3, 15)],
    ['goodFriday', addDays(easter, -2)],
    ['easterMonday', addDays(easter, 1)],
    ['labour', at(year, 5, 1)],
    ['whitMonday', addDays(easter, 50)],
    ['stephen', at(year, 8, 20)],
    ['revolution1956', at(year, 10, 23)],
    ['allSaints', at(year, 11, 1)],
    ['christmas', at(year, 12, 25)],
    ['boxing', at(year, 12, 26)],
  ];
}

/**
 * Working days that a decree moved: the Saturday that is worked, and the day that is not. 2025: 11/2024. (IV. 8.) NGM;
 * 2026: 10/2025. (IV. 30.) NGM.
 */
const MOVED_IN_HUNGARY: readonly (readonly [worked: string, free: string])[] = [
  ['2025-05-17', '2025-05-02'],
  ['2025-10-18', '2025-10-24'],
  ['2025-12-13', '2025-12-24'],
  ['2026-01-10', '2026-01-02'],
  ['2026-08-08', '2026-08-21'],
  ['2026-12-12', '2026-12-24'],
];

/** Lag (1989:253) om allmänna helgdagar, and the three eves that 7 § semesterlagen (1977:480) treats as holidays. */
function sweden(year: number): Day[] {
  const easter = easterSunday(year);
  return [
    ['newYear', at(year, 1, 1)],
    ['epiphany', at(year, 1, 6)],
    ['goodFriday', addDays(easter, -2)],
    ['easterSunday', easter],
    ['easterMonday', addDays(easter, 1)],
    ['labour', at(year, 5, 1)],
    ['ascension', addDays(easter, 39)],
    ['whitSunday', addDays(easter, 49)],
    ['swedishNational', at(year, 6, 6)],
    ['midsummerEve', weekdayFrom(at(year, 6, 19), friday)],
    ['midsummer', weekdayFrom(at(year, 6, 20), saturday)],
    ['allSaints', weekdayFrom(at(year, 10, 31), saturday)],
    ['christmasEve', at(year, 12, 24)],
    ['christmas', at(year, 12, 25)],
    ['boxing', at(year, 12, 26)],
    ['newYearsEve', at(year, 12, 31)],
  ];
}

/** Zakon o praznikih in dela prostih dnevih v Republiki Sloveniji, 1. in 2. člen: what is free of work. */
function slovenia(year: number): Day[] {
  const easter = easterSunday(year);
  return [
    ['newYear', at(year, 1, 1)],
    ['secondJanuary', at(year, 1, 2)],
    ['culture', at(year, 2, 8)],
    ['easterSunday', easter],
    ['easterMonday', addDays(easter, 1)],
    ['resistance', at(year, 4, 27)],
    ['labour', at(year, 5, 1)],
    ['labourSecond', at(year, 5, 2)],
    ['whitSunday', addDays(easter, 49)],
    ['statehood', at(year, 6, 25)],
    ['assumption', at(year, 8, 15)],
    ['reformation', at(year, 10, 31)],
    ['allSaints', at(year, 11, 1)],
    ['christmas', at(year, 12, 25)],
    ['independence', at(year, 12, 26)],
  ];
}

const lands = (text: string): readonly string[] => text.split(' ').map((land) => `DE-${land}`);

/**
 * Einigungsvertrag, Artikel 2 (2), and the laws of the Länder on Sundays and holidays. What holds in some of their
 * communities alone, such as Mariä Himmelfahrt in Bavaria, is for the calendar of the place.
 */
function germany(year: number, region: string): Day[] {
  const easter = easterSunday(year);
  const of = (text: string, day: Day): Day[] => (lands(text).includes(region) ? [day] : []);
  return [
    ['newYear', at(year, 1, 1)],
    ...of('BW BY ST', ['epiphany', at(year, 1, 6)]),
    ...of('BE MV', ['women', at(year, 3, 8)]),
    ['goodFriday', addDays(easter, -2)],
    ...of('BB', ['easterSunday', easter]),
    ['easterMonday', addDays(easter, 1)],
    ['labour', at(year, 5, 1)],
    ['ascension', addDays(easter, 39)],
    ...of('BB', ['whitSunday', addDays(easter, 49)]),
    ['whitMonday', addDays(easter, 50)],
    ...of('BW BY HE NW RP SL', ['corpusChristi', addDays(easter, 60)]),
    ...of('SL', ['assumption', at(year, 8, 15)]),
    ...of('TH', ['children', at(year, 9, 20)]),
    ['unity', at(year, 10, 3)],
    ...of('BB HB HH MV NI SN ST SH TH', ['reformation', at(year, 10, 31)]),
    ...of('BW BY NW RP SL', ['allSaints', at(year, 11, 1)]),
    // The Wednesday before the 23rd.
    ...of('SN', ['repentance', weekdayFrom(at(year, 11, 16), wednesday)]),
    ['christmas', at(year, 12, 25)],
    ['boxing', at(year, 12, 26)],
  ];
}

function publicDays(region: string, year: number): Day[] | null {
  if (!HOLIDAY_REGIONS.some((known) => known === region)) return null;
  if (region.startsWith('GB')) return unitedKingdom(year, region);
  if (region.startsWith('DE')) return germany(year, region);
  return region === 'HU' ? hungary(year) : region === 'SE' ? sweden(year) : slovenia(year);
}

function movedDays(region: string, year: number): HolidayOn[] {
  const moved = region === 'HU' ? MOVED_IN_HUNGARY.filter(([worked]) => worked.startsWith(String(year))) : [];
  return moved.flatMap(([worked, free]): HolidayOn[] => [
    { on: worked as CalendarDate, kind: 'WORKING', id: 'workingSaturday', insteadOfOn: free as CalendarDate },
    { on: free as CalendarDate, kind: 'CLOSED', id: 'restDay', insteadOfOn: null },
  ]);
}

/**
 * The days of a year on which work does not follow the week: public holidays, and working days that the law moved. In the
 * order of the calendar; where a substitute day is given, the day is the substitute. Null for a region without rules.
 * The rules are those of 2026: what the law said in earlier years is not told apart.
 */
export function publicHolidays(region: string, year: number): readonly HolidayOn[] | null {
  const days = publicDays(region, year);
  if (days === null) return null;
  const holidays = days.map(([id, on]): HolidayOn => ({ on, kind: 'PUBLIC', id, insteadOfOn: null }));
  const known = new Map([...movedDays(region, year), ...holidays].map((each) => [each.on, each]));
  return [...known.values()].sort((one, other) => (one.on < other.on ? -1 : 1));
}
