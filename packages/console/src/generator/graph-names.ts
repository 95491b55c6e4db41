// Generated from packages/api/schema.graphql by bin/generate-names.mjs. Do not edit.
/** Fields of each entity, by their names in the graph. */
export interface GraphNames {
  [entity: string]: string;
}
