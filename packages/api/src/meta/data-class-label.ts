import { type Language, languages } from '../entity.ts';
import type { DataClass } from '../policy/classes.ts';

type Five = readonly [en: string, sv: string, de: string, hu: string, sl: string];

/** What the data classes of the policy are called. */
const words: Readonly<Record<DataClass, Five>> = {
  catalogue: ['Catalogue', 'Katalog', 'Katalog', 'Katalógus', 'Katalog'],
  company: ['Company', 'Företag', 'Unternehmen', 'Vállalat', 'Podjetje'],
  organisation: ['Organisation', 'Organisation', 'Organisation', 'Szervezet', 'Organizacija'],
  costCentre: ['Cost centre', 'Kostnadsställe', 'Kostenstelle', 'Költséghely', 'Stroškovno mesto'],
  directory: ['Directory', 'Personkatalog', 'Verzeichnis', 'Névjegyzék', 'Imenik'],
  place: [
    'Place in the organisation',
    'Plats i organisationen',
    'Platz im Unternehmen',
    'Hely a szervezetben',
    'Mesto v organizaciji',
  ],
  job: ['Job', 'Arbete', 'Arbeitsverhältnis', 'Munkaviszony', 'Zaposlitev'],
  proposal: [
    'Proposed change',
    'Föreslagen ändring',
    'Vorgeschlagene Änderung',
    'Javasolt változás',
    'Predlagana sprememba',
  ],
  seat: ['Seat', 'Tjänst', 'Planstelle', 'Státusz', 'Sistemizirano mesto'],
  seatPay: [
    'Pay range of the seat',
    'Tjänstens lönespann',
    'Gehaltsspanne der Stelle',
    'Az állás bérsávja',
    'Plačni razpon mesta',
  ],
  home: ['Home address', 'Hemadress', 'Privatadresse', 'Lakcím', 'Domači naslov'],
  emergency: ['Emergency contact', 'Närmast anhörig', 'Notfallkontakt', 'Értesítendő személy', 'Kontakt v sili'],
  identity: ['Identity', 'Identitet', 'Identität', 'Személyazonosság', 'Identiteta'],
  bank: ['Bank account', 'Bankkonto', 'Bankverbindung', 'Bankszámla', 'Bančni račun'],
  tax: ['Tax', 'Skatt', 'Steuer', 'Adó', 'Davek'],
  pay: ['Pay', 'Lön', 'Gehalt', 'Bér', 'Plača'],
  absence: ['Absence', 'Frånvaro', 'Abwesenheit', 'Távollét', 'Odsotnost'],
  absenceNote: [
    'Note on an absence',
    'Anteckning om frånvaro',
    'Notiz zur Abwesenheit',
    'Távollét megjegyzése',
    'Opomba o odsotnosti',
  ],
  absencePay: [
    'Pay during absence',
    'Lön under frånvaro',
    'Bezahlung bei Abwesenheit',
    'Távollét díjazása',
    'Plačilo med odsotnostjo',
  ],
  absenceFile: [
    'File on an absence',
    'Handläggning av frånvaro',
    'Vorgang zur Abwesenheit',
    'Távollét ügyintézése',
    'Obravnava odsotnosti',
  ],
  health: ['Health', 'Hälsa', 'Gesundheit', 'Egészség', 'Zdravje'],
  unlisted: [
    'Told record by record',
    'Visas post för post',
    'Nur je Datensatz',
    'Csak rekordonként',
    'Samo po zapisih',
  ],
  model: ['Device model', 'Enhetsmodell', 'Gerätemodell', 'Eszköztípus', 'Model naprave'],
  device: ['Device', 'Enhet', 'Gerät', 'Eszköz', 'Naprava'],
  deviceValue: ['Value of the device', 'Enhetens värde', 'Wert des Geräts', 'Az eszköz értéke', 'Vrednost naprave'],
  chart: ['Chart of accounts', 'Kontoplan', 'Kontenplan', 'Számlatükör', 'Kontni načrt'],
  books: ['Books', 'Bokföring', 'Bücher', 'Könyvek', 'Poslovne knjige'],
  draft: ['Draft of an entry', 'Utkast till verifikation', 'Buchungsentwurf', 'Tételvázlat', 'Osnutek knjižbe'],
  account: ['Account', 'Konto', 'Konto', 'Fiók', 'Račun'],
  system: ['System', 'System', 'System', 'Rendszer', 'Sistem'],
  audit: ['Audit log', 'Granskningslogg', 'Prüfprotokoll', 'Eseménynapló', 'Revizijska sled'],
  look: ['Who looked', 'Vem som tittat', 'Wer nachgesehen hat', 'Ki nézte meg', 'Kdo je pogledal'],
  lookedAt: ['Who was looked at', 'Vem som visats', 'Wer angesehen wurde', 'Kit néztek meg', 'Koga so pogledali'],
  reason: ['Reason', 'Skäl', 'Grund', 'Indok', 'Razlog'],
  view: ['Saved view', 'Sparad vy', 'Gespeicherte Ansicht', 'Mentett nézet', 'Shranjen pogled'],
  import: ['Import', 'Import', 'Import', 'Importálás', 'Uvoz'],
};

/** What a data class is called in a language. */
export const dataClassLabel = (dataClass: DataClass, language: Language): string =>
  words[dataClass][languages.indexOf(language)] ?? words[dataClass][0];
