import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../../date/calendar-date.ts';
import { compareDecimal, decimal, sumDecimal } from '../../money/decimal.ts';
import { rejectionsOf, unwrap } from '../../result.ts';
import { convertAmounts } from './convert-amounts.ts';
import type { AccountFacts, BookFacts, TypedLine } from './entry.ts';
import { lineRules } from './line-rules.ts';
import { prepareEntry, reversedLines } from './prepare-entry.ts';

const account = (code: string, other: Partial<AccountFacts> = {}): [string, AccountFacts] => [
  code,
  {
    id: `id-${code}`,
    code,
    active: true,
    postable: true,
    control: null,
    currencyCode: null,
    validFrom: null,
    validUntil: null,
    ...other,
  },
];
const named = (code: string, active = true): [string, { id: string; active: boolean }] => [
  code,
  { id: `id-${code}`, active },
];

const book: BookFacts = {
  postingOn: calendarDate('2026-03-15'),
  journalKind: 'GENERAL',
  base: { code: 'SEK', minorUnit: 2, inUse: true },
  accounts: new Map([
    account('1930'),
    account('3000'),
    account('1', { postable: false }),
    account('1999', { active: false }),
    account('1941', { currencyCode: 'EUR' }),
    account('2440', { control: 'PAYABLES' }),
    account('7000', { validFrom: calendarDate('2026-04-01') }),
    account('6000', { validUntil: calendarDate('2026-03-14') }),
  ]),
  currencies: new Map([
    ['EUR', { code: 'EUR', minorUnit: 2, inUse: true }],
    ['JPY', { code: 'JPY', minorUnit: 0, inUse: true }],
    ['DEM', { code: 'DEM', minorUnit: 2, inUse: false }],
    ['USD', { code: 'USD', minorUnit: 2, inUse: true }],
  ]),
  rates: new Map([
    ['EUR', decimal('11.123456')],
    ['JPY', decimal('0.0701')],
  ]),
  parties: new Map([named('S1'), named('S2', false)]),
  taxCodes: new Map([named('25')]),
  dimensions: new Set(['1', '6']),
  objects: new Map([named('1:100'), named('6:P7', false)]),
};

const blank: TypedLine = {
  account: '1930',
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
};
const line = (other: Partial<TypedLine>): TypedLine => ({ ...blank, ...other });
const debit = (amount: string, other: Partial<TypedLine> = {}) => line({ debit: decimal(amount), ...other });
const credit = (amount: string, other: Partial<TypedLine> = {}) =>
  line({ account: '3000', credit: decimal(amount), ...other });
const told = (lines: readonly TypedLine[], other: Partial<BookFacts> = {}): string[] =>
  rejectionsOf(prepareEntry(lines, { ...book, ...other })).map(({ code, path }) => `${code} ${path.join('.')}`);

const faulty: readonly (readonly [code: string, at: string, line: TypedLine])[] = [
  ['ACCOUNT_UNKNOWN', 'account', debit('1', { account: '9999' })],
  ['ACCOUNT_NOT_IN_USE', 'account', debit('1', { account: '1999' })],
  ['ACCOUNT_NOT_POSTABLE', 'account', debit('1', { account: '1' })],
  ['ACCOUNT_NOT_VALID', 'account', debit('1', { account: '7000' })],
  ['ACCOUNT_NOT_VALID', 'account', debit('1', { account: '6000' })],
  ['ACCOUNT_OF_SUBLEDGER', 'account', debit('1', { account: '2440', party: 'S1' })],
  ['ACCOUNT_OTHER_CURRENCY', 'currency', debit('1', { account: '1941' })],
  ['SIDE_MISSING', 'debit', line({})],
  ['SIDE_TWICE', 'credit', line({ debit: decimal('1'), credit: decimal('1') })],
  ['AMOUNT_NOT_POSITIVE', 'debit', debit('0')],
  ['AMOUNT_NOT_POSITIVE', 'credit', credit('-1')],
  ['MINOR_UNIT_EXCEEDED', 'debit', debit('1.001')],
  ['MINOR_UNIT_EXCEEDED', 'credit', credit('1.5', { currency: 'JPY' })],
  ['CURRENCY_UNKNOWN', 'currency', debit('1', { currency: 'ZZZ', rate: decimal('1') })],
  ['CURRENCY_UNKNOWN', 'currency', debit('1', { currency: 'DEM', rate: decimal('5') })],
  ['RATE_MISSING', 'rate', debit('1', { currency: 'USD' })],
  ['RATE_NOT_POSITIVE', 'rate', debit('1', { currency: 'EUR', rate: decimal('0') })],
  ['RATE_OF_OWN_CURRENCY', 'rate', debit('1', { rate: decimal('2') })],
  ['PARTY_UNKNOWN', 'party', debit('1', { party: 'nobody' })],
  ['PARTY_UNKNOWN', 'party', debit('1', { party: 'S2' })],
  ['TAX_CODE_UNKNOWN', 'taxCode', debit('1', { taxCode: '12' })],
  [
    'DIMENSION_TWICE',
    'dimensions',
    debit('1', {
      dimensions: [
        { dimension: '1', object: '100' },
        { dimension: '1', object: '100' },
      ],
    }),
  ],
  ['DIMENSION_UNKNOWN', 'dimensions', debit('1', { dimensions: [{ dimension: '9', object: '100' }] })],
  ['OBJECT_UNKNOWN', 'dimensions', debit('1', { dimensions: [{ dimension: '1', object: '200' }] })],
  ['OBJECT_UNKNOWN', 'dimensions', debit('1', { dimensions: [{ dimension: '6', object: 'P7' }] })],
];

describe('each line', () => {
  test.each(faulty)('%s at %s', (code, at, wrong) => {
    expect(told([credit('7'), wrong])).toEqual([`${code} lines.1.${at}`]);
  });

  test('PARTY_MISSING at party, on the control account of its own subledger', () => {
    const lines = [debit('10'), credit('10', { account: '2440' })];
    expect(told(lines, { journalKind: 'PURCHASES' })).toEqual(['PARTY_MISSING lines.1.party']);
    expect(told(lines, { journalKind: 'IMPORT' })).toEqual([]);
    expect(told([debit('10'), credit('10', { account: '2440', party: 'S1' })], { journalKind: 'BANK' })).toEqual([]);
  });

  test('every rule has a row here, and tells what to do', () => {
    const met = new Set([...faulty.map(([code]) => code), 'PARTY_MISSING']);
    expect(lineRules.map(({ code }) => code).filter((code) => !met.has(code))).toEqual([]);
    for (const [, , wrong] of faulty)
      for (const { message } of rejectionsOf(prepareEntry([credit('7'), wrong], book)))
        expect(message).toMatch(/[a-z]{3}.*[.]$/);
  });
});

describe('the whole', () => {
  test.each([
    ['TOO_FEW_LINES lines', [debit('1')]],
    ['TOO_FEW_LINES lines', []],
    ['ENTRY_UNBALANCED lines', [debit('10'), credit('10.01')]],
    [
      'ENTRY_UNBALANCED lines',
      [debit('10'), credit('10'), debit('1', { currency: 'EUR' }), credit('2', { currency: 'EUR' })],
    ],
    [
      'ENTRY_UNBALANCED_CONVERTED lines',
      [
        debit('100', { currency: 'EUR', rate: decimal('11') }),
        credit('100', { currency: 'EUR', rate: decimal('11.5') }),
      ],
    ],
    [
      'AMOUNT_VANISHES lines.0.rate',
      [
        debit('1', { currency: 'EUR', rate: decimal('0.001') }),
        credit('1', { currency: 'EUR', rate: decimal('0.001') }),
      ],
    ],
  ])('%s', (expected, lines) => {
    expect(told(lines).slice(0, 1)).toEqual([expected]);
  });

  test('TOO_MANY_LINES lines', () => {
    expect(told(Array.from({ length: 10_001 }, () => debit('1')))).toEqual(['TOO_MANY_LINES lines']);
  });

  test('tells of each currency that does not balance, and of no balance while a line is wrong', () => {
    const both = [debit('1'), credit('2'), debit('1', { currency: 'EUR' }), credit('2', { currency: 'EUR' })];
    expect(told(both)).toEqual(['ENTRY_UNBALANCED lines', 'ENTRY_UNBALANCED lines']);
    expect(told([debit('1'), credit('2', { account: 'x' })])).toEqual(['ACCOUNT_UNKNOWN lines.1.account']);
  });
});

describe('what may be posted', () => {
  test('is signed, converted, and refers to what its codes were found to be', () => {
    const lines = [
      debit('100', { currency: 'EUR', dimensions: [{ dimension: '1', object: '100' }], taxCode: '25' }),
      credit('100', { currency: 'EUR' }),
    ];
    expect(unwrap(prepareEntry(lines, book))).toMatchObject([
      {
        accountId: 'id-1930',
        amount: '100',
        rate: '11.123456',
        debit: '1112.35',
        credit: '0',
        objectIds: ['id-1:100'],
      },
      { accountId: 'id-3000', amount: '-100', debit: '0', credit: '1112.35', opensItem: false },
    ]);
  });

  test('thirds at one rate add up to what the whole is worth', () => {
    const thirds = ['33.33', '33.33', '33.34'].map((amount) => debit(amount, { currency: 'EUR' }));
    const done = unwrap(prepareEntry([...thirds, credit('100', { currency: 'EUR' })], book));
    expect(sumDecimal(done.map((each) => each.debit))).toBe('1112.35');
  });

  test('any amounts that balance in a currency at one rate balance converted, and back to nothing when taken back', () => {
    const amounts = fc.array(fc.bigInt(1n, 10n ** 12n), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 20_000_000, max: 2_000_000_000 }), (cents, millionths) => {
        const text = (units: bigint) => decimal(`${units / 100n}.${String(units % 100n).padStart(2, '0')}`);
        const rate = decimal(`${Math.floor(millionths / 1e6)}.${String(millionths % 1e6).padStart(6, '0')}`);
        const total = cents.reduce((sum, each) => sum + each, 0n);
        const lines = [
          ...cents.map((each) => debit(text(each), { currency: 'EUR', rate })),
          credit(text(total), { currency: 'EUR', rate }),
        ];
        const done = unwrap(prepareEntry(lines, book));
        const back = reversedLines(done);
        const sum = (which: readonly (typeof done)[number][], side: 'debit' | 'credit') =>
          sumDecimal(which.map((each) => each[side]));
        expect(compareDecimal(sum(done, 'debit'), sum(done, 'credit'))).toBe(0);
        expect(compareDecimal(sum(done, 'debit'), sum(back, 'credit'))).toBe(0);
        expect(compareDecimal(sumDecimal([...done, ...back].map((each) => each.amount)), decimal('0'))).toBe(0);
      }),
    );
  });

  test('converts each side, currency and rate by itself', () => {
    const amount = decimal('0.05');
    const each = { side: 'debit', currency: 'EUR', amount, rate: decimal('0.1') } as const;
    expect(convertAmounts([each, each, { ...each, side: 'credit' }], 2)).toEqual(['0.01', '0.00', '0.01']);
  });
});
