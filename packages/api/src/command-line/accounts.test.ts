/** The accounts of an installation from the command line, on a database of its own. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Ended, onDatabase, runKontor } from '@kontor/testkit';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';

let home: string;
let database: TestDatabase;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kontor accounts '));
  database = await createTestDatabase();
});
afterAll(async () => {
  await rm(home, { recursive: true, force: true });
  await database.drop();
});

const kontor = (...args: string[]): Promise<Ended> =>
  runKontor(args, { home, env: { ...onDatabase(database), PUBLIC_URL: 'https://kontor.example' } });

const first = [
  ...['--company-code', 'SE', '--company-name', 'Exempel AB', '--country', 'SE', '--currency', 'SEK'],
  ...['--locale', 'sv-SE', '--time-zone', 'Europe/Stockholm', '--email', 'berit@exempel.se', '--name', 'Berit Ek'],
];

const lines = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));

test('an installation is set up, somebody is invited, and a program is let in and out', async () => {
  expect((await kontor('init', '--company-code', 'SE')).err.trim()).toBe(
    'kontor: Give --company-name, --country, --currency, --locale, --time-zone, --email, --name',
  );
  expect((await kontor('init', ...first, '--password', 'Password1234')).err).toContain(
    'kontor: administrator.password: This is easy to guess.',
  );
  const set = await kontor('init', ...first);
  expect(set).toMatchObject({
    status: 0,
    out: expect.stringMatching(/^https:\/\/kontor\.example\/set-password\?token=[\w-]{43}\n$/),
  });
  expect((await kontor('init', ...first)).err.trim()).toBe('kontor: Kontor is set up already. Sign in instead.');

  expect(
    await kontor(
      'user',
      'invite',
      '--email',
      'Asa@Exempel.se',
      '--name',
      'Åsa Öberg',
      '--roles',
      'employee,hr',
      '--company',
      'SE',
    ),
  ).toMatchObject({ status: 0 });
  const [file = ''] = await readdir(path.join(home, 'mail'));
  expect(await readFile(path.join(home, 'mail', file), 'utf8')).toContain('To: asa@exempel.se');
  expect((await kontor('user', 'invite', '--email', 'asa@exempel.se', '--name', 'Åsa')).err.trim()).toBe(
    'kontor: email: This is taken already.',
  );
  expect(lines((await kontor('user', 'list')).out)).toEqual([
    ['asa@exempel.se', 'Åsa Öberg', 'active', '', 'EMPLOYEE:SE HR:SE'],
    ['berit@exempel.se', 'Berit Ek', 'active', '', 'ADMINISTRATOR'],
  ]);

  const token = await kontor(
    'token',
    'create',
    '--user',
    'asa@exempel.se',
    '--name',
    'export',
    '--days',
    '30',
    '--roles',
    'HR',
  );
  expect(token).toMatchObject({ status: 0, out: expect.stringMatching(/^kontor_[\w-]{43}\n$/) });
  const ending = token.out.trim().slice(-6);
  const [listed = []] = lines((await kontor('token', 'list', '--user', 'Asa@exempel.se')).out);
  expect(listed.slice(1, 5)).toEqual(['asa@exempel.se', 'export', `…${ending}`, 'valid']);
  expect((await kontor('token', 'revoke', listed[0] ?? '')).status).toBe(0);
  expect(lines((await kontor('token', 'list')).out)[0]?.[4]).toBe('revoked');
}, 120_000);

test('whoever has the machine signs somebody out and takes their second factor away; nobody does it to themselves', async () => {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>("select id from app_user where email = 'asa@exempel.se'");
    const [{ id } = { id: '' }] = rows;
    await client.query('begin');
    await client.query("select set_config('kontor.operation', (select id::text from audit_operation limit 1), true)");
    await client.query(
      "insert into session (user_id, token_hash, expires_at) values ($1, 'x', now() + interval '1 hour')",
      [id],
    );
    await client.query("insert into second_factor (user_id, secret_sealed, confirmed_at) values ($1, 'x', now())", [
      id,
    ]);
    await client.query('update app_user set second_factor_at = now() where id = $1', [id]);
    await client.query('commit');
    const own = await kontor('--as', 'asa@exempel.se', 'user', 'reset-second-factor', 'asa@exempel.se');
    expect(own).toMatchObject({ status: 1, err: expect.stringContaining('You may not resetSecondFactor') });
    const reset = () => kontor('user', 'reset-second-factor', 'Asa@exempel.se', '--reason', 'Lost the telephone.');
    expect((await reset()).status).toBe(0);
    expect((await reset()).err.trim()).toBe('kontor: userId: This user has no second factor.');
    expect((await kontor('user', 'sign-out', 'asa@exempel.se')).status).toBe(0);
    expect((await kontor('user', 'sign-out', 'nobody@exempel.se')).err.trim()).toBe(
      'kontor: There is no user nobody@exempel.se',
    );
    const state = await client.query(
      `select second_factor_at, (select count(*)::int from session s where s.user_id = u.id and revoked_at is null) as open
       from app_user u where id = $1`,
      [id],
    );
    expect(state.rows).toEqual([{ second_factor_at: null, open: 0 }]);
    const audit = await client.query(
      "select actor, command, reason from audit_operation where command in ('resetSecondFactor', 'revokeUserSessions') order by at",
    );
    expect(audit.rows).toEqual([
      { actor: 'local operator', command: 'resetSecondFactor', reason: 'Lost the telephone.' },
      { actor: 'local operator', command: 'revokeUserSessions', reason: null },
    ]);
  } finally {
    await client.end();
  }
}, 120_000);

test.each([
  [['token', 'create', '--user', 'asa@exempel.se', '--name', 'x', '--days', 'many'], '--days is no whole number: many'],
  [
    ['--as', 'berit@exempel.se', 'token', 'create', '--user', 'asa@exempel.se', '--name', 'x', '--days', '1'],
    'A token is made for oneself',
  ],
  [['--as', 'asa@exempel.se', 'user', 'invite', '--email', 'x@exempel.se', '--name', 'X'], 'You may not inviteUser.'],
])(
  '%j is refused on one line',
  async (args, line) => {
    const { status, err } = await kontor(...args);
    expect(status).toBe(1);
    expect(err.trim().split('\n')).toEqual([expect.stringContaining(`kontor: ${line}`)]);
  },
  60_000,
);
