import type { CalendarDate } from '../../../date/calendar-date.ts';
import type { ComponentDefinition } from '../../rule/definition.ts';
import { step } from '../../rule/step.ts';
import { words } from '../../rule/words.ts';

const threshold = (name: string, frequency: string): string => `lookup('niThresholds', ${frequency}, '${name}')`;
const rate = (name: string): string => `lookup('niRates', fact.niCategory, '${name}')`;
/** As regulation 12(1) has it, by way of HMRC's guidance: three decimals, then a half down. */
const penny = (amount: string): string => `round(${amount}, 'CUT_HALF_DOWN', 0.01)`;

/**
 * Class 1 National Insurance by the exact percentage method, and student loans, which are taken
 * from the same pay. A director's year is one earnings period, shortened for those appointed in it.
 */
export function insuranceComponents(from: CalendarDate): readonly ComponentDefinition[] {
  /** Of a director a part of the year's, rounded up to a pound; of others the period's as published. */
  const limit = (code: string, name: string): ComponentDefinition =>
    step(
      from,
      code,
      `if(NI_IS_ANNUAL,
  round(${threshold(name, "'ANNUAL'")} * fact.directorWeeks / 52, 'CEILING', 1),
  ${threshold(name, 'pay.frequency')})`,
    );
  return [
    step(
      from,
      'NI_IS_ANNUAL',
      "fact.director = 'ANNUAL' or (fact.director = 'ALTERNATIVE' and fact.directorFinalPayment)",
    ),
    step(from, 'NI_EARNINGS', 'max(0, base.niable + if(NI_IS_ANNUAL, ytd.niablePay, 0))'),
    limit('NI_LOWER_EARNINGS', 'lowerEarnings'),
    limit('NI_SECONDARY', 'secondary'),
    limit('NI_PRIMARY', 'primary'),
    limit('NI_UPPER_SECONDARY', 'upperSecondary'),
    limit('NI_UPPER_EARNINGS', 'upperEarnings'),
    step(from, 'NI_ABOVE', 'max(0, NI_EARNINGS - NI_UPPER_EARNINGS)'),
    step(
      from,
      'NI_EMPLOYEE_DUE',
      `${penny(`max(0, min(NI_EARNINGS, NI_UPPER_EARNINGS) - NI_PRIMARY) * ${rate('employeeMain')}`)}
+ ${penny(`NI_ABOVE * ${rate('employeeAbove')}`)}`,
    ),
    // The two bands below the upper earnings limit are rounded together, the one above for itself.
    step(
      from,
      'NI_EMPLOYER_DUE',
      `${penny(`max(0, min(NI_EARNINGS, NI_UPPER_SECONDARY) - NI_SECONDARY) * ${rate('employerToUpperSecondary')}
  + max(0, min(NI_EARNINGS, NI_UPPER_EARNINGS) - NI_UPPER_SECONDARY) * ${rate('employerToUpperEarnings')}`)}
+ ${penny(`NI_ABOVE * ${rate('employerAbove')}`)}`,
    ),
    {
      code: 'NI_EMPLOYEE',
      kind: 'DEDUCTION',
      isAlwaysShown: true,
      name: words(
        'National Insurance',
        'Socialförsäkring (NI)',
        'Sozialversicherung (NI)',
        'Társadalombiztosítás (NI)',
        'Socialno zavarovanje (NI)',
      ),
      versions: [{ from, rule: 'NI_EMPLOYEE_DUE - if(NI_IS_ANNUAL, ytd.niEmployee, 0)' }],
    },
    {
      code: 'NI_EMPLOYER',
      kind: 'EMPLOYER',
      isAlwaysShown: true,
      name: words(
        'National Insurance, employer',
        'Socialförsäkring (NI), arbetsgivare',
        'Sozialversicherung (NI), Arbeitgeber',
        'Társadalombiztosítás (NI), munkáltató',
        'Socialno zavarovanje (NI), delodajalec',
      ),
      versions: [{ from, rule: 'NI_EMPLOYER_DUE - if(NI_IS_ANNUAL, ytd.niEmployer, 0)' }],
    },
    ...reportedEarnings(from),
    ...loanComponents(from),
  ];
}

/** The earnings that are reported by band. Below the lower earnings limit nothing is recorded. */
function reportedEarnings(from: CalendarDate): readonly ComponentDefinition[] {
  const band = (code: string, rule: string, sofar: string, name: ComponentDefinition['name']): ComponentDefinition => ({
    code,
    kind: 'INFORMATION',
    name,
    versions: [
      {
        from,
        rule: `if(NI_EARNINGS >= NI_LOWER_EARNINGS and fact.niCategory <> 'X', ${rule}, 0) - if(NI_IS_ANNUAL, ${sofar}, 0)`,
      },
    ],
  });
  return [
    band(
      'NI_EARNINGS_AT_LOWER_LIMIT',
      'NI_LOWER_EARNINGS',
      'ytd.niAtLowerLimit',
      words(
        'Earnings at the lower limit',
        'Lön vid nedre gränsen',
        'Entgelt an der unteren Grenze',
        'Jövedelem az alsó határon',
        'Zaslužek na spodnji meji',
      ),
    ),
    band(
      'NI_EARNINGS_TO_PRIMARY',
      'min(NI_EARNINGS, NI_PRIMARY) - NI_LOWER_EARNINGS',
      'ytd.niToPrimary',
      words(
        'Earnings up to the primary threshold',
        'Lön till primärgränsen',
        'Entgelt bis zur Primärgrenze',
        'Jövedelem az elsődleges határig',
        'Zaslužek do primarnega praga',
      ),
    ),
    band(
      'NI_EARNINGS_TO_UPPER_LIMIT',
      'max(0, min(NI_EARNINGS, NI_UPPER_EARNINGS) - NI_PRIMARY)',
      'ytd.niToUpperLimit',
      words(
        'Earnings up to the upper limit',
        'Lön till övre gränsen',
        'Entgelt bis zur oberen Grenze',
        'Jövedelem a felső határig',
        'Zaslužek do zgornje meje',
      ),
    ),
  ];
}

/** Deductions look at the period alone and are in whole pounds, rounded down. */
function loanComponents(from: CalendarDate): readonly ComponentDefinition[] {
  const yearly = (key: string): string => `lookup('studentLoans', ${key}, 'threshold')`;
  const loan = (key: string): string =>
    `round(max(0, base.niable - if(pay.frequency = 'ANNUAL', ${yearly(key)},
  TAX_SPAN * round(${yearly(key)} / TAX_PARTS, 'DOWN', 0.01)))
  * lookup('studentLoans', ${key}, 'rate'), 'DOWN', 1)`;
  return [
    {
      code: 'STUDENT_LOAN',
      kind: 'DEDUCTION',
      name: words('Student loan', 'Studielån', 'Studienkredit', 'Diákhitel', 'Študentsko posojilo'),
      versions: [{ from, rule: `if(fact.studentLoanPlan = 'NONE', 0, ${loan('fact.studentLoanPlan')})` }],
    },
    {
      code: 'POSTGRADUATE_LOAN',
      kind: 'DEDUCTION',
      name: words(
        'Postgraduate loan',
        'Studielån, forskarstudier',
        'Kredit für Aufbaustudium',
        'Posztgraduális diákhitel',
        'Posojilo za podiplomski študij',
      ),
      versions: [{ from, rule: `if(fact.postgraduateLoan, ${loan("'POSTGRADUATE'")}, 0)` }],
    },
  ];
}
