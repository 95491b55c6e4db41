import type { Transaction } from '../write/operation.ts';

/**
 * The next free number of a company: one more than its highest, as wide as that. Hires of a company wait for each other
 * here until they have committed, so that two never get the same.
 */
export async function nextEmployeeNumber(tx: Transaction, companyId: string): Promise<string> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('employee number ' || ${companyId}, 0))`;
  const rows = await tx.$queryRaw<{ highest: string }[]>`
    select employee_number as highest from employee
    where company_id = ${companyId}::uuid and employee_number ~ '^[0-9]{1,19}$'
    order by employee_number::numeric desc, length(employee_number) desc limit 1`;
  const highest = rows[0]?.highest ?? '0';
  return String(BigInt(highest) + 1n).padStart(highest.length, '0');
}
