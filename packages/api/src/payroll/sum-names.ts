import type { Language } from '@kontor/core';

type Five = readonly [en: string, sv: string, de: string, hu: string, sl: string];

const order: readonly Language[] = ['en', 'sv', 'de', 'hu', 'sl'];

/** What the running sums of the country packs are called. Their codes are the packs’. */
const names: Readonly<Record<string, Five>> = {
  income: ['Income', 'Inkomst', 'Einkommen', 'Jövedelem', 'Dohodek'],
  grossPay: ['Gross pay', 'Bruttolön', 'Bruttobezüge', 'Bruttó bér', 'Bruto plača'],
  taxBase: ['Taxed pay', 'Beskattad lön', 'Versteuerte Bezüge', 'Adóalap', 'Davčna osnova'],
  taxablePay: ['Taxable pay', 'Skattepliktig lön', 'Steuerpflichtige Bezüge', 'Adóköteles bér', 'Obdavčljiva plača'],
  incomeTax: ['Income tax', 'Inkomstskatt', 'Einkommensteuer', 'Személyi jövedelemadó', 'Dohodnina'],
  socialSecurity: [
    'Social security',
    'Socialförsäkring',
    'Sozialversicherung',
    'Társadalombiztosítási járulék',
    'Socialni prispevki',
  ],
  socialContribution: [
    'Social contribution of the employer',
    'Arbetsgivarens sociala avgift',
    'Sozialbeitrag des Arbeitgebers',
    'Szociális hozzájárulási adó',
    'Prispevek delodajalca',
  ],
  exempt: ['Exempt pay', 'Skattefri lön', 'Steuerfreie Bezüge', 'Adómentes jövedelem', 'Oproščeni dohodek'],
  familyAllowance: [
    'Family allowance used',
    'Utnyttjat familjeavdrag',
    'Genutzter Familienfreibetrag',
    'Érvényesített családi kedvezmény',
    'Uveljavljena družinska olajšava',
  ],
  familyRelief: [
    'Family relief on social security',
    'Familjelättnad på socialförsäkring',
    'Familienentlastung bei der Sozialversicherung',
    'Családi járulékkedvezmény',
    'Družinska olajšava pri prispevkih',
  ],
  homeOffice: [
    'Home-office allowance',
    'Hemarbetsersättning',
    'Homeoffice-Pauschale',
    'Otthoni munkavégzés térítése',
    'Nadomestilo za delo od doma',
  ],
  niablePay: [
    'Pay for National Insurance',
    'Lön för National Insurance',
    'Bezüge für National Insurance',
    'National Insurance alapja',
    'Plača za National Insurance',
  ],
  niEmployee: [
    'National Insurance, employee',
    'National Insurance, anställd',
    'National Insurance, beschäftigte Person',
    'National Insurance, munkavállaló',
    'National Insurance, zaposleni',
  ],
  niEmployer: [
    'National Insurance, employer',
    'National Insurance, arbetsgivare',
    'National Insurance, Arbeitgeber',
    'National Insurance, munkáltató',
    'National Insurance, delodajalec',
  ],
  niAtLowerLimit: [
    'Earnings at the lower earnings limit',
    'Lön vid nedre gränsen (LEL)',
    'Verdienst an der unteren Grenze (LEL)',
    'Kereset az alsó határig (LEL)',
    'Zaslužek do spodnje meje (LEL)',
  ],
  niToPrimary: [
    'Earnings up to the primary threshold',
    'Lön till första tröskeln (PT)',
    'Verdienst bis zur ersten Schwelle (PT)',
    'Kereset az első küszöbig (PT)',
    'Zaslužek do prvega praga (PT)',
  ],
  niToUpperLimit: [
    'Earnings up to the upper earnings limit',
    'Lön till övre gränsen (UEL)',
    'Verdienst bis zur oberen Grenze (UEL)',
    'Kereset a felső határig (UEL)',
    'Zaslužek do zgornje meje (UEL)',
  ],
  studentLoan: ['Student loan', 'Studielån', 'Studiendarlehen', 'Diákhitel', 'Študentsko posojilo'],
  postgraduateLoan: [
    'Postgraduate loan',
    'Lån för forskarstudier',
    'Postgraduiertendarlehen',
    'Posztgraduális diákhitel',
    'Podiplomsko posojilo',
  ],
};

export const sumCodes: readonly string[] = Object.keys(names);

/** What a running sum is called in a language; one that a company’s own pack brings, by its code. */
export const sumName = (code: string, language: Language): string => names[code]?.[order.indexOf(language)] ?? code;

/** Whether a running sum has a name of its own. */
export const hasSumName = (code: string): boolean => code in names;
