import { csvOf } from '../figures/figures.ts';

/** An amount in two runs; null where it is not in one of them. */
interface Compared {
  readonly before: string | null;
  readonly now: string | null;
  readonly difference: string;
  /** Of what it was before; null where that was nothing. */
  readonly percent: string | null;
}

export interface ComparedComponent extends Compared {
  readonly code: string;
  readonly label: string;
  readonly peopleBefore: number;
  readonly peopleNow: number;
}

export const CHANGES = ['JOINED', 'LEFT', 'CHANGED', 'SAME'] as const;
export type Change = (typeof CHANGES)[number];

export interface ComparedPerson extends Compared {
  readonly employeeId: string;
  readonly employeeNumber: string;
  readonly name: string;
  readonly change: Change;
}

export interface ComparedPeople {
  readonly joined: number;
  readonly left: number;
  readonly changed: number;
  readonly same: number;
  readonly totalCount: number;
  readonly nodes: readonly ComparedPerson[];
}

export interface ComparedSide {
  readonly id: string;
  readonly periodName: string;
  readonly currencyCode: string;
}

export interface RunChoice {
  readonly id: string;
  readonly _label: string | null;
}

export interface ComparisonAnswer {
  readonly it: {
    readonly run: ComparedSide;
    readonly other: ComparedSide | null;
    readonly components: readonly ComparedComponent[];
  } | null;
  readonly choices: { readonly nodes: readonly RunChoice[] };
}

/** The runs of the schedule that a run can be compared with, and with one of them component by component. */
export const comparisonQuery = (ofSchedule: boolean): string => `query ComparePayRun($id: ID!, $with: ID, ${
  ofSchedule ? '$schedule: ID!' : ''
}) {
  it: payRunComparison(runId: $id, otherRunId: $with) {
    run { id periodName currencyCode } other { id periodName currencyCode }
    components { code label before now difference percent peopleBefore peopleNow } }
  choices: payRuns(first: 60, orderBy: [{ payOn: { direction: DESC } }], where: { id: { ne: $id }, gross: { isNull: false }
    ${ofSchedule ? 'schedule: { is: { id: { eq: $schedule } } }' : ''} }) { nodes { id _label } } }`;

export const PEOPLE_AT_ONCE = 50;
const everybody = 10_000;

export const PEOPLE_COMPARED = `query ComparePeople($id: ID!, $with: ID, $measure: PayMeasure!, $component: String,
  $changes: [PayChange!]!, $atLeastPercent: Decimal, $orderBy: PayComparisonOrder!, $descending: Boolean!,
  $first: Int!, $offset: Int!) {
  it: payRunComparison(runId: $id, otherRunId: $with) {
    people(measure: $measure, component: $component, changes: $changes, atLeastPercent: $atLeastPercent,
      orderBy: $orderBy, descending: $descending, first: $first, offset: $offset) {
      joined left changed same totalCount
      nodes { employeeId employeeNumber name change before now difference percent } } } }`;

export const MEASURES = ['GROSS', 'NET', 'EMPLOYER_COST'] as const;
export const ORDERS = ['NAME', 'DIFFERENCE', 'PERCENT'] as const;
export type Order = (typeof ORDERS)[number];

/** What of the people is looked at. The address of the page holds it. */
export interface PeopleView {
  /** A measure, or the code of a component. */
  readonly measure: string;
  readonly changes: readonly Change[];
  /** A decimal; empty for all. */
  readonly atLeast: string;
  readonly orderBy: Order;
  readonly descending: boolean;
  readonly offset: number;
}

const among = <Text extends string>(all: readonly Text[], text: string | null): Text | undefined =>
  all.find((each) => each === text);

const decimalForm = /^\d{1,6}(\.\d{1,4})?$/;

export function viewOf(params: URLSearchParams): PeopleView {
  const changes = params.get('changes')?.split(',') ?? [];
  const atLeast = params.get('atLeast') ?? '';
  const offset = Number(params.get('offset'));
  return {
    measure: params.get('measure') ?? 'NET',
    changes: CHANGES.filter((each) => changes.includes(each)),
    atLeast: decimalForm.test(atLeast) ? atLeast : '',
    orderBy: among(ORDERS, params.get('order')) ?? 'NAME',
    descending: params.get('way') === 'desc',
    offset: Number.isSafeInteger(offset) && offset > 0 ? offset : 0,
  };
}

/** The variables of the question; all people at once for a file. */
export function peopleVariables(view: PeopleView, id: string, other: string | null, isFile = false) {
  const measure = among(MEASURES, view.measure);
  return {
    id,
    with: other,
    measure: measure ?? 'NET',
    component: measure ? null : view.measure,
    changes: view.changes,
    atLeastPercent: view.atLeast || null,
    orderBy: view.orderBy,
    descending: view.descending,
    first: isFile ? everybody : PEOPLE_AT_ONCE,
    offset: isFile ? 0 : view.offset,
  };
}

/** The people as a file, with the amounts as the graph writes them. */
export function peopleFile(
  heads: readonly string[],
  nodes: readonly ComparedPerson[],
  changeText: (change: Change) => string,
): string {
  const rows = nodes.map(({ employeeNumber, name, change, before, now, difference, percent }) => [
    employeeNumber,
    name,
    changeText(change),
    before ?? '',
    now ?? '',
    difference,
    percent ?? '',
  ]);
  return csvOf([heads, ...rows]);
}
