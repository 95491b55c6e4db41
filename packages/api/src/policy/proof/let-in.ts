import { createHash } from 'node:crypto';
import { type EntityName, models } from '../../catalogue.ts';
import type { Rows, StoredRow } from '../../read/proof/random-world.ts';
import type { Person } from './expectation.ts';

/** Who looks at two worlds: the same account, with the same token, in both. */
export const token = 'kontor_of-the-one-who-looks-at-both-worlds';
export const userId = '0a0b0c0d-0000-7000-8000-000000000001';
const start = '2026-01-01T00:00:00.000Z';

/** A row with whatever else its entity has empty. */
const rowOf = (entity: EntityName, values: StoredRow): StoredRow => ({
  ...Object.fromEntries(
    Object.values(models[entity].fields)
      .filter((field) => field.kind !== 'relation')
      .map((field) => [field.name, null]),
  ),
  ...('version' in models[entity].fields && { version: 1 }),
  createdAt: start,
  updatedAt: start,
  ...values,
});

/** Puts the one who looks into a world, under the same id and with the same token in each. */
export function letIn(rows: Rows, person: Person): Rows {
  const own: [EntityName, StoredRow[]][] = [
    [
      'User',
      [
        rowOf('User', {
          id: userId,
          email: 'looks@world.example',
          name: 'Looks',
          personId: person.personId,
          language: 'en',
          active: true,
        }),
      ],
    ],
    [
      'RoleGrant',
      person.grants.map(({ role, companyId }, index) =>
        rowOf('RoleGrant', {
          id: `0a0b0c0d-0000-7000-8000-00000000001${index}`,
          userId,
          role,
          companyId,
          fromAt: start,
        }),
      ),
    ],
    [
      'ApiToken',
      [
        rowOf('ApiToken', {
          id: '0a0b0c0d-0000-7000-8000-000000000002',
          userId,
          name: 'looking',
          ending: 'worlds',
          roles: [],
          expiresAt: '2199-01-01T00:00:00.000Z',
          tokenHash: `\\x${createHash('sha256').update(token).digest('hex')}`,
        }),
      ],
    ],
  ];
  return new Map([
    ...rows,
    ...own.map(([entity, made]): [EntityName, StoredRow[]] => [entity, [...(rows.get(entity) ?? []), ...made]]),
  ]);
}
