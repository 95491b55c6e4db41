import { objectKey, type TypedLine } from '@kontor/core';
import type { Transaction } from '../write/operation.ts';
import type { Books } from './read-books.ts';

/**
 * Makes objects for what lines name in a built-in dimension and is in the company: a cost centre by its code, an employee
 * by the number, a device by its tag. An employee's object is named by the number: names stay with the employee.
 */
export async function addBuiltInObjects(
  tx: Transaction,
  companyId: string,
  lines: readonly TypedLine[],
  { facts }: Books,
): Promise<boolean> {
  const unknown = lines
    .flatMap((line) => line.dimensions)
    .filter((each) => facts.dimensions.has(each.dimension) && !facts.objects.has(objectKey(each)));
  if (unknown.length === 0) return false;
  const made = await tx.$executeRaw`
    insert into dimension_object (company_id, dimension_id, code, name, cost_centre_id, employee_id, device_id)
    select d.company_id, d.id, n.code, coalesce(c.name, e.employee_number, v.asset_tag), c.id, e.id, v.id
    from unnest(${unknown.map((each) => each.dimension)}::text[], ${unknown.map((each) => each.object)}::text[])
      as n (dimension, code)
    join dimension d on d.company_id = ${companyId}::uuid and d.code = n.dimension and d.active
    left join cost_centre c on d.kind = 'COST_CENTRE' and c.company_id = d.company_id and c.code = n.code and c.active
    left join employee e on d.kind = 'EMPLOYEE' and e.company_id = d.company_id and e.employee_number = n.code
    left join device v on d.kind = 'DEVICE' and v.company_id = d.company_id and v.asset_tag = n.code
    where coalesce(c.id, e.id, v.id) is not null
    on conflict do nothing`;
  return made > 0;
}
