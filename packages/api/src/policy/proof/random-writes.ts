import { type EntityName, type Field, isStructural, models } from '../../catalogue.ts';
import { type Draw, relationsOf, scalarsOf } from '../../read/proof/random-query.ts';
import { currencyCodes, type Rows, randomSource, randomValue, type StoredRow } from '../../read/proof/random-world.ts';
import { entityPolicies } from '../index.ts';
import type { Expectation, Person } from './expectation.ts';
import { isFixed, leaves, otherValue, places, repoint, uniqueIn } from './hidden-differences.ts';

/** One of two worlds. */
export type Side = 0 | 1;
const sides: readonly Side[] = [0, 1];

/** What is written of one row: in both worlds the same, or in one alone, where the one who looks may not know of it. */
export interface Write {
  readonly entity: EntityName;
  readonly id: string;
  readonly kind: 'made' | 'changed' | 'gone';
  /** By field: a whole row that is made, or what changes of one. */
  readonly values: StoredRow;
  readonly sides: readonly Side[];
}

interface Drawn {
  readonly draw: Draw;
  readonly random: () => number;
  readonly entity: EntityName;
}

const one = <T>(draw: Draw, items: readonly T[]): T | undefined => items[draw(Math.max(1, items.length))];
const idOf = (row: StoredRow): string => String(row['id']);
const keyOf = (relation: Field): string => relation.from?.at(-1) ?? '';
const isOwner = (field: Field): boolean => (field.from?.length ?? 0) > 0;

/** Whose rows decide what somebody sees of others: another of them would be another viewer. */
const deciding: ReadonlySet<EntityName> = new Set<EntityName>(['Employee']);

/** Fields that hold up no key and no rule of the policy. */
const changeable = (person: Person, entity: EntityName): readonly Field[] => {
  const keys = new Set(Object.values(models[entity].fields).flatMap((field) => [...(field.from ?? [])]));
  return scalarsOf(entity).filter(
    ({ name, ...field }) =>
      !isStructural(name) &&
      !keys.has(name) &&
      !isFixed({ person }, entity, name) &&
      !uniqueIn(entity, { name, ...field }),
  );
};

/** What says whose a row is and who else may see it; another value moves it into sight or out of it. */
const movers = (entity: EntityName, row: StoredRow): readonly string[] => {
  const { subject, kept, wages } = entityPolicies[entity];
  const found = [...Object.values(subject), kept?.shared, kept?.role, wages?.column];
  return found.filter(
    (key): key is string => key !== undefined && key !== 'id' && key in row && !places.has(`${entity}.${key}`),
  );
};

/**
 * Draws what is written in two worlds that differ in nothing that somebody may read, so that this stays true of them: what
 * may be read is written alike in both, and what may not in one of them alone.
 */
export class RandomWrites {
  readonly #worlds: readonly [Rows, Rows];
  readonly #expected: Expectation;
  readonly #person: Person;
  /** Rows that are not the same to the one who looks as when the worlds were made, or are not there any more. */
  readonly #done = new Set<string>();
  /** Rows of which each world may count other versions. */
  readonly #apart = new Set<string>();
  #made = 0;

  constructor(worlds: readonly [Rows, Rows], expected: Expectation, person: Person) {
    this.#worlds = worlds;
    this.#expected = expected;
    this.#person = person;
  }

  /** Whether a row may have another version in each world: versions count what is hidden too. */
  isApart(id: string | null): boolean {
    return id !== null && this.#apart.has(id);
  }

  /** Writes to some of these entities, each to another row; fewer where nothing can be written. */
  drawSome(draw: Draw, among: readonly EntityName[], count: number): Write[] {
    const random = randomSource(draw(2 ** 31));
    const found = new Map<string, Write>();
    for (let index = 0; index < count; index += 1) {
      const entity = one(draw, among);
      if (entity === undefined) break;
      const drawn = { draw, random, entity };
      const write = draw(2) === 0 ? this.#alike(drawn) : this.#hidden(drawn);
      if (write && !found.has(write.id)) found.set(write.id, write);
    }
    return [...found.values()];
  }

  /** Takes note of what was written. */
  carriedOut(write: Write): void {
    const { entity, id, kind, values, sides: written } = write;
    const moved = movers(entity, values).length > 0;
    // What was not seen before had a version of its own in each world.
    if (written.length === 1 || moved) this.#apart.add(id);
    if (kind !== 'changed' || moved) this.#done.add(id);
    if (kind !== 'changed') return;
    for (const side of written) Object.assign(this.#rows(side, entity).find((row) => idOf(row) === id) ?? {}, values);
  }

  /** Rows that may be written: all but those that say who the one who looks is. */
  #rows(side: Side, entity: EntityName): StoredRow[] {
    const { userId } = this.#person;
    return (this.#worlds[side].get(entity) ?? []).filter(
      (row) => !this.#done.has(idOf(row)) && row['userId'] !== userId && row['id'] !== userId,
    );
  }

  /** Of a row that is in both worlds, mostly one that is seen: it is made, taken away, given to another, or changed. */
  #alike({ draw, random, entity }: Drawn): Write | null {
    const there = new Set(this.#rows(1, entity).map(idOf));
    const rows = this.#rows(0, entity).filter((row) => there.has(idOf(row)));
    const seen = rows.filter((row) => this.#expected.sees(entity, row));
    const row = one(draw, seen.length === 0 || draw(5) === 0 ? rows : seen);
    if (!row) return null;
    const written = (kind: Write['kind'], values: StoredRow): Write => ({ entity, id: idOf(row), kind, values, sides });
    const way = draw(6);
    if (way === 0 && !deciding.has(entity)) return this.#copy(random, entity, row, sides);
    if (way === 1 && leaves.has(entity)) return written('gone', {});
    if (way === 2 && leaves.has(entity) && !this.#apart.has(idOf(row))) {
      const key = one(draw, movers(entity, row));
      const other = one(
        draw,
        rows.filter((each) => each['companyId'] === row['companyId']),
      );
      return key === undefined || !other ? null : written('changed', { [key]: other[key] ?? null });
    }
    const values = this.#visibleChange({ draw, random, entity }, row);
    return values && written('changed', values);
  }

  /** Another value of a field that is read on this row, or another record that is seen at the end of a relation. */
  #visibleChange({ draw, random, entity }: Drawn, row: StoredRow): StoredRow | null {
    const may = (field: Field): boolean => this.#expected.may(entity, row, field.name);
    const field = one(draw, [
      ...changeable(this.#person, entity).filter(may),
      ...relationsOf(entity).filter(
        (each) => isOwner(each) && may(each) && !isFixed({ person: this.#person }, entity, keyOf(each)),
      ),
    ]);
    if (!field) return null;
    if (field.kind !== 'relation') return { [field.name]: randomValue(random, field) };
    if (field.type === 'Currency') return { [keyOf(field)]: one(draw, currencyCodes) ?? null };
    const target = field.type as EntityName;
    const ends = (field.from ?? []).slice(0, -1).map((from, index) => [from, field.to?.[index] ?? ''] as const);
    const found = (this.#worlds[0].get(target) ?? []).filter(
      (each) => this.#expected.sees(target, each) && ends.every(([from, to]) => each[to] === row[from]),
    );
    const chosen = one(draw, found);
    return chosen ? { [keyOf(field)]: chosen[field.to?.at(-1) ?? 'id'] ?? null } : null;
  }

  /** In one world alone: a row that is not seen is made, taken away or changed, or a hidden field of one that is. */
  #hidden({ draw, random, entity }: Drawn): Write | null {
    const side: Side = draw(2) === 0 ? 0 : 1;
    const row = one(draw, this.#rows(side, entity));
    if (!row) return null;
    const sees = this.#expected.sees(entity, row);
    const way = draw(5);
    if (way === 0 && !deciding.has(entity)) {
      const copy = this.#copy(random, entity, row, [side]);
      if (!this.#expected.sees(entity, copy.values)) return copy;
    }
    if (way === 1 && !sees && leaves.has(entity))
      return { entity, id: idOf(row), kind: 'gone', values: {}, sides: [side] };
    const at = { random, expected: this.#expected, rows: this.#worlds[side], person: this.#person, changes: 0 };
    const field = one(draw, [
      ...changeable(this.#person, entity).filter((each) => !sees || !this.#expected.may(entity, row, each.name)),
      ...relationsOf(entity).filter(isOwner),
    ]);
    if (!field) return null;
    const changed = { ...row };
    if (field.kind === 'relation') repoint(at, entity, changed, field);
    else changed[field.name] = otherValue(at, entity, row, field, 0);
    const key = field.kind === 'relation' ? keyOf(field) : field.name;
    if (changed[key] === row[key]) return null;
    return { entity, id: idOf(row), kind: 'changed', values: { [key]: changed[key] ?? null }, sides: [side] };
  }

  /** A new row like another, with other values in its unique keys. */
  #copy(random: () => number, entity: EntityName, row: StoredRow, where: readonly Side[]): Write {
    this.#made += 1;
    const id = `0a0b0c0d-0000-7000-9000-${String(this.#made).padStart(12, '0')}`;
    const keys = scalarsOf(entity).filter((field) => field.name !== 'id' && uniqueIn(entity, field));
    const others = keys.map((field) => [field.name, randomValue(random, field, 1_000 + this.#made)]);
    const values = { ...row, ...Object.fromEntries(others), id };
    return { entity, id, kind: 'made', values, sides: where };
  }
}
