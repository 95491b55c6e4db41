import { command } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { changeReason, changeTitles } from './change-input.ts';
import { decideOnHomeChange } from './decide-home-change.ts';

export const approveHomeChange = command('approveHomeChange', {
  entity: 'HomeChange',
  record: 'homeChangeId',
  states: { field: 'status', in: ['PROPOSED'] },
  versioned: true,
  title: changeTitles.approve,
  description: "Writes a proposed address and contact to the person's record.",
  confirmation: {
    en: 'Write the new address to the record?',
    sv: 'Skriva in den nya adressen?',
    de: 'Die neue Adresse übernehmen?',
    hu: 'Bejegyzi az új címet?',
    sl: 'Vpišete novi naslov?',
  },
  input: { homeChangeId: input.id('HomeChange', 'Change to approve.'), reason: optional(changeReason.approve) },
  run: ({ homeChangeId, reason }, context) => decideOnHomeChange(homeChangeId, { event: 'approve', reason }, context),
});
