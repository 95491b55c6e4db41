import { command, done, refused } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { faultsOfProposal } from './change-input.ts';

export const proposeTaxChange = command('proposeTaxChange', {
  entity: 'Employee',
  record: 'employeeId',
  states: { field: 'status', in: ['PRE_HIRE', 'ACTIVE'] },
  title: {
    en: 'Report tax data',
    sv: 'Anmäl skatteuppgifter',
    de: 'Steuerdaten melden',
    hu: 'Adóadatok bejelentése',
    sl: 'Sporoči davčne podatke',
  },
  description:
    'Proposes a change to your own tax data in one employment. Payroll decides. What is left out stays as it is.',
  input: {
    employeeId: input.id('Employee', 'Your employment.'),
    taxCode: optional(input.text('New tax code or tax table.', { maxLength: 20, defaultFrom: 'taxCode' })),
    taxDependants: optional(
      input.integer('New number of dependants.', { minimum: '0', maximum: '100', defaultFrom: 'taxDependants' }),
    ),
    note: optional(input.text('What payroll should know.')),
  },
  run: async (given, { tx, viewer }) => {
    const { employeeId, taxCode, taxDependants } = given;
    const { companyId } = await tx.employee.findUniqueOrThrow({ where: { id: employeeId } });
    const open = await tx.taxChange.count({ where: { employeeId, status: 'PROPOSED' } });
    const faults = faultsOfProposal(viewer, open > 0, taxCode === null && taxDependants === null);
    const { userId } = viewer;
    if (faults.length > 0 || userId === null) return refused(...faults);
    await tx.taxChange.create({ data: { ...given, companyId, proposedById: userId } });
    return done(employeeId);
  },
});
