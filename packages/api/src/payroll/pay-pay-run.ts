import type { CalendarDate, Decimal } from '@kontor/core';
import { type CommandContext, command, done, type Outcome, refused } from '../command.ts';
import { openBatch, type PaymentToMake, paidSourcesOf } from '../payment/index.ts';
import { dayOf } from '../people/index.ts';
import { beginBulk, joiningMuch } from '../write/bulk.ts';
import { input, optional } from '../write/input.ts';
import { loadRun, runStates } from './run-input.ts';

interface NetPay {
  readonly id: string;
  readonly employeeId: string;
  readonly net: Decimal;
}

interface Given {
  readonly runId: string;
  readonly executionOn: string | null;
  readonly companyAccountId: string | null;
}

const sourceType = 'PAYSLIP';

/** The inputs that a reason against the batch can stand at. */
const inputs = ['executionOn', 'companyAccountId'];

async function pay({ runId, executionOn, companyAccountId }: Given, context: CommandContext): Promise<Outcome> {
  const { tx } = context;
  const run = await loadRun(tx, runId);
  await beginBulk(tx);
  const owed = await tx.payAccount.findFirst({ where: { companyId: run.companyId, code: 'NET_PAY' } });
  const slips = await tx.$queryRaw<NetPay[]>`
    select id::text, employee_id::text as "employeeId", trim_scale(net)::text as net from payslip
    where run_id = ${runId}::uuid and net > 0 order by employee_id`;
  const paid = await paidSourcesOf(tx, sourceType, runId);
  const payments = slips
    .filter(({ id }) => !paid.has(id))
    .map(
      ({ id, employeeId, net }): PaymentToMake => ({
        employeeId,
        amount: net,
        currencyCode: run.currencyCode,
        remittance: `${run.company.name} ${run.period.name}`,
        source: { type: sourceType, id, event: 'NET' },
      }),
    );
  const opened = await joiningMuch(tx, () =>
    openBatch(context, {
      companyId: run.companyId,
      kind: 'SALARY',
      executionOn: (executionOn as CalendarDate | null) ?? dayOf(run.payOn),
      source: { type: 'PAY_RUN', id: runId },
      payments,
      ...(companyAccountId !== null && { companyAccountId }),
      ...(owed?.creditAccountId && { contraAccountId: owed.creditAccountId }),
    }),
  );
  if (opened.ok) return done(runId);
  return refused(
    ...opened.rejections.map(({ path, ...fault }) => ({
      ...fault,
      path: inputs.includes(String(path[0])) ? path : ['runId'],
    })),
  );
}

export const payPayRun = command('payPayRun', {
  entity: 'PayRun',
  record: 'runId',
  states: runStates('pay'),
  idempotent: true,
  bulk: true,
  title: {
    en: 'Prepare the payment',
    sv: 'Förbered utbetalningen',
    de: 'Zahlung vorbereiten',
    hu: 'Kifizetés előkészítése',
    sl: 'Pripravi izplačilo',
  },
  description:
    'Opens a batch of payments for what a final run owes to its people, as a draft that somebody else approves. Whoever has no usable account is left out by name; once there is one, preparing again pays those who were left out.',
  input: {
    runId: input.id('PayRun', 'Final run.'),
    executionOn: optional(input.date('Day on which the bank pays; the day of payment of the run, where left out.')),
    companyAccountId: optional(
      input.id('CompanyAccount', 'Account that is paid from; the company’s only one, where left out.'),
    ),
  },
  run: pay,
});
