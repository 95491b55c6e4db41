import { builder } from '../builder.ts';
import { enumType } from '../graph/enums.ts';
import { requireViewer } from '../graph/mutations.ts';
import { type AgedAccount, type AgedRow, agedAccounts, agedItems } from './report/aged-items.ts';

const buckets = {
  notDue: 'Not due yet on the day.',
  days1To30: 'Due for 1 to 30 days.',
  days31To60: 'Due for 31 to 60 days.',
  days61To90: 'Due for 61 to 90 days.',
  daysOver90: 'Due for more than 90 days.',
  total: 'All of it.',
  worth: 'All of it in the currency of the company, as it was posted.',
} as const;

const AgedItems = builder.objectRef<AgedRow>('AgedItems').implement({
  description:
    'What is open between the company and a business partner in one currency, by age: above zero where the partner owes it.',
  fields: (t) => ({
    partyId: t.exposeID('partyId', { description: 'The business partner.' }),
    partyCode: t.exposeString('partyCode', { description: 'Number of the business partner.' }),
    partyName: t.exposeString('partyName', { description: 'Name of the business partner.' }),
    subledger: t.exposeString('subledger', { description: '`RECEIVABLES` or `PAYABLES`.' }),
    currencyCode: t.exposeString('currencyCode', { description: 'Currency of the items.' }),
    items: t.exposeInt('items', { description: 'Number of open items.' }),
    ...Object.fromEntries(
      Object.entries(buckets).map(([name, description]) => [
        name,
        t.field({ type: 'Decimal', description, resolve: (row) => row[name as keyof typeof buckets] }),
      ]),
    ),
  }),
});

builder.queryField('agedItems', (t) =>
  t.field({
    type: [AgedItems],
    nullable: true,
    description:
      'Open items of each business partner by age, as of a day, whatever was settled since. Null where you may not read the books of such a company.',
    args: {
      companyId: t.arg.id({ required: true, description: 'Company whose books they are.' }),
      endsOn: t.arg({ type: 'Date', required: true, description: 'Day as of which they are open.' }),
      subledger: t.arg({ type: enumType('Subledger'), description: 'Customers or suppliers alone.' }),
      partyId: t.arg.id({ description: 'This business partner alone.' }),
    },
    resolve: async (_root, { companyId, endsOn, subledger, partyId }, context) => {
      const rows = await agedItems(context.app, requireViewer(context), {
        companyId: String(companyId),
        endsOn: String(endsOn),
        subledger: subledger as string | null | undefined,
        partyId: partyId === null || partyId === undefined ? null : String(partyId),
      });
      return rows && [...rows];
    },
  }),
);

const sums = {
  balance: 'Balance in the trial balance, debit less credit.',
  openItems: 'What its open items come to.',
  difference:
    'The balance less the open items: what stands on the account without being open, such as books that were brought in.',
} as const;

const AgedAccounts = builder.objectRef<AgedAccount>('AgedAccount').implement({
  description: 'An account that open items stand on, beside the trial balance, in the currency of the company.',
  fields: (t) => ({
    accountId: t.exposeID('accountId', { description: 'The account.' }),
    code: t.exposeString('code', { description: 'Number of the account.' }),
    name: t.exposeString('name', { description: 'Name of the account.' }),
    subledger: t.exposeString('subledger', { description: '`RECEIVABLES` or `PAYABLES`.' }),
    ...Object.fromEntries(
      Object.entries(sums).map(([name, description]) => [
        name,
        t.field({ type: 'Decimal', description, resolve: (row) => row[name as keyof typeof sums] }),
      ]),
    ),
  }),
});

builder.queryField('agedAccounts', (t) =>
  t.field({
    type: [AgedAccounts],
    nullable: true,
    description:
      'The accounts that open items stand on, each beside its balance, as of a day. Null where you may not read the books of such a company.',
    args: {
      companyId: t.arg.id({ required: true, description: 'Company whose books they are.' }),
      endsOn: t.arg({ type: 'Date', required: true, description: 'Day as of which they are told.' }),
      subledger: t.arg({ type: enumType('Subledger'), description: 'Customers or suppliers alone.' }),
    },
    resolve: async (_root, { companyId, endsOn, subledger }, context) => {
      const rows = await agedAccounts(context.app, requireViewer(context), {
        companyId: String(companyId),
        endsOn: String(endsOn),
        subledger: subledger as string | null | undefined,
      });
      return rows && [...rows];
    },
  }),
);
