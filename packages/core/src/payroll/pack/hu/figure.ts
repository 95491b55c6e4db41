import { calendarDate } from '../../../date/calendar-date.ts';
import type { PackYear, ParameterDefinition, Source, TableDefinition } from '../../rule/definition.ts';

const FROM = calendarDate('2026-01-01');

/** Tax years are calendar years. */
export const HU_YEARS: readonly PackYear[] = [{ name: '2026', from: FROM, until: calendarDate('2026-12-31') }];

const SOURCES = {
  rates: {
    title: 'Artia: Személyi jövedelemadó, újdonságok 2026-ban',
    url: 'https://www.artia.hu/adózás/szja',
    publishedOn: '2026',
  },
  payroll: {
    title: 'RSM Hungary: Bérszámfejtés 2026',
    url: 'https://www.rsm.hu/blog/berszamfejtes/berszamfejtes-2026-berszamfejtes-tb-valtozasok',
    publishedOn: '2026',
  },
  contribution: {
    title: 'Consultatio: Adó- és TB-változások 2026',
    url: 'https://www.consultatiobp.hu/hirek/detail/ado-es-tb-valtozasok-2026',
    publishedOn: '2026',
  },
  rate: {
    title: 'WTBér: Szja mértéke 2026-ban',
    url: 'https://wtber.hu/szja-merteke-ennyi-szemelyi-jovedelemadot-fizetunk-2026-ban',
    publishedOn: '2026',
  },
  personal: {
    title: 'Economx, after Hóvége: A személyi kedvezmény 2026-ban',
    url: 'https://www.economx.hu/magyar-gazdasag/nav-szemelyi-kedvezmeny-adobevallas-jovairas-szja.822037.html',
    publishedOn: '2026-01-08',
  },
  marriage: {
    title: 'Pénzbiztos: Első házasok kedvezménye',
    url: 'https://penzbiztos.hu/elso-hazasok-kedvezmenye',
    publishedOn: null,
  },
  marriageToo: {
    title: 'Profitline, after the tax authority: Első házasok kedvezménye',
    url: 'https://profitline.hu/Elso-hazasok-kedvezmenye-2021-415509',
    publishedOn: '2021',
  },
  calculator: {
    title: 'Matek megoldások: Bérkalkulátor 2026',
    url: 'https://matekmegoldasok.hu',
    publishedOn: '2026',
  },
  salaries: {
    title: 'Fizetesek.com: Családi kedvezmény 2026',
    url: 'https://www.fizetesek.com/blog/csaladi-kedvezmeny-2026',
    publishedOn: '2025-12-15',
  },
  minimum: {
    title: 'i-TaxSolution: Minimálbér és garantált bérminimum 2026-ban, after 426/2025. (XII. 23.) Korm. rendelet',
    url: 'https://www.itaxsolution.hu/minimalber-es-garantalt-berminimum-2026-trendek-szamok-hatasok',
    publishedOn: null,
  },
  minimumAgreed: {
    title: 'Kontroll Office: Minimálbér emelés 2026',
    url: 'https://www.kontrolloffice.hu/l/minimalber-emeles-2026',
    publishedOn: '2025-12-08',
  },
  under25: {
    title: 'Nemzeti Adó- és Vámhivatal: 25 év alatti fiatalok kedvezménye',
    url: 'https://nav.gov.hu/ado/szja/25-ev-alatti-fiatalok-kedvezmenye',
    publishedOn: null,
  },
  order: {
    title: 'CSCS Tax: Kedvezmények (szja, családi adó és járulék)',
    url: 'https://www.cscstax.hu/l/kedvezmenyek-szja-csaladi-ado-es-jarulek',
    publishedOn: '2026-01-12',
  },
  family: {
    title: 'Bors: Új családi kedvezmények, pénzügyi érdekességek',
    url: 'https://www.borsonline.hu/bezzeganya/2026/02/ujev-uj-csaladi-kedvezmenyek-penzugyi-erdekessegek',
    publishedOn: '2026-02-19',
  },
  familyRelief: {
    title: 'Bors: Családi adó- és járulékkedvezmény 2026',
    url: 'https://www.borsonline.hu/toptipp/2026/01/csaladi-ado-es-jarulekkedvezmeny-2026',
    publishedOn: '2026-01-13',
  },
  homeOffice: {
    title: 'Magyar Nemzet: Távmunka vagy home office',
    url: 'https://magyarnemzet.hu/gazdasag/2026/01/tavmunka-vagy-home-office-nagyon-nem-mindegy-az-elszamolhato-koltsegek-szempontjabol',
    publishedOn: '2026-01-13',
  },
  homeOfficeDays: {
    title: 'Piac és Profit, after the tax authority: Hogyan lehet elszámolni a távmunka költségeit?',
    url: 'https://piacesprofit.hu/cikkek/kkv_cegblog/hogyan-lehet-elszamolni-a-tavmunka-koltsegeit.html',
    publishedOn: '2021',
  },
  holidays: {
    title: 'Origo: Munkaszüneti napok 2026',
    url: 'https://www.origo.hu/itthon/2026/01/munkaszuneti-napok-2026-lista',
    publishedOn: '2026-01-03',
  },
  holidaysToo: {
    title: 'BAON, after Magyar Közlöny 2025/51: munkaszüneti napok 2026',
    url: 'https://www.baon.hu/helyi-kozelet/2025/10/munkaszuneti-napok-ledolgozos-nap-pihenonap',
    publishedOn: '2025-10-07',
  },
} as const satisfies Record<string, Source>;

const figure = (
  name: string,
  meaning: string,
  unit: string,
  value: string,
  ...sources: readonly Source[]
): ParameterDefinition => ({ name, meaning, unit, versions: [{ from: FROM, value, sources }] });

export const HU_PARAMETERS: readonly ParameterDefinition[] = [
  figure('incomeTax', 'Personal income tax.', 'part of 1', '0.15', SOURCES.rates, SOURCES.rate),
  figure('socialSecurity', 'Social security of the employee.', 'part of 1', '0.185', SOURCES.rates, SOURCES.calculator),
  figure(
    'socialContribution',
    'Social contribution tax of the employer.',
    'part of 1',
    '0.13',
    SOURCES.rates,
    SOURCES.contribution,
  ),
  figure('minimumWage', 'Minimum wage a month, full time.', 'HUF', '322800', SOURCES.minimum, SOURCES.minimumAgreed),
  figure(
    'guaranteedWage',
    'Guaranteed minimum a month for skilled work, full time.',
    'HUF',
    '373200',
    SOURCES.minimum,
    SOURCES.minimumAgreed,
  ),
  figure(
    'under25Limit',
    'Pay a month that is free of income tax under 25.',
    'HUF',
    '715765',
    SOURCES.under25,
    SOURCES.payroll,
  ),
  figure(
    'personalAllowance',
    'Allowance a month for a severe illness or disability: a third of the minimum wage.',
    'HUF',
    '107600',
    SOURCES.personal,
    SOURCES.order,
  ),
  figure(
    'firstMarriage',
    'Allowance a month in the 24 months after a first marriage, for both together.',
    'HUF',
    '33335',
    SOURCES.marriage,
    SOURCES.marriageToo,
  ),
  figure(
    'homeOfficePart',
    'Part of the minimum wage that is free as a flat allowance for remote work.',
    'part of 1',
    '0.1',
    SOURCES.homeOffice,
    SOURCES.homeOfficeDays,
  ),
  figure(
    'familyRelief',
    'Part of the unused family allowance that lowers social security.',
    'part of 1',
    '0.15',
    SOURCES.calculator,
    SOURCES.familyRelief,
  ),
];

/** January to December 2026. */
const WORKING_DAYS = [21, 20, 22, 20, 19, 22, 23, 20, 22, 21, 21, 22] as const;

export const HU_TABLES: readonly TableDefinition[] = [
  {
    name: 'familyAllowance',
    meaning: 'Family allowance a month for each child, by the number of dependants; 3 is three or more.',
    versions: [
      {
        from: FROM,
        columns: { amount: 'number' },
        rows: { '0': ['0'], '1': ['133340'], '2': ['266660'], '3': ['440000'] },
        sources: [SOURCES.salaries, SOURCES.family, SOURCES.rates],
      },
    ],
  },
  {
    name: 'workingDays',
    meaning:
      'Working days of a month: Mondays to Fridays that are no holiday or bridging day, and the Saturdays worked for those.',
    versions: [
      {
        from: FROM,
        columns: { days: 'number' },
        rows: Object.fromEntries(WORKING_DAYS.map((days, index) => [String(index + 1), [String(days)]])),
        sources: [SOURCES.holidays, SOURCES.holidaysToo],
      },
    ],
  },
];
