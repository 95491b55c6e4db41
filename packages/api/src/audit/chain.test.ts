/** The chain over the audit log: whoever changes what happened is found out, whatever the database lets them do. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Hired,
  type Office,
  onDatabase,
  openOffice,
  performed,
  runKontor,
  startWorld,
  type World,
} from '@kontor/testkit';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { workspaceRoot } from '../env.ts';
import { linkPending } from './link-pending.ts';
import { verify } from './verify.ts';

let world: World;
let office: Office;
let owner: pg.Pool;
let anna: Hired;
let head: string;
let links: number;

const tables = ['audit_operation', 'audit_change', 'audit_link', 'audit_pending', 'sensitive_read'];

beforeAll(async () => {
  world = await startWorld();
  owner = new pg.Pool({ connectionString: world.ownerUrl, max: 4 });
  office = await openOffice(world);
  anna = await office.hire('Anna', { salary: '41234.5', nationalId: '811228-9874' });
  await office.hr.client.request('{ employees { nodes { salary } } }');
  await linkPending(world.server.app.pool);
  ({ head, links } = await verdict());
  await owner.query('alter table audit_change drop constraint audit_change_operation_id_fkey');
  await owner.query('create schema kept');
  for (const table of tables) await owner.query(`create table kept.${table} as table public.${table}`);
});
afterAll(async () => {
  await owner.end();
  await world.stop();
});

/** What verifying tells, with ids left out. */
async function verdict(known?: string): Promise<{ head: string; links: number; told: string[] }> {
  const client = await owner.connect();
  const told: string[] = [];
  try {
    const found = await verify(client, {
      ...(known !== undefined && { head: known }),
      tell: (difference) => told.push(difference.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')),
    });
    expect(found.differences).toBe(told.length);
    return { head: found.head ?? '', links: found.links, told };
  } finally {
    client.release();
  }
}

/** As whoever owns the tables and has taken their keys off: a superuser can do no more. */
async function tamper(...statements: string[]): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
  } finally {
    client.release();
  }
}

const restored = (): Promise<void> =>
  tamper(
    ...tables.map((table) => `delete from ${table}`),
    ...tables.map((table) => `insert into ${table} select * from kept.${table}`),
  );

const hiring = `(select id from audit_operation where command = 'hireEmployee')`;
const linkOf = (id: string): string => `(select seq from audit_link where subject_id = ${id})`;

test('what happened is linked, and nothing differs', async () => {
  const happened = await owner.query(
    `select (select count(*) from audit_operation)::int + (select count(*) from sensitive_read)::int as n`,
  );
  expect(links).toBe(happened.rows[0].n);
  expect(await verdict()).toEqual({ head, links, told: [] });
  expect(await verdict(head)).toEqual({ head, links, told: [] });
  expect(await linkPending(world.server.app.pool)).toBe(0);
});

describe('tampering is found and named', () => {
  afterEach(restored);

  const deeds: Readonly<Record<string, [statements: string[], ...told: RegExp[]]>> = {
    'a changed value': [
      [
        `update audit_change set after = jsonb_set(after, '{first_name}', '"Bertil"') where operation_id = ${hiring} and table_name = 'person'`,
      ],
      /^link \d+, operation … \(hireEmployee\): changed since it was linked$/,
    ],
    'a changed actor': [
      [`update audit_operation set actor = 'somebody else' where id = ${hiring}`],
      /^link \d+, operation … \(hireEmployee\): changed since it was linked$/,
    ],
    'a changed moment': [
      [`update audit_operation set at = at - interval '1 second' where id = ${hiring}`],
      /^link \d+, operation … \(hireEmployee\): changed since it was linked$/,
    ],
    'a deleted change': [
      [`delete from audit_change where operation_id = ${hiring} and table_name = 'compensation'`],
      /^link \d+, operation … \(hireEmployee\): missing: 1 change of \d+$/,
    ],
    'an added change': [
      [
        `insert into audit_change (operation_id, table_name, row_id, kind) values (${hiring}, 'person', uuid7(), 'DELETE')`,
      ],
      /^link \d+, operation … \(hireEmployee\): added: 1 change beside the \d+ that were linked$/,
    ],
    'a deleted operation': [
      [`delete from audit_change where operation_id = ${hiring}`, `delete from audit_operation where id = ${hiring}`],
      /^link \d+, operation …: missing: it is no longer in the log$/,
    ],
    'a deleted operation whose changes stayed': [
      [`delete from audit_operation where id = ${hiring}`],
      /^link \d+, operation …: missing: it is no longer in the log$/,
      ...Array.from({ length: 6 }, () => /^change …: its operation is missing$/),
    ],
    'a deleted link': [
      [
        `update audit_operation set at = at - interval '1 hour' where id = (select subject_id from audit_link where seq = 3)`,
        'delete from audit_link where seq = 3',
      ],
      /^link 3: missing$/,
      /^operation … \(\w+\): added, or its link is missing: it is in no link$/,
    ],
    'a changed link': [
      [`update audit_link set at = at - interval '1 hour' where seq = ${linkOf(hiring)}`],
      /^link \d+, operation … \(hireEmployee\): changed since it was linked$/,
    ],
    'an inserted operation': [
      [
        `insert into audit_operation (actor, command, channel, at) values ('hr', 'endEmployment', 'console', now() - interval '1 hour')`,
      ],
      /^operation … \(endEmployment\): added, or its link is missing: it is in no link$/,
    ],
    'a swapped order': [
      [
        'update audit_link set seq = -1 where seq = 4',
        'update audit_link set seq = 4 where seq = 5',
        'update audit_link set seq = 5 where seq = -1',
      ],
      /^link 4, operation … \(\w+\): out of order: it does not follow link 3$/,
      /^link 5, operation … \(\w+\): out of order: it does not follow link 4$/,
      /^link 6, operation … \(\w+\): out of order: it does not follow link 5$/,
    ],
    'a look at somebody that is hidden': [
      [`update sensitive_read set person_ids = '{}'`],
      /^link \d+, look …: changed since it was linked$/,
    ],
    'a deleted look': [['delete from sensitive_read'], /^link \d+, look …: missing: it is no longer in the log$/],
    'an operation that is kept from being linked': [
      [
        `insert into audit_operation (actor, command, channel, at) values ('hr', 'endEmployment', 'console', now() - interval '1 hour')`,
        `insert into audit_pending (kind, subject_id) select 'operation', id from audit_operation where command = 'endEmployment'`,
      ],
      /^operation … \(endEmployment\): waiting to be linked for longer than a minute$/,
    ],
    'an operation that is deleted before it is linked': [
      [
        `insert into audit_operation (actor, command, channel) values ('hr', 'endEmployment', 'console')`,
        `insert into audit_pending (kind, subject_id) select 'operation', id from audit_operation where command = 'endEmployment'`,
        `delete from audit_operation where command = 'endEmployment'`,
      ],
      /^operation …: missing: it waits to be linked, and is no longer in the log$/,
    ],
    'a look that is deleted before it is linked': [
      [
        `insert into audit_pending (kind, subject_id) select kind, subject_id from audit_link where kind = 'read' order by seq desc limit 1`,
        `delete from audit_link where seq = (select max(seq) from audit_link where kind = 'read')`,
        `delete from sensitive_read where id = (select subject_id from audit_pending)`,
      ],
      /^look …: missing: it waits to be linked, and is no longer in the log$/,
    ],
  };

  test.each(Object.entries(deeds))('%s', async (_name, [statements, ...told]) => {
    await tamper(...statements);
    const found = await verdict();
    expect(found.told).toEqual(told.map((each) => expect.stringMatching(each)));
  });

  test('a log that was cut, and one that was rewritten with its chain, by the head that was kept', async () => {
    await tamper('delete from sensitive_read', `delete from audit_link where kind = 'read'`);
    expect((await verdict()).told).toEqual([]);
    expect((await verdict(head)).told).toEqual([
      expect.stringMatching(/^head [0-9a-f]{64}: missing: the chain was cut before it, or made anew$/),
    ]);
    await restored();
    await tamper(
      `update audit_operation set actor = 'somebody else' where id = ${hiring}`,
      'insert into audit_pending (kind, subject_id) select kind, subject_id from audit_link order by seq',
      'delete from audit_link',
    );
    await linkPending(world.server.app.pool);
    expect((await verdict()).told).toEqual([]);
    expect((await verdict(head)).told).toHaveLength(1);
  });
});

test('destroying a key changes nothing', async () => {
  await world.server.app.pool.query('delete from person_key where person_id = $1', [anna.personId]);
  expect(await verdict(head)).toEqual({ head, links, told: [] });
});

test('the application can add links and read them, and neither change nor delete one', async () => {
  for (const statement of ['update audit_link set seq = seq + 1', 'delete from audit_link', 'truncate audit_link'])
    await expect(world.server.app.pool.query(statement)).rejects.toThrow(/permission denied/);
});

test('an old head is still held after more has happened', async () => {
  await performed(
    office.admin,
    'createDepartment',
    { companyId: office.companyId, code: 'X', name: 'X' },
    'department { id }',
  );
  expect(await linkPending(world.server.app.pool)).toBe(1);
  const later = await verdict(head);
  expect(later).toMatchObject({ links: links + 1, told: [] });
  expect(later.head).not.toBe(head);
});

test('writers take turns, and one that is killed leaves the chain whole', async () => {
  const many = 3_000;
  await tamper(
    `with happened as (insert into audit_operation (actor, command, channel) select 'x', 'x' || n, 'job' from generate_series(1, ${many}) n returning id)
     insert into audit_pending (kind, subject_id) select 'operation', id from happened`,
  );
  const before = (await verdict()).links;
  const writer = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      `
      import pg from 'pg';
      const { linkPending } = await import('./src/audit/link-pending.ts');
      await linkPending(new pg.Pool({ connectionString: process.argv[1] }));`,
      world.appUrl,
    ],
    { cwd: path.join(workspaceRoot, 'packages/api'), stdio: 'ignore' },
  );
  const gone = new Promise((resolve) => writer.on('close', resolve));
  const linked = async (): Promise<number> =>
    Number((await owner.query('select count(*) from audit_link')).rows[0].count);
  while ((await linked()) === before) await new Promise((resolve) => setTimeout(resolve, 5));
  writer.kill('SIGKILL');
  await gone;
  expect((await verdict()).told).toEqual([]);
  const pools = [1, 2, 3].map(() => new pg.Pool({ connectionString: world.appUrl, max: 1 }));
  await Promise.all(pools.map((pool) => linkPending(pool)));
  for (const pool of pools) await pool.end();
  expect(await verdict()).toMatchObject({ links: before + many, told: [] });
});

test('kontor audit verify prints the head, and fails where something differs', async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'kontor-audit-'));
  const kontor = async (...args: string[]): Promise<{ status: number | null; out: string }> => {
    const { status, out } = await runKontor(['audit', 'verify', ...args], { home, env: onDatabase(world) });
    return { status, out };
  };
  const whole = await kontor('--head', head);
  const now = await verdict();
  expect(whole).toEqual({ status: 0, out: `${now.links} links, 0 differences\nhead ${now.head}\n` });
  await tamper(`update audit_operation set reason = 'another' where id = ${hiring}`);
  const broken = await kontor();
  expect(broken.status).toBe(1);
  expect(broken.out).toMatch(
    /^link \d+, operation \S+ \(hireEmployee\): changed since it was linked\n\d+ links, 1 differences\n/,
  );
  await rm(home, { recursive: true });
});
