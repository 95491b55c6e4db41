import type { Language } from '../date/locale.ts';

type Five = readonly [en: string, sv: string, de: string, hu: string, sl: string];

const order: readonly Language[] = ['en', 'sv', 'de', 'hu', 'sl'];

/** What public holidays are called. */
const names = {
  newYear: ["New Year's Day", 'Nyårsdagen', 'Neujahr', 'Újév', 'Novo leto'],
  secondJanuary: ['2nd January', '2 januari', '2. Januar', 'Január 2.', '2. januar'],
  epiphany: ['Epiphany', 'Trettondedag jul', 'Heilige Drei Könige', 'Vízkereszt', 'Sveti trije kralji'],
  culture: ['Prešeren Day', 'Prešerendagen', 'Prešeren-Tag', 'Prešeren-nap', 'Prešernov dan'],
  women: ["Women's Day", 'Internationella kvinnodagen', 'Internationaler Frauentag', 'Nőnap', 'Dan žena'],
  revolution1848: [
    'National Day of 1848',
    'Nationaldagen (1848)',
    'Nationalfeiertag (1848)',
    'Az 1848-as forradalom ünnepe',
    'Državni praznik (1848)',
  ],
  patrick: ["St Patrick's Day", 'Sankt Patriks dag', 'St. Patrick’s Day', 'Szent Patrik napja', 'Dan svetega Patrika'],
  goodFriday: ['Good Friday', 'Långfredagen', 'Karfreitag', 'Nagypéntek', 'Veliki petek'],
  easterSunday: ['Easter Sunday', 'Påskdagen', 'Ostersonntag', 'Húsvétvasárnap', 'Velika noč'],
  easterMonday: ['Easter Monday', 'Annandag påsk', 'Ostermontag', 'Húsvéthétfő', 'Velikonočni ponedeljek'],
  resistance: [
    'Day of Uprising',
    'Motståndsdagen',
    'Tag des Aufstands',
    'Az ellenállás napja',
    'Dan upora proti okupatorju',
  ],
  labour: ['Labour Day', 'Första maj', 'Tag der Arbeit', 'A munka ünnepe', 'Praznik dela'],
  labourSecond: [
    'Labour Day, second day',
    'Andra maj',
    'Tag der Arbeit (zweiter Tag)',
    'A munka ünnepe (2. nap)',
    'Praznik dela (drugi dan)',
  ],
  earlyMay: ['Early May bank holiday', 'Majhelgdagen', 'Maifeiertag', 'Májusi ünnepnap', 'Majski praznik'],
  ascension: ['Ascension Day', 'Kristi himmelsfärdsdag', 'Christi Himmelfahrt', 'Áldozócsütörtök', 'Vnebohod'],
  whitSunday: ['Whit Sunday', 'Pingstdagen', 'Pfingstsonntag', 'Pünkösdvasárnap', 'Binkošti'],
  whitMonday: ['Whit Monday', 'Annandag pingst', 'Pfingstmontag', 'Pünkösdhétfő', 'Binkoštni ponedeljek'],
  corpusChristi: ['Corpus Christi', 'Kristi lekamens fest', 'Fronleichnam', 'Úrnapja', 'Sveto Rešnje telo'],
  spring: ['Spring bank holiday', 'Vårhelgdagen', 'Frühlingsfeiertag', 'Tavaszi ünnepnap', 'Pomladni praznik'],
  swedishNational: [
    'National Day of Sweden',
    'Sveriges nationaldag',
    'Schwedischer Nationalfeiertag',
    'Svédország nemzeti ünnepe',
    'Državni praznik Švedske',
  ],
  worldCup: [
    'World Cup bank holiday',
    'Helgdag för fotbolls-VM',
    'Feiertag zur Fußball-WM',
    'A labdarúgó-vb ünnepnapja',
    'Praznik ob svetovnem prvenstvu',
  ],
  midsummerEve: ['Midsummer Eve', 'Midsommarafton', 'Mittsommerabend', 'Szentivánéj', 'Kresni večer'],
  midsummer: ['Midsummer Day', 'Midsommardagen', 'Mittsommer', 'Szent Iván napja', 'Kresni dan'],
  statehood: [
    'Statehood Day',
    'Slovenska statens dag',
    'Tag der Staatlichkeit',
    'Az államiság napja',
    'Dan državnosti',
  ],
  boyne: [
    'Battle of the Boyne',
    'Slaget vid Boyne',
    'Schlacht am Boyne',
    'A boyne-i csata napja',
    'Obletnica bitke pri Boynu',
  ],
  summer: ['Summer bank holiday', 'Sommarhelgdagen', 'Sommerfeiertag', 'Nyári ünnepnap', 'Poletni praznik'],
  assumption: [
    'Assumption Day',
    'Jungfru Marie himmelsfärd',
    'Mariä Himmelfahrt',
    'Nagyboldogasszony',
    'Marijino vnebovzetje',
  ],
  stephen: [
    "St Stephen's Day of Hungary",
    'Sankt Stefans dag (Ungern)',
    'Tag des Heiligen Stephan',
    'Az államalapítás ünnepe',
    'Dan svetega Štefana (Madžarska)',
  ],
  children: ["Children's Day", 'Barnens dag', 'Weltkindertag', 'Gyermeknap', 'Svetovni dan otrok'],
  unity: [
    'Day of German Unity',
    'Tyska enhetsdagen',
    'Tag der Deutschen Einheit',
    'A német egység napja',
    'Dan nemške enotnosti',
  ],
  revolution1956: [
    'National Day of 1956',
    'Nationaldagen (1956)',
    'Nationalfeiertag (1956)',
    'Az 1956-os forradalom ünnepe',
    'Državni praznik (1956)',
  ],
  reformation: ['Reformation Day', 'Reformationsdagen', 'Reformationstag', 'A reformáció napja', 'Dan reformacije'],
  allSaints: ["All Saints' Day", 'Alla helgons dag', 'Allerheiligen', 'Mindenszentek', 'Dan spomina na mrtve'],
  repentance: [
    'Day of Repentance and Prayer',
    'Bot- och bönedagen',
    'Buß- und Bettag',
    'A bűnbánat és az ima napja',
    'Dan pokore in molitve',
  ],
  andrew: ["St Andrew's Day", 'Sankt Andreas dag', 'St.-Andreas-Tag', 'Szent András napja', 'Dan svetega Andreja'],
  christmasEve: ['Christmas Eve', 'Julafton', 'Heiliger Abend', 'Szenteste', 'Božični večer'],
  christmas: ['Christmas Day', 'Juldagen', 'Erster Weihnachtstag', 'Karácsony', 'Božič'],
  boxing: ['Boxing Day', 'Annandag jul', 'Zweiter Weihnachtstag', 'Karácsony másnapja', 'Drugi božični dan'],
  independence: [
    'Independence and Unity Day',
    'Självständighetsdagen',
    'Tag der Unabhängigkeit und Einheit',
    'A függetlenség és egység napja',
    'Dan samostojnosti in enotnosti',
  ],
  newYearsEve: ["New Year's Eve", 'Nyårsafton', 'Silvester', 'Szilveszter', 'Silvestrovo'],
  restDay: ['Rest day', 'Arbetsfri dag', 'Arbeitsfreier Tag', 'Pihenőnap', 'Dela prost dan'],
  workingSaturday: ['Working Saturday', 'Arbetslördag', 'Arbeitssamstag', 'Munkanap (szombat)', 'Delovna sobota'],
} as const satisfies Readonly<Record<string, Five>>;

/** A public holiday, whatever its day and language. */
export type HolidayId = keyof typeof names;

/** What a public holiday is called in a language. */
export const holidayName = (id: HolidayId, language: Language): string =>
  names[id][order.indexOf(language)] ?? names[id][0];
