import type { Chart } from '@kontor/core';
import type { AccountPurpose, DimensionKind } from '../generated/prisma/enums.ts';
import type { Transaction } from '../write/operation.ts';

type Named = Readonly<Record<string, string>>;

/** The dimensions that every company has, numbered as SIE 4 numbers them; devices have the first number that it leaves free. */
export const builtInDimensions: readonly {
  readonly code: string;
  readonly kind: DimensionKind;
  readonly name: Named;
}[] = [
  {
    code: '1',
    kind: 'COST_CENTRE',
    name: { en: 'Cost centre', sv: 'Kostnadsställe', de: 'Kostenstelle', hu: 'Költséghely', sl: 'Stroškovno mesto' },
  },
  { code: '6', kind: 'PROJECT', name: { en: 'Project', sv: 'Projekt', de: 'Projekt', hu: 'Projekt', sl: 'Projekt' } },
  {
    code: '7',
    kind: 'EMPLOYEE',
    name: { en: 'Employee', sv: 'Anställd', de: 'Mitarbeiter', hu: 'Munkavállaló', sl: 'Zaposleni' },
  },
  { code: '20', kind: 'DEVICE', name: { en: 'Device', sv: 'Enhet', de: 'Gerät', hu: 'Eszköz', sl: 'Naprava' } },
];

/** How what a chart ships with is called in a language: as the chart says it in its own, and in English in any other. */
export const namesIn =
  (chart: Chart, language: string) =>
  (each: { readonly name: string; readonly englishName: string }): string =>
    chart.language.split('-')[0] === language ? each.name : each.englishName;

/** What accounts of a chart are taken for, by their codes; what an account of the company is taken for stays as it is. */
function purposesOf(
  { exchangeGainAccount, exchangeLossAccount, roundingAccount }: Chart,
  held: ReadonlySet<AccountPurpose | null>,
): ReadonlyMap<string, AccountPurpose> {
  const all = [
    [exchangeGainAccount, 'EXCHANGE_GAIN'],
    [exchangeLossAccount, 'EXCHANGE_LOSS'],
    [roundingAccount, 'ROUNDING'],
  ] as const;
  return new Map(all.filter(([, purpose]) => !held.has(purpose)));
}

/**
 * Writes what a chart ships with: accounts, journals, tax codes, and the built-in dimensions. Names are in the language of
 * the company where the chart is in it, and in English where it is not. What is there already by its code stays.
 */
export async function addChart(tx: Transaction, companyId: string, chart: Chart): Promise<void> {
  const { locale } = await tx.company.findUniqueOrThrow({ where: { id: companyId } });
  const [language = 'en'] = locale.split('-');
  const nameOf = namesIn(chart, language);
  const skipDuplicates = true;
  await tx.taxCode.createMany({
    data: chart.taxCodes.map((each) => ({
      companyId,
      code: each.code,
      name: nameOf(each),
      rate: each.rate,
      outputAccountCode: each.outputAccount,
      inputAccountCode: each.inputAccount,
    })),
    skipDuplicates,
  });
  const taxCodes = await tx.taxCode.findMany({ where: { companyId }, select: { id: true, code: true } });
  const taxCodeId = new Map(taxCodes.map(({ id, code }) => [code, id]));
  const held = await tx.account.findMany({ where: { companyId, purpose: { not: null } }, select: { purpose: true } });
  const purposes = purposesOf(chart, new Set(held.map(({ purpose }) => purpose)));
  await tx.account.createMany({
    data: chart.accounts.map((each) => ({
      companyId,
      code: each.code,
      name: nameOf(each),
      type: each.type,
      normalSide: each.normalSide,
      control: each.control,
      purpose: purposes.get(each.code) ?? null,
      cashFlow: each.cashFlow,
      sru: each.sru,
      taxCodeId: each.defaultTaxCode === null ? null : (taxCodeId.get(each.defaultTaxCode) ?? null),
    })),
    skipDuplicates,
  });
  await tx.journal.createMany({
    data: chart.journals.map((each) => ({ companyId, code: each.code, name: nameOf(each), kind: each.kind })),
    skipDuplicates,
  });
  await tx.dimension.createMany({
    data: builtInDimensions.map(({ code, kind, name }) => ({
      companyId,
      code,
      kind,
      name: name[language] ?? name['en'] ?? code,
    })),
    skipDuplicates,
  });
}
