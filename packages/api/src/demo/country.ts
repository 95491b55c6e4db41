/** What people are called, where they live and how they are paid, in the three countries of the demo. */
export type CountryCode = 'SE' | 'HU' | 'GB';

export interface Country {
  readonly language: string;
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  readonly streets: readonly string[];
  /** Towns with a postal code of each. */
  readonly towns: readonly (readonly [town: string, postalCode: string])[];
  readonly phonePrefix: string;
  readonly phoneDigits: number;
  readonly currency: string;
  readonly payPeriod: 'MONTH' | 'YEAR';
  /** Pay is agreed in steps of this. */
  readonly payStep: number;
  readonly taxCodes: readonly string[];
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const countries: Readonly<Record<CountryCode, Country>> = {
  SE: {
    language: 'sv',
    firstNames: words(`
      Åsa Anna Maria Karin Eva Kristina Lena Ingrid Elin Emma Sara Hanna Ida Linnea Märta Astrid Frida Johanna Malin
      Cecilia Lars Anders Johan Per Nils Karl Erik Mikael Jan Gustav Oskar Filip Björn Göran Håkan Jörgen Pär Åke Sören
      Viktor Emil Axel Linus Tove Ylva Saga`),
    lastNames: words(`
      Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson
      Lindström Lindqvist Lindgren Berg Bergström Sandberg Åberg Åkesson Öberg Östlund Sjöberg Sjögren Nyström Holmgren
      Söderberg Hellström Wallin Ekström Björk Norén Forsberg Engström Dahlgren Hedlund`),
    streets: words('Storgatan Kungsgatan Drottninggatan Vasagatan Sveavägen Götgatan Ringvägen Björkvägen Södergatan'),
    towns: [
      ['Stockholm', '111 20'],
      ['Solna', '169 51'],
      ['Göteborg', '411 05'],
      ['Malmö', '211 22'],
      ['Uppsala', '753 20'],
      ['Örebro', '702 11'],
    ],
    phonePrefix: '+467017406',
    phoneDigits: 2,
    currency: 'SEK',
    payPeriod: 'MONTH',
    payStep: 100,
    taxCodes: ['29', '30', '31', '32', '33', '34'],
  },
  HU: {
    language: 'hu',
    firstNames: words(`
      Ágnes Éva Erzsébet Ildikó Katalin Mária Zsuzsanna Anikó Tímea Eszter Réka Boglárka Dóra Flóra Kinga Lilla Nóra
      Orsolya Petra Virág László István József János Zoltán Sándor Gábor Attila Péter Tamás Balázs Csaba Dénes Ferenc
      György Győző Jenő Máté Miklós Ödön Örs Szilárd Ákos Áron Bence Levente`),
    lastNames: words(`
      Nagy Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh Farkas Balogh Papp Takács Juhász Lakatos Mészáros Oláh
      Simon Rácz Fekete Szilágyi Török Fehér Gál Szűcs Kőszegi Erdős Fülöp Győri Bartók Csőke Pálfi Zsigmond Ördög`),
    streets: [
      'Kossuth Lajos utca',
      'Petőfi utca',
      'Rákóczi út',
      'Széchenyi tér',
      'Dózsa György út',
      'Arany János utca',
    ],
    towns: [
      ['Budapest', '1051'],
      ['Budapest', '1117'],
      ['Győr', '9021'],
      ['Szeged', '6720'],
      ['Debrecen', '4024'],
      ['Kőszeg', '9730'],
    ],
    phonePrefix: '+36205550',
    phoneDigits: 3,
    currency: 'HUF',
    payPeriod: 'MONTH',
    payStep: 1000,
    taxCodes: ['SZJA-15', 'SZJA-25A', 'SZJA-CSK'],
  },
  GB: {
    language: 'en',
    firstNames: words(`
      Olivia Amelia Isla Ava Ivy Freya Lily Florence Sophie Chloë Zoë Siân Niamh Aoife Eilidh Priya Aisha Fatima Grace
      Harriet Oliver George Arthur Noah Muhammad Leo Oscar Harry Jack Thomas Callum Rhys Owain Seán Hamish Rory Angus
      Imran Kwame Daniel Samuel Edward Henry`),
    lastNames: words(`
      Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts
      Green Hall Wood Jackson Clarke Khan Hughes Edwards Hill Cooper Ward Turner O’Brien O’Connor McKenzie MacLeod
      Begum Ahmed Lloyd-Jones Bennett`),
    streets: words('High·Street Station·Road Church·Lane Victoria·Road Park·Avenue Mill·Lane Queen·Street').map(
      (each) => each.replace('·', ' '),
    ),
    towns: [
      ['London', 'EC1A 1BB'],
      ['London', 'SE1 9SG'],
      ['Manchester', 'M1 1AE'],
      ['Leeds', 'LS1 4DY'],
      ['Cardiff', 'CF10 1EP'],
      ['Edinburgh', 'EH1 1YZ'],
    ],
    phonePrefix: '+447700900',
    phoneDigits: 3,
    currency: 'GBP',
    payPeriod: 'YEAR',
    payStep: 100,
    taxCodes: ['1257L', '1257M', '1257N'],
  },
};
