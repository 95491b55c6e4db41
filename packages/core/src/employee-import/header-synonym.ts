import type { EmployeeImportField } from './field.ts';

/**
 * What columns are called in files from other systems, in English, Swedish, German, Hungarian and
 * Slovenian. Case, accents, spaces and punctuation do not matter. Words that several fields share,
 * such as "Name" or "Kod", stand nowhere: the person who imports chooses.
 */
export const HEADER_SYNONYMS: Readonly<Record<EmployeeImportField, readonly string[]>> = {
  employeeNumber: [
    ...['employee number', 'employee no', 'employee id', 'emp no', 'emp id', 'staff number', 'personnel number', 'payroll number'],
    ...['anställningsnummer', 'anställningsnr', 'anst nr', 'anstnr', 'medarbetarnummer'],
    ...['personalnummer', 'personal nr', 'persnr', 'mitarbeiternummer', 'mitarbeiter nr', 'mitarbeiter id'],
    ...['törzsszám', 'dolgozói szám', 'munkavállalói azonosító', 'alkalmazotti azonosító'],
    ...['številka zaposlenega', 'šifra zaposlenega', 'matična številka delavca', 'kadrovska številka'],
  ],
  firstName: [
    ...['first name', 'given name', 'forename', 'forenames', 'first names'],
    ...['förnamn', 'tilltalsnamn', 'vorname', 'vornamen', 'rufname', 'keresztnév', 'utónév', 'ime'],
  ],
  lastName: [
    ...['last name', 'family name', 'surname'],
    ...['efternamn', 'nachname', 'familienname', 'zuname', 'vezetéknév', 'családi név', 'családnév', 'priimek'],
  ],
  workEmail: [
    ...['email', 'e-mail', 'email address', 'mail', 'work email', 'company email', 'business email'],
    ...['e-post', 'epost', 'e-postadress', 'mejl', 'mejladress', 'jobbmejl', 'arbets e-post'],
    ...['e-mail-adresse', 'mailadresse', 'dienstliche e-mail', 'geschäftliche e-mail'],
    ...['e-mail cím', 'email cím', 'céges e-mail', 'munkahelyi e-mail'],
    ...['e-pošta', 'e-poštni naslov', 'elektronska pošta', 'službena e-pošta'],
  ],
  workPhone: [
    ...['phone', 'phone number', 'telephone', 'work phone', 'business phone', 'mobile', 'mobile phone', 'cell'],
    ...['telefon', 'telefonnummer', 'tel', 'tfn', 'mobil', 'mobiltelefon', 'mobilnummer', 'arbetstelefon'],
    ...['handy', 'diensttelefon', 'rufnummer', 'telefonszám', 'mobilszám', 'céges telefon'],
    ...['telefonska številka', 'mobilni telefon', 'gsm', 'službeni telefon'],
  ],
  departmentCode: [
    ...['department code', 'department id', 'department number', 'dept code', 'dept id'],
    ...['avdelningskod', 'avdelningsnummer', 'avd kod', 'avd nr', 'abteilungscode', 'abteilungsnummer', 'abteilungskürzel'],
    ...['osztály kód', 'osztálykód', 'részleg kód', 'részlegkód', 'szervezeti egység kódja', 'šifra oddelka', 'koda oddelka'],
  ],
  departmentName: [
    ...['department', 'department name', 'dept', 'unit', 'team'],
    ...['avdelning', 'avdelningsnamn', 'enhet', 'abteilung', 'abteilungsname', 'bereich'],
    ...['osztály', 'részleg', 'szervezeti egység', 'oddelek', 'naziv oddelka', 'organizacijska enota'],
  ],
  positionCode: [
    ...['position code', 'position id', 'position number', 'job code', 'job id'],
    ...['befattningskod', 'tjänstekod', 'positionskod', 'stellencode', 'stellennummer', 'planstellennummer', 'positionsnummer'],
    ...['munkakör kód', 'munkakörkód', 'munkakör kódja', 'pozíció kód', 'šifra delovnega mesta', 'koda delovnega mesta'],
  ],
  positionTitle: [
    ...['position', 'position title', 'job title', 'title', 'job', 'role'],
    ...['befattning', 'titel', 'yrkestitel', 'tjänst', 'roll', 'stelle', 'stellenbezeichnung', 'funktion', 'berufsbezeichnung'],
    ...['munkakör', 'beosztás', 'pozíció', 'munkakör megnevezése', 'delovno mesto', 'naziv delovnega mesta', 'funkcija'],
  ],
  managerNumber: [
    ...['manager number', 'manager id', 'manager employee number', 'manager no', 'supervisor id', 'supervisor number'],
    ...['chefens anställningsnummer', 'chef anställningsnummer', 'chef anstnr', 'chefsnummer', 'chef id'],
    ...['personalnummer vorgesetzter', 'vorgesetzter personalnummer', 'vorgesetzten nummer', 'vorgesetzter nr'],
    ...['vezető törzsszáma', 'felettes törzsszáma', 'vezető azonosítója', 'številka vodje', 'šifra vodje'],
  ],
  managerEmail: [
    ...['manager email', 'manager e-mail', 'manager email address', 'supervisor email', 'line manager email'],
    ...['chefens e-post', 'chef e-post', 'chefens mejl', 'e-mail vorgesetzter', 'vorgesetzter e-mail', 'e-mail des vorgesetzten'],
    ...['vezető e-mail', 'vezető e-mail címe', 'felettes e-mail', 'felettes e-mail címe', 'e-pošta vodje'],
  ],
  startOn: [
    ...['start date', 'start', 'starts on', 'start on', 'hire date', 'date of hire', 'employment start', 'first day', 'joining date'],
    ...['startdatum', 'anställningsdatum', 'anställd från', 'från och med', 'första anställningsdag'],
    ...['eintrittsdatum', 'eintritt', 'beginn', 'einstellungsdatum', 'beschäftigt seit', 'belépés dátuma', 'belépés', 'munkaviszony kezdete', 'kezdő dátum'],
    ...['datum zaposlitve', 'začetek', 'začetni datum', 'datum nastopa'],
  ],
  endOn: [
    ...['end date', 'end', 'ends on', 'end on', 'termination date', 'last day', 'leaving date', 'employment end'],
    ...['slutdatum', 'anställd till', 'till och med', 'sista anställningsdag', 'avgångsdatum'],
    ...['austrittsdatum', 'austritt', 'ende', 'enddatum', 'befristet bis', 'kilépés dátuma', 'kilépés', 'munkaviszony vége', 'záró dátum'],
    ...['datum prenehanja', 'konec', 'končni datum', 'datum odhoda'],
  ],
  contractType: [
    ...['contract type', 'type of contract', 'employment type', 'contract'],
    ...['anställningsform', 'anställningstyp', 'avtalstyp', 'vertragsart', 'vertragstyp', 'beschäftigungsart'],
    ...['szerződés típusa', 'szerződéstípus', 'foglalkoztatás típusa', 'munkaszerződés típusa', 'vrsta pogodbe', 'tip pogodbe', 'vrsta zaposlitve'],
  ],
  fte: [
    ...['fte', 'full time equivalent', 'part of full time', 'employment rate', 'workload'],
    ...['sysselsättningsgrad', 'tjänstgöringsgrad', 'omfattning', 'beschäftigungsgrad', 'vollzeitäquivalent', 'vzä', 'stellenumfang', 'pensum'],
    ...['foglalkoztatási arány', 'munkaidő arány', 'részmunkaidő arány', 'delež zaposlitve', 'delež delovnega časa', 'epdč'],
  ],
  salary: [
    ...['salary', 'base salary', 'gross salary', 'monthly salary', 'pay', 'wage'],
    ...['lön', 'månadslön', 'grundlön', 'bruttolön', 'gehalt', 'grundgehalt', 'bruttogehalt', 'monatsgehalt', 'lohn'],
    ...['fizetés', 'alapbér', 'bruttó bér', 'bruttó alapbér', 'munkabér', 'havi bér', 'plača', 'osnovna plača', 'bruto plača'],
  ],
  salaryCurrencyCode: [
    ...['currency', 'salary currency', 'pay currency', 'currency code'],
    ...['valuta', 'lönevaluta', 'valutakod', 'währung', 'gehaltswährung', 'währungscode', 'pénznem', 'deviza', 'valutna koda', 'valuta plače'],
  ],
  nationalId: [
    ...['national id', 'national identity number', 'identity number', 'national insurance number', 'nino', 'ni number', 'tax id'],
    ...['personnummer', 'samordningsnummer', 'personnr', 'steuer-id', 'steueridentifikationsnummer', 'steuer id nr'],
    ...['adóazonosító jel', 'adóazonosító', 'adószám', 'emšo', 'enotna matična številka občana'],
  ],
  birthOn: [
    ...['birth date', 'date of birth', 'birthday', 'dob', 'born', 'born on'],
    ...['födelsedatum', 'född', 'födelsedag', 'geburtsdatum', 'geburtstag', 'geboren', 'születési dátum', 'születési idő', 'született'],
    ...['datum rojstva', 'rojstni datum', 'rojen'],
  ],
  street: [
    ...['street', 'address', 'street address', 'home address', 'address line 1'],
    ...['gata', 'gatuadress', 'adress', 'hemadress', 'bostadsadress', 'straße', 'strasse', 'straße und hausnummer', 'adresse', 'anschrift'],
    ...['utca', 'cím', 'lakcím', 'utca házszám', 'ulica', 'naslov', 'ulica in hišna številka'],
  ],
  postalCode: [
    ...['postal code', 'postcode', 'post code', 'zip', 'zip code'],
    ...['postnummer', 'postnr', 'postleitzahl', 'plz', 'irányítószám', 'irsz', 'poštna številka'],
  ],
  city: [
    ...['city', 'town', 'postal town'],
    ...['ort', 'stad', 'postort', 'postadress', 'stadt', 'wohnort', 'város', 'település', 'helység', 'kraj', 'mesto', 'pošta'],
  ],
  country: [
    ...['country', 'country code', 'home country'],
    ...['land', 'landskod', 'ländercode', 'landcode', 'ország', 'országkód', 'država', 'oznaka države'],
  ],
  iban: [
    ...['iban', 'bank account', 'account number', 'bankkonto', 'kontonummer', 'iban-nummer'],
    ...['bankszámlaszám', 'bankszámla', 'számlaszám', 'trr', 'transakcijski račun', 'bančni račun', 'številka računa'],
  ],
  bic: ['bic', 'swift', 'bic code', 'swift code', 'bic swift', 'swift bic', 'bic kod', 'swift kód', 'bic kód', 'swift koda'],
};
