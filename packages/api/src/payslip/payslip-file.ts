import type { Readable } from 'node:stream';
import {
  type Calculation,
  type CalendarDate,
  COUNTRY_PACKS,
  calculate,
  type Decimal,
  type Language,
  type PayEvent,
  type PayLine,
  prepareRules,
  type RuleLayer,
} from '@kontor/core';
import type { App } from '../app.ts';
import { languages } from '../entity.ts';
import { notFound } from '../errors.ts';
import { look } from '../read/look.ts';
import { Looks } from '../read/looks.ts';
import type { Viewer } from '../viewer.ts';
import type { Transaction } from '../write/operation.ts';
import type { PayslipDocument, PrintedLine } from './payslip-document.ts';
import { payslipPdf } from './payslip-pdf.ts';
import { sumName } from './sum-names.ts';

/** A payslip as it is kept, and what it was made from. */
interface KeptPayslip {
  readonly personId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly employeeNumber: string;
  readonly position: string | null;
  /** Of the person's account; null where they have none. */
  readonly language: Language | null;
  readonly company: string;
  readonly registrationNumber: string | null;
  readonly locale: string;
  readonly pack: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly payOn: CalendarDate;
  readonly taxYear: string;
  readonly currency: string;
  readonly minorUnit: number;
  readonly gross: Decimal;
  readonly net: Decimal;
  readonly employerCost: Decimal;
  readonly lines: readonly { code: string; kind: PayLine['kind']; label: string; amount: Decimal }[];
  readonly sums: readonly { code: string; amount: Decimal }[];
  readonly event: PayEvent;
  readonly layer: RuleLayer;
}

async function keptPayslip(tx: Transaction, id: string): Promise<KeptPayslip> {
  const [kept] = await tx.$queryRaw<KeptPayslip[]>`
    select e.person_id::text as "personId", e.first_name as "firstName", e.last_name as "lastName",
      e.employee_number as "employeeNumber", seat.title as position,
      (select u.language from app_user u where u.person_id = e.person_id and u.active order by u.created_at limit 1) as language,
      c.name as company, c.registration_number as "registrationNumber", c.locale, b.pack, p.starts_on::text as "from",
      p.ends_on::text as until, s.pay_on::text as "payOn", s.tax_year as "taxYear", s.currency_code as currency,
      u.minor_unit as "minorUnit", trim_scale(s.gross)::text as gross, trim_scale(s.net)::text as net,
      trim_scale(s.employer_cost)::text as "employerCost", d.event, b.layer,
      (select json_agg(json_build_object('code', l.code, 'kind', l.kind, 'label', l.label, 'amount', trim_scale(l.amount)::text)
        order by l.line_no) from payslip_line l where l.payslip_id = s.id) as lines,
      (select coalesce(json_agg(json_build_object('code', y.code, 'amount', trim_scale(y.amount)::text) order by y.code), '[]')
        from payslip_sum y where y.payslip_id = s.id) as sums
    from payslip s
    join employee e on e.id = s.employee_id
    join company c on c.id = s.company_id
    join payroll_period p on p.id = s.period_id
    join currency u on u.code = s.currency_code
    join payslip_detail d on d.payslip_id = s.id
    join pay_rule_book b on b.id = d.rule_book_id
    left join lateral (
      select t.title from assignment a join position t on t.id = a.position_id
      where a.employee_id = e.id and a.start_on <= p.ends_on and (a.end_on is null or a.end_on >= p.starts_on)
      order by a.start_on desc limit 1
    ) seat on true
    where s.id = ${id}::uuid`;
  if (!kept) throw new Error(`the payslip ${id} has nothing that it was made from`);
  return kept;
}

/** Calculates a payslip again by the rules that it was made by, to explain it; null where that is not possible any more. */
function reckonedAgain({ pack: code, layer, event }: KeptPayslip): Calculation | null {
  const pack = COUNTRY_PACKS.get(code);
  const rules = pack && prepareRules(pack, [layer]);
  if (!rules?.ok) return null;
  const result = calculate({ rules: rules.value, event, explains: true });
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

function documentOf(kept: KeptPayslip, language: Language): PayslipDocument {
  const again = reckonedAgain(kept);
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

/**
 * A payslip as a PDF, for whoever may read it: in the language asked for, else in that of the person, else in that of the
 * company. Whose pay somebody else reads is on record before it goes out. Throws NOT_FOUND alike for a payslip that the
 * viewer may not see and for one that never was.
 */
export async function payslipFile(app: App, viewer: Viewer, id: string, asked: Language | null): Promise<Readable> {
  const looks = new Looks();
  const kept = await app.prisma.$transaction(async (tx) => {
    const found = await look(tx, viewer, 'Payslip', id);
    return found && keptPayslip(tx, found.id);
  });
  if (!kept) throw notFound('payslip');
  looks.note('payslip', kept.personId);
  await looks.record(app, viewer, () => 'downloadPayslip');
  const ofCompany = languages.find((each) => kept.locale.startsWith(each));
  return payslipPdf(documentOf(kept, asked ?? kept.language ?? ofCompany ?? 'en'));
}
