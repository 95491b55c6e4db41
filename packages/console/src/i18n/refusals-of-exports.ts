import type { Refusals } from './refusals.ts';

/** Of exports. */
export const EXPORTS: Refusals = {
  ENTITY_UNKNOWN: {
    sv: 'Det finns ingen sådan lista.',
    de: 'Eine solche Liste gibt es nicht.',
    hu: 'Nincs ilyen lista.',
    sl: 'Takega seznama ni.',
  },
  COLUMNS_MISSING: {
    sv: 'Välj minst en kolumn.',
    de: 'Wählen Sie mindestens eine Spalte.',
    hu: 'Válasszon legalább egy oszlopot.',
    sl: 'Izberite vsaj en stolpec.',
  },
  TOO_MANY_COLUMNS: {
    sv: 'Välj högst 100 kolumner.',
    de: 'Wählen Sie höchstens 100 Spalten.',
    hu: 'Legfeljebb 100 oszlopot válasszon.',
    sl: 'Izberite največ 100 stolpcev.',
  },
  COLUMN_UNKNOWN: {
    sv: 'En av kolumnerna finns inte.',
    de: 'Eine der Spalten gibt es nicht.',
    hu: 'Az egyik oszlop nem létezik.',
    sl: 'Enega od stolpcev ni.',
  },
  COLUMN_IS_LIST: {
    sv: 'En lista kan inte vara en kolumn.',
    de: 'Eine Liste kann keine Spalte sein.',
    hu: 'Lista nem lehet oszlop.',
    sl: 'Seznam ne more biti stolpec.',
  },
  COLUMN_TOO_FAR: {
    sv: 'En kolumn följer högst fem relationer.',
    de: 'Eine Spalte folgt höchstens fünf Beziehungen.',
    hu: 'Egy oszlop legfeljebb öt kapcsolatot követ.',
    sl: 'Stolpec sledi največ petim povezavam.',
  },
  MEASURE_UNKNOWN: {
    sv: 'Ett av nyckeltalen finns inte.',
    de: 'Eine der Kennzahlen gibt es nicht.',
    hu: 'Az egyik mutató nem létezik.',
    sl: 'Enega od kazalnikov ni.',
  },
  MEASURES_MISSING: {
    sv: 'Välj 1 till 50 nyckeltal.',
    de: 'Wählen Sie 1 bis 50 Kennzahlen.',
    hu: 'Válasszon 1–50 mutatót.',
    sl: 'Izberite od 1 do 50 kazalnikov.',
  },
  ARGUMENT_UNKNOWN: {
    sv: 'Exporten tar inte detta.',
    de: 'Das nimmt dieser Export nicht an.',
    hu: 'Ezt az exportálás nem fogadja el.',
    sl: 'Izvoz tega ne sprejme.',
  },
  INPUT_INVALID: {
    sv: 'Ett villkor kan inte läsas.',
    de: 'Eine Bedingung ist nicht lesbar.',
    hu: 'Az egyik feltétel nem értelmezhető.',
    sl: 'Pogoja ni mogoče prebrati.',
  },
  TOO_MANY_EXPORTS: {
    sv: 'Tio exporter väntar redan. Vänta på dem eller avbryt några.',
    de: 'Es warten schon zehn Exporte. Warten Sie auf sie oder brechen Sie einige ab.',
    hu: 'Már tíz exportálás várakozik. Várja meg őket, vagy szakítson meg néhányat.',
    sl: 'Deset izvozov že čaka. Počakajte nanje ali jih nekaj prekličite.',
  },
  LINK_INVALID: {
    sv: 'Länken stämmer inte. Begär en ny.',
    de: 'Der Link stimmt nicht. Fordern Sie einen neuen an.',
    hu: 'A hivatkozás nem jó. Kérjen újat.',
    sl: 'Povezava ni prava. Zahtevajte novo.',
  },
  LINK_EXPIRED: {
    sv: 'Länken har gått ut. Begär en ny.',
    de: 'Der Link ist abgelaufen. Fordern Sie einen neuen an.',
    hu: 'A hivatkozás lejárt. Kérjen újat.',
    sl: 'Povezava je potekla. Zahtevajte novo.',
  },
  RIGHTS_CHANGED: {
    sv: 'Dina rättigheter har ändrats sedan filen skrevs. Begär exporten igen.',
    de: 'Ihre Rechte haben sich geändert, seit die Datei geschrieben wurde. Fordern Sie den Export neu an.',
    hu: 'A jogosultságai megváltoztak a fájl elkészülte óta. Kérje újra az exportálást.',
    sl: 'Vaše pravice so se spremenile, odkar je bila datoteka zapisana. Zahtevajte izvoz znova.',
  },
};
