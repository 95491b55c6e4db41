import { addDays, type ManagerFacts } from '@kontor/core';
import type { Transaction } from '../write/operation.ts';
import { dayOf, dayOrNull } from './day.ts';

/** What a decision needs to know of a manager asked for. */
export async function managerFacts(tx: Transaction, managerId: string | null): Promise<ManagerFacts | null> {
  if (managerId === null) return null;
  const { companyId, endOn, cancelledOn } = await tx.employee.findUniqueOrThrow({ where: { id: managerId } });
  // Who does not start is nobody's manager on any day.
  return { companyId, endOn: cancelledOn ? addDays(dayOf(cancelledOn), -1) : dayOrNull(endOn) };
}

/**
 * Whether the manager is the employee or stands below them on any day from `startOn` to `endOn`. Changes of managers
 * wait for each other at a lock first, so that two that would make a cycle only together cannot both pass.
 */
export async function wouldCycle(
  tx: Transaction,
  line: { employeeId: string; managerId: string | null; startOn: string; endOn: string | null },
): Promise<boolean> {
  const { employeeId, managerId, startOn, endOn } = line;
  if (managerId === null) return false;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('manager line', 0))`;
  const rows = await tx.$queryRaw<{ cycles: boolean }[]>`
    with recursive line as (
      select ${managerId}::uuid as employee_id, daterange(${startOn}::date, ${endOn}::date, '[]') as days
      union
      select a.manager_id, line.days * daterange(a.start_on, a.end_on, '[]')
      from line
      join assignment a on a.employee_id = line.employee_id and daterange(a.start_on, a.end_on, '[]') && line.days
      where a.manager_id is not null
    )
    select exists (select from line where employee_id = ${employeeId}::uuid) as cycles`;
  return rows[0]?.cycles === true;
}
