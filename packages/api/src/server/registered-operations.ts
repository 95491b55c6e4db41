import { createHash } from 'node:crypto';
import { type DocumentNode, type GraphQLSchema, Kind, validate } from 'graphql';
import type pg from 'pg';
import { KontorError } from '../errors.ts';
import { parseWithinLimits } from './document-limits.ts';
import { introspects } from './own-schema.ts';

/** The way in which an id names a document, as the appendix of GraphQL over HTTP on persisted documents has it. */
export const idPrefix = 'sha256:';

/** How long a process may still answer an operation that was taken away. */
const keptMilliseconds = 10_000;
const keptAtMost = 1_000;

export const hashOfDocument = (document: string): string => createHash('sha256').update(document).digest('hex');

export const notRegistered = (message: string): KontorError => new KontorError('OPERATION_NOT_REGISTERED', message);

/**
 * The documents that are registered, as the database has them. A hash stands for one text for ever, so what a process keeps
 * of them can only be out of date in one way: an operation that was taken away is answered for ten seconds more.
 */
export class RegisteredOperations {
  readonly #pool: pg.Pool;
  readonly #kept = new Map<string, { readonly document: string; readonly until: number }>();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** The document of an id; refused where there is none. */
  async find(id: string): Promise<string> {
    const hash = id.startsWith(idPrefix) ? id.slice(idPrefix.length) : '';
    const document = /^[0-9a-f]{64}$/.test(hash) ? await this.#look(hash) : null;
    if (document === null) throw notRegistered('No operation is registered under this documentId.');
    return document;
  }

  /** Whether a text is a registered document. */
  async has(document: string): Promise<boolean> {
    return (await this.#look(hashOfDocument(document))) !== null;
  }

  async #look(hash: string): Promise<string | null> {
    const known = this.#kept.get(hash);
    if (known && known.until > Date.now()) return known.document;
    const { rows } = await this.#pool.query<{ document: string }>({
      name: 'registered operation',
      text: 'select document from registered_operation where hash = $1',
      values: [hash],
    });
    const document = rows[0]?.document ?? null;
    if (this.#kept.size >= keptAtMost) this.#kept.clear();
    if (document !== null) this.#kept.set(hash, { document, until: Date.now() + keptMilliseconds });
    else this.#kept.delete(hash);
    return document;
  }
}

/** A document out of a manifest, and why it cannot be registered, where it cannot. */
export interface Candidate {
  readonly hash: string;
  readonly name: string;
  readonly document: string;
  readonly problems: readonly string[];
}

const namesIn = (parsed: DocumentNode): string =>
  parsed.definitions
    .flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? [each.name?.value ?? 'without a name'] : []))
    .join(', ')
    .slice(0, 200);

/** Looks at a document as the graph will: limits, the schema, and that it does not ask for the schema. */
export function examine(schema: GraphQLSchema, hash: string, document: string): Candidate {
  const problems = hash === hashOfDocument(document) ? [] : ['its id is not the SHA-256 hash of its text'];
  try {
    const parsed = parseWithinLimits(document, { isRegistered: true });
    problems.push(...validate(schema, parsed).map(({ message }) => message));
    if (introspects(parsed)) problems.push('it asks for the schema');
    return { hash, name: namesIn(parsed), document, problems };
  } catch (error) {
    return {
      hash,
      name: '',
      document,
      problems: [...problems, error instanceof Error ? error.message : String(error)],
    };
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The documents of a manifest by their hashes. It is an object of documents by hash, as GraphQL Code Generator and this
 * project's client write it, or the manifest of Apollo's tools; a hash may have the prefix `sha256:`. Null for anything else.
 */
export function documentsIn(manifest: unknown): ReadonlyMap<string, string> | null {
  if (!isObject(manifest)) return null;
  const { operations } = manifest;
  const pairs: (readonly unknown[])[] = Array.isArray(operations)
    ? operations.map((each: unknown) => (isObject(each) ? [each['id'], each['body']] : []))
    : Object.entries(manifest);
  const found = new Map<string, string>();
  for (const [id, document] of pairs) {
    if (typeof id !== 'string' || typeof document !== 'string') return null;
    found.set(id.startsWith(idPrefix) ? id.slice(idPrefix.length) : id, document);
  }
  return found;
}
