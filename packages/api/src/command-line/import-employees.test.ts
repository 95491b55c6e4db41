/** The export and the import of employees as a person runs them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onDatabase, runKontor } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '../database/testing.ts';
import { companyDatabase } from './proof/company-database.ts';

let home: string;
let database: TestDatabase;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kontor employees '));
  database = await companyDatabase('SE');
});
afterAll(async () => {
  await database.drop();
  await rm(home, { recursive: true, force: true });
});

async function kontor(...args: string[]) {
  const { status, out, err } = await runKontor(args, { home: path.join(home, 'kontor'), env: onDatabase(database) });
  return { status, lines: out.trim().split('\n'), told: err.trim().split('\n') };
}

test('a file is checked, written, listed and taken back', async () => {
  const file = path.join(home, 'people.csv');
  await writeFile(
    file,
    'Nummer;Förnamn;Efternamn;Startdatum;Avdelning;Befattning\n7;Åsa;Öberg;2020-01-01;Ekonomi;Redovisare\n',
  );
  const asked = ['import', 'employees', file, '--company', 'SE', '--map', 'Nummer=employeeNumber'];
  const checked = await kontor(...asked);
  expect(checked).toMatchObject({ status: 1, told: ['Nothing was written: add --commit to write.'] });
  expect(checked.lines).toEqual([
    'encoding utf-8, separator ;',
    'columns  Nummer → employeeNumber, Förnamn → firstName, Efternamn → lastName, Startdatum → startOn, Avdelning → departmentName, Befattning → positionTitle',
    'line 2, Avdelning: Choose a department of the company, or have those that are missing made. (DEPARTMENT_UNKNOWN)',
    'line 2, Befattning: Choose a position of the company, or have those that are missing made. (POSITION_UNKNOWN)',
    'rows 1, created 0, updated 0, unchanged 0, faulty 1',
  ]);
  const written = await kontor(...asked, '--create-missing', '--commit');
  expect(written).toMatchObject({ status: 0 });
  expect(written.lines.at(-1)).toBe('rows 1, created 1, updated 0, unchanged 0, faulty 0');
  const batch = written.told.at(-1)?.split(' ').at(-1) ?? '';

  const columns = ['--columns', 'employeeNumber,lastName,department.name'];
  const exported = await kontor(
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

  expect(await kontor('import', 'employees', '--undo', batch)).toMatchObject({ status: 0, told: ['Taken back.'] });
  expect((await kontor('export', 'employees', ...columns)).lines).toHaveLength(1);
  expect(await kontor('import', 'employees', '--undo', batch)).toMatchObject({
    status: 1,
    told: ['Nothing was taken back.'],
  });
}, 180_000);

test('what cannot be used is one line', async () => {
  const file = path.join(home, 'empty.csv');
  await writeFile(file, '');
  const told = async (...args: string[]) => {
    const { status, told: lines } = await kontor(...args);
    return [status, lines.length, lines[0]];
  };
  const nowhere = path.join(home, 'nowhere.csv');
  expect(await told('import', 'employees', nowhere, '--company', 'SE')).toEqual([
    1,
    1,
    `kontor: There is no file ${nowhere}`,
  ]);
  expect(await told('import', 'employees', file)).toEqual([
    1,
    1,
    'kontor: Name the company by its code: --company CODE',
  ]);
  expect(await told('import', 'employees', file, '--company', 'XX')).toEqual([
    1,
    1,
    'kontor: There is no company with the code XX',
  ]);
  expect(await told('import', 'employees')).toEqual([1, 1, 'kontor: Give a file, or --undo with the id of an import']);
  expect((await told('import', 'employees', file, '--company', 'SE', '--encoding', 'ebcdic'))[2]).toMatch(
    /^kontor: encoding: /,
  );
  expect(await told('export', 'people', '--columns', 'shoeSize')).toEqual([
    1,
    1,
    'kontor: columns.0: There is no column shoeSize.',
  ]);
  expect(await told('export', 'people', '--columns', 'id', '--where', '{')).toEqual([
    1,
    1,
    'kontor: --where is no valid JSON: {',
  ]);
  expect(await told('--as', 'nobody@example.com', 'export', 'people', '--columns', 'id')).toEqual([
    1,
    1,
    'kontor: There is no user in use with the address nobody@example.com',
  ]);
}, 180_000);
