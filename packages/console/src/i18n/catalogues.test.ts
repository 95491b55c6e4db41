import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import de from './de.ts';
import en from './en.ts';
import hu from './hu.ts';
import { LANGUAGES } from './languages.ts';
import { REFUSALS } from './refusals.ts';
import sl from './sl.ts';
import sv from './sv.ts';

type Messages = { readonly [key: string]: string | Messages };

function flat(messages: Messages, prefix = ''): Map<string, string> {
  const pairs = Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
  );
  return new Map(pairs);
}

const catalogues = new Map(
  Object.entries({ en, sv, de, hu, sl }).map(([locale, messages]) => [locale, flat(messages as Messages)]),
);
const english = catalogues.get('en') ?? new Map<string, string>();
const placeholders = (text: string) => [...new Set(text.match(/%\{\w+\}/g) ?? [])].toSorted();

describe.each(LANGUAGES.map(({ locale }) => locale))('the catalogue of %s', (locale) => {
  const catalogue = catalogues.get(locale) ?? new Map<string, string>();

  it('has the same keys as the English one', () => {
    expect([...catalogue.keys()]).toEqual([...english.keys()]);
  });

  it('leaves nothing empty', () => {
    const empty = [...catalogue].filter(([key, text]) => text.trim() === '' && key !== 'ra.boolean.null');
    expect(empty).toEqual([]);
  });

  it('keeps the placeholders', () => {
    const optional = '%{smart_count}';
    const used = (text: string) => placeholders(text).filter((one) => one !== optional);
    const different = [...catalogue].filter(([key, text]) => used(text).join() !== used(english.get(key) ?? '').join());
    expect(different).toEqual([]);
  });

  it('has a form for each plural of the language', () => {
    const forms = locale === 'sl' ? 4 : 2;
    const wrong = [...catalogue].filter(([, text]) => text.includes('||||') && text.split('||||').length !== forms);
    expect(wrong).toEqual([]);
  });
});

it('holds every text that the code asks for by name', () => {
  const source = join(import.meta.dirname, '..');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !name.includes('.test.'),
  );
  expect(files.length).toBeGreaterThan(50);
  const missing = files.flatMap((name) => {
    const text = readFileSync(join(source, name), 'utf8');
    const ours = [...text.matchAll(/\bt\('([\w.]+)'/g)].map(([, key]) => `kontor.${key}`);
    const others = [...text.matchAll(/translate\('((?:ra|kontor)\.[\w.]+)'/g)].map(([, key]) => key ?? '');
    return [...ours, ...others].filter((key) => !english.has(key)).map((key) => `${name}: ${key}`);
  });
  expect(missing).toEqual([]);
});

it('says every refusal in every language but English, which the graph speaks', () => {
  const missing = Object.entries(REFUSALS).filter(([, said]) =>
    ['sv', 'de', 'hu', 'sl'].some((language) => !said[language as keyof typeof said]?.trim()),
  );
  expect(missing).toEqual([]);
});
