import { models } from '../catalogue.ts';
import { commands } from '../command.ts';
import { type Entity, entities, entityNamed, type Language, languages, type NamedValues } from '../entity.ts';
import type { Five } from './five.ts';
import { fallbackWord, verbLabel } from './vocabulary.ts';

/** What is done otherwise than by a command or a mutation of master data. */
const deeds: Readonly<Record<string, Five>> = {
  changeMyPassword: [
    'Changed own password',
    'Bytte eget lösenord',
    'Eigenes Passwort geändert',
    'Saját jelszó módosítása',
    'Sprememba lastnega gesla',
  ],
  createApiToken: [
    'Made an API token',
    'Skapade en API-nyckel',
    'API-Token erstellt',
    'API-kulcs létrehozása',
    'Ustvarjen žeton API',
  ],
  downloadExport: ['Downloaded the export', 'Hämtade exporten', 'Export heruntergeladen', 'Export letöltése', 'Prenos izvoza'],
  downloadPaymentFile: ['Downloaded the file', 'Hämtade filen', 'Datei heruntergeladen', 'Fájl letöltése', 'Prenos datoteke'],
  downloadPayslip: [
    'Downloaded the payslip',
    'Hämtade lönespecifikationen',
    'Abrechnung heruntergeladen',
    'Bérjegyzék letöltése',
    'Prenos plačilne liste',
  ],
  downloadPayslips: [
    'Downloaded all payslips',
    'Hämtade alla lönespecifikationer',
    'Alle Abrechnungen heruntergeladen',
    'Minden bérjegyzék letöltése',
    'Prenos vseh plačilnih list',
  ],
  export: ['Exported', 'Exporterade', 'Exportiert', 'Exportálás', 'Izvoz'],
  exportSie: ['Exported SIE', 'Exporterade SIE', 'SIE exportiert', 'SIE-exportálás', 'Izvoz SIE'],
  fillHolidaysAhead: ['Holidays filled in', 'Helgdagar ifyllda', 'Feiertage eingetragen', 'Ünnepnapok kitöltve', 'Prazniki vpisani'],
  importDeviceModel: ['Imported', 'Importerade', 'Importiert', 'Importálás', 'Uvoz'],
  importDeviceModels: ['Imported', 'Importerade', 'Importiert', 'Importálás', 'Uvoz'],
  importEmployees: ['Imported', 'Importerade', 'Importiert', 'Importálás', 'Uvoz'],
  importSie: ['Imported SIE', 'Importerade SIE', 'SIE importiert', 'SIE-importálás', 'Uvoz SIE'],
  letIn: ['Account made', 'Konto skapat', 'Konto angelegt', 'Fiók létrehozása', 'Račun ustvarjen'],
  postDueEntries: ['Posted when due', 'Bokfördes när det var dags', 'Fällig gebucht', 'Esedékes könyvelés', 'Knjiženo ob zapadlosti'],
  refreshAllEmployees: ['Came into force', 'Började gälla', 'In Kraft getreten', 'Hatályba lépett', 'Začelo veljati'],
  requestPasswordReset: [
    'Asked for a new password',
    'Bad om nytt lösenord',
    'Neues Passwort angefordert',
    'Új jelszó kérése',
    'Zahteva za novo geslo',
  ],
  seedBooks: ['Made-up books', 'Påhittad bokföring', 'Erfundene Bücher', 'Kitalált könyvek', 'Izmišljene knjige'],
  seedDemo: ['Demo company', 'Demoföretag', 'Demounternehmen', 'Bemutató cég', 'Predstavitveno podjetje'],
  seedPeople: ['Made-up people', 'Påhittade personer', 'Erfundene Personen', 'Kitalált személyek', 'Izmišljene osebe'],
  setPassword: ['Set a password', 'Valde lösenord', 'Passwort festgelegt', 'Jelszó beállítása', 'Geslo nastavljeno'],
  setUp: ['Set up', 'Sattes upp', 'Eingerichtet', 'Beállítás', 'Nastavljeno'],
  signIn: ['Signed in', 'Loggade in', 'Angemeldet', 'Bejelentkezés', 'Prijava'],
  signInFailed: [
    'Failed to sign in',
    'Misslyckad inloggning',
    'Anmeldung fehlgeschlagen',
    'Sikertelen bejelentkezés',
    'Neuspešna prijava',
  ],
  signOut: ['Signed out', 'Loggade ut', 'Abgemeldet', 'Kijelentkezés', 'Odjava'],
  updateMyLanguage: ['Chose a language', 'Valde språk', 'Sprache gewählt', 'Nyelv kiválasztása', 'Izbira jezika'],
  applyGroups: ['Took over the groups of the provider', 'Övertog leverantörens grupper', 'Gruppen des Anbieters übernommen', 'A szolgáltató csoportjainak átvétele', 'Prevzete skupine ponudnika'],
  linkIdentity: ['Linked an account', 'Kopplade ett konto', 'Konto verknüpft', 'Fiók összekapcsolása', 'Račun povezan'],
  beginSecondFactor: ['Began to set up a second factor', 'Började ställa in andra faktorn', 'Einrichtung des zweiten Faktors begonnen', 'Második tényező beállításának kezdete', 'Začetek nastavitve drugega dejavnika'],
  confirmSecondFactor: ['Turned the second factor on', 'Aktiverade andra faktorn', 'Zweiten Faktor eingeschaltet', 'Második tényező bekapcsolása', 'Vklop drugega dejavnika'],
  replaceRecoveryCodes: ['Made new recovery codes', 'Skapade nya återställningskoder', 'Neue Wiederherstellungscodes erzeugt', 'Új helyreállítási kódok', 'Nove obnovitvene kode'],
  turnOffSecondFactor: ['Turned the second factor off', 'Stängde av andra faktorn', 'Zweiten Faktor ausgeschaltet', 'Második tényező kikapcsolása', 'Izklop drugega dejavnika'],
  revokeMyOtherSessions: ['Signed out everywhere else', 'Loggade ut överallt annars', 'Überall sonst abgemeldet', 'Kijelentkezés mindenhol máshol', 'Odjava povsod drugje'],
  signInByProvider: ['Signed in by a provider', 'Loggade in via leverantör', 'Über einen Anbieter angemeldet', 'Bejelentkezés szolgáltatóval', 'Prijava prek ponudnika'],
  signInByProviderFailed: ['A provider let nobody in', 'En leverantör släppte inte in någon', 'Ein Anbieter ließ niemanden ein', 'A szolgáltató senkit sem engedett be', 'Ponudnik ni nikogar spustil noter'],
  secondFactorFailed: ['Gave a wrong code', 'Angav fel kod', 'Falschen Code angegeben', 'Hibás kód megadása', 'Vnesena napačna koda'],
  useSecondFactor: ['Gave a code of the device', 'Angav enhetens kod', 'Code des Geräts angegeben', 'A készülék kódjának megadása', 'Vnesena koda naprave'],
  useRecoveryCode: ['Used a recovery code', 'Använde en återställningskod', 'Wiederherstellungscode benutzt', 'Helyreállítási kód használata', 'Uporabljena obnovitvena koda'],
  signInLocked: ['Tried to sign in too often', 'Försökte logga in för ofta', 'Zu oft versucht, sich anzumelden', 'Túl gyakori bejelentkezési kísérlet', 'Prepogosti poskusi prijave'],
};

/** What nobody did in person, by the name under which it is recorded. */
const actors: Readonly<Record<string, Five>> = {
  job: ['Kontor, by itself', 'Kontor, av sig själv', 'Kontor, von selbst', 'Kontor, magától', 'Kontor, samodejno'],
  'local operator': [
    'Operator at the server',
    'Driften vid servern',
    'Betrieb am Server',
    'Üzemeltető a szervernél',
    'Upravljavec pri strežniku',
  ],
};

const at = (five: Five, language: Language): string => five[languages.indexOf(language)] ?? five[0];

/** What an operation is called: a command by its title, master data by the verb, the rest by the table above. */
export function operationLabel(name: string, language: Language): string {
  const command = commands().find((each) => each.name === name);
  if (command) return command.title[language];
  const deed = deeds[name];
  if (deed) return at(deed, language);
  const [verb, entity] = /^(create|update|deactivate|reactivate)(.+)$/.exec(name)?.slice(1) ?? [];
  return verb && entity ? verbLabel(verb, language) : fallbackWord(name);
}

/** Master data is changed by mutations that nobody wrote one by one. */
function masterData(): readonly { readonly name: string; readonly entity: Entity }[] {
  return entities().flatMap((entity) => {
    const deactivates = entity.kind === 'master' && 'active' in models[entity.name].fields;
    const verbs = [
      ...(entity.create.length > 0 ? ['create'] : []),
      ...(entity.write.length > 0 ? ['update'] : []),
      ...(deactivates ? ['deactivate', 'reactivate'] : []),
    ];
    return verbs.map((verb) => ({ name: `${verb}${entity.name}`, entity }));
  });
}

/** In a log of everything a title alone does not say what it was done with: `Approve` is said of many things. */
function withThing(name: string, { title }: Entity, language: Language): string {
  const label = operationLabel(name, language);
  const [thing] = title[language];
  return label.toLowerCase().includes(thing.toLowerCase()) ? label : `${label} · ${thing}`;
}

/** What an audit entry may say was done, by the name of its mutation. */
export const operationNames: NamedValues = {
  name: 'OperationName',
  values: (language) => {
    const done = new Map([
      ...Object.entries(deeds).map(([name, five]) => [name, at(five, language)] as const),
      ...masterData().map(({ name, entity }) => [name, withThing(name, entity, language)] as const),
      ...commands().map(({ name, entity }) => [name, withThing(name, entityNamed(entity), language)] as const),
    ]);
    return [...done].map(([name, label]) => ({ name, label }));
  },
};

/** Whether an operation that is no command has a name for people. */
export const hasDeedLabel = (name: string): boolean => name in deeds;

export function actorLabel(actor: string, language: Language): string {
  const five = actors[actor];
  return five ? at(five, language) : actor;
}
