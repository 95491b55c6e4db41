/**
 * Letters that fall apart into no letter of the set and a mark, and signs with a usual stand-in (EPC217-08, best practices
 * for the conversion of characters). Capitals follow from the small letters.
 */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ĸ: 'q',
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sht',
  ъ: 'a',
  ы: 'y',
  ь: 'y',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

const signs: Readonly<Record<string, string>> = {
  '&': '+',
  '@': '(at)',
  _: '-',
  '–': '-',
  '—': '-',
  '‑': '-',
  '"': "'",
  '’': "'",
  '‘': "'",
  '“': "'",
  '”': "'",
  '„': "'",
  '«': "'",
  '»': "'",
  '`': "'",
  '´': "'",
  ';': ',',
  '!': '.',
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  '\\': '/',
  '€': 'EUR',
  '£': 'GBP',
  $: 'USD',
  '%': '.',
  '*': '.',
  '=': '.',
  '#': '.',
};

const writable = /^[A-Za-z0-9/\-?:().,'+ ]*$/;

function charactersFor(character: string): string {
  if (writable.test(character)) return character;
  const sign = signs[character];
  if (sign !== undefined) return sign;
  const small = character.toLowerCase();
  const letter = letters[small];
  if (letter === undefined) return '.';
  return small === character ? letter : letter.charAt(0).toUpperCase() + letter.slice(1);
}

/**
 * A text in the characters that every bank of SEPA takes (EPC217-08): `a-z A-Z 0-9 / - ? : ( ) . , ' +` and space. Marks go
 * from letters (ő is o, č is c, å is a), & becomes +, Greek and Cyrillic letters are spelt out, and what has no stand-in
 * is a full stop. Space at the ends, and more than one in a row, is left out.
 */
export function toPaymentText(text: string): string {
  const bare = text.replace(/\s+/g, ' ').trim().replace(/й/g, 'y').replace(/Й/g, 'Y');
  return [...bare.normalize('NFKD').replace(/\p{M}/gu, '')].map(charactersFor).join('').replace(/ +/g, ' ').trim();
}

/** Whether a text is in those characters as it stands. */
export const isPaymentText = (text: string): boolean => writable.test(text);

/** Whether anything of a text is left that names somebody: a letter or a digit. */
export const saysSomething = (text: string): boolean => /[A-Za-z0-9]/.test(toPaymentText(text));
