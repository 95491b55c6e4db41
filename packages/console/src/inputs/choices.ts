import type { Catalogue } from '../generator/resource-definition.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { countryName } from '../values/format.ts';
import { COUNTRIES } from './countries.ts';
import type { InputSpec } from './input-spec.ts';

export interface Choice {
  readonly value: unknown;
  readonly label: string;
}

/** The values of an enum, or the names that a text may hold, as far as they have words. */
export const namesOf = (enumName: string, { enums }: Pick<Catalogue, 'enums'>): readonly Choice[] =>
  (enums.get(enumName)?.values ?? []).map(({ name, label }) => ({ value: name, label }));

/** What an input of this kind offers; undefined where it is not for choosing. */
export function choicesOf(spec: InputSpec, catalogue: Catalogue, locale: string): readonly Choice[] | undefined {
  switch (spec.kind) {
    case 'ENUM':
      return namesOf(spec.enumName ?? '', catalogue);
    case 'COUNTRY':
      return sorted(
        COUNTRIES.map((code) => ({ value: code, label: countryName(code, locale) })),
        locale,
      );
    case 'LANGUAGE':
      return LANGUAGES.map(({ locale: value, name }) => ({ value, label: name }));
    case 'TIME_ZONE':
      return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({ value: zone, label: zone }));
    default:
      return undefined;
  }
}

function sorted(choices: readonly Choice[], locale: string): readonly Choice[] {
  return choices.toSorted((left, right) => left.label.localeCompare(right.label, locale));
}
