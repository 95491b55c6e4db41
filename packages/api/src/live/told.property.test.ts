import { startWorld, type World } from '@kontor/testkit';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkPending } from '../audit/link-pending.ts';
import { type EntityName, type Field, graphFields, models } from '../catalogue.ts';
import { entities } from '../entity.ts';
import { Role } from '../generated/prisma/enums.ts';
import { entityPolicies } from '../policy/index.ts';
import { Expectation, type Person } from '../policy/proof/expectation.ts';
import { type Middle, middleWorld, withStored } from '../policy/proof/world-rows.ts';
import { isSensitive } from '../read/notes.ts';
import { type Rows, type StoredRow, storeRows } from '../read/proof/random-world.ts';
import { columnField } from '../write/entity-input.ts';
import { followed } from './followed.ts';
import { Listening } from './proof/listen.ts';

/**
 * What an event tells, against the policy's tables said a second time: of every row of a random world one field is changed,
 * and each viewer hears of exactly those rows of which they see the row and may read the field. A change of what is hidden
 * is told to nobody, by no word and no number.
 */
let world: World;
let owner: pg.Pool;
let middle: Middle;

const rounds = 4;
const marker: EntityName = 'Company';

beforeAll(async () => {
  middle = middleWorld(4);
  world = await startWorld({ rateCapacity: 1e9, streamsPerUser: 100 });
  owner = new pg.Pool({ connectionString: world.ownerUrl, max: 1 });
  const client = await owner.connect();
  await storeRows(client, middle.rows);
  client.release();
});
afterAll(async () => {
  await owner.end();
  await world.stop();
});

/** A field of a row that an operation is said to have changed. */
interface Touched {
  readonly entity: EntityName;
  readonly row: StoredRow;
  readonly field: Field;
}

const recorded = (): EntityName[] =>
  entities()
    .map(({ name }) => name)
    .filter((name) => followed(name)[0] === name && name !== marker && name !== 'Currency');

/** Fields that stand in a column of the row; a reference that is empty has not changed. */
const fieldsOf = (entity: EntityName, row: StoredRow): readonly Field[] =>
  graphFields(entity).filter((field) =>
    field.kind === 'relation'
      ? (field.from?.length ?? 0) > 0 && (row[columnField(entity, field.name).name] ?? null) !== null
      : !field.list,
  );

/** A number that follows from a text alone, so that each round goes another way and every run the same. */
const numberOf = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7);

function touch(rows: Rows, round: number): readonly Touched[] {
  return recorded().flatMap((entity) =>
    (rows.get(entity) ?? []).flatMap((row) => {
      const fields = fieldsOf(entity, row);
      const field = fields[numberOf(`${round}${row['id']}`) % Math.max(1, fields.length)];
      return field ? [{ entity, row, field }] : [];
    }),
  );
}

/** Writes into the audit log that one operation changed these, and last of all the name of a company. */
async function record(touched: readonly Touched[]): Promise<void> {
  const changes = touched.map(({ entity, row, field }) => {
    const { column, name } = columnField(entity, field.name);
    return { of: models[entity].table, row: row['id'], values: { [column]: row[name] ?? null } };
  });
  const last = { of: 'company', row: middle.companyId, values: { name: 'marked' } };
  await owner.query(
    `with operation as (insert into audit_operation (actor, command, channel) values ('somebody', 'touch', 'job') returning id),
       pending as (insert into audit_pending (kind, subject_id) select 'operation', id from operation)
     insert into audit_change (operation_id, table_name, row_id, kind, before, after)
     select operation.id, c ->> 'of', (c ->> 'row')::uuid, 'UPDATE', c -> 'values', c -> 'values'
     from operation, jsonb_array_elements($1) c`,
    [JSON.stringify([...changes, last])],
  );
  await linkPending(world.server.app.pool);
}

const isTold = (expected: Expectation, { entity, row, field }: Touched): boolean =>
  expected.sees(entity, row) &&
  (field.kind === 'relation' && field.type !== 'Currency'
    ? expected.target(entity, row, field) !== null
    : expected.may(entity, row, field.name));

const written = ({ entity, row }: Touched): string =>
  isSensitive(entityPolicies[entity].row) ? `LIST ${entity}` : `UPDATED ${entity} ${row['id']}`;

test.each(Object.values(Role))(
  '%s hears of what they may read, and of nothing else',
  { timeout: 240_000 },
  async (role) => {
    const grants = [{ role, companyId: middle.companyId }];
    const { token, userId } = await world.member(`hears-${role}`, grants, middle.personId);
    const person: Person = { userId, personId: middle.personId, grants };
    const client = await owner.connect();
    const rows = await withStored(middle.rows, client);
    client.release();
    const expected = new Expectation(rows, person);
    const met = recorded().filter((entity) => !expected.never(entity, 'id'));
    const marks = expected.sees(marker, { id: middle.companyId });
    expect(marks).toBe(true);
    // That the viewer was let in is no news any more.
    await linkPending(world.server.app.pool);
    const streams: Listening[] = [];
    for (let at = 0; at < met.length; at += 19)
      streams.push(
        await Listening.open({
          url: world.url,
          headers: { authorization: `Bearer ${token}` },
          entities: [...met.slice(at, at + 19), marker],
        }),
      );
    let told = 0;
    let silent = 0;
    for (let round = 0; round < rounds; round += 1) {
      const touched = touch(rows, round);
      await record(touched);
      const heard: string[] = [];
      for (const stream of streams) {
        await stream.until(({ events }) => events.some(({ entity }) => entity === marker));
        heard.push(...stream.take().filter((event) => event !== `UPDATED ${marker} ${middle.companyId}`));
      }
      const due = new Set(touched.filter((each) => isTold(expected, each)).map(written));
      told += due.size;
      silent += touched.length - due.size;
      expect(heard.sort()).toEqual([...due].sort());
    }
    for (const stream of streams) stream.close();
    console.info(`${role}: ${met.length} entities, ${told} changes told, ${silent} not`);
    expect(silent).toBeGreaterThan(100);
  },
);

test('every entity is recorded row by row, told with what it is written with, or told of to nobody', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'record_change'`,
  );
  const tables = new Set(rows.map(({ name }) => name));
  const deaf = entities().filter(({ name }) => followed(name).some((each) => !tables.has(models[each].table)));
  expect(deaf.map(({ name }) => name)).toEqual([]);
});
