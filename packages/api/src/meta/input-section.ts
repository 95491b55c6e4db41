import { type EntityName, graphFields } from '../catalogue.ts';
import type { Command } from '../command.ts';
import type { DataClass } from '../policy/classes.ts';
import { entityPolicies } from '../policy/index.ts';
import { columnField } from '../write/entity-input.ts';

/** What a data class is about, for the person at the desk; the rest is `main`. */
const sections: Readonly<Partial<Record<DataClass, string>>> = {
  place: 'job',
  job: 'job',
  seat: 'job',
  pay: 'pay',
  seatPay: 'pay',
  home: 'home',
  emergency: 'emergency',
  identity: 'identity',
  bank: 'bank',
  payee: 'bank',
  tax: 'tax',
  deviceValue: 'purchase',
};

const columnName = (entity: EntityName, field: string): string => columnField(entity, field).name;

/** The data class of the field that an input of this name fills in a record of the entity. */
function classAt(entity: EntityName, input: string): DataClass | undefined {
  const classes: Readonly<Record<string, DataClass>> = entityPolicies[entity].fields;
  const field = graphFields(entity).find(
    (each) => (each.kind !== 'relation' || !each.list) && columnName(entity, each.name) === input,
  );
  return field && classes[field.name];
}

/**
 * Of what an input speaks: of what the field that it fills speaks, in the record of the command, in one that this leads to
 * or in those that lead to it. A currency goes with its amount.
 */
export function sectionOf(command: Command, name: string): string {
  const amount = Object.entries(command.input).find(([, each]) => each.currency === name)?.[0];
  if (amount !== undefined) return sectionOf(command, amount);
  const relations = graphFields(command.entity).filter((field) => field.kind === 'relation');
  const near = [...relations.filter(({ list }) => !list), ...relations.filter(({ list }) => list)];
  const entities = [command.entity, ...near.map(({ type }) => type as EntityName)];
  for (const entity of entities) {
    const found = entity in entityPolicies ? classAt(entity, name) : undefined;
    if (found) return sections[found] ?? 'main';
  }
  return 'main';
}
