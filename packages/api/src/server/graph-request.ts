import { HttpRefusal } from './answer.ts';

/** What a request to the graph holds. */
export interface GraphRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Lists and objects inside each other, in the variables of an operation. */
export const variableDepthAtMost = 40;

const refuse = (message: string): HttpRefusal => new HttpRefusal(400, 'BAD_INPUT', message);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function optionalObject(body: Record<string, unknown>, key: string): Record<string, unknown> | undefined {
  const value = body[key] ?? undefined;
  if (value !== undefined && !isObject(value)) throw refuse(`${key} is an object.`);
  return value;
}

/**
 * Text that is half a character is no text: it would be stored as something else. And what is nested without end would
 * end whatever walks through it.
 */
function checkValue(value: unknown, path: string, depth: number): void {
  if (typeof value === 'string') {
    if (/\p{Surrogate}/u.test(value)) throw refuse(`${path} holds half of a character (a lone surrogate).`);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (depth >= variableDepthAtMost)
    throw new HttpRefusal(400, 'LIMIT_EXCEEDED', `Variables may be nested ${variableDepthAtMost} deep.`);
  for (const [key, each] of Object.entries(value))
    checkValue(each, path.length < 100 ? `${path}.${key}` : path, depth + 1);
}

/** What a request asks for before its document is known. */
export type AskedRequest = Omit<GraphRequest, 'query'> & ({ readonly query: string } | { readonly documentId: string });

function documentOf({ query = null, documentId = null }: Record<string, unknown>) {
  if (documentId === null) {
    if (typeof query !== 'string') throw refuse('query is a text that holds an operation.');
    return { query };
  }
  if (typeof documentId !== 'string') throw refuse('documentId is a text.');
  if (query !== null) throw refuse('Send query or documentId, not both.');
  return { documentId };
}

/** A request out of a body, or a refusal that says what is wrong with it. */
export function graphRequestOf(body: unknown): AskedRequest {
  if (Array.isArray(body)) throw refuse('One operation at a time: batches are not taken.');
  if (!isObject(body)) throw refuse('The body is an object with query, operationName and variables.');
  const { operationName } = body;
  const document = documentOf(body);
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    throw refuse('operationName is a text.');
  const variables = optionalObject(body, 'variables');
  const extensions = optionalObject(body, 'extensions');
  if (variables) checkValue(variables, 'variables', 0);
  return {
    ...document,
    ...(typeof operationName === 'string' && operationName !== '' && { operationName }),
    ...(variables && { variables }),
    ...(extensions && { extensions }),
  };
}
