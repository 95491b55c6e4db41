import { describe, expect, it } from 'vitest';
import english from './analysis-en.ts';
import { ANALYSIS_TEXTS } from './use-analysis-texts.ts';

const placeholders = (text: string) => (text.match(/%\{\w+\}/g) ?? []).toSorted();

describe.each(Object.entries(ANALYSIS_TEXTS))('the texts of analyses in %s', (_language, load) => {
  it('have the keys and the placeholders of the English ones, and leave nothing empty', async () => {
    const texts = Object.entries((await load()).default);
    expect(texts.map(([key]) => key)).toEqual(Object.keys(english));
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
    const said = (key: string) => english[key as keyof typeof english];
    expect(texts.filter(([key, text]) => placeholders(text).join() !== placeholders(said(key)).join())).toEqual([]);
  });
});
