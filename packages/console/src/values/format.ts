/** Values as people write them. Everything here is a function of its arguments. */

/** A calendar day, `2026-03-01`, in the reader's language. It has no time zone, so none may move it. */
export function formatDate(value: string, locale: string): string {
  const date = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return value;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}

/** An instant, in the reader's language and time zone. */
export function formatInstant(value: string, locale: string, timeZone?: string): string {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return value;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(date);
}

/** A decimal string, with every digit that means something and no float in between. */
export function formatDecimal(value: string, locale: string): string {
  if (!isDecimal(value)) return value;
  const options = { maximumFractionDigits: fractionDigits(value) };
  return new Intl.NumberFormat(locale, options).format(value as Intl.StringNumericLiteral);
}

/** An amount with its currency, with the decimals that the currency has, or more where the amount has more. */
export function formatMoney(value: string, currency: string | undefined, locale: string): string {
  if (!isDecimal(value)) return value;
  const digits = fractionDigits(value);
  const known = currency && /^[A-Z]{3}$/.test(currency) ? currency : undefined;
  const minimum = decimalsOf(known, locale);
  return new Intl.NumberFormat(locale, {
    ...(known && { style: 'currency', currency: known, currencyDisplay: 'code' }),
    minimumFractionDigits: minimum,
    maximumFractionDigits: Math.max(minimum, digits),
  }).format(value as Intl.StringNumericLiteral);
}

/** An amount without its currency, for a table that says above which one it is in. */
export function formatAmount(value: string, currency: string | undefined, locale: string): string {
  if (!isDecimal(value)) return value;
  const minimum = decimalsOf(currency, locale);
  const maximum = Math.max(minimum, fractionDigits(value));
  return new Intl.NumberFormat(locale, { minimumFractionDigits: minimum, maximumFractionDigits: maximum }).format(
    value as Intl.StringNumericLiteral,
  );
}

/** The decimals that amounts of a currency are written with. Most have two: so do those of one that is not known. */
function decimalsOf(currency: string | undefined, locale: string): number {
  if (!currency) return 2;
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().minimumFractionDigits ?? 2;
}

/** The code of the currency that stands beside an amount: a code by itself, or a reference whose label begins with it. */
export function currencyCode(value: unknown): string | undefined {
  const text = typeof value === 'object' && value !== null ? (value as { _label?: unknown })._label : value;
  return typeof text === 'string' ? /^[A-Z]{3}(?![A-Z])/.exec(text)?.[0] : undefined;
}

export function countryName(code: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(code) ?? code;
}

export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What a person typed as a decimal string, such as `1234.5` for `1 234,50` in Swedish; undefined if it is no number. */
export function parseDecimal(text: string, locale: string): string | undefined {
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const decimal = part('decimal') || '.';
  const group = part('group').replace(/\s/g, '');
  let plain = text.replace(/[\s'’]/g, '').replace(/^[−–]/, '-');
  if (plain.includes(decimal) && group !== decimal) plain = group ? plain.replaceAll(group, '') : plain;
  else if (group && new RegExp(`^-?\\d{1,3}(?:\\${group}\\d{3})+$`).test(plain)) plain = plain.replaceAll(group, '');
  plain = plain.replace(decimal, '.').replace(',', '.');
  return isDecimal(plain) ? plain : undefined;
}

/** The decimal as it stands in an input: the reader's decimal sign, no grouping, so that it can be edited. */
export function editableDecimal(value: string, locale: string): string {
  const decimal =
    new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
  return trimZeros(value).replace('.', decimal);
}

export function isDecimal(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

function fractionDigits(value: string): number {
  return trimZeros(value).split('.')[1]?.length ?? 0;
}

function trimZeros(value: string): string {
  return value.includes('.') ? value.replace(/0+$/, '').replace(/\.$/, '') : value;
}
