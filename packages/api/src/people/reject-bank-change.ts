import { command } from '../command.ts';
import { input } from '../write/input.ts';
import { changeReason, changeTitles } from './change-input.ts';
import { decideOnBankChange } from './decide-bank-change.ts';

export const rejectBankChange = command('rejectBankChange', {
  entity: 'BankChange',
  record: 'bankChangeId',
  states: { field: 'status', in: ['PROPOSED', 'FIRST_APPROVED'] },
  versioned: true,
  title: changeTitles.reject,
  description: 'Decides against another account; pay goes where it went.',
  input: { bankChangeId: input.id('BankChange', 'Change to reject.'), reason: changeReason.reject },
  run: ({ bankChangeId, reason }, context) => decideOnBankChange(bankChangeId, { event: 'reject', reason }, context),
});
