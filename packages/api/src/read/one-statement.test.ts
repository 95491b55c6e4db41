import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ClientError, GraphQLClient, gql } from 'graphql-request';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureCluster } from '../database/cluster.ts';
import { withClient } from '../database/connect.ts';
import { type EmbeddedDatabase, startEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { type Place, preparePlace } from '../database/place.ts';
import { superuserUrl } from '../database/server-process.ts';
import { readEnv } from '../env.ts';
import type { Role } from '../generated/prisma/enums.ts';
import { localOperator } from '../server/authenticate.ts';
import { type RunningServer, startServer } from '../server.ts';
import { mintToken } from '../system/mint-token.ts';
import { operate } from '../write/operation.ts';
import { randomRows, storeRows } from './proof/random-world.ts';

/** A database server of its own, whose log tells every statement that it was sent. */
let home: string;
let place: Place;
let database: EmbeddedDatabase;
let server: RunningServer;

const day = 86_400_000;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kontor-statements-'));
  await chmod(home, 0o755);
  database = await startEmbedded({ home, durable: false });
  place = await preparePlace(home, () => {});
  await migrate(database.ownerUrl, { appUrl: database.appUrl });
  await withClient(database.ownerUrl, (owner) => storeRows(owner, randomRows(1)));
  await withClient(superuserUrl(await ensureCluster(place), database.port), (superuser) =>
    superuser.query(`alter role kontor_app set log_statement = 'all'`),
  );
  const { ownerUrl, appUrl } = database;
  server = await startServer({
    env: { ...readEnv({}), port: 0, host: '127.0.0.1', logLevel: 'warn', seed: false, home, rateCapacity: 1e9 },
    database: { kind: 'external', ownerUrl, appUrl, stop: async () => {} },
  });
}, 120_000);

afterAll(async () => {
  await server.stop();
  await database.stop();
  await rm(home, { recursive: true, force: true });
});

async function clientOf(name: string, roles: readonly Role[]): Promise<GraphQLClient> {
  const token = await operate(server.app, { viewer: localOperator, command: 'letIn' }, async ({ tx }) => {
    const employee = await tx.employee.findFirstOrThrow({ orderBy: { id: 'asc' } });
    const user = await tx.user.create({ data: { email: `${name}@world.example`, name, personId: employee.personId } });
    for (const role of roles)
      await tx.roleGrant.create({ data: { userId: user.id, role, companyId: employee.companyId } });
    return (await mintToken(tx, { userId: user.id, name: 'test', expiresAt: new Date(Date.now() + day) })).token;
  });
  return new GraphQLClient(`${server.url}/graphql`, { headers: { authorization: `Bearer ${token}` } });
}

/** Statements that the database was sent while something ran, one line each, without those of the rate limit's clock. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const log = path.join(place.data, 'server.log');
  const before = (await readFile(log)).length;
  await work();
  const written = (await readFile(log)).subarray(before).toString();
  return written
    .split(/^(?=\d{4}-\d\d-\d\d )/m)
    .flatMap(
      (entry) => /LOG: {2}(?:statement|execute [^:]+): ([\s\S]*)/.exec(entry)?.[1]?.replaceAll(/\s+/g, ' ') ?? [],
    )
    .filter((statement) => !statement.includes('rate_limit'));
}

const list = gql`
  query ($where: EmployeeWhere, $first: Int, $after: ID, $offset: Int) {
    employees(where: $where, first: $first, after: $after, offset: $offset, orderBy: [{ department: { name: {} } }, { lastName: {} }]) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { cursor }
      nodes {
        id firstName lastName _label
        _can { update maskedFields actions }
        department { name parent { name } }
        position { title }
        manager { firstName lastName department { name } }
        assignments(first: 3, where: { position: { is: { code: { isNull: false } } } }) { nodes { startOn position { title } } }
        devices(first: 3) { totalCount nodes { assetTag deviceModel { name manufacturer { name } } } }
        reports(first: 3) { nodes { lastName } }
      }
    }
  }
`;

const nested = {
  department: { is: { parent: { is: { name: { contains: 'a' } } } } },
  or: [{ reports: { some: { devices: { none: { status: { eq: 'LOST' } } } } } }, { manager: { isNull: true } }],
};

const one = gql`
  query ($id: ID!) {
    employee(id: $id) {
      _label department { name } person { _label employees(first: 3) { nodes { company { name } } } }
      compensations(first: 3) { nodes { amount currency { code } } } deviceAssignments(first: 3) { nodes { device { assetTag } } }
    }
  }
`;

const viewers: readonly (readonly [string, readonly Role[]])[] = [
  ['human resources', ['HR']],
  ['a manager', ['EMPLOYEE', 'MANAGER']],
];

test.each(viewers)('a read is one statement beside the look-up of who asks: %s', async (name, roles) => {
  const client = await clientOf(name.replaceAll(' ', '-'), roles);
  const ids = await client.request<{ employees: { nodes: { id: string }[] } }>('{ employees { nodes { id } } }');
  const first = ids.employees.nodes[0]?.id ?? '';
  const reads: readonly (readonly [string, string, object, seen?: boolean])[] = [
    ['a list with relations and related rows', list, { first: 50 }],
    ['with a nested filter', list, { where: nested, first: 20 }],
    ['a page after a cursor', list, { first: 5, after: first }],
    ['a page by its number', list, { first: 5, offset: 10 }],
    ['one record, with pay', one, { id: first }, true],
  ];
  // The third time the statement is prepared under a name, which must not cost another.
  for (const [what, document, variables, seen = false] of reads)
    for (let time = 1; time <= 4; time += 1) {
      const statements = await statementsOf(() => client.request(document, variables));
      expect(
        statements.map((statement) => statement.slice(0, 60)),
        `${what}, ${time}`,
      ).toHaveLength(seen && name === 'human resources' ? 3 : 2);
      // Whose pay it was is written down before the answer goes out, in a statement of its own.
      if (statements[2]) expect(statements[2]).toContain('insert into sensitive_read');
      expect(statements[0]).toContain('from api_token t join app_user u');
    }
});

test('several root fields are a statement each', async () => {
  const client = await clientOf('reader', ['HR']);
  const statements = await statementsOf(() =>
    client.request('{ employees { totalCount } departments { nodes { name } } __typename }'),
  );
  expect(statements).toHaveLength(3);
});

const changes: readonly (readonly [string, string])[] = [
  ['a look-up', 'query ($id: ID!) { person(id: $id) { firstName _label employees(first: 3) { totalCount } } }'],
  [
    'an update',
    'mutation ($id: ID!) { updatePerson(input: { id: $id, expectedVersion: 1, homeCity: "Lund" }) { userErrors { code } } }',
  ],
  [
    'a deactivation',
    'mutation ($id: ID!) { deactivatePerson(input: { id: $id, expectedVersion: 1 }) { userErrors { code } } }',
  ],
  ['a history', 'query ($id: ID!) { history(entity: "Person", id: $id) { nodes { id } } }'],
  ['a page after it', 'query ($id: ID!) { people(first: 3, after: $id) { nodes { id } } }'],
];

test.each(changes)(
  '%s of what is hidden, of what is hidden and out of use, and of what never was: the same statements and answers',
  async (name, document) => {
    const client = await clientOf(`stranger-${name.replaceAll(' ', '-')}`, ['HR']);
    const { hidden, inactive } = await withClient(database.ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ id: string; active: boolean }>(
        `select p.id::text, p.active from person p where not exists (
         select from employee e where e.person_id = p.id
           and e.company_id = (select company_id from employee order by id limit 1))`,
      );
      return { hidden: rows.find((row) => row.active)?.id, inactive: rows.find((row) => !row.active)?.id };
    });
    expect([hidden, inactive]).not.toContain(undefined);
    const ids = [hidden, inactive, '0a0b0c0d-0000-7000-8000-00000000ffff', 'no id at all'];
    const met: unknown[] = [];
    for (const id of ids) {
      // Asked often enough that every statement has been prepared.
      for (let time = 1; time <= 3; time += 1) await client.rawRequest(document, { id }).catch(() => undefined);
      let answer: unknown;
      const statements = await statementsOf(async () => {
        answer = await client.rawRequest(document, { id }).then(
          ({ data }) => data,
          (error: ClientError) => error.response.errors?.map(({ message, extensions }) => ({ message, extensions })),
        );
      });
      expect(statements.length).toBeGreaterThan(1);
      met.push({ statements, answer });
    }
    for (const each of met) expect(each).toEqual(met[0]);
  },
);
