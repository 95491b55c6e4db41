import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { REFUSALS } from './refusals.ts';

const packages = join(import.meta.dirname, '../../../');

/** Answers to a program or to whoever runs the server: nobody meets them in the console. */
const NOT_FOR_THE_CONSOLE = [
  'core/src/money/split.ts',
  'core/src/payroll',
  'api/src/database',
  'api/src/command-line',
  'api/src/demo',
  'api/src/generated',
  'api/src/server',
];
/** Codes of requests as a whole; the sentences for them stand in the catalogues under `error`. */
const OF_REQUESTS = new Set([
  'BAD_INPUT',
  'FORBIDDEN',
  'INTERNAL',
  'LIMIT_EXCEEDED',
  'RATE_LIMITED',
  'UNAUTHENTICATED',
]);

const CODE = "'([A-Z]+(?:_[A-Z]+)*)'";
/** The ways in which the sources write down the reason of a refusal. */
const WRITTEN = [
  // type HireCode = PayCode | 'PERSON_INACTIVE' | …
  { outer: /\btype \w*Code =([^;]*);/g, inner: new RegExp(CODE, 'g') },
  // { code: 'NOT_FOUND', message: … }
  { outer: /\bcode:([^;{}]{0,90}?),\s*(?:\n\s*)?message\b/g, inner: new RegExp(CODE, 'g') },
  // reject('DATE_MALFORMED', …), fault('REQUIRED', …), known(isLocale, 'LOCALE_UNKNOWN', …)
  { outer: /\b(?:reject|rejection|refuse|fault|known)\(([^)]{0,80})/g, inner: new RegExp(CODE, 'g') },
];

function codesIn(text: string): string[] {
  return WRITTEN.flatMap(({ outer, inner }) =>
    [...text.matchAll(outer)].flatMap(([, part = '']) => [...part.matchAll(inner)].map(([, code = '']) => code)),
  );
}

function sources(): string[] {
  return ['core/src', 'api/src']
    .flatMap((folder) =>
      readdirSync(join(packages, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    )
    .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|\/testing/.test(name))
    .filter((name) => !NOT_FOR_THE_CONSOLE.some((left) => name.startsWith(left)));
}

it('finds a code in each way of writing it', () => {
  const text = `
    export type HireCode = PayCode | 'PERSON_INACTIVE'
      | 'COMPANY_INACTIVE';
    if (gone) return [{ code: 'NOT_FOUND', message: 'There is none.', path: [] }];
    faults.push({ code: late ? 'TOO_LATE' : 'TOO_EARLY',
      message, path });
    return rejection(
      'PERSON_MISSING', 'Choose a person.');
    const formats = { locale: known(isLocale, 'LOCALE_UNKNOWN', 'Use a language and region such as sv-SE.') };
    const company = { code: 'SE', name: 'Kontor' };`;
  expect(codesIn(text)).toEqual([
    'PERSON_INACTIVE',
    'COMPANY_INACTIVE',
    'NOT_FOUND',
    'TOO_LATE',
    'TOO_EARLY',
    'PERSON_MISSING',
    'LOCALE_UNKNOWN',
  ]);
});

it('says every reason that the graph can refuse for', () => {
  const found = new Map<string, string>();
  for (const name of sources())
    for (const code of codesIn(readFileSync(join(packages, name), 'utf8'))) found.set(code, name);
  expect(found.size).toBeGreaterThan(130);
  const missing = [...found].filter(([code]) => !(code in REFUSALS) && !OF_REQUESTS.has(code));
  expect(missing).toEqual([]);
});

it('says every problem of a run that the graph can tell of', () => {
  const written = (name: string): string => readFileSync(join(packages, name), 'utf8');
  const [, ofEvents = ''] = /type PayEventCode =([^;]*);/.exec(written('core/src/payroll/pay-event.ts')) ?? [];
  const gathered = ['gather/pay-event.ts', 'calculate/calculate-run.ts', 'calculate/deviations.ts'].map((name) =>
    written(`api/src/payroll/${name}`),
  );
  const problem = /(?:\berror\(\s*[\w.]+,|\bcode:)\s*'([A-Z]+(?:_[A-Z]+)+)'/g;
  const codes = [
    ...[...ofEvents.matchAll(new RegExp(CODE, 'g'))].map(([, code = '']) => code),
    ...gathered.flatMap((text) => [...text.matchAll(problem)].map(([, code = '']) => code)),
  ];
  expect(codes).toEqual(expect.arrayContaining(['RULE_FAILED', 'BANK_ACCOUNT_MISSING', 'NET_NEGATIVE', 'NEW_IN_RUN']));
  expect(codes.filter((code) => !(code in REFUSALS))).toEqual([]);
});
