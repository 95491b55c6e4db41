import { type ImportColumn, type ImportedEmployee, isGone, type Result, rejectAll } from '@kontor/core';
import type { Viewer } from '../../viewer.ts';
import { type Draft, isChange, type RowFault, type RowWrites, rowFault } from './draft.ts';
import type { Facts, KnownPerson } from './facts.ts';
import type { Fault, ImportRequest } from './import-request.ts';
import { type Managers, managersOf, type Numbered, type Unread } from './managers.ts';
import { placesOf } from './places.ts';
import { planKnown } from './plan-known.ts';
import { planNew } from './plan-new.ts';
import type { PlanContext, PlanRow } from './plan-row.ts';
import { mayMakeSeats } from './rights.ts';

/** What a file would do, decided against the database. */
export interface Plan {
  readonly draft: Draft;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly faults: readonly Fault[];
}

/** The rows of a file that can be read, and who stands in those that cannot. */
export interface RowsToPlan {
  readonly rows: readonly ImportedEmployee[];
  readonly columns: readonly ImportColumn[];
  readonly unread: Unread;
}

const lower = (text: string): string => text.toLowerCase();

/** Who will hold each mail address once the file is written; two of one person may share one. */
function emailHolders(facts: Facts, rows: readonly Numbered[]): ReadonlyMap<string, ReadonlySet<string>> {
  const movesAway = new Set(rows.flatMap(({ row, known }) => (known && row.workEmail ? [known.id] : [])));
  const holders = new Map<string, Set<string>>();
  for (const { id, personId, workEmail, endOn } of facts.employees) {
    if (workEmail === null || movesAway.has(id) || isGone({ companyId: '', endOn }, facts.company.today)) continue;
    holders.set(lower(workEmail), (holders.get(lower(workEmail)) ?? new Set()).add(personId));
  }
  return holders;
}

/** The numbered rows: everyone has an id before anything is decided, so that rows can point to each other. */
function numbered(facts: Facts, rows: readonly ImportedEmployee[], nextId: () => string): readonly Numbered[] {
  const known = new Map(facts.employees.map((each) => [each.employeeNumber, each]));
  return rows.map((row) => {
    const found = known.get(row.employeeNumber) ?? null;
    return { row, known: found, id: found?.id ?? nextId() };
  });
}

function byNationalId(facts: Facts): ReadonlyMap<string, KnownPerson> {
  return new Map(
    [...facts.people.values()].flatMap((person) => (person.nationalId ? [[person.nationalId, person] as const] : [])),
  );
}

/** Faults that only all rows together show: who manages, and whose mail address it is. */
function managerOf(
  managers: Managers,
  { row }: Numbered,
  rejected: ReadonlySet<ImportedEmployee>,
): Result<PlanRow['manager'], RowFault> {
  const manager = managers.of(row);
  if (!manager.ok || !manager.value?.madeBy || !rejected.has(manager.value.madeBy)) return manager;
  const field = row.managerNumber === null ? 'managerEmail' : 'managerNumber';
  const message = `Put line ${manager.value.madeBy.line} right first: it is the manager's.`;
  return rejectAll([rowFault('MANAGER_REJECTED', message, field)]);
}

function emailFault(holders: ReturnType<typeof emailHolders>, { row, known }: Numbered): readonly RowFault[] {
  const held = row.workEmail === null ? undefined : holders.get(lower(row.workEmail));
  const isTaken = held !== undefined && [...held].some((personId) => personId !== known?.personId);
  return isTaken
    ? [rowFault('EMAIL_TAKEN', 'Give another mail address: somebody else in the company has this one.', 'workEmail')]
    : [];
}

/** Decides what every row does, and finds every fault that needs the database. Writes nothing. */
export function plan(
  viewer: Viewer,
  facts: Facts,
  request: ImportRequest,
  { rows, columns, unread }: RowsToPlan,
  nextId: () => string,
): Plan {
  const mayMake = request.createMissing && mayMakeSeats(viewer, facts.company.id);
  const context: PlanContext = {
    facts,
    places: placesOf(facts, mayMake, nextId),
    peopleByNationalId: byNationalId(facts),
    payPeriod: request.payPeriod,
    reason: `Import of ${request.fileName}`.slice(0, 500),
    nextId,
  };
  const all = numbered(facts, rows, nextId);
  const mayMiss = request.onError === 'REJECT_ALL';
  const managers = managersOf(facts, all, unread, mayMiss);
  const holders = emailHolders(facts, all);
  const headers = new Map(columns.flatMap(({ field, header }) => (field === null ? [] : [[field, header] as const])));
  const rejected = new Set<ImportedEmployee>();
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const faults: Fault[] = [];
  const written: RowWrites[] = [];
  for (const each of managers.inOrder) {
    const decided = decideRow(
      context,
      each,
      managerOf(managers, each, mayMiss ? new Set() : rejected),
      emailFault(holders, each),
    );
    if (!decided.ok) {
      rejected.add(each.row);
      for (const { code, message, path } of decided.rejections) {
        const [field = null] = path;
        faults.push({
          line: each.row.line,
          column: field === null ? null : (headers.get(field) ?? null),
          field,
          code,
          message,
        });
      }
      continue;
    }
    counts[each.known === null ? 'created' : isChange(decided.value) ? 'updated' : 'unchanged'] += 1;
    if (isChange(decided.value)) written.push(decided.value);
  }
  return { draft: { ...context.places.written(), rows: written }, ...counts, faults };
}

function decideRow(
  context: PlanContext,
  { row, id, known }: Numbered,
  manager: Result<PlanRow['manager'], RowFault>,
  others: readonly RowFault[],
): Result<RowWrites, RowFault> {
  const before = [...(manager.ok ? [] : manager.rejections), ...others];
  const planRow: PlanRow = { row, id, known, manager: manager.ok ? manager.value : null };
  // A row that is refused already still tells all else, but takes no part of any seat.
  const places = before.length === 0 ? context.places : { ...context.places, share: () => {}, useDepartment: () => {} };
  const decided = known ? planKnown({ ...context, places }, planRow, known) : planNew({ ...context, places }, planRow);
  if (before.length === 0) return decided;
  return decided.ok ? rejectAll(before) : rejectAll([...before, ...decided.rejections]);
}

/** Nothing at all, for a file that cannot be read. */
export const emptyPlan = (faults: readonly Fault[]): Plan => ({
  draft: { departments: [], positions: [], positionStatuses: [], rows: [] },
  created: 0,
  updated: 0,
  unchanged: 0,
  faults,
});
