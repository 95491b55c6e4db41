import { command } from '../command.ts';
import { input } from '../write/input.ts';
import { decideOnPosition } from './decide-position.ts';

export const openPosition = command('openPosition', {
  entity: 'Position',
  record: 'positionId',
  states: { field: 'status', in: ['APPROVED'] },
  versioned: true,
  title: { en: 'Open', sv: 'Öppna', de: 'Öffnen', hu: 'Megnyitás', sl: 'Odpri' },
  description: 'Opens an approved seat, so that people can be hired into it.',
  input: { positionId: input.id('Position', 'Seat to open.') },
  run: (given, context) => decideOnPosition('open', given, context),
});
