import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getOperationAST, OperationTypeNode, parse } from 'graphql';
import type { Viewer } from '../viewer.ts';
import { HttpRefusal } from './answer.ts';
import type { GraphRequest } from './graph-request.ts';

const notJson = (name: string): HttpRefusal => new HttpRefusal(400, 'BAD_INPUT', `${name} is an object as JSON.`);

function jsonOf(parameters: URLSearchParams, name: string): Record<string, unknown> {
  const text = parameters.get(name);
  if (text === null || text === '') return {};
  try {
    return { [name]: JSON.parse(text) as unknown };
  } catch {
    throw notJson(name);
  }
}

/** What the address of a GET asks for, in the form of a body; null where it names no registered operation. */
export function askedByAddress(req: IncomingMessage): Record<string, unknown> | null {
  const parameters = new URL(req.url ?? '/', 'http://localhost').searchParams;
  const documentId = parameters.get('documentId');
  if (documentId === null || parameters.has('query')) return null;
  return {
    documentId,
    operationName: parameters.get('operationName'),
    ...jsonOf(parameters, 'variables'),
    ...jsonOf(parameters, 'extensions'),
  };
}

/** Refuses what a GET must not do. What the document has wrong besides is told when it is run. */
export function refuseUnsafe({ query, operationName }: GraphRequest): void {
  const operation = getOperationAST(parse(query, { noLocation: true }), operationName);
  if (operation && operation.operation !== OperationTypeNode.QUERY)
    throw new HttpRefusal(405, 'BAD_INPUT', 'A GET asks for queries alone. Send this one by POST.', { allow: 'POST' });
}

/** Whether one of the tags that a client has is this one, whatever proxies have made of them. */
const names = (header: string | undefined, tag: string): boolean =>
  header?.split(',').some((each) => each.trim().replace(/^W\//, '') === tag) ?? false;

/**
 * Sends an answer that its client alone may keep, and has to ask about again each time: 304 where it has the same one. The
 * tag is of the bytes and of whoever they are for, so nobody’s answer stands for another’s.
 */
export async function sendTagged(
  req: IncomingMessage,
  res: ServerResponse,
  viewer: Viewer | null,
  response: Response,
): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  for (const [name, value] of response.headers) if (name !== 'content-length') res.setHeader(name, value);
  res.setHeader('vary', 'Authorization, Cookie, Accept');
  const isWhole = response.status === 200 && !body.includes('"errors":');
  const tag = `"${createHash('sha256')
    .update(`${viewer?.userId ?? ''} `)
    .update(body)
    .digest('base64url')}"`;
  if (isWhole) res.setHeader('etag', tag);
  res.setHeader('cache-control', isWhole ? 'private, no-cache' : 'no-store');
  if (isWhole && names(req.headers['if-none-match'], tag)) {
    res.removeHeader('content-type');
    res.writeHead(304).end();
    return;
  }
  res.writeHead(response.status, { 'content-length': body.length }).end(body);
}
