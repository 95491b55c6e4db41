import type { Refusals } from './refusals.ts';

/** What is to be known of a SIE file that comes in all the same. */
export const SIE_NOTES: Refusals = {
  SIE_LINE_OF_ZERO: {
    sv: 'Raden är noll och sparas obokförd.',
    de: 'Die Zeile ist null und wird ungebucht aufbewahrt.',
    hu: 'A sor nulla, könyveletlenül megmarad.',
    sl: 'Vrstica je nič in se hrani neknjižena.',
  },
  SIE_VOUCHER_NUMBER_TWICE: {
    sv: 'En annan verifikation har samma nummer.',
    de: 'Ein anderer Beleg hat dieselbe Nummer.',
    hu: 'Egy másik bizonylatnak is ez a száma.',
    sl: 'Drug dokument ima isto številko.',
  },
  SIE_VOUCHER_OUTSIDE_YEAR: {
    sv: 'Verifikationen ligger utanför filens år.',
    de: 'Der Beleg liegt außerhalb des Jahres der Datei.',
    hu: 'A bizonylat a fájl évén kívül esik.',
    sl: 'Dokument je zunaj leta datoteke.',
  },
  SIE_CORRECTION_UNPAIRED: {
    sv: 'Ingen likadan #TRANS följer; raden räknas inte.',
    de: 'Es folgt keine gleiche #TRANS; die Zeile zählt nicht.',
    hu: 'Nem követi azonos #TRANS; a sor nem számít.',
    sl: 'Ne sledi enaka #TRANS; vrstica ne šteje.',
  },
  SIE_OPENING_UNBALANCED: {
    sv: 'De ingående balanserna balanserar inte; skillnaden går till resultatkontot.',
    de: 'Die Eröffnungssalden gehen nicht auf; der Unterschied geht auf das Ergebniskonto.',
    hu: 'A nyitó egyenlegek nem egyeznek; a különbözet az eredményszámlára kerül.',
    sl: 'Začetna stanja se ne izidejo; razlika gre na konto izida.',
  },
  SIE_CLOSING_DIFFERS: {
    sv: 'Den utgående balansen följer inte av verifikationerna.',
    de: 'Der Endsaldo folgt nicht aus den Belegen.',
    hu: 'A záró egyenleg nem következik a bizonylatokból.',
    sl: 'Končno stanje ne sledi iz dokumentov.',
  },
  SIE_RESULT_DIFFERS: {
    sv: 'Resultatet följer inte av verifikationerna.',
    de: 'Das Ergebnis folgt nicht aus den Belegen.',
    hu: 'Az eredmény nem következik a bizonylatokból.',
    sl: 'Izid ne sledi iz dokumentov.',
  },
  SIE_COMPANY_DIFFERS: {
    sv: 'Filen har ett annat organisationsnummer.',
    de: 'Die Datei nennt eine andere Registernummer.',
    hu: 'A fájlban más cégjegyzékszám áll.',
    sl: 'Datoteka navaja drugo matično številko.',
  },
  SIE_YEAR_CREATED: {
    sv: 'Räkenskapsåret läggs upp.',
    de: 'Das Geschäftsjahr wird angelegt.',
    hu: 'Az üzleti év létrejön.',
    sl: 'Poslovno leto se odpre.',
  },
  SIE_OPENING_DIFFERS: {
    sv: 'Kontots ingående balans är en annan i bokföringen, och den står kvar.',
    de: 'Der Anfangssaldo des Kontos ist in den Büchern ein anderer und bleibt.',
    hu: 'A számla nyitó egyenlege a könyvekben más, és az marad.',
    sl: 'Začetno stanje konta je v knjigah drugačno in ostane.',
  },
  SIE_OPENING_OBJECTS_SKIPPED: {
    sv: 'Den ingående balansen delas inte upp på objekt.',
    de: 'Der Anfangssaldo wird nicht auf Objekte aufgeteilt.',
    hu: 'A nyitó egyenleg nem oszlik meg objektumok között.',
    sl: 'Začetno stanje se ne razdeli po objektih.',
  },
  SIE_EARLIER_YEARS_SKIPPED: {
    sv: 'Tidigare års balanser utelämnas: läs in filerna för de åren.',
    de: 'Salden früherer Jahre bleiben aus: übernehmen Sie deren Dateien.',
    hu: 'A korábbi évek egyenlegei kimaradnak: vegye át azok fájljait.',
    sl: 'Stanja prejšnjih let so izpuščena: prevzemite njihove datoteke.',
  },
  SIE_PERIODS_SKIPPED: {
    sv: 'Periodsaldon följer av verifikationerna, och budgetar utelämnas.',
    de: 'Monatssalden folgen aus den Belegen, und Budgets bleiben aus.',
    hu: 'A havi egyenlegek a bizonylatokból következnek, a tervek kimaradnak.',
    sl: 'Mesečna stanja sledijo iz dokumentov, proračuni so izpuščeni.',
  },
  SIE_UNITS_SKIPPED: {
    sv: 'Kontonas enheter utelämnas.',
    de: 'Die Einheiten der Konten bleiben aus.',
    hu: 'A számlák mértékegységei kimaradnak.',
    sl: 'Enote kontov so izpuščene.',
  },
  SIE_SUBDIMENSION_FLAT: {
    sv: 'En underdimension blir en egen dimension.',
    de: 'Eine Unterdimension steht als eigene Dimension.',
    hu: 'Az aldimenzió önálló dimenzió lesz.',
    sl: 'Poddimenzija postane samostojna dimenzija.',
  },
  SIE_CHARACTER_LOST: {
    sv: 'PC8 saknar tecknet; ett frågetecken står i stället.',
    de: 'PC8 kennt das Zeichen nicht; dafür steht ein Fragezeichen.',
    hu: 'A PC8-ban nincs ilyen jel; kérdőjel áll helyette.',
    sl: 'PC8 nima tega znaka; namesto njega je vprašaj.',
  },
};
