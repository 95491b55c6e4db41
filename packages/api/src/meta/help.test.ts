import { startWorld } from '@kontor/testkit';
import { gql } from 'graphql-request';
import { describe, expect, test } from 'vitest';
import { fieldOf } from '../catalogue.ts';
import { entityNamed, type Language } from '../entity.ts';
import { Role } from '../generated/prisma/enums.ts';
import { domainOf } from '../policy/index.ts';
import '../schema.ts';
import type { Viewer } from '../viewer.ts';
import { consoleMetaFor } from './describe.ts';
import { de } from './help/de.ts';
import { hu } from './help/hu.ts';
import { sl } from './help/sl.ts';
import { sv } from './help/sv.ts';
import type { HelpTexts } from './help/texts.ts';
import { isNamedByTarget } from './help.ts';

const translated: Readonly<Record<Exclude<Language, 'en'>, readonly HelpTexts[]>> = { sv, de, hu, sl };

/** Somebody who holds every role everywhere: whatever is served to anybody is served to them. */
const everybody: Viewer = {
  userId: null,
  name: 'everybody',
  email: '',
  language: 'en',
  personId: null,
  employeeIds: [],
  grants: Object.values(Role).map((role) => ({ role, companyId: null })),
  channel: 'console',
  address: null,
  sessionId: null,
};

/** Every help text that `consoleMeta` serves, with the domain that it is first served for. */
function servedTexts(): Map<string, string> {
  const { entities, actions, enums } = consoleMetaFor(everybody, 'en');
  const served = new Map<string, string>();
  const domainOfEnum = new Map<string, string>();
  const serve = (domain: string, text: string, enumName?: string): void => {
    if (!served.has(text)) served.set(text, domain);
    if (enumName !== undefined && !domainOfEnum.has(enumName)) domainOfEnum.set(enumName, domain);
  };
  for (const { name, domain, description, fields } of entities) {
    serve(domain, description);
    for (const field of fields)
      if (!isNamedByTarget(fieldOf(entityNamed(name).name, field.name)))
        serve(domain, field.description, field.enumName);
  }
  for (const { entity, description, inputs } of actions) {
    const domain = domainOf(entityNamed(entity).name);
    serve(domain, description);
    for (const input of inputs) serve(domain, input.description, input.enumName);
  }
  for (const { name, values } of enums)
    for (const { description } of values) serve(domainOfEnum.get(name) ?? 'organisation', description);
  served.delete('');
  return served;
}

const served = servedTexts();

/** Capitals that are no code but a word of the language: human resources has another in most. */
const words: ReadonlySet<string> = new Set(['HR']);

/** What reads the same in every language: numbers, addresses, names such as `niCategory`, GB-EAW or SHA-256, and what is in braces. */
const codes = (text: string): string[] =>
  (text.match(/\{[^}]+\}|https?:\S+|[\w.-]*\d[\w.-]*|\b[a-z]+[A-Z]\w*|\b[A-Z][A-Z_-]*[A-Z]\b/g) ?? [])
    .map((code) => code.replace(/[.-]+$/, ''))
    .filter((code) => !words.has(code));

describe.each(Object.entries(translated))('help in %s', (language, files) => {
  const texts = new Map(files.flatMap((file) => Object.entries(file)));

  test('every text that is served has its translation', () => {
    const missing = [...served].filter(([text]) => !texts.get(text));
    // What is missing, as the lines to translate and the file to add them to.
    expect(
      missing.map(
        ([text, domain]) => `packages/api/src/meta/help/${language}/${domain}.json  ${JSON.stringify(text)}: "",`,
      ),
    ).toEqual([]);
  });

  test('nothing is translated that nobody is served, and nothing twice', () => {
    expect([...texts.keys()].filter((text) => !served.has(text))).toEqual([]);
    expect(files.reduce((sum, file) => sum + Object.keys(file).length, 0)).toBe(texts.size);
  });

  test('numbers and codes are the same as in English', () => {
    expect([...texts.keys()].flatMap(codes).length).toBeGreaterThan(50);
    const lost = [...texts].flatMap(([text, translation]) =>
      codes(text)
        .filter((code) => !translation.includes(code))
        .map((code) => `${code}: ${text} -> ${translation}`),
    );
    expect(lost).toEqual([]);
  });

  test('a relation without a text of its own is named by what it leads to', () => {
    const { entities } = consoleMetaFor(everybody, language as Language);
    const company = entities.find(({ name }) => name === 'Company');
    const sites = company?.fields.find(({ name }) => name === 'sites')?.description ?? '';
    expect(sites).toContain(entityNamed('Site').title[language as Language][1]);
  });
});

test('whoever reads Hungarian is helped in Hungarian', async () => {
  const world = await startWorld();
  try {
    const { client } = await world.member('hr', [{ role: 'HR' }]);
    await client.request(gql`mutation { updateMyLanguage(input: { language: "hu" }) { userErrors { code } } }`);
    const { consoleMeta } = await client.request<Told>(gql`
      {
        consoleMeta {
          entities { name description fields { name description } }
          actions { name description inputs { name description } }
          enums { name values { name description } }
        }
      }
    `);
    const employee = named(consoleMeta.entities, 'Employee');
    const endEmployment = named(consoleMeta.actions, 'endEmployment');
    expect({
      field: named(employee?.fields, 'employeeNumber')?.description,
      action: endEmployment?.description,
      input: named(endEmployment?.inputs, 'reason')?.description,
      value: named(named(consoleMeta.enums, 'PositionStatus')?.values, 'FROZEN')?.description,
      relation: named(named(consoleMeta.entities, 'Company')?.fields, 'sites')?.description,
    }).toEqual({
      field: 'A munkaviszony száma, a vállalaton belül egyedi.',
      action:
        'Egy múltbeli vagy jövőbeli napon megszünteti a munkaviszonyt: vele megszűnik a beosztás és a bér, utána a munkakör szabad, az eszközöket vissza kell adni, és megszűnik a munkavállalói szerepkör.',
      input: 'Miért szűnik meg.',
      value: 'Megmarad, de egyelőre senki nem vehető fel rá.',
      relation: 'Telephelyek ehhez a rekordhoz.',
    });
  } finally {
    await world.stop();
  }
});

interface Described {
  readonly name: string;
  readonly description: string;
}

interface Told {
  readonly consoleMeta: {
    readonly entities: readonly (Described & { readonly fields: readonly Described[] })[];
    readonly actions: readonly (Described & { readonly inputs: readonly Described[] })[];
    readonly enums: readonly { readonly name: string; readonly values: readonly Described[] }[];
  };
}

const named = <T extends { readonly name: string }>(all: readonly T[] | undefined, name: string): T | undefined =>
  all?.find((each) => each.name === name);
