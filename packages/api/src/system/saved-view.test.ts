/** Lists that people keep: for themselves, and for those colleagues who may read what is asked for. */
import { type Member, type Office, openOffice, perform, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

let world: World;
let office: Office;
let colleague: Member;

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
  colleague = await world.member('colleague', [{ role: 'EMPLOYEE', companyId: office.companyId }]);
});
afterAll(() => world.stop());

const names = async (who: Member, query = ''): Promise<string[]> => {
  const { savedViews } = await who.client.request<{ savedViews: { nodes: { name: string }[] } }>(
    `{ savedViews${query} { nodes { name } } }`,
  );
  return savedViews.nodes.map(({ name }) => name);
};

const save = (who: Member, input: object) => perform(who, 'saveView', input, 'savedView { id }');

const byName = { resource: 'Employee', state: 'sort=lastName&columns=lastName,department' };
const byPay = { resource: 'Employee', state: `filter=${encodeURIComponent('["and",["salary","gte","40000"]]')}` };

test('what is kept for oneself nobody else sees, not even who sees everything', async () => {
  expect(await save(office.hr, { ...byName, name: 'Mine' })).toMatchObject({ errors: [] });
  expect(await names(office.hr)).toEqual(['Mine']);
  for (const other of [office.hr2, office.admin, colleague]) expect(await names(other)).toEqual([]);
});

test('what is shared is there for those who may read all that it asks for', async () => {
  await save(office.hr, { ...byName, name: 'By name', shared: true });
  await save(office.hr, { ...byPay, name: 'Well paid', shared: true });
  expect(await names(office.hr2)).toEqual(['By name', 'Well paid']);
  // An employee reads their own pay, so the field is theirs to ask for; who runs the system reads none.
  expect(await names(office.admin)).toEqual([]);
  const it = await world.member('it', [{ role: 'IT', companyId: office.companyId }]);
  expect(await names(it)).toEqual(['By name']);
  // Neither by looking for it otherwise.
  for (const query of [
    '(where: { name: { eq: "Well paid" } })',
    '(where: { state: { contains: "salary" } })',
    '(includeInactive: true, orderBy: [{ state: { direction: ASC } }])',
  ])
    expect(await names(it, query)).not.toContain('Well paid');
  const stranger = await world.member('stranger', []);
  await expect(names(stranger)).resolves.toEqual([]);
});

test('only its owner changes a view or takes it away', async () => {
  const { id } = await performed(
    office.hr,
    'saveView',
    { ...byName, name: 'Shared', shared: true },
    'savedView { id _can { actions } }',
  );
  for (const command of ['changeView', 'removeView'])
    expect((await perform(office.hr2, command, { savedViewId: id }, 'savedView { id }')).errors).toEqual(['FORBIDDEN']);
  expect(await names(office.hr2)).toContain('Shared');
  await performed(office.hr, 'changeView', { savedViewId: id, shared: false }, 'savedView { id }');
  expect(await names(office.hr2)).not.toContain('Shared');
  expect((await perform(office.hr2, 'changeView', { savedViewId: id }, 'savedView { id }')).errors).toEqual([
    'NOT_FOUND',
  ]);
  await performed(office.hr, 'removeView', { savedViewId: id }, 'savedView { id }');
  expect(await names(office.hr)).not.toContain('Shared');
});

test('a list opens with one view, and no two have one name', async () => {
  const opens = async () => names(office.hr2, '(where: { isDefault: { eq: true } })');
  await save(office.hr2, { ...byName, name: 'First', isDefault: true });
  await save(office.hr2, { ...byPay, name: 'Second', isDefault: true });
  expect(await opens()).toEqual(['Second']);
  expect((await save(office.hr2, { ...byPay, name: 'second' })).errors).toEqual(['ALREADY_EXISTS name']);
  // Somebody else's name is theirs.
  expect((await save(colleague, { ...byName, name: 'Second' })).errors).toEqual([]);
});

const report = {
  kind: 'REPORT',
  resource: 'Employee',
  state: 'by=department,salaryCurrencyCode&show=count,salary.sum&chart=bar&order=-salary.sum',
};

test('a report is shared with a role or everybody, and is there for whoever may read what its conditions compare', async () => {
  const kept = { ...report, name: 'Pay by department', shared: true, sharedWithRole: 'IT', pinned: true };
  const { id } = await performed(office.hr, 'saveView', kept, 'savedView { id kind pinned sharedWithRole }');
  const it = await world.member('it-reports', [{ role: 'IT', companyId: office.companyId }]);
  const reports = '(where: { kind: { eq: REPORT } })';
  // Pay, which information technology may not read, is only shown by it; who opens it is told that it is left out.
  expect(await names(it, reports)).toEqual(['Pay by department']);
  expect(await names(office.hr2, reports)).toEqual([]);
  await performed(office.hr, 'changeView', { savedViewId: id, sharedWithEverybody: true }, 'savedView { id }');
  expect(await names(office.hr2, reports)).toEqual(['Pay by department']);
  const comparing = { state: `${report.state}&having=${encodeURIComponent('[["salary.sum","gt","900000"]]')}` };
  await performed(office.hr, 'changeView', { savedViewId: id, ...comparing }, 'savedView { id }');
  expect(await names(it, reports)).toEqual([]);
  // It is no list: no list opens with it, and a list may have its name.
  const opened = await performed(
    office.hr,
    'changeView',
    { savedViewId: id, isDefault: true },
    'savedView { isDefault pinned }',
  );
  expect(opened).toMatchObject({ isDefault: false, pinned: true });
  expect((await save(office.hr, { ...byName, name: 'Pay by department' })).errors).toEqual([]);
});

test.each([
  'by=shoeSize&show=count',
  'by=department&show=salary.product',
  'by=department&show=department.sum',
  'by=department&show=count&sort=lastName',
  'by=department&show=count&having=[["shoeSize.sum","gt","1"]]',
  'by=department&show=count&having=nonsense',
  'by=department&show=count&order=-shoeSize.sum',
])('a report of employees with %s is refused', async (state) => {
  expect((await save(office.hr, { ...report, state, name: 'A report' })).errors).toEqual([
    'VIEW_STATE_MALFORMED state',
  ]);
});

test.each([
  ['Employee', 'page=2', 'VIEW_STATE_MALFORMED state'],
  ['Employee', 'sort=shoeSize', 'VIEW_STATE_MALFORMED state'],
  ['Employee', 'columns=person.shoeSize', 'VIEW_STATE_MALFORMED state'],
  ['Employee', 'filter=%5B%22and%22%2C%5B%22salary%22%5D%5D', 'VIEW_STATE_MALFORMED state'],
  ['Employee', 'filter=nonsense', 'VIEW_STATE_MALFORMED state'],
  ['Employee', 'filter=%5B%22person.iban%22%2C%22eq%22%2C%22SE45%22%5D', 'VIEW_STATE_MALFORMED state'],
  ['Mail', 'sort=name', 'VIEW_LIST_UNKNOWN resource'],
  ['Nothing', 'sort=name', 'VIEW_LIST_UNKNOWN resource'],
])('a view of %s with %s is refused', async (resource, state, error) => {
  const it = await world.member(`it-${resource}-${state.length}`, [{ role: 'IT', companyId: office.companyId }]);
  const input = { resource, state, name: 'A view' };
  expect((await save(it, input)).errors).toEqual([error]);
});
