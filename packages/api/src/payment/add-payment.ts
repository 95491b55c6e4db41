import {
  checkPaymentOrder,
  type Decimal,
  type PayeeAccount,
  type Rejection,
  type Result,
  readPayeeAccount,
  rejectAll,
} from '@kontor/core';
import { type CommandContext, command, done, refused } from '../command.ts';
import { type InputOf, input, optional } from '../write/input.ts';
import { batchInput, batchTitles } from './batch-input.ts';
import { type BatchRecord, batchRecord, decideOn, minorUnitsOf } from './batch-record.ts';
import { newReference } from './open-batch.ts';
import { writePayments } from './write-payments.ts';

const fields = {
  batchId: batchInput('Batch that it is added to: a draft of your own.'),
  employeeId: optional(input.id('Employee', 'Who is paid, for pay: name and account are those on record.')),
  payeeName: optional(input.text('Name of the payee, for all but pay.', { maxLength: 140 })),
  iban: optional(input.text('IBAN that is paid to, for all but pay.', { format: 'iban', maxLength: 50 })),
  bic: optional(input.text('Bank of that account: BIC. Needed with a sort code.', { format: 'bic', maxLength: 11 })),
  sortCode: optional(input.text('Sort code of a British bank, where there is no IBAN.', { maxLength: 8 })),
  accountNumber: optional(input.text('Account number at a British bank.', { maxLength: 10 })),
  amount: input.decimal('Amount that is paid, above zero.', { scale: 4, currency: 'currencyCode' }),
  currencyCode: input.text('Currency of the amount, such as EUR.', { maxLength: 3 }),
  remittance: input.text('What the payee reads on the statement.', { maxLength: 140 }),
  endToEndId: optional(input.text('Reference of your own, unique in the batch.', { maxLength: 35 })),
};

type Given = InputOf<typeof fields>;
type Payee = PayeeAccount & { readonly payeeName: string };

const fault = (code: string, message: string, path: string): Rejection => ({ code, message, path: [path] });

/** Pay goes to an employee, to the account that two people of payroll approved; all else to what is typed. */
async function payeeOf(batch: BatchRecord, given: Given, { tx, viewer }: CommandContext): Promise<Result<Payee>> {
  const { employeeId, payeeName } = given;
  const typed = [given.iban, given.bic, given.sortCode, given.accountNumber, payeeName].some((each) => each !== null);
  if (batch.kind === 'SALARY') {
    if (employeeId === null)
      return rejectAll([fault('EMPLOYEE_NEEDED', 'Pay goes to an employee: choose one.', 'employeeId')]);
    if (typed)
      return rejectAll([
        fault('PAYEE_FROM_RECORD', 'Pay goes to the account on record: leave name and account empty.', 'iban'),
      ]);
    const { person } = await tx.employee.findUniqueOrThrow({ where: { id: employeeId }, include: { person: true } });
    // What a final run owes them is no decision of theirs: it is prepared with the pay of the others.
    if (viewer.personId === person.id)
      return rejectAll([
        fault('OWN_PAYMENT', 'Nobody adds a payment to themselves: ask somebody else of payroll.', 'employeeId'),
      ]);
    const account = readPayeeAccount(person);
    const name = person.accountHolder ?? `${person.firstName} ${person.lastName}`;
    if (account.ok) return { ok: true, value: { ...account.value, payeeName: name } };
    // Whose account is faulty is for those to see who may; the number is not said.
    return rejectAll(account.rejections.map((each) => ({ ...each, path: ['employeeId'] })));
  }
  if (employeeId !== null)
    return rejectAll([fault('PAYEE_NO_EMPLOYEE', 'Employees are paid by a batch of pay.', 'employeeId')]);
  if (payeeName === null) return rejectAll([fault('PAYEE_NAME_MISSING', 'Give the name of the payee.', 'payeeName')]);
  const account = readPayeeAccount(given);
  return account.ok ? { ok: true, value: { ...account.value, payeeName } } : account;
}

async function run(given: Given, context: CommandContext) {
  const { tx } = context;
  const { batchId, employeeId, currencyCode, remittance } = given;
  const batch = await batchRecord(tx, batchId);
  const decided = decideOn(batch, 'change', context);
  if (!decided.ok) return refused(...decided.rejections);
  const payee = await payeeOf(batch, given, context);
  if (!payee.ok) return refused(...payee.rejections);
  const endToEndId = given.endToEndId ?? newReference();
  const order = { ...payee.value, amount: given.amount as Decimal, currencyCode, remittance, endToEndId };
  const units = await minorUnitsOf(tx, [currencyCode]);
  const faults = checkPaymentOrder(order, units.get(currencyCode) ?? null);
  if (faults.length > 0) return refused(...faults);
  const { companyId, kind } = batch;
  await writePayments(tx, { companyId, kind, batchId }, [{ ...order, employeeId, source: null }]);
  return done(batchId);
}

export const addPayment = command('addPayment', {
  entity: 'PaymentBatch',
  record: 'batchId',
  states: { field: 'status', in: ['DRAFT'] },
  title: batchTitles.add,
  description: 'Adds a payment to a draft. Pay goes to the account that the employee has on record.',
  idempotent: true,
  input: fields,
  run,
});
