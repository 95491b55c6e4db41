/** What a reader of PDF files that is not the writer finds in a payslip. */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import {
  type Calculation,
  COUNTRY_PACKS,
  calculate,
  calendarDate,
  decimal,
  type Language,
  prepareRules,
  readPayEvent,
  unwrap,
} from '@kontor/core';
import { getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { hasSumName, sumName } from '../payroll/index.ts';
import type { PayslipDocument } from './payslip-document.ts';
import { payslipPdf } from './payslip-pdf.ts';

function calculated(packCode: string, event: object): { readonly result: Calculation; readonly minorUnit: number } {
  const pack = COUNTRY_PACKS.get(packCode);
  if (!pack) throw new Error(`there is no pack ${packCode}`);
  const read = unwrap(readPayEvent({ pack: packCode, frequency: 'MONTHLY', payDate: '2026-10-05', ...event }));
  const result = unwrap(calculate({ rules: unwrap(prepareRules(pack)), event: read, explains: true }));
  return { result, minorUnit: pack.minorUnit };
}

const hungarian = calculated('HU', {
  period: 9,
  components: [
    { code: 'SALARY', amount: '575000' },
    { code: 'BONUS', amount: '1234567' },
  ],
  facts: { children: '2' },
});
const british = calculated('GB', {
  period: 6,
  components: [{ code: 'SALARY', amount: '9250.75' }],
  facts: { taxCode: '1257L', niCategory: 'A' },
});

function documentOf(
  { result, minorUnit }: typeof hungarian,
  language: Language,
  locale: string,
  other: Partial<PayslipDocument> = {},
): PayslipDocument {
  return {
    language,
    locale,
    company: { name: 'Őrült Űrkutató Zrt.', registrationNumber: '01-10-123456' },
    person: { name: 'Žiga Čebašek-Ångström Győző', employeeNumber: 'E-17', position: 'Főkönyvelő' },
    period: { from: calendarDate('2026-09-01'), until: calendarDate('2026-09-30') },
    payOn: calendarDate('2026-10-05'),
    taxYear: result.taxYear.name,
    currency: result.currency,
    minorUnit,
    lines: result.lines.map((line) => ({ ...line, name: line.name[language] })),
    gross: result.gross,
    net: result.net,
    employerCost: result.employerCost,
    yearToDate: Object.entries(result.yearToDate).map(([code, amount]) => ({ name: sumName(code, language), amount })),
    notices: result.notices.map(({ message }) => message[language]),
    facts: [],
    ...other,
  };
}

/** The texts of each page, with every kind of blank as one space. */
async function pagesOf(document: PayslipDocument): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await buffer(await payslipPdf(document))));
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' ');
    }),
  );
}

test.each([
  ['en', 'en-GB', ['Payslip', 'Net pay', '1,809,567', '30 September 2026', 'How each amount came about', 'Page 1 of']],
  ['sv', 'sv-SE', ['Lönespecifikation', 'Nettolön', '1 809 567', '30 september 2026', 'Avdrag', 'Sida 1 av']],
  ['de', 'de-DE', ['Entgeltabrechnung', 'Nettobezüge', '1.809.567', '30. September 2026', 'Abzüge', 'Seite 1 von']],
  [
    'hu',
    'hu-HU',
    ['Bérjegyzék', 'Nettó bér', '1 809 567', '2026. szeptember 30.', 'Személyi jövedelemadó', '1. oldal'],
  ],
  ['sl', 'sl-SI', ['Plačilna lista', 'Neto plača', '1.809.567', '30. september 2026', 'Odtegljaji', 'Stran 1 od']],
] as const)('in %s it says who was paid what, when and for what', async (language, locale, expected) => {
  const text = (await pagesOf(documentOf(hungarian, language, locale))).join(' ');
  const lines = hungarian.result.lines.map(({ name }) => name[language]);
  const names = ['Őrült Űrkutató Zrt.', 'Žiga Čebašek-Ångström Győző', 'E-17', 'Főkönyvelő', 'HUF'];
  for (const each of [...expected, ...names, ...lines]) expect(text).toContain(each);
});

test('every running sum of the packs has a name', () => {
  const codes = [...COUNTRY_PACKS.values()].flatMap(({ accumulators }) => accumulators.map(({ code }) => code));
  expect(codes.filter((code) => !hasSumName(code))).toEqual([]);
  expect(sumName('OWN_SUM', 'hu')).toBe('OWN_SUM');
});

test('each line tells the rule that made it, what that read, its brackets and its rounding', async () => {
  const text = (await pagesOf(documentOf(british, 'en', 'en-GB'))).join(' ');
  for (const each of [
    'The amount was given. (Rule of the country, in force since 6 April 2025)',
    'Step PAY_ADJUSTMENT = 1,048.26',
    'It read: fact.taxCode = 1257L; CODE_TIMES = 2; TAX_PARTS = 12',
    'Above Up to Rate Of this Result 0 18,850 20% 2,961 592.2',
  ])
    expect(text).toContain(each);
  const forints = (await pagesOf(documentOf(hungarian, 'en', 'en-GB'))).join(' ');
  expect(forints).toContain('; rounded to a multiple of 1, to the nearest, a half away from zero');
});

test('an amount keeps every digit, and one below zero its sign', async () => {
  const lines = [
    { code: 'REFUND', kind: 'DEDUCTION', name: 'Refund', amount: decimal('-12345678901234567.89') },
  ] as const;
  const sums = { lines, gross: decimal('0.00'), net: decimal('12345678901234567.89'), employerCost: decimal('0.00') };
  const text = (await pagesOf(documentOf(british, 'en', 'en-GB', sums))).join(' ');
  expect(text).toContain('-12,345,678,901,234,567.89');
  expect(text).toContain('12,345,678,901,234,567.89 GBP');
});

test('many lines and long names go on over pages, and none is lost', async () => {
  const long = 'Erstattung der Aufwendungen für die Beschaffung von Arbeitsmitteln im häuslichen Arbeitszimmer '.repeat(
    3,
  );
  const lines = Array.from({ length: 120 }, (_, index) => ({
    code: `C${index}`,
    kind: 'EARNING' as const,
    name: `${index === 60 ? long : ''}Posten ${index + 1}`,
    amount: decimal(`${index + 1}.00`),
  }));
  const person = { name: 'Maximiliane Freifrau von und zu '.repeat(8), employeeNumber: '1', position: null };
  const pages = await pagesOf(documentOf(british, 'de', 'de-DE', { lines, person }));
  expect(pages.length).toBeGreaterThan(3);
  const text = pages.join(' ');
  for (const { name } of lines) expect(text).toContain(name.trim());
  for (const [index, page] of pages.entries()) {
    expect(page).toContain(`Seite ${index + 1} von ${pages.length}`);
    if (/Posten/.test(page)) expect(page).toContain('Bezeichnung Betrag');
  }
});

test('it is tagged, titled, in its language, and holds of its fonts what it uses', async () => {
  const bytes = await buffer(await payslipPdf(documentOf(hungarian, 'hu', 'hu-HU')));
  const source = bytes.toString('latin1');
  expect(source).toContain('/Lang (hu-HU)');
  expect(source).toContain('/FontFile2');
  expect(source.match(/\/FontName \/[A-Z]{6}\+NotoSans-(Regular|Bold)/g)).toHaveLength(2);
  expect(source).not.toContain('Helvetica');
  expect(bytes.length).toBeLessThan(60_000);
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  expect((await pdf.getMetadata()).info).toMatchObject({
    Title: 'Bérjegyzék: Žiga Čebašek-Ångström Győző, 2026. október 5.',
    Author: 'Őrült Űrkutató Zrt.',
  });
  const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
  for (const role of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD']) expect(tree).toContain(`"role":"${role}"`);
  const page = await pdf.getPage(1);
  expect(page.getViewport({ scale: 1 })).toMatchObject({ width: 595.28, height: 841.89 });
});

test('the same document is the same file, whenever it is made', async () => {
  const digest = async (document: PayslipDocument): Promise<string> =>
    createHash('sha256')
      .update(await buffer(await payslipPdf(document)))
      .digest('hex');
  const document = documentOf(hungarian, 'hu', 'hu-HU');
  const first = await digest(document);
  // Others in between leave nothing behind in the fonts that all share.
  await digest(documentOf(british, 'en', 'en-GB'));
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(await digest(document)).toBe(first);
  expect(await digest({ ...document, payOn: calendarDate('2026-10-06') })).not.toBe(first);
});
