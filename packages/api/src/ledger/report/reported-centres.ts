import type { App } from '../../app.ts';
import { type Condition, decisionsFor, isNever } from '../../policy/decide.ts';
import { type Needs, predicate, tableOf, viewerReportsQuery } from '../../policy/rows.ts';
import { asId } from '../../read/id.ts';
import { alias, column, name, param, prepare, type SQL, sql, yes } from '../../read/sql.ts';
import type { Viewer } from '../../viewer.ts';

/** A cost centre whose result the viewer may have. */
export interface ReportedCentre {
  readonly id: string;
  readonly companyId: string;
  readonly code: string;
  readonly name: string;
  readonly companyName: string;
  /** What stands for it in the books; null where nothing was charged to it yet. */
  readonly objectId: string | null;
}

const centresAtMost = 500;

async function centresWhere(app: App, viewer: Viewer, condition: Condition, wanted: SQL): Promise<ReportedCentre[]> {
  const needs: Needs = { reports: false };
  const at = alias('centre');
  const query = sql`select ${column(at, 'id')}::text as id, ${column(at, 'company_id')}::text as "companyId", ${column(at, 'code')} as code, ${column(at, 'name')} as name,
    c.name as "companyName", (select o.id::text from dimension_object o join dimension d on d.id = o.dimension_id and d.kind = 'COST_CENTRE' where o.cost_centre_id = ${column(at, 'id')} limit 1) as "objectId"
    from ${tableOf('CostCentre')} ${name(at)} join company c on c.id = ${column(at, 'company_id')}
    where ${predicate('CostCentre', at, condition, needs)} and ${wanted === yes ? column(at, 'active') : sql`${column(at, 'id')} = ${wanted}`}
    order by c.name, ${column(at, 'code')} limit ${param(() => centresAtMost, 'int')}`;
  const { text, params } = prepare(needs.reports ? sql`with recursive ${viewerReportsQuery} ${query}` : query);
  const { rows } = await app.pool.query<ReportedCentre>(
    text,
    params.map((each) => each({ variables: {}, viewer })),
  );
  return rows;
}

/** The cost centres in use whose results this viewer may have: those that the viewer answers for, or all of a company. */
export async function reportedCentres(app: App, viewer: Viewer): Promise<readonly ReportedCentre[]> {
  const condition = decisionsFor(viewer).report('costCentreResult');
  return isNever(condition) ? [] : centresWhere(app, viewer, condition, yes);
}

/** One of them, in use or not; null for another as for one that never was. */
export async function reportedCentre(app: App, viewer: Viewer, id: string): Promise<ReportedCentre | null> {
  const condition = decisionsFor(viewer).report('costCentreResult');
  if (isNever(condition)) return null;
  const [centre] = await centresWhere(
    app,
    viewer,
    condition,
    param(() => asId(id), 'uuid'),
  );
  return centre ?? null;
}
