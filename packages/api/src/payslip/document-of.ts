import { type Calculation, COUNTRY_PACKS, calculate, type Language, prepareRules, type RuleBook } from '@kontor/core';
import { languages } from '../entity.ts';
import { sumName } from '../payroll/index.ts';
import type { KeptPayslip } from './kept-payslip.ts';
import type { PayslipDocument, PrintedLine } from './payslip-document.ts';

/** Rules that were read and checked, by their book: those of thousands of payslips are the same. Null: not any more. */
export type ReadBooks = Map<string, RuleBook | null>;

function rulesOf({ ruleBookId, pack: code, layer }: KeptPayslip, books: ReadBooks): RuleBook | null {
  const known = books.get(ruleBookId);
  if (known !== undefined) return known;
  const pack = COUNTRY_PACKS.get(code);
  const rules = pack && prepareRules(pack, [layer]);
  const found = rules?.ok ? rules.value : null;
  books.set(ruleBookId, found);
  return found;
}

/** Calculates a payslip again by the rules that it was made by, to explain it; null where that is not possible any more. */
function reckonedAgain(kept: KeptPayslip, books: ReadBooks): Calculation | null {
  const rules = rulesOf(kept, books);
  if (!rules) return null;
  const result = calculate({ rules, event: kept.event, explains: true });
  return result.ok ? result.value : null;
}

type Five = Readonly<Record<Language, string>>;

/** Facts that stand in the heading, where the rules of the country know them. */
const FACTS: Readonly<Record<string, Five>> = {
  taxCode: { en: 'Tax code', sv: 'Skattekod', de: 'Steuercode', hu: 'Adókód', sl: 'Davčna koda' },
  niCategory: {
    en: 'National Insurance category',
    sv: 'Kategori för National Insurance',
    de: 'Kategorie der National Insurance',
    hu: 'National Insurance kategória',
    sl: 'Kategorija National Insurance',
  },
};

/** Days and amounts as the company writes them, where it speaks the language; else as the language does. */
const localeOf = (language: Language, locale: string): string =>
  locale.startsWith(`${language}-`) ? locale : language;

/**
 * Makes the document out of a payslip that is kept: in the language asked for, else in that of the person, else in that of
 * the company.
 */
export function documentOf(kept: KeptPayslip, asked: Language | null, books: ReadBooks = new Map()): PayslipDocument {
  const ofCompany = languages.find((each) => kept.locale.startsWith(each));
  const language = asked ?? kept.language ?? ofCompany ?? 'en';
  const again = reckonedAgain(kept, books);
  const lines = kept.lines.map(({ code, kind, label, amount }): PrintedLine => {
    const found = again?.lines.find((line) => line.code === code);
    // What was paid is what is printed; an explanation that comes to something else would explain nothing.
    const explanation = found?.amount === amount ? found.explanation : undefined;
    return { code, kind, name: found?.name[language] ?? label, amount, ...(explanation && { explanation }) };
  });
  return {
    language,
    locale: localeOf(language, kept.locale),
    company: { name: kept.company, registrationNumber: kept.registrationNumber },
    person: {
      name: `${kept.firstName} ${kept.lastName}`,
      employeeNumber: kept.employeeNumber,
      position: kept.position,
    },
    period: { from: kept.from, until: kept.until },
    payOn: kept.payOn,
    taxYear: kept.taxYear,
    currency: kept.currency,
    minorUnit: kept.minorUnit,
    lines,
    gross: kept.gross,
    net: kept.net,
    employerCost: kept.employerCost,
    yearToDate: kept.sums.map(({ code, amount }) => ({ name: sumName(code, language), amount })),
    notices: again?.notices.map(({ message }) => message[language]) ?? [],
    facts: Object.entries(FACTS).flatMap(([name, label]) => {
      const value = kept.event.facts?.[name];
      return value === undefined || value === null ? [] : [{ label: label[language], value: String(value) }];
    }),
  };
}
