import {
  accept,
  type ImportedEmployee,
  isGone,
  type ManagerFacts,
  type Result,
  rejectAll,
  wouldCycle,
} from '@kontor/core';
import { type RowFault, rowFault } from './draft.ts';
import type { Facts, KnownEmployee } from './facts.ts';

/** A row with the id that its employee has or will have. */
export interface Numbered {
  readonly row: ImportedEmployee;
  readonly id: string;
  readonly known: KnownEmployee | null;
}

/** The manager whom a row names. */
export interface Manager {
  readonly id: string;
  readonly facts: ManagerFacts;
  /** The row that would make them, where they are not there yet. */
  readonly madeBy: ImportedEmployee | null;
}

export interface Managers {
  /** Null where the row names none, or one whose own row has to be put right first. */
  readonly of: (row: ImportedEmployee) => Result<Manager | null, RowFault>;
  /** The rows, everyone after their manager. */
  readonly inOrder: readonly Numbered[];
}

/** Employees of rows that could not be read, by what their cells say. */
export interface Unread {
  readonly numbers: ReadonlySet<string>;
  readonly emails: ReadonlySet<string>;
}

const lower = (text: string | null): string => text?.toLowerCase() ?? '';

/**
 * `mayMiss`: whether a manager whose own row cannot be read is passed over. Where any fault keeps all from being written
 * it is told there alone; where only faulty rows are left out, those below have to wait.
 */
export function managersOf(facts: Facts, rows: readonly Numbered[], unread: Unread, mayMiss: boolean): Managers {
  const byNumber = new Map(rows.map((each) => [each.row.employeeNumber, each]));
  const byEmail = new Map(
    rows.flatMap((each) => (each.row.workEmail ? [[lower(each.row.workEmail), each] as const] : [])),
  );
  const { today, id: companyId } = facts.company;
  const isHere = (each: KnownEmployee): boolean => !isGone(each, today);
  const knownWith = (test: (each: KnownEmployee) => boolean): KnownEmployee | undefined => {
    const found = facts.employees.filter(test);
    return found.find(isHere) ?? found[0];
  };
  const find = (number: string | null, email: string | null): Numbered | KnownEmployee | undefined =>
    number !== null
      ? (byNumber.get(number) ?? knownWith((each) => each.employeeNumber === number))
      : (byEmail.get(lower(email)) ?? knownWith((each) => lower(each.workEmail) === lower(email)));

  const resolve = (row: ImportedEmployee): Result<Manager | null, RowFault> => {
    const { managerNumber: number, managerEmail: email } = row;
    if (number === null && email === null) return accept(null);
    const field = number === null ? 'managerEmail' : 'managerNumber';
    const found = find(number, email);
    if (found && 'row' in found) {
      const endOn = found.row.endOn ?? found.known?.endOn ?? null;
      return accept({ id: found.id, facts: { companyId, endOn }, madeBy: found.known ? null : found.row });
    }
    if (found) return accept({ id: found.id, facts: { companyId, endOn: found.endOn }, madeBy: null });
    if (number === null ? unread.emails.has(lower(email)) : unread.numbers.has(number))
      return mayMiss
        ? accept(null)
        : rejectAll([rowFault('MANAGER_REJECTED', "Put the manager's own row right first.", field)]);
    if (number === null && facts.emailsElsewhere.has(lower(email)))
      return rejectAll([
        rowFault('MANAGER_OF_OTHER_COMPANY', 'Choose a manager of the company that the file is for.', field),
      ]);
    return rejectAll([rowFault('MANAGER_UNKNOWN', 'Choose a manager of the company, or add a row for them.', field)]);
  };

  const found = new Map(rows.map(({ row }) => [row, resolve(row)]));
  const proposed = new Map(
    rows.flatMap(({ row, id }) => {
      const manager = found.get(row);
      return manager?.ok && manager.value ? [[id, manager.value.id] as const] : [];
    }),
  );
  const above = (id: string): string | null => proposed.get(id) ?? facts.managerOf.get(id) ?? null;
  const of = (row: ImportedEmployee): Result<Manager | null, RowFault> => {
    const manager = found.get(row) ?? accept(null);
    const own = byNumber.get(row.employeeNumber);
    if (!manager.ok || !manager.value || !own || !wouldCycle(above, own.id, manager.value.id)) return manager;
    const message = 'Choose a manager who is neither the employee nor below them.';
    return rejectAll([
      rowFault('MANAGER_CYCLE', message, row.managerNumber === null ? 'managerEmail' : 'managerNumber'),
    ]);
  };
  return { of, inOrder: managersFirst(rows, proposed) };
}

/** Everyone after their manager, and else in the order of the file. */
function managersFirst(rows: readonly Numbered[], managerOf: ReadonlyMap<string, string>): readonly Numbered[] {
  const byId = new Map(rows.map((each) => [each.id, each]));
  const seen = new Set<string>();
  const ordered: Numbered[] = [];
  for (const row of rows) {
    const line: Numbered[] = [];
    for (let at: Numbered | undefined = row; at && !seen.has(at.id); at = byId.get(managerOf.get(at.id) ?? '')) {
      seen.add(at.id);
      line.push(at);
    }
    ordered.push(...line.reverse());
  }
  return ordered;
}
