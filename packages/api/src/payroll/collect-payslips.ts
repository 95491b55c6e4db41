import { command, done } from '../command.ts';
import { input } from '../write/input.ts';

export const collectPayslips = command('collectPayslips', {
  entity: 'PayRun',
  record: 'runId',
  states: { field: 'status', in: ['FINALIZED', 'PAID'] },
  title: {
    en: 'Collect payslips',
    sv: 'Samla lönespecifikationer',
    de: 'Abrechnungen sammeln',
    hu: 'Bérjegyzékek összegyűjtése',
    sl: 'Zberi plačilne liste',
  },
  description:
    'Has all payslips of a final run drawn in the background, each in the language of its person, to be downloaded as one file for a week. How far it is stands with the run. Asked for again, it is the same file for as long as there is one.',
  input: { runId: input.id('PayRun', 'Final run.') },
  run: async ({ runId }, { tx }) => {
    const { companyId } = await tx.payRun.findUniqueOrThrow({ where: { id: runId } });
    const there = await tx.payslipArchive.findFirst({
      where: { runId, status: { in: ['PREPARING', 'READY'] }, failedCount: 0 },
    });
    if (there) return done(runId);
    const slipCount = await tx.payslip.count({ where: { runId } });
    await tx.payslipArchive.create({ data: { companyId, runId, slipCount } });
    return done(runId);
  },
});
