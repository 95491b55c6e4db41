import type { DecimalMark, EmployeeImportField, PayPeriod } from '@kontor/core';
import type { Encoding } from './decode.ts';
import type { Separator } from './sheet.ts';

/** A file to import, and what it does not say itself. What is null is found out, or asked for as a fault. */
export interface ImportRequest {
  readonly companyId: string;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly encoding: Encoding | null;
  readonly separator: Separator | null;
  readonly dateFormat: 'DD/MM/YYYY' | 'MM/DD/YYYY' | null;
  readonly decimalMark: DecimalMark | null;
  /** Place of a column, from 0, to the field that it holds; null passes it over. */
  readonly mapping: ReadonlyMap<number, EmployeeImportField | null>;
  /** What salaries are for; null: what the pay range of the position is for, else a month. */
  readonly payPeriod: PayPeriod | null;
  /** Whether departments and positions that are not there are made. */
  readonly createMissing: boolean;
  /** Whether one fault keeps every row from being written, or only its own. */
  readonly onError: 'REJECT_ALL' | 'REJECT_ROW';
}

/** Why something of the file cannot be written: where it stands, a stable code, and what to do. */
export interface Fault {
  /** From 1, as an editor shows it. */
  readonly line: number;
  /** Header as written; null for a fault of the whole row or file. */
  readonly column: string | null;
  readonly field: EmployeeImportField | null;
  readonly code: string;
  readonly message: string;
}

/** What a file would do, or has done. */
export interface ImportAnswer {
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly header: readonly {
    readonly index: number;
    readonly label: string;
    readonly field: EmployeeImportField | null;
  }[];
  readonly fields: readonly {
    readonly name: EmployeeImportField;
    readonly label: string;
    readonly required: boolean;
  }[];
  readonly rowCount: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly faults: readonly Fault[];
  readonly batchId: string | null;
}
