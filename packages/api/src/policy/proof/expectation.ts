import { type EntityName, type Field, isStructural, opposite } from '../../catalogue.ts';
import type { Role } from '../../generated/prisma/enums.ts';
import type { Rows, StoredRow } from '../../read/proof/random-world.ts';
import { classes } from '../classes.ts';
import type { Access, ClassTable, RowRule } from '../grammar.ts';
import { type CommandName, commandPolicies, entityPolicies } from '../index.ts';

/**
 * What the policy's tables mean, said a second time: row by row, in memory, from the rows themselves. It shares the
 * tables with the graph and none of what makes SQL of them.
 */
export interface Person {
  readonly userId: string;
  readonly personId: string | null;
  readonly grants: readonly { readonly role: Role; readonly companyId: string | null }[];
}

type Kind = keyof Pick<Access, 'read' | 'write' | 'masked'>;

export class Expectation {
  readonly #rows: Rows;
  readonly #person: Person;
  readonly #own: ReadonlySet<unknown>;
  readonly #reports: ReadonlySet<unknown>;

  constructor(rows: Rows, person: Person) {
    this.#rows = rows;
    this.#person = person;
    const employees = rows.get('Employee') ?? [];
    this.#own = new Set(
      employees
        .filter((each) => person.personId !== null && each['personId'] === person.personId)
        .map((each) => each['id']),
    );
    const reports = new Set<unknown>();
    for (let size = -1; size !== reports.size; ) {
      size = reports.size;
      for (const each of employees)
        if (this.#own.has(each['managerId']) || reports.has(each['managerId'])) reports.add(each['id']);
    }
    this.#reports = reports;
  }

  /** Employments behind a row that belongs to a person; null for a row that stands for itself. */
  #employments(entity: EntityName, row: StoredRow): readonly StoredRow[] | null {
    const { company } = entityPolicies[entity];
    if (company === null || 'column' in company) return null;
    const people = 'person' in company ? [row[company.person]] : idsIn(row[company.people]);
    return (this.#rows.get('Employee') ?? []).filter((each) => people.includes(String(each['personId'])));
  }

  #inCompany(entity: EntityName, row: StoredRow, companyId: string | null): boolean {
    const { company } = entityPolicies[entity];
    if (companyId === null || company === null) return true;
    if ('column' in company) return row[company.column] === companyId;
    return this.#employments(entity, row)?.some((each) => each['companyId'] === companyId) ?? false;
  }

  isOwn(entity: EntityName, row: StoredRow): boolean {
    const { subject } = entityPolicies[entity];
    if (subject.person) return this.#person.personId !== null && row[subject.person] === this.#person.personId;
    if (subject.employee) return this.#own.has(row[subject.employee]);
    if (subject.people) return idsIn(row[subject.people]).includes(String(this.#person.personId));
    return subject.user !== undefined && row[subject.user] === this.#person.userId;
  }

  #isReportIn(entity: EntityName, row: StoredRow, companyId: string | null): boolean {
    const { subject } = entityPolicies[entity];
    if (subject.employee) return this.#reports.has(row[subject.employee]) && this.#inCompany(entity, row, companyId);
    if (!subject.person) return false;
    const employments = (this.#rows.get('Employee') ?? []).filter(
      (each) => each['personId'] === row[subject.person ?? ''],
    );
    return employments.some(
      (each) => this.#reports.has(each['id']) && (companyId === null || each['companyId'] === companyId),
    );
  }

  /** Whether a row that somebody keeps is there for others: it is shared, and asks for nothing that they may not read. */
  #isKeptFrom(entity: EntityName, row: StoredRow): boolean {
    const { kept } = entityPolicies[entity];
    if (!kept || this.isOwn(entity, row)) return false;
    const named = String(row[kept.entity]) as EntityName;
    const role = row[kept.role] ?? null;
    if (role !== null && !this.#person.grants.some((grant) => grant.role === role)) return true;
    if (row[kept.shared] !== true || !(named in entityPolicies) || this.never(named, 'id')) return true;
    return String(row[kept.fields])
      .split(' ')
      .filter(Boolean)
      .some((path) => {
        const [of = '', field = ''] = path.split('.', 2);
        return !(field in (entityPolicies[of as EntityName]?.fields ?? {})) || this.never(of as EntityName, field);
      });
  }

  #holds(rule: RowRule, companyId: string | null, entity: EntityName, row: StoredRow): boolean {
    if (this.#isKeptFrom(entity, row)) return false;
    if (rule === 'all') return this.#inCompany(entity, row, companyId);
    if (rule === 'self') return this.isOwn(entity, row) && this.#inCompany(entity, row, companyId);
    if (rule === 'wages' || rule === 'trade') {
      const { wages } = entityPolicies[entity];
      const isOther = wages !== undefined && (row[wages.column] === wages.value) !== (rule === 'wages');
      return !isOther && this.#inCompany(entity, row, companyId);
    }
    return this.#isReportIn(entity, row, companyId);
  }

  /** The rules that the viewer's grants give on a class of an entity. */
  #rules(entity: EntityName, dataClass: string, kind: Kind): readonly { rule: RowRule; companyId: string | null }[] {
    const { installation } = entityPolicies[entity];
    return this.#person.grants.flatMap(({ role, companyId }) => {
      const rule = (classes as ClassTable)[dataClass]?.[role]?.[kind];
      if (!rule) return [];
      const narrows = companyId !== null && installation !== undefined && rule !== 'self';
      if (!narrows) return [{ rule, companyId }];
      if (kind === 'write') return [];
      return [{ rule: (installation as readonly string[]).includes(dataClass) ? ('self' as const) : rule, companyId }];
    });
  }

  classOf(entity: EntityName, field: string): string {
    const policy = entityPolicies[entity];
    return isStructural(field) ? policy.row : (policy.fields[field] as string);
  }

  /** Whether there is no row on which this could hold. */
  never(entity: EntityName, field: string, kind: Kind = 'read'): boolean {
    return this.#rules(entity, this.classOf(entity, field), kind).length === 0;
  }

  may(entity: EntityName, row: StoredRow, field: string, kind: Kind = 'read'): boolean {
    if (kind === 'write' && entityPolicies[entity].notSubject && this.isOwn(entity, row)) return false;
    return this.#rules(entity, this.classOf(entity, field), kind).some(({ rule, companyId }) =>
      this.#holds(rule, companyId, entity, row),
    );
  }

  sees(entity: EntityName, row: StoredRow): boolean {
    return this.may(entity, row, 'id');
  }

  visible(entity: EntityName): StoredRow[] {
    return (this.#rows.get(entity) ?? []).filter((row) => this.sees(entity, row));
  }

  /** Whether a new row may be made in a company. A right for one company makes no other company. */
  mayCreate(entity: EntityName, field: string, companyId: string | null): boolean {
    const anywhere = companyId === null && entity !== 'Company';
    return this.#rules(entity, this.classOf(entity, field), 'write').some(
      (each) => each.rule === 'all' && (each.companyId === null || anywhere || each.companyId === companyId),
    );
  }

  /** What the rules can tell of a row: whose it is, whether it is of a company. */
  sortOf(entity: EntityName, row: StoredRow, companyId: string): string {
    const inAll = this.#isReportIn(entity, row, null);
    return [
      this.isOwn(entity, row),
      inAll,
      this.#isReportIn(entity, row, companyId),
      this.#inCompany(entity, row, companyId),
      row[entityPolicies[entity].wages?.column ?? ''] === entityPolicies[entity].wages?.value,
    ].join();
  }

  neverRuns(name: CommandName): boolean {
    return this.#person.grants.every(({ role }) => commandPolicies[name].roles[role] === undefined);
  }

  mayRun(name: CommandName, entity: EntityName, row: StoredRow): boolean {
    const { roles, notSubject, installation } = commandPolicies[name];
    if (notSubject && this.isOwn(entity, row)) return false;
    return this.#person.grants.some(({ role, companyId }) => {
      const rule = roles[role];
      if (!rule) return false;
      return this.#holds(installation && companyId !== null ? 'self' : rule, companyId, entity, row);
    });
  }

  /** Of a list of people, those whom the viewer may know of: those whom the rule for the list reaches. */
  peopleIn(entity: EntityName, row: StoredRow, field: Field): readonly string[] | null {
    if (entityPolicies[entity].subject.people !== field.name) return null;
    const rules = this.#rules(entity, this.classOf(entity, field.name), 'read');
    return idsIn(row[field.name]).filter((id) =>
      rules.some(({ rule, companyId }) => this.#holds(rule, companyId, 'Person', { id })),
    );
  }

  /** Whether a field shows its last characters where its value is not shown. */
  shownMasked(entity: EntityName, row: StoredRow, field: Field): boolean {
    return hasEnd(field) && this.may(entity, row, field.name, 'masked');
  }

  /** The row that a to-one relation leads to, if the viewer may follow it and sees what is there. */
  target(entity: EntityName, row: StoredRow, field: Field): StoredRow | null {
    if (!this.may(entity, row, field.name)) return null;
    const [key, id] = [field.from?.at(-1) ?? '', field.to?.at(-1) ?? ''];
    const found = (this.#rows.get(field.type as EntityName) ?? []).find(
      (each) => each[id] === row[key] && row[key] !== null,
    );
    return found && this.sees(field.type as EntityName, found) ? found : null;
  }

  /** The rows of a list that the viewer sees and whose membership the viewer may know; null where there is no list. */
  targets(entity: EntityName, row: StoredRow, field: Field): StoredRow[] | null {
    if (!this.may(entity, row, field.name)) return null;
    const back = opposite(entity, field);
    const [key, id] = [back.from?.at(-1) ?? '', back.to?.at(-1) ?? ''];
    const target = field.type as EntityName;
    return (this.#rows.get(target) ?? []).filter(
      (each) => each[key] === row[id] && this.sees(target, each) && this.may(target, each, back.name),
    );
  }
}

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [String(value)]);

/** Whether a value has last characters to show: a text has. */
export const hasEnd = (field: Field): boolean =>
  field.kind === 'scalar' && field.type === 'String' && field.native?.[0] !== 'Uuid' && !field.list;

/** A stored value as the graph writes it. */
export function asWritten(field: Field, value: StoredRow[string]): StoredRow[string] {
  if (value === null || value === undefined) return null;
  if (field.type === 'Decimal')
    return String(value)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '');
  if (field.type === 'DateTime' && field.native?.[0] !== 'Date') return new Date(String(value)).toISOString();
  return value;
}

/** The end of a value that is masked. */
export const asMasked = (value: StoredRow[string]): string | null => {
  if (value === null) return null;
  const letters = [...String(value)];
  return letters.length > 4 ? `•••• ${letters.slice(-4).join('')}` : '••••';
};
