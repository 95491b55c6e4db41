import { type EntityName, graphFields, isStructural } from '../catalogue.ts';
import { type Condition, type Decisions, decisionsFor, isNever } from '../policy/decide.ts';
import type { RowRule } from '../policy/grammar.ts';
import { entityPolicies } from '../policy/index.ts';
import type { Grant } from '../viewer.ts';

/** What one grant of a user gives: by which rule, for which company, and whether the rule holds. */
export interface AccessReason extends Grant {
  readonly rule: RowRule;
  /** Whether it holds on the record; null without a record, and where it turns on what whoever asks may not read. */
  readonly holds: boolean | null;
}

/** Whether something is so. PARTLY: on some records, or nobody who asks may be told. */
export type AccessExtent = 'YES' | 'PARTLY' | 'NO';

/** Both of two things. */
export const both = (one: AccessExtent, other: AccessExtent): AccessExtent =>
  one === 'NO' || other === 'NO' ? 'NO' : one === 'PARTLY' || other === 'PARTLY' ? 'PARTLY' : 'YES';

/** What the reasons come to on a record. */
export const extentOn = (reasons: readonly AccessReason[]): AccessExtent =>
  reasons.some((reason) => reason.holds) ? 'YES' : reasons.some((reason) => reason.holds === null) ? 'PARTLY' : 'NO';

/** The rule by which one grant alone gives something; null where it gives nothing. */
export function ruleOf(condition: Condition): RowRule | null {
  if (isNever(condition)) return null;
  return (['all', 'reports', 'wages', 'trade'] as const).find((rule) => condition[rule].length > 0) ?? 'self';
}

/** What one grant decides by itself. */
export const decisionsOf = (grant: Grant): Decisions => decisionsFor({ grants: [grant] });

/** The field under which the graph shows a column. */
function shownAs(entity: EntityName, column: string): string {
  if (isStructural(column)) return column;
  const fields = graphFields(entity);
  const found =
    fields.find((field) => field.name === column || field.from?.at(-1) === column) ??
    // What shows no company itself is in that of the record it belongs to.
    fields.find((field) => field.from?.includes(column));
  if (!found) throw new Error(`nothing shows ${entity}.${column}`);
  return found.name;
}

/**
 * What the rules of an entity turn on: whoever may not read that is not told whether a rule holds, or the answer would
 * tell whose a record is, or who reports to whom.
 */
export interface Facts {
  /** What must be readable on the record; each a condition of whoever asks. */
  readonly conditions: readonly Condition[];
  /** Whether a rule may be told, by which of those hold and whether the person behind the user may be known. */
  readonly tells: (rule: RowRule, companyId: string | null, known: Known) => boolean;
}

export interface Known {
  /** Which of the conditions hold. */
  readonly holds: readonly boolean[];
  /** Whether whoever asks may know which person the user is. */
  readonly person: boolean;
}

/** What whoever asks must read to be told of the rules of an entity. A person's companies are those of the employments. */
export function factsOf(asking: Decisions, entity: EntityName): Facts {
  const { company, subject, wages } = entityPolicies[entity];
  const decision = asking.of(entity);
  const companyColumn = company === null ? null : 'column' in company ? company.column : null;
  const people = company !== null && 'people' in company ? company.people : null;
  const about = subject.person ?? subject.employee ?? subject.user ?? subject.people;
  const below = subject.employee ?? subject.person;
  const read = (column: string | null | undefined): Condition | null =>
    column ? decision.read(shownAs(entity, column)) : null;
  const asked = { company: read(companyColumn), about: read(about), below: read(below), sort: read(wages?.column) };
  const conditions = Object.values(asked).filter((condition) => condition !== null);
  const everyone = (column: string | null | undefined): boolean =>
    !column || decision.read(shownAs(entity, column)).all === 'every';
  const chain = asking.of('Employee').read('manager').all === 'every';
  const tells: Facts['tells'] = (rule, companyId, { holds, person }) => {
    const readable = (condition: Condition | null): boolean =>
      condition === null || holds[conditions.indexOf(condition)] === true;
    if (companyId !== null && !(readable(asked.company) && everyone(people))) return false;
    if (rule === 'all') return true;
    if (rule === 'wages' || rule === 'trade') return readable(asked.sort);
    if (rule === 'reports') return chain && person && readable(asked.below);
    const byUser = subject.user !== undefined && about === subject.user;
    return readable(asked.about) && everyone(subject.people) && (byUser || about === undefined || person);
  };
  return { conditions, tells };
}
