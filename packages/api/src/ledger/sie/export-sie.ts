import {
  amountOf,
  type Decimal,
  type SieBalance,
  type SieDocument,
  type SieLine,
  type SieObjectRef,
  type SieVoucher,
  sieTypeOf,
  today,
  unitsOf,
  writeSie,
} from '@kontor/core';
import type { App } from '../../app.ts';
import { forbidden, KontorError, notFound } from '../../errors.ts';
import { decisionsFor } from '../../policy/decide.ts';
import { look } from '../../read/look.ts';
import type { Viewer } from '../../viewer.ts';
import { beginBulk, bulkMilliseconds } from '../../write/bulk.ts';
import { operate, type Transaction } from '../../write/operation.ts';
import {
  type ExportedLine,
  type ExportedVoucher,
  type ExportedYear,
  linesOf,
  registersToExport,
  sumsOf,
  vouchersOf,
  type YearSum,
  yearsOf,
} from './export-facts.ts';
import { loadFacts } from './facts.ts';
import { fileNumbers } from './file-numbers.ts';
import { resultAccountOf } from './plan-opening.ts';

/** A file of type 4E, and what code page 437 could not say of it. */
export interface SieExport {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly lostCharacters: readonly string[];
}

/** Writes a fiscal year, named as people call it or by its id, as a file of type 4E; what leaves is in the audit log. */
export async function exportSie(
  app: App,
  viewer: Viewer,
  { companyId, year }: { readonly companyId: string; readonly year: string },
): Promise<SieExport> {
  const reason = JSON.stringify({ companyId, year }).slice(0, 500);
  const deed = { viewer, command: 'exportSie', reason, timeoutMilliseconds: bulkMilliseconds };
  return operate(app, deed, async ({ tx, now }) => {
    const found = await look(tx, viewer, 'Company', companyId);
    if (!found) throw notFound('company');
    if (!mayExport(viewer, found.id)) throw forbidden('You may not read the books of this company.');
    await beginBulk(tx);
    const years = await yearsOf(tx, found.id, year);
    if (years.length === 0) throw new KontorError('BAD_INPUT', `The books have no fiscal year ${year}.`);
    const { document, code } = await documentOf(tx, found.id, years, now);
    const { bytes, warnings } = writeSie(document);
    const fileName = `${code}-${years[0]?.startsOn.slice(0, 4)}.se`.replace(/[^\w.-]+/g, '-');
    return { bytes, fileName, lostCharacters: warnings.map(({ detail }) => detail) };
  });
}

/** Whether this viewer reads every line of a company's books. */
function mayExport(viewer: Viewer, companyId: string): boolean {
  const { all } = decisionsFor(viewer).of('JournalLine').read('debit');
  return all === 'every' || all.includes(companyId);
}

async function documentOf(tx: Transaction, companyId: string, years: readonly ExportedYear[], now: Date) {
  const company = await tx.company.findUniqueOrThrow({ where: { id: companyId } });
  const { accounts, objects, dimensions, members } = await registersToExport(tx, companyId);
  const numbers = fileNumbers(dimensions);
  const numberOf = (id: string) => numbers.get(id) ?? '';
  const sets = new Map<string, SieObjectRef[]>();
  for (const { setId, dimensionId, code } of members) {
    const ref = { dimension: numberOf(dimensionId), code };
    sets.set(
      setId,
      [...(sets.get(setId) ?? []), ref].sort((a, b) => Number(a.dimension) - Number(b.dimension)),
    );
  }
  const resultAccount = resultAccountOf(await loadFacts(tx, companyId), null);
  const balances: SieBalance[] = [];
  for (const [index, year] of years.entries()) {
    balances.push(...balancesOf(-index, await sumsOf(tx, companyId, year), sets, resultAccount));
  }
  const [current] = years;
  const vouchers = current ? await vouchersOf(tx, companyId, current) : [];
  const lines = current ? await linesOf(tx, companyId, current) : [];
  const document: SieDocument = {
    encoding: 'CP437',
    header: {
      alreadyRead: false,
      program: 'Kontor',
      programVersion: '1',
      generatedOn: today(now, company.timeZone),
      generatedBy: '',
      type: 4,
      companyKey: company.code,
      companyName: company.name,
      organisationNumber: company.registrationNumber ?? '',
      address: [],
      businessCode: '',
      companyForm: '',
      prose: '',
      taxYear: '',
      balancesUntil: null,
      chartType: '',
      currency: company.baseCurrencyCode,
    },
    years: years.map(({ startsOn, endsOn }, index) => ({ index: -index, startsOn, endsOn, line: 0 })),
    accounts: accounts.map(({ code, name, type, sru }) => ({
      code,
      name,
      type: sieTypeOf(type),
      unit: '',
      sru: sru?.split(' ') ?? [],
      declared: true,
      line: 0,
    })),
    dimensions: dimensions.map(({ id, name }) => ({
      number: numberOf(id),
      name,
      parent: null,
      declared: true,
      line: 0,
    })),
    objects: objects.map(({ dimensionId, code, name }) => ({
      dimension: numberOf(dimensionId),
      code,
      name,
      declared: true,
      line: 0,
    })),
    balances,
    vouchers: vouchersWithLines(vouchers, lines, sets),
  };
  return { document, code: company.code };
}

/** Balances of one year: what is not moved into equity of earlier results stands on the result account. */
function balancesOf(
  year: number,
  sums: readonly YearSum[],
  sets: ReadonlyMap<string, readonly SieObjectRef[]>,
  resultAccount: string,
): readonly SieBalance[] {
  const opening = new Map<string, bigint>();
  const closing = new Map<string, bigint>();
  const result = new Map<string, bigint>();
  const add = (to: Map<string, bigint>, key: string, units: bigint) => to.set(key, (to.get(key) ?? 0n) + units);
  const objectOpening = new Map<string, bigint>();
  const objectClosing = new Map<string, bigint>();
  for (const { code, type, setId, ...sum } of sums) {
    const [before, moved] = [unitsOf(sum.opening), unitsOf(sum.movement)];
    if (type === 'INCOME' || type === 'EXPENSE') {
      add(result, code, moved);
      for (const to of [opening, closing]) add(to, resultAccount, before);
      continue;
    }
    add(opening, code, before);
    add(closing, code, before + moved);
    for (const { dimension, code: object } of setId === null ? [] : (sets.get(setId) ?? [])) {
      const key = JSON.stringify([code, dimension, object]);
      add(objectOpening, key, before);
      add(objectClosing, key, before + moved);
    }
  }
  const row = (
    kind: SieBalance['kind'],
    account: string,
    units: bigint,
    objects: readonly SieObjectRef[] = [],
  ): SieBalance => ({
    kind,
    year,
    period: null,
    account,
    objects,
    amount: amountOf(units),
    quantity: null,
    line: 0,
  });
  const rows = (kind: SieBalance['kind'], units: ReadonlyMap<string, bigint>) =>
    [...units]
      .filter(([, each]) => each !== 0n)
      .sort(byKey)
      .map(([code, each]) => row(kind, code, each));
  const objectRows = (kind: SieBalance['kind'], units: ReadonlyMap<string, bigint>) =>
    [...units]
      .filter(([, each]) => each !== 0n)
      .sort(byKey)
      .map(([key, each]) => {
        const [code, dimension, object] = JSON.parse(key) as [string, string, string];
        return row(kind, code, each, [{ dimension, code: object }]);
      });
  return [
    ...rows('IB', opening),
    ...rows('UB', closing),
    ...objectRows('OIB', objectOpening),
    ...objectRows('OUB', objectClosing),
    ...rows('RES', result),
  ];
}

function byKey([a]: readonly [string, bigint], [b]: readonly [string, bigint]): number {
  return a < b ? -1 : 1;
}

function vouchersWithLines(
  vouchers: readonly ExportedVoucher[],
  lines: readonly ExportedLine[],
  sets: ReadonlyMap<string, readonly SieObjectRef[]>,
): readonly SieVoucher[] {
  const byEntry = new Map<string, ExportedLine[]>();
  for (const line of lines) {
    const own = byEntry.get(line.entryId);
    if (own) own.push(line);
    else byEntry.set(line.entryId, [line]);
  }
  return vouchers.map(({ entryId, details, ...voucher }) => {
    const posted = (entryId === null ? [] : (byEntry.get(entryId) ?? [])).map((line) => ({
      ...plain,
      account: line.account,
      amount: line.amount,
      text: line.text,
      objects: line.setId === null ? [] : (sets.get(line.setId) ?? []),
    }));
    return { ...voucher, lines: placed(posted, details), corrections: correctionsOf(details), line: 0 };
  });
}

/** A line that says nothing but its account and amount. */
const plain = {
  objects: [],
  amount: '0' as Decimal,
  date: null,
  text: '',
  quantity: null,
  signature: '',
  line: 0,
} as const;

/** The lines of a voucher as its file had them: posted ones in their order, those of zero in their places. */
function placed(posted: readonly SieLine[], details: ExportedVoucher['details']): readonly SieLine[] {
  if (details === null) return posted;
  const lines = [...posted];
  for (const { at, ...zero } of details.zero) lines.splice(at, 0, { ...plain, ...zero });
  for (const { at, ...besides } of details.lines) {
    const line = lines[at];
    if (line) lines[at] = { ...line, ...besides };
  }
  return lines;
}

function correctionsOf(details: ExportedVoucher['details']): SieVoucher['corrections'] {
  return (details?.corrections ?? []).map(
    (correction) => ({ ...plain, ...correction }) as SieVoucher['corrections'][number],
  );
}
