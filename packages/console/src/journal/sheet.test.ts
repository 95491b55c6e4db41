import { describe, expect, test } from 'vitest';
import { fitsJournal, searchAccounts } from './account-search.ts';
import { type ContraMemory, contraOf, remember } from './contra-memory.ts';
import {
  emptyLine,
  emptySheet,
  faultsOf,
  type Sheet,
  type SheetLine,
  totals,
  withAmount,
  withContra,
  withLine,
  withoutLine,
  withTaxSplit,
} from './sheet.ts';

const swedish = { locale: 'sv-SE', minorUnit: 2 };
const write = (amount: string) => amount.replace('.', ',');
const line = (typed: Partial<SheetLine>): SheetLine => ({ ...emptyLine(), ...typed });
const sheet = (...lines: Partial<SheetLine>[]): Sheet => ({
  ...emptySheet('2026-03-01'),
  lines: lines.map((typed) => line(typed)),
});
const key = (of: Sheet, index: number) => of.lines[index]?.key ?? -1;
const amounts = ({ lines }: Sheet) => lines.map(({ account, debit, credit }) => [account, debit, credit]);

describe('an entry that is being typed', () => {
  test('knows what is missing, to the last unit', () => {
    const { debit, credit, difference } = totals(
      sheet({ debit: '0,1' }, { debit: '0,2' }, { credit: '1 000,30' }),
      swedish,
    );
    expect([debit, credit, difference].map(String)).toEqual(['0.3', '1000.3', '-1000']);
  });

  test('reckons other currencies by the rate of their line, rounded to the even neighbour', () => {
    const foreign = sheet(
      { currency: 'EUR', debit: '0,5', rate: '11,45' },
      { currency: 'EUR', credit: '0,5', rate: '11,49' },
    );
    expect(String(totals(foreign, swedish).debit)).toBe('5.72');
    expect(String(totals(foreign, swedish).credit)).toBe('5.74');
  });

  test('has one side a line', () => {
    const typed = sheet({ account: '1930', debit: '100' });
    expect(amounts(withAmount(typed, key(typed, 0), 'credit', '5'))).toEqual([['1930', '', '5']]);
    expect(amounts(withAmount(typed, key(typed, 0), 'credit', ''))).toEqual([['1930', '100', '']]);
  });

  test.each([
    ['a debit is missing', [{ debit: '100' }, { credit: '250' }, { account: '1930' }], ['1930', '150', '']],
    ['a credit is missing', [{ debit: '100,5' }, { account: '1930' }], ['1930', '', '100,5']],
    ['the line had an amount', [{ debit: '100' }, { account: '1930', debit: '7' }], ['1930', '', '100']],
    ['nothing is missing', [{ debit: '9' }, { credit: '9' }, { account: '1930', debit: '1' }], ['1930', '', '']],
  ])('is balanced by its last line: %s', (_case, lines, expected) => {
    const typed = sheet(...lines);
    const balanced = withContra(typed, key(typed, lines.length - 1), swedish, write);
    expect(amounts(balanced).at(-1)).toEqual(expected);
    expect(String(totals(balanced, swedish).difference)).toBe('0');
  });

  test('leaves a line in another currency to its own rate', () => {
    const typed = sheet({ debit: '100' }, { account: '1930', currency: 'EUR' });
    expect(withContra(typed, key(typed, 1), swedish, write)).toBe(typed);
  });

  test.each([
    ['1250', '25', '1000', '250'],
    ['100', '25', '80', '20'],
    ['99,99', '12', '89,28', '10,71'],
    ['0,01', '25', '0,01', '0'],
  ])('takes the tax out of %s at %s per cent, and loses nothing', (gross, rate, net, tax) => {
    const typed = sheet({ account: '4000', debit: gross, text: 'Paper' }, { account: '1930', credit: gross });
    const split = withTaxSplit(
      typed,
      key(typed, 0),
      { code: 'IN', rate, inputAccount: '2640', outputAccount: '2610' },
      swedish,
      write,
    );
    expect(amounts(split)).toEqual([
      ['4000', net, ''],
      ['2640', tax, ''],
      ['1930', '', gross],
    ]);
    expect(split.lines.map(({ taxCode, text }) => [taxCode, text])).toEqual([
      ['IN', 'Paper'],
      ['', 'Paper'],
      ['', ''],
    ]);
    expect(String(totals(split, swedish).difference)).toBe('0');
  });

  test('keeps two lines', () => {
    const typed = sheet({ account: '1930' }, { account: '4000' });
    expect(amounts(withoutLine(typed, key(typed, 0)))).toEqual([
      ['4000', '', ''],
      ['', '', ''],
    ]);
  });

  const chart = new Map([
    ['1930', {}],
    ['4000', {}],
    ['1510', { control: 'RECEIVABLES' }],
  ]);
  const good = [
    { account: '4000', debit: '10' },
    { account: '1930', credit: '10' },
  ];
  test.each([
    ['nothing', good, []],
    ['no account', [{ debit: '10' }, good[1] ?? {}], [['noAccount', 0]]],
    ['an account that there is not', [{ account: '9', debit: '10' }, good[1] ?? {}], [['unknownAccount', 0]]],
    ['no amount', [{ account: '4000' }, good[1] ?? {}], [['noAmount', 0]]],
    ['no number', [{ account: '4000', debit: 'ten' }, good[1] ?? {}], [['badAmount', 0]]],
    ['no customer', [{ account: '1510', debit: '10' }, good[1] ?? {}], [['noParty', 0]]],
    ['one line', [good[0] ?? {}], [['tooFewLines', undefined]]],
    ['a difference', [good[0] ?? {}, { account: '1930', credit: '9,99' }], [['unbalanced', undefined]]],
  ])('says what keeps it from being posted: %s', (_case, lines, expected) => {
    const typed = sheet(...lines, {});
    const said = faultsOf(typed, chart, swedish);
    const at = new Map(typed.lines.map((one, index) => [one.key, index]));
    expect(said.map(({ fault, key: of }) => [fault, of === undefined ? undefined : at.get(of)])).toEqual(expected);
  });

  test('needs a day', () => {
    expect(faultsOf({ ...sheet(...good), postingOn: '' }, chart, swedish)).toEqual([{ fault: 'noDay' }]);
  });

  test('changes one line at a time', () => {
    const typed = sheet({ text: 'a' }, { text: 'b' });
    const changed = withLine(typed, key(typed, 1), { text: 'c' });
    expect(changed.lines[0]).toBe(typed.lines[0]);
    expect(changed.lines.map(({ text }) => text)).toEqual(['a', 'c']);
  });
});

describe('the account that is meant', () => {
  const accounts = [
    ['1910', 'Kassa'],
    ['1930', 'Företagskonto'],
    ['2440', 'Leverantörsskulder'],
    ['2640', 'Ingående moms'],
    ['4000', 'Inköp av varor'],
    ['6071', 'Representation, avdragsgill'],
    ['19301', 'Andra kontot'],
  ].map(([code = '', name = '']) => ({ id: code, code, name, taxCode: '' }));
  test.each([
    ['1930', ['1930', '19301']],
    ['19', ['1910', '1930', '19301']],
    ['foretag', ['1930']],
    ['moms ing', ['2640']],
    ['skuld', ['2440']],
    ['REPR avdr', ['6071']],
    ['konto', ['19301', '1930']],
    ['zzz', []],
  ])('%s', (typed, expected) => {
    expect(searchAccounts(accounts, typed).map(({ code }) => code)).toEqual(expected);
  });
});

describe('the account that was last set against another', () => {
  test('is known after an entry of two accounts, and after no other', () => {
    const entries = [
      ['4000', '1930'],
      ['4000', '2640', '2440'],
      ['6071', '6071', '1910'],
      ['4000', '2440'],
    ];
    const memory = entries.reduce<ContraMemory>(remember, []);
    expect(['4000', '6071', '1930'].map((account) => contraOf(memory, account))).toEqual(['2440', '1910', undefined]);
  });

  test('is forgotten when 500 others came after it', () => {
    let memory = remember([], ['9999', '1930']);
    for (let account = 1000; account < 1500; account += 1) memory = remember(memory, [String(account), '1930']);
    expect(contraOf(memory, '1000')).toBe('1930');
    expect(contraOf(memory, '9999')).toBeUndefined();
  });
});

test.each([
  [null, 'GENERAL', true],
  ['RECEIVABLES', 'SALES', true],
  ['RECEIVABLES', 'BANK', true],
  ['RECEIVABLES', 'GENERAL', false],
  ['RECEIVABLES', 'PURCHASES', false],
  ['PAYABLES', 'PURCHASES', true],
  ['PAYROLL', 'PAYROLL', false],
])('an account under %s is offered in a journal of %s: %s', (control, kind, expected) => {
  expect(fitsJournal({ control }, kind)).toBe(expected);
});
