/** The payslip that somebody downloads: their own, in their language, and nobody else’s without being seen to. */
import { type Member, startWorld, type World } from '@kontor/testkit';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';
import { hungary, openPayroll, type PayrollCompany } from '../payroll/proof/payroll-company.ts';

let world: World;
let hu: PayrollCompany;
let anna: Member;
let payslipId: string;

async function asked<Row extends object>(query: string, values: readonly unknown[] = []): Promise<Row[]> {
  return withClient(world.ownerUrl, async (owner) => (await owner.query<Row>(query, [...values])).rows);
}

beforeAll(async () => {
  world = await startWorld({ rateCapacity: 1e9 });
  hu = await openPayroll(world, 'SLIP', hungary);
  const people = await hu.employ([
    { name: 'Anna', pay: [{ amount: '500000' }] },
    { name: 'Béla', taxDependants: 2, pay: [{ amount: '575000' }] },
  ]);
  await hu.finalized(await hu.calculated('2026-05'));
  const employeeId = people.get('Anna');
  const [person] = await asked<{ id: string }>('select person_id::text as id from employee where id = $1', [
    employeeId,
  ]);
  anna = await world.member('anna', [{ role: 'EMPLOYEE', companyId: hu.companyId }], person?.id ?? null);
  const [slip] = await asked<{ id: string }>('select id::text from payslip where employee_id = $1', [employeeId]);
  payslipId = slip?.id ?? '';
}, 120_000);
afterAll(() => world.stop());

const download = (who: Member | null, id: string, query = '') =>
  fetch(`${world.url}/payslips/${id}.pdf${query}`, { headers: who ? { authorization: `Bearer ${who.token}` } : {} });

async function textOf(answer: Response): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const { items } = await (await document.getPage(index + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }),
  );
  return pages.join(' ').replaceAll(/\s+/g, ' ');
}

test('a person downloads their own, with what was paid and how it came about, and nothing is on record of it', async () => {
  const answer = await download(anna, payslipId, '?language=hu');
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="payslip-${payslipId}.pdf"`,
    'cache-control': 'no-store',
  });
  const text = await textOf(answer);
  for (const part of ['Anna Test', '332 500', 'HUF', '2026. május 1.']) expect(text).toContain(part);
  expect(text).not.toContain('Béla');
  expect(await asked(`select from sensitive_read where operation = 'downloadPayslip'`)).toEqual([]);
});

test('without a language it is in the person’s, and one that there is not is refused', async () => {
  expect(await textOf(await download(anna, payslipId))).toContain('Net pay');
  const wrong = await download(anna, payslipId, '?language=tlh');
  expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('There is no language tlh')]);
});

test('that somebody else reads it is on record before it goes out', async () => {
  expect((await download(hu.preparer, payslipId)).status).toBe(200);
  expect((await download(hu.auditor, payslipId)).status).toBe(200);
  const [person] = await asked<{ id: string }>(
    'select person_id::text as id from payslip s join employee e on e.id = s.employee_id where s.id = $1',
    [payslipId],
  );
  const looks = await asked(
    `select data_class, person_ids from sensitive_read where operation = 'downloadPayslip' order by at`,
  );
  expect(looks).toEqual(Array.from({ length: 2 }, () => ({ data_class: 'PAYSLIP', person_ids: [person?.id] })));
});

test('another’s payslip is like one that never was, for whoever may not see it', async () => {
  const [other] = await asked<{ id: string }>('select id::text from payslip where id <> $1', [payslipId]);
  const unknown = await download(anna, '018f0000-0000-7000-8000-000000000000');
  const told = await unknown.text();
  expect(unknown.status).toBe(404);
  for (const [who, id] of [
    [anna, other?.id ?? ''],
    [hu.hr, payslipId],
    [hu.accountant, payslipId],
    [anna, 'no-id-at-all'],
  ] as const) {
    const answer = await download(who, id);
    expect(answer.status).toBe(404);
    const apart = /"requestId":"[^"]*"/;
    expect((await answer.text()).replace(apart, '')).toBe(told.replace(apart, ''));
  }
  expect((await download(null, payslipId)).status).toBe(401);
});
