import { expect, it } from 'vitest';
import { type Draft, sheetOf } from './draft.ts';

const draft: Draft = {
  id: 'D',
  version: 3,
  status: 'DRAFT',
  postingOn: '2026-03-05',
  documentOn: '2026-03-01',
  reverseOn: null,
  text: 'Paper',
  reference: null,
  journal: { code: 'A' },
  company: { id: 'C' },
  lines: [
    {
      accountCode: '6110',
      debit: '1000.5',
      credit: null,
      currencyCode: 'EUR',
      rate: '11.25',
      partyCode: 'S1',
      taxCode: 'SE25',
      taxBase: '900',
      dimensions: '1:100 6:P%207',
      dueOn: '2026-04-01',
      text: null,
    },
  ],
};

it('puts a draft on the sheet as the reader writes numbers, and keeps what the sheet has no cell for', () => {
  const sheet = sheetOf(draft, 'sv');
  expect(sheet).toMatchObject({ postingOn: '2026-03-05', text: 'Paper', reference: '' });
  expect(sheet.kept).toEqual({ documentOn: '2026-03-01', reverseOn: null });
  expect(sheet.lines).toHaveLength(2);
  expect(sheet.lines[0]).toMatchObject({
    account: '6110',
    debit: '1000,5',
    credit: '',
    currency: 'EUR',
    rate: '11,25',
    taxCode: 'SE25',
    dimensions: { '1': '100', '6': 'P 7' },
    text: '',
    party: 'S1',
    dueOn: '2026-04-01',
    kept: { taxBase: '900' },
  });
});
