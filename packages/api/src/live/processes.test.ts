/** Streams of changes where several processes work on one database, and where one of them or the database goes away. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Member, onDatabase, performed, type Running, startKontor, startWorld, type World } from '@kontor/testkit';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { linkPending } from '../audit/link-pending.ts';
import { inDatabase } from '../database/index.ts';
import { startServer } from '../server.ts';
import { Listening } from './proof/listen.ts';

let world: World;
let home: string;
let admin: Member;
let other: Running;
let otherUrl: string;
let companyId: string;

beforeAll(async () => {
  world = await startWorld();
  home = await mkdtemp(path.join(tmpdir(), 'kontor-other-'));
  admin = await world.member('admin', [{ role: 'ADMINISTRATOR' }]);
  const company = {
    code: 'SE',
    name: 'Kontor',
    country: 'SE',
    baseCurrencyCode: 'SEK',
    locale: 'sv-SE',
    timeZone: 'UTC',
  };
  companyId = (await performed(admin, 'createCompany', company, 'company { id }')).id;
  other = await startKontor(['serve'], { home, env: { ...onDatabase(world), PORT: '0', KONTOR_SEED: 'false' } });
  otherUrl = /Kontor is at (\S+)/.exec(await other.says('Kontor is at'))?.[1] ?? '';
}, 240_000);
afterAll(async () => {
  other.signal('SIGKILL');
  await other.ended;
  await world.stop();
  await rm(home, { recursive: true, force: true });
});

const listen = (url: string, secondsBack = 0): Promise<Listening> =>
  Listening.open({
    url,
    headers: { authorization: `Bearer ${admin.token}` },
    entities: ['Department'],
    secondsBack,
  });

let made = 0;
/** A department, made at one of the processes. */
async function department(url: string): Promise<string> {
  made += 1;
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${admin.token}` },
    body: JSON.stringify({
      query: 'mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { department { id } } }',
      variables: { input: { companyId, code: `D${made}`, name: `Department ${made}` } },
    }),
  });
  const { data } = (await answer.json()) as { data: { createDepartment: { department: { id: string } } } };
  return data.createDepartment.department.id;
}

const hears = (stream: Listening, id: string): Promise<void> =>
  stream.until(({ events }) => events.some((each) => each.id === id && each.kind === 'CREATED'));

test('what is changed at one process is told by each', async () => {
  const streams = [await listen(world.url), await listen(otherUrl)];
  for (const url of [world.url, otherUrl]) {
    const id = await department(url);
    for (const stream of streams) await hears(stream, id);
  }
  for (const stream of streams) stream.close();
});

/** A connection of the test's own, which ends with it. */
async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

test('while the database cannot be reached nothing is told, and nothing is lost', async () => {
  const owner = await connected(world.ownerUrl);
  const beside = await connected(inDatabase(world.ownerUrl, 'postgres'));
  const application = await connected(world.appUrl);
  const stream = await listen(world.url);
  const { rows } = await owner.query<{ name: string }>('select current_database() as name');
  const reachable = (allowed: boolean) =>
    beside.query(`alter database ${owner.escapeIdentifier(rows[0]?.name ?? '')} with allow_connections ${allowed}`);
  await reachable(false);
  await application.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
  );
  await owner.query(
    `with operation as (insert into audit_operation (actor, command, channel) values ('somebody', 'add', 'job') returning id),
       pending as (insert into audit_pending (kind, subject_id) select 'operation', id from operation)
     select set_config('kontor.operation', id::text, false) from operation`,
  );
  const added = await owner.query<{ id: string }>(
    `insert into department (company_id, code, name) values ($1, 'DOWN', 'While it was down') returning id::text`,
    [companyId],
  );
  expect(stream.events).toEqual([]);
  await reachable(true);
  await expect
    .poll(
      () =>
        linkPending(world.server.app.pool).then(
          () => true,
          () => false,
        ),
      { timeout: 20_000 },
    )
    .toBe(true);
  await hears(stream, added.rows[0]?.id ?? '');
  expect(stream.events.map(({ kind }) => kind)).toEqual(['CREATED']);
  stream.close();
});

test('a process that is killed takes its streams along, and the next one tells what was missed', async () => {
  const [here, there] = [await listen(world.url), await listen(otherUrl)];
  other.signal('SIGKILL');
  expect(await there.ended).toBe('broken');
  const id = await department(world.url);
  await linkPending(world.server.app.pool);
  await hears(here, id);
  const again = await listen(world.url, 60);
  await hears(again, id);
  here.close();
  again.close();
});

test('a stream ends by itself after its time, and all do before a process stops; each time it is said', async () => {
  const { env } = world.server.app;
  const database = { kind: 'external', ownerUrl: world.ownerUrl, appUrl: world.appUrl, stop: async () => {} } as const;
  const start = (streamSeconds: number) => startServer({ env: { ...env, port: 0, streamSeconds }, database });
  const short = await start(1);
  const timed = await listen(short.url);
  expect([await timed.ended, timed.codes]).toEqual(['complete', []]);
  await short.stop();
  const stopping = await start(600);
  const open = await listen(stopping.url);
  const began = performance.now();
  await stopping.stop();
  expect(await open.ended).toBe('complete');
  expect(performance.now() - began).toBeLessThan(10_000);
});
