import { expect, it } from 'vitest';
import { PROBLEMS_OF_PAY } from '../i18n/problems-of-pay.ts';
import { spokenValues } from './problem-values.ts';

it('writes amounts and days as the reader does, and leaves codes', () => {
  expect(spokenValues(['1234.5', '2026-05-10', 'SALARY +300'], 'de', new Map())).toEqual({
    1: '1.234,50',
    2: '10.05.2026',
    3: 'SALARY +300,00',
  });
  expect(spokenValues(['SALARY +321839, NI_EMPLOYER -838.8, T4 A1'], 'en', new Map())).toEqual({
    1: 'SALARY +321,839.00, NI_EMPLOYER -838.80, T4 A1',
  });
});

it('writes amounts of a currency without decimals as such', () => {
  expect(spokenValues(['585161', 'SALARY +321839'], 'en', new Map())).toEqual({ 1: '585,161', 2: 'SALARY +321,839' });
});

it('says what a component is called, and leaves the code of one that has no word', () => {
  const names = new Map([
    ['SALARY', 'Lön'],
    ['NI_EMPLOYER', 'Arbetsgivaravgift'],
  ]);
  const spoken = spokenValues(['SALARY +321839, OWN_BONUS -10, NI_EMPLOYER -838.8', 'SALARY', 'SEK'], 'en', names);
  expect(spoken).toEqual({ 1: 'Lön +321,839.00, OWN_BONUS -10.00, Arbetsgivaravgift -838.80', 2: 'Lön', 3: 'SEK' });
});

it('is said in English too, where there is an amount, a day or a name to write', () => {
  const silent = Object.entries(PROBLEMS_OF_PAY).filter(([, said]) => /%\{\d\}/.test(said.sv) && !said.en);
  expect(silent.map(([code]) => code)).toEqual([]);
  expect(PROBLEMS_OF_PAY['NET_NEGATIVE']?.en).toContain('%{1}');
});

it('has a place for the same values in each language', () => {
  const places = (text: string): readonly string[] =>
    [...text.matchAll(/%\{(\d)\}/g)].map(([, place = '']) => place).sort();
  for (const [code, said] of Object.entries(PROBLEMS_OF_PAY))
    for (const [language, text] of Object.entries(said))
      expect([code, language, places(text)]).toEqual([code, language, places(said.sv)]);
});
