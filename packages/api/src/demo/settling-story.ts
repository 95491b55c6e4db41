/** Who pays in time, in part or late, and what was meant to be earned and spent in the current year. */
import type { Viewer } from '../viewer.ts';
import { addDays, at, type Day, firstOfMonth } from './calendar.ts';
import type { FoundedCompany } from './organisation-story.ts';
import type { Story } from './people-story.ts';

/** Months before today in which not everybody has paid yet. */
const monthsOwed = 3;

/** Of late these pay half, and these nothing yet. */
const [payHalf, payNothing] = [new Set(['C2']), new Set(['C3', 'S2'])];

/** What a business partner has paid of an amount that was due for a month; 0 for nothing yet. */
export function paidOf(party: string, amount: number, month: Day, today: Day): number {
  if (month < firstOfMonth(today, -monthsOwed)) return amount;
  return payNothing.has(party) ? 0 : payHalf.has(party) ? Math.floor(amount / 2) : amount;
}

/** Settles what an invoice and its payment left open against each other, on the day of the payment. */
export async function settle(
  { stage, staff }: Story,
  company: FoundedCompany,
  day: Day,
  entryIds: readonly string[],
): Promise<void> {
  const where = { companyId: company.id, line: { is: { entryId: { in: [...entryIds] } } } };
  const items = await stage.tx.openItem.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } });
  await stage.act(staff['accounting'] as Viewer, at(day, 17), 'allocateItems', {
    companyId: company.id,
    items: items.map(({ id }) => ({ itemId: id })),
    idempotencyKey: `${company.plan.code} settles ${entryIds.join(' ')}`,
  });
}

/** What is planned for a month on an account; for a cost centre, where it is charged to one. */
export interface Planned {
  readonly account: string;
  readonly ofMonth: number;
  readonly centre?: string;
}

/** Plans a budget for the year that is today's, on its second day, or when the story opens. */
export function planBudget(story: Story, company: FoundedCompany, planned: readonly Planned[]): void {
  const { stage, staff, schedule, opensOn, today } = story;
  const accountant = staff['accounting'] as Viewer;
  const year = today.slice(0, 4);
  const begins = `${year}-01-02` as Day;
  const day = begins > opensOn && begins < today ? begins : addDays(opensOn, 2);
  schedule.on(at(day, 18), async () => {
    const { id: companyId } = company;
    const startsOn = new Date(`${year}-01-01`);
    const { id: fiscalYearId } = await stage.tx.fiscalYear.findFirstOrThrow({ where: { companyId, startsOn } });
    const budgetId = await stage.make(accountant, 'Budget', { companyId, fiscalYearId, name: `Budget ${year}` });
    for (const { account: code, ofMonth, centre } of planned) {
      const { id: accountId } = await stage.tx.account.findFirstOrThrow({ where: { companyId, code } });
      const objects = centre === undefined ? [] : await objectsOf(story, companyId, centre);
      const amount = { budgetId, accountId, amount: String(12 * ofMonth), objectIds: objects };
      await stage.act(accountant, at(day, 18), 'budgetAccount', amount);
    }
  });
}

const objectsOf = async ({ stage }: Story, companyId: string, code: string): Promise<string[]> =>
  (await stage.tx.dimensionObject.findMany({ where: { companyId, code, costCentreId: { not: null } } })).map(
    ({ id }) => id,
  );
