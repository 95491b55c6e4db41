import { command } from '../command.ts';
import { input } from '../write/input.ts';
import { changeTitles } from './change-input.ts';
import { decideOnTaxChange } from './decide-tax-change.ts';

export const withdrawTaxChange = command('withdrawTaxChange', {
  entity: 'TaxChange',
  record: 'taxChangeId',
  states: { field: 'status', in: ['PROPOSED'] },
  versioned: true,
  title: changeTitles.withdraw,
  description: 'Takes back a change of your tax data that nobody has decided on.',
  input: { taxChangeId: input.id('TaxChange', 'Change to withdraw.') },
  run: ({ taxChangeId }, context) => decideOnTaxChange(taxChangeId, { event: 'withdraw', reason: null }, context),
});
