import { createHash } from 'node:crypto';
import { type Decimal, type SieLine, type SieObjectRef, unitsOf } from '@kontor/core';
import type { Operating } from '../../write/operation.ts';
import { setsFor } from '../dimension-sets.ts';
import type { PlannedVoucher } from './plan.ts';
import type { OpeningPlan } from './plan-opening.ts';
import { voucherDetails } from './voucher-details.ts';
import { objectNames } from './voucher-key.ts';
import type { Registers } from './write-registers.ts';

/** Entries of one statement: large enough that the way to the database does not count, small enough to hold. */
const entriesAtOnce = 2000;

/** Told while a long file is written: what is done of how much. */
export type Progress = (done: number, total: number) => void;

interface Entry {
  readonly postingOn: string;
  readonly text: string;
  readonly sourceId: string;
  readonly sourceEvent: 'VOUCHER' | 'OPENING';
  readonly sourceSeries: string;
  readonly sourceNumber: string;
  readonly hash: string;
  readonly lines: readonly { account: string; objects: readonly SieObjectRef[]; amount: Decimal; text: string }[];
}

/** Posts vouchers in bulk, in the order of the file, and keeps beside each what the ledger has no place for. */
export async function writeVouchers(
  operating: Operating,
  registers: Registers,
  vouchers: readonly PlannedVoucher[],
  target: {
    readonly journalId: string;
    readonly userId: string | null;
    readonly batchId: string;
    readonly currencyCode: string;
  },
  progress: Progress,
): Promise<void> {
  const { tx } = operating;
  const writer = new EntryWriter(operating, registers, target);
  for (let from = 0; from < vouchers.length; from += entriesAtOnce) {
    const chunk = vouchers.slice(from, from + entriesAtOnce);
    const ids = await writer.post(chunk.filter(({ reason }) => reason === null).map(entryOf));
    await tx.$executeRaw`
      with given as materialized (
        select uuid7() as id, v.*
        from jsonb_to_recordset(${JSON.stringify(chunk.map((each, index) => keptOf(each, from + index + 1, ids)))}::jsonb)
          as v(ordinal int, key text, hash text, series text, number text, date date, text text, "registeredOn" date,
            signature text, reason text, "entryId" uuid, details jsonb)
      ), vouchers as (
        insert into imported_voucher (id, company_id, import_batch_id, ordinal, source_hash, content_hash, series, number,
          voucher_on, text, registered_on, signature, reason, entry_id)
        select id, ${registers.companyId}::uuid, ${target.batchId}::uuid, ordinal, decode(key, 'hex'), decode(hash, 'hex'),
          series, number, date, text, "registeredOn", signature, reason::kept_reason, "entryId" from given
      )
      insert into imported_voucher_detail (voucher_id, details)
      select id, details from given where details is not null and details <> 'null'::jsonb`;
    progress(Math.min(from + entriesAtOnce, vouchers.length), vouchers.length);
  }
}

/** Posts the opening entry of a year. */
export async function writeOpening(
  operating: Operating,
  registers: Registers,
  opening: OpeningPlan,
  target: { readonly journalId: string; readonly userId: string | null; readonly currencyCode: string },
): Promise<void> {
  const lines = opening.lines.map((line) => ({ ...line, text: '' }));
  if (lines.length === 0) return;
  const hash = createHash('sha256').update(JSON.stringify(lines)).digest('hex');
  const { startsOn } = opening;
  // An opening that was taken back with its import may be posted again.
  const [{ before } = { before: 0 }] = await operating.tx.$queryRaw<{ before: number }[]>`
    select count(*)::int as before from journal_entry where company_id = ${registers.companyId}::uuid
      and source_type = 'SIE' and source_event = 'OPENING' and posting_on = ${startsOn}::date`;
  const sourceId = before === 0 ? startsOn : `${startsOn} ${before + 1}`;
  const entry = { postingOn: startsOn, text: 'Ingående balans', sourceId, hash, lines };
  const source = { sourceEvent: 'OPENING', sourceSeries: '', sourceNumber: '' } as const;
  await new EntryWriter(operating, registers, target).post([{ ...entry, ...source }]);
}

function entryOf({ voucher, key, hash }: PlannedVoucher): Entry {
  return {
    postingOn: voucher.date,
    text: voucher.text,
    sourceId: key,
    sourceEvent: 'VOUCHER',
    sourceSeries: voucher.series,
    sourceNumber: voucher.number,
    hash,
    lines: voucher.lines.filter(({ amount }: SieLine) => unitsOf(amount) !== 0n),
  };
}

function keptOf({ voucher, key, hash, reason }: PlannedVoucher, ordinal: number, ids: ReadonlyMap<string, string>) {
  const { series, number, date, text, registeredOn, signature } = voucher;
  const entryId = ids.get(key) ?? null;
  return {
    ordinal,
    key,
    hash,
    series,
    number,
    date,
    text,
    registeredOn,
    signature,
    reason,
    entryId,
    details: voucherDetails(voucher),
  };
}

class EntryWriter {
  private readonly sets = new Map<string, string>();
  private readonly operating: Operating;
  private readonly registers: Registers;
  private readonly target: {
    readonly journalId: string;
    readonly userId: string | null;
    readonly currencyCode: string;
  };

  constructor(operating: Operating, registers: Registers, target: EntryWriter['target']) {
    this.operating = operating;
    this.registers = registers;
    this.target = target;
  }

  /** Posts entries and answers their ids by the keys of their sources. */
  async post(entries: readonly Entry[]): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    if (entries.length === 0) return ids;
    const { tx } = this.operating;
    await this.makeSets(entries);
    const made = await tx.$queryRaw<{ id: string }[]>`
      select uuid7()::text as id from generate_series(1, ${entries.length}::int)`;
    for (const [index, { sourceId }] of entries.entries()) ids.set(sourceId, made[index]?.id ?? '');
    await this.insertLines(entries, ids);
    const byYear = new Map<string, Entry[]>();
    for (const entry of entries) {
      const { fiscalYearId } = this.registers.periodOf(entry.postingOn);
      byYear.set(fiscalYearId, [...(byYear.get(fiscalYearId) ?? []), entry]);
    }
    for (const [fiscalYearId, own] of byYear) await this.insertEntries(fiscalYearId, own, ids);
    return ids;
  }

  private async insertLines(entries: readonly Entry[], ids: ReadonlyMap<string, string>): Promise<void> {
    const rows = entries.flatMap(({ postingOn, sourceId, lines }) =>
      lines.map(({ account, objects, amount, text }, index) => ({
        e: ids.get(sourceId),
        n: index + 1,
        a: this.registers.accountId(account),
        p: this.registers.periodOf(postingOn).id,
        d: postingOn,
        m: amount,
        s: objects.length === 0 ? null : this.sets.get(objectNames(objects)),
        t: text === '' ? null : text,
      })),
    );
    const { companyId } = this.registers;
    await this.operating.tx.$executeRaw`
      insert into journal_line (company_id, entry_id, line_no, account_id, period_id, posting_on, currency_code, amount, rate,
        debit, credit, dimension_set_id, text)
      select ${companyId}::uuid, e, n, a, p, d, ${this.target.currencyCode}, m, 1, greatest(m, 0), greatest(-m, 0), s, t
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as l(e uuid, n smallint, a uuid, p uuid, d date, m numeric, s uuid, t text)`;
  }

  /** Numbers are taken at once for all entries of a year: they stay without gaps, and in the order of the file. */
  private async insertEntries(
    year: string,
    entries: readonly Entry[],
    ids: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { companyId } = this.registers;
    const { journalId, userId } = this.target;
    const { tx } = this.operating;
    const [series] = await tx.$queryRaw<{ first: number }[]>`
      insert into number_series as s (company_id, journal_id, fiscal_year_id, next)
      values (${companyId}::uuid, ${journalId}::uuid, ${year}::uuid, ${entries.length + 1}::int)
      on conflict (journal_id, fiscal_year_id) do update set next = s.next + ${entries.length}::int
      returning next - ${entries.length}::int as first`;
    const first = series?.first ?? 1;
    const rows = entries.map((entry, index) => ({
      i: ids.get(entry.sourceId),
      n: first + index,
      p: this.registers.periodOf(entry.postingOn).id,
      d: entry.postingOn,
      t: entry.text === '' ? null : entry.text,
      s: entry.sourceId,
      e: entry.sourceEvent,
      r: entry.sourceSeries === '' ? null : entry.sourceSeries,
      u: entry.sourceNumber === '' ? null : entry.sourceNumber,
      h: entry.hash,
    }));
    await tx.$executeRaw`
      insert into journal_entry (id, company_id, journal_id, fiscal_year_id, period_id, number, posting_on, text, source_type,
        source_id, source_event, source_series, source_number, idempotency_key, request_hash, posted_by_id)
      select i, ${companyId}::uuid, ${journalId}::uuid, ${year}::uuid, p, n, d, t, 'SIE', s, e, r, u,
        'SIE ' || e || ' ' || s, decode(h, 'hex'), ${userId}::uuid
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as l(i uuid, n int, p uuid, d date, t text, s text, e text, r text, u text, h text)`;
  }

  /** Finds or makes the sets of objects that the entries need. */
  private async makeSets(entries: readonly Entry[]): Promise<void> {
    const wanted = new Map<string, { readonly objectIds: readonly string[] }>();
    for (const { lines } of entries) {
      for (const { objects } of lines) {
        const name = objectNames(objects);
        if (objects.length === 0 || this.sets.has(name) || wanted.has(name)) continue;
        const ids = objects.map(({ dimension, code }) => this.registers.objectId(dimension, code));
        wanted.set(name, { objectIds: ids.sort() });
      }
    }
    const { tx } = this.operating;
    const setOf = await setsFor(tx, this.registers.companyId, [...wanted.values()]);
    for (const [name, { objectIds }] of wanted) this.sets.set(name, setOf(objectIds) ?? '');
  }
}
