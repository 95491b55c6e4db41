import { describe, expect, it } from 'vitest';
import { ANALYSIS_TEXTS } from './use-analysis-texts.ts';
import { WIZARD_TEXTS } from './use-wizard-texts.ts';

const placeholders = (text: string) => (text.match(/%\{\w+\}/g) ?? []).toSorted();

const loaders = Object.entries({ analyses: ANALYSIS_TEXTS, 'setting up books': WIZARD_TEXTS }).flatMap(
  ([topic, { en, ...others }]) =>
    Object.entries({ en, ...others }).map(([language, load]) => ({ topic, language, load, en })),
);

describe.each(loaders)('the texts of $topic in $language', ({ load, en }) => {
  it('have the keys and the placeholders of the English ones, and leave nothing empty', async () => {
    const english = new Map(Object.entries((await en()).default));
    const texts = Object.entries((await load()).default);
    expect(texts.map(([key]) => key)).toEqual([...english.keys()]);
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
    const differs = ([key, text]: [string, string]) =>
      placeholders(text).join() !== placeholders(english.get(key) ?? '').join();
    expect(texts.filter(differs)).toEqual([]);
  });
});
