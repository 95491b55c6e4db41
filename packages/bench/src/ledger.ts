import { type Installation, onBooks } from './installation.ts';
import { groupsOfLines } from './ledger/groups.ts';
import { importOfBooks } from './ledger/import.ts';
import { postings } from './ledger/postings.ts';
import { reports } from './ledger/reports.ts';

const parts = { postings, reports, groups: groupsOfLines, import: importOfBooks } as const satisfies Record<
  string,
  (installation: Installation) => Promise<void>
>;

/**
 * `npm run bench -- ledger LINES [PART]`: what posting, reports and an import take in a database whose books have so many
 * lines, each beside its limit; or one of `postings`, `reports`, `groups` and `import` alone.
 */
export async function ledger(lines: number, only?: string): Promise<void> {
  await onBooks(lines, async (installation) => {
    console.log(`Ledger, books of ${lines.toLocaleString('en')} lines`);
    for (const [name, part] of Object.entries(parts)) if (only === undefined || only === name) await part(installation);
    await installation.server.stop();
  });
}
