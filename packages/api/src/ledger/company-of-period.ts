import type { CommandContext } from '../command.ts';
import { look } from '../read/look.ts';

/** The company of the period that an input names, as far as this viewer sees it; null for one that is not there. */
export async function companyOfPeriod(
  { periodId }: { readonly periodId: string },
  { tx, viewer }: CommandContext,
): Promise<string | null> {
  return (await look(tx, viewer, 'FiscalPeriod', periodId))?.companyId ?? null;
}
