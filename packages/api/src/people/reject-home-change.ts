import { command } from '../command.ts';
import { input } from '../write/input.ts';
import { changeReason, changeTitles } from './change-input.ts';
import { decideOnHomeChange } from './decide-home-change.ts';

export const rejectHomeChange = command('rejectHomeChange', {
  entity: 'HomeChange',
  record: 'homeChangeId',
  states: { field: 'status', in: ['PROPOSED'] },
  versioned: true,
  title: changeTitles.reject,
  description: 'Decides against a proposed address; the record stays as it is.',
  input: { homeChangeId: input.id('HomeChange', 'Change to reject.'), reason: changeReason.reject },
  run: ({ homeChangeId, reason }, context) => decideOnHomeChange(homeChangeId, { event: 'reject', reason }, context),
});
