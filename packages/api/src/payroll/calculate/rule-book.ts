import { createHash } from 'node:crypto';
import {
  type CalendarDate,
  type ComponentDefinition,
  type CountryPack,
  prepareRules,
  type Result,
  ROUNDING_MODES,
  type RuleBook,
  type RuleLayer,
  type RuleSetRejection,
} from '@kontor/core';
import type { Transaction } from '../../write/operation.ts';

/** A rule of a company as it is stored or typed. */
export interface CompanyRule {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
  readonly rule: string | null;
  readonly roundingMode: string | null;
  readonly roundingUnit: string | null;
}

/** A component of a company as it is stored or typed. */
export interface CompanyComponent {
  readonly code: string;
  readonly name: string;
  readonly kind: ComponentDefinition['kind'];
  readonly given: boolean;
  readonly maySubtract: boolean;
  readonly raises: string | null;
  readonly lowers: string | null;
  readonly versions: readonly CompanyRule[];
}

type Rounding = NonNullable<ComponentDefinition['versions'][number]['rounding']>;

const isRoundingMode = (mode: string): mode is Rounding['mode'] => ROUNDING_MODES.some((known) => known === mode);

const roundingOf = ({ roundingMode, roundingUnit }: CompanyRule): { rounding?: Rounding } =>
  roundingMode !== null && roundingUnit !== null && isRoundingMode(roundingMode)
    ? { rounding: { mode: roundingMode, unit: roundingUnit } }
    : {};

const names = (text: string | null): readonly string[] => (text ?? '').split(/\s+/).filter((name) => name !== '');

/** A component as the engine takes it. Its name is the same in every language: the company gave it one. */
export function definitionOf(component: CompanyComponent): ComponentDefinition {
  const { code, name, kind, given, maySubtract, raises, lowers, versions } = component;
  return {
    code,
    kind,
    name: { en: name, sv: name, de: name, hu: name, sl: name },
    ...(given && { isGiven: true }),
    ...(maySubtract && { maySubtract: true }),
    feeds: Object.fromEntries([
      ...names(raises).map((base) => [base, 'ADD'] as const),
      ...names(lowers).map((base) => [base, 'SUBTRACT'] as const),
    ]),
    versions: versions.map((version) => ({
      from: version.startsOn,
      ...(version.endsOn !== null && { until: version.endsOn }),
      ...(version.rule !== null && { rule: version.rule }),
      ...roundingOf(version),
    })),
  };
}

/** The components of a company on a pack, with all their rules. */
export async function companyComponents(
  tx: Transaction,
  companyId: string,
  pack: string,
): Promise<readonly CompanyComponent[]> {
  return tx.$queryRaw<CompanyComponent[]>`
    select c.code, c.name, c.kind::text as kind, c.given, c.may_subtract as "maySubtract", c.raises, c.lowers,
      coalesce((select json_agg(json_build_object('startsOn', v.starts_on, 'endsOn', v.ends_on, 'rule', v.rule,
          'roundingMode', v.rounding_mode, 'roundingUnit', trim_scale(v.rounding_unit)::text) order by v.starts_on)
        from pay_component_version v where v.component_id = c.id), '[]') as versions
    from pay_component c where c.company_id = ${companyId}::uuid and c.pack = ${pack} order by c.code`;
}

/** Reads and checks the rules of a pack with those of a company on it. */
export const prepareBook = (
  pack: CountryPack,
  components: readonly CompanyComponent[],
): Result<RuleBook, RuleSetRejection> => prepareRules(pack, [layerOf(components)]);

export const layerOf = (components: readonly CompanyComponent[]): RuleLayer => ({
  level: 'COMPANY',
  components: components.map(definitionOf),
});

/** Fingerprint of all rules: those of the pack, as far as they are data, and those of the company. */
const digestOf = (pack: CountryPack, layer: RuleLayer): string =>
  createHash('sha256')
    .update(JSON.stringify([pack, layer]))
    .digest('hex');

/** A book of rules that is kept, so that what was calculated by it can be explained for ever. */
export interface KeptBook {
  readonly id: string;
  readonly digest: string;
  readonly rules: RuleBook;
}

/** Keeps the rules of a company as they are now, once. */
export async function keepBook(
  tx: Transaction,
  companyId: string,
  pack: CountryPack,
): Promise<Result<KeptBook, RuleSetRejection>> {
  const components = await companyComponents(tx, companyId, pack.code);
  const rules = prepareBook(pack, components);
  if (!rules.ok) return rules;
  const layer = layerOf(components);
  const digest = digestOf(pack, layer);
  const [kept] = await tx.$queryRaw<{ id: string }[]>`
    with made as (
      insert into pay_rule_book (company_id, pack, digest, layer)
      values (${companyId}::uuid, ${pack.code}, ${digest}, ${JSON.stringify(layer)}::jsonb)
      on conflict do nothing returning id
    )
    select id::text from made
    union all
    select id::text from pay_rule_book where company_id = ${companyId}::uuid and pack = ${pack.code} and digest = ${digest}
    limit 1`;
  if (!kept) throw new Error('The rules were neither kept nor there.');
  return { ok: true, value: { id: kept.id, digest, rules: rules.value } };
}
