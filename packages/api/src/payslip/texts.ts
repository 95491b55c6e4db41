import type { Explanation, Language } from '@kontor/core';

type RoundingMode = NonNullable<Explanation['rounding']>['mode'];

/** The headings of a payslip. */
export interface PayslipTexts {
  readonly title: string;
  readonly registrationNumber: string;
  readonly employee: string;
  readonly employeeNumber: string;
  readonly position: string;
  readonly period: string;
  readonly payDay: string;
  readonly taxYear: string;
  readonly currency: string;
  readonly description: string;
  readonly amount: string;
  readonly kinds: Readonly<Record<'EARNING' | 'DEDUCTION' | 'EMPLOYER' | 'INFORMATION', string>>;
  readonly gross: string;
  readonly deducted: string;
  readonly net: string;
  readonly employerCost: string;
  readonly yearToDate: string;
  readonly notices: string;
  readonly explained: string;
  readonly given: string;
  readonly levels: Readonly<Record<'COUNTRY' | 'COMPANY' | 'EMPLOYEE', string>>;
  readonly since: string;
  readonly reads: string;
  readonly step: string;
  readonly from: string;
  readonly upTo: string;
  readonly rate: string;
  readonly ofThis: string;
  readonly result: string;
  readonly beforeRounding: string;
  readonly rounded: string;
  readonly roundings: Readonly<Record<RoundingMode, string>>;
  readonly page: (page: number, pages: number) => string;
}

const en: PayslipTexts = {
  title: 'Payslip',
  registrationNumber: 'Registration number',
  employee: 'Employee',
  employeeNumber: 'Employee number',
  position: 'Position',
  period: 'Period',
  payDay: 'Day of payment',
  taxYear: 'Tax year',
  currency: 'Currency',
  description: 'Description',
  amount: 'Amount',
  kinds: {
    EARNING: 'Earnings',
    DEDUCTION: 'Deductions',
    EMPLOYER: 'Paid by the employer',
    INFORMATION: 'For information',
  },
  gross: 'Gross pay',
  deducted: 'Deductions in all',
  net: 'Net pay',
  employerCost: 'Cost to the employer',
  yearToDate: 'Tax year to date',
  notices: 'Please note',
  explained: 'How each amount came about',
  given: 'The amount was given.',
  levels: { COUNTRY: 'Rule of the country', COMPANY: 'Rule of the company', EMPLOYEE: 'Rule of the employment' },
  since: 'in force since',
  reads: 'It read',
  step: 'Step',
  from: 'Above',
  upTo: 'Up to',
  rate: 'Rate',
  ofThis: 'Of this',
  result: 'Result',
  beforeRounding: 'Before rounding',
  rounded: 'rounded to a multiple of',
  roundings: {
    UP: 'away from zero',
    DOWN: 'towards zero',
    CEILING: 'up',
    FLOOR: 'down',
    HALF_UP: 'to the nearest, a half away from zero',
    HALF_DOWN: 'to the nearest, a half towards zero',
    HALF_EVEN: 'to the nearest, a half to the even one',
    CUT_HALF_DOWN: 'cut to a tenth, then to the nearest, a half towards zero',
  },
  page: (page, pages) => `Page ${page} of ${pages}`,
};

const sv: PayslipTexts = {
  title: 'Lönespecifikation',
  registrationNumber: 'Organisationsnummer',
  employee: 'Anställd',
  employeeNumber: 'Anställningsnummer',
  position: 'Befattning',
  period: 'Period',
  payDay: 'Utbetalningsdag',
  taxYear: 'Inkomstår',
  currency: 'Valuta',
  description: 'Beskrivning',
  amount: 'Belopp',
  kinds: {
    EARNING: 'Ersättningar',
    DEDUCTION: 'Avdrag',
    EMPLOYER: 'Betalas av arbetsgivaren',
    INFORMATION: 'För kännedom',
  },
  gross: 'Bruttolön',
  deducted: 'Summa avdrag',
  net: 'Nettolön',
  employerCost: 'Arbetsgivarens kostnad',
  yearToDate: 'Hittills under året',
  notices: 'Observera',
  explained: 'Så har beloppen räknats fram',
  given: 'Beloppet har angetts.',
  levels: { COUNTRY: 'Landets regel', COMPANY: 'Företagets regel', EMPLOYEE: 'Anställningens regel' },
  since: 'gäller sedan',
  reads: 'Den läste',
  step: 'Steg',
  from: 'Över',
  upTo: 'Till',
  rate: 'Sats',
  ofThis: 'Av detta',
  result: 'Resultat',
  beforeRounding: 'Före avrundning',
  rounded: 'avrundat till en multipel av',
  roundings: {
    UP: 'från noll',
    DOWN: 'mot noll',
    CEILING: 'uppåt',
    FLOOR: 'nedåt',
    HALF_UP: 'till närmaste, en halv från noll',
    HALF_DOWN: 'till närmaste, en halv mot noll',
    HALF_EVEN: 'till närmaste, en halv till det jämna',
    CUT_HALF_DOWN: 'avkortat till en tiondel, sedan till närmaste, en halv mot noll',
  },
  page: (page, pages) => `Sida ${page} av ${pages}`,
};

const de: PayslipTexts = {
  title: 'Entgeltabrechnung',
  registrationNumber: 'Registernummer',
  employee: 'Beschäftigte Person',
  employeeNumber: 'Personalnummer',
  position: 'Stelle',
  period: 'Zeitraum',
  payDay: 'Zahltag',
  taxYear: 'Steuerjahr',
  currency: 'Währung',
  description: 'Bezeichnung',
  amount: 'Betrag',
  kinds: {
    EARNING: 'Bezüge',
    DEDUCTION: 'Abzüge',
    EMPLOYER: 'Vom Arbeitgeber getragen',
    INFORMATION: 'Zur Information',
  },
  gross: 'Bruttobezüge',
  deducted: 'Abzüge insgesamt',
  net: 'Nettobezüge',
  employerCost: 'Kosten des Arbeitgebers',
  yearToDate: 'Im Steuerjahr bisher',
  notices: 'Bitte beachten',
  explained: 'Wie die Beträge zustande kommen',
  given: 'Der Betrag wurde vorgegeben.',
  levels: {
    COUNTRY: 'Regel des Landes',
    COMPANY: 'Regel des Unternehmens',
    EMPLOYEE: 'Regel des Arbeitsverhältnisses',
  },
  since: 'in Kraft seit',
  reads: 'Gelesen wurde',
  step: 'Schritt',
  from: 'Über',
  upTo: 'Bis',
  rate: 'Satz',
  ofThis: 'Davon',
  result: 'Ergebnis',
  beforeRounding: 'Vor der Rundung',
  rounded: 'gerundet auf ein Vielfaches von',
  roundings: {
    UP: 'von null weg',
    DOWN: 'zu null hin',
    CEILING: 'nach oben',
    FLOOR: 'nach unten',
    HALF_UP: 'zum nächsten, Hälften von null weg',
    HALF_DOWN: 'zum nächsten, Hälften zu null hin',
    HALF_EVEN: 'zum nächsten, Hälften zum geraden',
    CUT_HALF_DOWN: 'auf ein Zehntel gekürzt, dann zum nächsten, Hälften zu null hin',
  },
  page: (page, pages) => `Seite ${page} von ${pages}`,
};

const hu: PayslipTexts = {
  title: 'Bérjegyzék',
  registrationNumber: 'Cégjegyzékszám',
  employee: 'Munkavállaló',
  employeeNumber: 'Törzsszám',
  position: 'Munkakör',
  period: 'Időszak',
  payDay: 'Kifizetés napja',
  taxYear: 'Adóév',
  currency: 'Pénznem',
  description: 'Megnevezés',
  amount: 'Összeg',
  kinds: {
    EARNING: 'Járandóságok',
    DEDUCTION: 'Levonások',
    EMPLOYER: 'A munkáltató fizeti',
    INFORMATION: 'Tájékoztatásul',
  },
  gross: 'Bruttó bér',
  deducted: 'Levonások összesen',
  net: 'Nettó bér',
  employerCost: 'A munkáltató költsége',
  yearToDate: 'Az adóévben eddig',
  notices: 'Figyelem',
  explained: 'Hogyan jöttek ki az összegek',
  given: 'Az összeg meg volt adva.',
  levels: { COUNTRY: 'Az ország szabálya', COMPANY: 'A vállalat szabálya', EMPLOYEE: 'A munkaviszony szabálya' },
  since: 'hatályos ettől:',
  reads: 'Beolvasta',
  step: 'Lépés',
  from: 'Efelett',
  upTo: 'Eddig',
  rate: 'Kulcs',
  ofThis: 'Ebből',
  result: 'Eredmény',
  beforeRounding: 'Kerekítés előtt',
  rounded: 'ennek többszörösére kerekítve:',
  roundings: {
    UP: 'a nullától el',
    DOWN: 'a nulla felé',
    CEILING: 'felfelé',
    FLOOR: 'lefelé',
    HALF_UP: 'a legközelebbire, a felet a nullától el',
    HALF_DOWN: 'a legközelebbire, a felet a nulla felé',
    HALF_EVEN: 'a legközelebbire, a felet a párosra',
    CUT_HALF_DOWN: 'tizedre vágva, majd a legközelebbire, a felet a nulla felé',
  },
  page: (page, pages) => `${page}. oldal, összesen ${pages}`,
};

const sl: PayslipTexts = {
  title: 'Plačilna lista',
  registrationNumber: 'Matična številka',
  employee: 'Zaposleni',
  employeeNumber: 'Številka zaposlenega',
  position: 'Delovno mesto',
  period: 'Obdobje',
  payDay: 'Dan izplačila',
  taxYear: 'Davčno leto',
  currency: 'Valuta',
  description: 'Opis',
  amount: 'Znesek',
  kinds: { EARNING: 'Prejemki', DEDUCTION: 'Odtegljaji', EMPLOYER: 'Plača delodajalec', INFORMATION: 'V vednost' },
  gross: 'Bruto plača',
  deducted: 'Odtegljaji skupaj',
  net: 'Neto plača',
  employerCost: 'Strošek delodajalca',
  yearToDate: 'Doslej v davčnem letu',
  notices: 'Opozorilo',
  explained: 'Kako so nastali zneski',
  given: 'Znesek je bil podan.',
  levels: { COUNTRY: 'Pravilo države', COMPANY: 'Pravilo podjetja', EMPLOYEE: 'Pravilo zaposlitve' },
  since: 'velja od',
  reads: 'Prebralo je',
  step: 'Korak',
  from: 'Nad',
  upTo: 'Do',
  rate: 'Stopnja',
  ofThis: 'Od tega',
  result: 'Rezultat',
  beforeRounding: 'Pred zaokroženjem',
  rounded: 'zaokroženo na večkratnik',
  roundings: {
    UP: 'stran od ničle',
    DOWN: 'proti ničli',
    CEILING: 'navzgor',
    FLOOR: 'navzdol',
    HALF_UP: 'na najbližje, polovico stran od ničle',
    HALF_DOWN: 'na najbližje, polovico proti ničli',
    HALF_EVEN: 'na najbližje, polovico na sodo',
    CUT_HALF_DOWN: 'odrezano na desetino, nato na najbližje, polovico proti ničli',
  },
  page: (page, pages) => `Stran ${page} od ${pages}`,
};

/** The headings in each language. */
export const payslipTexts: Readonly<Record<Language, PayslipTexts>> = { en, sv, de, hu, sl };
