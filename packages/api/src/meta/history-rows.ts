/** Values by column, as text: a decimal that passed through JavaScript would lose its end. */
type Values = Readonly<Record<string, string | null>>;

/** One change of a row, as the database recorded it. */
interface Step {
  readonly kind: 'INSERT' | 'UPDATE' | 'DELETE';
  readonly before: Values | null;
  readonly after: Values | null;
}

interface Deed {
  /** Id of the last change that the operation made in the row. */
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  readonly reason: string | null;
}

/** What an operation did to a row, change by change. */
export interface OperationRow extends Deed {
  readonly steps: readonly Step[];
}

/** What an operation did to a row, from what to what. */
export interface ChangeRow extends Deed, Step {}

const texts = (values: string): string => `(select jsonb_object_agg(key, value) from jsonb_each_text(${values}))`;

/** The values that the viewer may read, out of the seal that they stand under in the log. */
const opened = (values: string): string => `open_values(${values}, $5::text[], c.person_id)`;

/** What stands where a value was whose key has been destroyed. */
export const erased = '{"$erased": true}';

/**
 * The operations that changed a row, the latest first. The parameters are table, id, the entry before which to begin, how
 * many, and the columns that the viewer may read: a change of nothing else did not happen for this viewer. A row is locked
 * from its first change to the end of the operation, so the changes of two operations never alternate.
 */
export const operationsOn = `
  select e.id::text, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
    coalesce(u.name, o.actor) as actor, o.command, o.reason, e.steps
  from (
    select c.operation_id, max(c.at) as at, (array_agg(c.id order by c.at desc, c.id desc))[1] as id,
      json_agg(json_build_object('kind', c.kind, 'before', ${texts(opened('c.before'))},
        'after', ${texts(opened('c.after'))})
        order by c.at, c.id) as steps
    from audit_change c
    where c.table_name = $1 and c.row_id = $2 and (c.kind <> 'UPDATE' or c.after ?| $5::text[])
    group by c.operation_id
  ) e join audit_operation o on o.id = e.operation_id left join app_user u on u.id = o.user_id
  where $3::uuid is null or (e.at, e.id) < (select k.at, k.id from audit_change k where k.id = $3 and k.row_id = $2)
  order by e.at desc, e.id desc limit $4`;

/** Several changes of one operation as the one that they come to. */
export function changeBy({ steps, ...deed }: OperationRow): ChangeRow {
  const kinds = new Set(steps.map(({ kind }) => kind));
  const kind = kinds.has('INSERT') ? 'INSERT' : kinds.has('DELETE') ? 'DELETE' : 'UPDATE';
  // The first change tells what was before; the last one, what is now.
  const before = kind === 'INSERT' ? null : Object.assign({}, ...steps.map((step) => step.before).reverse());
  const after = kinds.has('DELETE') ? null : Object.assign({}, ...steps.map((step) => step.after));
  return { ...deed, kind, before, after };
}
