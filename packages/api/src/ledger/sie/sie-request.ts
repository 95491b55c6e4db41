import type { Decimal } from '@kontor/core';

/** A SIE file to bring into the books of a company. */
export interface SieRequest {
  readonly companyId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Something to say of a file: where it stands, a stable code, what to do or to know, and what it is about. */
export interface SieNote {
  /** From 1, as an editor shows it; null for the file as a whole. */
  readonly line: number | null;
  readonly code: string;
  readonly message: string;
  /** An account, a voucher, a label. */
  readonly detail: string;
}

/** How many of something a file holds, and how many of them the books lack. */
export interface Counted {
  readonly inFile: number;
  readonly added: number;
}

/** What a file would do, or has done. */
export interface SieAnswer {
  readonly encoding: string;
  readonly program: string;
  readonly companyName: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly accounts: Counted;
  readonly dimensions: Counted;
  readonly objects: Counted;
  readonly vouchers: Counted & {
    /** Those of zero, which are kept and not posted; they are among the added. */
    readonly kept: number;
    /** Those that the books have already. */
    readonly unchanged: number;
  };
  readonly lines: Counted;
  /** Sum of the debits of the vouchers in the file. */
  readonly debit: Decimal;
  /** Lines of the opening entry that is posted, and the sum of its debits. */
  readonly openingLines: number;
  readonly openingDebit: Decimal;
  readonly faults: readonly SieNote[];
  readonly warnings: readonly SieNote[];
  /** The batch, once something was written. */
  readonly batchId: string | null;
}
