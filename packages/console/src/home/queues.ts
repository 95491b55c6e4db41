import type { Viewer } from '../data/viewer.ts';
import type { Catalogue, ResourceDefinition } from '../generator/resource-definition.ts';
import { BACK_DAYS, dayFrom } from './pay-calendar.ts';

/** A list of records that wait for somebody. */
export interface Queue {
  /** Heading, as `kontor.home.<key>`. */
  readonly key: string;
  readonly entity: string;
  /** The filter, as an address of the list holds it as well. */
  readonly filter: (viewer: Viewer) => QueueFilter | undefined;
  /** Roles to whom it belongs; empty means anybody who may read it. */
  readonly roles: readonly string[];
  /** Fields that the filter asks by; the status, unless said. */
  readonly fields?: readonly string[];
}

export interface QueueFilter {
  readonly where: Readonly<Record<string, unknown>>;
  /** The same for the address of the whole list. */
  readonly url: readonly unknown[];
}

const status = (...values: readonly string[]): QueueFilter => ({
  where: { status: { in: values } },
  url: ['and', ['status', 'in', values]],
});

/** Devices in a state that their holder has to act on. */
const held = (state: string) => (viewer: Viewer) => {
  if (viewer.employeeIds.length === 0) return undefined;
  return {
    where: { and: [{ status: { in: [state] } }, { holder: { is: { id: { in: viewer.employeeIds } } } }] },
    url: ['and', ['status', 'in', [state]], ['holder', 'in', viewer.employeeIds]],
  };
};

const daysAhead = 5;

/**
 * Periods whose pay has to be prepared within days, and whose regular run is not final yet. Those from before somebody
 * began with payroll here are nobody's to do; what was begun and is late waits among the runs.
 */
const due = (): QueueFilter => {
  const today = new Date().toISOString().slice(0, 10);
  const until = dayFrom(today, daysAhead);
  const since = dayFrom(today, -BACK_DAYS);
  const isFinal = { kind: { eq: 'REGULAR' }, status: { in: ['FINALIZED', 'PAID'] } };
  return {
    where: { and: [{ inputsDueOn: { lte: until } }, { payOn: { gte: since } }, { runs: { none: isFinal } }] },
    url: ['and', ['inputsDueOn', 'lte', until], ['payOn', 'gte', since]],
  };
};

const QUEUES: readonly Queue[] = [
  { key: 'acceptDevices', entity: 'Device', filter: held('AWAITING_ACCEPTANCE'), roles: [] },
  { key: 'returnDevices', entity: 'Device', filter: held('RETURN_DUE'), roles: [] },
  { key: 'absences', entity: 'Absence', filter: () => status('REQUESTED'), roles: ['MANAGER', 'HR'] },
  { key: 'homeChanges', entity: 'HomeChange', filter: () => status('PROPOSED'), roles: ['HR'] },
  { key: 'bankChanges', entity: 'BankChange', filter: () => status('PROPOSED', 'FIRST_APPROVED'), roles: ['PAYROLL'] },
  { key: 'taxChanges', entity: 'TaxChange', filter: () => status('PROPOSED'), roles: ['PAYROLL'] },
  { key: 'assignmentChanges', entity: 'AssignmentChange', filter: () => status('PROPOSED'), roles: ['HR'] },
  { key: 'compensations', entity: 'Compensation', filter: () => status('PROPOSED'), roles: ['HR', 'PAYROLL'] },
  { key: 'positions', entity: 'Position', filter: () => status('PROPOSED'), roles: ['HR'] },
  { key: 'receivedDevices', entity: 'Device', filter: () => status('ORDERED', 'RECEIVED'), roles: ['IT'] },
  { key: 'quarantine', entity: 'Device', filter: () => status('QUARANTINE'), roles: ['IT'] },
  {
    key: 'payRuns',
    entity: 'PayRun',
    filter: () => status('DRAFT', 'CALCULATED', 'REVIEWED', 'APPROVED'),
    roles: ['PAYROLL'],
  },
  { key: 'payPeriods', entity: 'PayrollPeriod', filter: due, roles: ['PAYROLL'], fields: ['inputsDueOn', 'payOn'] },
];

export interface ViewerQueue {
  readonly key: string;
  readonly resource: ResourceDefinition;
  readonly filter: QueueFilter;
}

/** The queues of one viewer: those of the viewer's roles, of entities that the viewer's graph has. */
export function queuesOf(viewer: Viewer, catalogue: Catalogue, queues: readonly Queue[] = QUEUES): ViewerQueue[] {
  return queues.flatMap(({ key, entity, filter, roles, fields }) => {
    const resource = catalogue.byName.get(entity);
    const mine = roles.length === 0 || viewer.roles.some(({ role }) => roles.includes(role));
    const asked = filter(viewer);
    const names = fields ?? ['status', ...(JSON.stringify(asked?.where ?? '').includes('"holder"') ? ['holder'] : [])];
    if (!resource || !mine || !asked || !names.every((name) => resource.fieldByName.has(name))) return [];
    return [{ key, resource, filter: asked }];
  });
}

const SHOWN = 5;

/** The graph allows fifteen aliases and ten root fields. */
const askedAtOnce = 10;

/** All queues in one request, or in as many as the graph needs for somebody of many roles. */
export const queuesQueries = (queues: readonly ViewerQueue[]): QueuesQuery[] =>
  Array.from({ length: Math.ceil(queues.length / askedAtOnce) }, (_, index) =>
    queuesQuery(queues.slice(index * askedAtOnce, (index + 1) * askedAtOnce)),
  );

interface QueuesQuery {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

function queuesQuery(queues: readonly ViewerQueue[]): QueuesQuery {
  const declared = queues.map(({ key, resource }) => `$${key}: ${resource.name}Where`).join(', ');
  const fields = queues.map(
    ({ key, resource }) =>
      `${key}: ${resource.plural}(first: ${SHOWN}, where: $${key}) { totalCount nodes { id _label } }`,
  );
  return {
    query: `query Waiting(${declared}) { ${fields.join(' ')} }`,
    variables: Object.fromEntries(queues.map(({ key, filter }) => [key, filter.where])),
  };
}
