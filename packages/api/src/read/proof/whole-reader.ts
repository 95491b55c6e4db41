import { startWorld, type World } from '@kontor/testkit';
import type { EntityName, Field } from '../../catalogue.ts';
import { withClient } from '../../database/connect.ts';
import type { Role } from '../../generated/prisma/enums.ts';
import { classes } from '../../policy/classes.ts';
import { classOf, entityPolicies } from '../../policy/index.ts';
import { type Rows, randomRows, storeRows } from './random-world.ts';

/** Together these read everything. */
const roles: readonly Role[] = ['HR', 'PAYROLL', 'ACCOUNTING', 'IT', 'AUDITOR', 'REPORTING', 'ADMINISTRATOR'];

/** What people keep for themselves nobody reads whole, so there is nothing to compare with. */
export const isKept = (entity: EntityName): boolean => entityPolicies[entity].kept !== undefined;

/** Of a class that no role reads, such as which absences are of a kind. */
const isClosed = (entity: EntityName, field: Field): boolean =>
  Object.keys(classes[classOf(entity, field.name)]).length === 0;

/** Whether whoever reads everything reads a field on every row. */
export const isRead = (entity: EntityName, field: Field): boolean =>
  !isClosed(entity, field) && (field.kind !== 'relation' || !isKept(field.type as EntityName));

/** A world of rows at random, and the token of somebody who reads all of it. */
export async function openToReader(
  seed: number,
): Promise<{ readonly world: World; readonly rows: Rows; readonly token: string }> {
  const world = await startWorld({ rateCapacity: 1e9 });
  const rows = randomRows(seed);
  await withClient(world.ownerUrl, (owner) => storeRows(owner, rows));
  const { token } = await world.member(
    'reader',
    roles.map((role) => ({ role })),
  );
  return { world, rows, token };
}
