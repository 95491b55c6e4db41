/**
 * Code page 437, which SIE calls PC8: the upper half, from byte 128 on. The lower half is ASCII.
 * Source: The Unicode Consortium, mapping IBMPC/CP437.
 */
const UPPER =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** Windows-1252 differs from Latin-1 here alone: bytes 128 to 159. Source: Unicode mapping WINDOWS/CP1252. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const BYTE_OF = new Map(Array.from(UPPER, (character, index) => [character, index + 128]));

/** Letters of Swedish and its neighbours by their byte in either code page: what tells the two apart. */
const LETTERS_437 = bytesOf('åäöÅÄÖéüÉÜ', (character) => BYTE_OF.get(character));
const LETTERS_1252 = bytesOf('åäöÅÄÖéüÉÜ', (character) => character.charCodeAt(0));

/** How a file is written. The standard knows code page 437 alone; the other two are common mistakes. */
export type SieEncoding = 'CP437' | 'UTF_8' | 'WINDOWS_1252';

/** A file's text, and how it was written. Bytes that are valid UTF-8 beyond ASCII are taken for UTF-8. */
export function decodeSie(bytes: Uint8Array): { readonly text: string; readonly encoding: SieEncoding } {
  const encoding = encodingOf(bytes);
  if (encoding === 'UTF_8') return { text: new TextDecoder('utf-8').decode(bytes), encoding };
  const upper = encoding === 'CP437' ? UPPER : WINDOWS;
  const table = Array.from({ length: 256 }, (_, byte) =>
    byte < 128 ? String.fromCharCode(byte) : (upper[byte - 128] ?? String.fromCharCode(byte)),
  );
  return { text: decodeBy(bytes, table), encoding };
}

/** Text as bytes of code page 437; `lost` are the characters it lacks, written as question marks. */
export function encodeCodePage437(text: string): { readonly bytes: Uint8Array; readonly lost: ReadonlySet<string> } {
  const lost = new Set<string>();
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (const character of text) {
    const byte = character < '\u0080' ? character.charCodeAt(0) : BYTE_OF.get(character);
    if (byte === undefined) lost.add(character);
    bytes[length++] = byte ?? 63;
  }
  return { bytes: bytes.subarray(0, length), lost };
}

function encodingOf(bytes: Uint8Array): SieEncoding {
  if (bytes.every((byte) => byte < 128)) return 'CP437';
  if (isUtf8(bytes)) return 'UTF_8';
  let page437 = 0;
  let windows = 0;
  for (const byte of bytes) {
    if (LETTERS_437.has(byte)) page437 += 1;
    if (LETTERS_1252.has(byte)) windows += 1;
  }
  return windows > page437 ? 'WINDOWS_1252' : 'CP437';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function decodeBy(bytes: Uint8Array, table: readonly string[]): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) {
    let part = '';
    for (const byte of bytes.subarray(start, start + 8192)) part += table[byte];
    parts.push(part);
  }
  return parts.join('');
}

function bytesOf(letters: string, byteOf: (letter: string) => number | undefined): ReadonlySet<number> {
  return new Set(Array.from(letters, byteOf).filter((byte) => byte !== undefined));
}
