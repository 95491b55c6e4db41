import { createHash } from 'node:crypto';
import type { Rejection } from '@kontor/core';
import type { App } from '../app.ts';
import { KontorError } from '../errors.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Viewer } from '../viewer.ts';
import { seal } from './vault.ts';

export type Transaction = Prisma.TransactionClient;

/** Why an input was refused; `path` points into it. */
export type Refusal = Rejection & {
  /** For a conflict: the version that the record has by now. */
  readonly currentVersion?: number;
};

/** Carries refusals out of a transaction, so that it rolls back. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((each) => each.message).join(' '));
    this.refusals = refusals;
  }
}

/** A request that whoever asks has given a key. */
export interface OnceRequest {
  readonly principal: string;
  readonly key: string;
  readonly command: string;
  readonly input: unknown;
}

/** Who did what, by which way and why. */
export interface Deed {
  readonly viewer: Viewer;
  readonly command: string;
  readonly reason?: string | null;
  /** The moment that the decisions are made for, where it is not this one: the demo company's past. */
  readonly now?: Date;
  /** What is carried out once, however often it is asked for; see `once`. */
  readonly request?: OnceRequest | null;
  /** For bulk work alone: how long the transaction may take. */
  readonly timeoutMilliseconds?: number;
}

export interface Operating {
  readonly tx: Transaction;
  readonly operationId: string;
  /** An id for the record that is made, if one is. Ids sort by time. */
  readonly newId: string;
  /** Whether the request's key is met for the first time; true where it has none. */
  readonly isNew: boolean;
  readonly now: Date;
  /** Seals a secret that has to be read again; see `vault.ts`. */
  readonly seal: (place: string, secret: string) => Promise<Uint8Array<ArrayBuffer>>;
  readonly afterCommit: (task: () => Promise<void>) => void;
}

const triesAtMost = 5;
const transactionMilliseconds = 15_000;

/** Serialization failure and deadlock: the transaction did nothing and may be tried again. */
const mayBeTriedAgain = (error: unknown): boolean => ['40001', '40P01'].includes(sqlStateOf(error) ?? '');

/** The SQLSTATE of an error of the database, however deep Prisma has wrapped it. */
export function sqlStateOf(error: unknown): string | null {
  for (let at: unknown = error; at !== null && typeof at === 'object'; at = nested(at)) {
    const { originalCode, code } = at as { originalCode?: unknown; code?: unknown };
    for (const each of [originalCode, code])
      if (typeof each === 'string' && /^[0-9A-Z]{5}$/.test(each) && !/^P\d{4}$/.test(each)) return each;
  }
  return (error as { code?: unknown } | null)?.code === 'P2034' ? '40001' : null;
}

function nested(error: object): unknown {
  const { meta, driverAdapterError, cause } = error as Record<string, unknown>;
  return meta ?? driverAdapterError ?? cause ?? null;
}

/**
 * One transaction with its audit row: what `work` writes is recorded by the database under this operation, and if that
 * does not commit, neither does the fact. Throw `Refused` to roll back.
 */
export async function operate<T>(app: App, deed: Deed, work: (operating: Operating) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const after: (() => Promise<void>)[] = [];
    try {
      const result = await app.prisma.$transaction(
        async (tx) => {
          const begun = await begin(tx, deed);
          return work({
            tx,
            ...begun,
            now: deed.now ?? new Date(),
            seal: (place, secret) => seal(app.env, place, secret),
            afterCommit: (task) => after.push(task),
          });
        },
        { timeout: deed.timeoutMilliseconds ?? transactionMilliseconds, maxWait: transactionMilliseconds },
      );
      for (const task of after) await task();
      return result;
    } catch (error) {
      if (attempt >= triesAtMost || !mayBeTriedAgain(error)) throw error;
    }
  }
}

/** Names the operation and takes the request's key in one statement. Of two with the same key, one waits for the other. */
async function begin(
  tx: Transaction,
  { viewer, command, reason, request }: Deed,
): Promise<Pick<Operating, 'operationId' | 'newId' | 'isNew'>> {
  const { principal = null, key = null } = request ?? {};
  const rows = await tx.$queryRaw<{ operationId: string; newId: string; isNew: boolean }[]>`
    with made as (
      select uuid7() as id
    ), operation as (
      insert into audit_operation (id, user_id, actor, command, channel, reason, address, at)
      values (uuid7(), ${viewer.userId}::uuid, ${viewer.email}, ${command}, ${viewer.channel}, ${reason ?? null}, ${viewer.address}, clock_timestamp())
      returning id
    ), pending as (
      insert into audit_pending (kind, subject_id) select 'operation', id from operation
    ), taken as (
      insert into idempotency_key (principal, key, command, request_hash, result)
      select ${principal}, ${key}, ${request?.command ?? null}, decode(${request ? hashOf(request.input) : null}, 'hex'),
        json_build_object('id', made.id)
      from made where ${key}::text is not null
      on conflict do nothing returning 1
    )
    select operation.id::text as "operationId", set_config('kontor.operation', operation.id::text, true),
      made.id::text as "newId", ${key}::text is null or exists (select from taken) as "isNew"
    from operation, made`;
  const [begun] = rows;
  if (!begun) throw new Error('The operation was not begun.');
  const { operationId, newId, isNew } = begun;
  return { operationId, newId, isNew };
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/**
 * Carries a request out once: the same key with the same input gives the id of what was done then, the same key with
 * another input is refused. The operation has taken the key, and `isNew` says whether it was the first to; with it stands
 * the new id already, which is right wherever that is the record's.
 */
export async function once(
  { tx, isNew, newId }: Pick<Operating, 'tx' | 'isNew' | 'newId'>,
  { principal, key, command, input }: OnceRequest,
  work: () => Promise<string>,
): Promise<string> {
  if (!isNew) {
    const stored = await tx.idempotencyKey.findUniqueOrThrow({ where: { principal_key: { principal, key } } });
    if (stored.command !== command || Buffer.from(stored.requestHash).toString('hex') !== hashOf(input))
      throw new KontorError('BAD_INPUT', 'This idempotencyKey was used for another request. Use a new one.');
    return (stored.result as { id: string }).id;
  }
  const id = await work();
  if (id !== newId)
    await tx.$executeRaw`
      update idempotency_key set result = ${JSON.stringify({ id })}::jsonb where principal = ${principal} and key = ${key}`;
  return id;
}
