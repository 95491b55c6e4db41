import { expect, it } from 'vitest';
import { PROBLEMS_OF_PAY } from '../i18n/problems-of-pay.ts';
import { spokenValues } from './problem-values.ts';

it('writes amounts and days as the reader does, and leaves codes', () => {
  expect(spokenValues(['1234.5', '2026-05-10', 'SALARY +300'], 'de')).toEqual({
    1: '1.234,5',
    2: '10.05.2026',
    3: 'SALARY +300',
  });
  expect(spokenValues(['SALARY +321839, NI_EMPLOYER -838.8, T4 A1'], 'en')).toEqual({
    1: 'SALARY +321,839, NI_EMPLOYER -838.8, T4 A1',
  });
});

it('has a place for the same values in each language', () => {
  const places = (text: string): readonly string[] =>
    [...text.matchAll(/%\{(\d)\}/g)].map(([, place = '']) => place).sort();
  for (const [code, said] of Object.entries(PROBLEMS_OF_PAY))
    for (const [language, text] of Object.entries(said))
      expect([code, language, places(text)]).toEqual([code, language, places(said.sv)]);
});
