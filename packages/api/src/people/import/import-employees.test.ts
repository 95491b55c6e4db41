import { exported } from '@kontor/testkit';
import { gql } from 'graphql-request';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { counts, faultsOf, type ImportWorld, startImportWorld } from './testing.ts';

let all: ImportWorld;
beforeAll(async () => {
  all = await startImportWorld();
});
afterAll(() => all.world.stop());

const swedish = [
  'Personallista 2026;;;;;;;;;',
  'Anst.nr;Förnamn;Efternamn;E-post;Telefon;Startdatum;Befattningskod;Chef anstnr;Lön;Personnummer;Skostorlek',
  '002;Björn;Öberg;bjorn@example.com;08-123 45 67;2021-02-01;ACC;001;38 000,50;;43',
  '001;Åsa;Ängström;asa@example.com;;1998-08-15;CFO;;82 000;811228-9874;38',
  '',
].join('\r\n');

test('a Swedish file is checked, written, and written again without a change', async () => {
  const companyId = await all.company();
  const bytes = iconv.encode(swedish, 'windows-1252');
  const checked = await all.run('check', companyId, bytes);
  expect(checked).toMatchObject({ encoding: 'windows-1252', separator: ';', faults: [], batchId: null });
  expect(checked.header.slice(0, 2)).toEqual([
    { index: 0, label: 'Anst.nr', field: 'employeeNumber' },
    { index: 1, label: 'Förnamn', field: 'firstName' },
  ]);
  expect(checked.header.at(-1)).toEqual({ index: 10, label: 'Skostorlek', field: null });
  expect(checked.fields.find(({ name }) => name === 'startOn')).toEqual({
    name: 'startOn',
    label: 'First day',
    required: true,
  });
  expect(counts(checked)).toEqual([2, 2, 0, 0]);
  expect(await all.people(companyId, 'id')).toEqual([]);

  const written = await all.run('commit', companyId, bytes, { fileName: 'personal.csv' });
  expect(counts(written)).toEqual([2, 2, 0, 0]);
  const rows = await all.people(
    companyId,
    'employeeNumber firstName lastName workPhone startOn status contractType fte salary salaryCurrencyCode salaryPeriod department { code } position { code status } manager { employeeNumber } person { nationalId birthOn }',
  );
  expect(rows).toEqual([
    {
      employeeNumber: '001',
      firstName: 'Åsa',
      lastName: 'Ängström',
      workPhone: null,
      startOn: '1998-08-15',
      status: 'ACTIVE',
      contractType: 'PERMANENT',
      fte: '1',
      salary: '82000',
      salaryCurrencyCode: 'SEK',
      salaryPeriod: 'MONTH',
      department: { code: 'FIN' },
      position: { code: 'CFO', status: 'FILLED' },
      manager: null,
      person: { nationalId: '198112289874', birthOn: '1981-12-28' },
    },
    {
      employeeNumber: '002',
      firstName: 'Björn',
      lastName: 'Öberg',
      workPhone: '+4681234567',
      startOn: '2021-02-01',
      status: 'ACTIVE',
      contractType: 'PERMANENT',
      fte: '1',
      salary: '38000.5',
      salaryCurrencyCode: 'SEK',
      salaryPeriod: 'MONTH',
      department: { code: 'FIN' },
      position: { code: 'ACC', status: 'OPEN' },
      manager: { employeeNumber: '001' },
      person: { nationalId: null, birthOn: null },
    },
  ]);
  const { importBatch } = await all.hr.client.request<{ importBatch: unknown }>(
    gql`query ($id: ID!) { importBatch(id: $id) { subject fileName status rowCount createdCount updatedCount unchangedCount faultCount createdBy { email } } }`,
    { id: written.batchId },
  );
  expect(importBatch).toMatchObject({
    subject: 'employees',
    fileName: 'personal.csv',
    status: 'COMMITTED',
    rowCount: 2,
    createdCount: 2,
    faultCount: 0,
  });

  const again = await all.run('commit', companyId, bytes);
  expect(counts(again)).toEqual([2, 0, 0, 2]);
  expect((await all.people(companyId, 'version')).map(({ version }) => version)).toEqual(
    (await all.people(companyId, 'version')).map(({ version }) => version),
  );
});

const head = 'employeeNumber,firstName,lastName,startOn';

/** The same people in five languages, as their spreadsheets write them. */
const files: Readonly<Record<string, { encoding: string; bom?: boolean; text: string }>> = {
  english: {
    encoding: 'utf-16le',
    bom: true,
    text: 'Employee No\tFirst name\tLast name\tStart date\tEnd date\tContract type\tSalary\tCurrency\tFTE\n1\tZoë\tO’Neill\t31/01/2020\t\tPermanent\t3,500.50\tEUR\t80%\n2\tAnne\t"de ""Q"" la Tour"\t01/02/2021\t28/02/2035\tFixed term\t4,000\tEUR\t1',
  },
  swedish: {
    encoding: 'windows-1252',
    text: 'Anst nr;Förnamn;Efternamn;Startdatum;Slutdatum;Anställningsform;Lön;Valuta;Sysselsättningsgrad\r\n1;Zoë;Åström;2020-01-31;;Tillsvidare;3 500,50;EUR;80 %\r\n2;Anna;Öberg;2021-02-01;2035-02-28;Visstid;4 000;EUR;1\r\n',
  },
  german: {
    encoding: 'cp850',
    text: 'Personalnummer;Vorname;Nachname;Eintrittsdatum;Austrittsdatum;Vertragsart;Gehalt;Währung;Beschäftigungsgrad\r\n1;Jörg;Groß;31.01.2020;;unbefristet;3.500,50;EUR;80 %\r\n2;Änne;Müller;01.02.2021;28.02.2035;befristet;4.000,00;EUR;1\r\n',
  },
  hungarian: {
    encoding: 'windows-1250',
    text: 'Törzsszám;Keresztnév;Vezetéknév;Belépés dátuma;Kilépés dátuma;Szerződés típusa;Fizetés;Pénznem;FTE\r\n1;Győző;Szűcs;2020. 01. 31.;;Határozatlan idejű;3 500,50;EUR;0,8\r\n2;Ágnes;Kővári;2021. 02. 01.;2035. 02. 28.;Határozott idejű;4 000,00;EUR;1\r\n',
  },
  slovenian: {
    encoding: 'iso-8859-2',
    text: 'Številka zaposlenega|Ime|Priimek|Prvi dan|Zadnji dan|Vrsta pogodbe|Plača|Valuta|FTE\n1|Žiga|Čšž|31. 1. 2020||nedoločen čas|3.500,50|EUR|0,8\n2|Špela|Krašovec|1. 2. 2021|28. 2. 2035|določen čas|4.000,00|EUR|1\n',
  },
};

describe('a file of another country', () => {
  test.each(Object.entries(files))('%s', async (language, { encoding, bom = false, text }) => {
    const companyId = await all.company(language === 'hungarian' ? 'HU' : 'DE', 'EUR');
    const answer = await all.run('check', companyId, iconv.encode(text, encoding, { addBOM: bom }));
    expect(answer.header.filter(({ field }) => field === null)).toEqual([]);
    expect([answer.encoding, faultsOf(answer), counts(answer)]).toEqual([
      encoding,
      // Pay needs no seat, but a part of full time does.
      [
        [2, null, 'POSITION_MISSING'],
        [3, null, 'POSITION_MISSING'],
      ],
      [2, 0, 0, 0],
    ]);
    const mapping = JSON.stringify({ 8: null });
    const written = await all.run('commit', companyId, iconv.encode(text, encoding, { addBOM: bom }), { mapping });
    expect(faultsOf(written)).toEqual([]);
    const rows = await all.people(companyId, 'lastName startOn endOn contractType salary salaryCurrencyCode');
    const [first = '', second = ''] = text
      .split(/\r?\n/)
      .slice(1)
      .map((line) =>
        line
          .split(/[\t;|]/)[2]
          ?.replace(/^"|"$/g, '')
          .replaceAll('""', '"'),
      );
    expect(rows).toEqual([
      {
        lastName: first,
        startOn: '2020-01-31',
        endOn: null,
        contractType: 'PERMANENT',
        salary: '3500.5',
        salaryCurrencyCode: 'EUR',
      },
      {
        lastName: second,
        startOn: '2021-02-01',
        endOn: '2035-02-28',
        contractType: 'FIXED_TERM',
        salary: '4000',
        salaryCurrencyCode: 'EUR',
      },
    ]);
  });

  test('an encoding that is detected wrongly can be chosen', async () => {
    const companyId = await all.company();
    const bytes = iconv.encode('Nr,First name,Last name,Start\n1,Jörg,Test,2020-01-01\n', 'cp850');
    const mapping = JSON.stringify({ 0: 'employeeNumber' });
    await all.run('commit', companyId, bytes, { encoding: 'cp850', mapping });
    expect(await all.people(companyId, 'firstName')).toEqual([{ firstName: 'Jörg' }]);
    const wrong = await all.run('check', companyId, bytes, { encoding: 'utf-8', mapping });
    expect(faultsOf(wrong)).toContainEqual([1, null, 'ENCODING_WRONG']);
  });
});

test('rows may name managers of any other row, and of the company', async () => {
  const companyId = await all.company();
  const columns = `${head},positionCode,managerNumber,managerEmail,workEmail`;
  await all.run('commit', companyId, `${columns}\n9,Eva,Falk,2010-01-01,CFO,,,eva@example.com`);
  const rows = [
    '3,C,C,2020-01-01,REP,2,,',
    '2,B,B,2020-01-01,REP,,a@example.com,',
    '1,A,A,2020-01-01,REP,,EVA@example.com,a@example.com',
  ];
  const answer = await all.run('commit', companyId, [columns, ...rows].join('\n'));
  expect(faultsOf(answer)).toEqual([]);
  expect(await all.people(companyId, 'manager { employeeNumber }')).toEqual([
    { manager: { employeeNumber: '9' } },
    { manager: { employeeNumber: '1' } },
    { manager: { employeeNumber: '2' } },
    { manager: null },
  ]);
});

test('what is missing is made where that is asked for, with the room that is taken', async () => {
  const companyId = await all.company();
  const file = [
    `${head},Department,Position,FTE`,
    '1,A,A,2020-01-01,Forskning,Forskare,100 %',
    '2,B,B,2020-01-01,Forskning,Forskare,50 %',
    '3,C,C,2020-01-01,Försäljning,Säljare,1',
  ].join('\n');
  expect(faultsOf(await all.run('check', companyId, file))).toEqual([
    [2, 'Department', 'DEPARTMENT_UNKNOWN'],
    [2, 'Position', 'POSITION_UNKNOWN'],
    [3, 'Department', 'DEPARTMENT_UNKNOWN'],
    [3, 'Position', 'POSITION_UNKNOWN'],
  ]);
  const made = await all.run('commit', companyId, file, { createMissing: 'true' });
  expect([faultsOf(made), counts(made)]).toEqual([[], [3, 3, 0, 0]]);
  expect(await all.people(companyId, 'department { name } position { code title status budgetedFte }')).toEqual([
    ...Array(2).fill({
      department: { name: 'Forskning' },
      position: { code: 'FORSKARE', title: 'Forskare', status: 'FILLED', budgetedFte: '1.5' },
    }),
    {
      department: { name: 'Försäljning' },
      position: { code: 'REP', title: 'Säljare', status: 'OPEN', budgetedFte: '100' },
    },
  ]);
  expect(counts(await all.run('commit', companyId, file, { createMissing: 'true' }))).toEqual([3, 0, 0, 3]);
});

test('a change of seat begins today, a change of pay waits for somebody else, and empty cells say nothing', async () => {
  const companyId = await all.company();
  const columns = `${head},positionCode,fte,salary,city,workEmail`;
  await all.run('commit', companyId, `${columns}\n1,A,B,2020-01-01,REP,1,30000,Malmö,a@example.com`);
  const answer = await all.run('commit', companyId, `${columns}\n1,A,B,2020-01-01,CFO,,32000,,`);
  expect([faultsOf(answer), counts(answer)]).toEqual([[], [1, 0, 1, 0]]);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
  const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  expect(
    await all.people(
      companyId,
      'workEmail salary position { code } person { homeCity } assignments { nodes { startOn endOn fte reason position { code } } } compensations { nodes { status amount startOn proposedBy { email } } }',
    ),
  ).toEqual([
    {
      workEmail: 'a@example.com',
      salary: '30000',
      position: { code: 'CFO' },
      person: { homeCity: 'Malmö' },
      assignments: {
        nodes: [
          {
            startOn: '2020-01-01',
            endOn: yesterday,
            fte: '1',
            reason: 'Import of employees.csv',
            position: { code: 'REP' },
          },
          { startOn: today, endOn: null, fte: '1', reason: 'Import of employees.csv', position: { code: 'CFO' } },
        ],
      },
      compensations: {
        nodes: [
          { status: 'APPROVED', amount: '30000', startOn: '2020-01-01', proposedBy: null },
          { status: 'PROPOSED', amount: '32000', startOn: today, proposedBy: { email: all.hr.email } },
        ],
      },
    },
  ]);
  expect(counts(await all.run('commit', companyId, `${columns}\n1,A,B,2020-01-01,CFO,,32000,,`))).toEqual([1, 0, 0, 1]);
});

test('a person who was with a company before comes back as the same person', async () => {
  const companyId = await all.company();
  const columns = `${head},endOn,contractType,nationalId,city`;
  await all.run('commit', companyId, `${columns}\n1,Anna,Berg,2010-01-01,2012-12-31,Permanent,811228-9874,Malmö`);
  const answer = await all.run('commit', companyId, `${columns}\n2,Anna,Holm,2020-01-01,,,19811228-9874,`);
  expect(faultsOf(answer)).toEqual([]);
  const rows = await all.people(companyId, 'employeeNumber status endReason lastName person { id homeCity }');
  expect(rows).toMatchObject([
    { employeeNumber: '1', status: 'ENDED', endReason: 'Import of employees.csv', lastName: 'Holm' },
    {
      employeeNumber: '2',
      status: 'ACTIVE',
      endReason: null,
      lastName: 'Holm',
      person: (rows[0] as { person: object }).person,
    },
  ]);
  expect(
    counts(
      await all.run('check', companyId, `${columns}\n1,Anna,Holm,2010-01-01,2012-12-31,Permanent,811228-9874,Malmö`),
    ),
  ).toEqual([1, 0, 0, 1]);
});

test('what an export wrote can be read again', async () => {
  const companyId = await all.company();
  await all.run('commit', companyId, `${head},workPhone,positionCode\n1,Anna,Berg,2020-01-01,+46 8 123 45 67,REP`);
  const columns = ['employeeNumber', 'firstName', 'lastName', 'startOn', 'workPhone', 'position.code'];
  const { bytes } = await exported(all.world, all.hr, {
    entity: 'Employee',
    language: 'sv',
    columns: [...columns, 'department.code', 'fte', 'contractType'],
    where: { company: { is: { id: { eq: companyId } } } },
  });
  const mapping = JSON.stringify({ 3: 'startOn', 5: 'positionCode', 6: 'departmentCode' });
  const answer = await all.run('check', companyId, new Uint8Array(bytes), { mapping });
  expect([faultsOf(answer), counts(answer), answer.header.map(({ field }) => field).includes(null)]).toEqual([
    [],
    [1, 0, 0, 1],
    false,
  ]);
});
