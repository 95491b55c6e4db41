import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import type { GraphQLFieldConfig, GraphQLSchema } from 'graphql';
import { type EntityName, graphFields } from '../catalogue.ts';
import { cubes } from '../cube.ts';
import { type Entity, entities } from '../entity.ts';
import { type Condition, type Decision, type Decisions, decisionsFor, isNever } from '../policy/decide.ts';
import { type CommandName, commandPolicies, entityPolicies } from '../policy/index.ts';
import { decidesBy, mayExplainAccess, meetsEntity, meetsField } from '../policy/meet.ts';
import { meetsCube } from '../policy/reach-of-cube.ts';
import type { Viewer } from '../viewer.ts';
import { inputName } from '../write/entity-input.ts';

/** Whether a viewer meets what stands at a coordinate of the schema. What nobody asks about is there for everyone. */
type Question = (decisions: Decisions) => boolean;

const sometimes = (condition: Condition): boolean => !isNever(condition);

/** A field of the input that makes a record: whoever may make one says in which company. */
function makes(entity: EntityName, name: string): Question {
  const { company } = entityPolicies[entity];
  const places = company !== null && 'column' in company && inputName(entity, name) === company.column;
  return (decisions) => {
    const decision = decisions.of(entity);
    return sometimes(places ? decision.create : decision.write(name));
  };
}

const writable = (entity: Entity, decision: Decision): boolean =>
  entity.write.some((name) => sometimes(decision.write(name)));

function ofMutations(entity: Entity): [string, Question][] {
  const created = `Create${entity.name}Input`;
  const updated = `Update${entity.name}Input`;
  const field = (input: string, name: string, question: Question): [string, Question] => [
    `${input}.${inputName(entity.name, name)}`,
    question,
  ];
  const may =
    (right: (decision: Decision) => boolean): Question =>
    (decisions) =>
      right(decisions.of(entity.name));
  const whole = may((decision) => sometimes(decision.create));
  return [
    [`Mutation.create${entity.name}`, whole],
    [`Mutation.deactivate${entity.name}`, whole],
    [`Mutation.reactivate${entity.name}`, whole],
    [`Mutation.update${entity.name}`, may((decision) => writable(entity, decision))],
    ...entity.create.map((name) => field(created, name, makes(entity.name, name))),
    ...entity.write.map((name) =>
      field(
        updated,
        name,
        may((decision) => sometimes(decision.write(name))),
      ),
    ),
  ];
}

function ofField(entity: EntityName, name: string): [string, Question][] {
  const decides: Question = (decisions) => decidesBy(decisions, entity, name);
  return [
    [`${entity}.${name}`, (decisions) => meetsField(decisions, entity, name)],
    [`${entity}Where.${name}`, decides],
    [`${entity}Order.${name}`, decides],
    ...['Aggregate', 'GroupBy', 'GroupKey', 'Having', 'MeasureOrder'].map((of): [string, Question] => [
      `${entity}${of}.${name}`,
      decides,
    ]),
  ];
}

function ofEntity(entity: Entity): [string, Question][] {
  const seen: Question = (decisions) => meetsEntity(decisions, entity.name);
  return [
    [`Query.${entity.single}`, seen],
    [`Query.${entity.plural}`, seen],
    [`Query.${entity.single}Aggregate`, seen],
    [`Query.${entity.single}Groups`, seen],
    ...graphFields(entity.name).flatMap(({ name }) => ofField(entity.name, name)),
    ...ofMutations(entity),
  ];
}

/** A month of pay that is tried out tells of a salary and of tax data. */
const triesPay: Question = (decisions) =>
  ['salary', 'taxCode'].every((name) => sometimes(decisions.of('Employee').read(name)));

/** Runs are compared by what single people are paid, before they are final and after. */
const comparesPay: Question = (decisions) =>
  sometimes(decisions.of('Payslip').row) && sometimes(decisions.of('PayCalculation').row);

/** Seats are counted with whoever fills them. */
const countsSeats: Question = (decisions) =>
  meetsEntity(decisions, 'Assignment') && sometimes(decisions.of('Position').read('budgetedFte'));

/** What payroll cost is told to whoever reads the payslips of everybody in a company. */
const readsAllPay: Question = (decisions) => {
  const { all } = decisions.of('PayslipLine').read('amount');
  return all === 'every' || all.length > 0;
};

let asked: ReadonlyMap<string, Question> | null = null;

/** Every coordinate of the schema that not everybody meets, and who does. */
function questions(): ReadonlyMap<string, Question> {
  asked ??= new Map<string, Question>([
    ...entities().flatMap(ofEntity),
    ['Query.explainAccess', mayExplainAccess],
    ['Query.whoMayRead', mayExplainAccess],
    ['Query.workforceByMonth', (decisions) => meetsEntity(decisions, 'Assignment')],
    ['Query.positionsAgainstBudget', countsSeats],
    ['Query.payrollCost', readsAllPay],
    ['Query.payPreview', triesPay],
    ['Query.payRunComparison', comparesPay],
    ...(Object.keys(commandPolicies) as CommandName[]).map((name): [string, Question] => [
      `Mutation.${name}`,
      (decisions) => sometimes(decisions.command(name)),
    ]),
    ...cubes().map((cube): [string, Question] => [`Query.${cube.single}`, (decisions) => meetsCube(decisions, cube)]),
  ]);
  return asked;
}

const computedFrom = (config: GraphQLFieldConfig<unknown, unknown>): readonly string[] =>
  (config.extensions?.['computedFrom'] as readonly string[] | undefined) ?? [];

function narrowed(schema: GraphQLSchema, decisions: Decisions): GraphQLSchema {
  const met = (coordinate: string): boolean => questions().get(coordinate)?.(decisions) ?? true;
  const kept = mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (config, name, type) => {
      const sources = computedFrom(config).map((field) => `${type}.${field}`);
      return [`${type}.${name}`, ...sources].every(met) ? config : null;
    },
    [MapperKind.INPUT_OBJECT_FIELD]: (config, name, type) => (met(`${type}.${name}`) ? config : null),
  });
  return pruneSchema(kept);
}

const schemas = new WeakMap<GraphQLSchema, Map<string, GraphQLSchema>>();
const schemasAtMost = 50;

/**
 * The schema as a viewer meets it: what introspection and GraphiQL show. It has nothing of what this viewer may never
 * read or do. Operations run on the whole schema, where such a field is null, so that one query serves every role.
 */
export function schemaFor(schema: GraphQLSchema, viewer: Viewer): GraphQLSchema {
  const known = schemas.get(schema) ?? new Map<string, GraphQLSchema>();
  schemas.set(schema, known);
  const decisions = decisionsFor(viewer);
  const made = known.get(decisions.key) ?? narrowed(schema, decisions);
  if (known.size >= schemasAtMost) known.clear();
  known.set(decisions.key, made);
  return made;
}
