import type { Refusals } from './refusals.ts';

/** Of single values, accounts and the set-up. */
export const VALUES: Refusals = {
  BIC_COUNTRY_UNKNOWN: {
    sv: 'Koden nämner ett land som inte finns.',
    de: 'Der Code nennt ein Land, das es nicht gibt.',
    hu: 'A kód nem létező országot nevez meg.',
    sl: 'Koda navaja državo, ki ne obstaja.',
  },
  CONTROL_CHARACTER: {
    sv: 'Ta bort osynliga tecken.',
    de: 'Entfernen Sie unsichtbare Zeichen.',
    hu: 'Távolítsa el a láthatatlan karaktereket.',
    sl: 'Odstranite nevidne znake.',
  },
  DECIMAL_TOO_LONG: {
    sv: 'Talet har för många siffror.',
    de: 'Die Zahl hat zu viele Stellen.',
    hu: 'A szám túl sok jegyből áll.',
    sl: 'Število ima preveč števk.',
  },
  EMAIL_TOO_LONG: {
    sv: 'E-postadressen är för lång.',
    de: 'Die E-Mail-Adresse ist zu lang.',
    hu: 'Az e-mail-cím túl hosszú.',
    sl: 'E-poštni naslov je predolg.',
  },
  LOCALE_UNKNOWN: {
    sv: 'Ange språk och region, som sv-SE.',
    de: 'Geben Sie Sprache und Region an, etwa de-AT.',
    hu: 'Nyelvet és régiót adjon meg, például hu-HU.',
    sl: 'Navedite jezik in regijo, na primer sl-SI.',
  },
  NAME_HAS_CONTROL_CHARACTER: {
    sv: 'Ta bort osynliga tecken ur namnet.',
    de: 'Entfernen Sie unsichtbare Zeichen aus dem Namen.',
    hu: 'Távolítsa el a láthatatlan karaktereket a névből.',
    sl: 'Iz imena odstranite nevidne znake.',
  },
  NOT_FOUND: {
    sv: 'Posten finns inte, eller så får du inte se den.',
    de: 'Den Datensatz gibt es nicht, oder Sie dürfen ihn nicht sehen.',
    hu: 'A rekord nem létezik, vagy nem láthatja.',
    sl: 'Zapis ne obstaja ali ga ne smete videti.',
  },
  REQUIRED: { sv: 'Fyll i detta.', de: 'Füllen Sie dies aus.', hu: 'Töltse ki ezt.', sl: 'Izpolnite to.' },
  ROLE_NOT_HELD: {
    sv: 'Du har inte den rollen själv.',
    de: 'Diese Rolle haben Sie selbst nicht.',
    hu: 'Ezzel a szerepkörrel Ön sem rendelkezik.',
    sl: 'Te vloge sami nimate.',
  },
  SET_UP_ALREADY: {
    sv: 'Kontor är redan uppsatt. Logga in i stället.',
    de: 'Kontor ist schon eingerichtet. Melden Sie sich stattdessen an.',
    hu: 'A Kontor már be van állítva. Jelentkezzen be.',
    sl: 'Kontor je že nastavljen. Raje se prijavite.',
  },
  TARGET_STATE_NEEDED: {
    sv: 'Ange vilken status den ska få.',
    de: 'Geben Sie an, welchen Status es bekommen soll.',
    hu: 'Adja meg, milyen állapotba kerüljön.',
    sl: 'Navedite, v katero stanje naj preide.',
  },
  TIME_ZONE_UNKNOWN: {
    sv: 'Det finns ingen sådan tidszon. Ange en som Europe/Stockholm.',
    de: 'Diese Zeitzone gibt es nicht. Geben Sie eine wie Europe/Berlin an.',
    hu: 'Nincs ilyen időzóna. Olyat adjon meg, mint Europe/Budapest.',
    sl: 'Takega časovnega pasu ni. Navedite na primer Europe/Ljubljana.',
  },
  TOO_LARGE: {
    sv: 'Värdet är för stort.',
    de: 'Der Wert ist zu groß.',
    hu: 'Az érték túl nagy.',
    sl: 'Vrednost je prevelika.',
  },
  TOO_LONG: {
    sv: 'Texten är för lång.',
    de: 'Der Text ist zu lang.',
    hu: 'A szöveg túl hosszú.',
    sl: 'Besedilo je predolgo.',
  },
  USER_INACTIVE: {
    sv: 'Användaren är tagen ur bruk. Ta den i bruk igen först.',
    de: 'Der Benutzer ist stillgelegt. Nehmen Sie ihn zuerst wieder in Gebrauch.',
    hu: 'A felhasználó használaton kívül van. Előbb vegye újra használatba.',
    sl: 'Uporabnik je umaknjen iz uporabe. Najprej ga vrnite v uporabo.',
  },
  VIEW_LIST_UNKNOWN: {
    sv: 'Det finns ingen sådan lista.',
    de: 'Diese Liste gibt es nicht.',
    hu: 'Nincs ilyen lista.',
    sl: 'Takega seznama ni.',
  },
  VIEW_STATE_MALFORMED: {
    sv: 'Detta är inte adressen till en lista som du får se.',
    de: 'Das ist nicht die Adresse einer Liste, die Sie sehen dürfen.',
    hu: 'Ez nem olyan lista címe, amelyet láthat.',
    sl: 'To ni naslov seznama, ki ga smete videti.',
  },
};
