/** Input that cannot be right, through the commands: a named error beside the right field, and not a row is touched. */
import { connect } from '@kontor/api/database';
import {
  dayFromNow,
  type Hired,
  type Member,
  newKey,
  type Office,
  openOffice,
  startWorld,
  type World,
} from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

let world: World;
let office: Office;
/** Of every company, so that what is refused is not merely out of sight. */
let hr: Member;
let abroad: Office;
let owner: Awaited<ReturnType<typeof connect>>;
let boss: Hired;
let middle: Hired;
let below: Hired;
let seat: string;
let taken: string;
let foreignSeat: string;
let foreigner: Hired;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9, ratePerSecond: 1e9 });
  office = await openOffice(world, 'SE');
  abroad = await openOffice(world, 'NO');
  owner = await connect(world.ownerUrl);
  hr = await world.member('hr', [{ role: 'HR' }]);
  boss = await office.hire('Maja');
  taken = await office.position('Taken seat');
  middle = await office.hire('Kalle', { managerId: boss.employeeId, positionId: taken });
  below = await office.hire('Lisa', { managerId: middle.employeeId });
  seat = await office.position('Free seat');
  foreignSeat = await abroad.position('Seat abroad');
  foreigner = await abroad.hire('Nils');
});
afterAll(async () => {
  await owner?.end();
  await world.stop();
});

/** Every row of every table, but for the counters of requests. */
async function everyRow(): Promise<Record<string, string>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'rate_limit' order by 1",
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await owner.query<{ hash: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(row::text, e'\\n' order by row::text)), '') as hash from "${name}" as row`,
    );
    hashes[name] = rows[0]?.hash ?? '';
  }
  return hashes;
}

interface Answer {
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly path?: readonly string[] };
  }[];
  readonly data?: Record<
    string,
    { readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[] } | null
  >;
}

/** What the graph said: each error with its code and where it stands. */
async function said(body: string | Buffer, { token }: Member): Promise<string[]> {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: new Uint8Array(Buffer.from(body)),
  });
  const { errors = [], data } = (await response.json()) as Answer;
  const refused = Object.values(data ?? {}).flatMap((payload) => payload?.userErrors ?? []);
  return [
    ...errors.map(({ extensions: { code, path = [] }, message }) =>
      [code, path.join('.') || (/"(input\.[\w.]+)"/.exec(message)?.[1] ?? '')].join(' ').trim(),
    ),
    ...refused.map(({ code, path }) => [code, path.join('.')].join(' ').trim()),
  ];
}

const mutation = (name: string): string => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } } }`;
};
const command = (name: string, input: object): string =>
  JSON.stringify({ query: mutation(name), variables: { input } });

const hiring = (other: object): object => ({
  companyId: office.companyId,
  positionId: seat,
  firstName: 'Nova',
  lastName: 'Test',
  startOn: dayFromNow(0),
  contractType: 'PERMANENT',
  fte: '1',
  salary: '40000',
  currencyCode: 'SEK',
  payPeriod: 'MONTH',
  idempotencyKey: newKey(),
  ...other,
});
const hire = (other: object): string => command('hireEmployee', hiring(other));
/** A text with a byte that no text has. */
const broken = (): Buffer => {
  const [head = '', tail = ''] = hire({ firstName: '§' }).split('§');
  return Buffer.concat([Buffer.from(head), Buffer.from([0xc3, 0x28]), Buffer.from(tail)]);
};

test.each<[what: string, error: string, body: () => string | Buffer, who?: () => Member]>([
  ['a number where a decimal is asked', 'BAD_INPUT input.fte', () => hire({ fte: 1 })],
  ['a list where a text is asked', 'BAD_INPUT input.firstName', () => hire({ firstName: ['Nova', 'Vera'] })],
  ['an object where a date is asked', 'BAD_INPUT input.startOn', () => hire({ startOn: { year: 2026 } })],
  ['null where a value is asked', 'BAD_INPUT input.salary', () => hire({ salary: null })],
  ['a kind of contract that there is not', 'BAD_INPUT input.contractType', () => hire({ contractType: 'FOR_EVER' })],
  ['a field that the input has not', 'BAD_INPUT', () => hire({ bonus: '1000' })],
  [
    'a field that nothing has',
    'GRAPHQL_VALIDATION_FAILED',
    () => JSON.stringify({ query: '{ employees { nodes { bonus } } }' }),
  ],
  ['a text of a megabyte', 'LIMIT_EXCEEDED', () => hire({ firstName: 'x'.repeat(1_000_000) })],
  ['a text too long for its field', 'TOO_LONG firstName', () => hire({ firstName: 'x'.repeat(200_000) })],
  ['bytes that are no text', 'BAD_INPUT', broken],
  ['a text with a byte of zero', 'CONTROL_CHARACTER firstName', () => hire({ firstName: 'No\u0000va' })],
  ['half a character', 'BAD_INPUT', () => hire({ firstName: 'Nova\ud800' })],
  ['a day that there is not', 'BAD_INPUT input.startOn', () => hire({ startOn: '2026-02-30' })],
  ['a day that is none', 'BAD_INPUT input.startOn', () => hire({ startOn: 'tomorrow' })],
  [
    'an end before the start',
    'END_BEFORE_START endOn',
    () => hire({ startOn: dayFromNow(10), endOn: dayFromNow(9), contractType: 'FIXED_TERM' }),
  ],
  ['a part of full time below zero', 'FTE_OUT_OF_RANGE fte', () => hire({ fte: '-0.5' })],
  ['no part of full time', 'FTE_OUT_OF_RANGE fte', () => hire({ fte: '0' })],
  ['more than full time', 'SEAT_TAKEN positionId', () => hire({ fte: '1.5' })],
  ['a salary below zero', 'PAY_NOT_POSITIVE salary, PAY_BELOW_RANGE salary', () => hire({ salary: '-40000' })],
  ['more decimals than the currency has', 'MINOR_UNIT_EXCEEDED salary', () => hire({ salary: '40000.123' })],
  ['a salary of 100 digits', 'BAD_INPUT input.salary', () => hire({ salary: '9'.repeat(100) })],
  ['a currency that there is not', 'CURRENCY_UNKNOWN currencyCode', () => hire({ currencyCode: 'XXZ' })],
  [
    'an identity number that does not add up',
    'NATIONAL_ID_CHECKSUM_WRONG nationalId',
    () => hire({ nationalId: '811228-9875' }),
  ],
  ['a mail address that is none', 'EMAIL_MALFORMED workEmail', () => hire({ workEmail: 'nova at home' })],
  ['an id that is none', 'NOT_FOUND positionId', () => hire({ positionId: "1' or 1=1" })],
  [
    'an id that was never used',
    'NOT_FOUND positionId',
    () => hire({ positionId: '00000000-0000-7000-8000-000000000000' }),
  ],
  ['a seat of another company', 'WRONG_COMPANY positionId', () => hire({ positionId: foreignSeat })],
  ['a manager of another company', 'WRONG_COMPANY managerId', () => hire({ managerId: foreigner.employeeId })],
  [
    'a person of another company',
    'NOT_FOUND personId',
    () => hire({ personId: foreigner.personId, firstName: undefined, lastName: undefined }),
    () => office.hr,
  ],
  [
    'a person who works here already',
    'PERSON_ALREADY_EMPLOYED isConcurrent',
    () => hire({ personId: below.personId, firstName: undefined, lastName: undefined }),
  ],
  [
    'a seat that is taken',
    'SEAT_TAKEN positionId',
    () =>
      command('changePosition', {
        employeeId: below.employeeId,
        positionId: taken,
        fte: '1',
        startOn: dayFromNow(1),
        reason: 'Why not',
      }),
  ],
  [
    'somebody as their own manager',
    'MANAGER_CYCLE managerId',
    () =>
      command('changeManager', {
        employeeId: boss.employeeId,
        managerId: boss.employeeId,
        startOn: dayFromNow(0),
        reason: 'Why not',
      }),
  ],
  [
    'a circle of managers',
    'MANAGER_CYCLE managerId',
    () =>
      command('changeManager', {
        employeeId: boss.employeeId,
        managerId: below.employeeId,
        startOn: dayFromNow(0),
        reason: 'Why not',
      }),
  ],
  [
    'an end of another company’s employment',
    'NOT_FOUND',
    () => command('endEmployment', { employeeId: foreigner.employeeId, endOn: dayFromNow(1), reason: 'Why not' }),
    () => office.hr,
  ],
])('%s: %s', async (_what, error, body, who = () => hr) => {
  const before = await everyRow();
  expect((await said(body(), who())).join(', ')).toBe(error);
  expect(await everyRow()).toEqual(before);
});

test('the same input with nothing wrong is carried out', async () => {
  const before = await everyRow();
  expect(await said(hire({}), hr)).toEqual([]);
  const after = await everyRow();
  expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual(
    expect.arrayContaining(['assignment', 'audit_change', 'audit_operation', 'compensation', 'employee', 'person']),
  );
});
