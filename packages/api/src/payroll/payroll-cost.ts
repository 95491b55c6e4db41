import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { badInput, limitExceeded } from '../errors.ts';
import { enumType } from '../graph/enums.ts';
import { requireViewer } from '../graph/mutations.ts';
import { decisionsFor } from '../policy/decide.ts';
import { groupsAtMost } from '../read/groups.ts';
import { asId } from '../read/id.ts';
import { runStatement } from '../read/run-statement.ts';
import type { Viewer } from '../viewer.ts';

/** What one component cost in one department in a month, in one currency. */
interface PayrollCost {
  readonly startsOn: string;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly code: string;
  readonly kind: string;
  readonly label: string;
  readonly currencyCode: string;
  readonly amount: string;
  readonly payslips: number;
  readonly personIds: readonly string[];
}

/**
 * The department is that of the last assignment by the end of the period that was paid, so that whoever left or moved
 * since counts where they were.
 */
const costQuery = `
  select date_trunc('month', s.pay_on::timestamp)::date::text as "startsOn",
    d.id::text as "departmentId", d.name as "departmentName",
    l.code, l.kind::text as kind, min(l.label) as label, s.currency_code as "currencyCode",
    trim_scale(sum(l.amount))::text as amount, count(distinct s.id)::int as payslips,
    array_agg(distinct e.person_id::text) as "personIds"
  from payslip_line l
  join payslip s on s.id = l.payslip_id
  join payroll_period p on p.id = s.period_id
  join employee e on e.id = s.employee_id
  left join lateral (
    select a.department_id from assignment a
    where a.employee_id = e.id and a.start_on <= p.ends_on order by a.start_on desc limit 1
  ) held on true
  left join department d on d.id = held.department_id
  where s.company_id = $1::uuid and s.pay_on between $2::date and $3::date and l.kind in ('EARNING', 'EMPLOYER')
  group by 1, d.id, d.name, l.code, l.kind, s.currency_code
  order by 1, d.name, d.id, l.kind, l.code, s.currency_code
  limit ${groupsAtMost + 1}`;

const read = {
  Payslip: ['payOn', 'currencyCode', 'employee', 'period'],
  PayslipLine: ['code', 'kind', 'label', 'amount'],
  Assignment: ['department', 'startOn'],
} as const;

/** Whether this viewer reads what everybody in a company was paid, and in which department they were. */
function mayRead(viewer: Viewer, companyId: string): boolean {
  const decisions = decisionsFor(viewer);
  return Object.entries(read).every(([entity, fields]) =>
    fields.every((field) => {
      const { all } = decisions.of(entity as keyof typeof read).read(field);
      return all === 'every' || all.includes(companyId);
    }),
  );
}

interface Given {
  readonly companyId: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

async function payrollCost(context: Context, { companyId, startsOn, endsOn }: Given): Promise<PayrollCost[] | null> {
  const viewer = requireViewer(context);
  if (startsOn > endsOn) throw badInput('The last day comes after the first.');
  const id = asId(companyId);
  if (!mayRead(viewer, id)) return null;
  const { rows } = await runStatement<PayrollCost & object>(context.app.reportPool, context.signal, {
    text: costQuery,
    values: [id, startsOn, endsOn],
  });
  if (rows.length > groupsAtMost)
    throw limitExceeded('There are too many rows. Ask for fewer months.', 'GROUPS_TOO_MANY');
  context.meter.charge(rows.length);
  for (const { personIds } of rows) for (const each of personIds) context.looks.note('payslip', each);
  return rows;
}

const Cost = builder.objectRef<PayrollCost>('PayrollCost').implement({
  description: 'What one component cost in one department in a month, in one currency.',
  fields: (t) => ({
    startsOn: t.field({
      type: 'Date',
      description: 'First day of the month of payment.',
      resolve: ({ startsOn }) => startsOn,
    }),
    departmentId: t.exposeID('departmentId', {
      nullable: true,
      description: 'Department of whoever was paid, in the period that was paid; empty where they had none.',
    }),
    departmentName: t.exposeString('departmentName', { nullable: true, description: 'Its name.' }),
    code: t.exposeString('code', { description: 'Code of the component.' }),
    label: t.exposeString('label', { description: 'What payslips call it.' }),
    kind: t.field({
      type: enumType('PayComponentKind'),
      description: 'Whether it is an earning, or a contribution of the employer.',
      resolve: ({ kind }) => kind,
    }),
    currencyCode: t.exposeString('currencyCode', { description: 'Currency of the amount.' }),
    amount: t.field({ type: 'Decimal', description: 'What it cost.', resolve: ({ amount }) => amount }),
    payslips: t.exposeInt('payslips', { description: 'On how many payslips it stands.' }),
  }),
});

builder.queryField('payrollCost', (t) =>
  t.field({
    type: [Cost],
    nullable: true,
    description:
      'What payroll cost a company by month of payment, department and component: earnings and contributions of the employer on the payslips of final runs. Null where you may not read every payslip: totals of pay are told by `payTotals`, and what was posted by the books, neither of which shows a group of fewer than five people.',
    args: {
      companyId: t.arg.id({ required: true, description: 'Company that paid.' }),
      startsOn: t.arg({ type: 'Date', required: true, description: 'First day of payment.' }),
      endsOn: t.arg({ type: 'Date', required: true, description: 'Last day of payment.' }),
    },
    resolve: (_root, { companyId, startsOn, endsOn }, context) =>
      payrollCost(context, { companyId: String(companyId), startsOn: String(startsOn), endsOn: String(endsOn) }),
  }),
);
