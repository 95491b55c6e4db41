import type { Language } from './languages.ts';
import { SIE_NOTES } from './notes-of-sie.ts';
import { PROBLEMS_OF_PAY } from './problems-of-pay.ts';
import { ABSENCE } from './refusals-of-absence.ts';
import { DEVICES } from './refusals-of-devices.ts';
import { EMPLOYMENT } from './refusals-of-employment.ts';
import { ENTRIES } from './refusals-of-entries.ts';
import { EXPORTS } from './refusals-of-exports.ts';
import { IMPORTS } from './refusals-of-imports.ts';
import { PAYMENTS } from './refusals-of-payments.ts';
import { PAYROLL } from './refusals-of-payroll.ts';
import { SETTLING } from './refusals-of-settling.ts';
import { SIE } from './refusals-of-sie.ts';
import { SIGNING_IN } from './refusals-of-signing-in.ts';
import { VALUES } from './refusals-of-values.ts';

type Said = Readonly<Record<Exclude<Language, 'en'>, string>> & { readonly en?: string };
/** What each reason is called in every language, by its code; in English where the reader writes a part of it otherwise. */
export type Refusals = Readonly<Record<string, Said>>;

/**
 * Why the graph refuses an input, by the code of the reason. In English the graph says it itself, often with more detail;
 * a reason that is not here is shown in English too.
 */
export const REFUSALS: Refusals = {
  ...ABSENCE,
  ...ENTRIES,
  ...SIE,
  ...SIE_NOTES,
  ...DEVICES,
  ...EMPLOYMENT,
  ...EXPORTS,
  ...IMPORTS,
  ...SETTLING,
  ...PAYROLL,
  ...PROBLEMS_OF_PAY,
  ...PAYMENTS,
  ...SIGNING_IN,
  ...VALUES,
  ALREADY_EXISTS: {
    sv: 'Detta är redan upptaget.',
    de: 'Das ist schon vergeben.',
    hu: 'Ez már foglalt.',
    sl: 'To je že zasedeno.',
  },
  CONFLICT: {
    sv: 'Någon annan har ändrat posten under tiden.',
    de: 'Jemand anderes hat den Datensatz inzwischen geändert.',
    hu: 'Időközben valaki más módosította a rekordot.',
    sl: 'Zapis je medtem spremenil nekdo drug.',
  },
  INVALID: {
    sv: 'Värdet är inte giltigt.',
    de: 'Der Wert ist nicht gültig.',
    hu: 'Az érték nem érvényes.',
    sl: 'Vrednost ni veljavna.',
  },
  OPERATION_NOT_REGISTERED: {
    sv: 'Den här servern svarar bara på registrerade frågor. Öppna konsolen där alla tas emot.',
    de: 'Dieser Server beantwortet nur registrierte Anfragen. Öffnen Sie die Konsole dort, wo alle angenommen werden.',
    hu: 'Ez a kiszolgáló csak a regisztrált kérdésekre válaszol. A konzolt ott nyissa meg, ahol mindegyiket elfogadják.',
    sl: 'Ta strežnik odgovarja samo na registrirana vprašanja. Konzolo odprite tam, kjer sprejemajo vsa.',
  },
  REASON_MISSING: {
    sv: 'Ange ett skäl.',
    de: 'Geben Sie einen Grund an.',
    hu: 'Adjon meg indokot.',
    sl: 'Navedite razlog.',
  },
  REASON_TOO_LONG: {
    sv: 'Skälet är för långt.',
    de: 'Der Grund ist zu lang.',
    hu: 'Az indok túl hosszú.',
    sl: 'Razlog je predolg.',
  },
  TOO_SMALL: {
    sv: 'Värdet är för litet.',
    de: 'Der Wert ist zu klein.',
    hu: 'Az érték túl kicsi.',
    sl: 'Vrednost je premajhna.',
  },
  FIELD_TOO_LONG: {
    sv: 'Texten är för lång.',
    de: 'Der Text ist zu lang.',
    hu: 'A szöveg túl hosszú.',
    sl: 'Besedilo je predolgo.',
  },
  NAME_EMPTY: { sv: 'Ange ett namn.', de: 'Geben Sie einen Namen an.', hu: 'Adjon meg nevet.', sl: 'Navedite ime.' },
  NAME_TOO_LONG: {
    sv: 'Namnet är för långt.',
    de: 'Der Name ist zu lang.',
    hu: 'A név túl hosszú.',
    sl: 'Ime je predolgo.',
  },
  NUMBER_OUT_OF_RANGE: {
    sv: 'Talet är utanför gränserna.',
    de: 'Die Zahl liegt außerhalb der Grenzen.',
    hu: 'A szám kívül esik a határokon.',
    sl: 'Število je zunaj meja.',
  },
  DECIMAL_MALFORMED: {
    sv: 'Det här är inget tal.',
    de: 'Das ist keine Zahl.',
    hu: 'Ez nem szám.',
    sl: 'To ni število.',
  },
  DECIMAL_TOO_PRECISE: {
    sv: 'Talet har för många decimaler.',
    de: 'Die Zahl hat zu viele Nachkommastellen.',
    hu: 'A számban túl sok a tizedesjegy.',
    sl: 'Število ima preveč decimalk.',
  },
  DECIMAL_TOO_LARGE: {
    sv: 'Talet är för stort.',
    de: 'Die Zahl ist zu groß.',
    hu: 'A szám túl nagy.',
    sl: 'Število je preveliko.',
  },
  MINOR_UNIT_EXCEEDED: {
    sv: 'Beloppet har fler decimaler än valutan.',
    de: 'Der Betrag hat mehr Nachkommastellen als die Währung.',
    hu: 'Az összegben több a tizedesjegy, mint amennyi a pénznemben lehet.',
    sl: 'Znesek ima več decimalk kot valuta.',
  },
  AMOUNT_NOT_POSITIVE: {
    sv: 'Beloppet måste vara större än noll.',
    de: 'Der Betrag muss größer als null sein.',
    hu: 'Az összegnek nullánál nagyobbnak kell lennie.',
    sl: 'Znesek mora biti večji od nič.',
  },
  CURRENCY_MISSING: {
    sv: 'Ange valutan.',
    de: 'Geben Sie die Währung an.',
    hu: 'Adja meg a pénznemet.',
    sl: 'Navedite valuto.',
  },
  CURRENCY_UNKNOWN: {
    sv: 'Valutan finns inte.',
    de: 'Diese Währung gibt es nicht.',
    hu: 'Nincs ilyen pénznem.',
    sl: 'Ta valuta ne obstaja.',
  },
  DATE_MALFORMED: { sv: 'Det här är inget datum.', de: 'Das ist kein Datum.', hu: 'Ez nem dátum.', sl: 'To ni datum.' },
  DATE_NOT_IN_CALENDAR: {
    sv: 'Den dagen finns inte.',
    de: 'Diesen Tag gibt es nicht.',
    hu: 'Nincs ilyen nap.',
    sl: 'Ta dan ne obstaja.',
  },
  DATE_OUT_OF_RANGE: {
    sv: 'Datumet är utanför gränserna.',
    de: 'Das Datum liegt außerhalb der Grenzen.',
    hu: 'A dátum kívül esik a határokon.',
    sl: 'Datum je zunaj meja.',
  },
  END_BEFORE_START: {
    sv: 'Slutet ligger före början.',
    de: 'Das Ende liegt vor dem Anfang.',
    hu: 'A vége megelőzi az elejét.',
    sl: 'Konec je pred začetkom.',
  },
  END_IN_PAST: {
    sv: 'Slutet har redan passerat.',
    de: 'Das Ende liegt in der Vergangenheit.',
    hu: 'A vége már elmúlt.',
    sl: 'Konec je že mimo.',
  },
  FROM_IN_PAST: {
    sv: 'Början har redan passerat.',
    de: 'Der Anfang liegt in der Vergangenheit.',
    hu: 'A kezdete már elmúlt.',
    sl: 'Začetek je že mimo.',
  },
  RANGE_REVERSED: {
    sv: 'Det lägsta är större än det högsta.',
    de: 'Das Kleinste ist größer als das Größte.',
    hu: 'A legkisebb nagyobb, mint a legnagyobb.',
    sl: 'Najmanjše je večje od največjega.',
  },
  EMAIL_MALFORMED: {
    sv: 'Det här är ingen e-postadress.',
    de: 'Das ist keine E-Mail-Adresse.',
    hu: 'Ez nem e-mail-cím.',
    sl: 'To ni e-poštni naslov.',
  },
  PHONE_MALFORMED: {
    sv: 'Det här är inget telefonnummer.',
    de: 'Das ist keine Telefonnummer.',
    hu: 'Ez nem telefonszám.',
    sl: 'To ni telefonska številka.',
  },
  PHONE_LENGTH_WRONG: {
    sv: 'Ange 7 till 15 siffror med landsnumret.',
    de: 'Geben Sie 7 bis 15 Ziffern mit der Ländervorwahl an.',
    hu: 'Adjon meg 7–15 számjegyet az országhívóval.',
    sl: 'Navedite od 7 do 15 števk s klicno številko države.',
  },
  PHONE_COUNTRY_CODE_MISSING: {
    sv: 'Börja med landsnumret, till exempel +46.',
    de: 'Beginnen Sie mit der Ländervorwahl, etwa +49.',
    hu: 'Kezdje az országhívóval, például +36.',
    sl: 'Začnite s klicno številko države, na primer +386.',
  },
  IBAN_MALFORMED: { sv: 'Det här är inget IBAN.', de: 'Das ist keine IBAN.', hu: 'Ez nem IBAN.', sl: 'To ni IBAN.' },
  IBAN_LENGTH_WRONG: {
    sv: 'IBAN har fel längd för landet.',
    de: 'Die IBAN hat für dieses Land die falsche Länge.',
    hu: 'Az IBAN hossza ehhez az országhoz hibás.',
    sl: 'IBAN nima prave dolžine za to državo.',
  },
  IBAN_COUNTRY_UNKNOWN: {
    sv: 'IBAN börjar med ett land som inte finns.',
    de: 'Die IBAN beginnt mit einem unbekannten Land.',
    hu: 'Az IBAN ismeretlen országgal kezdődik.',
    sl: 'IBAN se začne z neznano državo.',
  },
  IBAN_CHECKSUM_WRONG: {
    sv: 'Kontrollsiffrorna i IBAN stämmer inte.',
    de: 'Die Prüfziffern der IBAN stimmen nicht.',
    hu: 'Az IBAN ellenőrző számjegyei hibásak.',
    sl: 'Kontrolni števki IBAN se ne ujemata.',
  },
  BIC_MALFORMED: { sv: 'Det här är ingen BIC.', de: 'Das ist keine BIC.', hu: 'Ez nem BIC.', sl: 'To ni BIC.' },
  NATIONAL_ID_MALFORMED: {
    sv: 'Personnumret har fel form.',
    de: 'Die Personenkennzahl hat die falsche Form.',
    hu: 'A személyi azonosító formája hibás.',
    sl: 'Osebna številka nima prave oblike.',
  },
  NATIONAL_ID_DATE_WRONG: {
    sv: 'Personnumrets datum finns inte.',
    de: 'Das Datum in der Personenkennzahl gibt es nicht.',
    hu: 'A személyi azonosítóban lévő dátum nem létezik.',
    sl: 'Datum v osebni številki ne obstaja.',
  },
  NATIONAL_ID_CHECKSUM_WRONG: {
    sv: 'Personnumrets kontrollsiffra stämmer inte.',
    de: 'Die Prüfziffer der Personenkennzahl stimmt nicht.',
    hu: 'A személyi azonosító ellenőrző számjegye hibás.',
    sl: 'Kontrolna števka osebne številke se ne ujema.',
  },
  POSTAL_CODE_MALFORMED: {
    sv: 'Postnumret har fel form.',
    de: 'Die Postleitzahl hat die falsche Form.',
    hu: 'Az irányítószám formája hibás.',
    sl: 'Poštna številka nima prave oblike.',
  },
  COUNTRY_UNKNOWN: {
    sv: 'Landet finns inte.',
    de: 'Dieses Land gibt es nicht.',
    hu: 'Nincs ilyen ország.',
    sl: 'Ta država ne obstaja.',
  },
  LANGUAGE_UNKNOWN: {
    sv: 'Språket finns inte.',
    de: 'Diese Sprache gibt es nicht.',
    hu: 'Nincs ilyen nyelv.',
    sl: 'Ta jezik ne obstaja.',
  },
  WRONG_COMPANY: {
    sv: 'Det hör till ett annat företag.',
    de: 'Das gehört zu einer anderen Firma.',
    hu: 'Ez másik céghez tartozik.',
    sl: 'To pripada drugemu podjetju.',
  },
  WRONG_STATE: {
    sv: 'Det går inte i det läge som posten har nu.',
    de: 'Das geht nicht im jetzigen Zustand des Datensatzes.',
    hu: 'A rekord mostani állapotában ez nem lehetséges.',
    sl: 'V sedanjem stanju zapisa to ni mogoče.',
  },
  NOT_ALLOWED_IN_STATE: {
    sv: 'Det går inte i det läge som posten har nu.',
    de: 'Das geht nicht im jetzigen Zustand des Datensatzes.',
    hu: 'A rekord mostani állapotában ez nem lehetséges.',
    sl: 'V sedanjem stanju zapisa to ni mogoče.',
  },
  ENDED_ALREADY: {
    sv: 'Det är redan avslutat.',
    de: 'Das ist schon beendet.',
    hu: 'Ez már véget ért.',
    sl: 'To je že končano.',
  },
  ACTOR_IS_SUBJECT: {
    sv: 'Det gäller dig själv; någon annan måste göra det.',
    de: 'Es betrifft Sie selbst; jemand anderes muss es tun.',
    hu: 'Ez Önt érinti; másnak kell elvégeznie.',
    sl: 'To zadeva vas; storiti mora nekdo drug.',
  },
  DECIDER_IS_SUBJECT: {
    sv: 'Ingen beslutar om sig själv.',
    de: 'Niemand entscheidet über sich selbst.',
    hu: 'Senki sem dönthet a saját ügyében.',
    sl: 'Nihče ne odloča o sebi.',
  },
  DECIDER_IS_PROPOSER: {
    sv: 'Någon annan än den som föreslog måste besluta.',
    de: 'Entscheiden muss jemand anderes als die Person, die es vorgeschlagen hat.',
    hu: 'Másnak kell döntenie, mint aki javasolta.',
    sl: 'Odločiti mora nekdo drug kot predlagatelj.',
  },
  SECOND_DECIDER_IS_FIRST: {
    sv: 'Två olika personer måste godkänna.',
    de: 'Zwei verschiedene Personen müssen zustimmen.',
    hu: 'Két különböző személynek kell jóváhagynia.',
    sl: 'Odobriti morata dve različni osebi.',
  },
  MANAGER_CYCLE: {
    sv: 'Chefen är underställd samma person.',
    de: 'Die vorgesetzte Person ist derselben Person unterstellt.',
    hu: 'A vezető ennek a személynek a beosztottja.',
    sl: 'Vodja je podrejen isti osebi.',
  },
  DEPARTMENT_CYCLE: {
    sv: 'Avdelningen ligger under sig själv.',
    de: 'Die Abteilung läge unter sich selbst.',
    hu: 'A részleg önmaga alá kerülne.',
    sl: 'Oddelek bi bil pod samim seboj.',
  },
  FTE_OUT_OF_RANGE: {
    sv: 'Tjänstgöringsgraden är utanför gränserna.',
    de: 'Der Beschäftigungsgrad liegt außerhalb der Grenzen.',
    hu: 'A foglalkoztatási arány kívül esik a határokon.',
    sl: 'Delež zaposlitve je zunaj meja.',
  },
  HOLDER_MISSING: {
    sv: 'Ange vem som har den.',
    de: 'Geben Sie an, wer es hat.',
    hu: 'Adja meg, kinél van.',
    sl: 'Navedite, kdo jo ima.',
  },
  DEVICE_TAKEN: {
    sv: 'Enheten är redan utlämnad.',
    de: 'Das Gerät ist schon ausgegeben.',
    hu: 'Az eszközt már kiadták.',
    sl: 'Naprava je že izdana.',
  },
  SIGN_IN_FAILED: {
    sv: 'Fel e-postadress eller lösenord.',
    de: 'E-Mail-Adresse oder Passwort ist falsch.',
    hu: 'Az e-mail-cím vagy a jelszó hibás.',
    sl: 'E-poštni naslov ali geslo ni pravilno.',
  },
  LINK_NOT_VALID: {
    sv: 'Länken gäller inte längre. Be om en ny.',
    de: 'Der Link gilt nicht mehr. Fordern Sie einen neuen an.',
    hu: 'A link már nem érvényes. Kérjen újat.',
    sl: 'Povezava ne velja več. Zahtevajte novo.',
  },
  PASSWORD_WRONG: {
    sv: 'Lösenordet är fel.',
    de: 'Das Passwort ist falsch.',
    hu: 'A jelszó hibás.',
    sl: 'Geslo ni pravilno.',
  },
  PASSWORD_TOO_SHORT: {
    sv: 'Lösenordet är för kort.',
    de: 'Das Passwort ist zu kurz.',
    hu: 'A jelszó túl rövid.',
    sl: 'Geslo je prekratko.',
  },
  PASSWORD_TOO_LONG: {
    sv: 'Lösenordet är för långt.',
    de: 'Das Passwort ist zu lang.',
    hu: 'A jelszó túl hosszú.',
    sl: 'Geslo je predolgo.',
  },
  PASSWORD_TOO_COMMON: {
    sv: 'Lösenordet är ett av de första som gissas.',
    de: 'Das Passwort wird als eines der ersten erraten.',
    hu: 'Ezt a jelszót az elsők között találják ki.',
    sl: 'To geslo je med prvimi, ki jih ugibajo.',
  },
  PASSWORD_IS_ADDRESS: {
    sv: 'Lösenordet får inte vara din adress.',
    de: 'Das Passwort darf nicht Ihre Adresse sein.',
    hu: 'A jelszó nem lehet az Ön címe.',
    sl: 'Geslo ne sme biti vaš naslov.',
  },
  OWN_ACCOUNT: {
    sv: 'Det går inte med ditt eget konto.',
    de: 'Das geht nicht mit Ihrem eigenen Konto.',
    hu: 'A saját fiókjával ez nem lehetséges.',
    sl: 'Z lastnim računom to ni mogoče.',
  },
  OWN_GRANT: {
    sv: 'Ingen ändrar sina egna roller.',
    de: 'Niemand ändert die eigenen Rollen.',
    hu: 'Senki sem módosíthatja a saját szerepköreit.',
    sl: 'Nihče ne spreminja svojih vlog.',
  },
};

/** The reasons in one language. */
export function refusalsIn(language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(REFUSALS).flatMap(([code, said]) => (said[language] === undefined ? [] : [[code, said[language]]])),
  );
}
