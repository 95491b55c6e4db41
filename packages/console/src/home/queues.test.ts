import { expect, it, vi } from 'vitest';
import { catalogueOf } from '../generator/compile.ts';
import { sampleMeta, without } from '../generator/sample-meta.ts';
import { queuesOf, queuesQueries } from './queues.ts';

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

it('tells payroll of no period from before anybody paid people here', () => {
  vi.useFakeTimers({ now: new Date('2026-11-22T08:00:00Z') });
  const device = sampleMeta.entities.find(({ name }) => name === 'Device');
  const [field] = device?.fields ?? [];
  if (!device || !field) throw new Error('The sample lost its devices.');
  const days = ['inputsDueOn', 'payOn'].map((name) => ({ ...field, name, kind: 'DATE' as const }));
  const period = { ...device, name: 'PayrollPeriod', single: 'payrollPeriod', plural: 'payrollPeriods', fields: days };
  const withPeriods = catalogueOf({ ...sampleMeta, entities: [...sampleMeta.entities, period] }, []);
  const [queue] = queuesOf(viewer('PAYROLL'), withPeriods);
  vi.useRealTimers();
  expect(queue?.filter.where['and']).toContainEqual({ payOn: { gte: '2026-10-22' } });
  expect(queue?.filter.url).toEqual(['and', ['inputsDueOn', 'lte', '2026-11-27'], ['payOn', 'gte', '2026-10-22']]);
});

it('asks nothing by a field that the viewer may not read', () => {
  const blind = catalogueOf(without(sampleMeta, 'Device', 'status'), []);
  expect(queuesOf(viewer('IT', ['e1']), blind)).toEqual([]);
});

it('asks for all of them in one request, and in more where the graph allows no more fields', () => {
  const queues = queuesOf(viewer('IT', ['e1']), catalogue);
  const [only, ...others] = queuesQueries(queues);
  expect(only?.query).toMatch(/^query Waiting\(\$acceptDevices: DeviceWhere, /);
  expect(Object.keys(only?.variables ?? {})).toHaveLength(4);
  expect(others).toEqual([]);
  const many = queuesQueries([...queues, ...queues, ...queues].map((queue, index) => ({ ...queue, key: `q${index}` })));
  expect(many.map(({ variables }) => Object.keys(variables).length)).toEqual([10, 2]);
});
