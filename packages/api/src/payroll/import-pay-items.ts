import { checkNumeric, parseDecimal, type Rejection } from '@kontor/core';
import { CsvError, parse } from 'csv-parse/sync';
import { command, done, refused } from '../command.ts';
import type { PayRunKind } from '../generated/prisma/enums.ts';
import { input, optional } from '../write/input.ts';

const COLUMNS = ['employeeNumber', 'code', 'amount', 'quantity', 'unitPay', 'note'] as const;
type Column = (typeof COLUMNS)[number];
const isColumn = (name: string): name is Column => COLUMNS.some((known) => known === name);

/** Digits that each number may have, of which four are decimals. */
const NUMBERS = { amount: 20, quantity: 12, unitPay: 20 } as const;

/** A row of the file, with the line on which it stands. */
interface Row {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

const at = (line: number, column: string, code: string, message: string): Rejection => ({
  code,
  message: `Line ${line}: ${message}`,
  path: ['csv', line, column],
});

/** Reads rows by the names in the first line. The separator is a comma, or a semicolon where the first line has one. */
function rowsOf(csv: string): { readonly rows: readonly Row[]; readonly faults: readonly Rejection[] } {
  const [first = ''] = csv.split('\n', 1);
  try {
    const records: { line: number; record: readonly string[] }[] = [];
    parse(csv, {
      bom: true,
      delimiter: first.includes(';') ? ';' : ',',
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (record: string[], { lines }) => {
        records.push({ line: lines, record });
        return null;
      },
    });
    const [header, ...others] = records;
    const names = header?.record ?? [];
    const unknown = names.filter((name) => !isColumn(name));
    const known = COLUMNS.join(', ');
    if (unknown.length > 0)
      return { rows: [], faults: [at(1, unknown[0] ?? '', 'COLUMN_UNKNOWN', `there are the columns ${known}.`)] };
    const rows = others.map(({ line, record }) => ({
      line,
      cells: Object.fromEntries(names.map((name, index) => [name, record[index] ?? ''])),
    }));
    return {
      rows,
      faults: rows.length > 0 ? [] : [at(1, 'csv', 'NO_ROWS', 'no row follows the names of the columns.')],
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return { rows: [], faults: [at(line, 'csv', 'CSV_MALFORMED', 'close or double the quotation marks.')] };
  }
}

/** The numbers of a row, and what is wrong with it. */
function readRow({ line, cells }: Row, employees: ReadonlyMap<string, string>) {
  const faults: Rejection[] = [];
  const number = (column: 'amount' | 'quantity' | 'unitPay'): string | null => {
    const text = cells[column] ?? '';
    if (text === '') return null;
    const read = parseDecimal(text);
    const fits = read.ok ? checkNumeric(read.value, NUMBERS[column], 4, [column]) : read;
    if (fits.ok) return fits.value;
    for (const { code, message } of fits.rejections) faults.push(at(line, column, code, message));
    return null;
  };
  const [amount, quantity, unitPay] = [number('amount'), number('quantity'), number('unitPay')];
  const employeeId = employees.get(cells.employeeNumber ?? '');
  if (employeeId === undefined)
    faults.push(at(line, 'employeeNumber', 'EMPLOYEE_UNKNOWN', `there is no employee ${cells.employeeNumber ?? ''}.`));
  const code = cells.code ?? '';
  if (!/^[A-Z][A-Z0-9_]{0,59}$/.test(code))
    faults.push(at(line, 'code', 'CODE_MALFORMED', 'give the code of a component, in capital letters.'));
  if (faults.length === 0 && (amount === null) === (quantity === null))
    faults.push(at(line, 'amount', 'AMOUNT_OR_QUANTITY', 'give an amount or a quantity, and not both.'));
  if (faults.length === 0 && unitPay !== null && quantity === null)
    faults.push(at(line, 'unitPay', 'AMOUNT_OR_QUANTITY', 'the pay for one goes with a quantity.'));
  const note = cells.note === undefined || cells.note === '' ? null : cells.note;
  if (note !== null && [...note].length > 500)
    faults.push(at(line, 'note', 'TOO_LONG', 'use 500 characters at the most for the note.'));
  return { faults, item: { employeeId: employeeId ?? '', code, amount, quantity, unitPay, note } };
}

export const importPayItems = command('importPayItems', {
  entity: 'PayrollPeriod',
  record: 'periodId',
  idempotent: true,
  bulk: true,
  title: {
    en: 'Import items',
    sv: 'Importera lönehändelser',
    de: 'Einmalbezüge einlesen',
    hu: 'Bérelemek betöltése',
    sl: 'Uvozi postavke',
  },
  description:
    'Adds one-off amounts from the text of a CSV file: employeeNumber, code, amount or quantity with unitPay, note; the first line names the columns. Every faulty row is told with its line, and then nothing is added.',
  input: {
    periodId: input.id('PayrollPeriod', 'Period that they are paid in.'),
    csv: input.text('Text of the file.', { format: 'longText', maxLength: 200_000 }),
    runKind: optional(input.choice('PayRunKind', 'Kind of run that pays them; the regular one, where left out.')),
  },
  run: async ({ periodId, csv, runKind }, { tx, viewer }) => {
    const { rows, faults } = rowsOf(csv);
    if (faults.length > 0) return refused(...faults);
    const { companyId } = await tx.payrollPeriod.findUniqueOrThrow({ where: { id: periodId } });
    const numbers = rows.map(({ cells }) => cells.employeeNumber ?? '');
    const found = await tx.employee.findMany({
      where: { companyId, employeeNumber: { in: numbers }, status: { not: 'CANCELLED' } },
      select: { id: true, employeeNumber: true, personId: true },
    });
    const own = new Set(
      found.filter(({ personId }) => personId === viewer.personId).map((each) => each.employeeNumber),
    );
    const employees = new Map(found.map(({ id, employeeNumber }) => [employeeNumber, id]));
    const read = rows.map((row) => readRow(row, employees));
    const wrong = [
      ...read.flatMap((row) => row.faults),
      ...rows
        .filter(({ cells }) => own.has(cells.employeeNumber ?? ''))
        .map(({ line }) => at(line, 'employeeNumber', 'OWN_ITEM', 'let somebody else enter what is your own.')),
    ];
    if (wrong.length > 0) return refused(...wrong);
    const kind = (runKind ?? 'REGULAR') as PayRunKind;
    await tx.payItem.createMany({ data: read.map(({ item }) => ({ ...item, companyId, periodId, runKind: kind })) });
    return done(periodId);
  },
});
