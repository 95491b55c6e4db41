import type { CalendarDate } from '../date/calendar-date.ts';
import { addDecimal, compareDecimal, type Decimal, subtractDecimal, ZERO } from '../money/decimal.ts';
import { accept, type Result } from '../result.ts';
import { type Calculation, calculate, type PayLine } from './calculate.ts';
import { payEventHash } from './input-hash.ts';
import type { GivenAmount, PayEvent, PayEventRejection } from './pay-event.ts';
import type { RuleBook } from './rule/prepare.ts';

/** A period as it was paid. It stays so, whatever is known now. */
export interface FinalizedPeriod {
  readonly event: PayEvent;
  readonly calculation: Pick<Calculation, 'lines'>;
}

/** What one line of a finalized period would differ by, had today's knowledge been had then. */
export interface RetroactiveDifference {
  readonly code: string;
  readonly kind: PayLine['kind'];
  readonly origin: {
    readonly payDate: CalendarDate;
    readonly period: number;
    /** Hash of what was paid by, and of what it would be by now. */
    readonly paidFrom: string;
    readonly correctedFrom: string;
    /** First day of the version of the rule that made the corrected amount; null: there is none now. */
    readonly version: CalendarDate | null;
  };
  readonly paid: Decimal;
  readonly corrected: Decimal;
  /** Corrected less paid. */
  readonly difference: Decimal;
}

/** Recomputes a finalized period with corrected facts or amounts, and tells what differs. */
export function retroactiveDifferences(
  rules: RuleBook,
  finalized: FinalizedPeriod,
  corrected: PayEvent,
): Result<readonly RetroactiveDifference[], PayEventRejection> {
  const result = calculate({ rules, event: corrected });
  if (!result.ok) return result;
  const paid = new Map(finalized.calculation.lines.map((line) => [line.code, line]));
  const now = new Map(result.value.lines.map((line) => [line.code, line]));
  const [paidFrom, correctedFrom] = [payEventHash(finalized.event), payEventHash(corrected)];
  const { payDate, period } = finalized.event;
  return accept(
    [...new Set([...paid.keys(), ...now.keys()])].flatMap((code) => {
      const [before, after] = [paid.get(code), now.get(code)];
      const kind = (after ?? before)?.kind;
      const difference = subtractDecimal(after?.amount ?? ZERO, before?.amount ?? ZERO);
      if (kind === undefined || compareDecimal(difference, ZERO) === 0) return [];
      return [
        {
          code,
          kind,
          origin: { payDate, period, paidFrom, correctedFrom, version: after?.version ?? null },
          paid: before?.amount ?? ZERO,
          corrected: after?.amount ?? ZERO,
          difference,
        },
      ];
    }),
  );
}

/** An amount of the current event that comes from finalized periods. */
export interface RetroactiveAmount extends GivenAmount {
  readonly origins: readonly RetroactiveDifference[];
}

/**
 * What the current event is given for differences in pay of finalized periods, by component. Taxes
 * and contributions are not carried: they follow the day of payment and are computed on it anew.
 * `codeOf` says which component of the current event takes a difference, such as one that may
 * subtract.
 */
export function retroactiveAmounts(
  differences: readonly RetroactiveDifference[],
  codeOf: (difference: RetroactiveDifference) => string,
): readonly RetroactiveAmount[] {
  const byCode = new Map<string, RetroactiveDifference[]>();
  for (const difference of differences) {
    if (difference.kind !== 'EARNING') continue;
    const code = codeOf(difference);
    byCode.set(code, [...(byCode.get(code) ?? []), difference]);
  }
  return [...byCode].map(([code, origins]) => ({
    code,
    origins,
    amount: origins.reduce((sum, { difference }) => addDecimal(sum, difference), ZERO),
  }));
}
