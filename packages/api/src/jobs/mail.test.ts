import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startWorld, type World } from '@kontor/testkit';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sendWaitingMail, startMailJob } from './mail.ts';

interface Received {
  readonly to: readonly string[];
  readonly headers: string;
  readonly text: string;
}

let world: World;
let pool: pg.Pool;
let server: SMTPServer;
let received: Received[];
/** What the server answers to the next mail instead of taking it. */
let refusals: { responseCode: number; message: string }[];

const decoded = (headers: string, body: string): string => {
  if (/transfer-encoding: base64/i.test(headers)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
};

function mailServer(): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      let raw = '';
      stream.setEncoding('latin1');
      stream.on('data', (chunk: string) => {
        raw += chunk;
      });
      stream.on('end', () => {
        const refusal = refusals.shift();
        if (refusal) return done(Object.assign(new Error(refusal.message), refusal));
        const [headers = '', ...body] = raw.split('\r\n\r\n');
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          headers,
          text: decoded(headers, body.join('\r\n\r\n')),
        });
        done();
      });
    },
  });
}

beforeAll(async () => {
  server = mailServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  world = await startWorld({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mailFrom: 'Kontor <kontor@world.example>',
    logLevel: 'silent',
  });
  pool = new pg.Pool({ connectionString: world.ownerUrl });
});
afterAll(async () => {
  await pool.end();
  await world.stop();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
beforeEach(async () => {
  received = [];
  refusals = [];
  await pool.query('delete from mail');
});

const reset = 'mutation ($email: String!) { requestPasswordReset(input: { email: $email }) { userErrors { code } } }';
const setPassword = `mutation ($token: String!, $password: String!) {
  setPassword(input: { token: $token, password: $password }) { user { email } userErrors { code path } }
}`;

const invite = (email: string, more = '') => `mutation {
  inviteUser(input: { email: "${email}", name: "Åsa Öberg", roles: [EMPLOYEE] ${more} }) { user { id name email } userErrors { code path } }
}`;

/** Mail goes out by itself; a test that has to see it go or fail asks for it. */
const sendNow = async () => {
  await pool.query("update mail set next_attempt_at = now() - interval '1 second'");
  return sendWaitingMail(world.server.app);
};

const tokenIn = (text: string): string => /\/set-password\?token=([\w-]{43})\s/.exec(text)?.[1] ?? '';
const waiting = async () =>
  (await pool.query('select attempts, sent_at is not null as sent, failed_at is not null as failed, failure from mail'))
    .rows;

const languages = [
  ['en', 'You are invited to Kontor', 'has made an account for you'],
  ['sv', '=?UTF-8?Q?Du_=C3=A4r_inbjuden_till_Kontor?=', 'har skapat ett konto åt dig'],
  ['de', 'Sie sind zu Kontor eingeladen', 'ein Konto für Sie angelegt'],
  ['hu', '=?UTF-8?Q?Megh=C3=ADv=C3=A1st_kapott_a_Kontorba?=', 'fiókot hozott létre Önnek'],
  ['sl', 'Povabljeni ste v Kontor', 'Račun v Kontorju vam odpira'],
];

test.each(languages)('an invitation goes out in %s', async (language, subject, words) => {
  const admin = await world.member(`admin-${language}`, [{ role: 'ADMINISTRATOR' }]);
  await admin.client.request(invite(`asa-${language}@world.example`, `language: "${language}"`));
  const job = startMailJob(world.server.app);
  try {
    await expect.poll(() => received.length, { timeout: 8_000 }).toBe(1);
  } finally {
    await job.stop();
  }
  expect(received[0]?.to).toEqual([`asa-${language}@world.example`]);
  expect(received[0]?.headers).toContain(`Subject: ${subject}`);
  expect(received[0]?.headers).toMatch(/From: Kontor <kontor@world\.example>/);
  expect(received[0]?.text).toContain('Åsa Öberg');
  expect(received[0]?.text).toContain(`admin-${language}`);
  expect(received[0]?.text).toContain(words);
  expect(tokenIn(received[0]?.text ?? '')).not.toBe('');
});

test('somebody invited chooses a password, is signed in, and the link is spent', async () => {
  const admin = await world.member('inviter', [{ role: 'ADMINISTRATOR' }]);
  await admin.client.request(invite('New.Colleague@world.example'));
  await sendNow();
  const token = tokenIn(received[0]?.text ?? '');
  const browser = world.browser();
  const short = await browser.ask(setPassword, { token, password: 'short' });
  expect(short.data).toEqual({
    setPassword: {
      user: null,
      userErrors: [
        { code: 'PASSWORD_TOO_SHORT', path: ['password'] },
        { code: 'PASSWORD_TOO_COMMON', path: ['password'] },
      ],
    },
  });
  const password = 'grönsaker vid Mälaren';
  expect((await browser.ask(setPassword, { token, password })).data).toEqual({
    setPassword: { user: { email: 'new.colleague@world.example' }, userErrors: [] },
  });
  expect((await browser.ask('{ viewer { roles { role companyId } } }')).data).toEqual({
    viewer: { roles: [{ role: 'EMPLOYEE', companyId: null }] },
  });
  const spent = { setPassword: { user: null, userErrors: [{ code: 'LINK_NOT_VALID', path: ['token'] }] } };
  expect((await world.browser().ask(setPassword, { token, password })).data).toEqual(spent);
  expect(await world.browser().signIn('new.colleague@world.example', password)).toEqual([]);
  const secrets = await pool.query('select 1 from audit_change where after::text like $1 or before::text like $1', [
    `%${token}%`,
  ]);
  expect(secrets.rows).toEqual([]);
});

test('a link sets one password, however many come at the same moment', async () => {
  const { email } = await world.member('twice', [{ role: 'EMPLOYEE' }]);
  await world.browser().ask(reset, { email });
  await sendNow();
  const token = tokenIn(received[0]?.text ?? '');
  const answers = await Promise.all(
    ['fyra gröna granar i rad', 'fem gula björkar i rad', 'sex röda ekar i en rad'].map(
      async (password) =>
        (await world.browser().ask<{ setPassword: { user: unknown } }>(setPassword, { token, password })).data
          ?.setPassword.user,
    ),
  );
  expect(answers.filter(Boolean)).toEqual([{ email }]);
});

test('a forgotten password is replaced, and what was open before is over', async () => {
  const { email } = await world.member('forgetful', [{ role: 'EMPLOYEE' }]);
  const [thief, owner] = [world.browser(), world.browser()];
  await thief.signIn(email, 'a password of the world');
  expect(await owner.ask(reset, { email: email.toUpperCase() })).toMatchObject({
    data: { requestPasswordReset: { userErrors: [] } },
  });
  await owner.ask(reset, { email });
  await sendNow();
  expect(received).toHaveLength(2);
  const [first = '', second = ''] = received.map(({ text }) => tokenIn(text));
  await owner.ask(setPassword, { token: second, password: 'vinterdackens lampa' });
  expect((await thief.ask('{ viewer { personId } }')).data).toEqual({ viewer: null });
  expect((await owner.ask('{ viewer { personId } }')).data).toEqual({ viewer: { personId: null } });
  const other = await world.browser().ask(setPassword, { token: first, password: 'sommardackens lampa' });
  expect(other.data).toMatchObject({ setPassword: { userErrors: [{ code: 'LINK_NOT_VALID' }] } });
});

test('nobody learns whether there is such a user, and a stranger leaves nothing behind', async () => {
  const { email } = await world.member('asked', [{ role: 'EMPLOYEE' }]);
  const browser = world.browser();
  const known = await browser.ask(reset, { email });
  const unknown = await browser.ask(reset, { email: 'stranger@world.example' });
  expect({ ...unknown, extensions: null }).toEqual({ ...known, extensions: null });
  expect(await browser.ask(reset, { email: 'not an address' })).toMatchObject({
    data: { requestPasswordReset: { userErrors: [{ code: 'EMAIL_MALFORMED' }] } },
  });
  expect(await sendNow()).toBe(2);
  expect(received.map(({ to }) => to)).toEqual([[email]]);
  expect(await waiting()).toEqual([{ attempts: 1, sent: true, failed: false, failure: null }]);
});

test('nobody is flooded with mail, and the answer stays the same', async () => {
  const { email } = await world.member('flooded', [{ role: 'EMPLOYEE' }]);
  for (let round = 0; round < 6; round += 1)
    expect(await world.browser().ask(reset, { email })).toMatchObject({
      data: { requestPasswordReset: { userErrors: [] } },
    });
  await sendNow();
  expect(received).toHaveLength(3);
});

test('links are too old one day', async () => {
  const { email, userId } = await world.member('late', [{ role: 'EMPLOYEE' }]);
  await world.browser().ask(reset, { email });
  await sendNow();
  await pool.query('update sign_in_link set expires_at = now() where user_id = $1', [userId]);
  const answer = await world
    .browser()
    .ask(setPassword, { token: tokenIn(received[0]?.text ?? ''), password: 'vinterdackens lampa' });
  expect(answer.data).toMatchObject({ setPassword: { userErrors: [{ code: 'LINK_NOT_VALID' }] } });
});

test('a server that is busy is asked again; a mailbox that is not there is not', async () => {
  const { email, userId } = await world.member('busy', [{ role: 'EMPLOYEE' }]);
  await world.browser().ask(reset, { email });
  refusals = [{ responseCode: 451, message: 'Busy' }];
  await sendNow();
  expect(await waiting()).toEqual([
    { attempts: 1, sent: false, failed: false, failure: expect.stringContaining('Busy') },
  ]);
  const links = await pool.query('select 1 from sign_in_link where user_id = $1', [userId]);
  expect(links.rows).toEqual([]);
  await sendNow();
  expect(await waiting()).toEqual([{ attempts: 2, sent: true, failed: false, failure: null }]);
  expect(received).toHaveLength(1);
  await pool.query('delete from mail');
  await world.browser().ask(reset, { email });
  refusals = [{ responseCode: 550, message: 'No such mailbox' }];
  await sendNow();
  expect(await waiting()).toEqual([
    { attempts: 1, sent: false, failed: true, failure: expect.stringContaining('No such mailbox') },
  ]);
});

test('a server that cannot be reached loses nothing', async () => {
  const { email } = await world.member('unreachable', [{ role: 'EMPLOYEE' }]);
  await world.browser().ask(reset, { email });
  const app = { ...world.server.app, env: { ...world.server.app.env, smtpUrl: 'smtp://127.0.0.1:1' } };
  await sendWaitingMail(app);
  expect(await waiting()).toMatchObject([{ attempts: 1, sent: false, failed: false }]);
  await sendNow();
  expect(received).toHaveLength(1);
});

test('several processes send each mail once', async () => {
  for (let number = 0; number < 12; number += 1)
    await pool.query(
      "insert into app_user (id, email, name) select uuid7(), $1, 'Many' where set_config('kontor.operation', (select id::text from audit_operation limit 1), true) is not null",
      [`many-${number}@world.example`],
    );
  await pool.query(
    "insert into mail (kind, recipient) select 'PASSWORD_RESET', email from app_user where name = 'Many'",
  );
  await Promise.all([1, 2, 3, 4].map(() => sendWaitingMail(world.server.app)));
  expect(received.map(({ to }) => to[0]).sort()).toEqual(
    Array.from({ length: 12 }, (_, number) => `many-${number}@world.example`).sort(),
  );
});

test('without a mail server the mail is a file for its owner alone', async () => {
  const { email } = await world.member('offline', [{ role: 'EMPLOYEE' }]);
  await world.browser().ask(reset, { email });
  const home = await mkdtemp(path.join(tmpdir(), 'kontor-mail-'));
  const { app } = world.server;
  await sendWaitingMail({ ...app, env: { ...app.env, smtpUrl: null, home } });
  const [file = '', ...others] = await readdir(path.join(home, 'mail'));
  expect(others).toEqual([]);
  expect(file).toMatch(/\.eml$/);
  expect((await stat(path.join(home, 'mail', file))).mode & 0o777).toBe(0o600);
  expect(await readFile(path.join(home, 'mail', file), 'utf8')).toContain(`To: ${email}`);
  await rm(home, { recursive: true });
});
