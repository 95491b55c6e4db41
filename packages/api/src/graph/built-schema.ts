import type { GraphQLSchema } from 'graphql';

let built: GraphQLSchema | null = null;

/** Notes the schema once it is built. It is made of every command, so a command cannot import it. */
export function noteSchema(schema: GraphQLSchema): GraphQLSchema {
  built = schema;
  return schema;
}

/** The schema, for what runs after it was built: a command that reads as the graph does. */
export function builtSchema(): GraphQLSchema {
  if (!built) throw new Error('the schema is not built yet');
  return built;
}
