import { describe, expect, it } from 'vitest';
import { formatDate, formatDecimal, formatInstant, formatMoney, parseDecimal } from '../values/format.ts';
import { readerLocale } from './reader-locale.ts';

const day = '2026-04-03';

describe('days and numbers are those of the region that the browser says', () => {
  it.each([
    ['en', ['en-GB', 'en-US'], '3 Apr 2026', '12,345.5'],
    ['en', ['en-US'], 'Apr 3, 2026', '12,345.5'],
    ['en', ['sv-SE', 'sv', 'en-US', 'en'], '3 Apr 2026', '12\u00a0345,5'],
    ['en', ['de', 'en-US', 'en'], '3 Apr 2026', '12.345,5'],
    ['sv', ['en-GB'], '3 apr. 2026', '12\u00a0345,5'],
    ['de', ['de-AT'], '03.04.2026', '12\u00a0345,5'],
    ['hu', ['en-US'], '2026. ápr. 3.', '12\u00a0345,5'],
    ['sl', ['sl'], '3. apr. 2026', '12.345,5'],
    ['en', [], 'Apr 3, 2026', '12,345.5'],
  ])('%s in a browser of %j', (language, browser, date, decimal) => {
    const locale = readerLocale(language, browser);
    expect(formatDate(day, locale)).toBe(date);
    expect(formatDecimal('12345.5', locale)).toBe(decimal);
    expect(parseDecimal(decimal, locale)).toBe('12345.5');
  });

  it('a tag that is none leaves the language as it is', () => {
    expect(readerLocale('en', ['not a tag'])).toBe('en');
  });

  it('amounts and instants too', () => {
    const locale = readerLocale('en', ['en-IE']);
    expect(formatMoney('1234.5', 'EUR', locale)).toBe('EUR\u00a01,234.50');
    expect(formatInstant('2026-04-03T16:05:00Z', locale, 'Europe/Dublin')).toBe('3 Apr 2026, 17:05');
  });
});
