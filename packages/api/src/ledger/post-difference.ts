import {
  type CalendarDate,
  type Decimal,
  isPositive,
  type Rejection,
  type Result,
  reject,
  rejectAll,
  subtractDecimal,
  type TypedLine,
  ZERO,
} from '@kontor/core';
import type { AccountPurpose } from '../generated/prisma/enums.ts';
import type { SettledItem } from './open-item-facts.ts';
import { type Posting, post } from './post.ts';

/** What two items were worth more on one side than on the other. */
export interface RateDifference {
  readonly allocationId: string;
  readonly companyId: string;
  readonly settledOn: CalendarDate;
  /** In the company's currency; below zero for a gain. */
  readonly loss: Decimal;
  /** Number of the account that is named for a gain or a loss; else the company has one for each purpose. */
  readonly gainAccount: string | null;
  readonly lossAccount: string | null;
  readonly debit: SettledItem;
  readonly credit: SettledItem;
}

const nothing = {
  debit: null,
  credit: null,
  currency: null,
  rate: null,
  party: null,
  taxCode: null,
  taxBase: null,
  dimensions: [],
  dueOn: null,
  text: null,
} as const;

/** Where a fault of the entry stands among the inputs of whoever settles. */
const inputOf = ({ path = [] }: Rejection, ofResult: string): string => {
  if (path[0] === 'postingOn') return 'settledOn';
  return path[0] === 'lines' && path[1] === 1 ? ofResult : 'items';
};

/** Number of the account in use that a company takes for the first of some purposes; null where there is none. */
async function accountFor(
  { tx }: Posting,
  companyId: string,
  purposes: readonly AccountPurpose[],
): Promise<string | null> {
  const where = { companyId, active: true, purpose: { in: [...purposes] } };
  const found = await tx.account.findMany({ where, select: { code: true, purpose: true } });
  const codes = purposes.flatMap((wanted) => found.filter(({ purpose }) => purpose === wanted));
  return codes[0]?.code ?? null;
}

/**
 * Posts the difference between the exchange rates of two items that settle each other: what stays on their account in the
 * company's currency, although nothing is open, goes to the account for gains or losses. In the journal of the later item.
 */
export async function postDifference(
  context: Posting,
  { allocationId, companyId, settledOn, loss, gainAccount, lossAccount, debit, credit }: RateDifference,
): Promise<Result<{ readonly entryId: string }>> {
  const isLoss = isPositive(loss);
  const amount = isLoss ? loss : subtractDecimal(ZERO, loss);
  const ofResult = isLoss ? 'lossAccount' : 'gainAccount';
  const usual = isLoss ? 'EXCHANGE_LOSS' : 'EXCHANGE_GAIN';
  // At one rate, what differs is what rounding left of the parts.
  const purposes = debit.rate === credit.rate ? (['ROUNDING', usual] as const) : ([usual] as const);
  const account = (isLoss ? lossAccount : gainAccount) ?? (await accountFor(context, companyId, purposes));
  if (account === null)
    return reject(
      'EXCHANGE_ACCOUNT_MISSING',
      `The exchange rates differ by ${amount}: name the account for ${isLoss ? 'losses' : 'gains'}.`,
      [ofResult],
    );
  const later = debit.postingOn > credit.postingOn ? debit : credit;
  const onItems: TypedLine = {
    ...nothing,
    account: debit.accountCode,
    party: debit.partyCode,
    opensItem: false,
    ...(isLoss ? { credit: amount } : { debit: amount }),
  };
  const onResult: TypedLine = { ...nothing, account, ...(isLoss ? { debit: amount } : { credit: amount }) };
  const posted = await post(context, {
    companyId,
    journal: later.journal,
    postingOn: settledOn,
    text: `${debit.entryName} – ${credit.entryName}`,
    lines: [onItems, onResult],
    source: { type: 'ALLOCATION', id: allocationId, event: 'SETTLE' },
  });
  if (posted.ok) return posted;
  return rejectAll(posted.rejections.map((fault) => ({ ...fault, path: [inputOf(fault, ofResult)] })));
}
