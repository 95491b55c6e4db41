import type { PayEvent } from './pay-event.ts';

/**
 * SHA-256 (FIPS 180-4) of a pay event, in hexadecimal: the same facts in any order give the same
 * hash, so a finalized payslip shows what it was made from. Its keys are sorted; amounts for one
 * component stay in their order.
 */
export function payEventHash(event: PayEvent): string {
  return sha256(new TextEncoder().encode(sorted(event)));
}

function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${sorted(one)}`).join(',')}}`;
}

/** The fractional parts of the square and cube roots of the first primes, as the standard has them. */
const PRIMES = Array.from({ length: 400 }, (_, n) => n).filter(
  (n) => n > 1 && !Array.from({ length: n }, (_, d) => d).some((d) => d > 1 && n % d === 0),
);
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) >>> 0;
const START = PRIMES.slice(0, 8).map((prime) => fraction(prime ** (1 / 2)));
const ROUNDS = PRIMES.slice(0, 64).map((prime) => fraction(prime ** (1 / 3)));
const BLOCK = 64;

function sha256(message: Uint8Array): string {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / BLOCK) * BLOCK);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(padded.length - 4, (message.length * 8) >>> 0);
  let state = START;
  for (let offset = 0; offset < padded.length; offset += BLOCK) state = compress(state, view, offset);
  return state.map((word) => word.toString(16).padStart(8, '0')).join('');
}

function compress(state: readonly number[], view: DataView, offset: number): number[] {
  const words = Array.from({ length: 16 }, (_, index) => view.getUint32(offset + index * 4));
  const at = (list: readonly number[], index: number): number => list[index] ?? 0;
  const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
  for (let index = 16; index < BLOCK; index += 1) {
    const [early, late] = [at(words, index - 15), at(words, index - 2)];
    const small = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const large = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    words.push((at(words, index - 16) + small + at(words, index - 7) + large) | 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < BLOCK; index += 1) {
    const mixed = (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g));
    const first = (h + mixed + at(ROUNDS, index) + at(words, index)) | 0;
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, index) => (word + at(state, index)) >>> 0);
}
