import { type CalendarDate, type ImportOptions, today } from '@kontor/core';
import { notFound } from '../../errors.ts';
import { decisionsFor, type Reach } from '../../policy/decide.ts';
import { look } from '../../read/look.ts';
import type { Viewer } from '../../viewer.ts';
import type { Transaction } from '../../write/operation.ts';
import { callingCodeOf } from './calling-code.ts';
import type { ImportRequest } from './import-request.ts';

/** The company that a file is imported into, with what a file takes for granted. */
export interface ImportCompany {
  readonly id: string;
  readonly active: boolean;
  readonly country: string;
  readonly currencyCode: string;
  readonly today: CalendarDate;
  /** Decimals of the currencies in use; those without any rule of decimals are not among them. */
  readonly minorUnits: ReadonlyMap<string, number>;
  /** Companies whose people this viewer sees; null means all. */
  readonly companiesSeen: readonly string[] | null;
}

const listed = (reach: Reach): readonly string[] | null => (reach === 'every' ? null : reach);

/** The company as this viewer sees it. */
export async function companyOf(tx: Transaction, viewer: Viewer, id: string, now: Date): Promise<ImportCompany> {
  const found = await look(tx, viewer, 'Company', id);
  if (!found) throw notFound('company');
  const company = await tx.company.findUniqueOrThrow({ where: { id: found.id } });
  const currencies = await tx.currency.findMany({ where: { withdrawnOn: null, minorUnit: { not: null } } });
  return {
    id: company.id,
    active: company.active,
    country: company.country,
    currencyCode: company.baseCurrencyCode,
    today: today(now, company.timeZone),
    minorUnits: new Map(currencies.map(({ code, minorUnit }) => [code, minorUnit ?? 0])),
    companiesSeen: listed(decisionsFor(viewer).of('Person').read('nationalId').all),
  };
}

/** How values are read where the file leaves it open. */
export function importOptions(company: ImportCompany, request: ImportRequest): ImportOptions {
  return {
    today: company.today,
    country: company.country,
    callingCode: callingCodeOf(company.country),
    currencyCode: company.currencyCode,
    minorUnitOf: (code) => company.minorUnits.get(code) ?? null,
    slashes: request.dateFormat,
    decimalMark: request.decimalMark,
  };
}
