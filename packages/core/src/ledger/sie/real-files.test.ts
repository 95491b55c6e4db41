import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SieDocument } from './document.ts';
import { readSie } from './reader.ts';
import { unitsOf } from './value.ts';
import { writeSie } from './writer.ts';

/** Vendors' files, which may not ship with the product: beside the project, or beside the folder it is checked out in. */
const folder = ['../../../../../../shared/data/sie', '../../../../../../../shared/data/sie']
  .map((path) => resolve(import.meta.dirname, path))
  .find((path) => existsSync(path));

// biome-ignore lint/style/noProcessEnv: a test, and CI says so in no other way
const isWanted = folder !== undefined || process.env['CI'] !== undefined;

const FILES = ['BL0001_typ4I.SI', 'FAKT.SI', 'SIE_exempelfil.se', 'Sie4.se'];

describe.runIf(isWanted).each(FILES)("the vendor's file %s", (file) => {
  // The body runs even where its tests are skipped; where they are wanted, a missing file fails.
  const content = isWanted ? readFileSync(`${folder}/${file}`) : Buffer.from('#FLAGGA 0');
  const read = readSie(content);
  if (!read.ok) throw new Error(JSON.stringify(read.rejections));
  const { document } = read.value;
  /** The file as lines of text, by other means than the reader's: Latin-1 has a character for each byte. */
  const lines = content.toString('latin1').split(/\r?\n/);
  const count = (label: string) => lines.filter((line) => new RegExp(`^\\s*#${label}\\s`).test(line)).length;

  it('comes in with every account, object, balance, voucher and line', () => {
    const declared = <Noun extends { declared: boolean }>(nouns: readonly Noun[]) =>
      nouns.filter((noun) => noun.declared);
    expect({
      accounts: declared(document.accounts).length,
      dimensions: declared(document.dimensions).length,
      objects: declared(document.objects).length,
      balances: document.balances.length,
      vouchers: document.vouchers.length,
      lines: document.vouchers.flatMap((voucher) => voucher.lines).length,
    }).toEqual({
      accounts: count('KONTO'),
      dimensions: count('DIM'),
      objects: count('OBJEKT'),
      balances: count('IB') + count('UB') + count('RES'),
      vouchers: count('VER'),
      lines: count('TRANS'),
    });
  });

  it('comes in with every amount', () => {
    const debits = lines
      .map((line) => /^\s*#TRANS\s+\S+\s+\{[^}]*\}\s+(-?)([0-9]+)(?:\.([0-9]*))?/.exec(line))
      .filter((match) => match !== null && match[1] === '')
      .reduce((sum, match) => sum + BigInt(`${match?.[2]}${(match?.[3] ?? '').padEnd(4, '0')}`), 0n);
    const read = document.vouchers
      .flatMap((voucher) => voucher.lines.map(({ amount }) => unitsOf(amount)))
      .reduce((sum, amount) => (amount > 0n ? sum + amount : sum), 0n);
    expect(read).toBe(debits);
    expect(debits).toBeGreaterThan(0n);
  });

  it('is the same after it was written and read again', () => {
    const again = readSie(writeSie(document).bytes);
    if (!again.ok) throw new Error(JSON.stringify(again.rejections));
    expect(withoutLines(again.value.document)).toEqual(withoutLines(document));
  });
});

/** What the file says, apart from where it says it and in what order it met what it does not declare. */
function withoutLines({ accounts, dimensions, objects, ...rest }: SieDocument): unknown {
  const sorted = [accounts, dimensions, objects].map((nouns) => nouns.map((noun) => JSON.stringify(bare(noun))).sort());
  return [bare(rest), sorted];
}

function bare(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner) => (key === 'line' ? undefined : inner)));
}
