import { describe, expect, it } from 'vitest';
import { encodeCodePage437 } from './code-page.ts';
import type { SieFaultCode, SieWarningCode } from './fault.ts';
import { readSie, type SieReading } from './reader.ts';

const HEAD = [
  '#FLAGGA 0',
  '#PROGRAM "Prov" 1.0',
  '#FORMAT PC8',
  '#GEN 20260105',
  '#SIETYP 4',
  '#FNAMN "Provbolaget AB"',
  '#RAR 0 20260101 20261231',
  '#KONTO 1930 "Företagskonto"',
  '#KONTO 3001 "Försäljning"',
];
/** The first line after the head. */
const FIRST = HEAD.length + 1;

function bytes(text: string): Uint8Array {
  return encodeCodePage437(text).bytes;
}

function reading(lines: readonly string[]): SieReading {
  const read = readSie(bytes(lines.join('\r\n')));
  if (!read.ok) throw new Error(JSON.stringify(read.rejections));
  return read.value;
}

function faults(content: Uint8Array): readonly string[] {
  const read = readSie(content);
  return read.ok ? [] : read.rejections.map(({ line, code }) => `${line} ${code}`);
}

function voucher(...lines: readonly string[]): readonly string[] {
  return ['#VER A 1 20260110 "Porto"', '{', ...lines, '}'];
}

describe('what breaks the standard refuses the file, by line', () => {
  it.each<[string, readonly string[], number, SieFaultCode]>([
    ['no label', ['Kundfordringar 1510'], 0, 'SIE_LABEL_MISSING'],
    ['a label without its number sign', ['KONTO 1510 "Kund"'], 0, 'SIE_LABEL_MISSING'],
    ['an open quotation mark', ['#KONTO 1510 "Kund'], 0, 'SIE_QUOTE_UNCLOSED'],
    ['an open quotation mark in a voucher', ['#VER A 1 20260110 "Porto'], 0, 'SIE_QUOTE_UNCLOSED'],
    ['a quotation mark that is not escaped', ['#KONTO 1510 "Kassa "special""'], 0, 'SIE_QUOTE_MISPLACED'],
    ['an account with a blank', ['#KONTO "1510 Kund"'], 0, 'SIE_ACCOUNT_WRONG'],
    ['an account that is missing', ['#KONTO'], 0, 'SIE_FIELD_MISSING'],
    ['an unknown kind of account', ['#KTYP 1510 X'], 0, 'SIE_ACCOUNT_TYPE_UNKNOWN'],
    ['an open object list', voucher('#TRANS 1930 {1 "10" -5'), 2, 'SIE_OBJECTS_UNCLOSED'],
    ['an object without its dimension', voucher('#TRANS 1930 {10} 0'), 2, 'SIE_OBJECTS_ODD'],
    ['two objects of one dimension', voucher('#TRANS 1930 {1 "10" 1 "20"} 0'), 2, 'SIE_OBJECT_TWICE'],
    ['a dimension by name', ['#OBJEKT Projekt "1" "Ett"'], 0, 'SIE_DIMENSION_WRONG'],
    ['a comma in an amount', voucher('#TRANS 1930 {} -5,50'), 2, 'SIE_AMOUNT_COMMA'],
    ['a blank in an amount', ['#IB 0 1930 x'], 0, 'SIE_AMOUNT_WRONG'],
    ['an amount with an exponent', ['#IB 0 1930 1e3'], 0, 'SIE_AMOUNT_WRONG'],
    ['an amount that is missing', voucher('#TRANS 1930 {}'), 2, 'SIE_FIELD_MISSING'],
    ['three decimals', voucher('#TRANS 1930 {} -5.505'), 2, 'SIE_AMOUNT_TOO_PRECISE'],
    ['too large an amount', ['#IB 0 1930 12345678901234567'], 0, 'SIE_AMOUNT_TOO_LARGE'],
    ['a day that is in no calendar', ['#VER A 1 20260230 "x"', '{', '}'], 0, 'SIE_DATE_WRONG'],
    ['a date with dashes', ['#VER A 1 2026-01-10 "x"', '{', '}'], 0, 'SIE_DATE_WRONG'],
    ['a voucher without a date', ['#VER A 1 "" "x"', '{', '}'], 0, 'SIE_FIELD_MISSING'],
    ['a month 13', ['#PSALDO 0 202613 1930 {} 5'], 0, 'SIE_PERIOD_WRONG'],
    ['a year by name', ['#IB 2026 1930 5'], 0, 'SIE_YEAR_WRONG'],
    ['a year that ends before it begins', ['#RAR -1 20251231 20250101'], 0, 'SIE_YEAR_WRONG'],
    ['a year twice', ['#RAR 0 20260101 20261231'], 0, 'SIE_YEAR_WRONG'],
    ['years that overlap', ['#RAR -1 20250101 20260131'], 0, 'SIE_YEARS_OVERLAP'],
    ['type 5', ['#SIETYP 5'], 0, 'SIE_TYPE_UNKNOWN'],
    ['a line outside a voucher', ['#TRANS 1930 {} 5'], 0, 'SIE_LINE_OUTSIDE_VOUCHER'],
    ['a voucher without lines', ['#VER A 1 20260110 "x"', '#KONTO 1510 Kund'], 0, 'SIE_BLOCK_MISSING'],
    ['a voucher that never ends', ['#VER A 1 20260110 "x"', '{'], 0, 'SIE_BLOCK_UNCLOSED'],
    [
      'a voucher that runs into the next',
      ['#VER A 1 20260110 "x"', '{', '#VER A 2 20260110', '{', '}'],
      0,
      'SIE_BLOCK_UNCLOSED',
    ],
    ['another label in a voucher', voucher('#IB 0 1930 5'), 2, 'SIE_LABEL_INSIDE_VOUCHER'],
    ['a brace too many', ['}'], 0, 'SIE_BLOCK_MISPLACED'],
    ['a brace without a voucher', ['{'], 0, 'SIE_BLOCK_MISPLACED'],
    [
      'a voucher that does not balance',
      voucher('#TRANS 1930 {} -5', '#TRANS 3001 {} 4.99'),
      0,
      'SIE_VOUCHER_UNBALANCED',
    ],
    ['a checksum that was cut off', ['#KSUMMA'], 0, 'SIE_CHECKSUM_CUT'],
  ])('%s', (_, lines, offset, code) => {
    expect(faults(bytes([...HEAD, ...lines].join('\r\n')))).toContain(`${FIRST + offset} ${code}`);
  });

  it('names the voucher and what it lacks', () => {
    const read = readSie(bytes([...HEAD, ...voucher('#TRANS 1930 {} -5', '#TRANS 3001 {} 4.99')].join('\n')));
    expect(read).toMatchObject({ rejections: [{ line: FIRST, detail: 'A 1: -0.01', path: ['line', FIRST] }] });
  });

  it('names every fault, in the order of the lines', () => {
    const lines = ['#IB 0 1930 5,00', '#IB 0 1930 x', '#RAR x'];
    expect(faults(bytes([...HEAD, ...lines].join('\r')))).toEqual([
      `${FIRST} SIE_AMOUNT_COMMA`,
      `${FIRST + 1} SIE_AMOUNT_WRONG`,
      `${FIRST + 2} SIE_YEAR_WRONG`,
    ]);
  });

  it('and so is what is no SIE file at all', () => {
    expect(faults(new Uint8Array())).toEqual(['1 SIE_EMPTY']);
    expect(faults(bytes('<html>\n</html>'))).toEqual(['1 SIE_LABEL_MISSING', '2 SIE_LABEL_MISSING']);
  });
});

describe('what is untidy is read, with a warning', () => {
  it.each<[string, readonly string[], SieWarningCode, string]>([
    ['an unknown label', ['#NYTT 1 2'], 'SIE_LABEL_UNKNOWN', '#NYTT'],
    ['an unknown label with a block', ['#NYTT 1', '{', '#TRANS x', '}'], 'SIE_LABEL_UNKNOWN', '#NYTT'],
    ['an undeclared account', ['#IB 0 1910 0'], 'SIE_ACCOUNT_UNDECLARED', '1910'],
    ['an undeclared dimension', ['#OBJEKT 1 "10" "Butik"'], 'SIE_DIMENSION_UNDECLARED', '1'],
    ['an undeclared object', ['#OIB 0 1930 {1 "10"} 0'], 'SIE_OBJECT_UNDECLARED', '1:10'],
    ['an account without its kind', ['#KTYP 1930'], 'SIE_ACCOUNT_WITHOUT_TYPE', '1930'],
    ['a label that stands twice', ['#FNAMN "Annat"'], 'SIE_LABEL_TWICE', '#FNAMN'],
    ['a file read before', ['#FLAGGA 1'], 'SIE_ALREADY_READ', ''],
    ['a year without dates', ['#RAR -1'], 'SIE_YEAR_WITHOUT_DATES', '-1'],
    ['a voucher without lines', ['#VER A 1 20260110', '{', '}'], 'SIE_VOUCHER_OF_ZERO', 'A 1'],
    ['a voucher of zeros', voucher('#TRANS 1930 {} 0.00', '#TRANS 3001 {} -0'), 'SIE_VOUCHER_OF_ZERO', 'A 1'],
    ['a line of zero', voucher('#TRANS 1930 {} 0', '#TRANS 1930 {} 5', '#TRANS 3001 {} -5'), 'SIE_LINE_OF_ZERO', 'A 1'],
    ['a number twice', [...voucher(), ...voucher()], 'SIE_VOUCHER_NUMBER_TWICE', 'A 1'],
    ['a voucher of another year', ['#VER A 1 20270110', '{', '}'], 'SIE_VOUCHER_OUTSIDE_YEAR', 'A 1'],
    ['an added line that nothing follows', voucher('#RTRANS 1930 {} 5'), 'SIE_CORRECTION_UNPAIRED', '1930'],
    ['opening balances that do not balance', ['#IB 0 1930 5'], 'SIE_OPENING_UNBALANCED', '5.00'],
    [
      'a text that was cut with its mark',
      voucher('#TRANS 1930 {} 0 20260110 "Kontorsmat'),
      'SIE_QUOTE_LEFT_OPEN',
      'Kontorsmat',
    ],
    ['a closing balance that does not follow', [...voucher(), '#UB 0 1930 5'], 'SIE_CLOSING_DIFFERS', '1930'],
    ['a result that does not follow', [...voucher(), '#RES 0 3001 -5'], 'SIE_RESULT_DIFFERS', '3001'],
  ])('%s', (_, lines, code, detail) => {
    const found = reading([...HEAD, ...lines]).warnings.find((warning) => warning.code === code);
    expect(found?.detail).toBe(detail);
  });

  it('says which label is missing, and what type it takes the file for', () => {
    const bare = reading(['#FLAGGA 0', '#VER "" "" 20260110', '{', '}']);
    expect(bare.document.header.type).toBe(4);
    expect(bare.warnings.filter(({ code }) => code === 'SIE_HEADER_MISSING').map(({ detail }) => detail)).toEqual([
      '#PROGRAM',
      '#FORMAT',
      '#GEN',
      '#FNAMN',
    ]);
  });

  it('says what balances the opening balances', () => {
    expect(reading([...HEAD, '#IB 0 1930 5.5', '#IB -1 1930 7']).reconciliation.openingDifference).toBe('-5.50');
  });
});

describe('fields', () => {
  const read = (...lines: string[]) => reading([...HEAD, ...voucher(...lines)]).document.vouchers[0];

  it.each<[string, string, object]>([
    ['tabs and blanks', '#TRANS\t1930\t\t{} \t 0', { account: '1930', amount: '0' }],
    ['no blank before the list', '#TRANS 1930{}0', { account: '1930', objects: [], amount: '0' }],
    ['no list at all', '#TRANS 1930 0 20260111', { objects: [], date: '2026-01-11' }],
    ['lower case', '#trans 1930 {} 0', { account: '1930' }],
    [
      'an empty text in each place',
      '#TRANS 1930 {} 0 "" "" "" ""',
      { date: null, text: '', quantity: null, signature: '' },
    ],
    ['quantity and signature', '#TRANS 1930 {} 0 "" "x" -2.125 "AN"', { quantity: '-2.125', signature: 'AN' }],
    ['fields to come', '#TRANS 1930 {} 0 "" "x" 1 "AN" "mer"', { signature: 'AN' }],
    ['a mark within a text', '#TRANS 1930 {} 0 "" "en \\"kassa\\" till"', { text: 'en "kassa" till' }],
    ['braces within a text', '#TRANS 1930 {} 0 "" "a {b} c"', { text: 'a {b} c' }],
    [
      'blanks in a list',
      '#TRANS 1930 { 1 "10"  6 P1 } 0',
      {
        objects: [
          { dimension: '1', code: '10' },
          { dimension: '6', code: 'P1' },
        ],
      },
    ],
    ['an object of no name', '#TRANS 1930 {1 "" 6 "P1"} 0', { objects: [{ dimension: '6', code: 'P1' }] }],
    ['a dimension with a nought', '#TRANS 1930 {01 "10"} 0', { objects: [{ dimension: '1', code: '10' }] }],
  ])('%s', (_, line, expected) => {
    expect(read(line)?.lines[0]).toMatchObject(expected);
  });

  it.each([
    ['-1250.50', '-1250.5'],
    ['00012.00', '12'],
    ['.5', '0.5'],
    ['-.25', '-0.25'],
    ['7.', '7'],
    ['-0.00', '0'],
  ])('the amount %s is %s', (text, amount) => {
    expect(
      read(`#TRANS 1930 {} ${text}`, `#TRANS 3001 {} ${text.startsWith('-') ? text.slice(1) : `-${text}`}`)?.lines[0]
        ?.amount,
    ).toBe(amount);
  });

  it('keep a folder that ends in a backslash', () => {
    const { header } = reading([...HEAD, '#FNR "C:\\bokföring\\"', '#ORGNR 556677-8899']).document;
    expect(header).toMatchObject({ companyKey: 'C:\\bokföring\\', organisationNumber: '556677-8899' });
  });

  it('give a voucher without series and number its text', () => {
    const [found] = reading([...HEAD, '#VER "" "" 20260110 "Porto" 20260111 "AN"', '{', '}']).document.vouchers;
    expect(found).toMatchObject({ series: '', number: '', text: 'Porto', registeredOn: '2026-01-11', signature: 'AN' });
  });
});

it('counts what was struck and added once', () => {
  const [found] = reading([
    ...HEAD,
    ...voucher(
      '#BTRANS 1930 {} -7 20260110 "" 0 "AN"',
      '#RTRANS 1930 {} -5 20260111 "" 0 "AN"',
      '#TRANS 1930 {} -5 20260110',
      '#TRANS 3001 {} 5',
    ),
  ]).document.vouchers;
  expect(found?.lines.map(({ amount }) => amount)).toEqual(['-5', '5']);
  expect(found?.corrections.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['BTRANS', '-7'],
    ['RTRANS', '-5'],
  ]);
});

describe('lines', () => {
  it.each(['\n', '\r\n', '\r', '\n\n\r\n'])('may end in %j', (end) => {
    const read = readSie(bytes([...HEAD, ...voucher()].join(end)));
    expect(read).toMatchObject({ ok: true, value: { document: { vouchers: [{ line: expect.any(Number) }] } } });
  });

  it('may begin with blanks, share a brace, and end with the mark of old programs', () => {
    const { vouchers } = reading([...HEAD, '  #VER A 1 20260110 "x" {', '\t#TRANS 1930 {} 0', '} \u001a']).document;
    expect(vouchers[0]?.lines).toHaveLength(1);
  });
});

describe('how a file is written', () => {
  const text = [...HEAD, '#PROSA "Åkerö bär ÄÖ"'].join('\r\n');
  const windows = Uint8Array.from(text, (character) => character.charCodeAt(0));

  it.each([
    ['CP437', bytes(text), []],
    ['UTF_8', new TextEncoder().encode(text), ['SIE_ENCODING_NOT_437']],
    ['UTF_8', new TextEncoder().encode(`\ufeff${text}`), ['SIE_ENCODING_NOT_437']],
    ['WINDOWS_1252', windows, ['SIE_ENCODING_NOT_437']],
  ])('is found out: %s', (encoding, content, warnings) => {
    const read = readSie(content);
    expect(read).toMatchObject({ value: { document: { encoding, header: { prose: 'Åkerö bär ÄÖ' } } } });
    expect(read.ok && read.value.warnings.map(({ code }) => code)).toEqual(warnings);
  });
});
