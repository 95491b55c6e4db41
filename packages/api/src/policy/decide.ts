import type { EntityName } from '../catalogue.ts';
import type { Role } from '../generated/prisma/enums.ts';
import { type Grant, grantsKey, type Viewer } from '../viewer.ts';
import { classes, type DataClass } from './classes.ts';
import type { Access, CommandPolicy, RowRule } from './grammar.ts';
import {
  type CommandName,
  classOf,
  commandPolicies,
  entityPolicies,
  type ReportName,
  reportPolicies,
} from './index.ts';

/** Companies whose rows a rule reaches: every one, or those listed. */
export type Reach = 'every' | readonly string[];

/**
 * For which rows of an entity something holds, as the sum of the viewer's grants: rows of the companies in `all`, rows
 * about the people below the viewer in the companies in `reports`, rows about the viewer in the companies in `self`, and of
 * what is paid the pay of people in the companies in `wages` and all else in those in `trade`.
 */
export interface Condition {
  readonly all: Reach;
  readonly reports: Reach;
  readonly self: Reach;
  readonly wages: Reach;
  readonly trade: Reach;
  /** Not for rows about the viewer, whatever else holds. */
  readonly notSelf: boolean;
}

/** What one viewer may do with one entity, decided once per operation. */
export interface Decision {
  readonly row: Condition;
  readonly read: (field: string) => Condition;
  readonly masked: (field: string) => Condition;
  /** Over which rows the field may go into totals: all those whose values may be read, and those read in totals alone. */
  readonly totals: (field: string) => Condition;
  readonly write: (field: string) => Condition;
  readonly create: Condition;
}

const widen = (reach: Reach, companyId: string | null): Reach =>
  reach === 'every' || companyId === null ? 'every' : reach.includes(companyId) ? reach : [...reach, companyId].sort();

/** What a right for one company is worth: less than its rows on what belongs to the installation as a whole. */
type Worth = 'its rows' | 'own' | 'nothing';

interface SumOptions {
  readonly notSelf?: boolean;
  readonly forOneCompany?: Worth;
}

function sum(
  grants: readonly Grant[],
  ruleOf: (role: Role) => RowRule | undefined,
  { notSelf = false, forOneCompany = 'its rows' }: SumOptions = {},
): Condition {
  const reached: Record<RowRule, Reach> = { all: [], reports: [], self: [], wages: [], trade: [] };
  for (const grant of grants) {
    const granted = ruleOf(grant.role);
    const rule = granted !== undefined && grant.companyId !== null ? narrowed(granted, forOneCompany) : granted;
    if (rule !== undefined) reached[rule] = widen(reached[rule], grant.companyId);
  }
  return { ...reached, notSelf };
}

const narrowed = (rule: RowRule, forOneCompany: Worth): RowRule | undefined =>
  forOneCompany === 'its rows' || rule === 'self' ? rule : forOneCompany === 'own' ? 'self' : undefined;

const reaches = ({ all, reports, self, wages, trade }: Condition): readonly Reach[] => [
  all,
  reports,
  self,
  wages,
  trade,
];

export const isNever = (condition: Condition): boolean => reaches(condition).every(isEmpty);

/** The companies in which a condition can hold on a row. */
export const companiesOf = (condition: Condition): Reach => {
  const every: string[] = [];
  for (const reach of reaches(condition)) {
    if (reach === 'every') return reach;
    every.push(...reach);
  }
  return every;
};

/** Whether a condition holds on no row that is about somebody else. */
export const isOwnAlone = (condition: Condition): boolean => reaches({ ...condition, self: [] }).every(isEmpty);

const isEmpty = (reach: Reach): boolean => reach !== 'every' && reach.length === 0;

/** The companies that both reach. */
export const both = (one: Reach, other: Reach): Reach =>
  one === 'every' ? other : other === 'every' ? one : one.filter((company) => other.includes(company));

/** Whether every company that `inner` reaches is reached by `outer`. */
export const within = (inner: Reach, outer: Reach): boolean =>
  outer === 'every' || (inner !== 'every' && inner.every((company) => outer.includes(company)));

/** Whether `outer` holds on every row on which `inner` holds. */
export const implies = (inner: Condition, outer: Condition): boolean =>
  !outer.notSelf &&
  (outer.all === 'every' ||
    (within(inner.all, outer.all) &&
      within(inner.reports, outer.reports) &&
      within(inner.self, outer.self) &&
      (within(inner.wages, outer.all) || within(inner.wages, outer.wages)) &&
      (within(inner.trade, outer.all) || within(inner.trade, outer.trade))));

type AccessOf = (access: Access | undefined) => RowRule | undefined;

const reading: AccessOf = (access) => access?.read;
const writing: AccessOf = (access) => access?.write;
const masking: AccessOf = (access) => access?.masked;
const totalling: AccessOf = (access) => (access?.totals || access?.read === 'all' ? 'all' : undefined);

const letters: ReadonlyMap<AccessOf, string> = new Map([
  [reading, 'r'],
  [writing, 'w'],
  [masking, 'm'],
  [totalling, 't'],
]);

function decideEntity(grants: readonly Grant[], entity: EntityName): Decision {
  const policy = entityPolicies[entity];
  const table: Readonly<Record<DataClass, Readonly<Partial<Record<Role, Access>>>>> = classes;
  const memo = new Map<string, Condition>();
  const worth = (dataClass: DataClass, access: AccessOf): Worth => {
    if (!policy.installation) return 'its rows';
    if (access === writing) return 'nothing';
    return policy.installation.includes(dataClass) ? 'own' : 'its rows';
  };
  const ofClass = (dataClass: DataClass, access: AccessOf): Condition => {
    const key = `${dataClass} ${letters.get(access)}`;
    const known =
      memo.get(key) ??
      sum(grants, (role) => access(table[dataClass][role]), {
        notSelf: access === writing && policy.notSubject === true,
        forOneCompany: worth(dataClass, access),
      });
    memo.set(key, known);
    return known;
  };
  return {
    row: ofClass(policy.row, reading),
    read: (field) => ofClass(classOf(entity, field), reading),
    masked: (field) => ofClass(classOf(entity, field), masking),
    totals: (field) => ofClass(classOf(entity, field), totalling),
    write: (field) => ofClass(classOf(entity, field), writing),
    create: ofClass(policy.row, writing),
  };
}

const decideCommand = (grants: readonly Grant[], policy: CommandPolicy): Condition =>
  sum(grants, (role) => policy.roles[role], {
    notSelf: policy.notSubject ?? false,
    forOneCompany: policy.installation ? 'own' : 'its rows',
  });

/** The decisions for one set of grants. */
export interface Decisions {
  readonly key: string;
  readonly of: (entity: EntityName) => Decision;
  readonly command: (name: CommandName) => Condition;
  /** Of which records a report may be had. */
  readonly report: (name: ReportName) => Condition;
}

const cache = new Map<string, Decisions>();
const cachedAtMost = 1000;

/** Decide for a viewer; viewers with the same grants share the decisions. */
export function decisionsFor(viewer: Pick<Viewer, 'grants'>): Decisions {
  const key = grantsKey(viewer);
  const known = cache.get(key);
  if (known) return known;
  const entities = new Map<EntityName, Decision>();
  const grants = viewer.grants;
  const decisions: Decisions = {
    key,
    of: (entity) => {
      const decision = entities.get(entity) ?? decideEntity(grants, entity);
      entities.set(entity, decision);
      return decision;
    },
    command: (name) => decideCommand(grants, commandPolicies[name]),
    report: (name) => sum(grants, (role) => reportPolicies[name].roles[role]),
  };
  if (cache.size >= cachedAtMost) cache.clear();
  cache.set(key, decisions);
  return decisions;
}
