import { accept, type Path, type Rejection, type Result, rejectAll } from '../result.ts';
import { checkRules, type Rule } from '../rule.ts';

/** EMAIL_MALFORMED: not name@domain. EMAIL_TOO_LONG: beyond the limits of RFC 5321. */
export type EmailCode = 'EMAIL_MALFORMED' | 'EMAIL_TOO_LONG';

const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** What a mail address must be. Quoted local parts and address literals of RFC 5322 are refused. */
export const EMAIL_RULES: readonly Rule<string, EmailCode>[] = [
  {
    code: 'EMAIL_MALFORMED',
    path: [],
    isBrokenBy: (email) => {
      const at = email.lastIndexOf('@');
      const labels = email.slice(at + 1).split('.');
      const topLevel = labels.at(-1) ?? '';
      const isDomain = labels.length > 1 && labels.every((label) => LABEL.test(label));
      return at < 1 || !LOCAL.test(email.slice(0, at)) || !isDomain || /^[0-9]+$/.test(topLevel);
    },
    message: 'Give a mail address such as anna.berg@example.com.',
  },
  {
    code: 'EMAIL_TOO_LONG',
    path: [],
    isBrokenBy: (email) => email.length > 254 || email.lastIndexOf('@') > 64,
    message: 'Give a mail address of at most 254 characters, with at most 64 before the @.',
  },
];

/** Reads a mail address: surrounding space removed, the domain in lower case (RFC 5321, 2.4). */
export function parseEmail(text: string, path: Path = []): Result<string, Rejection<EmailCode>> {
  const trimmed = text.normalize('NFC').trim();
  const at = trimmed.lastIndexOf('@');
  const email = trimmed.slice(0, at + 1) + trimmed.slice(at + 1).toLowerCase();
  const rejections = checkRules(EMAIL_RULES, email);
  return rejections.length > 0 ? rejectAll(rejections.map((rejection) => ({ ...rejection, path }))) : accept(email);
}
