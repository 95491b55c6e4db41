import type { GraphField, ModelName } from '../catalogue.ts';
import type { Role } from '../generated/prisma/enums.ts';

/**
 * Which rows of a company that a role is granted for:
 * `all` of them, those of the viewer's own person (`self`), those of the people below the viewer, at any depth
 * (`reports`), or of what is paid that which is the pay of people (`wages`) and all else (`trade`). An entity whose rows
 * are not of these two sorts has them all under both.
 */
export type RowRule = 'all' | 'self' | 'reports' | 'wages' | 'trade';

/** What a role may do with the fields of a data class. What is not said is never. */
export interface Access {
  readonly read?: RowRule;
  readonly write?: RowRule;
  /** Rows whose values show their last four characters alone. */
  readonly masked?: RowRule;
  /** Totals over groups of people, never a single value. */
  readonly totals?: true;
}

export type ClassTable = Readonly<Record<string, Readonly<Partial<Record<Role, Access>>>>>;

/** The cells of the policy tables. */
export const R = { read: 'all' } as const satisfies Access;
export const W = { read: 'all', write: 'all' } as const satisfies Access;
export const own = { read: 'self' } as const satisfies Access;
export const ownW = { read: 'self', write: 'self' } as const satisfies Access;
export const kept = { read: 'all', write: 'self' } as const satisfies Access;
export const team = { read: 'reports' } as const satisfies Access;
export const masked = { masked: 'all' } as const satisfies Access;
export const totals = { totals: true } as const satisfies Access;
export const wages = { read: 'wages' } as const satisfies Access;
export const trade = { read: 'trade' } as const satisfies Access;

/** Where the company of a row stands: in a column, in any employment of a person or of several people, or nowhere. */
export type CompanyOf = { readonly column: string } | { readonly person: string } | { readonly people: string } | null;

/** Whom a row is about: columns that hold the id of a person, an employee or a user, or the ids of several people. */
export interface SubjectOf {
  readonly person?: string;
  readonly employee?: string;
  readonly user?: string;
  /** Of the ids in this column a viewer sees those of the people whom the rule for the column reaches. */
  readonly people?: string;
}

/**
 * When a row that somebody keeps is there for others: where a column says that it is shared, they see the entity that
 * another names, and may read every field in the list of a third, apart by spaces. A fourth may name a role: then it is
 * there for those who hold it.
 */
export interface KeptBy {
  readonly shared: string;
  readonly role: string;
  readonly entity: string;
  readonly fields: string;
}

/** The policy row of one entity. */
export interface EntityPolicy<M extends ModelName = ModelName, C extends string = string> {
  /** Data class that decides whether a row is seen at all, and who may create it. */
  readonly row: C;
  readonly company: CompanyOf;
  readonly subject: SubjectOf;
  /** Which rows are the pay of people: those with this value in this column. */
  readonly wages?: { readonly column: string; readonly value: string };
  /** For what people keep for themselves: besides the rules, a row is there for its subject, or where it is shared. */
  readonly kept?: KeptBy;
  /**
   * For rows of the installation as a whole: the classes of them that a right for one company does not read, except about
   * oneself. Such a right writes none of them. Without this, what has no company is there for every company.
   */
  readonly installation?: readonly C[];
  /** Nobody writes rows that are about themselves, whatever their role. */
  readonly notSubject?: true;
  /** Every field of the graph and its data class. */
  readonly fields: Readonly<Record<GraphField<M>, C>>;
}

/** Who may have a report, on which records of an entity. It tells totals alone: no entry, no text. */
export interface ReportPolicy {
  readonly of: ModelName;
  readonly roles: Readonly<Partial<Record<Role, RowRule>>>;
}

/** Who may run a command, on which rows. `notSubject` keeps people from deciding their own case. */
export interface CommandPolicy {
  readonly roles: Readonly<Partial<Record<Role, RowRule>>>;
  readonly notSubject?: true;
  /** It acts on the installation as a whole: a right for one company reaches what is one's own. */
  readonly installation?: true;
}
