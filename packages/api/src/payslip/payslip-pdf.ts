import type { Readable } from 'node:stream';
import { compareDecimal, type PayLine, subtractDecimal, ZERO } from '@kontor/core';
import { tellExplanation } from './explained.ts';
import { readFonts } from './font.ts';
import type { PayslipDocument } from './payslip-document.ts';
import { Sheet } from './sheet.ts';
import { type PayslipTexts, payslipTexts } from './texts.ts';
import { type Writing, writingOf } from './written.ts';

const amountColumns = [{ part: 0.7 }, { part: 0.3, isNumber: true }] as const;

function heading(sheet: Sheet, document: PayslipDocument, texts: PayslipTexts, writing: Writing): void {
  const { company, person, period, payOn, taxYear, currency, facts } = document;
  const optional = (label: string, value: string | null): (readonly [string, string])[] =>
    value === null ? [] : [[label, value]];
  sheet.paragraph(company.name, { size: 11, weight: 'bold' });
  if (company.registrationNumber !== null)
    sheet.paragraph(`${texts.registrationNumber}: ${company.registrationNumber}`, { size: 8.5 });
  sheet.space(6);
  sheet.heading(1, texts.title);
  sheet.pairs([
    [texts.employee, person.name],
    [texts.employeeNumber, person.employeeNumber],
    ...optional(texts.position, person.position),
    ...facts.map(({ label, value }) => [label, value] as const),
    [texts.period, `${writing.day(period.from)} – ${writing.day(period.until)}`],
    [texts.payDay, writing.day(payOn)],
    [texts.taxYear, taxYear],
    [texts.currency, currency],
  ]);
}

function section(
  sheet: Sheet,
  { lines }: PayslipDocument,
  kind: PayLine['kind'],
  texts: PayslipTexts,
  writing: Writing,
): void {
  const rows = lines.filter((line) => line.kind === kind).map(({ name, amount }) => [name, writing.amount(amount)]);
  if (rows.length === 0) return;
  sheet.heading(2, texts.kinds[kind]);
  sheet.table(amountColumns, [texts.description, texts.amount], rows);
}

function pay(sheet: Sheet, document: PayslipDocument, texts: PayslipTexts, writing: Writing): void {
  const { gross, net, employerCost, yearToDate, notices, currency } = document;
  section(sheet, document, 'EARNING', texts, writing);
  sheet.total(texts.gross, writing.amount(gross));
  section(sheet, document, 'DEDUCTION', texts, writing);
  sheet.total(texts.deducted, writing.amount(subtractDecimal(gross, net)));
  sheet.space(8);
  sheet.total(texts.net, `${writing.amount(net)} ${currency}`, 13);
  section(sheet, document, 'EMPLOYER', texts, writing);
  sheet.total(texts.employerCost, writing.amount(employerCost));
  section(sheet, document, 'INFORMATION', texts, writing);
  const sums = yearToDate.filter(({ amount }) => compareDecimal(amount, ZERO) !== 0);
  if (sums.length > 0) {
    sheet.heading(2, texts.yearToDate);
    const rows = sums.map(({ name, amount }) => [name, writing.amount(amount)]);
    sheet.table(amountColumns, [texts.description, texts.amount], rows);
  }
  if (notices.length > 0) {
    sheet.heading(2, texts.notices);
    for (const notice of notices) sheet.paragraph(notice, { size: 9 });
  }
}

/**
 * A payslip as a PDF of A4 pages: tagged and in its language, with its fonts embedded. The same document gives the same
 * bytes. Rejects with a RangeError for a locale that there is none of.
 */
export async function payslipPdf(document: PayslipDocument): Promise<Readable> {
  const { language, locale, minorUnit, company, person, payOn, lines } = document;
  const texts = payslipTexts[language];
  const writing = writingOf(locale, minorUnit);
  const sheet = await Sheet.begin({
    title: `${texts.title}: ${person.name}, ${writing.day(payOn)}`,
    author: company.name,
    language: locale,
    madeAt: new Date(payOn),
    fonts: await readFonts(),
  });
  heading(sheet, document, texts, writing);
  pay(sheet, document, texts, writing);
  const explained = lines.filter(({ explanation }) => explanation !== undefined);
  if (explained.length > 0) {
    sheet.heading(2, texts.explained);
    for (const line of explained) if (line.explanation) tellExplanation(sheet, line, line.explanation, texts, writing);
  }
  sheet.end(`${company.name} · ${person.name} · ${person.employeeNumber}`, texts.page);
  return sheet.pdf;
}
