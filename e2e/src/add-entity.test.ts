import { launchChromium } from '@kontor/testkit';
import { GraphQLClient, gql } from 'graphql-request';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstSteps, type Served } from './program.ts';
import { copyWorkspace, type WorkspaceCopy } from './workspace-copy.ts';

/** Adding an entity touches a model, a file, a policy row and a test; this is the test, and it lists the other three. */

const model = `
/// A car, van or bicycle that the company owns.
model Vehicle {
  id           String    @id @default(dbgenerated("uuid7()")) @db.Uuid
  companyId    String    @map("company_id") @db.Uuid
  /// Number plate.
  registration String    @db.VarChar(20)
  /// Day of purchase.
  purchasedOn  DateTime? @map("purchased_on") @db.Date
  /// Whether the vehicle is in use. Inactive ones are hidden from lists.
  active       Boolean   @default(true)
  version      Int       @default(1)
  createdAt    DateTime  @default(now()) @map("created_at") @db.Timestamptz(3)
  updatedAt    DateTime  @default(now()) @map("updated_at") @db.Timestamptz(3)

  /// Owner.
  company Company @relation(fields: [companyId], references: [id], onDelete: Restrict)

  @@unique([companyId, registration])
  @@map("vehicle")
}
`;

const file = `import { entity } from '../entity.ts';

export const Vehicle = entity('Vehicle', {
  title: {
    en: ['Vehicle', 'Vehicles'],
    sv: ['Fordon', 'Fordon'],
    de: ['Fahrzeug', 'Fahrzeuge'],
    hu: ['Jármű', 'Járművek'],
    sl: ['Vozilo', 'Vozila'],
  },
  label: ['registration'],
  search: ['registration'],
  columns: ['registration', 'purchasedOn', 'company'],
  order: ['registration'],
  create: ['company'],
  write: ['registration', 'purchasedOn'],
  labels: {
    registration: { en: 'Number plate', sv: 'Registreringsnummer', de: 'Kennzeichen', hu: 'Rendszám', sl: 'Registrska številka' },
  },
});
`;

const policyRow = `
  Vehicle: {
    row: 'organisation', company: { column: 'companyId' }, subject: {},
    fields: { company: 'company', registration: 'organisation', purchasedOn: 'organisation', active: 'organisation' },
  } satisfies EntityPolicy<'Vehicle', DataClass>,
`;

let copy: WorkspaceCopy;
let server: Served;
let client: GraphQLClient;
const password = 'four wheels and an engine';

beforeAll(async () => {
  copy = copyWorkspace();
  copy.append('prisma/schema/organisation.prisma', model);
  copy.edit(
    'prisma/schema/organisation.prisma',
    '  roleGrants        RoleGrant[]\n',
    '  roleGrants        RoleGrant[]\n  vehicles          Vehicle[]\n',
  );
  copy.write('packages/api/src/organisation/vehicle.ts', file);
  copy.edit(
    'packages/api/src/policy/organisation.ts',
    'export const organisation = {',
    `export const organisation = {${policyRow}`,
  );
  copy.edit(
    'packages/api/src/policy/organisation.ts',
    "roleGrants: 'system',",
    "roleGrants: 'system', vehicles: 'organisation',",
  );
  copy.generate();
  const { program } = copy;
  program.run('migrate', 'new', 'add_vehicle');
  program.run('init', ...firstSteps, '--password', password);
  const token = program.run('token', 'create', '--user', 'admin@world.example', '--name', 'test', '--days', '1').trim();
  server = await program.serve();
  client = new GraphQLClient(`${server.url}/graphql`, { headers: { authorization: `Bearer ${token}` } });
}, 240_000);

afterAll(async () => {
  await server?.stop();
  copy?.remove();
});

test('the new entity has its mutation, query, audit and metadata', async () => {
  const { companies } = await client.request<{ companies: { nodes: { id: string }[] } }>(
    gql`{ companies { nodes { id } } }`,
  );
  const companyId = companies.nodes[0]?.id;
  const { createVehicle } = await client.request<{ createVehicle: { vehicle: { id: string }; userErrors: unknown[] } }>(
    gql`mutation ($companyId: ID!) { createVehicle(input: { companyId: $companyId, registration: "ABC 123", purchasedOn: "2026-03-01" }) { vehicle { id } userErrors { code path } } }`,
    { companyId },
  );
  expect(createVehicle.userErrors).toEqual([]);
  const { vehicles } = await client.request<{ vehicles: unknown }>(
    gql`{ vehicles(where: { company: { is: { code: { eq: "SE" } } } }, search: "abc") { totalCount nodes { registration purchasedOn _label _can { update } } } }`,
  );
  expect(vehicles).toEqual({
    totalCount: 1,
    nodes: [{ registration: 'ABC 123', purchasedOn: '2026-03-01', _label: 'ABC 123', _can: { update: true } }],
  });
  const { history } = await client.request<{
    history: { nodes: { command: string; changes: { field: string; to: string }[] }[] };
  }>(gql`query ($id: ID!) { history(entity: "Vehicle", id: $id) { nodes { command changes { field to } } } }`, {
    id: createVehicle.vehicle.id,
  });
  expect(history.nodes[0]?.command).toBe('createVehicle');
  expect(history.nodes[0]?.changes).toContainEqual({ field: 'registration', to: 'ABC 123' });
  const { consoleMeta } = await client.request<{
    consoleMeta: { entities: { name: string; pluralLabel: string; create: boolean }[] };
  }>(gql`{ consoleMeta(language: "hu") { entities { name pluralLabel create } } }`);
  expect(consoleMeta.entities).toContainEqual({ name: 'Vehicle', pluralLabel: 'Járművek', create: true });
});

test('the new entity has its page in the console', async () => {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.getByLabel(/mail/i).fill('admin@world.example');
    await page.locator('input[type=password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.getByRole('navigation').getByRole('link', { name: 'Vehicles' }).click();
    await page.getByText('ABC 123').waitFor();
    expect(await page.getByText('Number plate').count()).toBeGreaterThan(0);
  } finally {
    await browser.close();
  }
}, 60_000);
