import { isPositive, parseDecimal } from '../../money/decimal.ts';
import { ROUNDING_MODES } from '../number/rounding.ts';
import type {
  ComponentDefinition,
  CountryPack,
  ParameterDefinition,
  RuleLayer,
  TableDefinition,
} from './definition.ts';
import type { RuleSetCode, RuleSetRejection } from './rejection.ts';
import { doubleVersion } from './version.ts';

export type RuleLevel = 'COUNTRY' | RuleLayer['level'];

/** A component with the layer that it comes from. */
export interface LayeredComponent {
  readonly level: RuleLevel;
  readonly definition: ComponentDefinition;
}

/** What holds when all layers lie on each other. */
export interface LayeredRules {
  readonly components: ReadonlyMap<string, LayeredComponent>;
  readonly parameters: ReadonlyMap<string, ParameterDefinition>;
  readonly tables: ReadonlyMap<string, TableDefinition>;
  readonly rejections: readonly RuleSetRejection[];
}

const CODE = /^[A-Z][A-Z0-9_]{0,59}$/;

/** Lays a company's and an employment's rules on a country's. What the law closes stays as it is. */
export function layRules(pack: CountryPack, layers: readonly RuleLayer[]): LayeredRules {
  const rejections: RuleSetRejection[] = [];
  const components = new Map<string, LayeredComponent>();
  const parameters = new Map<string, ParameterDefinition>();
  const tables = new Map<string, TableDefinition>();
  const bases = new Set(pack.bases.map(({ name }) => name));
  const country: Omit<RuleLayer, 'level'> & { readonly level: RuleLevel } = { ...pack, level: 'COUNTRY' };
  for (const layer of [country, ...layers]) {
    const { level } = layer;
    rejections.push(
      ...lay(
        parameters,
        (layer.parameters ?? []).map((one) => ({ name: one.name, value: one })),
        'parameters',
        ({ isOpen }) => isOpen === true,
      ),
      ...lay(
        tables,
        (layer.tables ?? []).map((one) => ({ name: one.name, value: one })),
        'tables',
        () => false,
      ),
      ...lay(
        components,
        (layer.components ?? []).map((definition) => ({ name: definition.code, value: { level, definition } })),
        'components',
        ({ definition }) => definition.isOpen === true,
      ),
      ...(layer.components ?? []).flatMap((definition) => checkComponent(definition, bases)),
    );
  }
  return { components, parameters, tables, rejections };
}

type Group = 'components' | 'parameters' | 'tables';
const SINGULAR = { components: 'COMPONENT', parameters: 'PARAMETER', tables: 'TABLE' } as const;

function lay<T>(
  laid: Map<string, T>,
  added: readonly { readonly name: string; readonly value: T }[],
  group: Group,
  isOpen: (below: T) => boolean,
): readonly RuleSetRejection[] {
  const rejections: RuleSetRejection[] = [];
  const seen = new Set<string>();
  for (const { name, value } of added) {
    const below = laid.get(name);
    if (seen.has(name)) {
      rejections.push(refuse(`${SINGULAR[group]}_DUPLICATE`, `${name} is there twice.`, [group, name]));
    } else if (below !== undefined && !isOpen(below)) {
      const message = `${name} is not open to change: give yours a name of its own.`;
      rejections.push(refuse(`${SINGULAR[group]}_CLOSED`, message, [group, name]));
    } else {
      laid.set(name, value);
    }
    seen.add(name);
  }
  return rejections;
}

function checkComponent(definition: ComponentDefinition, bases: ReadonlySet<string>): readonly RuleSetRejection[] {
  const { code, feeds = {}, versions } = definition;
  const rejections: RuleSetRejection[] = [];
  if (!CODE.test(code)) {
    const message = `${code}: a code is of capital letters, digits and underscores, and begins with a letter.`;
    rejections.push(refuse('CODE_MALFORMED', message, ['components', code]));
  }
  for (const base of Object.keys(feeds).filter((name) => !bases.has(name))) {
    const message = `${code} feeds ${base}, and there is no such base: there are ${[...bases].join(', ')}.`;
    rejections.push(refuse('BASE_UNKNOWN', message, ['components', code, base]));
  }
  for (const { from, rounding } of versions) {
    if (rounding === undefined || isRounding(rounding.mode, rounding.unit)) continue;
    const message = `${code} from ${from} rounds by a mode that there is not, or to a unit that is no number above zero.`;
    rejections.push(refuse('VALUE_MALFORMED', message, ['components', code, from]));
  }
  const double = doubleVersion(versions);
  if (double !== null) {
    const message = `${code} has two versions from ${double}.`;
    rejections.push(refuse('VERSION_DUPLICATE', message, ['components', code, double]));
  }
  return rejections;
}

/** What is written in a database may be older than the code. */
function isRounding(mode: string, unit: string): boolean {
  const modes: readonly string[] = ROUNDING_MODES;
  const read = parseDecimal(unit);
  return modes.includes(mode) && read.ok && isPositive(read.value);
}

function refuse(code: RuleSetCode, message: string, path: readonly string[]): RuleSetRejection {
  return { code, message, path };
}
