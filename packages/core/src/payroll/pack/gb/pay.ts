import type { CalendarDate } from '../../../date/calendar-date.ts';
import type { ComponentDefinition } from '../../rule/definition.ts';
import { words } from '../../rule/words.ts';

/** What is paid and taken by agreement: given with the event, and what it does to tax and National Insurance. */
export function payComponents(from: CalendarDate): readonly ComponentDefinition[] {
  return [...paid(from), ...takenAndAdded(from)];
}

function paid(from: CalendarDate): readonly ComponentDefinition[] {
  const versions = [{ from }];
  const pay = { kind: 'EARNING', isGiven: true, feeds: { taxable: 'ADD', niable: 'ADD' }, versions } as const;
  return [
    { ...pay, code: 'SALARY', name: words('Salary', 'Lön', 'Gehalt', 'Alapbér', 'Plača') },
    { ...pay, code: 'OVERTIME', name: words('Overtime', 'Övertid', 'Überstunden', 'Túlóra', 'Nadure') },
    { ...pay, code: 'BONUS', name: words('Bonus', 'Bonus', 'Prämie', 'Jutalom', 'Nagrada') },
    { ...pay, code: 'COMMISSION', name: words('Commission', 'Provision', 'Provision', 'Jutalék', 'Provizija') },
    {
      ...pay,
      code: 'HOLIDAY_PAY',
      name: words('Holiday pay', 'Semesterlön', 'Urlaubsentgelt', 'Szabadságdíj', 'Nadomestilo za dopust'),
    },
    {
      ...pay,
      code: 'STATUTORY_PAY',
      name: words(
        'Statutory sick and parental pay',
        'Lagstadgad sjuk- och föräldralön',
        'Gesetzliches Kranken- und Elterngeld',
        'Törvényes táppénz és szülői díj',
        'Zakonsko nadomestilo za bolezen in starševstvo',
      ),
    },
    {
      ...pay,
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
      code: 'BENEFIT_IN_KIND',
      kind: 'INFORMATION',
      isGiven: true,
      feeds: { taxable: 'ADD', benefits: 'ADD' },
      versions,
      name: words('Payrolled benefit in kind', 'Förmån', 'Sachbezug', 'Természetbeni juttatás', 'Boniteta'),
    },
  ];
}

function takenAndAdded(from: CalendarDate): readonly ComponentDefinition[] {
  const versions = [{ from }];
  const taken = { kind: 'DEDUCTION', isGiven: true, versions } as const;
  return [
    {
      ...taken,
      code: 'PENSION_NET_PAY',
      feeds: { taxable: 'SUBTRACT' },
      name: words(
        'Pension, before tax',
        'Pension före skatt',
        'Pension vor Steuer',
        'Nyugdíj, adózás előtt',
        'Pokojnina pred davkom',
      ),
    },
    {
      ...taken,
      code: 'PENSION_SALARY_SACRIFICE',
      feeds: { taxable: 'SUBTRACT', niable: 'SUBTRACT', sacrificed: 'ADD' },
      name: words(
        'Pension, salary sacrifice',
        'Pension, löneväxling',
        'Pension, Entgeltumwandlung',
        'Nyugdíj, bérlemondás',
        'Pokojnina, odpoved plači',
      ),
    },
    {
      ...taken,
      code: 'PENSION_RELIEF_AT_SOURCE',
      name: words(
        'Pension, after tax',
        'Pension efter skatt',
        'Pension nach Steuer',
        'Nyugdíj, adózás után',
        'Pokojnina po davku',
      ),
    },
    {
      ...taken,
      code: 'PAYROLL_GIVING',
      feeds: { taxable: 'SUBTRACT' },
      name: words('Payroll giving', 'Gåva via lön', 'Spende über das Gehalt', 'Adomány a bérből', 'Donacija iz plače'),
    },
    {
      ...taken,
      code: 'OTHER_DEDUCTION',
      name: words('Other deduction', 'Övrigt avdrag', 'Sonstiger Abzug', 'Egyéb levonás', 'Drug odtegljaj'),
    },
    {
      code: 'PENSION_EMPLOYER',
      kind: 'EMPLOYER',
      isGiven: true,
      versions,
      name: words(
        'Pension, employer',
        'Pension, arbetsgivare',
        'Pension, Arbeitgeber',
        'Nyugdíj, munkáltató',
        'Pokojnina, delodajalec',
      ),
    },
  ];
}
