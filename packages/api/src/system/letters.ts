import type { Language } from '../entity.ts';
import type { MailKind } from '../generated/prisma/enums.ts';

/** What a mail is made of; it holds no secret but the one in its link. */
interface LetterFacts {
  readonly name: string;
  /** Who invites, where somebody does. */
  readonly sender: string | null;
  readonly link: string;
  readonly expiresAt: Date;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

interface Phrases {
  readonly hello: (name: string) => string;
  readonly subject: Readonly<Record<MailKind, string>>;
  readonly opening: Readonly<Record<MailKind, (facts: LetterFacts) => string>>;
  readonly until: (instant: string) => string;
  readonly closing: Readonly<Record<MailKind, string>>;
}

const phrases: Readonly<Record<Language, Phrases>> = {
  en: {
    hello: (name) => `Hello ${name},`,
    subject: { INVITATION: 'You are invited to Kontor', PASSWORD_RESET: 'Choose a new password for Kontor' },
    opening: {
      INVITATION: ({ sender }) =>
        `${sender ?? 'Your administrator'} has made an account for you in Kontor. Choose a password here:`,
      PASSWORD_RESET: () => 'Somebody, most likely you, has asked for a new password. Choose it here:',
    },
    until: (instant) => `The link works once, until ${instant}.`,
    closing: {
      INVITATION: 'If you did not expect this mail, ask your administrator.',
      PASSWORD_RESET: 'If it was not you, there is nothing to do: your password stays as it is.',
    },
  },
  sv: {
    hello: (name) => `Hej ${name},`,
    subject: { INVITATION: 'Du är inbjuden till Kontor', PASSWORD_RESET: 'Välj ett nytt lösenord för Kontor' },
    opening: {
      INVITATION: ({ sender }) =>
        `${sender ?? 'Din administratör'} har skapat ett konto åt dig i Kontor. Välj ett lösenord här:`,
      PASSWORD_RESET: () => 'Någon, troligen du, har bett om ett nytt lösenord. Välj det här:',
    },
    until: (instant) => `Länken fungerar en gång, till och med ${instant}.`,
    closing: {
      INVITATION: 'Om du inte väntade dig detta brev, fråga din administratör.',
      PASSWORD_RESET: 'Om det inte var du behöver du inte göra något: lösenordet är oförändrat.',
    },
  },
  de: {
    hello: (name) => `Guten Tag ${name},`,
    subject: {
      INVITATION: 'Sie sind zu Kontor eingeladen',
      PASSWORD_RESET: 'Wählen Sie ein neues Passwort für Kontor',
    },
    opening: {
      INVITATION: ({ sender }) =>
        `${sender ?? 'Ihre Administration'} hat in Kontor ein Konto für Sie angelegt. Wählen Sie hier ein Passwort:`,
      PASSWORD_RESET: () => 'Jemand, vermutlich Sie, hat um ein neues Passwort gebeten. Wählen Sie es hier:',
    },
    until: (instant) => `Der Link gilt einmal, bis ${instant}.`,
    closing: {
      INVITATION: 'Wenn Sie diese Mail nicht erwartet haben, fragen Sie Ihre Administration.',
      PASSWORD_RESET: 'Wenn Sie es nicht waren, ist nichts zu tun: Ihr Passwort bleibt, wie es ist.',
    },
  },
  hu: {
    hello: (name) => `Kedves ${name}!`,
    subject: { INVITATION: 'Meghívást kapott a Kontorba', PASSWORD_RESET: 'Válasszon új jelszót a Kontorhoz' },
    opening: {
      INVITATION: ({ sender }) =>
        `${sender ?? 'A rendszergazda'} fiókot hozott létre Önnek a Kontorban. Itt választhat jelszót:`,
      PASSWORD_RESET: () => 'Valaki, valószínűleg Ön, új jelszót kért. Itt választhatja ki:',
    },
    until: (instant) => `A hivatkozás egyszer használható, eddig: ${instant}.`,
    closing: {
      INVITATION: 'Ha nem számított erre a levélre, kérdezze meg a rendszergazdát.',
      PASSWORD_RESET: 'Ha nem Ön kérte, nincs teendője: a jelszava nem változik.',
    },
  },
  sl: {
    hello: (name) => `Pozdravljeni, ${name}!`,
    subject: { INVITATION: 'Povabljeni ste v Kontor', PASSWORD_RESET: 'Izberite novo geslo za Kontor' },
    opening: {
      INVITATION: ({ sender }) => `Račun v Kontorju vam odpira: ${sender ?? 'vaš skrbnik'}. Geslo izberite tukaj:`,
      PASSWORD_RESET: () => 'Nekdo, najverjetneje vi, je zaprosil za novo geslo. Izberite ga tukaj:',
    },
    until: (instant) => `Povezava deluje enkrat, do ${instant}.`,
    closing: {
      INVITATION: 'Če tega sporočila niste pričakovali, vprašajte skrbnika.',
      PASSWORD_RESET: 'Če to niste bili vi, vam ni treba storiti ničesar: geslo ostane, kakršno je.',
    },
  },
};

const isLanguage = (text: string): text is Language => text in phrases;

/** The instant with its zone: whoever reads it may be anywhere. */
const told = (instant: Date, language: Language): string =>
  `${new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(instant)} UTC`;

/** Writes a mail in the language of whoever gets it; in English where that is not one of ours. */
export function writeLetter(kind: MailKind, asked: string, facts: LetterFacts): Letter {
  const language = isLanguage(asked) ? asked : 'en';
  const { hello, subject, opening, until, closing } = phrases[language];
  const paragraphs = [
    hello(facts.name),
    `${opening[kind](facts)}\n${facts.link}`,
    until(told(facts.expiresAt, language)),
    closing[kind],
  ];
  return { subject: subject[kind], text: `${paragraphs.join('\n\n')}\n` };
}
