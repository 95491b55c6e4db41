/** The migration that seals what stood in the audit log before it. */
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { withClient } from './connect.ts';
import { migrate } from './migrate.ts';
import { prismaFolder } from './migration-files.ts';
import { createScratchDatabase, type ScratchDatabase } from './scratch-database.ts';

const { ownerUrl, appUrl } = inject('testServer');
let database: ScratchDatabase;
beforeAll(async () => {
  database = await createScratchDatabase(ownerUrl, 'sealed');
});
afterAll(() => database.drop());

const before = `
  insert into audit_operation (id, actor, command, channel) values ('0a000000-0000-7000-8000-000000000001', 'hr', 'hireEmployee', 'console');
  insert into audit_change (operation_id, table_name, row_id, kind, before, after) values
    ('0a000000-0000-7000-8000-000000000001', 'person', '0a000000-0000-7000-8000-00000000000a', 'INSERT', null,
      '{"id": "0a000000-0000-7000-8000-00000000000a", "first_name": "Anna", "iban": "SE45500", "birth_on": null}'),
    ('0a000000-0000-7000-8000-000000000001', 'employee', '0a000000-0000-7000-8000-00000000000b', 'INSERT', null,
      '{"id": "0a000000-0000-7000-8000-00000000000b", "person_id": "0a000000-0000-7000-8000-00000000000a", "salary": 41234.5000}'),
    ('0a000000-0000-7000-8000-000000000001', 'employee', '0a000000-0000-7000-8000-00000000000b', 'UPDATE', '{"work_phone": null}', '{"work_phone": "+46701"}'),
    ('0a000000-0000-7000-8000-000000000001', 'compensation', '0a000000-0000-7000-8000-00000000000c', 'INSERT', null,
      '{"employee_id": "0a000000-0000-7000-8000-00000000000b", "amount": 41234.5000}'),
    ('0a000000-0000-7000-8000-000000000001', 'compensation', '0a000000-0000-7000-8000-00000000000c', 'UPDATE', '{"amount": 41234.5000}', '{"amount": 51234.5000}'),
    ('0a000000-0000-7000-8000-000000000001', 'department', '0a000000-0000-7000-8000-00000000000d', 'INSERT', null, '{"name": "Finance"}');`;

test('seals what was in the log, and nothing of it is lost', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'kontor-sealed-'));
  const names = (await readdir(path.join(prismaFolder, 'migrations'))).filter((name) => !name.endsWith('.toml'));
  const earlier = names.filter((name) => name.slice(0, 14) < '20261122072000');
  expect(earlier.length).toBeLessThan(names.length);
  for (const name of earlier)
    await cp(path.join(prismaFolder, 'migrations', name), path.join(folder, 'migrations', name), { recursive: true });
  await mkdir(path.join(folder, 'standing'));
  await migrate(database.url, { appUrl, folder });
  await rm(folder, { recursive: true });
  await withClient(database.url, async (client) => {
    await client.query(before);
    await migrate(database.url, { appUrl });
    const { rows } = await client.query<{ log: string }>(
      `select string_agg(c::text, ' ' order by table_name desc) as log from audit_change c`,
    );
    expect(rows[0]?.log).not.toMatch(/41234|51234|SE45500/);
    expect(rows[0]?.log).toMatch(/Anna.*Finance/s);
    const opened = await client.query(
      `select table_name, kind, open_values(before, null, person_id) as before, open_values(after, null, person_id)
         - array['id', 'person_id', 'employee_id'] as after from audit_change order by table_name, kind`,
    );
    expect(opened.rows).toEqual([
      { table_name: 'compensation', kind: 'INSERT', before: null, after: { amount: 41234.5 } },
      { table_name: 'compensation', kind: 'UPDATE', before: { amount: 41234.5 }, after: { amount: 51234.5 } },
      { table_name: 'department', kind: 'INSERT', before: null, after: { name: 'Finance' } },
      { table_name: 'employee', kind: 'INSERT', before: null, after: { salary: 41234.5 } },
      { table_name: 'employee', kind: 'UPDATE', before: { work_phone: null }, after: { work_phone: '+46701' } },
      {
        table_name: 'person',
        kind: 'INSERT',
        before: null,
        after: { first_name: 'Anna', iban: 'SE45500', birth_on: null },
      },
    ]);
    expect((await client.query('select kind from audit_pending')).rows).toEqual([{ kind: 'operation' }]);
  });
});
