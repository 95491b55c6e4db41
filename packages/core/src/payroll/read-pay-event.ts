import { type CalendarDate, parseCalendarDate } from '../date/calendar-date.ts';
import { type Decimal, parseDecimal } from '../money/decimal.ts';
import { accept, type Path, type Result, rejectAll } from '../result.ts';
import type { GivenAmount, PayEvent, PayEventRejection } from './pay-event.ts';

/**
 * What can be wrong with the shape of a pay event, beside the codes of dates and decimals.
 * EVENT_MALFORMED: not an object. KEY_MISSING, KEY_UNKNOWN: a key that is needed, or that nobody
 * knows. TYPE_WRONG: another kind of value is wanted; amounts are texts, which no float can change.
 */
export type PayEventShapeCode = 'EVENT_MALFORMED' | 'KEY_MISSING' | 'KEY_UNKNOWN' | 'TYPE_WRONG';

const KEYS = ['id', 'pack', 'payDate', 'frequency', 'period', 'components', 'facts', 'yearToDate'];

type Entries = Readonly<Record<string, unknown>>;

/** Reads a pay event from what JSON gave. Everything that is wrong with its shape is told at once. */
export function readPayEvent(value: unknown): Result<PayEvent, PayEventRejection> {
  if (!isObject(value)) {
    return rejectAll([wrong('EVENT_MALFORMED', 'Give a pay event as an object.', [])]);
  }
  const found: PayEventRejection[] = Object.keys(value)
    .filter((key) => !KEYS.includes(key))
    .map((key) => wrong('KEY_UNKNOWN', `A pay event has no ${key}; it has ${KEYS.join(', ')}.`, [key]));
  const event = {
    pack: readText(value, 'pack', found),
    payDate: readDate(value, found),
    frequency: readText(value, 'frequency', found),
    period: readPeriod(value, found),
    components: readComponents(value, found),
    facts: readFactTexts(value, found),
    yearToDate: readYearToDate(value, found),
  };
  return found.length > 0 ? rejectAll(found) : accept(event);
}

function readText(value: Entries, key: string, found: PayEventRejection[]): string {
  const text = value[key];
  if (typeof text === 'string') return text;
  found.push(missingOr(text, `Give ${key} as a text.`, [key]));
  return '';
}

function readDate(value: Entries, found: PayEventRejection[]): CalendarDate {
  const text = readText(value, 'payDate', found);
  const date = parseCalendarDate(text, ['payDate']);
  if (date.ok) return date.value;
  if (typeof value['payDate'] === 'string') found.push(...date.rejections);
  return '' as CalendarDate;
}

function readPeriod(value: Entries, found: PayEventRejection[]): number {
  const { period } = value;
  if (typeof period === 'number' && Number.isSafeInteger(period)) return period;
  found.push(missingOr(period, 'Give period as a whole number.', ['period']));
  return 0;
}

function readComponents(value: Entries, found: PayEventRejection[]): readonly GivenAmount[] {
  const { components } = value;
  if (!Array.isArray(components)) {
    found.push(missingOr(components, 'Give components as a list.', ['components']));
    return [];
  }
  return components.flatMap((one: unknown, index) => {
    const path = ['components', index];
    if (!isObject(one)) {
      found.push(wrong('TYPE_WRONG', 'Give a component as an object with code and amount.', path));
      return [];
    }
    for (const key of Object.keys(one).filter((name) => name !== 'code' && name !== 'amount')) {
      found.push(wrong('KEY_UNKNOWN', `A component has code and amount, and no ${key}.`, [...path, key]));
    }
    if (typeof one['code'] !== 'string') found.push(missingOr(one['code'], 'Give code as a text.', [...path, 'code']));
    const amount = readAmount(one['amount'], [...path, 'amount'], found);
    return typeof one['code'] === 'string' && amount !== null ? [{ code: one['code'], amount }] : [];
  });
}

/** Counts may be whole numbers or texts; everything else is a text, true or false. */
function readFactTexts(value: Entries, found: PayEventRejection[]): PayEvent['facts'] {
  return readObject(value, 'facts', found, (fact, path) => {
    if (typeof fact === 'string' || typeof fact === 'boolean') return fact;
    if (typeof fact === 'number' && Number.isSafeInteger(fact)) return String(fact);
    found.push(wrong('TYPE_WRONG', 'Give a fact as a text, true, false or a whole number.', path));
    return null;
  });
}

function readYearToDate(value: Entries, found: PayEventRejection[]): PayEvent['yearToDate'] {
  return readObject(value, 'yearToDate', found, (amount, path) => readAmount(amount, path, found));
}

function readObject<T>(
  value: Entries,
  key: string,
  found: PayEventRejection[],
  read: (one: unknown, path: Path) => T | null,
): Readonly<Record<string, T>> {
  const inner = value[key];
  if (inner === undefined) return {};
  if (!isObject(inner)) {
    found.push(wrong('TYPE_WRONG', `Give ${key} as an object.`, [key]));
    return {};
  }
  const entries = Object.entries(inner).map(([name, one]) => [name, read(one, [key, name])] as const);
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, T & {}] => entry[1] !== null));
}

function readAmount(value: unknown, path: Path, found: PayEventRejection[]): Decimal | null {
  if (typeof value !== 'string') {
    found.push(missingOr(value, 'Give an amount as a text such as "1250.50".', path));
    return null;
  }
  const amount = parseDecimal(value, path);
  if (amount.ok) return amount.value;
  found.push(...amount.rejections);
  return null;
}

function isObject(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function missingOr(value: unknown, message: string, path: Path): PayEventRejection {
  return wrong(value === undefined ? 'KEY_MISSING' : 'TYPE_WRONG', message, path);
}

function wrong(code: PayEventShapeCode, message: string, path: Path): PayEventRejection {
  return { code, message, path };
}
