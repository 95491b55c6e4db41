import { expect, it } from 'vitest';
import { catalogueOf } from '../generator/compile.ts';
import { sampleMeta, without } from '../generator/sample-meta.ts';
import { QUEUES, queuesOf, queuesQuery } from './queues.ts';

const viewer = (role: string, employeeIds: string[] = []) => ({
  user: { id: 'u', name: 'Anna', email: 'a@b.example', language: 'en' },
  roles: [{ role, companyId: null }],
  personId: null,
  employeeIds,
  secondFactorMissing: false,
});
const catalogue = catalogueOf(sampleMeta, []);
const keys = (queues: readonly { key: string }[]) => queues.map(({ key }) => key);

it('shows an employee what is theirs to answer', () => {
  expect(keys(queuesOf(viewer('EMPLOYEE', ['e1']), catalogue))).toEqual(['acceptDevices', 'returnDevices']);
});

it('shows a role what is its work', () => {
  expect(keys(queuesOf(viewer('IT'), catalogue))).toEqual(['receivedDevices', 'quarantine']);
});

it('asks nothing by a field that the viewer may not read', () => {
  const blind = catalogueOf(without(sampleMeta, 'Device', 'status'), []);
  expect(queuesOf(viewer('IT', ['e1']), blind)).toEqual([]);
});

it('asks for all of them in one request, within what the graph allows', () => {
  const { query, variables } = queuesQuery(queuesOf(viewer('IT', ['e1']), catalogue));
  expect(query).toMatch(/^query Waiting\(\$acceptDevices: DeviceWhere, /);
  expect(Object.keys(variables)).toHaveLength(4);
  expect(QUEUES.length).toBeLessThanOrEqual(10);
});
