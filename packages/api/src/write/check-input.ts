import {
  checkNumeric,
  compareDecimal,
  decimal,
  isCountry,
  isLanguage,
  isLocale,
  isTimeZone,
  type Path,
  parseBic,
  parseCalendarDate,
  parseDecimal,
  parseEmail,
  parseIban,
  parsePhone,
  type Rejection,
  type Result,
  within,
} from '@kontor/core';
import type { Format } from './constraints.ts';
import type { InputField, InputFields } from './input.ts';

type Checked = Result<unknown>;

const fine = (value: unknown): Checked => ({ ok: true, value });
const fault = (code: string, message: string, path: Path): Checked => ({
  ok: false,
  rejections: [{ code, message, path }],
});

const known =
  (test: (text: string) => boolean, code: string, message: string) =>
  (text: string, path: Path): Checked =>
    test(text) ? fine(text) : fault(code, message, path);

const formats: Readonly<Record<Format, (text: string, path: Path) => Checked>> = {
  email: (text, path) => parseEmail(text, path),
  phone: (text, path) => parsePhone(text, undefined, path),
  iban: (text, path) => parseIban(text, path),
  bic: (text, path) => parseBic(text, path),
  country: known(isCountry, 'COUNTRY_UNKNOWN', 'Use the two letters of ISO 3166-1, such as SE.'),
  language: known(isLanguage, 'LANGUAGE_UNKNOWN', 'Use one of en, sv, de, hu and sl.'),
  locale: known(isLocale, 'LOCALE_UNKNOWN', 'Use a language and region such as sv-SE.'),
  timeZone: known(isTimeZone, 'TIME_ZONE_UNKNOWN', 'Use a name of the time zone database, such as Europe/Stockholm.'),
  longText: (text) => fine(text),
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** A text is kept in one Unicode form, without blanks around it and without control characters. */
function checkText(field: InputField, raw: string, path: Path): Checked {
  const text = raw.normalize('NFC').trim();
  if (text === '') return field.required ? fault('REQUIRED', 'Fill this in.', path) : fine(null);
  if (control.test(text)) return fault('CONTROL_CHARACTER', 'Remove the control characters.', path);
  if (field.maxLength !== undefined && [...text].length > field.maxLength)
    return fault('TOO_LONG', `Use ${field.maxLength} characters at the most.`, path);
  return field.format ? formats[field.format](text, path) : fine(text);
}

function checkRange(field: InputField, value: string, path: Path): Checked | null {
  const number = decimal(value);
  if (field.minimum !== undefined && compareDecimal(number, decimal(field.minimum)) < 0)
    return fault('TOO_SMALL', `Use ${field.minimum} at the least.`, path);
  if (field.maximum !== undefined && compareDecimal(number, decimal(field.maximum)) > 0)
    return fault('TOO_LARGE', `Use ${field.maximum} at the most.`, path);
  return null;
}

function checkDecimal(field: InputField, raw: string, path: Path): Checked {
  const parsed = parseDecimal(raw, path);
  if (!parsed.ok) return parsed;
  const range = checkRange(field, parsed.value, path);
  if (range) return range;
  return field.scale === undefined ? parsed : checkNumeric(parsed.value, 38, field.scale, path);
}

function checkOne(field: InputField, raw: unknown, path: Path): Checked {
  switch (field.kind) {
    case 'text':
      return checkText(field, String(raw), path);
    case 'decimal':
      return checkDecimal(field, String(raw), path);
    case 'integer':
      return checkRange(field, String(raw), path) ?? fine(raw);
    case 'date':
      return parseCalendarDate(String(raw), path);
    case 'instant':
      return fine(new Date(String(raw)));
    case 'id':
    case 'enum':
    case 'boolean':
    case 'json':
      return fine(raw);
    case 'rows': {
      const checked = checkInput(field.fields ?? {}, raw as Readonly<Record<string, unknown>>);
      return checked.ok ? checked : { ok: false, rejections: within(path, checked.rejections) };
    }
  }
}

function checkField(field: InputField, raw: unknown, path: Path): Checked {
  if (raw === null || raw === undefined) return field.required ? fault('REQUIRED', 'Fill this in.', path) : fine(null);
  if (!field.list) return checkOne(field, raw, path);
  const items = (raw as readonly unknown[]).map((each, index) => checkOne(field, each, [...path, index]));
  const rejections = items.flatMap((each) => (each.ok ? [] : each.rejections));
  return rejections.length > 0 ? { ok: false, rejections } : fine(items.map((each) => (each.ok ? each.value : null)));
}

/**
 * Checks and normalises an input; every fault is reported, each with its path. Fields that were not given stay absent
 * where `partial` is set, and are null otherwise.
 */
export function checkInput(
  fields: InputFields,
  raw: Readonly<Record<string, unknown>>,
  partial = false,
): Result<Record<string, unknown>> {
  const value: Record<string, unknown> = {};
  const rejections: Rejection[] = [];
  for (const [name, field] of Object.entries(fields)) {
    if (partial && !(name in raw)) continue;
    const checked = checkField(field, raw[name], [name]);
    if (checked.ok) value[name] = checked.value;
    else rejections.push(...checked.rejections);
  }
  return rejections.length > 0 ? { ok: false, rejections } : { ok: true, value };
}
