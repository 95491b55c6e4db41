// Writes src/generator/graph-names.ts: the entities of the graph and their fields, so that
// a patch which names something that is gone does not compile. `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, isObjectType } from 'graphql';

const schemaFile = new URL('../../api/schema.graphql', import.meta.url);
const namesFile = new URL('../src/generator/graph-names.ts', import.meta.url);

const schema = buildSchema(readFileSync(schemaFile, 'utf8'));
const entities = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && type.getFields()._can !== undefined)
  .toSorted((left, right) => (left.name < right.name ? -1 : 1));

/** A union in lines of up to 120 characters. */
function union(type) {
  const names = Object.keys(type.getFields()).filter((name) => !name.startsWith('_'));
  const lines = [];
  for (const name of names.toSorted().map((one) => `'${one}'`)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + name.length < 110) lines[lines.length - 1] = `${last} | ${name}`;
    else lines.push(`    | ${name}`);
  }
  return lines.join('\n');
}

const text = `// Generated from packages/api/schema.graphql by bin/generate-names.mjs. Do not edit.
/** Fields of each entity, by their names in the graph. */
export interface GraphNames {
${entities.map((type) => `  ${type.name}:\n${union(type)};`).join('\n')}
}
`;

if (!process.argv.includes('--check')) writeFileSync(namesFile, text);
else if (readFileSync(namesFile, 'utf8') !== text) {
  console.error('graph-names.ts is not what the schema says. Run node packages/console/bin/generate-names.mjs.');
  process.exit(1);
}
