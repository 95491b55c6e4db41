#!/usr/bin/env node
// Writes the typed operations of src/documents against the committed graph, and the README's examples as a module, so
// that they are checked and run like any other code.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as graphqlRequest from '@graphql-codegen/typescript-graphql-request';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse, print } from 'graphql';

const client = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const documents = path.join(client, 'src/documents');
const generated = path.join(client, 'src/generated');
const read = (file) => readFileSync(file, 'utf8');

const sdk = await codegen({
  filename: path.join(generated, 'sdk.ts'),
  schema: parse(read(path.join(client, '../api/schema.graphql'))),
  documents: readdirSync(documents)
    .sort()
    .map((name) => ({ location: name, document: parse(read(path.join(documents, name))) })),
  config: {
    documentMode: 'documentNode',
    scalars: { Date: 'string', DateTime: 'string', Decimal: 'string', ID: 'string', JSON: 'unknown' },
    strictScalars: true,
    enumsAsTypes: true,
    useTypeImports: true,
    inputMaybeValue: 'T | null | undefined',
  },
  plugins: [{ operations: {} }, { graphqlRequest: {} }],
  pluginMap: { operations, graphqlRequest },
});

const subscription = print(parse(read(path.join(client, 'src/subscriptions/changed.graphql'))));

/** Every document that the client sends, as it sends it, by its hash: what a server is told to register. */
function manifest() {
  const documents = [...sdk.matchAll(/^export const \w+Document = (\{.*\}) as unknown as DocumentNode;$/gm)];
  const texts = [...documents.map(([, json]) => print(JSON.parse(json))), subscription];
  const hash = (text) => createHash('sha256').update(text).digest('hex');
  return Object.fromEntries(texts.map((text) => [`sha256:${hash(text)}`, text]));
}

/** What stands for the reader's own server and token, and is an argument when the examples are run. */
const places = [
  [/'http:\/\/127\.0\.0\.1:4000\/graphql'/g, 'place.url'],
  [/'kontor_…'/g, 'place.token'],
  [/'hr@demo\.example'/g, 'place.email'],
  [/'kontor-demo'/g, 'place.password'],
];

function examples(readme) {
  const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block]) => block);
  const imports = new Map();
  const bodies = blocks.map((block) => {
    const body = block.replace(/^import \{ (.*) \} from '(.*)';\n/gm, (_, names, from) => {
      imports.set(from, new Set([...(imports.get(from) ?? []), ...names.split(', ')]));
      return '';
    });
    return `async (place: Place) => {\n${places.reduce((text, [from, to]) => text.replace(from, to), body)}}`;
  });
  const lines = [...imports].map(
    ([from, names]) =>
      `import { ${[...names].sort().join(', ')} } from '${from.replace('@kontor/client', '../index.ts')}';`,
  );
  return `/** The examples of README.md, in its order. */
${lines.join('\n')}

type Place = { url: string; token: string; email: string; password: string };

export const examples: readonly ((place: Place) => Promise<void>)[] = [${bodies.join(',\n')}];
`;
}

mkdirSync(generated, { recursive: true });
// Not checked by itself: the generator knows nothing of exactOptionalPropertyTypes. Its types are, where they are used.
writeFileSync(path.join(generated, 'sdk.ts'), `// @ts-nocheck\n${sdk}`);
writeFileSync(path.join(generated, 'examples.ts'), examples(read(path.join(client, 'README.md'))));
writeFileSync(
  path.join(generated, 'subscription.ts'),
  `/** The subscription to changes, as it is registered. */\nexport const subscription = ${JSON.stringify(subscription)};\n`,
);
writeFileSync(path.join(generated, 'operations.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
