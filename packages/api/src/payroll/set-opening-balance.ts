import { decimal, fitsMinorUnit } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { input } from '../write/input.ts';
import { packOfCompany } from './schedule-of.ts';

export const setOpeningBalance = command('setOpeningBalance', {
  entity: 'Employee',
  record: 'employeeId',
  title: {
    en: 'Set opening balance',
    sv: 'Ange ingående lönesumma',
    de: 'Anfangsstand setzen',
    hu: 'Nyitó göngyölt összeg megadása',
    sl: 'Nastavi začetno stanje',
  },
  description:
    'Says what a running sum of the tax year held before the first run: from another program, or from a former employer. Once a payslip of the year is final it stays.',
  input: {
    employeeId: input.id('Employee', 'Whose running sum it is.'),
    taxYear: input.text('Tax year, as the country pack names it, such as 2026 or 2026-27.', { maxLength: 20 }),
    code: input.text('Running sum, as the country pack names it, such as taxablePay.', { maxLength: 60 }),
    amount: input.decimal('What it held before the first run.', { scale: 4 }),
  },
  run: async ({ employeeId, taxYear, code, amount }, { tx }) => {
    const { companyId } = await tx.employee.findUniqueOrThrow({ where: { id: employeeId } });
    const pack = await packOfCompany(tx, companyId);
    if (!pack) return refused({ code: 'PAYROLL_MISSING', message: 'Set up payroll first.', path: ['employeeId'] });
    if (!pack.years.some(({ name }) => name === taxYear))
      return refused({ code: 'TAX_YEAR_UNKNOWN', message: 'The pack has no such year.', path: ['taxYear'] });
    if (!pack.accumulators.some((each) => each.code === code)) {
      const known = pack.accumulators.map((each) => each.code).join(', ');
      return refused({ code: 'YEAR_TO_DATE_UNKNOWN', message: `There are ${known}.`, path: ['code'] });
    }
    if (!fitsMinorUnit(decimal(amount), pack.minorUnit))
      return refused({
        code: 'MINOR_UNIT_EXCEEDED',
        message: 'The amount has more decimals than its currency.',
        path: ['amount'],
      });
    if ((await tx.payslip.count({ where: { employeeId, taxYear } })) > 0)
      return refused({
        code: 'YEAR_BEGUN',
        message: 'A payslip of this year is final: its running sums have begun.',
        path: ['taxYear'],
      });
    const key = { employeeId, taxYear, code };
    await tx.payOpeningBalance.upsert({
      where: { employeeId_taxYear_code: key },
      create: { ...key, companyId, amount },
      update: { amount },
    });
    return done(employeeId);
  },
});
