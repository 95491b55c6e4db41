import { builder } from '../builder.ts';
import { enums } from '../catalogue.ts';
import type { Choice } from './dynamic.ts';

const words = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

const enumTypes: ReadonlyMap<string, Choice> = new Map(
  Object.values(enums).map((each) => [
    each.name,
    builder.enumType(each.name, {
      description: `Values of ${words(each.name)}.`,
      values: Object.fromEntries(each.values.map((value) => [value.name, { description: value.documentation }])),
    }),
  ]),
);

/** An enum of the Prisma schema, with its documentation. */
export function enumType(name: string): Choice {
  const found = enumTypes.get(name);
  if (!found) throw new Error(`there is no enum ${name}`);
  return found;
}

export const Direction = builder.enumType('OrderDirection', {
  description: 'Which way an order goes.',
  values: { ASC: { description: 'Upwards.' }, DESC: { description: 'Downwards.' } },
});

export const Nulls = builder.enumType('NullsOrder', {
  description: 'Where rows without a value stand.',
  values: { FIRST: { description: 'Before all others.' }, LAST: { description: 'After all others.' } },
});
