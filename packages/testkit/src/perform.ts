import { ClientError } from 'graphql-request';
import type { Member } from './world.ts';

/** What a mutation answered: the selected record, or why nothing was changed. */
export interface Performed<T> {
  readonly record: T | null;
  /** `CODE path.of.input` for each refusal, or the code alone of an error of the whole operation. */
  readonly errors: readonly string[];
}

interface Payload<T> {
  readonly userErrors: readonly { readonly code: string; readonly path: readonly (string | number)[] }[];
  readonly [record: string]: T | null | unknown;
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Runs a mutation as somebody: `perform(hr, 'openPosition', { positionId }, 'position { status }')`. */
export async function perform<T = { id: string }>(
  who: Member,
  mutation: string,
  input: object,
  selection: string,
): Promise<Performed<T>> {
  const [record = ''] = selection.split(/\W/, 1);
  const document = `mutation ($input: ${upperFirst(mutation)}Input!) { ${mutation}(input: $input) { ${selection} userErrors { code path } } }`;
  try {
    const payload = (await who.client.request<Record<string, Payload<T>>>(document, { input }))[mutation];
    if (!payload) throw new Error(`${mutation} answered nothing`);
    const errors = payload.userErrors.map(({ code, path }) => [code, path.join('.')].filter(Boolean).join(' '));
    return { record: payload[record] as T | null, errors };
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    const faults = error.response.errors ?? [];
    return { record: null, errors: faults.map((fault) => String(fault.extensions?.['code'] ?? fault.message)) };
  }
}

/** Runs a mutation that must succeed, and answers its record. */
export async function performed<T = { id: string }>(
  who: Member,
  mutation: string,
  input: object,
  selection: string,
): Promise<T> {
  const { record, errors } = await perform<T>(who, mutation, input, selection);
  if (errors.length > 0 || record === null) throw new Error(`${mutation}: ${errors.join(', ') || 'no record'}`);
  return record;
}
