import { command } from '../command.ts';
import { input } from '../write/input.ts';
import { decideOnPosition } from './decide-position.ts';

export const freezePosition = command('freezePosition', {
  entity: 'Position',
  record: 'positionId',
  states: { field: 'status', in: ['APPROVED', 'OPEN'] },
  versioned: true,
  title: { en: 'Freeze', sv: 'Frys', de: 'Einfrieren', hu: 'Befagyasztás', sl: 'Zamrzni' },
  description: 'Keeps a seat and lets nobody be hired into it for now. Whoever holds a part of it stays.',
  input: {
    positionId: input.id('Position', 'Seat to freeze.'),
    reason: input.text('Why it is frozen.'),
  },
  run: (given, context) => decideOnPosition('freeze', given, context),
});
