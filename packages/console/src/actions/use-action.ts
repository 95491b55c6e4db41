import { useState } from 'react';
import { useNotify } from 'react-admin';
import { mutate } from '../data/graph-client.ts';
import type { Placed, UserError } from '../data/graph-error.ts';
import type { FormValues } from '../generator/form-values.ts';
import { newIdempotencyKey } from '../generator/idempotency-key.ts';
import type { MetaAction } from '../generator/meta.ts';
import { actionMutation } from '../generator/queries.ts';
import { useRefusals } from '../i18n/use-refusals.ts';
import { useTexts } from '../i18n/use-texts.ts';
import type { GraphRecord } from '../record/use-record.ts';
import { actionInput, askedInputs } from './action-input.ts';

interface ActionOptions {
  readonly record: GraphRecord | undefined;
  readonly action: MetaAction;
  /** What follows on success, with the id of what was made or changed. */
  readonly onDone: (id: string | undefined) => Promise<void>;
}

/** Runs an action with what its form says. Answers what was refused, or nothing where it was done. */
export function useAction({ record, action, onDone }: ActionOptions) {
  const t = useTexts();
  const explain = useRefusals();
  const notify = useNotify();
  // One key for as long as the form is open: a second click or a retry does not act twice.
  const [idempotencyKey] = useState(newIdempotencyKey);
  return async (values: FormValues): Promise<Placed | undefined> => {
    try {
      const input = actionInput(action, { record, values, idempotencyKey });
      const payload = await mutate<{ userErrors: UserError[] } & Record<string, unknown>>(
        actionMutation(action),
        input,
      );
      const made = payload[action.payloadField] as { id?: string } | null;
      await onDone(made?.id);
      notify(t('action.done', { name: action.label }), { type: 'success' });
      return undefined;
    } catch (error) {
      return explain(error, new Set(askedInputs(action).map(({ name }) => name)));
    }
  };
}
