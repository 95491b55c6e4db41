import { each, type Rows, taken } from './meaning.ts';

const asSubmitted = 'The batch was handed in: cancel it, and prepare another.';

/** What the rules of payments mean to whoever broke them, by the name of the rule. */
export const meaningsOfPayments: Rows = {
  ...each('SAME_PERSON', 'Somebody other than the preparer must decide.', { payment_batch_two_people: 'batchId' }),
  ...each('PAYEE_ACCOUNT_MISSING', 'Give an IBAN, or a sort code, an account number and a BIC.', {
    company_account_number: 'iban',
  }),
  ...each('AMOUNT_NOT_POSITIVE', 'Give an amount above zero.', { payment_amount: 'amount' }),
  ...each('MINOR_UNIT_EXCEEDED', 'The amount has more decimals than its currency.', { payment_minor_unit: 'amount' }),
  ...each('BATCH_HANDED_IN', asSubmitted, {
    payment_batch_as_submitted: 'batchId',
    payment_batch_status: 'batchId',
    payment_batch_decided: 'batchId',
    payment_stays: 'batchId',
  }),
  payment_source_once: taken(
    'ALREADY_PAID',
    'This is paid already, or is about to be by another batch.',
    'sourceId',
    'Payment',
    'sourceId',
  ),
};
