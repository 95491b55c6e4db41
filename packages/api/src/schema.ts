import './generated/domains.ts';
import './graph/scalars.ts';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { builder } from './builder.ts';
import { entities } from './entity.ts';
import { noteSchema } from './graph/built-schema.ts';
import { addCubes } from './graph/cubes.ts';
import { inputsOf } from './graph/filters.ts';
import { addGroups } from './graph/groups.ts';
import { addMutations } from './graph/mutations.ts';
import { addQueries } from './graph/queries.ts';
import { outputOf } from './graph/types.ts';
import './graph/user-error.ts';
import './meta/access-graph.ts';
import './meta/graph.ts';
import './meta/history.ts';
import './meta/find.ts';
import './live/graph.ts';

function build(): GraphQLSchema {
  for (const entity of entities()) {
    inputsOf(entity.name);
    outputOf(entity.name);
  }
  addQueries();
  addGroups();
  addMutations();
  addCubes();
  return builder.toSchema({ sortSchema: false });
}

/** The whole graph. What a viewer may see of it is the policy's to say. */
export const schema = noteSchema(build());

/** The graph as it is committed in `schema.graphql`. */
export const printedSchema = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
