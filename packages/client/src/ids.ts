import { type DocumentNode, Kind, OperationTypeNode, parse } from 'graphql';

/** Longer addresses are refused by some servers on the way. */
const charactersAtMost = 4_000;

interface Known {
  readonly documentId: string;
  readonly isQuery: boolean;
}

const isQuery = ({ definitions }: DocumentNode): boolean =>
  definitions.every((each) => each.kind !== Kind.OPERATION_DEFINITION || each.operation === OperationTypeNode.QUERY);

async function know(document: string): Promise<Known> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(document)));
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { documentId: `sha256:${hash}`, isQuery: isQuery(parse(document, { noLocation: true })) };
}

/** What stands in the body of a request, as far as it is passed on. */
interface Body {
  readonly query?: unknown;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

function addressOf(target: string, documentId: string, { operationName, variables }: Body): string {
  const parameters = new URLSearchParams({ documentId });
  if (operationName) parameters.set('operationName', operationName);
  if (variables && Object.keys(variables).length > 0) parameters.set('variables', JSON.stringify(variables));
  return `${target}?${parameters}`;
}

/**
 * Sends the id of each document in place of its text, and queries by GET, so that a browser keeps their answers and asks
 * whether they are still the same. The documents have to be registered with the server.
 */
export function sendingIds(send: typeof fetch): typeof fetch {
  const documents = new Map<string, Promise<Known>>();
  return async (target, init) => {
    if (typeof init?.body !== 'string') return send(target, init);
    const { query, ...asked } = JSON.parse(init.body) as Body;
    if (typeof query !== 'string') return send(target, init);
    const knowing = documents.get(query) ?? know(query);
    documents.set(query, knowing);
    const known = await knowing;
    const address = addressOf(String(target), known.documentId, asked);
    if (!known.isQuery || address.length > charactersAtMost)
      return send(target, { ...init, body: JSON.stringify({ documentId: known.documentId, ...asked }) });
    const { body: _text, ...rest } = init;
    const headers = new Headers(init.headers);
    headers.delete('content-type');
    return send(address, { ...rest, method: 'GET', headers });
  };
}
