import type { CalendarDate } from '../../date/calendar-date.ts';
import type { Decimal } from '../../money/decimal.ts';
import type { ChartJournalKind, ControlKind } from '../chart/chart.ts';

/** One object of a dimension, by their codes: `{ dimension: '1', object: '100' }`. */
export interface ObjectReference {
  readonly dimension: string;
  readonly object: string;
}

/** A line as somebody types it: what it refers to by code, its amount on one of two sides in the currency of the line. */
export interface TypedLine {
  readonly account: string;
  readonly debit: Decimal | null;
  readonly credit: Decimal | null;
  /** ISO 4217; null for the currency of the company. */
  readonly currency: string | null;
  /** Units of the company's currency for one unit of the line's; null to take the rate of the day. */
  readonly rate: Decimal | null;
  readonly party: string | null;
  readonly taxCode: string | null;
  readonly taxBase: Decimal | null;
  readonly dimensions: readonly ObjectReference[];
  readonly dueOn: CalendarDate | null;
  readonly text: string | null;
  /** False for a line that leaves nothing open although it is about a customer or supplier: a difference of rates. */
  readonly opensItem?: false;
}

/** What is known of an account that a line names. */
export interface AccountFacts {
  readonly id: string;
  readonly code: string;
  readonly active: boolean;
  readonly postable: boolean;
  readonly control: ControlKind | 'GENERAL' | 'BANK' | null;
  readonly currencyCode: string | null;
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
}

/** A currency as far as amounts in it go; `inUse` is false for one that is withdrawn or no money. */
export interface CurrencyFacts {
  readonly code: string;
  readonly minorUnit: number;
  readonly inUse: boolean;
}

/** Something that a line names by code: a party, a tax code, an object. */
export interface NamedFacts {
  readonly id: string;
  readonly active: boolean;
}

/** What an entry is checked against. Maps are by code; `objects` by `dimension:object`; rates are those of the day. */
export interface BookFacts {
  readonly postingOn: CalendarDate;
  readonly journalKind: ChartJournalKind;
  readonly base: CurrencyFacts;
  readonly accounts: ReadonlyMap<string, AccountFacts>;
  readonly currencies: ReadonlyMap<string, CurrencyFacts>;
  readonly rates: ReadonlyMap<string, Decimal>;
  readonly parties: ReadonlyMap<string, NamedFacts>;
  readonly taxCodes: ReadonlyMap<string, NamedFacts>;
  readonly dimensions: ReadonlySet<string>;
  readonly objects: ReadonlyMap<string, NamedFacts>;
}

/** A line that may be posted: every reference found, its amount signed (debit above zero) and converted. */
export interface PreparedLine {
  readonly accountId: string;
  readonly currencyCode: string;
  readonly amount: Decimal;
  readonly rate: Decimal;
  /** In the company's currency; one of the two is 0. */
  readonly debit: Decimal;
  readonly credit: Decimal;
  readonly partyId: string | null;
  readonly taxCodeId: string | null;
  readonly taxBase: Decimal | null;
  /** Ids of its objects, in order. */
  readonly objectIds: readonly string[];
  readonly dueOn: CalendarDate | null;
  readonly text: string | null;
  /** Whether it leaves an amount open between the company and the party. */
  readonly opensItem: boolean;
}

export const objectKey = ({ dimension, object }: ObjectReference): string => `${dimension}:${object}`;
