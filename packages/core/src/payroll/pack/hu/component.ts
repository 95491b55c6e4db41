import type { CalendarDate } from '../../../date/calendar-date.ts';
import type { ComponentDefinition } from '../../rule/definition.ts';
import { step } from '../../rule/step.ts';
import { words } from '../../rule/words.ts';

const FORINT = { mode: 'HALF_UP', unit: '1' } as const;

/** What is paid, taken and owed, in the order in which the law lets allowances lower the tax base. */
export function hungarianComponents(from: CalendarDate): readonly ComponentDefinition[] {
  return [...pay(from), ...exemptions(from), ...family(from), ...owed(from)];
}

function pay(from: CalendarDate): readonly ComponentDefinition[] {
  const versions = [{ from }];
  const earned = { kind: 'EARNING', isGiven: true, feeds: { income: 'ADD' }, versions } as const;
  return [
    { ...earned, code: 'SALARY', name: words('Salary', 'Lön', 'Gehalt', 'Alapbér', 'Plača') },
    { ...earned, code: 'OVERTIME', name: words('Overtime', 'Övertid', 'Überstunden', 'Túlóra', 'Nadure') },
    { ...earned, code: 'BONUS', name: words('Bonus', 'Bonus', 'Prämie', 'Jutalom', 'Nagrada') },
    { ...earned, code: 'ALLOWANCE', name: words('Wage supplement', 'Lönetillägg', 'Zuschlag', 'Bérpótlék', 'Dodatek') },
    {
      ...earned,
      code: 'ADJUSTMENT',
      maySubtract: true,
      name: words('Adjustment of pay', 'Lönejustering', 'Gehaltskorrektur', 'Bérkorrekció', 'Popravek plače'),
    },
    {
      code: 'EXPENSES',
      kind: 'EARNING',
      isGiven: true,
      versions,
      name: words('Expenses', 'Utlägg', 'Auslagen', 'Költségtérítés', 'Povračilo stroškov'),
    },
    {
      code: 'OTHER_DEDUCTION',
      kind: 'DEDUCTION',
      isGiven: true,
      versions,
      name: words('Other deduction', 'Övrigt avdrag', 'Sonstiger Abzug', 'Egyéb levonás', 'Drug odtegljaj'),
    },
    ...homeOffice(from),
  ];
}

/** Free up to a tenth of the minimum wage, by the days worked from home; what is above is wage. */
function homeOffice(from: CalendarDate): readonly ComponentDefinition[] {
  return [
    step(
      from,
      'HOME_OFFICE_LIMIT',
      `rate.minimumWage * rate.homeOfficePart
* min(1, fact.homeOfficeDays / if(fact.workingDays > 0, fact.workingDays, lookup('workingDays', pay.period, 'days')))`,
      FORINT,
    ),
    {
      code: 'HOME_OFFICE_ALLOWANCE',
      kind: 'EARNING',
      isGiven: true,
      name: words(
        'Home-office allowance',
        'Hemmakontorsersättning',
        'Homeoffice-Pauschale',
        'Távmunka-költségtérítés',
        'Nadomestilo za delo od doma',
      ),
      versions: [{ from, rule: 'if(given.HOME_OFFICE_ALLOWANCE > 0, given.HOME_OFFICE_ALLOWANCE, HOME_OFFICE_LIMIT)' }],
    },
    {
      code: 'HOME_OFFICE_TAXED',
      kind: 'INFORMATION',
      feeds: { income: 'ADD' },
      name: words(
        'Home-office allowance, taxed part',
        'Hemmakontor, skattad del',
        'Homeoffice, versteuerter Teil',
        'Távmunka-térítés, adóköteles rész',
        'Delo od doma, obdavčeni del',
      ),
      versions: [{ from, rule: 'max(0, HOME_OFFICE_ALLOWANCE - HOME_OFFICE_LIMIT)' }],
    },
  ];
}

/** Each lowers what the ones before have left. */
function exemptions(from: CalendarDate): readonly ComponentDefinition[] {
  const shown = (code: string, name: ComponentDefinition['name'], rule: string): ComponentDefinition => ({
    code,
    kind: 'INFORMATION',
    name,
    versions: [{ from, rule }],
  });
  return [
    shown(
      'MOTHER_EXEMPTION',
      words(
        'Mother’s exemption',
        'Mödrars skattefrihet',
        'Freistellung für Mütter',
        'Anyák kedvezménye',
        'Oprostitev za matere',
      ),
      "if(fact.motherExemption = 'NONE', 0, max(0, base.income))",
    ),
    shown(
      'UNDER_25_EXEMPTION',
      words(
        'Exemption under 25',
        'Skattefrihet under 25',
        'Freistellung unter 25',
        '25 év alattiak kedvezménye',
        'Oprostitev za mlajše od 25 let',
      ),
      'if(fact.under25, cap(max(0, base.income) - MOTHER_EXEMPTION, rate.under25Limit), 0)',
    ),
    shown(
      'PERSONAL_ALLOWANCE',
      words(
        'Personal allowance',
        'Personligt avdrag',
        'Persönlicher Freibetrag',
        'Személyi kedvezmény',
        'Osebna olajšava',
      ),
      'if(fact.personalAllowance, cap(max(0, base.income) - MOTHER_EXEMPTION - UNDER_25_EXEMPTION, rate.personalAllowance), 0)',
    ),
    shown(
      'FIRST_MARRIAGE_ALLOWANCE',
      words(
        'First-marriage allowance',
        'Avdrag för nygifta',
        'Freibetrag für Erstverheiratete',
        'Első házasok kedvezménye',
        'Olajšava ob prvi poroki',
      ),
      `if(fact.firstMarriage,
  cap(max(0, base.income) - MOTHER_EXEMPTION - UNDER_25_EXEMPTION - PERSONAL_ALLOWANCE, rate.firstMarriage), 0)`,
    ),
  ];
}

function family(from: CalendarDate): readonly ComponentDefinition[] {
  return [
    step(
      from,
      'FAMILY_DUE',
      "fact.children * lookup('familyAllowance', min(3, max(fact.children, fact.dependants)), 'amount')",
    ),
    step(
      from,
      'BASE_BEFORE_FAMILY',
      `max(0, base.income) - MOTHER_EXEMPTION - UNDER_25_EXEMPTION
- PERSONAL_ALLOWANCE - FIRST_MARRIAGE_ALLOWANCE`,
    ),
    {
      code: 'FAMILY_ALLOWANCE',
      kind: 'INFORMATION',
      name: words(
        'Family allowance',
        'Familjeavdrag',
        'Familienfreibetrag',
        'Családi kedvezmény',
        'Družinska olajšava',
      ),
      versions: [{ from, rule: 'cap(FAMILY_DUE, BASE_BEFORE_FAMILY)' }],
    },
    {
      code: 'FAMILY_RELIEF',
      kind: 'INFORMATION',
      name: words(
        'Family relief on social security',
        'Familjelättnad, socialavgift',
        'Familienentlastung, Sozialversicherung',
        'Családi járulékkedvezmény',
        'Družinska razbremenitev prispevka',
      ),
      versions: [
        {
          from,
          rule: 'cap((FAMILY_DUE - FAMILY_ALLOWANCE) * rate.familyRelief, SOCIAL_SECURITY_DUE)',
          rounding: FORINT,
        },
      ],
    },
  ];
}

function owed(from: CalendarDate): readonly ComponentDefinition[] {
  return [
    step(from, 'SOCIAL_SECURITY_DUE', 'max(0, base.income) * rate.socialSecurity', FORINT),
    {
      code: 'INCOME_TAX',
      kind: 'DEDUCTION',
      isAlwaysShown: true,
      name: words('Personal income tax', 'Inkomstskatt', 'Einkommensteuer', 'Személyi jövedelemadó', 'Dohodnina'),
      versions: [{ from, rule: '(BASE_BEFORE_FAMILY - FAMILY_ALLOWANCE) * rate.incomeTax', rounding: FORINT }],
    },
    {
      code: 'SOCIAL_SECURITY',
      kind: 'DEDUCTION',
      isAlwaysShown: true,
      name: words(
        'Social security',
        'Socialavgift',
        'Sozialversicherung',
        'Társadalombiztosítási járulék',
        'Prispevek za socialno varnost',
      ),
      versions: [{ from, rule: 'SOCIAL_SECURITY_DUE - FAMILY_RELIEF' }],
    },
    {
      code: 'SOCIAL_CONTRIBUTION',
      kind: 'EMPLOYER',
      isAlwaysShown: true,
      name: words(
        'Social contribution tax',
        'Arbetsgivaravgift',
        'Sozialabgabe des Arbeitgebers',
        'Szociális hozzájárulási adó',
        'Prispevek delodajalca',
      ),
      versions: [{ from, rule: 'max(0, base.income) * rate.socialContribution', rounding: FORINT }],
    },
  ];
}
