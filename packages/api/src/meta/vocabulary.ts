import { type Language, languages, type Translations } from '../entity.ts';

type Five = readonly [en: string, sv: string, de: string, hu: string, sl: string];

/** Labels of fields and inputs that mean the same wherever they stand. A relation that is not here is named by its target. */
const words: Readonly<Record<string, Five>> = {
  acceptedAt: ['Accepted at', 'Godkänd', 'Angenommen am', 'Átvéve', 'Sprejeto'],
  accountHolder: ['Account holder', 'Kontoinnehavare', 'Kontoinhaber', 'Számlatulajdonos', 'Imetnik računa'],
  active: ['In use', 'I bruk', 'In Gebrauch', 'Használatban', 'V uporabi'],
  actor: ['Done by', 'Utfört av', 'Ausgeführt von', 'Végrehajtotta', 'Izvedel'],
  address: ['Address', 'Adress', 'Adresse', 'Cím', 'Naslov'],
  airflow: ['Airflow', 'Luftflöde', 'Luftstrom', 'Légáramlás', 'Pretok zraka'],
  amount: ['Amount', 'Belopp', 'Betrag', 'Összeg', 'Znesek'],
  assetTag: ['Asset tag', 'Inventarienummer', 'Inventarnummer', 'Leltári szám', 'Inventarna številka'],
  at: ['At', 'Tidpunkt', 'Zeitpunkt', 'Időpont', 'Čas'],
  baseCurrency: ['Base currency', 'Basvaluta', 'Basiswährung', 'Alappénznem', 'Osnovna valuta'],
  baseCurrencyCode: ['Base currency', 'Basvaluta', 'Basiswährung', 'Alappénznem', 'Osnovna valuta'],
  bic: ['BIC', 'BIC', 'BIC', 'BIC', 'BIC'],
  birthOn: ['Date of birth', 'Födelsedatum', 'Geburtsdatum', 'Születési dátum', 'Datum rojstva'],
  budgetedFte: ['Budgeted FTE', 'Budgeterade heltider', 'Geplante Vollzeitstellen', 'Tervezett létszám (FTE)', 'Načrtovani FTE'],
  capacity: ['Capacity', 'Platser', 'Plätze', 'Férőhely', 'Zmogljivost'],
  channel: ['Channel', 'Kanal', 'Kanal', 'Csatorna', 'Kanal'],
  children: ['Departments below', 'Underavdelningar', 'Unterabteilungen', 'Alárendelt osztályok', 'Podrejeni oddelki'],
  city: ['City', 'Ort', 'Ort', 'Település', 'Kraj'],
  code: ['Code', 'Kod', 'Kürzel', 'Kód', 'Šifra'],
  command: ['Action', 'Åtgärd', 'Aktion', 'Művelet', 'Dejanje'],
  comments: ['Comments', 'Kommentarer', 'Bemerkungen', 'Megjegyzések', 'Opombe'],
  companyId: ['Company', 'Företag', 'Unternehmen', 'Vállalat', 'Podjetje'],
  consolePorts: ['Console ports', 'Konsolportar', 'Konsolenanschlüsse', 'Konzolportok', 'Konzolni priključki'],
  contractType: ['Contract type', 'Anställningsform', 'Vertragsart', 'Szerződés típusa', 'Vrsta pogodbe'],
  country: ['Country', 'Land', 'Land', 'Ország', 'Država'],
  createdAt: ['Created', 'Skapad', 'Angelegt am', 'Létrehozva', 'Ustvarjeno'],
  createdBy: ['Created by', 'Skapad av', 'Angelegt von', 'Létrehozta', 'Ustvaril'],
  createdCount: ['New', 'Nya', 'Neu', 'Új', 'Novi'],
  currency: ['Currency', 'Valuta', 'Währung', 'Pénznem', 'Valuta'],
  currencyCode: ['Currency', 'Valuta', 'Währung', 'Pénznem', 'Valuta'],
  decidedAt: ['Decided at', 'Beslutad', 'Entschieden am', 'Döntés időpontja', 'Odločeno'],
  decidedBy: ['Decided by', 'Beslutad av', 'Entschieden von', 'Döntött', 'Odločil'],
  dueOn: ['Due on', 'Återlämnas senast', 'Fällig am', 'Határidő', 'Rok'],
  email: ['Mail address', 'E-postadress', 'E-Mail-Adresse', 'E-mail-cím', 'E-poštni naslov'],
  emergencyName: ['Emergency contact', 'Närmast anhörig', 'Notfallkontakt', 'Értesítendő személy', 'Kontakt v sili'],
  emergencyPhone: ['Emergency phone', 'Telefon till anhörig', 'Notfalltelefon', 'Értesítendő telefonja', 'Telefon v sili'],
  emergencyRelationship: ['Relationship', 'Relation', 'Beziehung', 'Kapcsolat', 'Razmerje'],
  employeeNumber: ['Employee number', 'Anställningsnummer', 'Personalnummer', 'Törzsszám', 'Številka zaposlenega'],
  endAt: ['Ended at', 'Avslutad', 'Beendet am', 'Vége', 'Konec'],
  endNote: ['Note at the end', 'Anteckning vid återlämning', 'Notiz bei Rückgabe', 'Megjegyzés a végén', 'Opomba ob koncu'],
  endOn: ['Last day', 'Sista dag', 'Letzter Tag', 'Utolsó nap', 'Zadnji dan'],
  endReason: ['Reason for the end', 'Skäl till avslut', 'Grund des Endes', 'Megszűnés oka', 'Razlog prenehanja'],
  ending: ['Ends with', 'Slutar på', 'Endet auf', 'Vége', 'Konča se z'],
  expiresAt: ['Expires at', 'Upphör', 'Läuft ab am', 'Lejár', 'Poteče'],
  faultCount: ['Faulty', 'Felaktiga', 'Fehlerhaft', 'Hibás', 'Napačni'],
  fileName: ['File', 'Fil', 'Datei', 'Fájl', 'Datoteka'],
  firstDecidedBy: ['First approved by', 'Först godkänd av', 'Zuerst genehmigt von', 'Először jóváhagyta', 'Prvi odobril'],
  firstName: ['First name', 'Förnamn', 'Vorname', 'Utónév', 'Ime'],
  floor: ['Floor', 'Våning', 'Stockwerk', 'Emelet', 'Nadstropje'],
  fromAt: ['From', 'Från', 'Ab', 'Ettől', 'Od'],
  fte: ['FTE', 'Sysselsättningsgrad', 'Beschäftigungsgrad', 'Foglalkoztatási arány', 'Delež zaposlitve'],
  holder: ['Holder', 'Innehavare', 'Inhaber', 'Birtokos', 'Imetnik'],
  homeCity: ['Home city', 'Hemort', 'Wohnort', 'Lakóhely', 'Kraj bivanja'],
  homeCountry: ['Home country', 'Hemland', 'Wohnland', 'Lakóhely országa', 'Država bivanja'],
  homePostalCode: ['Home postal code', 'Postnummer (hem)', 'Postleitzahl (privat)', 'Irányítószám', 'Poštna številka (dom)'],
  homeStreet: ['Home street', 'Gatuadress (hem)', 'Straße (privat)', 'Utca, házszám', 'Ulica (dom)'],
  iban: ['IBAN', 'IBAN', 'IBAN', 'IBAN', 'IBAN'],
  id: ['Id', 'Id', 'Id', 'Azonosító', 'Id'],
  inspectedAt: ['Inspected at', 'Kontrollerad', 'Geprüft am', 'Ellenőrizve', 'Pregledano'],
  isFullDepth: ['Full depth', 'Fullt djup', 'Volle Tiefe', 'Teljes mélység', 'Polna globina'],
  kind: ['Kind', 'Typ', 'Art', 'Fajta', 'Vrsta'],
  language: ['Language', 'Språk', 'Sprache', 'Nyelv', 'Jezik'],
  lastName: ['Last name', 'Efternamn', 'Nachname', 'Vezetéknév', 'Priimek'],
  lastSignInAt: ['Last sign-in', 'Senaste inloggning', 'Letzte Anmeldung', 'Utolsó bejelentkezés', 'Zadnja prijava'],
  locale: ['Language and region', 'Språk och region', 'Sprache und Region', 'Nyelv és régió', 'Jezik in regija'],
  managedAssignments: ['Assignments managed', 'Ledda placeringar', 'Geführte Zuweisungen', 'Irányított beosztások', 'Vodene razporeditve'],
  managementOnly: ['Management only', 'Endast styrning', 'Nur Verwaltung', 'Csak felügyeleti', 'Samo upravljanje'],
  manager: ['Manager', 'Chef', 'Vorgesetzte Person', 'Vezető', 'Vodja'],
  minorUnit: ['Decimals', 'Decimaler', 'Nachkommastellen', 'Tizedesjegyek', 'Decimalke'],
  name: ['Name', 'Namn', 'Name', 'Név', 'Ime'],
  nationalId: ['National identity number', 'Personnummer', 'Nationale Kennnummer', 'Személyi azonosító', 'Osebna številka'],
  nationality: ['Nationality', 'Medborgarskap', 'Staatsangehörigkeit', 'Állampolgárság', 'Državljanstvo'],
  note: ['Note', 'Anteckning', 'Notiz', 'Megjegyzés', 'Opomba'],
  numericCode: ['Numeric code', 'Sifferkod', 'Numerischer Code', 'Számkód', 'Številčna koda'],
  operationId: ['Audit entry', 'Loggpost', 'Protokolleintrag', 'Naplóbejegyzés', 'Vnos dnevnika'],
  ordinal: ['No.', 'Nr', 'Nr.', 'Sorszám', 'Št.'],
  parent: ['Department above', 'Överordnad avdelning', 'Übergeordnete Abteilung', 'Felettes osztály', 'Nadrejeni oddelek'],
  partNumber: ['Part number', 'Artikelnummer', 'Teilenummer', 'Cikkszám', 'Kataloška številka'],
  payCurrency: ['Pay currency', 'Lönevaluta', 'Gehaltswährung', 'Bér pénzneme', 'Valuta plače'],
  payCurrencyCode: ['Pay currency', 'Lönevaluta', 'Gehaltswährung', 'Bér pénzneme', 'Valuta plače'],
  payMaximum: ['Highest pay', 'Högsta lön', 'Höchstes Gehalt', 'Legmagasabb bér', 'Najvišja plača'],
  payMinimum: ['Lowest pay', 'Lägsta lön', 'Niedrigstes Gehalt', 'Legalacsonyabb bér', 'Najnižja plača'],
  payPeriod: ['Pay period', 'Löneperiod', 'Gehaltszeitraum', 'Bér időszaka', 'Obdobje plače'],
  poeMode: ['PoE mode', 'PoE-läge', 'PoE-Modus', 'PoE mód', 'Način PoE'],
  poeType: ['PoE type', 'PoE-typ', 'PoE-Typ', 'PoE típus', 'Vrsta PoE'],
  postalCode: ['Postal code', 'Postnummer', 'Postleitzahl', 'Irányítószám', 'Poštna številka'],
  powerPorts: ['Power inlets', 'Strömingångar', 'Stromanschlüsse', 'Tápcsatlakozók', 'Napajalni priključki'],
  previousStatus: ['Status before', 'Tidigare status', 'Vorheriger Status', 'Korábbi állapot', 'Prejšnje stanje'],
  privateEmail: ['Private mail address', 'Privat e-postadress', 'Private E-Mail-Adresse', 'Magán e-mail-cím', 'Zasebni e-poštni naslov'],
  privatePhone: ['Private phone', 'Privat telefon', 'Privates Telefon', 'Magántelefon', 'Zasebni telefon'],
  proposedBy: ['Proposed by', 'Föreslagen av', 'Vorgeschlagen von', 'Javasolta', 'Predlagal'],
  purchaseCost: ['Purchase cost', 'Inköpspris', 'Anschaffungskosten', 'Beszerzési ár', 'Nabavna cena'],
  purchaseCurrency: ['Purchase currency', 'Inköpsvaluta', 'Kaufwährung', 'Beszerzés pénzneme', 'Valuta nakupa'],
  purchaseCurrencyCode: ['Purchase currency', 'Inköpsvaluta', 'Kaufwährung', 'Beszerzés pénzneme', 'Valuta nakupa'],
  purchasedOn: ['Purchased on', 'Inköpt', 'Gekauft am', 'Beszerzés napja', 'Kupljeno'],
  rackUnits: ['Rack units', 'Rackenheter', 'Höheneinheiten', 'Rackegység', 'Višina v omari (U)'],
  reason: ['Reason', 'Skäl', 'Grund', 'Indok', 'Razlog'],
  registrationNumber: ['Registration number', 'Organisationsnummer', 'Registernummer', 'Cégjegyzékszám', 'Matična številka'],
  reports: ['Reports', 'Medarbetare', 'Unterstellte', 'Beosztottak', 'Podrejeni'],
  revokedAt: ['Revoked at', 'Återkallad', 'Widerrufen am', 'Visszavonva', 'Preklicano'],
  role: ['Role', 'Roll', 'Rolle', 'Szerepkör', 'Vloga'],
  roles: ['Roles', 'Roller', 'Rollen', 'Szerepkörök', 'Vloge'],
  rowCount: ['Rows', 'Rader', 'Zeilen', 'Sorok', 'Vrstice'],
  salary: ['Salary', 'Lön', 'Gehalt', 'Fizetés', 'Plača'],
  salaryCurrency: ['Salary currency', 'Lönevaluta', 'Gehaltswährung', 'Fizetés pénzneme', 'Valuta plače'],
  salaryCurrencyCode: ['Salary currency', 'Lönevaluta', 'Gehaltswährung', 'Fizetés pénzneme', 'Valuta plače'],
  salaryPeriod: ['Salary period', 'Löneperiod', 'Gehaltszeitraum', 'Fizetés időszaka', 'Obdobje plače'],
  serialNumber: ['Serial number', 'Serienummer', 'Seriennummer', 'Sorozatszám', 'Serijska številka'],
  signedInAt: ['Signed in at', 'Inloggad', 'Angemeldet am', 'Bejelentkezve', 'Prijavljeno'],
  startAt: ['Since', 'Från', 'Seit', 'Kezdete', 'Od'],
  startOn: ['First day', 'Första dag', 'Erster Tag', 'Első nap', 'Prvi dan'],
  status: ['Status', 'Status', 'Status', 'Állapot', 'Stanje'],
  street: ['Street', 'Gatuadress', 'Straße', 'Utca, házszám', 'Ulica'],
  subject: ['Subject', 'Innehåll', 'Gegenstand', 'Tárgy', 'Predmet'],
  taxCode: ['Tax code', 'Skattetabell', 'Steuerklasse', 'Adókód', 'Davčna oznaka'],
  taxDependants: ['Dependants', 'Personer att försörja', 'Unterhaltsberechtigte', 'Eltartottak', 'Vzdrževani člani'],
  timeZone: ['Time zone', 'Tidszon', 'Zeitzone', 'Időzóna', 'Časovni pas'],
  title: ['Title', 'Titel', 'Bezeichnung', 'Megnevezés', 'Naziv'],
  type: ['Type', 'Typ', 'Typ', 'Típus', 'Tip'],
  unchangedCount: ['Unchanged', 'Oförändrade', 'Unverändert', 'Változatlan', 'Nespremenjeni'],
  untilAt: ['Until', 'Till', 'Bis', 'Eddig', 'Do'],
  updatedAt: ['Changed', 'Ändrad', 'Geändert am', 'Módosítva', 'Spremenjeno'],
  updatedCount: ['Changed', 'Ändrade', 'Geändert', 'Módosított', 'Spremenjeni'],
  userAgent: ['Browser', 'Webbläsare', 'Browser', 'Böngésző', 'Brskalnik'],
  version: ['Version', 'Version', 'Version', 'Verzió', 'Različica'],
  warrantyUntilOn: ['Warranty until', 'Garanti till', 'Garantie bis', 'Garancia vége', 'Garancija do'],
  weightKg: ['Weight (kg)', 'Vikt (kg)', 'Gewicht (kg)', 'Tömeg (kg)', 'Masa (kg)'],
  wipeProof: ['Proof of the wipe', 'Bevis på radering', 'Löschnachweis', 'Törlés igazolása', 'Dokazilo o izbrisu'],
  wipedAt: ['Wiped at', 'Raderad', 'Gelöscht am', 'Törölve', 'Izbrisano'],
  withdrawnOn: ['Withdrawn on', 'Utgången', 'Außer Kraft seit', 'Bevonva', 'Umaknjeno'],
  workEmail: ['Work mail', 'E-post (arbete)', 'Dienstliche E-Mail', 'Munkahelyi e-mail', 'Službena e-pošta'],
  workPermitUntilOn: ['Work permit until', 'Arbetstillstånd till', 'Arbeitserlaubnis bis', 'Munkavállalási engedély vége', 'Delovno dovoljenje do'],
  workPhone: ['Work phone', 'Telefon (arbete)', 'Diensttelefon', 'Munkahelyi telefon', 'Službeni telefon'],
};

/** Labels of enum values. Where two enums share a word and mean different things, the enum's name stands before it. */
const values: Readonly<Record<string, Five>> = {
  ORDERED: ['Ordered', 'Beställd', 'Bestellt', 'Megrendelve', 'Naročeno'],
  RECEIVED: ['Received', 'Mottagen', 'Erhalten', 'Beérkezett', 'Prejeto'],
  IN_STOCK: ['In stock', 'I lager', 'Auf Lager', 'Raktáron', 'Na zalogi'],
  RESERVED: ['Reserved', 'Reserverad', 'Reserviert', 'Lefoglalva', 'Rezervirano'],
  AWAITING_ACCEPTANCE: ['Awaiting acceptance', 'Väntar på godkännande', 'Wartet auf Annahme', 'Átvételre vár', 'Čaka na prevzem'],
  IN_USE: ['In use', 'I bruk', 'In Gebrauch', 'Használatban', 'V uporabi'],
  ON_LOAN: ['On loan', 'Utlånad', 'Verliehen', 'Kölcsönadva', 'Izposojeno'],
  IN_REPAIR: ['In repair', 'På reparation', 'In Reparatur', 'Javítás alatt', 'V popravilu'],
  RETURN_DUE: ['Return due', 'Ska återlämnas', 'Rückgabe fällig', 'Visszaadandó', 'Za vračilo'],
  QUARANTINE: ['Quarantine', 'Karantän', 'Quarantäne', 'Karantén', 'Karantena'],
  LOST: ['Lost', 'Förlorad', 'Verloren', 'Elveszett', 'Izgubljeno'],
  STOLEN: ['Stolen', 'Stulen', 'Gestohlen', 'Ellopva', 'Ukradeno'],
  RETIRED: ['Retired', 'Utrangerad', 'Ausgemustert', 'Kivonva', 'Umaknjeno'],
  SOLD: ['Sold', 'Såld', 'Verkauft', 'Eladva', 'Prodano'],
  DONATED: ['Donated', 'Skänkt', 'Gespendet', 'Elajándékozva', 'Podarjeno'],
  DESTROYED: ['Destroyed', 'Förstörd', 'Vernichtet', 'Megsemmisítve', 'Uničeno'],
  WRITTEN_OFF: ['Written off', 'Avskriven', 'Abgeschrieben', 'Leírva', 'Odpisano'],
  LAPTOP: ['Laptop', 'Bärbar dator', 'Laptop', 'Laptop', 'Prenosnik'],
  DESKTOP: ['Desktop', 'Stationär dator', 'Desktop', 'Asztali gép', 'Namizni računalnik'],
  PHONE: ['Phone', 'Telefon', 'Telefon', 'Telefon', 'Telefon'],
  TABLET: ['Tablet', 'Surfplatta', 'Tablet', 'Táblagép', 'Tablica'],
  SERVER: ['Server', 'Server', 'Server', 'Szerver', 'Strežnik'],
  NETWORK: ['Network', 'Nätverk', 'Netzwerk', 'Hálózat', 'Omrežje'],
  STORAGE: ['Storage', 'Lagring', 'Speicher', 'Tároló', 'Shramba'],
  OTHER: ['Other', 'Annat', 'Sonstiges', 'Egyéb', 'Drugo'],
  RESERVATION: ['Reservation', 'Reservation', 'Reservierung', 'Foglalás', 'Rezervacija'],
  USE: ['Use', 'Användning', 'Nutzung', 'Használat', 'Uporaba'],
  LOAN: ['Loan', 'Lån', 'Leihe', 'Kölcsön', 'Izposoja'],
  PRE_HIRE: ['Hired, not yet started', 'Anställd, ej börjat', 'Eingestellt, noch nicht begonnen', 'Felvéve, még nem kezdett', 'Zaposlen, še ni začel'],
  ACTIVE: ['Active', 'Aktiv', 'Aktiv', 'Aktív', 'Aktiven'],
  ENDED: ['Ended', 'Avslutad', 'Beendet', 'Megszűnt', 'Končano'],
  PERMANENT: ['Permanent', 'Tillsvidare', 'Unbefristet', 'Határozatlan idejű', 'Za nedoločen čas'],
  FIXED_TERM: ['Fixed term', 'Tidsbegränsad', 'Befristet', 'Határozott idejű', 'Za določen čas'],
  APPRENTICE: ['Apprentice', 'Lärling', 'Ausbildung', 'Tanuló', 'Vajenec'],
  INTERN: ['Intern', 'Praktikant', 'Praktikum', 'Gyakornok', 'Pripravnik'],
  PROPOSED: ['Proposed', 'Föreslagen', 'Vorgeschlagen', 'Javasolt', 'Predlagano'],
  APPROVED: ['Approved', 'Godkänd', 'Genehmigt', 'Jóváhagyva', 'Odobreno'],
  FIRST_APPROVED: ['Approved once', 'Godkänd en gång', 'Einmal genehmigt', 'Egyszer jóváhagyva', 'Enkrat odobreno'],
  REJECTED: ['Rejected', 'Avslagen', 'Abgelehnt', 'Elutasítva', 'Zavrnjeno'],
  WITHDRAWN: ['Withdrawn', 'Återtagen', 'Zurückgezogen', 'Visszavonva', 'Umaknjeno'],
  OPEN: ['Open', 'Öppen', 'Offen', 'Nyitott', 'Odprto'],
  FILLED: ['Filled', 'Tillsatt', 'Besetzt', 'Betöltött', 'Zasedeno'],
  FROZEN: ['Frozen', 'Fryst', 'Eingefroren', 'Befagyasztva', 'Zamrznjeno'],
  CLOSED: ['Closed', 'Stängd', 'Geschlossen', 'Lezárva', 'Zaprto'],
  HOUR: ['Hour', 'Timme', 'Stunde', 'Óra', 'Ura'],
  MONTH: ['Month', 'Månad', 'Monat', 'Hónap', 'Mesec'],
  YEAR: ['Year', 'År', 'Jahr', 'Év', 'Leto'],
  EMPLOYEE: ['Employee', 'Anställd', 'Mitarbeiter', 'Munkavállaló', 'Zaposleni'],
  MANAGER: ['Manager', 'Chef', 'Führungskraft', 'Vezető', 'Vodja'],
  HR: ['HR', 'HR', 'Personalabteilung', 'HR', 'Kadrovska služba'],
  PAYROLL: ['Payroll', 'Lön', 'Lohnbuchhaltung', 'Bérszámfejtés', 'Obračun plač'],
  ACCOUNTING: ['Accounting', 'Ekonomi', 'Buchhaltung', 'Könyvelés', 'Računovodstvo'],
  IT: ['IT', 'IT', 'IT', 'IT', 'IT'],
  AUDITOR: ['Auditor', 'Revisor', 'Prüfung', 'Ellenőr', 'Revizor'],
  REPORTING: ['Reporting', 'Rapportering', 'Berichtswesen', 'Riportolás', 'Poročanje'],
  ADMINISTRATOR: ['Administrator', 'Administratör', 'Administration', 'Rendszergazda', 'Skrbnik'],
  INVITATION: ['Invitation', 'Inbjudan', 'Einladung', 'Meghívó', 'Povabilo'],
  PASSWORD_RESET: ['Password reset', 'Lösenordsåterställning', 'Passwort zurücksetzen', 'Jelszó-visszaállítás', 'Ponastavitev gesla'],
  SETUP: ['Set-up', 'Uppsättning', 'Einrichtung', 'Beállítás', 'Nastavitev'],
  CHECKED: ['Checked', 'Kontrollerad', 'Geprüft', 'Ellenőrizve', 'Preverjeno'],
  COMMITTED: ['Written', 'Skriven', 'Geschrieben', 'Rögzítve', 'Zapisano'],
  UNDONE: ['Taken back', 'Återtagen', 'Zurückgenommen', 'Visszavonva', 'Razveljavljeno'],
};

const domains: Readonly<Record<string, Five>> = {
  organisation: ['Organisation', 'Organisation', 'Organisation', 'Szervezet', 'Organizacija'],
  people: ['People', 'Personal', 'Personal', 'Munkatársak', 'Kadri'],
  devices: ['Devices', 'Enheter', 'Geräte', 'Eszközök', 'Naprave'],
  system: ['System', 'System', 'System', 'Rendszer', 'Sistem'],
};

/** The master data mutations, around the name of the entity. */
const verbs: Readonly<Record<string, Five>> = {
  create: ['Create', 'Skapa', 'Anlegen', 'Létrehozás', 'Ustvari'],
  update: ['Change', 'Ändra', 'Ändern', 'Módosítás', 'Spremeni'],
  deactivate: ['Take out of use', 'Ta ur bruk', 'Stilllegen', 'Kivonás', 'Umakni iz uporabe'],
  reactivate: ['Bring back into use', 'Ta i bruk igen', 'Wieder in Gebrauch nehmen', 'Újra használatba', 'Vrni v uporabo'],
};

const at = (five: Five, language: Language): string => five[languages.indexOf(language)] ?? five[0];

const humanised = (name: string): string => {
  const spaced = name.replace(/Id$/, '').replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

/** The label of a field or an input; undefined where the vocabulary has no such word. */
export const wordFor = (name: string, language: Language): string | undefined => {
  const five = words[name];
  return five && at(five, language);
};

export const fallbackWord = humanised;

/** Whether the vocabulary has a value of an enum. */
export const hasValueLabel = (enumName: string, value: string): boolean => `${enumName}.${value}` in values || value in values;

export const valueLabel = (enumName: string, value: string, language: Language): string => {
  const five = values[`${enumName}.${value}`] ?? values[value];
  return five ? at(five, language) : humanised(value.toLowerCase().replaceAll('_', ' '));
};

export const domainLabel = (domain: string, language: Language): string => {
  const five = domains[domain];
  return five ? at(five, language) : humanised(domain);
};

export const verbLabel = (verb: string, language: Language): string => at(verbs[verb] ?? [verb, verb, verb, verb, verb], language);

export const translated = (translations: Translations, language: Language): string => translations[language];
