import { command } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { changeReason, changeTitles } from './change-input.ts';
import { decideOnTaxChange } from './decide-tax-change.ts';

export const approveTaxChange = command('approveTaxChange', {
  entity: 'TaxChange',
  record: 'taxChangeId',
  states: { field: 'status', in: ['PROPOSED'] },
  versioned: true,
  title: changeTitles.approve,
  description: 'Writes proposed tax data to the employment.',
  confirmation: {
    en: 'Write the tax data to the employment?',
    sv: 'Skriva in skatteuppgifterna?',
    de: 'Die Steuerdaten übernehmen?',
    hu: 'Bejegyzi az adóadatokat?',
    sl: 'Vpišete davčne podatke?',
  },
  input: { taxChangeId: input.id('TaxChange', 'Change to approve.'), reason: optional(changeReason.approve) },
  run: ({ taxChangeId, reason }, context) => decideOnTaxChange(taxChangeId, { event: 'approve', reason }, context),
});
