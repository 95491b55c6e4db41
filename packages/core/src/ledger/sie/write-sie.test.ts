import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../date/calendar-date.ts';
import type { Decimal } from '../../money/decimal.ts';
import { accountKinds } from './account-kind.ts';
import { checksumFault, sieChecksum } from './checksum.ts';
import { decodeSie, encodeCodePage437 } from './code-page.ts';
import type { SieDocument, SieLine, SieVoucher } from './document.ts';
import { readSie } from './reader.ts';
import { amountOf } from './value.ts';
import { writeSie } from './writer.ts';

const LETTERS = 'aZ å"\\{}#%éÜß9.,-';
const text = fc
  .array(fc.constantFrom(...LETTERS), { maxLength: 12 })
  .map((characters) => characters.join('').replace(/\\+$/, ''));
const name = text.map((value) => value.trim() || 'x');
const code = fc.stringMatching(/^[1-9][0-9]{3}$/);
const units = fc.bigInt({ min: -999_999_999n, max: 999_999_999n }).map((value) => value * 100n);
const date = fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}` as CalendarDate);
const objects = fc.uniqueArray(
  fc.record({ dimension: fc.constantFrom('1', '6'), code: fc.constantFrom('10', 'P 1') }),
  {
    selector: ({ dimension }) => dimension,
    maxLength: 2,
  },
);
const side = {
  text,
  date: fc.option(date),
  quantity: fc.option(fc.constant('2.5' as Decimal)),
  signature: fc.constantFrom('', 'AN'),
};

/** A voucher that balances: its last line takes what the others leave. */
const voucher: fc.Arbitrary<SieVoucher> = fc
  .record({
    series: fc.constantFrom('', 'A', 'lev 1'),
    number: fc.constantFrom('', '7'),
    date,
    text,
    registeredOn: fc.option(date),
    signature: fc.constantFrom('', 'AN B'),
    sides: fc.array(fc.record({ account: code, objects, amount: units, ...side }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ sides, ...head }) => {
    const rest = -sides.reduce((sum, { amount }) => sum + amount, 0n);
    const all = [...sides, { ...sides[0], account: '1930', objects: [], amount: rest } as (typeof sides)[number]];
    const lines = all.map((line): SieLine => ({ ...line, amount: tidy(line.amount), line: 0 }));
    return { ...head, lines, corrections: [], line: 0 };
  });

const document: fc.Arbitrary<SieDocument> = fc
  .record({
    vouchers: fc.array(voucher, { maxLength: 5 }),
    names: fc.array(fc.tuple(code, name), { maxLength: 5 }),
    companyName: name,
    opening: fc.array(fc.tuple(code, units), { maxLength: 3 }),
  })
  .map(({ vouchers, names, companyName, opening }) => ({
    encoding: 'CP437',
    header: header(companyName),
    years: [{ index: 0, startsOn: '2026-01-01' as CalendarDate, endsOn: '2026-12-31' as CalendarDate, line: 0 }],
    accounts: [...new Map(names)].map(([account, own]) => ({
      code: account,
      name: own,
      type: 'T',
      unit: '',
      sru: ['7281'],
      declared: true,
      line: 0,
    })),
    dimensions: [{ number: '1', name: 'Ställe', parent: null, declared: true, line: 0 }],
    objects: [{ dimension: '1', code: '10', name: 'Butik', declared: true, line: 0 }],
    balances: opening.map(([account, amount]) => ({
      kind: 'IB',
      year: 0,
      period: null,
      account,
      objects: [],
      amount: tidy(amount),
      quantity: null,
      line: 0,
    })),
    vouchers,
  }));

function header(companyName: string): SieDocument['header'] {
  return {
    alreadyRead: false,
    program: 'Kontor',
    programVersion: '1',
    generatedOn: '2026-04-01' as CalendarDate,
    generatedBy: '',
    type: 4,
    companyKey: '',
    companyName,
    organisationNumber: '556677-8899',
    address: ['', 'Gatan 1', '123 45 Ort', ''],
    businessCode: '',
    companyForm: 'AB',
    prose: '',
    taxYear: '2027',
    balancesUntil: null,
    chartType: 'BAS2026',
    currency: 'SEK',
  };
}

/** As the reader writes amounts: no noughts at the end. */
function tidy(amount: bigint): Decimal {
  return amountOf(amount).replace(/\.?0+$/, '') as Decimal;
}

function withoutLines(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner) => (key === 'line' ? undefined : inner)));
}

describe('what is written', () => {
  it('is read again as it was', () => {
    fc.assert(
      fc.property(document, (original) => {
        const read = readSie(writeSie(original).bytes);
        if (!read.ok) throw new Error(JSON.stringify(read.rejections));
        const { accounts, dimensions, objects: named, ...rest } = read.value.document;
        const declared = {
          ...rest,
          accounts: accounts.filter((account) => account.declared),
          dimensions: dimensions.filter((dimension) => dimension.declared),
          objects: named.filter((object) => object.declared),
        };
        expect(withoutLines(declared)).toEqual(withoutLines(original));
      }),
      { numRuns: 300 },
    );
  });

  it('says which characters code page 437 lacks', () => {
    const [one] = fc.sample(document, { numRuns: 1, seed: 1 });
    const { bytes, warnings } = writeSie({ ...(one as SieDocument), header: header('Łódź €') });
    expect(warnings.map(({ detail }) => detail)).toEqual(['Ł', 'ź', '€']);
    expect(decodeSie(bytes).text).toContain('#FNAMN "?ód? ?"');
  });
});

describe('code page 437', () => {
  it('has a character for each byte, and the byte for each character', () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const { text: decoded } = decodeSie(all);
    expect(new Set(decoded).size).toBe(256);
    expect(encodeCodePage437(decoded)).toEqual({ bytes: all, lost: new Set() });
    expect(decodeSie(Uint8Array.of(0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82)).text).toBe('åäöÅÄÖé');
  });
});

describe('the checksum', () => {
  const body = '#KONTO 1915 "Kassa \\"extra stor\\""\r\n#TRANS\t1915 { 1 "10" }  -5.00\r\n';
  const counted = '#KONTO1915Kassa "extra stor"#TRANS1915110-5.00';
  const bytesOf = (value: string) => encodeCodePage437(value).bytes;

  it('is that of ISO 3309 over labels and fields', () => {
    expect(sieChecksum(bytesOf('123456789'))).toBe(0xcbf43926);
    expect(sieChecksum(bytesOf(body))).toBe(crcOf(counted));
  });

  it.each([
    ['as it is', body, null],
    ['with other blanks', body.replace('\t', '   '), null],
    ['with another amount', body.replace('-5.00', '-6.00'), 'SIE_CHECKSUM_WRONG'],
  ])('holds for the file %s', (_, content, fault) => {
    const sum = sieChecksum(bytesOf(body));
    const file = `#FLAGGA 0\r\n#KSUMMA\r\n${content}#KSUMMA ${sum}\r\n`;
    expect(checksumFault(bytesOf(file))?.code ?? null).toBe(fault);
    expect(checksumFault(bytesOf(file.replace(String(sum), String(sum | 0))))?.code ?? null).toBe(fault);
  });

  it('stands at the line of the mark', () => {
    expect(checksumFault(bytesOf('#FLAGGA 0\n#KSUMMA\n#SIETYP 4\n#KSUMMA 1\n'))).toMatchObject({ line: 4 });
    expect(checksumFault(bytesOf('#FLAGGA 0\n#KSUMMA\n#SIETYP 4\n'))).toMatchObject({
      line: 2,
      code: 'SIE_CHECKSUM_CUT',
    });
  });
});

/** The check by its definition, bit by bit. */
function crcOf(value: string): number {
  let crc = 0xffffffff;
  for (const byte of encodeCodePage437(value).bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

it.each([
  ['#KTYP 1930 T', '1930', 'ASSET', false],
  ['#KTYP 2081 S', '2081', 'EQUITY', false],
  ['#KTYP 2440 S', '2440', 'LIABILITY', false],
  ['#KTYP 3740 K', '3740', 'EXPENSE', false],
  ['#KONTO 3740 x', '3740', 'INCOME', false],
  ['#KONTO 8310 x', '8310', 'INCOME', false],
  ['#KONTO 8410 x', '8410', 'EXPENSE', false],
  ['#IB 0 FEL 0', 'FEL', 'ASSET', true],
  ['#RES 0 FEL 0', 'FEL', 'EXPENSE', true],
])('%s makes %s %s', (line, account, type, guessed) => {
  const read = readSie(encodeCodePage437(`#FLAGGA 0\n${line}`).bytes);
  expect(read.ok && accountKinds(read.value.document).get(account)).toEqual({ type, guessed });
});
