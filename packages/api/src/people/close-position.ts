import { command } from '../command.ts';
import { input } from '../write/input.ts';
import { decideOnPosition } from './decide-position.ts';

export const closePosition = command('closePosition', {
  entity: 'Position',
  record: 'positionId',
  states: { field: 'status', in: ['PROPOSED', 'APPROVED', 'OPEN', 'FROZEN'] },
  versioned: true,
  destructive: true,
  title: { en: 'Close', sv: 'Stäng', de: 'Schließen', hu: 'Megszüntetés', sl: 'Zapri' },
  description: 'Ends a seat for good. Nobody may hold a part of it any more, or be about to.',
  confirmation: {
    en: 'Close the seat for good?',
    sv: 'Stänga befattningen för gott?',
    de: 'Die Planstelle endgültig schließen?',
    hu: 'Végleg megszünteti a munkakört?',
    sl: 'Trajno zaprete delovno mesto?',
  },
  input: {
    positionId: input.id('Position', 'Seat to close.'),
    reason: input.text('Why it is closed.'),
  },
  run: (given, context) => decideOnPosition('close', given, context),
});
