import type { Rejection } from '../../result.ts';

/** Why a file is refused. Each names the line at fault; the message says what to do. */
export type SieFaultCode =
  | 'SIE_EMPTY'
  | 'SIE_LABEL_MISSING'
  | 'SIE_QUOTE_UNCLOSED'
  | 'SIE_QUOTE_MISPLACED'
  | 'SIE_OBJECTS_UNCLOSED'
  | 'SIE_OBJECTS_ODD'
  | 'SIE_OBJECT_TWICE'
  | 'SIE_FIELD_MISSING'
  | 'SIE_ACCOUNT_WRONG'
  | 'SIE_TYPE_UNKNOWN'
  | 'SIE_DATE_WRONG'
  | 'SIE_PERIOD_WRONG'
  | 'SIE_YEAR_WRONG'
  | 'SIE_YEARS_OVERLAP'
  | 'SIE_AMOUNT_WRONG'
  | 'SIE_AMOUNT_COMMA'
  | 'SIE_AMOUNT_TOO_PRECISE'
  | 'SIE_AMOUNT_TOO_LARGE'
  | 'SIE_ACCOUNT_TYPE_UNKNOWN'
  | 'SIE_DIMENSION_WRONG'
  | 'SIE_LINE_OUTSIDE_VOUCHER'
  | 'SIE_LABEL_INSIDE_VOUCHER'
  | 'SIE_BLOCK_MISSING'
  | 'SIE_BLOCK_UNCLOSED'
  | 'SIE_BLOCK_MISPLACED'
  | 'SIE_VOUCHER_UNBALANCED'
  | 'SIE_CHECKSUM_WRONG'
  | 'SIE_CHECKSUM_CUT';

/** A reason to refuse the file whole. `path` is `['line', line]`; `detail` is what stands there, for the message. */
export interface SieFault extends Rejection<SieFaultCode> {
  readonly line: number;
  readonly detail: string;
}

/** What is untidy and does not stand against reading the file. */
export type SieWarningCode =
  | 'SIE_ENCODING_NOT_437'
  | 'SIE_ALREADY_READ'
  | 'SIE_HEADER_MISSING'
  | 'SIE_TYPE_MISSING'
  | 'SIE_YEAR_WITHOUT_DATES'
  | 'SIE_LABEL_UNKNOWN'
  | 'SIE_QUOTE_LEFT_OPEN'
  | 'SIE_ACCOUNT_WITHOUT_TYPE'
  | 'SIE_LABEL_TWICE'
  | 'SIE_ACCOUNT_UNDECLARED'
  | 'SIE_DIMENSION_UNDECLARED'
  | 'SIE_OBJECT_UNDECLARED'
  | 'SIE_VOUCHER_OF_ZERO'
  | 'SIE_LINE_OF_ZERO'
  | 'SIE_VOUCHER_NUMBER_TWICE'
  | 'SIE_VOUCHER_OUTSIDE_YEAR'
  | 'SIE_CORRECTION_UNPAIRED'
  | 'SIE_OPENING_UNBALANCED'
  | 'SIE_CLOSING_DIFFERS'
  | 'SIE_RESULT_DIFFERS'
  | 'SIE_CHARACTER_LOST';

/** Something to know about a file that is read. `line` is null for the file as a whole. */
export interface SieWarning {
  readonly code: SieWarningCode;
  readonly message: string;
  readonly line: number | null;
  /** What the message is about: an account, a voucher, a label. */
  readonly detail: string;
}

/** A fault at a line. */
export function sieFault(code: SieFaultCode, line: number, message: string, detail = ''): SieFault {
  return { code, message, path: ['line', line], line, detail };
}

/** A warning at a line, or about the file as a whole. */
export function sieWarning(code: SieWarningCode, line: number | null, message: string, detail = ''): SieWarning {
  return { code, message, line, detail };
}
