import { fieldOfHeader } from '@kontor/core';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** Ways to write letters as bytes that a file may be in. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'iso-8859-1',
  'iso-8859-2',
  'cp850',
  'cp852',
] as const;
export type Encoding = (typeof encodings)[number];

/** A text, the encoding that it was in, and whether every byte of it was valid there. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly isValid: boolean;
}

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const isMarked = (bytes: Buffer, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

function isValidUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** How much of a file is looked at: enough names for every letter of a language to occur. */
const sampleBytes = 256 * 1024;

/** Two-byte characters of western text have a zero in every other byte. */
function sixteenBits(bytes: Buffer): Encoding | null {
  const sample = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const most = sample.length / 4;
  const [even = 0, odd = 0] = zeros;
  if (odd > most && even < most / 4) return 'utf-16le';
  if (even > most && odd < most / 4) return 'utf-16be';
  return null;
}

/** Letters beyond ASCII of the languages that files come in: Swedish, German, Hungarian, Slovenian. */
const letters = /[åäöéüßáíóőúűčšžćđ]/giu;
const others = /[^\p{ASCII}\s]/gu;
/** What no table of people holds: the graphics and symbols that a wrong encoding makes of letters. */
const graphics = /[\u0080-\u009f\u2500-\u25ff\ufffd¤¦§¨©ª¬®¯°±²³´µ¶·¸¹º»¼½¾¿×÷‡†‰‹›•˝˛ˇ˘˙]/gu;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** How much a text looks like a file of people: by its headers, and by its letters. */
function likeness(text: string): number {
  const headers = text
    .split(/\r\n?|\n/, 20)
    .flatMap((line) => line.split(/[,;\t|]/))
    .filter((cell) => /[^\p{ASCII}]/u.test(cell) && fieldOfHeader(cell) !== null).length;
  return 20 * headers + 2 * countOf(text, letters) - countOf(text, others) - 4 * countOf(text, graphics);
}

/**
 * The encoding of a file that is not Unicode. What a detector of encodings says is only one voice, as it takes cp850 and
 * Latin-2 for others: the letters that come out decide, and only between equals the detector. Of two that give the same
 * text the first stands for both.
 */
function legacyEncoding(bytes: Buffer): Encoding {
  const sample = bytes.subarray(0, sampleBytes);
  const guessed = new Map(analyse(sample).map(({ name, confidence }) => [name.toLowerCase(), confidence]));
  const candidates: readonly Encoding[] = ['windows-1252', 'windows-1250', 'iso-8859-2', 'cp850', 'cp852'];
  const texts = new Map(candidates.map((encoding) => [iconv.decode(sample, encoding), encoding] as const).reverse());
  const scored = [...texts].reverse().map(([text, encoding]) => ({
    encoding,
    score: likeness(text),
    confidence: guessed.get(encoding) ?? 0,
  }));
  scored.sort((a, b) => b.score - a.score || b.confidence - a.confidence);
  return scored[0]?.encoding ?? 'windows-1252';
}

/** The encoding of a file, by its mark, its validity or its letters. */
export function detectEncoding(bytes: Buffer): Encoding {
  const marked = marks.find(([, mark]) => isMarked(bytes, mark));
  return marked?.[0] ?? sixteenBits(bytes) ?? (isValidUtf8(bytes) ? 'utf-8' : legacyEncoding(bytes));
}

/** The text of a file, in the encoding chosen or in the one detected, without its mark. */
export function decode(bytes: Buffer, chosen: Encoding | null): Decoded {
  const encoding = chosen ?? detectEncoding(bytes);
  const text = iconv.decode(bytes, encoding, { stripBOM: true });
  const isValid = encoding === 'utf-8' ? isValidUtf8(bytes) : !text.includes('\ufffd');
  return { text, encoding, isValid };
}
