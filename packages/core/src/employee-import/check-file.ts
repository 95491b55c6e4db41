import { wouldCycle } from '../employment/manager-line.ts';
import { type CheckedRow, type ColumnOptions, checkRow, employeeOf, type ImportRow, isBlankRow } from './check-row.ts';
import { provenSlashes } from './date-format.ts';
import { provenMark } from './decimal-format.ts';
import type { EmployeeImportField } from './field.ts';
import type { ImportColumn } from './header.ts';
import type { ImportedEmployee, ImportFault, ImportOptions, ImportRowCode } from './imported-employee.ts';

/** What a file reads as: the rows without fault, and every fault in the order of lines. */
export interface CheckedFile {
  readonly employees: readonly ImportedEmployee[];
  readonly faults: readonly ImportFault[];
  /** Rows with anything in them, faulty ones included. */
  readonly rowCount: number;
}

/**
 * Checks the rows below the header and reports every fault of every row. Empty rows are passed
 * over. Nothing throws, whatever the cells hold. The columns must have passed `checkColumns`.
 */
export function checkEmployeeFile(
  columns: readonly ImportColumn[],
  rows: readonly ImportRow[],
  options: ImportOptions,
): CheckedFile {
  const filled = rows.filter((row) => !isBlankRow(row));
  const columnOptions = settleColumns(columns, filled, options);
  const checked = filled.map((row) => checkRow(row, columns, options, columnOptions));
  const across = [...duplicates(checked), ...managerCycles(checked)].map((fault) => withColumn(fault, columns));
  const acrossByLine = new Map<number, ImportFault[]>();
  for (const fault of across) acrossByLine.set(fault.line, [...(acrossByLine.get(fault.line) ?? []), fault]);
  const whole = checked.map((row) => ({ ...row, faults: [...row.faults, ...(acrossByLine.get(row.line) ?? [])] }));
  return {
    employees: whole.filter(({ faults }) => faults.length === 0).map((row) => employeeOf(row, options)),
    faults: whole.flatMap(({ faults }) => faults),
    rowCount: filled.length,
  };
}

/** For each column the order of dates and the mark: the caller's choice, or what it proves. */
function settleColumns(
  columns: readonly ImportColumn[],
  rows: readonly ImportRow[],
  options: ImportOptions,
): ColumnOptions {
  return new Map(
    columns.flatMap(({ field, index }) => {
      if (field === null) return [];
      const texts = rows.map(({ cells }) => cells[index] ?? '');
      const slashes = options.slashes ?? provenSlashes(texts);
      const decimalMark = options.decimalMark ?? provenMark(texts);
      return [[field, { ...options, slashes, decimalMark }] as const];
    }),
  );
}

type Found = Omit<ImportFault, 'column'> & { readonly code: ImportRowCode };

const UNIQUE_FIELDS = ['employeeNumber', 'workEmail', 'nationalId'] as const satisfies EmployeeImportField[];

/** Rows that repeat what an earlier row says and only one employee can have. */
function duplicates(rows: readonly CheckedRow[]): readonly Found[] {
  return UNIQUE_FIELDS.flatMap((field) => {
    const firstLines = new Map<string, number>();
    return rows.flatMap(({ line, values }): Found[] => {
      const key = values[field]?.toLowerCase();
      if (key === undefined) return [];
      const first = firstLines.get(key);
      if (first === undefined) {
        firstLines.set(key, line);
        return [];
      }
      const message = `Remove one of the two rows: line ${first} has the same.`;
      return [{ line, field, code: 'DUPLICATE_IN_FILE', message }];
    });
  });
}

/** Rows whose managers, as far as the file names them, lead back to the employee. */
function managerCycles(rows: readonly CheckedRow[]): readonly Found[] {
  const numberByEmail = new Map(
    rows.flatMap(({ values: { workEmail, employeeNumber } }) =>
      workEmail && employeeNumber ? [[workEmail.toLowerCase(), employeeNumber] as const] : [],
    ),
  );
  const managerOf = ({ managerNumber, managerEmail }: CheckedRow['values']): string | null =>
    managerNumber ?? numberByEmail.get(managerEmail?.toLowerCase() ?? '') ?? null;
  const managerByNumber = new Map(
    rows.flatMap(({ values }) => {
      const manager = managerOf(values);
      return values.employeeNumber && manager ? [[values.employeeNumber, manager] as const] : [];
    }),
  );
  return rows.flatMap(({ line, values }): Found[] => {
    const { employeeNumber, managerNumber } = values;
    const manager = managerOf(values);
    if (employeeNumber === undefined || manager === null || manager === employeeNumber) return [];
    if (!wouldCycle((number) => managerByNumber.get(number) ?? null, employeeNumber, manager)) return [];
    const field = managerNumber === undefined ? 'managerEmail' : 'managerNumber';
    const message = 'Choose another manager: those in the file lead back to the employee.';
    return [{ line, field, code: 'MANAGER_CYCLE', message }];
  });
}

function withColumn(fault: Found, columns: readonly ImportColumn[]): ImportFault {
  return { ...fault, column: columns.find(({ field }) => field === fault.field)?.header ?? null };
}
