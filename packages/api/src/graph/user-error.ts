import { builder } from '../builder.ts';
import type { Refusal } from '../write/operation.ts';

const isConflict = (refusal: Refusal): boolean => refusal.code === 'CONFLICT';

export const UserError = builder.interfaceRef<Refusal>('UserError').implement({
  description: 'Why an input was refused.',
  resolveType: (refusal) => (isConflict(refusal) ? 'ConflictError' : 'ValidationError'),
  fields: (t) => ({
    code: t.string({
      description: 'Stable name of the reason; programs decide by it.',
      resolve: (refusal) => refusal.code,
    }),
    message: t.string({
      description: 'What is wrong and what to do, in English.',
      resolve: (refusal) => refusal.message,
    }),
    path: t.stringList({
      description: 'Where in the input; empty for the input as a whole.',
      resolve: (refusal) => refusal.path.map(String),
    }),
  }),
});

builder.objectRef<Refusal>('ValidationError').implement({
  interfaces: [UserError],
  description: 'A value of the input, or the record as it stands, does not allow it.',
});

builder.objectRef<Refusal>('ConflictError').implement({
  interfaces: [UserError],
  description: 'Somebody else has changed the record in the meantime.',
  fields: (t) => ({
    currentVersion: t.int({
      nullable: true,
      description: 'Version that the record has by now.',
      resolve: (refusal) => refusal.currentVersion ?? null,
    }),
  }),
});
