import { calendarDate, proposePay as decide, decimal, type PayPeriod } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { input } from '../write/input.ts';
import { dateOf, dateOrNull } from './day.ts';
import { lockEmployment } from './employment.ts';
import { payFacts } from './pay-facts.ts';

export const proposePay = command('proposePay', {
  entity: 'Employee',
  record: 'employeeId',
  states: { field: 'status', in: ['PRE_HIRE', 'ACTIVE'] },
  title: { en: 'Propose pay', sv: 'Föreslå lön', de: 'Gehalt vorschlagen', hu: 'Bér javaslása', sl: 'Predlagaj plačo' },
  description:
    'Proposes pay from a day on, which may be in the past. It is in force once somebody else has approved it. From the first day of the latest pay it corrects that one.',
  input: {
    employeeId: input.id('Employee', 'Whose pay changes.'),
    amount: input.decimal('Pay for the pay period, before tax.', {
      scale: 4,
      currency: 'currencyCode',
      defaultFrom: 'salary',
    }),
    currencyCode: input.text('Currency of the pay, three letters of ISO 4217.', {
      entity: 'Currency',
      maxLength: 3,
      defaultFrom: 'salaryCurrencyCode',
    }),
    payPeriod: input.choice('PayPeriod', 'Period that the pay is for.', { defaultFrom: 'salaryPeriod' }),
    startOn: input.date('First day on which it applies.'),
    reason: input.text('Why the pay is changed.'),
  },
  run: async (given, { tx, viewer, now }) => {
    const employment = await lockEmployment(tx, given.employeeId, now);
    const facts = await payFacts(tx, viewer, employment, given);
    const decided = decide(facts, {
      amount: decimal(given.amount),
      currencyCode: given.currencyCode,
      payPeriod: given.payPeriod as PayPeriod,
      startOn: calendarDate(given.startOn),
      reason: given.reason,
    });
    if (!decided.ok) return refused(...decided.rejections);
    const { companyId, id: employeeId } = employment.row;
    const { startOn, endOn, ...pay } = decided.value;
    await tx.compensation.create({
      data: {
        ...pay,
        companyId,
        employeeId,
        startOn: dateOf(startOn),
        endOn: dateOrNull(endOn),
        proposedById: viewer.userId,
      },
    });
    return done(employeeId);
  },
});
