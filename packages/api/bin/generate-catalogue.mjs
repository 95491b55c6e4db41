#!/usr/bin/env node
// A Prisma generator that writes what the read compiler needs of every model and the client does not tell:
// table and column names, native types, relations and documentation.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import generatorHelper from '@prisma/generator-helper';

const clean = (documentation) => documentation?.replace(/\n?@internal\b/g, '').trim() ?? '';

const relation = (source) =>
  source.kind === 'object'
    ? { relationName: source.relationName, from: source.relationFromFields ?? [], to: source.relationToFields ?? [] }
    : {};

const field = (source) => ({
  name: source.name,
  column: source.dbName ?? source.name,
  kind: source.kind === 'object' ? 'relation' : source.kind,
  type: source.type,
  native: source.nativeType ?? null,
  list: source.isList,
  required: source.isRequired,
  unique: source.isUnique || source.isId,
  hasDefault: source.hasDefaultValue,
  documentation: clean(source.documentation),
  ...relation(source),
});

const byName = (items) => Object.fromEntries(items.map((each) => [each.name, each]));

const model = (source) => ({
  name: source.name,
  table: source.dbName ?? source.name,
  internal: /@internal\b/.test(source.documentation ?? ''),
  documentation: clean(source.documentation),
  uniques: source.uniqueFields,
  fields: byName(source.fields.map(field)),
});

const enumeration = (source) => ({
  name: source.name,
  databaseName: source.dbName ?? source.name,
  values: source.values.map((value) => ({ name: value.name, documentation: clean(value.documentation) })),
});

/**
 * A domain is a folder and one or more files of the schema that are called as it is, such as `ledger.prisma`, or begin
 * with its name, such as `ledger-entries.prisma`; every file in the folder is part of the graph.
 */
function domainFiles(schemaFolder, sourceFolder) {
  const schemas = readdirSync(schemaFolder)
    .filter((file) => file.endsWith('.prisma') && file !== 'schema.prisma')
    .map((file) => file.replace(/\.prisma$/, ''));
  const domains = new Set(schemas.flatMap((schema) => [schema, schema.split('-')[0]]));
  return [...domains]
    .filter((domain) => existsSync(join(sourceFolder, domain)))
    .sort()
    .flatMap((domain) =>
      readdirSync(join(sourceFolder, domain))
        .filter((file) => file.endsWith('.ts') && !/\.(test|property)\.ts$/.test(file) && file !== 'index.ts')
        .sort()
        .map((file) => ({ domain, file })),
    );
}

const writeDomains = (path, files) =>
  writeFileSync(
    path,
    `/** Written by \`prisma generate\`: every file of every domain. */\n${files.map(({ domain, file }) => `import '../${domain}/${file}';`).join('\n')}\n`,
  );

generatorHelper.generatorHandler({
  onManifest: () => ({ prettyName: 'Kontor catalogue', defaultOutput: './catalogue.ts' }),
  onGenerate: async ({ dmmf, generator, schemaPath }) => {
    const models = byName(dmmf.datamodel.models.map(model));
    const enums = byName(dmmf.datamodel.enums.map(enumeration));
    const output = generator.output.value;
    const generated = dirname(output);
    mkdirSync(generated, { recursive: true });
    const schemaFolder = schemaPath.endsWith('.prisma') ? dirname(schemaPath) : schemaPath;
    writeDomains(join(generated, 'domains.ts'), domainFiles(schemaFolder, dirname(generated)));
    writeFileSync(
      output,
      `/** Written by \`prisma generate\`: every model, column and enum of the schema. */\nexport const catalogue = ${JSON.stringify({ models, enums }, null, 2)} as const;\n`,
    );
  },
});
