/** The export and the import of employees as a person runs them. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../app.ts';
import { createPool, createPrismaClient } from '../database/index.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { workspaceRoot } from '../env.ts';
import { localOperator } from '../server/authenticate.ts';
import { operate } from '../write/operation.ts';

let home: string;
let database: TestDatabase;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kontor employees '));
  database = await createTestDatabase();
  const pool = createPool(database.appUrl);
  const prisma = createPrismaClient(pool);
  await operate({ prisma } as App, { viewer: localOperator, command: 'test' }, ({ tx }) =>
    tx.company.create({
      data: {
        code: 'SE',
        name: 'Kontor AB',
        country: 'SE',
        baseCurrencyCode: 'SEK',
        locale: 'sv-SE',
        timeZone: 'Europe/Stockholm',
      },
    }),
  );
  await prisma.$disconnect();
  await pool.end();
});
afterAll(async () => {
  await database.drop();
  await rm(home, { recursive: true, force: true });
});

function kontor(...args: string[]) {
  const entry = ['--import', 'tsx', 'packages/api/bin/dev-entry.mjs'];
  const env = {
    PATH: '/usr/bin:/bin',
    KONTOR_HOME: path.join(home, 'kontor'),
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.appUrl,
    MIGRATE_DATABASE_URL: database.ownerUrl,
  };
  const options = { cwd: workspaceRoot, env, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...entry, ...args], options);
  return { status, lines: stdout.trim().split('\n'), told: stderr.trim().split('\n') };
}

test('a file is checked, written, listed and taken back', async () => {
  const file = path.join(home, 'people.csv');
  await writeFile(
    file,
    'Nummer;Förnamn;Efternamn;Startdatum;Avdelning;Befattning\n7;Åsa;Öberg;2020-01-01;Ekonomi;Redovisare\n',
  );
  const asked = ['import', 'employees', file, '--company', 'SE', '--map', 'Nummer=employeeNumber'];
  const checked = kontor(...asked);
  expect(checked).toMatchObject({ status: 1, told: ['Nothing was written: add --commit to write.'] });
  expect(checked.lines).toEqual([
    'encoding utf-8, separator ;',
    'columns  Nummer → employeeNumber, Förnamn → firstName, Efternamn → lastName, Startdatum → startOn, Avdelning → departmentName, Befattning → positionTitle',
    'line 2, Avdelning: Choose a department of the company, or have those that are missing made. (DEPARTMENT_UNKNOWN)',
    'line 2, Befattning: Choose a position of the company, or have those that are missing made. (POSITION_UNKNOWN)',
    'rows 1, created 0, updated 0, unchanged 0, faulty 1',
  ]);
  const written = kontor(...asked, '--create-missing', '--commit');
  expect(written).toMatchObject({ status: 0 });
  expect(written.lines.at(-1)).toBe('rows 1, created 1, updated 0, unchanged 0, faulty 0');
  const batch = written.told.at(-1)?.split(' ').at(-1) ?? '';

  const columns = ['--columns', 'employeeNumber,lastName,department.name'];
  const exported = kontor(
    'export',
    'employees',
    ...columns,
    '--where',
    '{"lastName":{"eq":"Öberg"}}',
    '--language',
    'sv',
  );
  expect(exported).toMatchObject({
    status: 0,
    lines: ['Anställningsnummer,Efternamn,Avdelning: Namn\r', '7,Öberg,Ekonomi'],
  });

  expect(kontor('import', 'employees', '--undo', batch)).toMatchObject({ status: 0, told: ['Taken back.'] });
  expect(kontor('export', 'employees', ...columns).lines).toHaveLength(1);
  expect(kontor('import', 'employees', '--undo', batch)).toMatchObject({
    status: 1,
    told: ['Nothing was taken back.'],
  });
}, 180_000);

test('what cannot be used is one line', async () => {
  const file = path.join(home, 'empty.csv');
  await writeFile(file, '');
  const told = (...args: string[]) => {
    const { status, told: lines } = kontor(...args);
    return [status, lines.length, lines[0]];
  };
  const nowhere = path.join(home, 'nowhere.csv');
  expect(told('import', 'employees', nowhere, '--company', 'SE')).toEqual([
    1,
    1,
    `kontor: There is no file ${nowhere}`,
  ]);
  expect(told('import', 'employees', file)).toEqual([1, 1, 'kontor: Name the company by its code: --company CODE']);
  expect(told('import', 'employees', file, '--company', 'XX')).toEqual([
    1,
    1,
    'kontor: There is no company with the code XX',
  ]);
  expect(told('import', 'employees')).toEqual([1, 1, 'kontor: Give a file, or --undo with the id of an import']);
  expect(told('import', 'employees', file, '--company', 'SE', '--encoding', 'ebcdic')[2]).toMatch(
    /^kontor: encoding: /,
  );
  expect(told('export', 'people', '--columns', 'shoeSize')).toEqual([1, 1, 'kontor: Person has no field shoeSize.']);
  expect(told('export', 'people', '--columns', 'id', '--where', '{')).toEqual([
    1,
    1,
    'kontor: --where is no valid JSON: {',
  ]);
  expect(told('--as', 'nobody@example.com', 'export', 'people', '--columns', 'id')).toEqual([
    1,
    1,
    'kontor: There is no user in use with the address nobody@example.com',
  ]);
}, 180_000);
