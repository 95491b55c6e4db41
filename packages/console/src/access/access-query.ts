export type AccessExtent = 'YES' | 'PARTLY' | 'NO';

/** A role that gives something, by a rule; `holds` is null where there is no record or nobody may be told. */
export interface AccessReason {
  readonly role: string;
  readonly companyId: string | null;
  readonly rule: 'ALL' | 'REPORTS' | 'SELF' | 'WAGES' | 'TRADE';
  readonly holds: boolean | null;
}

export interface Access {
  readonly extent: AccessExtent;
  readonly reasons: readonly AccessReason[];
}

export interface NamedCompany {
  readonly id: string;
  readonly label: string;
}

export interface HeldGrant {
  readonly id: string;
  readonly role: string;
  readonly companyId: string | null;
  readonly untilAt: string | null;
}

/** What a user may do, as the graph answers it. */
export interface Explanation {
  readonly userId: string;
  readonly userName: string;
  readonly active: boolean | null;
  readonly own: boolean | null;
  readonly grants: readonly HeldGrant[];
  readonly companies: readonly NamedCompany[];
  readonly row: Access;
  readonly fields: readonly {
    readonly name: string;
    readonly label: string;
    readonly dataClass: string;
    readonly read: Access;
    readonly end: Access;
    readonly change: Access;
  }[];
  readonly commands: readonly {
    readonly name: string;
    readonly label: string;
    readonly barsOwnCase: boolean;
    readonly run: Access;
  }[];
}

export interface Readers {
  readonly nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly endOnly: boolean;
    readonly reasons: readonly AccessReason[];
  }[];
  readonly untold: readonly AccessReason[];
  readonly companies: readonly NamedCompany[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const reasons = 'reasons { role companyId rule holds }';
const access = `{ extent ${reasons} }`;

export const EXPLAIN_ACCESS = `query ExplainAccess($userId: ID!, $entity: String!, $id: ID, $language: String) {
  explainAccess(userId: $userId, entity: $entity, id: $id, language: $language) {
    userId userName active own grants { id role companyId untilAt } companies { id label } row ${access}
    fields { name label dataClass read ${access} end ${access} change ${access} }
    commands { name label barsOwnCase run ${access} } } }`;

/** The fields of an entity by their names, those that the viewer does not read among them. */
export const ACCESS_FIELDS = `query AccessFields($userId: ID!, $entity: String!, $language: String) {
  explainAccess(userId: $userId, entity: $entity, language: $language) { fields { name label } } }`;

export const WHO_MAY_READ = `query WhoMayRead($entity: String!, $id: ID!, $field: String!, $after: ID) {
  whoMayRead(entity: $entity, id: $id, field: $field, first: 50, after: $after) {
    nodes { id name endOnly ${reasons} } untold { role companyId rule holds } companies { id label }
    pageInfo { hasNextPage endCursor } } }`;
