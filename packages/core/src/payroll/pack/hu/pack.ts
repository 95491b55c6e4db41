import { calendarDate } from '../../../date/calendar-date.ts';
import type { AccumulatorDefinition, CountryPack, FactDefinition } from '../../rule/definition.ts';
import { words } from '../../rule/words.ts';
import { hungarianComponents } from './component.ts';
import { HU_PARAMETERS, HU_TABLES, HU_YEARS } from './figure.ts';

const count = (name: string, meaning: string, unit: string, to: number): FactDefinition => ({
  name,
  meaning,
  unit,
  type: 'number',
  default: '0',
  from: 0,
  to,
});

const yes = (name: string, meaning: string): FactDefinition => ({
  name,
  meaning,
  unit: 'true or false',
  type: 'boolean',
  default: 'false',
});

const FACTS: readonly FactDefinition[] = [
  count('children', 'Children for whom family allowance is claimed here.', 'children', 30),
  count(
    'dependants',
    'All dependants, which decides the amount for each child; left out, the children.',
    'persons',
    30,
  ),
  yes('under25', 'Whether the person is under 25, or turns 25 in this month.'),
  {
    name: 'motherExemption',
    meaning: 'The exemption that a mother has declared; each frees the whole of her pay from income tax.',
    unit: 'NONE, UNDER_30, TWO_CHILDREN, THREE_CHILDREN or FOUR_CHILDREN',
    type: 'text',
    default: 'NONE',
    choices: ['NONE', 'UNDER_30', 'TWO_CHILDREN', 'THREE_CHILDREN', 'FOUR_CHILDREN'],
  },
  yes('personalAllowance', 'Whether the person has the allowance for a severe illness or disability.'),
  yes('firstMarriage', 'Whether the person claims the allowance of the first 24 months of a first marriage.'),
  count('homeOfficeDays', 'Working days of the month worked from home, by contract.', 'days', 31),
  count('workingDays', 'Working days of the month; left out, those of the calendar.', 'days', 31),
  yes('fullMonth', 'Whether a whole month of full time is paid, so that the minimum wage can be compared.'),
  yes('skilled', 'Whether the work needs at least secondary schooling: the guaranteed minimum counts.'),
];

const ACCUMULATORS: readonly AccumulatorDefinition[] = [
  { code: 'income', meaning: 'Pay that is wage.', adds: 'base.income' },
  { code: 'taxBase', meaning: 'Pay that was taxed.', adds: 'BASE_BEFORE_FAMILY - FAMILY_ALLOWANCE' },
  { code: 'incomeTax', meaning: 'Personal income tax.', adds: 'INCOME_TAX' },
  { code: 'socialSecurity', meaning: 'Social security of the employee.', adds: 'SOCIAL_SECURITY' },
  { code: 'socialContribution', meaning: 'Social contribution tax of the employer.', adds: 'SOCIAL_CONTRIBUTION' },
  {
    code: 'exempt',
    meaning: 'Pay freed from income tax for mothers and under 25.',
    adds: 'MOTHER_EXEMPTION + UNDER_25_EXEMPTION',
  },
  { code: 'familyAllowance', meaning: 'Family allowance used against the tax base.', adds: 'FAMILY_ALLOWANCE' },
  { code: 'familyRelief', meaning: 'Family relief used against social security.', adds: 'FAMILY_RELIEF' },
  { code: 'homeOffice', meaning: 'Home-office allowance.', adds: 'HOME_OFFICE_ALLOWANCE' },
];

/** Hungary 2026: personal income tax, social security, social contribution tax. README.md says what is in it. */
export const HU_PACK: CountryPack = {
  code: 'HU',
  currency: 'HUF',
  minorUnit: 0,
  years: HU_YEARS,
  frequencies: { MONTHLY: Array.from({ length: 12 }, (_, index) => index + 1) },
  facts: FACTS,
  bases: [{ name: 'income', meaning: 'Pay that is wage: for tax, social security and contribution.' }],
  parameters: HU_PARAMETERS,
  tables: HU_TABLES,
  components: hungarianComponents(calendarDate('2026-01-01')),
  accumulators: ACCUMULATORS,
  notices: [
    {
      code: 'BELOW_MINIMUM_WAGE',
      message: words(
        'A full month is paid with less than the minimum wage, or the guaranteed minimum for skilled work.',
        'En hel månad betalas med mindre än minimilönen, eller den garanterade för kvalificerat arbete.',
        'Ein voller Monat wird unter dem Mindestlohn bezahlt, oder dem garantierten für Facharbeit.',
        'A teljes hónapra a minimálbérnél, szakképzettséghez kötött munkánál a garantált bérminimumnál kevesebb jut.',
        'Poln mesec je plačan manj od minimalne plače ali zajamčene plače za kvalificirano delo.',
      ),
      when: 'fact.fullMonth and SALARY < if(fact.skilled, rate.guaranteedWage, rate.minimumWage)',
    },
  ],
  natives: [],
};
