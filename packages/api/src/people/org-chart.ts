import { builder } from '../builder.ts';
import { type EntityName, fieldOf } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { KontorError, limitExceeded } from '../errors.ts';
import { decisionsFor } from '../policy/decide.ts';
import { tableOf, viewerReportsQuery } from '../policy/rows.ts';
import { type Compilation, collated, compilationFor, guarded, type Row, reached, rowRule } from '../read/field.ts';
import { asId } from '../read/id.ts';
import { showsNothingSensitive } from '../read/seen.ts';
import {
  alias,
  and,
  column,
  constant,
  integer,
  name,
  param,
  prepare,
  type SQL,
  type Statement,
  sql,
} from '../read/sql.ts';
import type { Viewer } from '../viewer.ts';

/** One person of the chart, as far as the viewer may see them. */
interface OrgChartNode {
  readonly employeeId: string;
  readonly managerId: string | null;
  readonly name: string;
  readonly positionTitle: string | null;
  readonly departmentName: string | null;
}

const peopleAtMost = 10_000;

const rowOf = (entity: EntityName, as: string): Row => ({ entity, at: alias(as) });

/** A value of a row; null where this viewer may not read it. */
const value = (compilation: Compilation, row: Row, field: string): SQL =>
  guarded(compilation, row, fieldOf(row.entity, field), column(row.at, fieldOf(row.entity, field).column));

/** A to-one relation of an employee, to what of it the viewer sees. */
const join = (compilation: Compilation, employee: Row, field: string, target: Row): SQL =>
  sql`left join ${tableOf(target.entity)} ${name(target.at)} on ${reached(compilation, employee, fieldOf(employee.entity, field), target)}`;

/**
 * The chart as one statement, out of the compiler's own parts: the row rule of every table that it touches, and every
 * value guarded. Whether somebody is at work decides who is in it, so for a viewer who may not know, nobody is.
 */
function chartStatement(viewer: Viewer, companyId: string | null): Statement {
  const compilation = compilationFor(decisionsFor(viewer), viewer.language);
  const employee = rowOf('Employee', 'employee');
  const manager = rowOf('Employee', 'manager');
  const position = rowOf('Position', 'position');
  const department = rowOf('Department', 'department');
  const said = (row: Row, field: string): SQL => value(compilation, row, field);
  const sorted = (field: string): SQL => collated(compilation, fieldOf('Employee', field), said(employee, field));
  const where = and([
    rowRule(compilation, employee),
    sql`${said(employee, 'status')} = ${constant('ACTIVE')}`,
    ...(companyId === null
      ? []
      : [
          sql`${column(employee.at, fieldOf('Employee', 'companyId').column)} = ${param(() => asId(companyId), 'uuid')}`,
        ]),
  ]);
  const query = sql`
    select ${column(employee.at, 'id')}::text as "employeeId",
      ${column(manager.at, 'id')}::text as "managerId",
      concat_ws(' ', ${said(employee, 'firstName')}, ${said(employee, 'lastName')}) as name,
      ${said(position, 'title')} as "positionTitle",
      ${said(department, 'name')} as "departmentName"
    from ${tableOf('Employee')} ${name(employee.at)}
    ${join(compilation, employee, 'manager', manager)}
    ${join(compilation, employee, 'position', position)}
    ${join(compilation, employee, 'department', department)}
    where ${where}
    order by ${sorted('lastName')}, ${sorted('firstName')}, ${column(employee.at, 'id')}
    limit ${integer(peopleAtMost + 1)}`;
  showsNothingSensitive(compilation);
  return prepare(compilation.needs.reports ? sql`with recursive ${viewerReportsQuery} ${query}` : query);
}

async function chartOf({ app, viewer }: Context, companyId: string | null): Promise<readonly OrgChartNode[]> {
  if (!viewer) throw new KontorError('UNAUTHENTICATED', 'Sign in first.');
  const { text, params } = chartStatement(viewer, companyId);
  const { rows } = await app.pool.query<OrgChartNode>(
    text,
    params.map((each) => each({ variables: {}, viewer })),
  );
  if (rows.length > peopleAtMost)
    throw limitExceeded(`The chart has more than ${peopleAtMost} people. Ask for one company.`);
  return rows;
}

const Node = builder.objectRef<OrgChartNode>('OrgChartNode').implement({
  description: 'One person of the org chart.',
  fields: (t) => ({
    employeeId: t.exposeID('employeeId', { description: 'Id of the employment.' }),
    managerId: t.exposeID('managerId', {
      nullable: true,
      description: 'Id of the employment of the manager; null at the top, and where you may not see it.',
    }),
    name: t.exposeString('name', { description: 'First and last name.' }),
    positionTitle: t.exposeString('positionTitle', { nullable: true, description: 'Title of the position of today.' }),
    departmentName: t.exposeString('departmentName', {
      nullable: true,
      description: 'Name of the department of today.',
    }),
  }),
});

builder.queryField('orgChart', (t) =>
  t.field({
    type: [Node],
    description: 'Everyone at work whom you may see, by name, each with their manager.',
    args: { companyId: t.arg.id({ description: 'Only people of this company.' }) },
    resolve: async (_root, { companyId }, context) => [...(await chartOf(context, companyId ?? null))],
  }),
);
