/** What introspection shows each viewer, held against what the graph then does for that viewer. */
import { startWorld, type World } from '@kontor/testkit';
import {
  buildClientSchema,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getIntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
  printSchema,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EntityName, type Field, graphFields } from '../catalogue.ts';
import { entities } from '../entity.ts';
import { Role } from '../generated/prisma/enums.ts';
import type { CommandPolicy } from '../policy/grammar.ts';
import { type CommandName, commandPolicies } from '../policy/index.ts';
import { type Ask, asker, inParallel } from '../policy/proof/asking.ts';
import { Expectation } from '../policy/proof/expectation.ts';
import { schema as whole } from '../schema.ts';
import { fieldOperators } from './filters.ts';

interface Viewer {
  readonly ask: Ask;
  readonly own: GraphQLSchema;
  readonly expected: Expectation;
}

const roles = Object.values(Role);
const viewers = new Map<Role, Viewer>();
let world: World;

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  for (const role of roles) {
    const { token, userId } = await world.member(role.toLowerCase(), [{ role, companyId: null }]);
    const ask = asker(world.url, token);
    const answer = await ask(getIntrospectionQuery({ inputValueDeprecation: true }));
    expect(answer.errors, role).toBeUndefined();
    const own = buildClientSchema(answer.data as never);
    const expected = new Expectation(new Map(), { userId, personId: null, grants: [{ role, companyId: null }] });
    viewers.set(role, { ask, own, expected });
  }
});
afterAll(() => world.stop());

const viewerOf = (role: Role): Viewer => viewers.get(role) as Viewer;

function hasField(schema: GraphQLSchema, type: string, field: string): boolean {
  const found = schema.getType(type);
  return (isObjectType(found) || isInputObjectType(found)) && field in found.getFields();
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const selectionOf = (field: Field): string =>
  field.kind !== 'relation'
    ? field.name
    : field.list
      ? `${field.name}(first: 1) { nodes { id } }`
      : `${field.name} { id }`;

/** A filter that holds nowhere in particular: only whether it may be asked counts. */
const conditionOf = (field: Field): object =>
  field.list && field.kind === 'relation'
    ? { some: {} }
    : fieldOperators(field).includes('isNull')
      ? { isNull: false }
      : {};

const fieldsMet = (schema: GraphQLSchema, entity: EntityName, kind: '' | 'Where' | 'Order'): string[] =>
  graphFields(entity)
    .map((field) => field.name)
    .filter((name) => hasField(schema, `${entity}${kind}`, name));

describe.each(roles)('%s', (role) => {
  test('is shown the entities of the policy, and nothing of the others', () => {
    const { own, expected } = viewerOf(role);
    const text = printSchema(own);
    for (const { name, single, plural } of entities()) {
      const met = !expected.never(name, 'id');
      expect([name, hasField(own, 'Query', single), hasField(own, 'Query', plural)]).toEqual([name, met, met]);
      if (!met) expect(text).not.toMatch(new RegExp(`\\b${name}(Connection|Where|Order|Edge)?\\b[^.]*[:!\\]{]`));
    }
  });

  test('selects every field that is shown, and in vain every one that is not', async () => {
    const { ask, own } = viewerOf(role);
    await inParallel(entities(), async ({ name, plural }) => {
      if (!hasField(own, 'Query', plural)) return;
      const fields = graphFields(name).filter((field) => hasField(whole, name, field.name));
      const answer = await ask(`{ list: ${plural}(first: 1) { nodes { id ${fields.map(selectionOf).join(' ')} } } }`);
      expect(answer.errors, name).toBeUndefined();
      const redacted = (answer.extensions?.redacted ?? []).filter((each) => each.startsWith(`${name}.`));
      const hidden = fields.filter((field) => !hasField(own, name, field.name)).map((field) => `${name}.${field.name}`);
      const nowhere = fields
        .filter((field) => field.kind === 'relation' && !hasField(own, 'Query', entityQuery(field)))
        .map((field) => `${name}.${field.name}`);
      // A relation to what the viewer never sees is empty; its field need not be in vain by itself.
      expect(hidden.filter((each) => !nowhere.includes(each)).toSorted()).toEqual(
        redacted.filter((each) => !nowhere.includes(each)).toSorted(),
      );
      for (const each of redacted) expect(hidden).toContain(each);
    });
  });

  test('filters and orders by every field that is shown for it, and is refused every other', async () => {
    const { ask, own } = viewerOf(role);
    let refused = 0;
    await inParallel(entities(), async ({ name, plural }) => {
      if (!hasField(own, 'Query', plural)) return;
      for (const field of graphFields(name).filter((each) => hasField(whole, `${name}Where`, each.name))) {
        const query = `query ($where: ${name}Where) { list: ${plural}(first: 1, where: $where) { totalCount } }`;
        const answer = await ask(query, { where: { [field.name]: conditionOf(field) } });
        const shown = hasField(own, `${name}Where`, field.name);
        if (shown) expect(answer.errors, `${name}.${field.name}`).toBeUndefined();
        else if (field.kind !== 'relation') {
          expect(answer.errors?.[0]?.extensions.code, `${name}.${field.name}`).toBe('FORBIDDEN');
          refused += 1;
        }
      }
      expect(fieldsMet(own, name, 'Order')).toEqual(
        fieldsMet(whole, name, 'Order').filter((each) => hasField(own, `${name}Where`, each)),
      );
    });
    if (role !== 'HR' && role !== 'AUDITOR') expect(refused).toBeGreaterThan(0);
  });

  test('is shown the mutations that it may call, and is refused the others', async () => {
    const { ask, own } = viewerOf(role);
    const meta = await ask('{ meta: consoleMeta { actions { name } entities { name create update deactivate } } }');
    const { actions, entities: described } = meta.data?.['meta'] as {
      actions: { name: string }[];
      entities: { name: string; create: boolean; update: string; deactivate: string }[];
    };
    const policed = (Object.keys(commandPolicies) as CommandName[]).filter(
      (name) => (commandPolicies[name] as CommandPolicy).roles[role] !== undefined,
    );
    const offered = new Set<string>([
      ...policed,
      ...described.flatMap(({ name, create, update, deactivate }) => [
        ...(create ? [`create${name}`] : []),
        ...(update !== 'NEVER' ? [`update${name}`] : []),
        ...(deactivate !== 'NEVER' ? [`deactivate${name}`, `reactivate${name}`] : []),
      ]),
    ]);
    expect(policed).toEqual(expect.arrayContaining(actions.map((action) => action.name)));
    const ruled = [
      ...Object.keys(commandPolicies),
      ...entities().flatMap(({ name }) =>
        ['create', 'update', 'deactivate', 'reactivate'].map((verb) => `${verb}${name}`),
      ),
    ].filter((name) => hasField(whole, 'Mutation', name));
    for (const name of ruled) {
      const shown = hasField(own, 'Mutation', name);
      expect(shown, name).toBe(offered.has(name));
      expect(own.getType(`${upperFirst(name)}Input`) !== undefined, `${name}'s input`).toBe(shown);
      if (!shown) await refuses(ask, name);
    }
  });
});

/** A mutation that is not shown is refused before anything of its input counts. */
async function refuses(ask: Ask, name: string): Promise<void> {
  const type = `${upperFirst(name)}Input`;
  const input = whole.getType(type) as GraphQLInputObjectType;
  const values = Object.values(input.getFields()).filter((field) => isRequiredInputField(field));
  const given = Object.fromEntries(values.map((field) => [field.name, anyOf(field.type)]));
  const answer = await ask(`mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`, {
    input: given,
  });
  expect(answer.errors?.[0]?.extensions.code, name).toBe('FORBIDDEN');
}

const scalars: Readonly<Record<string, unknown>> = {
  ID: '00000000-0000-7000-8000-000000000000',
  Int: 1,
  Decimal: '1',
  Boolean: true,
  Date: '2026-01-01',
  DateTime: '2026-01-01T00:00:00Z',
};

/** A value of the right form. */
function anyOf(type: GraphQLInputType): unknown {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) return [anyOf(bare.ofType)];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (isInputObjectType(bare)) {
    const needed = Object.values(bare.getFields()).filter((field) => isRequiredInputField(field));
    return Object.fromEntries(needed.map((field) => [field.name, anyOf(field.type)]));
  }
  return scalars[String(bare)] ?? 'x';
}

const entityQuery = (field: Field): string => entities().find((each) => each.name === field.type)?.single ?? '';

describe('what is asked about the schema', () => {
  test('is answered by the viewer’s own, by name and inside a fragment too', async () => {
    const { ask } = viewerOf('ADMINISTRATOR');
    const answer = await ask(`
      query { ...all inline: __type(name: "EmployeeWhere") { inputFields { name } } }
      fragment all on Query { employee: __type(name: "Employee") { fields { name } } pay: __type(name: "Compensation") { name } }`);
    expect(answer.errors).toBeUndefined();
    const text = JSON.stringify(answer.data);
    expect(answer.data?.['pay']).toBeNull();
    expect(text).toContain('"lastName"');
    expect(text).not.toMatch(/salary|compensations|taxCode/);
  });

  test('is not answered where hidden fields are asked for beside it', async () => {
    const { ask } = viewerOf('ADMINISTRATOR');
    const answer = await ask('{ __schema { queryType { name } } compensations { totalCount } }');
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(JSON.stringify(answer)).not.toMatch(/Did you mean/);
  });

  test('is answered to nobody without a session', async () => {
    const answer = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __schema { queryType { name } } }' }),
    });
    expect(answer.status).toBe(401);
  });
});
