import { checkRules, type Rejection, type Rule } from '@kontor/core';
import { hash, verify } from '@node-rs/argon2';
import type { OptionsType } from '@zxcvbn-ts/core';
import type { App } from '../app.ts';

const passwordLengthAtLeast = 12;
const passwordLengthAtMost = 200;
/** Below this, whoever may guess without limit is in within hours: three of the four steps of zxcvbn. */
const strengthAtLeast = 3;

/** What is known of a password that somebody chooses. */
interface PasswordFacts {
  readonly password: string;
  readonly email: string;
  /** Names of the companies here, which strangers try first. */
  readonly companies: readonly string[];
  /** How hard it is to guess, from 0 to 4; a list of common passwords and the user's own names count against it. */
  readonly strength: number;
}

type PasswordCode =
  | 'PASSWORD_TOO_SHORT'
  | 'PASSWORD_TOO_LONG'
  | 'PASSWORD_IS_ADDRESS'
  | 'PASSWORD_IS_COMPANY'
  | 'PASSWORD_TOO_COMMON';

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const isAddress = ({ password, email }: PasswordFacts): boolean => {
  const [local = ''] = email.split('@');
  return [letters(email), letters(local)].includes(letters(password));
};

/** Somebody's company with a year, an exclamation mark and the like is that company still. */
const isCompany = ({ password, companies }: PasswordFacts): boolean => {
  const bare = letters(password).replace(/\p{N}/gu, '');
  return companies.some((company) => {
    const name = letters(company).replace(/\p{N}/gu, '');
    return name !== '' && bare !== '' && bare.replaceAll(name, '') === '';
  });
};

/**
 * What a password must be: long, neither the mail address nor the company, and hard to guess. No kinds of characters are asked for and none
 * is refused, as NIST SP 800-63B (section 5.1.1.2) advises.
 * The common passwords are those of `@zxcvbn-ts/language-common` (MIT licence), some 50,000 from the lists that leaked,
 * compared in small letters, forwards and backwards and with digits for letters.
 */
export const passwordRules: readonly Rule<PasswordFacts, PasswordCode>[] = [
  {
    code: 'PASSWORD_TOO_SHORT',
    path: ['password'],
    isBrokenBy: ({ password }) => [...password].length < passwordLengthAtLeast,
    message: `Use ${passwordLengthAtLeast} characters at the least; a few words are easy to remember.`,
  },
  {
    code: 'PASSWORD_TOO_LONG',
    path: ['password'],
    isBrokenBy: ({ password }) => [...password].length > passwordLengthAtMost,
    message: `Use ${passwordLengthAtMost} characters at the most.`,
  },
  {
    code: 'PASSWORD_IS_ADDRESS',
    path: ['password'],
    isBrokenBy: isAddress,
    message: 'Use something other than your mail address.',
  },
  {
    code: 'PASSWORD_IS_COMPANY',
    path: ['password'],
    isBrokenBy: isCompany,
    message: 'Use something other than the name of the company.',
  },
  {
    code: 'PASSWORD_TOO_COMMON',
    path: ['password'],
    isBrokenBy: (facts) => facts.strength < strengthAtLeast && !isAddress(facts) && !isCompany(facts),
    message: 'This is easy to guess. Use several words that do not belong together.',
  },
];

/** Loaded when somebody first chooses a password: the lists take a moment. */
let judge: Promise<(password: string, own: readonly string[]) => number> | undefined;

async function makeJudge(): Promise<(password: string, own: readonly string[]) => number> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const options: OptionsType = {
    dictionary: { 'passwords-common': dictionary['passwords-common'] },
    graphs: adjacencyGraphs,
    maxLength: 100,
  };
  const factory = new ZxcvbnFactory(options);
  return (password, own) => factory.check(password, [...own]).score;
}

/** Why somebody may not have this password; empty where they may. */
export async function checkPassword(
  password: string,
  user: { readonly email: string; readonly name: string },
  companies: readonly string[],
): Promise<readonly Rejection<PasswordCode>[]> {
  judge ??= makeJudge();
  const strengthOf = await judge;
  const { email, name } = user;
  const own = [
    email,
    email.split('@')[0] ?? '',
    ...[name, ...companies].flatMap((each) => [each, ...each.split(/\s+/)]),
    'kontor',
  ]
    .map((each) => each.toLowerCase())
    .filter((each) => each !== '');
  return checkRules(passwordRules, { password, email, companies, strength: strengthOf(password, own) });
}

/** The companies that a password must not be named after. */
export async function companyNames({ pool }: Pick<App, 'pool'>): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>('select name from company order by id limit 500');
  return rows.map(({ name }) => name);
}

/** The same characters are the same password, however a keyboard composes them. */
const normalised = (password: string): string => password.normalize('NFKC');

/** What is kept of a password: argon2id with a salt of its own. */
export const hashPassword = (password: string): Promise<string> => hash(normalised(password));

let nobodysHash: Promise<string> | undefined;

/** Whether a password is the one kept. Where none is kept it takes as long to say no. */
export async function matchesPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody has this password');
  const given = normalised(password.slice(0, 4 * passwordLengthAtMost));
  const matches = await verify(passwordHash ?? (await nobodysHash), given);
  return matches && Boolean(passwordHash);
}
