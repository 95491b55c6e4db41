import { COUNTRY_PACKS, calendarDate, type PayRhythm } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import type { PayFrequency } from '../generated/prisma/enums.ts';
import { input, optional } from '../write/input.ts';
import { addPeriods } from './add-periods.ts';
import { addPayAccounts } from './posting/add-pay-accounts.ts';

const packs = [...COUNTRY_PACKS.keys()].join(', ');
const packLabel = { en: 'Country pack', sv: 'Landspaket', de: 'Länderpaket', hu: 'Országcsomag', sl: 'Paket države' };

export const setUpPayroll = command('setUpPayroll', {
  entity: 'PaySchedule',
  company: 'companyId',
  title: {
    en: 'Set up payroll',
    sv: 'Lägg upp lönehantering',
    de: 'Lohnabrechnung einrichten',
    hu: 'Bérszámfejtés beállítása',
    sl: 'Vzpostavi obračun plač',
  },
  description:
    'Begins to pay a company’s people by a schedule: how often, on which day, by which country’s rules. Makes the periods of a tax year with their deadlines, and the table of accounts from the company’s chart.',
  input: {
    companyId: input.id('Company', 'Company that pays.'),
    pack: input.text(`Country pack whose rules apply: ${packs}.`, { maxLength: 20, label: packLabel }),
    taxYear: input.text('Tax year to begin with, as the pack names it, such as 2026 or 2026-27.', { maxLength: 20 }),
    code: optional(input.text('Short code of the schedule; MAIN, where left out.', { maxLength: 20 })),
    name: optional(input.text('Name of the schedule.', { maxLength: 200 })),
    frequency: optional(input.choice('PayFrequency', 'How often is paid; every month, where left out.')),
    payDay: optional(
      input.integer(
        'Day of the month on which is paid, 31 being the last; with weeks, days after the end of the period. The last day, where left out.',
        { minimum: '0', maximum: '31' },
      ),
    ),
    anchorOn: optional(input.date('First day of some period, where is paid by weeks.')),
    journal: optional(input.text('Code of the journal; the one for payroll, where left out.', { maxLength: 20 })),
  },
  run: async (given, { tx }) => {
    const { companyId } = given;
    const pack = COUNTRY_PACKS.get(given.pack);
    if (!pack) return refused({ code: 'PACK_UNKNOWN', message: `Choose one of ${packs}.`, path: ['pack'] });
    const journal = await tx.journal.findFirst({
      where: {
        companyId,
        active: true,
        ...(given.journal === null ? { kind: 'PAYROLL' as const } : { code: given.journal }),
      },
      orderBy: { code: 'asc' },
    });
    if (!journal)
      return refused({
        code: 'JOURNAL_UNKNOWN',
        message: 'There is no journal for payroll: set up the books first.',
        path: ['journal'],
      });
    const frequency = (given.frequency ?? 'MONTHLY') as PayFrequency;
    const schedule = await tx.paySchedule.create({
      data: {
        companyId,
        code: given.code ?? 'MAIN',
        name: given.name ?? pack.code,
        pack: pack.code,
        frequency,
        payDay: given.payDay ?? (frequency === 'MONTHLY' ? 31 : 5),
        anchorOn: given.anchorOn === null ? null : new Date(given.anchorOn),
        journalId: journal.id,
      },
    });
    const rhythm: PayRhythm = {
      frequency,
      payDay: schedule.payDay,
      anchorOn: given.anchorOn === null ? null : calendarDate(given.anchorOn),
      inputsDaysBefore: schedule.inputsDaysBefore,
      approvalDaysBefore: schedule.approvalDaysBefore,
    };
    const added = await addPeriods(tx, schedule, pack, given.taxYear, rhythm);
    if (added.length > 0) return refused(...added);
    await addPayAccounts(tx, companyId, pack);
    return done(schedule.id);
  },
});
