import { startWorld, type World } from '@kontor/testkit';
import { withClient } from '../../database/connect.ts';
import type { Role } from '../../generated/prisma/enums.ts';
import { type StoredRow, storeRows } from '../../read/proof/random-world.ts';
import { type Answer, type Ask, asker, told } from './asking.ts';
import { type Middle, middleWorld } from './world-rows.ts';

/** What is behind each door: the pay of a colleague, a person of another company, and an address that is nobody else's business. */
export interface Hidden {
  readonly world: World;
  readonly middle: Middle;
  /** Of the company that roles are granted for, and neither above nor below the person in the middle. */
  readonly colleague: StoredRow;
  /** Of the other company. */
  readonly stranger: StoredRow;
  /** The person who the colleague is. */
  readonly hidden: StoredRow;
  readonly employees: readonly StoredRow[];
  /** Lets somebody in with these roles, each time the person in the middle. */
  readonly as: (...grants: { role: Role; companyId: string | null }[]) => Promise<Ask>;
  /** A role for the company that they are granted for. */
  readonly here: (role: Role) => { role: Role; companyId: string };
}

export const unknownId = '0a0b0c0d-0000-7000-8000-00000000ffff';

export async function hide(): Promise<Hidden> {
  const world = await startWorld({ rateCapacity: 1e9 });
  const middle = middleWorld(4);
  const employees = middle.rows.get('Employee') ?? [];
  const isMiddle = (row: StoredRow): boolean => row['personId'] === middle.personId;
  const above = new Set(employees.filter(isMiddle).map((row) => row['id']));
  const colleague = employees.find(
    (row) => row['companyId'] === middle.companyId && !isMiddle(row) && !above.has(row['managerId'] ?? null),
  );
  const stranger = employees.find((row) => row['companyId'] === middle.otherCompanyId && !isMiddle(row));
  const hidden = middle.rows.get('Person')?.find((row) => row['id'] === colleague?.['personId']);
  if (!colleague || !stranger || !hidden) throw new Error('this seed has nobody to hide');
  Object.assign(colleague, {
    salary: '54321',
    salaryCurrencyCode: 'SEK',
    salaryPeriod: 'MONTH',
    firstName: 'Colleen',
    lastName: 'Agger',
  });
  Object.assign(hidden, { homeCity: 'Hiddensee', iban: 'DE89370400440532013000', active: true });
  await withClient(world.ownerUrl, (owner) => storeRows(owner, middle.rows));
  let letIn = 0;
  const as: Hidden['as'] = async (...grants) => {
    letIn += 1;
    const { token } = await world.member(`viewer-${letIn}`, grants, middle.personId);
    return asker(world.url, token);
  };
  const here: Hidden['here'] = (role) => ({ role, companyId: middle.companyId });
  return { world, middle, colleague, stranger, hidden, employees, as, here };
}

export const codeOf = (answer: Answer): string | undefined => answer.errors?.[0]?.extensions.code;
export const idsOf = (answer: Answer): string[] =>
  told<{ nodes: { id: string }[] }>(answer).nodes.map((node) => node.id);

/** A list of an entity's ids, filtered, ordered and from a cursor on. */
export const listOf = (plural: string, type: string): string =>
  `query ($where: ${type}Where, $orderBy: [${type}Order!], $after: ID) {
  list: ${plural}(first: 100, where: $where, orderBy: $orderBy, after: $after) { totalCount nodes { id } } }`;
export const employeeList = listOf('employees', 'Employee');
