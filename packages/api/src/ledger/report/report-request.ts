import type { App } from '../../app.ts';
import { badInput } from '../../errors.ts';
import { decisionsFor } from '../../policy/decide.ts';
import { asId } from '../../read/id.ts';
import type { Viewer } from '../../viewer.ts';

/** What a report is asked for. */
export interface ReportArguments {
  readonly companyId: string;
  /** First day; the first of the fiscal year of the last day, unless given. */
  readonly startsOn?: string | null | undefined;
  /** Last day: the report is as of it. */
  readonly endsOn: string;
  /** Only lines told apart by this object. */
  readonly objectId?: string | null | undefined;
}

/** A report that this viewer may have, with the days that it is about. */
export interface ReportRequest {
  readonly companyId: string;
  readonly currencyCode: string;
  readonly minorUnit: number;
  readonly yearStartsOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly objectId: string | null;
}

/** Whether this viewer reads every line of a company's books: a report adds up all of them. */
export function mayReadBooks(viewer: Viewer, companyId: string): boolean {
  const decision = decisionsFor(viewer).of('JournalLine');
  return ['debit', 'credit'].every((field) => {
    const { all } = decision.read(field);
    return all === 'every' || all.includes(companyId);
  });
}

/** The request as it is answered; null where the viewer may not read the books of such a company, or there is none. */
export async function reportRequest(
  app: App,
  viewer: Viewer,
  { companyId, startsOn, endsOn, objectId }: ReportArguments,
): Promise<ReportRequest | null> {
  if (startsOn && startsOn > endsOn) throw badInput('The last day comes after the first.');
  const id = asId(companyId);
  if (!mayReadBooks(viewer, id)) return null;
  const { rows } = await app.pool.query<{
    currencyCode: string;
    minorUnit: number | null;
    yearOfEnd: string;
    yearOfStart: string;
  }>(
    `select c.base_currency_code as "currencyCode", u.minor_unit as "minorUnit",
      (select max(starts_on)::text from fiscal_year where company_id = c.id and starts_on <= $2::date) as "yearOfEnd",
      (select max(starts_on)::text from fiscal_year where company_id = c.id and starts_on <= $3::date) as "yearOfStart"
    from company as c join currency as u on u.code = c.base_currency_code where c.id = $1::uuid`,
    [id, endsOn, startsOn ?? endsOn],
  );
  const [company] = rows;
  if (!company) return null;
  const first = startsOn ?? company.yearOfEnd ?? endsOn;
  return {
    companyId: id,
    currencyCode: company.currencyCode,
    minorUnit: company.minorUnit ?? 4,
    yearStartsOn: company.yearOfStart ?? first,
    startsOn: first,
    endsOn,
    objectId: objectId ? asId(objectId) : null,
  };
}
