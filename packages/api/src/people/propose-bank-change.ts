import { command, done, refused } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { faultsOfProposal } from './change-input.ts';

export const proposeBankChange = command('proposeBankChange', {
  entity: 'Person',
  record: 'personId',
  title: {
    en: 'Report a new bank account',
    sv: 'Anmäl nytt bankkonto',
    de: 'Neues Bankkonto melden',
    hu: 'Új bankszámla bejelentése',
    sl: 'Sporoči nov bančni račun',
  },
  description:
    'Proposes another account for your own pay. Two people of payroll approve it before anything is paid there.',
  input: {
    personId: input.id('Person', 'Yourself.'),
    iban: input.text('New IBAN.', { format: 'iban', maxLength: 50 }),
    bic: optional(input.text('New BIC, where the bank is in another country.', { format: 'bic', maxLength: 11 })),
    accountHolder: optional(input.text('New holder of the account, where it is somebody else.', { maxLength: 200 })),
    note: optional(input.text('What payroll should know.')),
  },
  run: async (given, { tx, viewer }) => {
    const { personId } = given;
    const open = await tx.bankChange.count({ where: { personId, status: { in: ['PROPOSED', 'FIRST_APPROVED'] } } });
    const faults = faultsOfProposal(viewer, open > 0, false);
    const { userId } = viewer;
    if (faults.length > 0 || userId === null) return refused(...faults);
    await tx.bankChange.create({ data: { ...given, proposedById: userId } });
    return done(personId);
  },
});
