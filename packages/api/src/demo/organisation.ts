/** The three companies of the demo, as tables: places, departments and seats. */
import type { CountryCode } from './country.ts';

/** How far up the line of managers a seat stands. */
export type Level = 'director' | 'head' | 'lead' | 'staff';

export interface SeatPlan {
  readonly title: string;
  readonly level: Level;
  /** Pay in the middle of its range. */
  readonly pay: number;
}

export interface DepartmentPlan {
  readonly code: string;
  readonly name: string;
  readonly costCentre: string;
  readonly people: number;
  readonly seats: readonly SeatPlan[];
}

export interface SitePlan {
  readonly code: string;
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly rooms: readonly (readonly [code: string, name: string, floor: number, capacity: number])[];
}

export interface CompanyPlan {
  readonly code: CountryCode;
  readonly name: string;
  readonly registrationNumber: string;
  readonly currency: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly mailDomain: string;
  readonly devices: number;
  readonly sites: readonly SitePlan[];
  /** The first is that of the director. */
  readonly departments: readonly DepartmentPlan[];
}

const director = (title: string, pay: number): SeatPlan => ({ title, level: 'director', pay });
const head = (title: string, pay: number): SeatPlan => ({ title, level: 'head', pay });
const lead = (title: string, pay: number): SeatPlan => ({ title, level: 'lead', pay });
const staff = (title: string, pay: number): SeatPlan => ({ title, level: 'staff', pay });

const sweden: CompanyPlan = {
  code: 'SE',
  name: 'Kontor Sverige AB',
  registrationNumber: '559000-0001',
  currency: 'SEK',
  locale: 'sv-SE',
  timeZone: 'Europe/Stockholm',
  mailDomain: 'kontor-sverige.example',
  devices: 190,
  sites: [
    {
      code: 'STO',
      name: 'Stockholm',
      street: 'Vasagatan 12',
      postalCode: '111 20',
      city: 'Stockholm',
      rooms: [
        ['STO-LAGER', 'IT-lager', 0, 0],
        ['STO-201', 'Mälaren', 2, 10],
        ['STO-202', 'Vättern', 2, 6],
      ],
    },
    {
      code: 'GBG',
      name: 'Göteborg',
      street: 'Kungsgatan 40',
      postalCode: '411 05',
      city: 'Göteborg',
      rooms: [['GBG-101', 'Älvsborg', 1, 8]],
    },
  ],
  departments: [
    {
      code: 'LED',
      name: 'Ledning',
      costCentre: '1000',
      people: 4,
      seats: [director('Verkställande direktör', 110_000), staff('Ledningsassistent', 39_000)],
    },
    {
      code: 'EKO',
      name: 'Ekonomi',
      costCentre: '1100',
      people: 14,
      seats: [
        head('Ekonomichef', 82_000),
        lead('Redovisningsansvarig', 58_000),
        staff('Ekonom', 43_000),
        staff('Lönespecialist', 42_000),
        staff('Controller', 52_000),
      ],
    },
    {
      code: 'HR',
      name: 'Personal',
      costCentre: '1200',
      people: 8,
      seats: [head('Personalchef', 78_000), staff('Personalspecialist', 44_000), staff('Rekryterare', 43_000)],
    },
    {
      code: 'IT',
      name: 'IT',
      costCentre: '1300',
      people: 16,
      seats: [
        head('IT-chef', 84_000),
        lead('Driftansvarig', 60_000),
        staff('Systemtekniker', 46_000),
        staff('Nätverkstekniker', 47_000),
      ],
    },
    {
      code: 'PRO',
      name: 'Produktutveckling',
      costCentre: '2000',
      people: 48,
      seats: [
        head('Utvecklingschef', 92_000),
        lead('Teknisk ledare', 68_000),
        staff('Utvecklare', 52_000),
        staff('Senior utvecklare', 61_000),
        staff('Testare', 46_000),
      ],
    },
    {
      code: 'FSG',
      name: 'Försäljning',
      costCentre: '3000',
      people: 30,
      seats: [
        head('Försäljningschef', 86_000),
        lead('Säljledare', 58_000),
        staff('Säljare', 41_000),
        staff('Innesäljare', 35_000),
      ],
    },
  ],
};

const hungary: CompanyPlan = {
  code: 'HU',
  name: 'Kontor Magyarország Kft.',
  registrationNumber: '01-09-000001',
  currency: 'HUF',
  locale: 'hu-HU',
  timeZone: 'Europe/Budapest',
  mailDomain: 'kontor-magyarorszag.example',
  devices: 130,
  sites: [
    {
      code: 'BUD',
      name: 'Budapest',
      street: 'Dózsa György út 84.',
      postalCode: '1068',
      city: 'Budapest',
      rooms: [
        ['BUD-RAKTAR', 'Raktár', -1, 0],
        ['BUD-301', 'Duna', 3, 12],
      ],
    },
    {
      code: 'GYO',
      name: 'Győr',
      street: 'Széchenyi tér 3.',
      postalCode: '9021',
      city: 'Győr',
      rooms: [['GYO-11', 'Rába', 1, 6]],
    },
  ],
  departments: [
    {
      code: 'IRO',
      name: 'Iroda és pénzügy',
      costCentre: '4000',
      people: 14,
      seats: [
        director('Ügyvezető', 2_400_000),
        lead('Pénzügyi vezető', 1_350_000),
        staff('Könyvelő', 780_000),
        staff('Irodavezető', 690_000),
      ],
    },
    {
      code: 'FEJ',
      name: 'Fejlesztés',
      costCentre: '4100',
      people: 44,
      seats: [
        head('Fejlesztési igazgató', 1_950_000),
        lead('Csoportvezető', 1_400_000),
        staff('Fejlesztő', 1_050_000),
        staff('Vezető fejlesztő', 1_250_000),
        staff('Tesztelő', 860_000),
      ],
    },
    {
      code: 'UGY',
      name: 'Ügyféltámogatás',
      costCentre: '4200',
      people: 22,
      seats: [
        head('Ügyféltámogatási vezető', 1_300_000),
        lead('Műszakvezető', 880_000),
        staff('Ügyféltámogató', 640_000),
        staff('Műszaki ügyféltámogató', 730_000),
      ],
    },
  ],
};

const britain: CompanyPlan = {
  code: 'GB',
  name: 'Kontor UK Ltd',
  registrationNumber: '00000001',
  currency: 'GBP',
  locale: 'en-GB',
  timeZone: 'Europe/London',
  mailDomain: 'kontor-uk.example',
  devices: 80,
  sites: [
    {
      code: 'LON',
      name: 'London',
      street: '1 Bankside',
      postalCode: 'SE1 9SG',
      city: 'London',
      rooms: [
        ['LON-STORE', 'Store', 0, 0],
        ['LON-41', 'Thames', 4, 10],
      ],
    },
    {
      code: 'MAN',
      name: 'Manchester',
      street: '20 Piccadilly',
      postalCode: 'M1 1AE',
      city: 'Manchester',
      rooms: [['MAN-2', 'Irwell', 2, 6]],
    },
  ],
  departments: [
    {
      code: 'SAL',
      name: 'Sales',
      costCentre: '5000',
      people: 22,
      seats: [
        director('Managing Director', 120_000),
        lead('Account Director', 72_000),
        staff('Account Manager', 48_000),
        staff('Sales Executive', 36_000),
      ],
    },
    {
      code: 'SUP',
      name: 'Customer Support',
      costCentre: '5100',
      people: 18,
      seats: [
        head('Head of Support', 68_000),
        lead('Support Team Lead', 46_000),
        staff('Support Specialist', 34_000),
        staff('Technical Support Engineer', 41_000),
      ],
    },
    {
      code: 'MKT',
      name: 'Marketing',
      costCentre: '5200',
      people: 10,
      seats: [head('Head of Marketing', 70_000), staff('Marketing Executive', 37_000), staff('Content Editor', 35_000)],
    },
  ],
};

export const companyPlans: readonly CompanyPlan[] = [sweden, hungary, britain];
