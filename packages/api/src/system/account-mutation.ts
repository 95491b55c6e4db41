import type { OutputRef } from '@pothos/core';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { mutationField, type Row } from '../graph/dynamic.ts';
import { inputType } from '../graph/mutations.ts';
import { UserError } from '../graph/user-error.ts';
import { checkInput } from '../write/check-input.ts';
import { type InputFields, type InputOf, input } from '../write/input.ts';
import { type Refusal, Refused } from '../write/operation.ts';

/** What every payload has: why nothing was changed. */
export interface Refusable {
  readonly refusals: readonly Refusal[];
}

/** A type of payload with its `userErrors`, which is all that some have. */
export function payload<T extends Refusable>(name: string, description: string) {
  return builder.objectRef<T>(name).implement({
    description,
    fields: (t) => ({
      userErrors: t.field({
        type: [UserError],
        description: 'Why nothing was changed; empty where all went well.',
        resolve: (answer) => [...answer.refusals],
      }),
    }),
  });
}

/** A secret is taken as it is typed: it is neither trimmed nor shown in an error. */
export const secret = (description: string) => input.text(description);

interface AccountMutation<I extends InputFields, S extends InputFields> {
  readonly name: string;
  readonly description: string;
  readonly input: I;
  /** Inputs that are passed on as they came. */
  readonly secrets: S;
  /** What `payload` made. */
  readonly payload: OutputRef<unknown>;
  /** Throw `Refused` to answer with errors. */
  readonly run: (context: Context, value: InputOf<I> & InputOf<S>) => Promise<object>;
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * A mutation about somebody's own account, which may come before there is a session and is therefore no command: it has
 * one input and one payload like any other.
 */
export function accountMutation<I extends InputFields, S extends InputFields>(mutation: AccountMutation<I, S>): void {
  const { name, description, secrets, run } = mutation;
  const fields: InputFields = { ...mutation.input, ...secrets };
  const type = inputType(`${upperFirst(name)}Input`, `Input of ${name}.`, fields);
  const answer = async (context: Context, raw: Row): Promise<object> => {
    const checked = checkInput(mutation.input, raw);
    if (!checked.ok) return { refusals: checked.rejections };
    const asTyped = Object.fromEntries(Object.keys(secrets).map((key) => [key, raw[key] ?? null]));
    try {
      return { refusals: [], ...(await run(context, { ...checked.value, ...asTyped } as InputOf<I> & InputOf<S>)) };
    } catch (error) {
      if (error instanceof Refused) return { refusals: error.refusals };
      throw error;
    }
  };
  mutationField(name, {
    type: mutation.payload,
    description,
    args: { input: { type, required: true, description: 'What to do.' } },
    resolve: (_root, args, context) => answer(context, { ...(args['input'] as Row) }),
  });
}
