import { fieldOf } from '../catalogue.ts';
import { type Cube, cubes, dimensionName } from '../cube.ts';
import { entityNamed, type Language } from '../entity.ts';
import type { Decisions } from '../policy/decide.ts';
import { domainOf } from '../policy/index.ts';
import { meetsCube } from '../policy/reach-of-cube.ts';
import type { ConsoleFigureKey, ConsoleFigures } from './console-meta.ts';
import { fieldLabel } from './field-label.ts';

function describeKey(cube: Cube, name: string, language: Language): ConsoleFigureKey {
  const { kind, type } = fieldOf(cube.entity, name);
  return {
    name,
    label: fieldLabel(entityNamed(cube.entity), name, language),
    isRecord: kind === 'relation',
    ...(kind === 'enum' && { enumName: type }),
    ...(cube.dimensions.includes(name) && { dimension: dimensionName(name) }),
  };
}

/** The figures that a viewer may ask for, in one language. */
export function describeFigures(decisions: Decisions, language: Language): ConsoleFigures[] {
  const met = cubes().filter((cube) => meetsCube(decisions, cube));
  return met.map((cube) => {
    const entity = entityNamed(cube.entity);
    const currencyField = entity.checks[cube.measure]?.currency;
    return {
      name: cube.name,
      single: cube.single,
      domain: domainOf(cube.entity),
      label: cube.title[language],
      measureLabel: fieldLabel(entity, cube.measure, language),
      ...(currencyField !== undefined && { currencyField }),
      always: cube.always.map((name) => describeKey(cube, name, language)),
      dimensions: cube.dimensions.map((name) => describeKey(cube, name, language)),
    };
  });
}
