import type pg from 'pg';
import { type EntityName, enums, type Field, fieldOf, type Model, type ModelName, models } from '../../catalogue.ts';
import { languages } from '../../entity.ts';
import { entityPolicies } from '../../policy/index.ts';

/**
 * A world of rows at random, to hold the compiler against: of every entity of the schema, with nulls, ties, odd texts and
 * inactive rows everywhere. Rules about what makes sense are lifted while it is stored, since the compiler has to answer
 * for whatever is there. The same seed gives the same rows, down to their ids.
 */
export type Stored = string | number | boolean | null | readonly string[];
export type StoredRow = Record<string, Stored>;
export type Rows = Map<EntityName, StoredRow[]>;

/** Currencies are in every database; the rest of the rows refer to these. */
export const currencyCodes = ['SEK', 'EUR', 'USD', 'HUF'];

const sizes: Readonly<Record<string, number>> = {
  Company: 4,
  Employee: 66,
  Person: 60,
  Department: 20,
  Position: 30,
  Device: 50,
  DeviceAssignment: 50,
  Assignment: 70,
  Compensation: 70,
  Manufacturer: 6,
  DeviceModel: 14,
  User: 14,
};
const sizeByDefault = 24;
const nullShare = 0.3;

const words = [
  'Åsa',
  'asa',
  'ASA',
  'Zoë',
  'zebra',
  'Zebra',
  'Ábel',
  'abel',
  'csaba',
  'cukor',
  'Łukasz',
  "O'Brien",
  'back\\slash',
  '100%',
  'under_score',
  'underXscore',
  '"quoted"',
  'two words',
  'line\nbreak',
  'naïve',
  'Ärger',
  'argent',
  '東京',
  '😀',
  'null',
  '',
  ' ',
  '10',
  '9',
  'a-b',
  'ab',
  'a b',
  'ß',
  'ss',
];
const decimals = [
  '0',
  '1',
  '1.5',
  '2.5',
  '9',
  '0.5',
  '3',
  '10',
  '7.125',
  '12345678901234.5678',
  '1000',
  '1000.1',
  '999.99',
  '50000',
  '0.0001',
];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Making {
  readonly random: () => number;
  readonly rows: Rows;
}

/** Texts that a server goes by, so that no command stores another: zones of days, languages, and what an export is of. */
export const formedTexts: Readonly<Record<string, readonly string[]>> = {
  'Company.timeZone': ['Europe/Budapest'],
  'User.language': languages,
  'DataExport.request': ['name', 'code'].map((column) => JSON.stringify({ entity: 'Department', columns: [column] })),
};

const pick = <T>(random: () => number, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

const hex = (random: () => number, digits: number): string =>
  Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');

const newId = (random: () => number): string =>
  `${hex(random, 8)}-${hex(random, 4)}-7${hex(random, 3)}-8${hex(random, 3)}-${hex(random, 12)}`;

const day = (random: () => number, unique: number | null): string =>
  new Date(Date.UTC(2025, 0, 1) + (unique ?? Math.floor(random() * 400)) * 86_400_000).toISOString().slice(0, 10);

const instant = (random: () => number): string =>
  new Date(Date.UTC(2025, 0, 1) + Math.floor(random() * 4e10)).toISOString();

/** Numbers that a `numeric(precision, scale)` holds as they are. */
const fitting = (precision: number, scale: number): string[] =>
  decimals.filter((each) => {
    const [whole = '', part = ''] = each.split('.');
    return whole.length <= precision - scale && part.length <= scale;
  });

/** A value of a column, such that values recur. A column of a unique key takes the number of the row in. */
export function randomValue(random: () => number, field: Field, unique: number | null = null): Stored {
  if (field.list) return (enums[field.type]?.values ?? []).map((each) => each.name).filter(() => random() < 0.3);
  if (field.kind === 'enum') return pick(random, enums[field.type]?.values ?? []).name;
  const [native, parameters] = field.native ?? ['', []];
  if (field.type === 'Int') return unique ?? Math.floor(random() * 6);
  if (field.type === 'Boolean') return random() < 0.75;
  if (field.type === 'Bytes') return `\\x${hex(random, 32)}`;
  if (field.type === 'Decimal') return pick(random, fitting(Number(parameters[0]), Number(parameters[1])));
  if (field.type === 'DateTime') return native === 'Date' ? day(random, unique) : instant(random);
  if (native === 'Uuid') return newId(random);
  const longest = native === 'VarChar' ? Number(parameters[0]) : 100;
  const text = unique === null ? pick(random, words) : `${pick(random, words).slice(0, 3)}${unique}`;
  return [...text].slice(0, longest < 4 ? longest : Math.floor(longest / 2)).join('');
}

const uniqueNames = (model: Model): ReadonlySet<string> =>
  new Set([
    ...model.uniques.flat(),
    ...Object.values(model.fields).flatMap((field) => (field.unique ? [field.name] : [])),
  ]);

/** Relations to rows that are made and stored after those that point to them: whoever they name hangs on these in turn. */
const pointsAhead: Readonly<Partial<Record<ModelName, string>>> = { CostCentre: 'manager' };

const relationsHeld = (model: Model): readonly Field[] =>
  Object.values(model.fields).filter(
    (field) => field.kind === 'relation' && (field.from?.length ?? 0) > 0 && field.name !== pointsAhead[model.name],
  );

/** Each of those relations, with the field that holds it and the rows that do. */
const ahead = (rows: Rows) =>
  Object.entries(pointsAhead).map(([entity, name]) => {
    const relation = fieldOf(entity as EntityName, name);
    return {
      entity: entity as EntityName,
      relation,
      key: relation.from?.at(-1) ?? '',
      made: rows.get(entity as EntityName) ?? [],
    };
  });

/** A row that a relation may point to: of the same company where the key says so, and above it in a tree. */
function targetOf({ random, rows }: Making, relation: Field, row: StoredRow): StoredRow | null {
  if (relation.type === 'Currency') return { code: pick(random, currencyCodes) };
  // All but the last column of a key say where the target is: in the same company, at the same site.
  const places = (relation.from ?? []).slice(0, -1).map((from, index) => [from, relation.to?.[index] ?? ''] as const);
  const found = (rows.get(relation.type as EntityName) ?? []).filter((each) =>
    places.every(([from, to]) => row[from] === undefined || each[to] === row[from]),
  );
  if (found.length === 0) return null;
  const target = pick(random, found);
  for (const [from, to] of places) row[from] = target[to] ?? null;
  return target;
}

/** A row, or null where a row that it must point to is not there. */
function randomRow(making: Making, model: Model, index: number): StoredRow | null {
  const { random } = making;
  const unique = uniqueNames(model);
  const row: StoredRow = {};
  const held = relationsHeld(model).toSorted((one, other) => (one.from?.length ?? 0) - (other.from?.length ?? 0));
  for (const relation of held) {
    const key = relation.from?.at(-1) ?? '';
    const required = fieldOf(model.name, key).required;
    const target = !required && random() < nullShare ? null : targetOf(making, relation, row);
    if (required && !target) return null;
    row[key] = target?.[relation.to?.at(-1) ?? 'id'] ?? null;
  }
  for (const field of Object.values(model.fields)) {
    if (field.kind === 'relation' || field.name in row) continue;
    if (entityPolicies[model.name as EntityName].subject.people === field.name) {
      row[field.name] = (making.rows.get('Person') ?? [])
        .map((each) => String(each['id']))
        .filter(() => random() < 0.1);
      continue;
    }
    const empty = !field.required && random() < nullShare;
    row[field.name] = empty
      ? null
      : randomValue(random, field, unique.has(field.name) && field.name !== 'id' ? index : null);
  }
  return row;
}

/** Models in an order in which each comes after those that its rows must point to. */
function inOrder(): ModelName[] {
  const wanted = Object.values(models).filter((model) => !model.internal && model.name !== 'Currency');
  const done: ModelName[] = [];
  const needs = (model: Model): ModelName[] =>
    relationsHeld(model)
      .map((relation) => relation.type as ModelName)
      .concat(entityPolicies[model.name as EntityName].subject.people ? ['Person'] : [])
      .filter((name) => name !== model.name && name !== 'Currency');
  const visit = (model: Model): void => {
    if (done.includes(model.name)) return;
    for (const name of needs(model)) visit(models[name]);
    done.push(model.name);
  };
  for (const model of wanted) visit(model);
  return done;
}

export function randomRows(seed: number): Rows {
  const random = randomSource(seed);
  const rows: Rows = new Map();
  for (const name of inOrder()) {
    const made: StoredRow[] = [];
    rows.set(name as EntityName, made);
    for (let index = 0; index < (sizes[name] ?? sizeByDefault); index += 1) {
      const row = randomRow({ random, rows }, models[name], index);
      if (row) made.push(row);
    }
  }
  for (const { relation, key, made } of ahead(rows))
    for (const row of made)
      row[key] = random() < nullShare ? null : (targetOf({ random, rows }, relation, row)?.['id'] ?? null);
  for (const company of (rows.get('Company') ?? []).slice(0, 2)) company['active'] = true;
  for (const [name, formed] of Object.entries(formedTexts)) {
    const [entity = '', field = ''] = name.split('.', 2);
    for (const [index, row] of (rows.get(entity as EntityName) ?? []).entries())
      row[field] = formed[index % formed.length] ?? null;
  }
  return rows;
}

const withoutRules = `do $$
declare each record;
begin
  for each in select conrelid::regclass as at, conname from pg_constraint
    where contype in ('c', 'x') and connamespace = 'public'::regnamespace loop
    execute format('alter table %s drop constraint %I', each.at, each.conname);
  end loop;
  for each in select indexrelid::regclass as at from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and indisunique and (indpred is not null or indexprs is not null or indnullsnotdistinct) loop
    execute format('drop index %s', each.at);
  end loop;
end $$`;

/** Reading such a world changes nothing in it: the record of who looked is left out. */
const withoutRecord = `
  create function leave_out() returns trigger language plpgsql as 'begin return null; end';
  create trigger leave_out before insert on sensitive_read for each row execute function leave_out()`;

/** Stores rows as they are: without the rules of the domains, which would not let them in, and without an audit. */
export async function storeRows(owner: pg.ClientBase, rows: Rows): Promise<void> {
  await owner.query('begin');
  await owner.query(withoutRules);
  for (const [name, made] of rows) {
    const { fields } = models[name];
    const table = owner.escapeIdentifier(models[name].table);
    if (made.length === 0) continue;
    const columns = Object.keys(made[0] ?? {}).map((field) => [field, fields[field]?.column ?? ''] as const);
    const waits = ahead(rows).find(({ entity }) => entity === name)?.key;
    const values = made.map((row) =>
      Object.fromEntries(columns.map(([field, column]) => [column, field === waits ? null : row[field]])),
    );
    const list = columns.map(([, column]) => owner.escapeIdentifier(column)).join();
    await owner.query(`alter table ${table} disable trigger user`);
    await owner.query(
      `insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(values)],
    );
    // A trigger that waits for the end of the transaction would keep it from being turned on again.
    await owner.query('set constraints all immediate');
    await owner.query(`alter table ${table} enable trigger user`);
  }
  for (const { entity, key, made } of ahead(rows)) {
    const [table, column] = [models[entity].table, models[entity].fields[key]?.column ?? ''].map((each) =>
      owner.escapeIdentifier(each),
    );
    await owner.query(`alter table ${table} disable trigger user`);
    for (const row of made)
      await owner.query(`update ${table} set ${column} = $2 where id = $1`, [row['id'], row[key]]);
    await owner.query(`alter table ${table} enable trigger user`);
  }
  await owner.query(withoutRecord);
  await owner.query('commit');
}
