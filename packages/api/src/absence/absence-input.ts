import { input, optional } from '../write/input.ts';

/** Inputs that asking for an absence and recording one share. */
export const absenceInputs = {
  kindId: input.id('AbsenceKind', 'What kind of absence it is. HR reads it, nobody else.'),
  startOn: input.date('First day away.'),
  endOn: optional(input.date('Last day away. Left out: the first day alone.')),
  hours: optional(
    input.decimal('Hours away, of the one day. Left out: whole days.', { scale: 2, minimum: '0', maximum: '24' }),
  ),
  note: optional(input.text('What whoever decides should know. The manager reads it.')),
  healthNote: optional(input.text('What HR alone should know of the reason.')),
};

/** Texts that the decisions on an absence share. */
export const decisionTitles = {
  approve: { en: 'Approve', sv: 'Godkänn', de: 'Genehmigen', hu: 'Jóváhagyás', sl: 'Odobri' },
  reject: { en: 'Reject', sv: 'Avslå', de: 'Ablehnen', hu: 'Elutasítás', sl: 'Zavrni' },
} as const;
