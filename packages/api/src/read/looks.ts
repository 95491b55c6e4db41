import type { App } from '../app.ts';
import { sensitiveClasses } from '../policy/classes.ts';
import type { Viewer } from '../viewer.ts';
import type { SensitiveDataClass } from './notes.ts';

const operationAtMost = 200;

const recordStatement = {
  name: 'record sensitive reads',
  text: `with look as (
      insert into sensitive_read (user_id, actor, operation, channel, address, data_class, person_ids)
      select $1, $2, $3, $4, $5, seen.data_class, seen.person_ids
      from json_to_recordset($6) as seen (data_class sensitive_class, person_ids uuid[])
      returning id
    )
    insert into audit_pending (kind, subject_id) select 'read', id from look`,
};

/**
 * Whose data of the sensitive classes an answer shows. It is gathered while the answer is made, and written down before
 * the answer goes out. What is one's own is not written down.
 */
export class Looks {
  readonly #people = new Map<SensitiveDataClass, Set<string>>();
  readonly #totals = new Set<SensitiveDataClass>();

  note(dataClass: SensitiveDataClass, personId: string): void {
    this.#people.set(dataClass, (this.#people.get(dataClass) ?? new Set<string>()).add(personId));
  }

  /** Notes that totals of a class are shown, which are about nobody in particular. */
  noteTotals(dataClass: SensitiveDataClass): void {
    this.#totals.add(dataClass);
  }

  /** Takes what a statement told in its last column: `bank+pay:<person>`, separated by spaces. */
  add(seen: string | null): void {
    for (const each of seen?.split(' ') ?? []) {
      const [classes = '', personId] = each.split(':');
      if (personId === undefined) continue;
      for (const dataClass of classes.split('+')) this.note(dataClass as SensitiveDataClass, personId);
    }
  }

  /**
   * Writes down what was gathered, one row for each class, and one without people for each class that was shown in
   * totals; and begins anew. What cannot be written is not shown.
   */
  async record(app: App, viewer: Viewer, operation: () => string): Promise<void> {
    const seen = [...this.#people].flatMap(([dataClass, people]) => {
      const others = [...people].filter((each) => each !== viewer.personId).sort();
      return others.length > 0 ? [{ data_class: sensitiveClasses[dataClass], person_ids: others }] : [];
    });
    for (const dataClass of this.#totals) seen.push({ data_class: sensitiveClasses[dataClass], person_ids: [] });
    this.#people.clear();
    this.#totals.clear();
    if (seen.length === 0) return;
    const { userId, email, channel, address } = viewer;
    const asked = operation().slice(0, operationAtMost);
    await app.pool.query({
      ...recordStatement,
      values: [userId, email, asked, channel, address, JSON.stringify(seen)],
    });
  }
}
