import { createInterface } from 'node:readline/promises';
import type { App } from '../app.ts';
import type { Viewer } from '../viewer.ts';
import { withActor } from './acting.ts';
import { answerLine } from './ask.ts';
import { type Register, report, Unusable } from './session.ts';

/** What a new installation begins with, in the order in which it is asked; the last may stay empty. */
const questions = {
  companyCode: 'Short code of the company',
  companyName: 'Registered name of the company',
  country: 'Country, two letters such as SE',
  currency: 'Currency of the books, such as SEK',
  locale: 'Language and region for documents, such as sv-SE',
  timeZone: 'Time zone, such as Europe/Stockholm',
  email: 'Mail address of the administrator',
  name: 'Name of the administrator',
} as const;

type Answers = { -readonly [K in keyof typeof questions]: string };
type Options = Partial<Answers> & { readonly language?: string; readonly password?: string };

const optionOf = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Asks for what was not given, if there is somebody to ask. */
async function answersFrom(options: Options): Promise<Answers> {
  const missing = (Object.keys(questions) as (keyof Answers)[]).filter((name) => !options[name]);
  if (missing.length > 0 && !process.stdin.isTTY) throw new Unusable(`Give ${missing.map(optionOf).join(', ')}`);
  const answers: Partial<Answers> = { ...options };
  const terminal = missing.length > 0 ? createInterface({ input: process.stdin, output: process.stderr }) : null;
  for (const name of missing) answers[name] = (await terminal?.question(`${questions[name]}: `)) ?? '';
  terminal?.close();
  return answers as Answers;
}

async function setUp(app: App, viewer: Viewer, options: Options): Promise<string | null> {
  // The whole graph first: a part of it cannot be loaded alone.
  await import('../schema.ts');
  const [setUpModule, { hashPassword }, { newLink, passwordAddress }, { operate, Refused }] = await Promise.all([
    import('../system/set-up.ts'),
    import('../system/password.ts'),
    import('../system/sign-in-link.ts'),
    import('../write/operation.ts'),
  ]);
  const { checkFirstSteps, refusePassword, setUpInstallation } = setUpModule;
  const { companyCode, companyName, country, currency, locale, timeZone, email, name } = await answersFrom(options);
  const { language, password } = options;
  try {
    const first = checkFirstSteps({
      company: { code: companyCode, name: companyName, country, baseCurrencyCode: currency, locale, timeZone },
      administrator: { email, name, language },
    });
    if (password !== undefined) await refusePassword(password, first);
    const passwordHash = password === undefined ? null : await hashPassword(password);
    return await operate(app, { viewer, command: 'setUp' }, async ({ tx, now }) => {
      const user = await setUpInstallation(tx, first, passwordHash);
      await tx.signInLink.updateMany({ where: { kind: 'SETUP', usedAt: null }, data: { usedAt: now } });
      if (passwordHash !== null) return null;
      const { secret, row } = newLink('SETUP', user.id);
      await tx.signInLink.create({ data: row });
      return passwordAddress(app.address(), secret);
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Unusable(
      error.refusals.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')).join(' '),
    );
  }
}

export const register: Register = (program) => {
  const init = program
    .command('init')
    .description('set a new installation up: the first company and its administrator');
  for (const [name, question] of Object.entries(questions)) init.option(`${optionOf(name)} <text>`, question);
  init
    .option('--language <code>', 'language of the administrator: en, sv, de, hu or sl')
    .option('--password <text>', 'password of the administrator; without it, a link to choose one is printed')
    .action((options: Options, command) =>
      withActor(command, async (app, viewer) => {
        const link = await setUp(app, viewer, options);
        report('Kontor is set up.');
        if (link === null) return;
        report('Choose the password of the administrator here, once, within a day:');
        await answerLine(link);
      }),
    );
};
