import { COUNTRY_PACKS, type CountryPack, calculate, prepareRules, type Rejection, unwrap } from '@kontor/core';

/**
 * What the employment itself says, and PayFact does not: one source of truth for each. They change with the tax data
 * of the employee.
 */
const ofEmployment: Readonly<Record<string, Readonly<Record<string, 'taxCode' | 'taxDependants'>>>> = {
  GB: { taxCode: 'taxCode' },
  HU: { children: 'taxDependants' },
};

/** Tax data of an employment. */
export interface TaxData {
  readonly taxCode: string | null;
  readonly taxDependants: number | null;
}

/** Whether a fact of a pack stands in the tax data of the employment. */
export const standsInTaxData = (pack: CountryPack, name: string): boolean =>
  Object.hasOwn(ofEmployment[pack.code] ?? {}, name);

/** The facts that follow from the tax data; what is not known there is left to the pack's default. */
export function factsOfEmployment(pack: CountryPack, data: TaxData): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const [name, field] of Object.entries(ofEmployment[pack.code] ?? {})) {
    const value = data[field];
    if (value !== null) facts[name] = String(value);
  }
  return facts;
}

/** A stored value as the engine takes it: a boolean where the pack has one. */
export function factValue(pack: CountryPack, name: string, value: string): string | boolean {
  const definition = pack.facts.find((each) => each.name === name);
  return definition?.type === 'boolean' && (value === 'true' || value === 'false') ? value === 'true' : value;
}

const books = new Map([...COUNTRY_PACKS.values()].map((pack) => [pack.code, unwrap(prepareRules(pack))]));

/** What is wrong with a value of a fact, by itself: as the engine would tell it on the last day that the pack knows. */
export function faultsOfFact(pack: CountryPack, name: string, value: string): readonly Rejection[] {
  const rules = books.get(pack.code);
  const payDate = pack.years.at(-1)?.until;
  const [frequency = ''] = Object.keys(pack.frequencies);
  if (!rules || payDate === undefined) throw new Error(`The pack ${pack.code} has no years`);
  const facts = { [name]: factValue(pack, name, value) };
  const event = { pack: pack.code, payDate, frequency, period: 1, components: [], facts, yearToDate: {} };
  const result = calculate({ rules, event });
  if (result.ok) return [];
  return result.rejections
    .filter(({ path }) => path[0] === 'facts' && path[1] === name && !/^NOT_/.test(String(path[2] ?? '')))
    .map(({ code, message }) => ({ code, message, path: [code === 'FACT_UNKNOWN' ? 'name' : 'value'] }));
}
