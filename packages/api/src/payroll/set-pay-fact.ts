import type { Rejection } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { dateOf } from '../people/index.ts';
import { input } from '../write/input.ts';
import type { Transaction } from '../write/operation.ts';
import { faultsOfFact, standsInTaxData } from './facts.ts';
import { packOfCompany } from './schedule-of.ts';

/** Which schedule pays somebody is a fact that every company has; whoever has none is paid by the first one. */
async function faultsOfSchedule(tx: Transaction, companyId: string, code: string): Promise<readonly Rejection[]> {
  if ((await tx.paySchedule.count({ where: { companyId, code, active: true } })) > 0) return [];
  return [{ code: 'SCHEDULE_UNKNOWN', message: 'There is no schedule of this code in use.', path: ['value'] }];
}

export const setPayFact = command('setPayFact', {
  entity: 'Employee',
  record: 'employeeId',
  title: {
    en: 'Set pay fact',
    sv: 'Ange löneuppgift',
    de: 'Abrechnungsmerkmal setzen',
    hu: 'Bérszámfejtési adat megadása',
    sl: 'Nastavi podatek za plačo',
  },
  description:
    'Says something that is known for pay, from a day on: a category of insurance, a plan of a loan. The country pack says which there are and what they may be.',
  input: {
    employeeId: input.id('Employee', 'Of whom it is known.'),
    name: input.text('Name of the fact, as the country pack has it, such as niCategory.', { maxLength: 60 }),
    value: input.text('Value: a text, a number, true or false.', { maxLength: 100 }),
    startsOn: input.date('First day on which it holds.'),
  },
  run: async ({ employeeId, name, value, startsOn }, { tx }) => {
    const { companyId } = await tx.employee.findUniqueOrThrow({ where: { id: employeeId } });
    const pack = await packOfCompany(tx, companyId);
    if (!pack) return refused({ code: 'PAYROLL_MISSING', message: 'Set up payroll first.', path: ['employeeId'] });
    if (standsInTaxData(pack, name))
      return refused({
        code: 'FACT_IN_TAX_DATA',
        message: 'This stands in the tax data of the employee: change it there.',
        path: ['name'],
      });
    const faults = name === 'schedule' ? await faultsOfSchedule(tx, companyId, value) : faultsOfFact(pack, name, value);
    if (faults.length > 0) return refused(...faults);
    const key = { employeeId, name, startsOn: dateOf(startsOn) };
    await tx.payFact.upsert({
      where: { employeeId_name_startsOn: key },
      create: { ...key, companyId, value },
      update: { value },
    });
    return done(employeeId);
  },
});
