import { type Member, startWorld, type World } from '@kontor/testkit';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

let world: World;
let pool: pg.Pool;
let admin: Member;
let se: string;
let de: string;
beforeAll(async () => {
  world = await startWorld();
  pool = new pg.Pool({ connectionString: world.ownerUrl });
  admin = await world.member('admin', [{ role: 'ADMINISTRATOR' }, { role: 'ACCOUNTING' }]);
  se = await made('Company', company({ code: 'SE' }));
  de = await made(
    'Company',
    company({ code: 'DE', country: 'DE', baseCurrencyCode: 'EUR', locale: 'de-DE', timeZone: 'Europe/Berlin' }),
  );
});
afterAll(async () => {
  await pool.end();
  await world.stop();
});

type Input = Readonly<Record<string, unknown>>;
interface Outcome {
  readonly record: { readonly id: string; readonly version: number } | null;
  readonly errors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

const company = (change: Input = {}): Input => ({
  code: 'SE',
  name: 'Exempel AB',
  country: 'SE',
  baseCurrencyCode: 'SEK',
  locale: 'sv-SE',
  timeZone: 'Europe/Stockholm',
  ...change,
});

async function run(
  verb: 'create' | 'update' | 'deactivate' | 'reactivate',
  entity: string,
  input: Input,
  who = admin,
): Promise<Outcome> {
  const field = entity.charAt(0).toLowerCase() + entity.slice(1);
  const name = `${verb}${entity}`;
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${field} { id version } userErrors { code path } } }`;
  try {
    const answer = await who.client.request<Record<string, Record<string, unknown>>>(query, { input });
    return {
      record: answer[name]?.[field] as Outcome['record'],
      errors: answer[name]?.['userErrors'] as Outcome['errors'],
    };
  } catch (error) {
    const { response } = error as { response: { errors: { extensions: { code: string } }[] } };
    return { record: null, errors: [{ code: response.errors[0]?.extensions.code ?? '', path: [] }] };
  }
}

async function made(entity: string, input: Input): Promise<string> {
  const { record, errors } = await run('create', entity, input);
  expect(errors).toEqual([]);
  return record?.id ?? '';
}

const update = (entity: string, id: string, expectedVersion: number, change: Input) =>
  run('update', entity, { id, expectedVersion, ...change });

test.each<[string, Input, string, string]>([
  ['without a code', { code: ' ' }, 'REQUIRED', 'code'],
  ['with the code of another', { code: 'SE' }, 'ALREADY_EXISTS', 'code'],
  ['with a code that is too long', { code: 'x'.repeat(21) }, 'TOO_LONG', 'code'],
  ['in no country', { country: 'XX' }, 'COUNTRY_UNKNOWN', 'country'],
  ['in a country in small letters', { country: 'se' }, 'COUNTRY_UNKNOWN', 'country'],
  ['in no currency', { baseCurrencyCode: 'ABC' }, 'CURRENCY_UNKNOWN', 'baseCurrencyCode'],
  ['in a currency that was withdrawn', { baseCurrencyCode: 'DEM' }, 'CURRENCY_UNKNOWN', 'baseCurrencyCode'],
  ['in gold', { baseCurrencyCode: 'XAU' }, 'CURRENCY_NOT_MONEY', 'baseCurrencyCode'],
  ['in what stands for no currency', { baseCurrencyCode: 'XTS' }, 'CURRENCY_NOT_MONEY', 'baseCurrencyCode'],
  ['in what stands for a test', { baseCurrencyCode: 'XTS' }, 'CURRENCY_NOT_MONEY', 'baseCurrencyCode'],
  ['in no time zone', { timeZone: 'Europe/Atlantis' }, 'TIME_ZONE_UNKNOWN', 'timeZone'],
  ['in no language', { locale: 'sv_SE' }, 'LOCALE_UNKNOWN', 'locale'],
])('no company is made %s', async (_, change, code, path) => {
  expect(await run('create', 'Company', company({ code: 'NEW', ...change }))).toEqual({
    record: null,
    errors: [{ code, path: [path] }],
  });
});

test('a company is changed only as it is seen', async () => {
  const id = await made('Company', company({ code: 'CHANGE' }));
  expect((await update('Company', id, 1, { name: 'Changed AB' })).record).toEqual({ id, version: 2 });
  expect((await update('Company', id, 1, { name: 'Changed again AB' })).errors).toEqual([
    { code: 'CONFLICT', path: ['expectedVersion'] },
  ]);
  expect((await update('Company', id, 2, { baseCurrencyCode: 'ABC' })).errors).toEqual([
    { code: 'CURRENCY_UNKNOWN', path: ['baseCurrencyCode'] },
  ]);
});

const inSe = (input: Input): Input => ({ companyId: se, ...input });

test.each<[string, Input]>([
  ['Site', { code: 'HQ', name: 'Head office', country: 'SE' }],
  ['CostCentre', { code: '100', name: 'Administration' }],
  ['Department', { code: 'FIN', name: 'Finance' }],
])('%s: a code is used once in a company, and again in another', async (entity, input) => {
  const id = await made(entity, inSe(input));
  expect((await run('create', entity, inSe(input))).errors).toEqual([{ code: 'ALREADY_EXISTS', path: ['code'] }]);
  await made(entity, { ...input, companyId: de });
  const second = await made(entity, inSe({ ...input, code: 'SECOND' }));
  expect((await update(entity, second, 1, { code: input['code'] })).errors).toEqual([
    { code: 'ALREADY_EXISTS', path: ['code'] },
  ]);
  expect((await run('deactivate', entity, { id, expectedVersion: 1, reason: 'Closed.' })).record).toEqual({
    id,
    version: 2,
  });
  expect((await run('reactivate', entity, { id, expectedVersion: 2 })).record).toEqual({ id, version: 3 });
});

test('a room is at a site of its company', async () => {
  const site = await made('Site', inSe({ code: 'ROOMS', name: 'With rooms', country: 'SE' }));
  const abroad = await made('Site', { companyId: de, code: 'ROOMS', name: 'Mit Räumen', country: 'DE' });
  const room = { code: '1', name: 'One', floor: 0, capacity: 8 };
  await made('Room', inSe({ ...room, siteId: site }));
  expect((await run('create', 'Room', inSe({ ...room, siteId: site }))).errors).toEqual([
    { code: 'ALREADY_EXISTS', path: ['code'] },
  ]);
  expect((await run('create', 'Room', inSe({ ...room, siteId: abroad }))).errors).toEqual([
    { code: 'WRONG_COMPANY', path: ['siteId'] },
  ]);
  expect((await run('create', 'Room', inSe({ ...room, code: '2', siteId: site, capacity: -1 }))).errors).toEqual([
    { code: 'TOO_SMALL', path: ['capacity'] },
  ]);
  expect((await run('create', 'Site', inSe({ code: 'X', name: 'X', country: 'XX' }))).errors).toEqual([
    { code: 'COUNTRY_UNKNOWN', path: ['country'] },
  ]);
});

const department = (code: string, input: Input = {}) => made('Department', inSe({ code, name: code, ...input }));

test('departments are a tree: nothing stands above itself', async () => {
  const top = await department('TOP');
  const middle = await department('MIDDLE', { parentId: top });
  const bottom = await department('BOTTOM', { parentId: middle });
  const cycle = [{ code: 'DEPARTMENT_CYCLE', path: ['parentId'] }];
  expect((await update('Department', top, 1, { parentId: top })).errors).toEqual(cycle);
  expect((await update('Department', top, 1, { parentId: middle })).errors).toEqual(cycle);
  expect((await update('Department', top, 1, { parentId: bottom })).errors).toEqual(cycle);
  expect((await update('Department', bottom, 1, { parentId: top })).errors).toEqual([]);
  expect((await update('Department', bottom, 2, { parentId: null })).errors).toEqual([]);
});

test('two changes that make a cycle only together do not both happen', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [one, two] = [await department(`ONE-${round}`), await department(`TWO-${round}`)];
    const outcomes = await Promise.all([
      update('Department', one, 1, { parentId: two }),
      update('Department', two, 1, { parentId: one }),
    ]);
    expect(outcomes.flatMap(({ errors }) => errors)).toEqual([{ code: 'DEPARTMENT_CYCLE', path: ['parentId'] }]);
  }
});

test('a department has nothing of another company', async () => {
  const abroad = await made('Department', { companyId: de, code: 'ABROAD', name: 'Ausland' });
  const costCentre = await made('CostCentre', { companyId: de, code: '900', name: 'Ausland' });
  for (const [path, id] of [
    ['parentId', abroad],
    ['costCentreId', costCentre],
  ] as const) {
    const wrong = [{ code: 'WRONG_COMPANY', path: [path] }];
    expect((await run('create', 'Department', inSe({ code: 'WRONG', name: 'Wrong', [path]: id }))).errors).toEqual(
      wrong,
    );
    const own = await department(`OWN-${path}`);
    expect((await update('Department', own, 1, { [path]: id })).errors).toEqual(wrong);
  }
  const nowhere = '01900000-0000-7000-8000-000000000000';
  expect((await run('create', 'Department', inSe({ code: 'LOST', name: 'Lost', parentId: nowhere }))).errors).toEqual([
    { code: 'NOT_FOUND', path: ['parentId'] },
  ]);
});

test('the database holds the same, whoever writes', async () => {
  const abroad = await made('Department', { companyId: de, code: 'BEHIND', name: 'Dahinter' });
  const own = await department('BEHIND');
  const client = await pool.connect();
  try {
    await client.query("select set_config('kontor.operation', (select id::text from audit_operation limit 1), false)");
    await expect(client.query('update department set parent_id = $1 where id = $2', [abroad, own])).rejects.toThrow(
      /foreign key/,
    );
    await expect(client.query('update department set parent_id = id where id = $1', [own])).rejects.toThrow(/cycle/);
    await expect(client.query("update company set country = 'se' where id = $1", [se])).rejects.toThrow(
      /company_country/,
    );
  } finally {
    client.release(true);
  }
});

test('rights end at the company for which they are granted', async () => {
  const hr = await world.member('hr-se', [{ role: 'HR', companyId: se }]);
  const forbidden = [{ code: 'FORBIDDEN', path: [] }];
  expect((await run('create', 'Department', inSe({ code: 'HR', name: 'People' }), hr)).errors).toEqual([]);
  expect((await run('create', 'Department', { companyId: de, code: 'HR', name: 'People' }, hr)).errors).toEqual(
    forbidden,
  );
  expect((await run('create', 'CostCentre', inSe({ code: '777', name: 'Mine' }), hr)).errors).toEqual(forbidden);
  expect((await run('create', 'Company', company({ code: 'MINE' }), hr)).errors).toEqual(forbidden);
  const local = await world.member('admin-se', [{ role: 'ADMINISTRATOR', companyId: se }]);
  expect((await run('create', 'Company', company({ code: 'MINE' }), local)).errors).toEqual(forbidden);
  expect((await run('update', 'Company', { id: de, expectedVersion: 1, name: 'Mine' }, local)).errors).toEqual([
    { code: 'NOT_FOUND', path: [] },
  ]);
  expect((await run('update', 'Company', { id: se, expectedVersion: 1, name: 'Exempel SE AB' }, local)).errors).toEqual(
    [],
  );
});
