import { command } from '../command.ts';
import { input } from '../write/input.ts';
import { changeTitles } from './change-input.ts';
import { decideOnBankChange } from './decide-bank-change.ts';

export const withdrawBankChange = command('withdrawBankChange', {
  entity: 'BankChange',
  record: 'bankChangeId',
  states: { field: 'status', in: ['PROPOSED', 'FIRST_APPROVED'] },
  versioned: true,
  title: changeTitles.withdraw,
  description: 'Takes back a change of your bank account that is not in force yet.',
  input: { bankChangeId: input.id('BankChange', 'Change to withdraw.') },
  run: ({ bankChangeId }, context) => decideOnBankChange(bankChangeId, { event: 'withdraw', reason: null }, context),
});
