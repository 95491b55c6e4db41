import type { CalendarDate, Decimal, TypedLine } from '@kontor/core';
import { type InputOf, input, optional } from '../write/input.ts';

const due = { en: 'Due on', sv: 'Förfaller den', de: 'Fällig am', hu: 'Esedékes', sl: 'Zapade dne' };

const objects = input.rows('EntryLineObjectInput', 'One object of a dimension, by their codes.', {
  dimension: input.text('Code of the dimension, such as 1 for cost centres.', { maxLength: 20 }),
  object: input.text('Code of the object, such as that of the cost centre.', { maxLength: 40 }),
});

/** What a line of an entry takes: everything by the codes that people type. */
export const lineFields = {
  account: input.text('Number of the account.', { maxLength: 20 }),
  debit: optional(input.decimal('Debit, in the currency of the line.', { scale: 4 })),
  credit: optional(input.decimal('Credit, in the currency of the line.', { scale: 4 })),
  currencyCode: optional(input.text('Currency of the line; that of the company, where left out.', { maxLength: 3 })),
  rate: optional(
    input.decimal('Units of the company’s currency for one of the line’s; the rate of the day, where left out.', {
      scale: 12,
    }),
  ),
  party: optional(input.text('Number of the customer or supplier.', { maxLength: 40 })),
  taxCode: optional(input.text('Tax code.', { maxLength: 20 })),
  taxBase: optional(input.decimal('Amount that the tax was reckoned on.', { scale: 4 })),
  dimensions: optional(objects),
  dueOn: optional(input.date('Day by which it is to be paid.', { label: due })),
  text: optional(input.text('What the line is about.')),
};

export const lines = input.rows('EntryLineInput', 'One amount of an entry, on one account.', lineFields);

export type LineInput = InputOf<typeof lineFields>;

/** A line of an input as the core takes it. */
export const typedLine = (line: LineInput): TypedLine => ({
  account: line.account,
  debit: line.debit as Decimal | null,
  credit: line.credit as Decimal | null,
  currency: line.currencyCode,
  rate: line.rate as Decimal | null,
  party: line.party,
  taxCode: line.taxCode,
  taxBase: line.taxBase as Decimal | null,
  dimensions: line.dimensions ?? [],
  dueOn: line.dueOn as CalendarDate | null,
  text: line.text,
});

/** What an entry takes besides its lines. */
export const entryFields = {
  companyId: input.id('Company', 'Company whose books it is for.'),
  journal: input.text('Code of the journal.', { maxLength: 20 }),
  documentOn: optional(input.date('Day of the document behind it.')),
  reverseOn: optional(input.date('Day on which it is taken back again: an accrual that reverses itself.')),
  text: optional(input.text('What it is about.')),
  reference: optional(input.text('Number of the document behind it.', { maxLength: 100 })),
};
