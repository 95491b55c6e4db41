import { command } from '../command.ts';
import { input } from '../write/input.ts';
import { changeReason, changeTitles } from './change-input.ts';
import { decideOnTaxChange } from './decide-tax-change.ts';

export const rejectTaxChange = command('rejectTaxChange', {
  entity: 'TaxChange',
  record: 'taxChangeId',
  states: { field: 'status', in: ['PROPOSED'] },
  versioned: true,
  title: changeTitles.reject,
  description: 'Decides against proposed tax data; the employment stays as it is.',
  input: { taxChangeId: input.id('TaxChange', 'Change to reject.'), reason: changeReason.reject },
  run: ({ taxChangeId, reason }, context) => decideOnTaxChange(taxChangeId, { event: 'reject', reason }, context),
});
