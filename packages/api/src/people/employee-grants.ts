import type { Transaction } from '../write/operation.ts';

/**
 * Ends what the person of an employment may do as an employee of its company, with the last day of the employment, and at
 * once where they do not start: not
 * where another employment there goes on, and a grant for all companies only with the last employment anywhere. A grant
 * that was used until now ends now; one that had not begun was never held.
 */
export async function endEmployeeGrants(tx: Transaction, employeeId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    with ended as (
      select e.id, e.person_id, e.company_id, coalesce(e.cancelled_on, e.end_on) as end_on,
        case when e.cancelled_on is not null then ${now}::timestamptz
          else greatest((e.end_on + 1)::timestamp at time zone c.time_zone, ${now}::timestamptz) end as until_at
      from employee e join company c on c.id = e.company_id
      where e.id = ${employeeId}::uuid and (e.end_on is not null or e.cancelled_on is not null)
    ), lasting as (
      select other.company_id from ended
      join employee other on other.person_id = ended.person_id and other.id <> ended.id
      where other.cancelled_on is null and (other.end_on is null or other.end_on > ended.end_on)
    )
    update role_grant g set until_at = greatest(ended.until_at, g.from_at)
    from ended join app_user u on u.person_id = ended.person_id
    where g.user_id = u.id and g.role = 'EMPLOYEE'
      and (g.until_at is null or g.until_at > ended.until_at)
      and (g.company_id = ended.company_id or g.company_id is null)
      and not exists (select from lasting where g.company_id is null or lasting.company_id = g.company_id)`;
}
