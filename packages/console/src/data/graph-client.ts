import { RefusedError, type UserError } from './graph-error.ts';
import { send } from './graph-request.ts';
import { inSession } from './session-end.ts';

/** Asks the graph for something that is no record of react-admin's. */
export async function ask<Data>(
  query: string,
  variables?: Record<string, unknown>,
  signal?: AbortSignal,
): Promise<Data> {
  const body = { query, ...(variables ? { variables } : {}) };
  return (await inSession(() => send('/graphql', body, signal))) as Data;
}

/** Runs a mutation of one root field and throws what the graph refuses. */
export async function mutate<Payload extends { userErrors: readonly UserError[] }>(
  mutation: string,
  input: Record<string, unknown>,
): Promise<Payload> {
  const data = await ask<Record<string, Payload>>(mutation, { input });
  return accepted(Object.values(data)[0]);
}

/** A payload without refusals, or the refusal thrown. */
export function accepted<Payload extends { userErrors: readonly UserError[] }>(payload: Payload | undefined): Payload {
  if (!payload) throw new Error('The mutation answered nothing.');
  if (payload.userErrors.length > 0) throw new RefusedError(payload.userErrors);
  return payload;
}
