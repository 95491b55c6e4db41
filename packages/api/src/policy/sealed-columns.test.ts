import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { workspaceRoot } from '../env.ts';
import '../schema.ts';
import { sealedColumnsSql, sealedTables } from './sealed-columns.ts';

test('the database is told what the policy tables say is to be sealed: run `kontor schema`', async () => {
  const file = path.join(workspaceRoot, 'prisma/standing/25-sealed-columns.sql');
  expect(await readFile(file, 'utf8')).toBe(sealedColumnsSql());
  const columns = sealedTables().flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
  expect(columns).toEqual(
    expect.arrayContaining([
      'person.iban',
      'person.home_street',
      'person.national_id',
      'employee.salary',
      'compensation.amount',
    ]),
  );
});
