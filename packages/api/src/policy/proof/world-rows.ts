import type pg from 'pg';
import { type EntityName, models } from '../../catalogue.ts';
import { type Rows, randomRows, type StoredRow } from '../../read/proof/random-world.ts';

/**
 * A random world with one person in the middle: employed by two companies, below somebody, above others, with devices,
 * pay and proposals of their own. Everybody who looks at it in a test looks as that person.
 */
export interface Middle {
  readonly rows: Rows;
  readonly personId: string;
  /** The company that roles are granted for. */
  readonly companyId: string;
  readonly otherCompanyId: string;
}

const of = (rows: Rows, entity: EntityName): StoredRow[] => rows.get(entity) ?? [];

/** Gives every third row of an entity to the person in the middle, and every third to those below. */
function shareOut(
  rows: Rows,
  entity: EntityName,
  key: string,
  own: readonly StoredRow[],
  below: readonly StoredRow[],
): void {
  of(rows, entity).forEach((row, index) => {
    const among = (index % 3 === 0 ? own : index % 3 === 1 ? below : []).filter(
      (each) => !('companyId' in row) || !('companyId' in each) || each['companyId'] === row['companyId'],
    );
    const chosen = among[Math.floor(index / 3) % Math.max(1, among.length)];
    if (chosen) row[key] = chosen['id'] ?? null;
  });
}

const ofOneEmployee = [
  ...(['Assignment', 'Compensation', 'TaxChange', 'AssignmentChange', 'DeviceAssignment'] as const),
  ...(['Absence', 'WorkPattern'] as const),
  ...(['Payment', 'PaymentOmission'] as const),
  ...(['PayFact', 'PayItem', 'Payslip', 'PayslipLine', 'PayslipSum', 'PayslipOrigin', 'PayProblem'] as const),
];

export function middleWorld(seed: number): Middle {
  const rows = randomRows(seed);
  const [company, other] = of(rows, 'Company').map((row) => String(row['id']));
  const employees = of(rows, 'Employee');
  const people = of(rows, 'Person');
  const here = employees.filter((row) => row['companyId'] === company);
  const there = employees.filter((row) => row['companyId'] === other);
  const [first, second] = [here[1], there[1]];
  const person = people.find((row) => row['id'] === first?.['personId']);
  if (!first || !second || !person || !company || !other) throw new Error('this seed gives no person in the middle');
  second['personId'] = person['id'] ?? null;
  const own = [first, second];
  for (const [index, row] of [...here.slice(2), ...there.slice(2)].entries())
    if (index % 3 === 0) row['managerId'] = own[index % 2]?.['id'] ?? null;
  const below = employees.filter((row) => own.some((each) => each['id'] === row['managerId']));
  for (const row of employees)
    if (!own.includes(row) && row['personId'] === person['id']) row['personId'] = people[0]?.['id'] ?? null;
  for (const entity of ofOneEmployee) shareOut(rows, entity, 'employeeId', own, below);
  shareOut(rows, 'Device', 'holderId', own, below);
  const belowPeople = below.map((row) => ({ id: row['personId'] ?? null }));
  for (const entity of ['HomeChange', 'BankChange'] as const) shareOut(rows, entity, 'personId', [person], belowPeople);
  // Some views ask for what some may not read, and some are nobody else's.
  const asked = ['Employee.salary', 'Department.name', 'Person.iban Person.lastName', ''];
  of(rows, 'SavedView').forEach((row, index) => {
    row['shared'] = index % 5 !== 0;
    row['sharedWithRole'] = [null, 'HR', 'IT', null][index % 4] ?? null;
    row['asksFor'] = asked[index % asked.length] ?? '';
    row['resource'] = ['Employee', 'Department', 'Person', 'User'][index % 4] ?? '';
  });
  return { rows, personId: String(person['id']), companyId: company, otherCompanyId: other };
}

/** What the database holds besides by now: whoever was let in, and what letting them in left behind. */
export async function withStored(rows: Rows, owner: pg.ClientBase): Promise<Rows> {
  const all: Rows = new Map(rows);
  for (const entity of ['User', 'RoleGrant', 'ApiToken', 'AuditOperation', 'Session', 'Currency'] as const) {
    const { table, fields } = models[entity];
    const { rows: found } = await owner.query<{ row: StoredRow }>(
      `select to_json(t) as row from ${owner.escapeIdentifier(table)} t`,
    );
    const columns = Object.values(fields).filter((field) => field.kind !== 'relation');
    all.set(
      entity,
      found.map(({ row }) => Object.fromEntries(columns.map((field) => [field.name, row[field.column] ?? null]))),
    );
  }
  return all;
}
