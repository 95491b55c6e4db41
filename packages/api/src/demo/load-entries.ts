/** Entries in bulk, straight into the tables and in one transaction: what is killed half-way leaves nothing. */
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { withClient } from '../database/index.ts';
import { withoutUpkeep } from './without-upkeep.ts';

export const linesOfEntry = 4;
const entriesAtOnce = 50_000;

interface Load {
  readonly companyId: string;
  readonly entries: number;
}

/** Days that take entries, counted from 0, and the entry that is the first of each fiscal year with its number. */
const ground = [
  `create temp table seed_day on commit drop as
   select row_number() over (order by d.day) - 1 as at, d.day::date as day, p.id as period_id, p.fiscal_year_id
   from fiscal_period p cross join lateral generate_series(p.starts_on, p.ends_on, '1 day') as d (day)
   where p.company_id = $1 and p.status = 'OPEN'`,
  `create temp table seed_year on commit drop as
   select y.fiscal_year_id, ceil(y.at::numeric * $2 / y.days)::bigint as first, coalesce(s.next, 1) as number, y.journal_id
   from (
     select d.fiscal_year_id, min(d.at) as at, (select count(*) from seed_day) as days,
       (select id from journal where company_id = $1 and kind = 'GENERAL' and active order by code limit 1) as journal_id
     from seed_day d group by d.fiscal_year_id
   ) y left join number_series s on s.journal_id = y.journal_id and s.fiscal_year_id = y.fiscal_year_id`,
  `insert into dimension_set (company_id, name, objects_hash)
   select o.company_id, d.code || ':' || o.code, sha256(convert_to(o.id::text, 'UTF8'))
   from dimension_object o join dimension d on d.id = o.dimension_id where o.company_id = $1 and d.kind = 'PROJECT'
   on conflict do nothing`,
  `insert into dimension_set_member (company_id, dimension_set_id, dimension_id, object_id)
   select o.company_id, s.id, o.dimension_id, o.id from dimension_object o
   join dimension_set s on s.company_id = o.company_id and s.objects_hash = sha256(convert_to(o.id::text, 'UTF8'))
   where o.company_id = $1 and not exists (select from dimension_set_member m where m.dimension_set_id = s.id)`,
  `create temp table seed_account on commit drop as
   select array_agg(id order by code) filter (where type = 'INCOME') as income,
     array_agg(id order by code) filter (where type = 'EXPENSE') as expense,
     (array_agg(id order by code <> '1930', code) filter (where cash_flow = 'CASH'))[1] as bank,
     (array_agg(id order by code <> '2650', code) filter (where type = 'LIABILITY'))[1] as tax,
     coalesce((select array_agg(s.id order by s.name) from dimension_set s where s.company_id = $1), '{}') as sets,
     (select base_currency_code from company where id = $1) as currency
   from account where company_id = $1 and active and postable and control is null and currency_code is null`,
] as const;

/**
 * Entries from number $2 up to $3 of $4, in the order of their days, with their lines. Amounts come from the number alone:
 * in hundredths, a net in two parts and a quarter of it as tax. Ids sort as entries do; $5 tells one load from another.
 */
const chunk = `
  with planned as materialized (
    select k, d.*, y.journal_id, y.number + k - y.first as number, k % 3 = 0 as sale, h,
      100 + h % 900000 as one, 100 + (h >> 20) % 400000 as two,
      lpad(to_hex((extract(epoch from d.day)::bigint + 28800) * 1000), 12, '0') || '7' || left($5::text, 3) || '8' || right($5::text, 5)
        || lpad(to_hex(k), 8, '0') as head
    from generate_series($2::bigint, $3::bigint - 1) as k
    cross join lateral (select hashint8extended(k, 7) & 4611686018427387903 as h) as hash
    join seed_day d on d.at = k * (select count(*) from seed_day) / $4::bigint
    join seed_year y on y.fiscal_year_id = d.fiscal_year_id
  ), entries as (
    insert into journal_entry (id, company_id, journal_id, fiscal_year_id, period_id, number, posting_on, text, idempotency_key,
      request_hash, posted_at)
    select (head || '00')::uuid, $1::uuid, journal_id, fiscal_year_id, period_id, number, day,
      case when sale then 'Sale ' else 'Purchase ' end || k, 'seed ' || $5 || ' ' || k, sha256(int8send(k)),
      day + interval '8 hours'
    from planned
  )
  insert into journal_line (id, company_id, entry_id, line_no, account_id, period_id, posting_on, currency_code, amount, rate,
    debit, credit, dimension_set_id)
  select (head || '0' || l.no)::uuid, $1::uuid, (head || '00')::uuid, l.no, l.account_id, p.period_id, p.day, a.currency,
    l.hundredths * 0.01, 1, greatest(l.hundredths, 0) * 0.01, greatest(-l.hundredths, 0) * 0.01, l.set_id
  from planned p
  cross join seed_account a
  cross join lateral (select one + two + (one + two) / 4 as gross, (one + two) / 4 as tax,
    a.sets[1 + h % cardinality(a.sets)] as set_one, a.sets[1 + (h >> 9) % cardinality(a.sets)] as set_two,
    a.income[1 + h % cardinality(a.income)] as income_one, a.income[1 + (h >> 12) % cardinality(a.income)] as income_two,
    a.expense[1 + h % cardinality(a.expense)] as expense_one, a.expense[1 + (h >> 12) % cardinality(a.expense)] as expense_two) x
  cross join lateral (values
    (1, case when sale then a.bank else x.expense_one end, case when sale then x.gross else one end, case when not sale then x.set_one end),
    (2, case when sale then x.income_one else x.expense_two end, case when sale then -one else two end, case when sale then x.set_one else x.set_two end),
    (3, case when sale then x.income_two else a.tax end, case when sale then -two else x.tax end, case when sale then x.set_two end),
    (4, case when sale then a.tax else a.bank end, case when sale then -x.tax else -x.gross end, null::uuid)
  ) as l (no, account_id, hundredths, set_id)
  order by k, l.no`;

const numberSeries = `
  insert into number_series (company_id, journal_id, fiscal_year_id, next)
  select $1::uuid, journal_id, fiscal_year_id, max(number) + 1 from journal_entry
  where company_id = $1::uuid and (journal_id, fiscal_year_id) in (select journal_id, fiscal_year_id from seed_year)
  group by journal_id, fiscal_year_id
  on conflict (journal_id, fiscal_year_id) do update set next = excluded.next`;

/** On record as every other deed: whoever reads the log finds that the entries were not posted one by one. */
const operation = `
  with operation as (
    insert into audit_operation (id, actor, command, channel, reason, at)
    values (uuid7(), 'local operator', 'seedBooks', 'command line', $1, clock_timestamp()) returning id
  ), pending as (
    insert into audit_pending (kind, subject_id) select 'operation', id from operation
  )
  select set_config('kontor.operation', id::text, true) from operation`;

async function layGround(client: pg.Client, { companyId, entries }: Load): Promise<void> {
  await client.query(operation, [`${entries} entries`]);
  for (const statement of ground)
    await client.query(statement, statement.includes('$2') ? [companyId, entries] : [companyId]);
  // What waits for the end of the transaction would keep tables from being altered.
  await client.query('set constraints all immediate');
  const { rows } = await client.query<{ ready: boolean }>(
    `select bool_and(a.income is not null and a.expense is not null and a.bank is not null and a.tax is not null
       and cardinality(a.sets) > 0 and y.journal_id is not null) as ready from seed_account a, seed_year y`,
  );
  if (!rows[0]?.ready)
    throw new Error('The company lacks accounts, projects, a general journal or an open period: choose another.');
}

/** Writes so many entries of four lines each into the open periods of a company. */
export async function loadEntries(ownerUrl: string, load: Load, progress: (done: number) => void): Promise<void> {
  const { companyId, entries } = load;
  const run = randomBytes(4).toString('hex');
  await withClient(ownerUrl, async (client) => {
    await client.query('begin');
    await client.query(`select set_config('statement_timeout', '0', true), set_config('work_mem', '256MB', true),
      set_config('maintenance_work_mem', '512MB', true), set_config('synchronous_commit', 'off', true)`);
    await layGround(client, load);
    await withoutUpkeep(client, ['journal_entry', 'journal_line'], async () => {
      for (let from = 0; from < entries; from += entriesAtOnce) {
        const until = Math.min(entries, from + entriesAtOnce);
        await client.query(chunk, [companyId, from, until, entries, run]);
        progress(until);
      }
      await client.query(numberSeries, [companyId]);
    });
    await client.query('commit');
    await client.query('vacuum (analyze) journal_entry, journal_line, period_balance_delta, ledger_pending');
  });
}
