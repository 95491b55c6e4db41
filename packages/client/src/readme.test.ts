/** The examples of the README, as they stand in it. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startJobs, startWorld, type World, worldPassword } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { examples } from './generated/examples.ts';
import { type Client, createClient, KontorError, type SdkWrapper } from './index.ts';

const clientPackage = path.join(import.meta.dirname, '..');
const readme = readFileSync(path.join(clientPackage, 'README.md'), 'utf8');
let world: World;
let jobs: ReturnType<typeof startJobs>;
let place: Parameters<(typeof examples)[number]>[0];

type Payload = Record<string, { id: string } | readonly unknown[] | null>;

/** Carries out a mutation as somebody, and answers the id of its record. */
async function perform(client: Client, name: string, field: string, input: object): Promise<string> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${name}(input: $input) { ${field} { id } userErrors { code message path } } }`;
  const payload = (await client.request<Record<string, Payload>>(document, { input }))[name];
  expect(payload?.['userErrors'], name).toEqual([]);
  const record = payload?.[field] as { id: string } | null | undefined;
  return record?.id ?? '';
}

beforeAll(async () => {
  world = await startWorld();
  jobs = startJobs(world.server.app);
  const url = `${world.url}/graphql`;
  const as = async (name: string, role: 'ADMINISTRATOR' | 'HR' | 'IT') =>
    createClient({ url, token: (await world.member(name, [{ role }])).token });
  const [admin, hr, it] = [await as('admin', 'ADMINISTRATOR'), await as('hr', 'HR'), await as('it', 'IT')];
  const company = {
    code: 'SE',
    name: 'Kontor AB',
    country: 'SE',
    baseCurrencyCode: 'SEK',
    locale: 'sv-SE',
    timeZone: 'Europe/Stockholm',
  };
  const companyId = await perform(admin, 'createCompany', 'company', company);
  await perform(hr, 'createSite', 'site', {
    companyId,
    code: 'STO',
    name: 'Stockholm',
    city: 'Stockholm',
    country: 'SE',
  });
  const manufacturerId = await perform(it, 'createManufacturer', 'manufacturer', { name: 'Apple' });
  const deviceModelId = await perform(it, 'createDeviceModel', 'deviceModel', { manufacturerId, name: 'Mac mini' });
  const deviceId = await perform(it, 'createDevice', 'device', { companyId, deviceModelId, assetTag: 'SE-0001' });
  await perform(it, 'receiveDevice', 'device', { deviceId });
  await perform(it, 'stockDevice', 'device', { deviceId });
  const departmentId = await perform(hr, 'createDepartment', 'department', { companyId, code: 'FIN', name: 'Finance' });
  const seat = { companyId, departmentId, code: 'FIN-1', title: 'Accountant', budgetedFte: '2' };
  const range = { payMinimum: '30000', payMaximum: '60000', payCurrencyCode: 'SEK', payPeriod: 'MONTH' };
  const positionId = await perform(hr, 'createPosition', 'position', { ...seat, ...range });
  const hr2 = await as('hr2', 'HR');
  await perform(hr2, 'approvePosition', 'position', { positionId });
  await perform(hr2, 'openPosition', 'position', { positionId });
  const contract = { contractType: 'PERMANENT', fte: '1', salary: '40000', currencyCode: 'SEK', payPeriod: 'MONTH' };
  const person = { firstName: 'Björn', lastName: 'Berg', startOn: new Date().toISOString().slice(0, 10) };
  const hire = { companyId, positionId, ...person, ...contract, idempotencyKey: 'the first hire' };
  await perform(hr, 'hireEmployee', 'employee', hire);
  const { token } = await world.member('everybody', [{ role: 'HR' }, { role: 'IT' }]);
  place = { url, token, email: 'hr@world.example', password: worldPassword };
});
afterAll(async () => {
  await jobs.stop();
  await world.stop();
});

const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block]) => block ?? '');

test('no example is left out', () => {
  expect(examples.length).toBeGreaterThan(5);
  expect(examples).toHaveLength(blocks.length);
});

test.each(blocks.map((_, index) => index + 1))('example %i runs', async (number) => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await examples[number - 1]?.(place);
  expect(said).toHaveBeenCalled();
  said.mockRestore();
});

test('a program generates operations of its own', async () => {
  const folder = path.join(clientPackage, 'dist/own');
  mkdirSync(folder, { recursive: true });
  copyFileSync(path.join(clientPackage, '../api/schema.graphql'), path.join(folder, 'schema.graphql'));
  writeFileSync(path.join(folder, 'my-operations.graphql'), 'query mySites { sites { nodes { city } } }');
  writeFileSync(path.join(folder, 'generate.mjs'), /^```js\n(.*?)^```$/ms.exec(readme)?.[1] ?? '');
  execFileSync(process.execPath, ['generate.mjs'], { cwd: folder });
  type MySdk = { mySites(): Promise<{ sites: { nodes: { city: string }[] } }> };
  const made = path.join(folder, 'my-operations.ts');
  const { getSdk } = (await import(/* @vite-ignore */ made)) as {
    getSdk: (graphql: unknown, wrapper: SdkWrapper) => MySdk;
  };
  const mine = createClient({ url: place.url, token: place.token }).extend(getSdk);
  expect((await mine.mySites()).sites.nodes).toEqual([{ city: 'Stockholm' }]);
  const stranger = createClient({ url: place.url, token: 'kontor_unknown' }).extend(getSdk);
  await expect(stranger.mySites()).rejects.toBeInstanceOf(KontorError);
});
