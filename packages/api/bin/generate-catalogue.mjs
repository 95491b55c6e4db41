#!/usr/bin/env node
// A Prisma generator that writes what the read compiler needs of every model and the client does not tell:
// table and column names, native types, relations and documentation.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
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

generatorHelper.generatorHandler({
  onManifest: () => ({ prettyName: 'Kontor catalogue', defaultOutput: './catalogue.ts' }),
  onGenerate: async ({ dmmf, generator }) => {
    const models = byName(dmmf.datamodel.models.map(model));
    const enums = byName(dmmf.datamodel.enums.map(enumeration));
    const output = generator.output.value;
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(
      output,
      `/** Written by \`prisma generate\`: every model, column and enum of the schema. */\nexport const catalogue = ${JSON.stringify({ models, enums }, null, 2)} as const;\n`,
    );
  },
});
