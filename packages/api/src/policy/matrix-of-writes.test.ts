import { startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EntityName, enums, models } from '../catalogue.ts';
import { commandsOf } from '../command.ts';
import { withClient } from '../database/connect.ts';
import { entities, entityNamed } from '../entity.ts';
import { Role } from '../generated/prisma/enums.ts';
import { type Rows, type StoredRow, storeRows } from '../read/proof/random-world.ts';
import { createInputs, fieldOfInput, updateInputs } from '../write/entity-input.ts';
import type { InputField, InputFields } from '../write/input.ts';
import { type Answer, type Ask, asker, inParallel } from './proof/asking.ts';
import { Expectation } from './proof/expectation.ts';
import { type Middle, middleWorld, withStored } from './proof/world-rows.ts';

type Granted = (middle: Middle) => { role: Role; companyId: string | null }[];
const holders: readonly (readonly [string, Granted])[] = [
  ...Object.values(Role).map((role): [string, Granted] => [
    `${role} of a company`,
    ({ companyId }) => [{ role, companyId }],
  ]),
  ['ADMINISTRATOR of all', () => [{ role: 'ADMINISTRATOR', companyId: null }]],
  [
    'HR here and EMPLOYEE there',
    ({ companyId, otherCompanyId }) => [
      { role: 'HR', companyId },
      { role: 'EMPLOYEE', companyId: otherCompanyId },
    ],
  ],
];

/** Seen by nobody, so that whoever may write is told of a conflict and changes nothing. */
const noVersion = 1_000_000;

let world: World;
let middle: Middle;
let rows: Rows;
const viewers = new Map<string, { ask: Ask; expected: Expectation }>();

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  middle = middleWorld(4);
  await withClient(world.ownerUrl, (owner) => storeRows(owner, middle.rows));
  const members = new Map<string, Awaited<ReturnType<World['member']>>>();
  for (const [name, granted] of holders)
    members.set(name, await world.member(name.replaceAll(/\W/g, '-'), granted(middle), middle.personId));
  rows = await withClient(world.ownerUrl, (owner) => withStored(middle.rows, owner));
  for (const [name, granted] of holders) {
    const { userId = '', token = '' } = members.get(name) ?? {};
    const expected = new Expectation(rows, { userId, personId: middle.personId, grants: granted(middle) });
    viewers.set(name, { ask: asker(world.url, token), expected });
  }
});
afterAll(() => world.stop());

const viewerOf = (name: string) => viewers.get(name) as { ask: Ask; expected: Expectation };
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const formats: Readonly<Record<string, string>> = {
  email: 'somebody@world.example',
  phone: '+46701740605',
  iban: 'DE89370400440532013000',
  bic: 'DEUTDEFF',
  country: 'SE',
  language: 'sv',
  locale: 'sv-SE',
  timeZone: 'Europe/Stockholm',
};

/** A value that an input takes, and that refers to nothing. */
function valueFor(field: InputField): unknown {
  const one = (): unknown => {
    switch (field.kind) {
      case 'text':
        return (field.format && formats[field.format]) ?? 'x';
      case 'decimal':
        return field.minimum !== undefined && Number(field.minimum) > 0 ? field.minimum : '1';
      case 'integer':
        return Number(field.minimum ?? 1);
      case 'boolean':
        return true;
      case 'date':
        return '2026-01-01';
      case 'instant':
        return '2026-01-01T00:00:00.000Z';
      case 'enum':
        return enums[field.enumName ?? '']?.values[0]?.name;
      case 'json':
        return {};
      case 'rows':
        return required(field.fields ?? {});
      case 'id':
        return '00000000-0000-7000-8000-000000000001';
    }
  };
  return field.list ? [one()] : one();
}

const required = (fields: InputFields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (field.required ? [[name, valueFor(field)]] : [])),
  );

type Outcome = 'FORBIDDEN' | 'NOT_FOUND' | 'admitted';

/** Whether a mutation got as far as looking at what it was to do. */
function outcomeOf(answer: Answer, told: string): Outcome {
  const code = answer.errors?.[0]?.extensions.code;
  if (code === 'FORBIDDEN' || code === 'NOT_FOUND') return code;
  expect(answer.errors, told).toBeUndefined();
  return 'admitted';
}

async function mutate(ask: Ask, name: string, input: object): Promise<Outcome> {
  const told = `${name} ${JSON.stringify(input)}`;
  const query = `mutation ($input: ${upperFirst(name)}Input!) { done: ${name}(input: $input) { userErrors { code path } } }`;
  return outcomeOf(await ask(query, { input }), told);
}

/** A record of each sort: own, of somebody below, of here, of elsewhere, and what of these goes together. */
function some(entity: EntityName): StoredRow[] {
  const anybody = new Expectation(rows, { userId: '', personId: middle.personId, grants: [] });
  const stored = middle.rows.get(entity) ?? [];
  const bySort = new Map(stored.map((row) => [anybody.sortOf(entity, row, middle.companyId), row]));
  return [...bySort.values()];
}

/** What is nobody's to do here is refused before the record is looked for; else a record that is not seen is not there. */
const dueFor = (never: boolean, sees: boolean, may: boolean): Outcome =>
  never ? 'FORBIDDEN' : !sees ? 'NOT_FOUND' : may ? 'admitted' : 'FORBIDDEN';

describe.each(holders.map(([name]) => name))('%s', (name) => {
  test('updates the fields that the policy gives, on its rows', async () => {
    const { ask, expected } = viewerOf(name);
    await inParallel(
      entities().filter((entity) => entity.write.length > 0),
      async ({ name: entity, write: writable }) => {
        for (const row of some(entity))
          for (const [input, field] of Object.entries(updateInputs(entity))) {
            const outcome = await mutate(ask, `update${entity}`, {
              id: row['id'],
              expectedVersion: noVersion,
              [input]: valueFor(field),
            });
            const never = writable.every((field) => expected.never(entity, field, 'write'));
            const may = expected.may(entity, row, fieldOfInput(entity, input), 'write');
            expect(outcome, `${entity}.${input} of ${row['id']}`).toBe(dueFor(never, expected.sees(entity, row), may));
          }
      },
    );
  }, 120_000);

  test('takes out of use what it may, and nothing else', async () => {
    const { ask, expected } = viewerOf(name);
    const masters = entities().filter((entity) => entity.kind === 'master' && 'active' in models[entity.name].fields);
    await inParallel(masters, async ({ name: entity }) => {
      for (const row of some(entity)) {
        const [never, may] = [expected.never(entity, 'id', 'write'), expected.may(entity, row, 'id', 'write')];
        const outcome = await mutate(ask, `deactivate${entity}`, { id: row['id'], expectedVersion: noVersion });
        expect(outcome, `${entity} ${row['id']}`).toBe(dueFor(never, expected.sees(entity, row), may));
      }
    });
  }, 60_000);

  test('makes records where the policy says', async () => {
    const { ask, expected } = viewerOf(name);
    const made = entities().filter((entity) => entity.create.length > 0);
    await inParallel(made, async ({ name: entity }) => {
      const fields = createInputs(entity);
      const companies = 'companyId' in fields ? [middle.companyId, middle.otherCompanyId] : [null];
      for (const companyId of companies) {
        const input = { ...required(fields), ...(companyId && { companyId }) };
        const written = Object.keys(input)
          .filter((key) => key !== 'companyId')
          .map((key) => fieldOfInput(entity, key));
        const may = ['id', ...written].every((field) => expected.mayCreate(entity, field, companyId));
        expect(await mutate(ask, `create${entity}`, input), `${entity} in ${companyId}`).toBe(
          may ? 'admitted' : 'FORBIDDEN',
        );
      }
    });
  }, 60_000);

  test('runs the commands that it may, on the records that it may', async () => {
    const { ask, expected } = viewerOf(name);
    const standing = entities().flatMap((entity) => commandsOf(entity.name));
    expect(standing.length).toBeGreaterThan(20);
    await inParallel(standing, async (command) => {
      for (const row of some(command.entity)) {
        const input = {
          ...required(command.input),
          [command.record ?? 'id']: row['id'],
          ...(command.versioned && { expectedVersion: noVersion }),
          ...(command.idempotent && { idempotencyKey: `${name} ${row['id']}` }),
        };
        const told = `${command.name} of ${row['id']}`;
        const sees = expected.sees(command.entity, row);
        const may = expected.mayRun(command.name, command.entity, row);
        const due: Outcome =
          expected.neverRuns(command.name) || (sees && !may) ? 'FORBIDDEN' : sees ? 'admitted' : 'NOT_FOUND';
        expect(await mutate(ask, command.name, input), told).toBe(due);
      }
    });
  }, 120_000);
});

test('nothing of all that changed a record that was there', async () => {
  await withClient(world.ownerUrl, async (owner) => {
    for (const entity of entities()) {
      if (!('version' in models[entity.name].fields) || !middle.rows.has(entity.name)) continue;
      const { rows: found } = await owner.query<{ id: string; version: number }>(
        `select id::text, version from ${owner.escapeIdentifier(models[entity.name].table)}`,
      );
      const versions = new Map(found.map((row) => [row.id, row.version]));
      const free = commandsOf(entity.name).some((command) => !command.versioned);
      for (const row of free ? [] : (middle.rows.get(entity.name) ?? []))
        expect(versions.get(String(row['id'])), entityNamed(entity.name).single).toBe(row['version']);
    }
  });
});
