import { command } from '../command.ts';
import { input } from '../write/input.ts';
import { changeTitles } from './change-input.ts';
import { decideOnHomeChange } from './decide-home-change.ts';

export const withdrawHomeChange = command('withdrawHomeChange', {
  entity: 'HomeChange',
  record: 'homeChangeId',
  states: { field: 'status', in: ['PROPOSED'] },
  versioned: true,
  title: changeTitles.withdraw,
  description: 'Takes back a change of your address that nobody has decided on.',
  input: { homeChangeId: input.id('HomeChange', 'Change to withdraw.') },
  run: ({ homeChangeId }, context) => decideOnHomeChange(homeChangeId, { event: 'withdraw', reason: null }, context),
});
