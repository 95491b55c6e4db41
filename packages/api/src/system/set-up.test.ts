import { startWorld, type World } from '@kontor/testkit';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printSetUpLink } from './set-up.ts';

let world: World;
let pool: pg.Pool;
beforeAll(async () => {
  world = await startWorld({ logLevel: 'silent' });
  pool = new pg.Pool({ connectionString: world.ownerUrl });
});
afterAll(async () => {
  await pool.end();
  await world.stop();
});

const setUp = `mutation ($input: SetUpInput!) {
  setUp(input: $input) { user { email language } userErrors { code path } }
}`;

const company = {
  code: 'SE',
  name: 'Exempel AB',
  country: 'SE',
  baseCurrencyCode: 'SEK',
  locale: 'sv-SE',
  timeZone: 'Europe/Stockholm',
};
const administrator = { email: 'Berit@Exempel.se', name: 'Berit Ek', language: 'sv', password: 'vinterdackens lampa' };

const tokenOf = (link: string | null): string => {
  expect(link).toMatch(new RegExp(`^${world.url}/set-up\\?token=[\\w-]{43}$`));
  return link?.split('token=')[1] ?? '';
};
const link = () => printSetUpLink(world.server.app);
const refusedWith = (...userErrors: { code: string; path: string[] }[]) => ({ setUp: { user: null, userErrors } });

test('a link that was never printed sets nothing up', async () => {
  const answer = await world.browser().ask(setUp, { input: { token: 'x'.repeat(43), company, administrator } });
  expect(answer.data).toEqual(refusedWith({ code: 'LINK_NOT_VALID', path: ['token'] }));
});

test.each([
  [{ company: { ...company, country: 'XX' } }, 'COUNTRY_UNKNOWN', ['company', 'country']],
  [{ company: { ...company, baseCurrencyCode: 'ABC' } }, 'CURRENCY_UNKNOWN', ['company', 'baseCurrencyCode']],
  [{ company: { ...company, timeZone: 'Mars/Olympus' } }, 'TIME_ZONE_UNKNOWN', ['company', 'timeZone']],
  [{ company: { ...company, locale: 'sv_SE' } }, 'LOCALE_UNKNOWN', ['company', 'locale']],
  [{ administrator: { ...administrator, email: 'Berit' } }, 'EMAIL_MALFORMED', ['administrator', 'email']],
  [
    { administrator: { ...administrator, password: 'Password1234' } },
    'PASSWORD_TOO_COMMON',
    ['administrator', 'password'],
  ],
])('with %j it says what is wrong, and the link stays good', async (wrong, code, path) => {
  const token = tokenOf(await link());
  const answer = await world.browser().ask(setUp, { input: { token, company, administrator, ...wrong } });
  expect(answer.data).toEqual(refusedWith({ code, path }));
  expect((await pool.query('select 1 from company union all select 1 from app_user')).rows).toEqual([]);
});

test('of several people who set up at the same moment one does, and runs the system', async () => {
  const tokens = [tokenOf(await link()), tokenOf(await link()), tokenOf(await link())];
  const browsers = tokens.map(() => world.browser());
  const answers = await Promise.all(
    tokens.map((token, index) =>
      browsers[index]?.ask<{ setUp: { user: unknown; userErrors: { code: string }[] } }>(setUp, {
        input: { token, company, administrator: { ...administrator, email: `berit${index}@exempel.se` } },
      }),
    ),
  );
  const winners = answers.flatMap((answer, index) => (answer?.data?.setUp.user ? [index] : []));
  expect(winners).toHaveLength(1);
  for (const answer of answers.filter((_, index) => !winners.includes(index)))
    expect(['SET_UP_ALREADY', 'LINK_NOT_VALID']).toContain(answer?.data?.setUp.userErrors[0]?.code);
  const browser = browsers[winners[0] ?? 0];
  expect(
    (
      await browser?.ask(
        '{ viewer { user { name language } roles { role companyId } } companies { nodes { code name } } }',
      )
    )?.data,
  ).toEqual({
    viewer: { user: { name: 'Berit Ek', language: 'sv' }, roles: [{ role: 'ADMINISTRATOR', companyId: null }] },
    companies: { nodes: [{ code: 'SE', name: 'Exempel AB' }] },
  });
  const { rows } = await pool.query("select channel from audit_operation where command = 'setUp'");
  expect(rows).toEqual([{ channel: 'console' }]);
});

test('where somebody can sign in, no link is printed, and an old one is worth nothing', async () => {
  expect(await link()).toBeNull();
  await pool.query(
    "insert into sign_in_link (kind, token_hash, expires_at) values ('SETUP', sha256('old'), now() + interval '1 day')",
  );
  const answer = await world.browser().ask(setUp, { input: { token: 'old', company, administrator } });
  expect(answer.data).toEqual(refusedWith({ code: 'SET_UP_ALREADY', path: [] }));
});
