/** The import of models: the files that ship, files as they come, and files that are meant to harm. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Member, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEnv, workspaceRoot } from '../env.ts';
import { localOperator, viewerByEmail } from '../server/authenticate.ts';
import type { Viewer } from '../viewer.ts';
import { operate } from '../write/operation.ts';
import { importDeviceModels, shippedDeviceModels } from './index.ts';

const shared = path.join(workspaceRoot, '../shared/data/device-types');

let world: World;
let it: Member;
let operator: Viewer;
let home: string;

beforeAll(async () => {
  world = await startWorld();
  it = await world.member('it', [{ role: 'IT' }]);
  operator = await viewerOf(it);
  home = await mkdtemp(path.join(tmpdir(), 'kontor models '));
});
afterAll(async () => {
  await world.stop();
  await rm(home, { recursive: true });
});

async function viewerOf({ email }: Member): Promise<Viewer> {
  const viewer = await viewerByEmail(world.server.app.pool, email);
  if (!viewer) throw new Error(`${email} is not there`);
  return viewer;
}

type Files = Readonly<Record<string, string | Buffer>>;

async function folderWith(name: string, files: Files): Promise<string> {
  const folder = path.join(home, name);
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
  return folder;
}

const bringIn = (folder: string, dryRun = false, viewer = operator) =>
  importDeviceModels(world.server.app, viewer, { folder, dryRun });

interface ModelNode {
  readonly id: string;
  readonly version: number;
  readonly interfaces: { readonly nodes: readonly object[] };
}

async function modelNamed(name: string): Promise<ModelNode | undefined> {
  const query = `query ($name: String!) { deviceModels(where: { name: { eq: $name } }) { nodes {
    id version name kind partNumber rackUnits isFullDepth weightKg airflow consolePorts powerPorts comments
    manufacturer { name } interfaces(first: 100, orderBy: [{ ordinal: { direction: ASC } }]) { nodes { ordinal name type managementOnly poeMode } } } } }`;
  const { deviceModels } = await it.client.request<{ deviceModels: { nodes: ModelNode[] } }>(query, { name });
  return deviceModels.nodes[0];
}

const device = (name: string, interfaces: readonly string[] = [], partNumber = 'P1'): string =>
  [
    'manufacturer: Undoable',
    `model: ${name}`,
    `slug: undoable-${name}`,
    `part_number: ${partNumber}`,
    ...(interfaces.length > 0 ? ['interfaces:'] : []),
    ...interfaces.flatMap((each) => [`  - name: ${each}`, '    type: 1000base-t']),
  ].join('\n');

const undo = async (batchId: string | null, who = it) => {
  const mutation = `mutation ($id: ID!, $key: String!) {
    undoImport(input: { importBatchId: $id, idempotencyKey: $key }) { importBatch { status } userErrors { code message path } } }`;
  const variables = { id: batchId, key: `${batchId} ${Date.now()}` };
  return (await who.client.request<{ undoImport: { userErrors: { message: string }[] } }>(mutation, variables))
    .undoImport;
};

test('an import is taken back: what it made is gone, what it changed is as before', async () => {
  const first = await folderWith('undo-1', { 'a.yaml': device('A', ['one', 'two', 'three']), 'b.yaml': device('B') });
  const made = await bringIn(first);
  const before = await modelNamed('A');
  const second = await folderWith('undo-2', { 'a.yaml': device('A', ['eins'], 'P2'), 'c.yaml': device('C', ['one']) });
  const changed = await bringIn(second);
  expect([changed.created, changed.updated]).toEqual([1, 1]);
  expect(await modelNamed('A')).toMatchObject({ partNumber: 'P2', interfaces: { nodes: [{ name: 'eins' }] } });
  expect(await undo(changed.batchId)).toEqual({ importBatch: { status: 'UNDONE' }, userErrors: [] });
  const { version: _, ...former } = before ?? { version: 0 };
  expect(await modelNamed('A')).toMatchObject(former);
  expect(await modelNamed('C')).toBeUndefined();
  expect(await undo(made.batchId)).toEqual({ importBatch: { status: 'UNDONE' }, userErrors: [] });
  expect(await modelNamed('A')).toBeUndefined();
  const { manufacturers } = await it.client.request<{ manufacturers: { nodes: unknown[] } }>(
    '{ manufacturers(where: { name: { eq: "Undoable" } }) { nodes { id } } }',
  );
  expect(manufacturers.nodes).toEqual([]);
  expect((await bringIn(first)).created).toBe(2);
});

test('it is not taken back where a device is of a model that it made, or somebody changed one since', async () => {
  const folder = await folderWith('undo-3', { 'd.yaml': device('D'), 'e.yaml': device('E') });
  const { batchId } = await bringIn(folder);
  const [d, e] = [await modelNamed('D'), await modelNamed('E')];
  const place = { country: 'SE', baseCurrencyCode: 'SEK', locale: 'sv-SE', timeZone: 'UTC' };
  const companyId = await operate(world.server.app, { viewer: localOperator, command: 'test' }, async ({ tx }) => {
    const company = await tx.company.create({ data: { code: 'UNDO', name: 'Undo AB', ...place } });
    return company.id;
  });
  const inUse = { companyId, deviceModelId: d?.id, assetTag: 'UNDO-1' };
  const { id } = await performed(it, 'createDevice', inUse, 'device { id }');
  await performed(
    it,
    'updateDeviceModel',
    { id: e?.id, expectedVersion: e?.version, rackUnits: '2' },
    'deviceModel { id }',
  );
  const refused = await undo(batchId);
  expect(refused).toMatchObject({
    importBatch: null,
    userErrors: [
      { code: 'CHANGED_SINCE', message: 'Undoable E: the device model was changed since.', path: ['importBatchId'] },
      {
        code: 'USED_SINCE',
        message: 'Undoable D: a later device refers to this device model.',
        path: ['importBatchId'],
      },
    ],
  });
  expect(id).toBeTruthy();
  expect(await modelNamed('D')).toBeDefined();
});

test('neither HR takes back models, nor IT employees', async () => {
  const hr = await world.member('hr', [{ role: 'HR' }]);
  const { batchId } = await bringIn(await folderWith('undo-4', { 'f.yaml': device('F') }));
  await expect(undo(batchId, hr)).rejects.toThrow('FORBIDDEN');
});

/** How many rows the audit log has for what an import of models writes. */
const changesOfModels = async (): Promise<string> => {
  const { rows } = await world.server.app.pool.query<{ count: string }>(
    `select count(*) from audit_change where table_name in ('manufacturer', 'device_model', 'device_model_interface')`,
  );
  return rows[0]?.count ?? '';
};

test('the models that ship are all imported, and once', async () => {
  const steps: [number, number][] = [];
  const onProgress = (done: number, total: number) => steps.push([done, total]);
  const first = await importDeviceModels(world.server.app, operator, { folder: shippedDeviceModels, onProgress });
  expect(first).toMatchObject({ created: 189, updated: 0, unchanged: 0, refused: [], batchId: expect.any(String) });
  expect(steps.at(-1)).toEqual([189, 189]);
  const changes = await changesOfModels();
  expect(await bringIn(shippedDeviceModels)).toMatchObject({ created: 0, updated: 0, unchanged: 189, refused: [] });
  expect(await changesOfModels()).toBe(changes);
  const query = `{ importBatches(where: { fileName: { eq: "device-models" } }, orderBy: [{ createdAt: { direction: ASC } }]) { nodes {
    subject fileName status rowCount createdCount unchangedCount faultCount createdBy { name } } } }`;
  const batch = {
    subject: 'device models',
    fileName: 'device-models',
    status: 'COMMITTED',
    rowCount: 189,
    faultCount: 0,
  };
  const createdBy = { name: 'it' };
  expect(await it.client.request(query)).toEqual({
    importBatches: {
      nodes: [
        { ...batch, createdBy, createdCount: 189, unchangedCount: 0 },
        { ...batch, createdBy, createdCount: 0, unchangedCount: 189 },
      ],
    },
  });
}, 60_000);

test('a model is read back with its interfaces', async () => {
  const server = await modelNamed('PowerEdge R640');
  expect(server).toMatchObject({
    kind: 'SERVER',
    manufacturer: { name: 'Dell' },
    rackUnits: '1',
    isFullDepth: true,
    consolePorts: 3,
    powerPorts: 2,
  });
  expect(server?.interfaces.nodes.at(-1)).toMatchObject({ name: 'iDRAC9', type: '1000base-t', managementOnly: true });
  expect(await modelNamed('Meraki MR52')).toMatchObject({ kind: 'NETWORK', partNumber: 'MR52', weightKg: '0.819' });
});

test.skipIf(!existsSync(shared) && !readEnv().ci)('the files beside the project are those that ship', async () => {
  const changes = await changesOfModels();
  expect(await bringIn(shared)).toMatchObject({ created: 0, updated: 0, unchanged: 189, refused: [] });
  expect(await changesOfModels()).toBe(changes);
});

const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', 'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]']
  .concat([...'cdefgh'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'bcdefg'[at]}`).join(', ')}]`))
  .join('\n');

/** Each file and the reason that is told of it; null where it is imported. */
const hostile: Readonly<Record<string, readonly [content: string | Buffer, reason: RegExp | null]>> = {
  'a-good.yaml': ['manufacturer: Acme\nmodel: Good\n', null],
  'broken.yaml': ['manufacturer: "Acme\nmodel: [1, 2\n', /^it is no usable YAML: .*at line \d+, column \d+$/],
  'bomb.yaml': [`manufacturer: Acme\nmodel: Bomb\n${bomb}\n`, /^it is no usable YAML: Excessive alias count/],
  'deep.yaml': [
    `manufacturer: Acme\nmodel: Deep\nx: ${'['.repeat(100_000)}`,
    /^it is no usable YAML: it is nested too deeply/,
  ],
  'twice.yaml': [
    'manufacturer: Acme\nmodel: One\nmodel: Two\n',
    /^it is no usable YAML: Map keys must be unique at line 3, column 1$/,
  ],
  'wide.yaml': [
    `x: {${Array.from({ length: 30_000 }, (_, at) => `k${at}`).join(',')}}`,
    /^it is no usable YAML: it has too many fields at line 1, column 4$/,
  ],
  'aliases.yaml': [
    `a: &a x\nb: [${Array(101).fill('*a').join(', ')}]\n`,
    /^it is no usable YAML: it refers to its own parts too often$/,
  ],
  'empty.yml': ['', /^Give a file with fields such as manufacturer and model\.$/],
  'two.yaml': ['manufacturer: Acme\nmodel: One\n---\nmanufacturer: Acme\nmodel: Two\n', /multiple documents/],
  'latin.yaml': [Buffer.from('manufacturer: Sm\xf6rg\nmodel: X\n', 'latin1'), /^it is not written in UTF-8$/],
  'nameless.yaml': ['manufacturer: Acme\n', /^model: Give model\.$/],
  'several.yaml': ['model: X\nu_height: -1\n', /^manufacturer: Give manufacturer\. \(and 1 more\)$/],
  'nul.yaml': ['manufacturer: Acme\nmodel: "A\\0B"\n', /^model: Remove the control characters\.$/],
  'same.yaml': ['manufacturer: Acme\nmodel: Good\nu_height: 2\n', /^a-good\.yaml is of the same model, Acme Good$/],
  'tag.yaml': ['manufacturer: !!js/function "x"\nmodel: Tag\n', null],
  'folder.yaml/inner.YML': ['manufacturer: Acme\nmodel: Inner\n', null],
  '.hidden.yaml': ['manufacturer: [', null],
  'notes.txt': ['no model', null],
};

test('every file is imported or refused with its reason, and none stops another', async () => {
  const folder = await folderWith(
    'hostile',
    Object.fromEntries(Object.entries(hostile).map(([file, [content]]) => [file, content])),
  );
  await writeFile(path.join(folder, 'huge.yaml'), '');
  await truncate(path.join(folder, 'huge.yaml'), 50_000_000);
  await symlink('nowhere', path.join(folder, 'dangling.yaml'));
  await symlink('/dev/zero', path.join(folder, 'endless.yaml'));
  const reasons = Object.entries(hostile).flatMap(([file, [, reason]]) => (reason ? [[file, reason] as const] : []));
  const told = new Map<string, RegExp>([
    ...reasons,
    ['huge.yaml', /^it is larger than 256 kB$/],
    ['dangling.yaml', /^there is no such file or folder$/],
    ['endless.yaml', /^it is no ordinary file$/],
  ]);
  const { refused, created } = await bringIn(folder);
  expect(refused.map(({ file }) => file)).toEqual([...told.keys()].sort());
  for (const { file, reason } of refused) {
    expect(reason, file).toMatch(told.get(file) ?? /never/);
    expect(reason.split('\n'), file).toHaveLength(1);
  }
  expect(created).toBe(3);
});

test('numbers keep the form in which they are written', async () => {
  await bringIn(
    await folderWith('numbers', { 'a.yaml': 'manufacturer: Acme\nmodel: 1.10\npart_number: 00123\nu_height: 1.5\n' }),
  );
  expect(await modelNamed('1.10')).toMatchObject({ partNumber: '00123', rackUnits: '1.5' });
});

test('a changed file changes what it says, and leaves what people decided', async () => {
  const text = (rest: string) => `manufacturer: Acme\nmodel: Router\n${rest}`;
  const ports = 'interfaces:\n  - {name: a, type: 1000base-t}\n  - {name: b, type: 1000base-t}\n';
  const folder = await folderWith('changing', { 'r.yaml': text(`comments: Old\npart_number: R1\n${ports}`) });
  expect(await bringIn(folder)).toMatchObject({ created: 1 });
  const made = await modelNamed('Router');
  const mutation = `mutation ($input: UpdateDeviceModelInput!) { updateDeviceModel(input: $input) { userErrors { code } } }`;
  await it.client.request(mutation, { input: { id: made?.id, expectedVersion: made?.version, kind: 'NETWORK' } });
  expect(await bringIn(folder)).toMatchObject({ unchanged: 1 });
  await folderWith('changing', {
    'r.yaml': text('comments: New\ninterfaces:\n  - {name: c, type: 1000base-t, poe_mode: pd}\n'),
  });
  expect(await bringIn(folder, true)).toMatchObject({ updated: 1, batchId: null });
  expect(await modelNamed('Router')).toMatchObject({ comments: 'Old' });
  expect(await bringIn(folder)).toMatchObject({ updated: 1 });
  const changed = { kind: 'NETWORK', comments: 'New', partNumber: 'R1' };
  expect(await modelNamed('Router')).toMatchObject({
    ...changed,
    interfaces: { nodes: [{ ordinal: 1, name: 'c', poeMode: 'pd' }] },
  });
  await folderWith('changing', { 'r.yaml': text('u_height: 1\n') });
  expect(await bringIn(folder)).toMatchObject({ updated: 1 });
  expect(await modelNamed('Router')).toMatchObject({
    ...changed,
    rackUnits: '1',
    interfaces: { nodes: [{ name: 'c' }] },
  });
});

test('a model that is imported twice at the same moment is there once', async () => {
  const text = 'manufacturer: Twice\nmodel: Twice\ninterfaces:\n  - {name: a, type: x}\n';
  const folder = await folderWith('twice', { 'a.yaml': text });
  const answers = await Promise.all(Array.from({ length: 4 }, () => bringIn(folder)));
  expect(answers.reduce((sum, { created }) => sum + created, 0)).toBe(1);
  expect(answers.flatMap(({ refused }) => refused)).toEqual([]);
  expect((await modelNamed('Twice'))?.interfaces.nodes).toHaveLength(1);
});

test('who may not write models imports none', async () => {
  const company = await operate(world.server.app, { viewer: localOperator, command: 'test' }, ({ tx }) =>
    tx.company.create({
      data: { code: 'SE', name: 'SE', country: 'SE', baseCurrencyCode: 'SEK', locale: 'sv-SE', timeZone: 'UTC' },
    }),
  );
  const folder = await folderWith('rights', { 'a.yaml': 'manufacturer: Acme\nmodel: Rights\n' });
  for (const role of ['EMPLOYEE', 'HR', 'ADMINISTRATOR'] as const) {
    const viewer = await viewerOf(await world.member(`no ${role}`.replace(' ', '-'), [{ role }]));
    await expect(bringIn(folder, false, viewer)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  }
  const ofOneCompany = await viewerOf(await world.member('it-se', [{ role: 'IT', companyId: company.id }]));
  expect(await bringIn(folder, false, ofOneCompany)).toMatchObject({ created: 1 });
});

test.each([
  ['nowhere', /nowhere: there is no such file or folder$/],
  ['hostile/notes.txt', /notes\.txt: this is no folder$/],
  ['bare', /bare: there is no \.yaml or \.yml file in it$/],
])('a folder that cannot be used, such as %s, is told in one line', async (name, message) => {
  await mkdir(path.join(home, 'bare'), { recursive: true });
  await expect(bringIn(path.join(home, name))).rejects.toMatchObject({
    message: expect.stringMatching(message),
    extensions: { code: 'BAD_INPUT' },
  });
});
