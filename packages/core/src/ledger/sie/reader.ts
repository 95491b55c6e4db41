import { accept, type Result, rejectAll } from '../../result.ts';
import { checksumFault } from './checksum.ts';
import { decodeSie } from './code-page.ts';
import type { SieDocument } from './document.ts';
import { DocumentBuilder } from './document-builder.ts';
import { type SieFault, type SieWarning, sieFault, sieWarning } from './fault.ts';
import { lexSie } from './lexer.ts';
import { type Reconciliation, reconcile } from './reconcile.ts';

/** A file as read: what it says, what is untidy in it, and how its balances compare with its vouchers. */
export interface SieReading {
  readonly document: SieDocument;
  readonly warnings: readonly SieWarning[];
  readonly reconciliation: Reconciliation;
}

/**
 * Reads a SIE file of type 1 to 4. Refused whole, with every fault by its line, where it breaks the standard or holds a
 * voucher that does not balance; what is merely untidy is read and warned about.
 * Source: SIE filformat, edition 4B (SIE-gruppen, 2008-09-30).
 */
export function readSie(bytes: Uint8Array): Result<SieReading, SieFault> {
  const { text, encoding } = decodeSie(bytes);
  const { records, faults: unread } = lexSie(text);
  const faults = [...unread];
  const warnings: SieWarning[] = [];
  if (encoding !== 'CP437') {
    warnings.push(sieWarning('SIE_ENCODING_NOT_437', null, `The file is written in ${encoding}, not PC8.`, encoding));
  }
  const checksum = checksumFault(bytes);
  // A checksum is over bytes: a file that was written anew in another code page cannot keep it.
  if (checksum && (encoding === 'CP437' || checksum.code === 'SIE_CHECKSUM_CUT')) faults.push(checksum);
  const builder = new DocumentBuilder(encoding, faults, warnings);
  for (const record of records) builder.add(record);
  const document = builder.finish();
  if (records.length === 0 && faults.length === 0) {
    faults.push(sieFault('SIE_EMPTY', 1, 'Choose a SIE file: this one is empty.'));
  }
  if (faults.length > 0) return rejectAll([...faults].sort((a, b) => a.line - b.line));
  const reconciliation = reconcile(document);
  return accept({ document, warnings: [...warnings, ...reconciliation.warnings], reconciliation });
}
