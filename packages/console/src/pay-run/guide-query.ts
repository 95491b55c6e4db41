import { ARCHIVE_FIELDS, type Archive } from '../payroll/archive.ts';

/** A problem of a run, with whom it is about. */
export interface RunProblem {
  readonly id: string;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly path: string;
  readonly values: readonly string[];
  readonly employee: {
    readonly id: string;
    readonly _label: string | null;
    readonly person: { readonly id: string } | null;
  } | null;
}

export interface ProblemPage {
  readonly totalCount: number;
  readonly nodes: readonly RunProblem[];
}

/** A run that the totals are compared with. */
export interface RunBefore {
  readonly id: string;
  readonly periodName: string;
  readonly employeeCount: number;
  readonly gross: string;
  readonly net: string;
  readonly employerCost: string;
}

export interface RunBatch {
  readonly id: string;
  readonly _label: string | null;
  readonly status: string;
}

export interface GuideAnswer {
  readonly run: {
    readonly period: { readonly inputsDueOn: string; readonly approvalDueOn: string } | null;
    readonly archives?: { readonly nodes: readonly Archive[] } | null;
  } | null;
  readonly comparison?: { readonly other: RunBefore | null } | null;
  readonly problems?: ProblemPage;
  readonly withoutAccount?: { readonly totalCount: number };
  readonly batches?: { readonly nodes: readonly RunBatch[] };
}

/** What of a run this viewer sees beside its own fields. */
export interface GuideSight {
  /** What single people are paid. */
  readonly people: boolean;
  readonly batches: boolean;
}

export const PROBLEMS_AT_ONCE = 25;

const problems = `payProblems(first: ${PROBLEMS_AT_ONCE}, offset: $offset, where: $where) { totalCount
    nodes { id severity code message path values employee { id _label person { id } } } }`;

const people = `comparison: payRunComparison(runId: $id) {
    other { id periodName employeeCount gross net employerCost } }
  problems: ${problems}
  withoutAccount: payProblems(first: 1, where: { run: { is: { id: { eq: $id } } }, code: { eq: "BANK_ACCOUNT_MISSING" } }) { totalCount }`;

const batches = `batches: paymentBatches(first: 1, orderBy: [{ createdAt: { direction: DESC } }],
    where: { sourceType: { eq: "PAY_RUN" }, sourceId: { eq: $source } }) { nodes { id _label status } }`;

/** All that the guide shows beside the record itself, in one request. */
export function guideQuery(sight: GuideSight): string {
  const variables = [
    '$id: ID!',
    ...(sight.people ? ['$where: PayProblemWhere!', '$offset: Int'] : []),
    ...(sight.batches ? ['$source: String!'] : []),
  ];
  const parts = [...(sight.people ? [people] : []), ...(sight.batches ? [batches] : [])];
  const archives = `archives(first: 1, orderBy: [{ createdAt: { direction: DESC } }]) { nodes { ${ARCHIVE_FIELDS} } }`;
  const run = `run: payRun(id: $id) { period { inputsDueOn approvalDueOn } ${sight.people ? archives : ''} }`;
  return `query PayRunGuide(${variables.join(', ')}) { ${run} ${parts.join('\n')} }`;
}

export const RUN_PROBLEMS = `query PayRunProblems($where: PayProblemWhere!, $offset: Int) { problems: ${problems} }`;

/** What of the problems is looked at: a severity, a part of a name, or all of them. */
export interface ProblemFilter {
  readonly severity: string | null;
  readonly name: string;
}

export const ALL_PROBLEMS: ProblemFilter = { severity: null, name: '' };

export function problemsWhere(runId: string, { severity, name }: ProblemFilter): Record<string, unknown> {
  const words = name.trim().split(/\s+/).filter(Boolean).slice(0, 4);
  return {
    run: { is: { id: { eq: runId } } },
    ...(severity && { severity: { eq: severity } }),
    and: words.map((word) => ({
      employee: {
        is: {
          or: [
            { firstName: { contains: word } },
            { lastName: { contains: word } },
            { employeeNumber: { startsWith: word } },
          ],
        },
      },
    })),
  };
}
