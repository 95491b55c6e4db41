import {
  type CalendarDate,
  compareDecimal,
  type Decimal,
  type Rejection,
  type Result,
  rejectAll,
  subtractDecimal,
  type TypedLine,
  ZERO,
} from '@kontor/core';
import { type Posting, post } from '../../ledger/index.ts';
import { joiningMuch } from '../../write/bulk.ts';
import type { Transaction } from '../../write/operation.ts';
import { type Amount, disclosed } from './disclose.ts';

/** What the payslips pay of a component, by where it is charged. */
interface PaidLine {
  /** Whose it is: numbers that tell the people of the runs apart. */
  readonly people: readonly number[];
  readonly code: string;
  readonly kind: 'EARNING' | 'DEDUCTION' | 'EMPLOYER';
  readonly amount: Decimal;
  readonly costCentre: string | null;
}

/** A row of the table of accounts, by the numbers of the accounts. */
interface AccountsOfComponent {
  readonly code: string;
  readonly debit: string | null;
  readonly credit: string | null;
  readonly byCostCentre: boolean;
}

/** Runs that are posted in one entry: the one that becomes final, and those of a few people that waited for it. */
export interface RunsToPost {
  readonly companyId: string;
  readonly runId: string;
  readonly alsoIds: readonly string[];
  readonly journal: string;
  readonly postingOn: CalendarDate;
  readonly text: string;
  readonly currency: string;
}

const paidLines = (tx: Transaction, runIds: readonly string[], on: CalendarDate) =>
  tx.$queryRaw<PaidLine[]>`
    with slip as (
      select s.id, dense_rank() over (order by s.employee_id)::int as person, (
          select c.code from assignment a join department d on d.id = a.department_id join cost_centre c on c.id = d.cost_centre_id
          where a.employee_id = s.employee_id and a.start_on <= ${on}::date
          order by a.start_on desc limit 1
        ) as centre
      from payslip s where s.run_id = any(${runIds}::uuid[])
    )
    select l.code, l.kind::text as kind, s.centre as "costCentre", trim_scale(sum(l.amount))::text as amount,
      array_agg(distinct s.person) as people
    from slip s join payslip_line l on l.payslip_id = s.id
    where l.kind in ('EARNING', 'DEDUCTION', 'EMPLOYER')
    group by l.code, l.kind, s.centre
    order by l.kind, l.code, s.centre`;

const accountsOf = (tx: Transaction, companyId: string) =>
  tx.$queryRaw<AccountsOfComponent[]>`
    select p.code, d.code as debit, c.code as credit, p.by_cost_centre as "byCostCentre"
    from pay_account p left join account d on d.id = p.debit_account_id left join account c on c.id = p.credit_account_id
    where p.company_id = ${companyId}::uuid`;

/** Number of the dimension of cost centres, where the company has one in use. */
async function costCentreDimension(tx: Transaction, companyId: string): Promise<string | null> {
  const [found] = await tx.$queryRaw<{ code: string }[]>`
    select code from dimension where company_id = ${companyId}::uuid and kind = 'COST_CENTRE' and active order by code limit 1`;
  return found?.code ?? null;
}

/** How many people work for the company on a day: a group of all of them singles nobody out. */
async function peopleOf(tx: Transaction, companyId: string, on: CalendarDate): Promise<number> {
  const [found] = await tx.$queryRaw<{ count: bigint }[]>`
    select count(distinct person_id) as count from employee where company_id = ${companyId}::uuid and status <> 'CANCELLED'
      and start_on <= ${on}::date and (end_on is null or end_on >= ${on}::date)`;
  return Number(found?.count ?? 0);
}

const missing = (code: string, side: string): Rejection => ({
  code: 'ACCOUNT_OF_PAY_MISSING',
  message: `Say in the accounts of pay where ${code} is posted (${side}).`,
  path: ['runId'],
});

/** Amounts by account and cost centre: costs as debits, what is owed as credits, each with the people behind it. */
function amountsOf(lines: readonly PaidLine[], table: readonly AccountsOfComponent[]): Result<readonly Amount[]> {
  const rows = new Map(table.map((row) => [row.code, row]));
  const net = rows.get('NET_PAY')?.credit ?? null;
  const faults = new Map<string, Rejection>();
  const found: Amount[] = [];
  const put = (
    line: PaidLine,
    account: string | null,
    side: 'debit' | 'credit',
    amount: Decimal,
    centre: string | null,
  ) => {
    if (account === null) faults.set(`${line.code} ${side}`, missing(line.code, side));
    else found.push({ account, costCentre: centre, side, amount, people: line.people });
  };
  for (const line of lines) {
    const row = rows.get(line.code) ?? rows.get(`ANY_${line.kind}`);
    const centre = row?.byCostCentre ? line.costCentre : null;
    if (line.kind !== 'DEDUCTION') put(line, row?.debit ?? null, 'debit', line.amount, centre);
    if (line.kind !== 'EARNING') put(line, row?.credit ?? null, 'credit', line.amount, null);
    if (line.kind === 'EARNING' || line.kind === 'DEDUCTION') {
      const owed = line.kind === 'EARNING' ? line.amount : subtractDecimal(ZERO, line.amount);
      put({ ...line, code: 'NET_PAY' }, net, 'credit', owed, null);
    }
  }
  return faults.size > 0 ? rejectAll([...faults.values()]) : { ok: true, value: found };
}

/** A line of the entry: what is below nothing stands on the other side. */
function typed(
  { account, costCentre, side, amount }: Pick<Amount, 'account' | 'costCentre' | 'side' | 'amount'>,
  { dimension, currency }: { readonly dimension: string | null; readonly currency: string },
): TypedLine {
  const isBelow = amount.startsWith('-');
  const value = isBelow ? subtractDecimal(ZERO, amount) : amount;
  const isDebit = (side === 'debit') !== isBelow;
  return {
    account,
    debit: isDebit ? value : null,
    credit: isDebit ? null : value,
    currency,
    rate: null,
    party: null,
    taxCode: null,
    taxBase: null,
    dimensions: costCentre !== null && dimension !== null ? [{ dimension, object: costCentre }] : [],
    dueOn: null,
    text: null,
  };
}

/** What came of posting: the entry; or, of too few people to be posted by themselves, none yet. */
export type RunPosted = Result<{ readonly entryId: string | null }>;

/** Posts runs as one balanced entry, by account and cost centre, in the transaction in which they become final. */
export async function postRuns(posting: Posting, runs: RunsToPost): Promise<RunPosted> {
  const { tx } = posting;
  const { companyId, runId, alsoIds, journal, postingOn, text, currency } = runs;
  const table = await accountsOf(tx, companyId);
  const amounts = amountsOf(await joiningMuch(tx, () => paidLines(tx, [runId, ...alsoIds], postingOn)), table);
  if (!amounts.ok) return amounts;
  const net = table.find(({ code }) => code === 'NET_PAY')?.credit ?? null;
  const groups = disclosed(amounts.value, { net, peopleInCompany: await peopleOf(tx, companyId, postingOn) });
  if (groups === null) return { ok: true, value: { entryId: null } };
  const dimension = await costCentreDimension(tx, companyId);
  const lines = groups
    .filter(({ amount }) => compareDecimal(amount, ZERO) !== 0)
    .map((each) => typed(each, { dimension, currency }));
  if (lines.length === 0) return { ok: true, value: { entryId: null } };
  return post(posting, {
    companyId,
    journal,
    postingOn,
    text,
    lines,
    source: { type: 'PAY_RUN', id: runId, event: 'FINALIZE' },
  });
}
