/** What other domains may use of the ledger. */
export { foldBalances } from './fold-balances.ts';
export { linkEntries } from './link-entries.ts';
export { type EntrySource, type EntryToPost, type Posting, post } from './post.ts';
export { postDueEntries } from './post-due-entries.ts';
export { agedAccounts } from './report/aged-items.ts';
export { reverse } from './reverse.ts';
export { undoSie } from './sie/undo-sie.ts';
export { type LedgerVerdict, verifyLedger } from './verify.ts';
