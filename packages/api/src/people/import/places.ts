import {
  accept,
  type CalendarDate,
  comparable,
  compareDecimal,
  type DatedRange,
  type Decimal,
  decimal,
  type EmployeeImportField,
  hasRoom,
  type ImportedEmployee,
  isForHiring,
  peakFte,
  positionMove,
  type Result,
  rejectAll,
  type Seat,
  type SeatShare,
} from '@kontor/core';
import { type Draft, type RowFault, rowFault } from './draft.ts';
import type { Facts, KnownDepartment, KnownPosition } from './facts.ts';

/** A seat as the rows before have left it. */
interface SeatState {
  readonly position: KnownPosition;
  shares: readonly SeatShare[];
  readonly isMade: boolean;
  isTouched: boolean;
}

type Found<Value> = Result<Value, RowFault>;

/** The departments and seats that the rows of a file name, and those that it makes. */
export interface Places {
  /** The department that a row names; null where it names none. */
  readonly departmentOf: (row: ImportedEmployee) => Found<string | null>;
  /** The seat that a row names, in the department it names; null where it names none. */
  readonly seatOf: (row: ImportedEmployee, departmentId: string | null, wanted: Wanted) => Found<Seat | null>;
  readonly seatById: (id: string) => Seat | null;
  /** Writes down that parts of a seat are taken or given up. */
  readonly share: (positionId: string, change: (shares: readonly SeatShare[]) => readonly SeatShare[]) => void;
  readonly useDepartment: (id: string) => void;
  readonly written: () => Pick<Draft, 'departments' | 'positions' | 'positionStatuses'>;
}

/** What a seat is wanted for: it tells which of several with one title. */
export interface Wanted extends DatedRange {
  readonly currentPositionId: string | null;
  readonly fte: Decimal;
}

/** While a file is read, a seat that it makes takes whoever comes; its budget is what they took. */
const boundless = decimal('999');
const codeAtMost = 20;

const refuse = (code: string, message: string, field: EmployeeImportField): Found<never> =>
  rejectAll([rowFault(code, message, field)]);

/** A code made from a name, as people would abbreviate it. */
export function codeFrom(name: string, isTaken: (code: string) => boolean): string {
  const plain =
    comparable(name)
      .toUpperCase()
      .slice(0, codeAtMost - 3) || 'X';
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? plain : `${plain}${number}`;
    if (!isTaken(code)) return code;
  }
}

/** Things by their code: as written, else whatever the case. */
function codeIndex<Each>() {
  const exact = new Map<string, Each>();
  const folded = new Map<string, Each>();
  return {
    add: (code: string, each: Each) => {
      exact.set(code, each);
      if (!folded.has(code.toLowerCase())) folded.set(code.toLowerCase(), each);
    },
    get: (code: string): Each | undefined => exact.get(code) ?? folded.get(code.toLowerCase()),
  };
}

function nameIndex<Each>() {
  const groups = new Map<string, Each[]>();
  return {
    add: (name: string, each: Each) => {
      const key = comparable(name);
      const group = groups.get(key);
      if (group) group.push(each);
      else groups.set(key, [each]);
    },
    get: (name: string): readonly Each[] => groups.get(comparable(name)) ?? [],
  };
}

/** A seat as decisions see it: one that the file makes has room for everybody. */
const asSeat = ({ position, shares, isMade }: SeatState): Seat => ({ ...position, shares: isMade ? [] : shares });

function departmentsOf(facts: Facts, mayMake: boolean, nextId: () => string) {
  const codes = codeIndex<KnownDepartment>();
  const names = nameIndex<KnownDepartment>();
  const made: KnownDepartment[] = [];
  const add = (each: KnownDepartment): KnownDepartment => {
    codes.add(each.code, each);
    names.add(each.name, each);
    return each;
  };
  for (const each of facts.departments) add(each);
  const make = (code: string | null, name: string | null): KnownDepartment => {
    const own = code ?? codeFrom(name ?? '', (each) => codes.get(each) !== undefined);
    const department = add({ id: nextId(), code: own, name: name ?? own, active: true });
    made.push(department);
    return department;
  };
  const find = ({ departmentCode: code, departmentName: name }: ImportedEmployee): Found<string | null> => {
    if (code === null && name === null) return accept(null);
    const field = code === null ? 'departmentName' : 'departmentCode';
    const found = code === null ? names.get(name ?? '') : [codes.get(code) ?? []].flat();
    const inUse = found.filter(({ active }) => active);
    const [first] = inUse;
    if (inUse.length > 1)
      return refuse('DEPARTMENT_AMBIGUOUS', 'Give the code of the department: several have this name.', field);
    if (first) return accept(first.id);
    if (found.length > 0) return refuse('DEPARTMENT_INACTIVE', 'Choose a department that is in use.', field);
    if (mayMake) return accept(make(code, name).id);
    return refuse(
      'DEPARTMENT_UNKNOWN',
      'Choose a department of the company, or have those that are missing made.',
      field,
    );
  };
  return { find, made };
}

function seatsOf(facts: Facts, mayMake: boolean, nextId: () => string) {
  const states = new Map<string, SeatState>();
  const codes = codeIndex<SeatState>();
  const titles = nameIndex<SeatState>();
  const add = (position: KnownPosition, isMade: boolean): SeatState => {
    const state: SeatState = { position, shares: facts.shares.get(position.id) ?? [], isMade, isTouched: false };
    states.set(position.id, state);
    codes.add(position.code, state);
    titles.add(position.title, state);
    return state;
  };
  for (const position of facts.positions) add(position, false);
  const make = (code: string | null, title: string | null, departmentId: string): SeatState => {
    const own = code ?? codeFrom(title ?? '', (each) => codes.get(each) !== undefined);
    const common = { companyId: facts.company.id, status: 'OPEN', budgetedFte: boundless, payRange: null } as const;
    return add({ ...common, id: nextId(), departmentId, code: own, title: title ?? own }, true);
  };
  /** Of several seats with one title: the one held already, else one with room. */
  const withTitle = (title: string, departmentId: string | null, wanted: Wanted): SeatState | undefined => {
    const named = titles.get(title).filter(({ position }) => position.status !== 'CLOSED');
    const near = named.filter(({ position }) => departmentId === null || position.departmentId === departmentId);
    const all = near.length > 0 || mayMake ? near : named;
    const open = all.filter((each) => isForHiring(asSeat(each)));
    const held = all.find(({ position }) => position.id === wanted.currentPositionId);
    return held ?? open.find((each) => hasRoom(asSeat(each), wanted.fte, wanted)) ?? open[0] ?? all[0];
  };
  const find = (row: ImportedEmployee, departmentId: string | null, wanted: Wanted): Found<Seat | null> => {
    const { positionCode: code, positionTitle: title } = row;
    if (code === null && title === null) return accept(null);
    const field = code === null ? 'positionTitle' : 'positionCode';
    const found = code === null ? withTitle(title ?? '', departmentId, wanted) : codes.get(code);
    if (found) return accept(asSeat(found));
    if (!mayMake)
      return refuse(
        'POSITION_UNKNOWN',
        'Choose a position of the company, or have those that are missing made.',
        field,
      );
    if (departmentId === null)
      return refuse('POSITION_DEPARTMENT_MISSING', 'Name the department that the new position belongs to.', field);
    return accept(asSeat(make(code, title, departmentId)));
  };
  return { find, states };
}

export function placesOf(facts: Facts, mayMake: boolean, nextId: () => string): Places {
  const departments = departmentsOf(facts, mayMake, nextId);
  const seats = seatsOf(facts, mayMake, nextId);
  const usedDepartments = new Set<string>();
  return {
    departmentOf: departments.find,
    seatOf: seats.find,
    seatById: (id) => {
      const found = seats.states.get(id);
      return found ? asSeat(found) : null;
    },
    share: (positionId, change) => {
      const state = seats.states.get(positionId);
      if (!state) throw new Error(`the seat ${positionId} was not loaded`);
      state.shares = change(state.shares);
      state.isTouched = true;
      usedDepartments.add(state.position.departmentId);
    },
    useDepartment: (id) => usedDepartments.add(id),
    written: () => {
      const made = departments.made.filter(({ id }) => usedDepartments.has(id));
      return writtenPlaces(facts.company.today, [...seats.states.values()], made);
    },
  };
}

/** What becomes of the seats that the file touched, from today on. */
function writtenPlaces(today: CalendarDate, seats: readonly SeatState[], departments: readonly KnownDepartment[]) {
  const touched = seats.filter(({ isTouched }) => isTouched);
  const fromToday = { startOn: today, endOn: null };
  return {
    departments,
    positions: touched
      .filter(({ isMade }) => isMade)
      .map(({ position: { id, code, title, departmentId }, shares }) => {
        const [first = today] = shares.map(({ startOn }) => startOn).sort();
        const budgetedFte = peakFte(shares, { startOn: first, endOn: null });
        const status =
          compareDecimal(peakFte(shares, fromToday), budgetedFte) >= 0 ? ('FILLED' as const) : ('OPEN' as const);
        return { id, code, title, departmentId, budgetedFte, status };
      }),
    positionStatuses: touched.flatMap(({ position, shares, isMade }) => {
      const move = isMade ? null : positionMove({ ...position, shares }, shares, fromToday);
      return move && (move.status === 'OPEN' || move.status === 'FILLED')
        ? [{ id: move.positionId, status: move.status }]
        : [];
    }),
  };
}
