import type { Language } from './languages.ts';

interface SessionTexts {
  readonly title: string;
  readonly hint: string;
  readonly somebodyElse: string;
}

/** What is said over a page whose session has ended. It is loaded when the first one does. */
export const SESSION_TEXTS: Readonly<Record<Language, SessionTexts>> = {
  en: {
    title: 'Your session has ended',
    hint: 'Sign in again to go on where you were. What you have typed is still there.',
    somebodyElse: 'Sign in as somebody else',
  },
  sv: {
    title: 'Din session har avslutats',
    hint: 'Logga in igen för att fortsätta där du var. Det du har skrivit finns kvar.',
    somebodyElse: 'Logga in som någon annan',
  },
  de: {
    title: 'Ihre Sitzung ist beendet',
    hint: 'Melden Sie sich wieder an und machen Sie dort weiter, wo Sie waren. Was Sie eingegeben haben, ist noch da.',
    somebodyElse: 'Als jemand anderes anmelden',
  },
  hu: {
    title: 'A munkamenete véget ért',
    hint: 'Jelentkezzen be újra, és ott folytathatja, ahol tartott. Amit beírt, megmaradt.',
    somebodyElse: 'Bejelentkezés másként',
  },
  sl: {
    title: 'Vaša seja je potekla',
    hint: 'Prijavite se znova in nadaljujte, kjer ste ostali. Kar ste vnesli, je še tu.',
    somebodyElse: 'Prijava kot nekdo drug',
  },
};
