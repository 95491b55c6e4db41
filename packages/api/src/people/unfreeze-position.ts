import { command } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { decideOnPosition } from './decide-position.ts';

export const unfreezePosition = command('unfreezePosition', {
  entity: 'Position',
  record: 'positionId',
  states: { field: 'status', in: ['FROZEN'] },
  versioned: true,
  title: { en: 'Unfreeze', sv: 'Tina upp', de: 'Freigeben', hu: 'Feloldás', sl: 'Odmrzni' },
  description: 'Opens a frozen seat for hiring again.',
  input: {
    positionId: input.id('Position', 'Seat to open again.'),
    reason: optional(input.text('Why it is opened again.')),
  },
  run: (given, context) => decideOnPosition('unfreeze', given, context),
});
