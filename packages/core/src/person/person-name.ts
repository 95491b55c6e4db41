import { accept, type Path, type Rejection, type Result, rejectAll } from '../result.ts';
import { checkRules, type Rule } from '../rule.ts';

/** NAME_EMPTY, NAME_TOO_LONG: 1 to 100 characters. NAME_HAS_CONTROL_CHARACTER: invisible ones. */
export type PersonNameCode = 'NAME_EMPTY' | 'NAME_TOO_LONG' | 'NAME_HAS_CONTROL_CHARACTER';

const LONGEST = 100;

/** What a person's first or last name must be, after surrounding space was taken off. */
export const PERSON_NAME_RULES: readonly Rule<string, PersonNameCode>[] = [
  {
    code: 'NAME_EMPTY',
    path: [],
    isBrokenBy: (name) => name === '',
    message: 'Give a name.',
  },
  {
    code: 'NAME_TOO_LONG',
    path: [],
    isBrokenBy: (name) => [...name].length > LONGEST,
    message: `Shorten the name to ${LONGEST} characters.`,
  },
  {
    code: 'NAME_HAS_CONTROL_CHARACTER',
    path: [],
    isBrokenBy: (name) => hasControlCharacter(name),
    message: 'Remove line breaks, tabs and invisible characters from the name.',
  },
];

/**
 * Reads a first or last name: in Unicode normal form C, without surrounding space. People's names
 * may hold any letters, marks, digits, apostrophes, hyphens and spaces; nothing else is judged.
 */
export function parsePersonName(text: string, path: Path = []): Result<string, Rejection<PersonNameCode>> {
  const name = text.normalize('NFC').trim();
  const rejections = checkRules(PERSON_NAME_RULES, name);
  return rejections.length > 0 ? rejectAll(rejections.map((rejection) => ({ ...rejection, path }))) : accept(name);
}

/**
 * Whether a text holds control, formatting or lone surrogate characters. The two joiners
 * (U+200C, U+200D) are allowed: Persian and Indic names need them.
 */
export function hasControlCharacter(text: string): boolean {
  return /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text) || /(?![\u200c\u200d])\p{Cf}/u.test(text);
}
