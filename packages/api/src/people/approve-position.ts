import { command } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { decideOnPosition } from './decide-position.ts';

export const approvePosition = command('approvePosition', {
  entity: 'Position',
  record: 'positionId',
  states: { field: 'status', in: ['PROPOSED'] },
  versioned: true,
  title: { en: 'Approve', sv: 'Godkänn', de: 'Genehmigen', hu: 'Jóváhagyás', sl: 'Odobri' },
  description: 'Takes a proposed seat into the budget. Somebody other than whoever proposed it decides.',
  confirmation: {
    en: 'Approve the seat with its budget and pay range?',
    sv: 'Godkänna befattningen med budget och lönespann?',
    de: 'Die Planstelle mit Budget und Gehaltsspanne genehmigen?',
    hu: 'Jóváhagyja a munkakört a kerettel és a bérsávval?',
    sl: 'Odobrite delovno mesto s proračunom in plačnim razponom?',
  },
  input: {
    positionId: input.id('Position', 'Seat to approve.'),
    reason: optional(input.text('Why it is approved.')),
  },
  run: (given, context) => decideOnPosition('approve', given, context),
});
