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

/** Who did what, by which way and why. */
export interface Deed {
  readonly viewer: Viewer;
  readonly command: string;
  readonly reason?: string | null;
  /** The moment that the decisions are made for, where it is not this one: the demo company's past. */
  readonly now?: Date;
  /** For bulk work alone: how long the transaction may take. */
  readonly timeoutMilliseconds?: number;
}

export interface Operating {
  readonly tx: Transaction;
  readonly operationId: string;
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
          const operationId = await begin(tx, deed);
          return work({
            tx,
            operationId,
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

async function begin(tx: Transaction, { viewer, command, reason }: Deed): Promise<string> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with operation as (
      insert into audit_operation (id, user_id, actor, command, channel, reason, address, at)
      values (uuid7(), ${viewer.userId}::uuid, ${viewer.email}, ${command}, ${viewer.channel}, ${reason ?? null}, ${viewer.address}, clock_timestamp())
      returning id
    ), pending as (
      insert into audit_pending (kind, subject_id) select 'operation', id from operation
    )
    select id::text, set_config('kontor.operation', id::text, true) from operation`;
  return rows[0]?.id ?? '';
}

const hashOf = (value: unknown): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(JSON.stringify(value)).digest());

/**
 * Carries a request out once: the same key with the same input gives the stored answer, the same key with another input
 * is refused. Two requests at the same moment wait for each other at the key.
 */
export async function once<T extends Prisma.InputJsonObject>(
  tx: Transaction,
  request: { principal: string; key: string; command: string; input: unknown },
  work: () => Promise<T>,
): Promise<T> {
  const hash = hashOf(request.input);
  const inserted = await tx.$executeRaw`
    insert into idempotency_key (principal, key, command, request_hash)
    values (${request.principal}, ${request.key}, ${request.command}, ${hash})
    on conflict do nothing`;
  const where = { principal_key: { principal: request.principal, key: request.key } };
  if (inserted === 0) {
    const stored = await tx.idempotencyKey.findUniqueOrThrow({ where });
    if (stored.command !== request.command || Buffer.compare(stored.requestHash, hash) !== 0)
      throw new KontorError('BAD_INPUT', 'This idempotencyKey was used for another request. Use a new one.');
    return stored.result as T;
  }
  const result = await work();
  await tx.idempotencyKey.update({ where, data: { result } });
  return result;
}
