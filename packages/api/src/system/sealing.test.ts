/** What stands in the audit log of a person's pay, account, identity and home is sealed, and can be erased for good. */
import { type Hired, type Member, type Office, openOffice, performed, startWorld, type World } from '@kontor/testkit';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

let world: World;
let office: Office;
let owner: pg.Pool;
let anna: Hired;

beforeAll(async () => {
  world = await startWorld();
  owner = new pg.Pool({ connectionString: world.ownerUrl, max: 2 });
  office = await openOffice(world);
  anna = await office.hire('Anna', { salary: '41234.5', nationalId: '811228-9874', homeStreet: 'Hidden lane 7' });
  const { version } = (
    await owner.query<{ version: number }>('select version from person where id = $1', [anna.personId])
  ).rows[0] as { version: number };
  const move = {
    id: anna.personId,
    expectedVersion: version,
    homeStreet: 'Other lane 9',
    emergencyName: 'Åsa "Nobody"',
  };
  await performed(office.hr, 'updatePerson', move, 'person { id }');
});
afterAll(async () => {
  await owner.end();
  await world.stop();
});

const secrets = ['41234', '8112289874', 'Hidden lane', 'Other lane', 'Nobody'];

interface Told {
  readonly history: {
    readonly nodes: readonly {
      readonly changes: readonly { field: string; from: string | null; to: string | null; toLabel: string | null }[];
    }[];
  };
}

/** What the history of Anna's person tells of a field: from, to and its label, the latest first. */
async function told(who: Member, field: string, entity = 'Person', id = anna.personId): Promise<(string | null)[][]> {
  const { history } = await who.client.request<Told>(
    `query ($entity: String!, $id: ID!) { history(entity: $entity, id: $id) { nodes { changes { field from to toLabel } } } }`,
    { entity, id },
  );
  return history.nodes.flatMap(({ changes }) =>
    changes.filter((each) => each.field === field).map(({ from, to, toLabel }) => [from, to, toLabel]),
  );
}

test('a dump of the log holds no value of a person', async () => {
  const { rows } = await owner.query<{ dump: string; sealed: number }>(
    `select string_agg(c::text, e'\\n') as dump, count(*) filter (where c.after::text like '%$sealed%')::int as sealed from audit_change c`,
  );
  for (const secret of secrets) expect(rows[0]?.dump).not.toContain(secret);
  expect(rows[0]?.dump).toContain('Anna');
  expect(rows[0]?.sealed).toBeGreaterThan(3);
});

test('the same value is sealed differently each time, and that there is none is not sealed', async () => {
  const { rows } = await owner.query<{ street: unknown; phone: unknown }>(
    `select after -> 'home_street' as street, after -> 'emergency_phone' as phone from audit_change where row_id = $1 order by id`,
    [anna.personId],
  );
  expect(rows[0]).toEqual({ street: { $sealed: expect.stringMatching(/^[A-Za-z0-9+/]{40,}=*$/) }, phone: null });
  const salaries = await owner.query(
    `select distinct after -> 'salary' ->> '$sealed' from audit_change where table_name = 'employee' and after ? 'salary'
     union select after -> 'amount' ->> '$sealed' from audit_change where table_name = 'compensation'`,
  );
  expect(salaries.rowCount).toBeGreaterThan(1);
});

test('a history opens what the viewer may read', async () => {
  expect(await told(office.hr, 'homeStreet')).toEqual([
    ['Hidden lane 7', 'Other lane 9', 'Other lane 9'],
    [null, 'Hidden lane 7', 'Hidden lane 7'],
  ]);
  expect(await told(office.hr, 'emergencyName')).toEqual([[null, 'Åsa "Nobody"', 'Åsa "Nobody"']]);
  expect(await told(office.hr, 'salary', 'Employee', anna.employeeId)).toContainEqual([
    null,
    '41234.5000',
    '41234.5000',
  ]);
  const colleague = await world.member('colleague', [{ role: 'EMPLOYEE', companyId: office.companyId }]);
  expect(await told(colleague, 'homeStreet')).toEqual([]);
});

test('the application cannot read a key, only destroy it', async () => {
  const { pool } = world.server.app;
  await expect(pool.query('select key from person_key')).rejects.toThrow(/permission denied/);
  await expect(pool.query(`update person_key set key = ''`)).rejects.toThrow(/permission denied/);
  await expect(pool.query(`insert into person_key values (uuid7(), '')`)).rejects.toThrow(/permission denied/);
});

test('where the key is destroyed, the history says that the value is erased', async () => {
  const { rowCount } = await world.server.app.pool.query('delete from person_key where person_id = $1', [
    anna.personId,
  ]);
  expect(rowCount).toBe(1);
  expect(await told(office.hr, 'homeStreet')).toEqual([
    [null, null, 'Erased'],
    [null, null, 'Erased'],
  ]);
  expect(await told(office.hr, 'firstName')).toEqual([[null, 'Anna', 'Anna']]);
  // What is written of the person from now on has a key of its own, which opens nothing of before.
  const { rows } = await owner.query<{ version: number }>('select version from person where id = $1', [anna.personId]);
  const again = { id: anna.personId, expectedVersion: rows[0]?.version, homeStreet: 'Third lane 1' };
  await performed(office.hr, 'updatePerson', again, 'person { id }');
  expect((await told(office.hr, 'homeStreet'))[0]).toEqual(['Other lane 9', 'Third lane 1', 'Third lane 1']);
  expect((await told(office.hr, 'homeStreet'))[1]).toEqual([null, null, 'Erased']);
});
