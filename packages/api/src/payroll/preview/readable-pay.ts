import type { EntityName } from '../../catalogue.ts';
import { decisionsFor } from '../../policy/decide.ts';
import { look } from '../../read/look.ts';
import type { Viewer } from '../../viewer.ts';
import type { Transaction } from '../../write/operation.ts';

/** Whose pay is reckoned with, as far as this viewer may read what goes into it. */
export interface ReadablePay {
  readonly companyId: string;
  /** Null for an offer. */
  readonly employeeId: string | null;
  readonly personId: string | null;
  /** Whether the viewer reads the rules that the company has of its own. */
  readonly readsRules: boolean;
}

/**
 * For an employee: their salary and tax data, which a month of pay tells of. For an offer: what single people of the
 * company are paid and taxed by. Null where the viewer reads less, as for what there is not.
 */
export async function readablePay(
  tx: Transaction,
  viewer: Viewer,
  { companyId, employeeId }: { readonly companyId: string | null; readonly employeeId: string | null },
): Promise<ReadablePay | null> {
  const decisions = decisionsFor(viewer);
  const employee = decisions.of('Employee');
  const rules = decisions.of('PayComponentVersion').read('rule');
  const [entity, id, needed]: [EntityName, string | null, (typeof rules)[]] =
    employeeId !== null
      ? ['Employee', employeeId, [employee.read('salary'), employee.read('taxCode')]]
      : ['Company', companyId, [decisions.of('Compensation').row, decisions.of('PayFact').row]];
  if (id === null) return null;
  const seen = await look(tx, viewer, entity, id, { conditions: [...needed, rules] });
  if (!seen?.companyId || !needed.every((_, index) => seen.holds[index])) return null;
  return {
    companyId: seen.companyId,
    employeeId,
    personId: seen.personId,
    readsRules: seen.holds[needed.length] === true,
  };
}
