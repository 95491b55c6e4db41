import { type SieFault, sieFault } from './fault.ts';

/** Table of the cyclic redundancy check of ISO 3309, polynomial EDB88320. */
const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

const SPACE = 32;
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;

/**
 * The checksum that #KSUMMA states: over labels and fields as they are encoded, without the blanks between fields,
 * quotation marks that hold a field together, braces and line ends. A blank within quotation marks counts.
 */
export function sieChecksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  let quoted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    let byte = bytes[at] as number;
    if (byte === 10 || byte === 13) {
      quoted = false;
      continue;
    }
    if (byte === BACKSLASH && quoted && bytes[at + 1] === QUOTE) {
      byte = QUOTE;
      at += 1;
    } else if (byte === QUOTE) {
      quoted = !quoted;
      continue;
    } else if (!quoted && (byte <= SPACE || byte === OPEN || byte === CLOSE)) continue;
    crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 255] as number);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** What is wrong with the file's #KSUMMA; null where it has none or is whole. */
export function checksumFault(bytes: Uint8Array): SieFault | null {
  const marks = checksumLines(bytes);
  const first = marks[0];
  if (first === undefined) return null;
  const last = marks.at(-1);
  if (last === undefined || last === first || last.value === '') {
    return sieFault('SIE_CHECKSUM_CUT', first.line, 'Export the file again: its end, with the checksum, is missing.');
  }
  const sum = sieChecksum(bytes.subarray(first.end, last.start));
  if (BigInt.asUintN(32, BigInt(last.value)) === BigInt(sum)) return null;
  const advice = `Export the file again: it was changed since it was written (checksum ${sum}, not ${last.value}).`;
  return sieFault('SIE_CHECKSUM_WRONG', last.line, advice, last.value);
}

interface ChecksumLine {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** A whole number, or empty where the line states none. */
  readonly value: string;
}

function checksumLines(bytes: Uint8Array): readonly ChecksumLine[] {
  const found: ChecksumLine[] = [];
  let line = 1;
  let start = 0;
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte !== 10 && byte !== 13 && at < bytes.length) continue;
    const match = at > start ? /^\s*#KSUMMA(?:\s+"?(-?[0-9]+)"?)?\s*$/i.exec(ascii(bytes, start, at)) : null;
    if (match) found.push({ line, start, end: at, value: match[1] ?? '' });
    if (byte === 13 && bytes[at + 1] === 10) at += 1;
    line += 1;
    start = at + 1;
  }
  return found;
}

/** The line if it can be a checksum's, else nothing: most lines are never turned into text. */
function ascii(bytes: Uint8Array, start: number, end: number): string {
  return end - start > 60 ? '' : String.fromCharCode(...bytes.subarray(start, end));
}
