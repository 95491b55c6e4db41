import { type EntityName, type Field, graphFields, isStructural, models } from '../catalogue.ts';
import { entities } from '../entity.ts';
import { columnField } from '../write/entity-input.ts';
import { sealedClasses, sealedReferences } from './classes.ts';
import { classOf, entityPolicies } from './index.ts';

/** A table with values that are sealed in the audit log, and how its rows tell whose they are. */
interface SealedTable {
  readonly table: string;
  readonly columns: readonly string[];
  /** What the subject column holds the id of. */
  readonly subject: 'person' | 'employee';
  readonly subjectColumn: string;
}

/** Whether a field of an entity is kept under seal: a value, or of some classes also what it refers to. */
function isSealed(entity: EntityName, field: Field): boolean {
  if (isStructural(field.name)) return false;
  if (field.kind !== 'relation') return sealed.has(classOf(entity, field.name));
  return (field.from?.length ?? 0) > 0 && references.has(classOf(entity, field.name));
}

const sealed: ReadonlySet<string> = new Set(sealedClasses);
const references: ReadonlySet<string> = new Set(sealedReferences);

/**
 * What the policy tables say is to be sealed. Keys of other records mostly stay: whom a row belongs to is no secret of its
 * own.
 */
export function sealedTables(): SealedTable[] {
  return entities()
    .flatMap(({ name }): SealedTable[] => {
      const { table, fields } = models[name];
      const columns = graphFields(name)
        .filter((field) => isSealed(name, field))
        .map((field) => columnField(name, field.name).column)
        .sort();
      if (columns.length === 0) return [];
      const { subject } = entityPolicies[name];
      const of = subject.person ? 'person' : 'employee';
      const column = fields[subject[of] ?? '']?.column;
      if (!column) throw new Error(`${name} has values to seal and says nobody whose they are`);
      return [{ table, columns, subject: of, subjectColumn: column }];
    })
    .sort((one, other) => one.table.localeCompare(other.table));
}

const array = (items: readonly string[]): string => `ARRAY[${items.map((item) => `'${item}'`).join(', ')}]`;

const functionOf = (
  name: string,
  rows: readonly string[],
): string => `CREATE OR REPLACE FUNCTION public.${name}(of_table text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT CASE of_table
${rows.map((row) => `    ${row}`).join('\n')}
  END
$$;
`;

/** The standing SQL that tells the database what to seal; committed, and written anew by `kontor schema`. */
export function sealedColumnsSql(): string {
  const tables = sealedTables();
  return `-- Written by \`kontor schema\` out of packages/api/src/policy. Do not edit.

-- The columns of a table whose values stand sealed in the audit log.
${functionOf(
  'sealed_columns',
  tables.map(({ table, columns }) => `WHEN '${table}' THEN ${array(columns)}`),
)}
-- Whose a row of such a table is: what the id is of, and the column that holds it.
${functionOf(
  'sealed_subject',
  tables.map(({ table, subject, subjectColumn }) => `WHEN '${table}' THEN ${array([subject, subjectColumn])}`),
)}`;
}
