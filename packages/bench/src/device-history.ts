/** What grouping the history of devices takes through the graph, and what dashboards of such figures cost everybody else. */
import { strict as assert } from 'node:assert';
import { compare } from './compare.ts';
import { tokenFor } from './data.ts';
import { type Installation, onPeople } from './installation.ts';
import { graphAsks } from './ledger/ask.ts';
import { start } from './measure.ts';

const peopleThere = 3_000;
const devices = 20_000;

/** Devices of 24 models, and who had them over eight years; nobody has one still. */
const statements = (rows: number): string[] => [
  `insert into manufacturer (name) values ('Bench')`,
  `insert into device_model (manufacturer_id, name, kind) select id, 'Model ' || n, 'LAPTOP' from manufacturer, generate_series(1, 24) n`,
  `insert into device (company_id, device_model_id, asset_tag, status)
   select c.id, m.id, 'T' || n, 'IN_STOCK' from generate_series(1, ${devices}) n
     join (select id, row_number() over (order by id) - 1 as at from company) c on c.at = n % 3
     join (select id, row_number() over (order by id) - 1 as at from device_model) m on m.at = n % 24`,
  // Each company has more than so many of both, so that a number finds its row by a hash.
  `with held as (select id, company_id, row_number() over (partition by company_id order by id) - 1 as at from device),
     holder as (select id, company_id, row_number() over (partition by company_id order by id) - 1 as at from employee),
     owner as (select id, row_number() over (order by id) - 1 as at from company)
   insert into device_assignment (company_id, device_id, employee_id, kind, start_at, end_at)
   select o.id, d.id, e.id, 'USE', s.at, s.at + interval '9 days'
   from (select n, timestamptz '2018-01-01 00:00Z' + (n % 2900) * interval '1 day' as at from generate_series(1, ${rows}) n) s
     join owner o on o.at = s.n % 3
     join held d on d.company_id = o.id and d.at = (s.n / 3) % 6000
     join holder e on e.company_id = o.id and e.at = (s.n / 7) % 900`,
];

async function write({ pool }: Installation, rows: number): Promise<void> {
  console.error(`Writing ${rows.toLocaleString('en')} rows of device history …`);
  const tables = ['manufacturer', 'device_model', 'device', 'device_assignment'];
  // What is measured is reading: nothing of this is for the audit log.
  for (const table of tables) await pool.query(`alter table ${table} disable trigger user`);
  // They hold by the way the rows are made; to look each of three million up takes a minute.
  for (const key of ['company_id', 'company_id_device_id', 'company_id_employee_id'])
    await pool.query(`alter table device_assignment drop constraint device_assignment_${key}_fkey`);
  for (const statement of statements(rows)) {
    await pool.query(statement);
    await pool.query('analyze');
  }
  for (const table of tables) await pool.query(`alter table ${table} enable trigger user`);
  await pool.query('vacuum analyze');
}

const byModelAndQuarter = `{ groups: deviceAssignmentGroups(
  groupBy: [{ device: { deviceModel: { name: VALUE } } }, { startAt: QUARTER }], first: 1000) {
  nodes { key { device { deviceModel { name } } startAt } aggregate { count } } } }`;

/**
 * Grouped by the models' ids, which are compared faster than their names; those are looked up for what is left. Of an
 * instant, `date_trunc` with the zone beside it looks the zone up for every row: on its clocks it takes half the time.
 */
const byHand = `
  with counted as (
    select d.device_model_id, date_trunc('quarter', a.start_at at time zone 'UTC') as quarter, count(*) as count
    from device_assignment a join device d on d.id = a.device_id
    group by 1, 2
  )
  select m.name, c.quarter::date::text as quarter, sum(c.count)::int as count
  from counted c join device_model m on m.id = c.device_model_id group by 1, 2 order by 1, 2`;

interface Answer {
  readonly groups: { readonly nodes: readonly { readonly aggregate: { readonly count: number } }[] };
}

type Ask = ReturnType<typeof graphAsks>;

async function groups(ask: Ask, pool: Installation['pool'], rows: number): Promise<void> {
  const ours = (): Promise<Answer> => ask<Answer>(byModelAndQuarter, {});
  const theirs = () => pool.query<{ count: number }>(byHand);
  // Whoever writes by hand has it done by several processors; left to itself the planner takes one for this statement.
  await pool.query('set parallel_setup_cost = 0; set parallel_tuple_cost = 0');
  const [one, other] = [(await ours()).groups.nodes, (await theirs()).rows];
  assert.equal(one.length, other.length);
  assert.equal(
    one.reduce((sum, { aggregate }) => sum + aggregate.count, 0),
    rows,
  );
  console.log(
    `Groups of ${rows.toLocaleString('en')} rows of device history, medians of rounds in turn; ${one.length} groups:`,
  );
  await compare('by model and quarter', ours, theirs, { rounds: 7, warmUp: 1, atMost: 1.2 });
}

/** Six figures that a dashboard might show. */
const figures = [
  '{ employeeGroups(groupBy: [{ department: { name: VALUE } }]) { nodes { key { department { name } } aggregate { count } } } }',
  '{ employeeGroups(groupBy: [{ startOn: QUARTER }]) { nodes { key { startOn } aggregate { count } } } }',
  '{ deviceGroups(groupBy: [{ deviceModel: { name: VALUE } }]) { nodes { key { deviceModel { name } } aggregate { count } } } }',
  '{ deviceAssignmentGroups(groupBy: [{ startAt: YEAR }]) { nodes { key { startAt } aggregate { count } } } }',
  '{ deviceAssignmentGroups(groupBy: [{ kind: VALUE }]) { nodes { key { kind } aggregate { count } } } }',
  byModelAndQuarter,
];
const dashboards = 10;
const lookUps = 400;

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(sorted.length * share)] ?? Number.NaN;

/** Milliseconds of look-ups of one row, one after the other, in their order. */
async function lookingUp(look: () => Promise<unknown>): Promise<readonly number[]> {
  const waits: number[] = [];
  for (let count = 0; count < lookUps; count += 1) {
    const begun = performance.now();
    await look();
    waits.push(performance.now() - begun);
  }
  return waits.sort((one, other) => one - other);
}

async function besideDashboards(ask: Ask, pool: Installation['pool']): Promise<void> {
  const { rows } = await pool.query<{ id: string }>('select id::text from employee limit 200');
  let turn = 0;
  const look = (): Promise<unknown> => {
    turn += 1;
    return ask('query ($id: ID!) { employee(id: $id) { firstName lastName department { name } } }', {
      id: rows[turn % rows.length]?.id,
    });
  };
  await lookingUp(look);
  const alone = await lookingUp(look);
  let stopped = false;
  let loaded = 0;
  let refused = 0;
  // Who has waited for a connection as long as anybody does is told to come again.
  const figure = (query: string): Promise<unknown> =>
    ask(query, {}).catch((error: Error) => {
      if (!error.message.includes('RATE_LIMITED')) throw error;
      refused += 1;
    });
  const dashboard = async (): Promise<void> => {
    while (!stopped) {
      await Promise.all(figures.map(figure));
      loaded += 1;
    }
  };
  const loading = Array.from({ length: dashboards }, dashboard);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const beside = await lookingUp(look);
  stopped = true;
  await Promise.all(loading);
  console.log(
    `One row, looked up ${lookUps} times: alone, and beside ${dashboards} dashboards of ${figures.length} figures (${loaded} loaded, ${refused} figures told to come again):`,
  );
  for (const share of [0.5, 0.95])
    console.log(
      `  p${share * 100}  alone ${at(alone, share).toFixed(1)} ms   beside ${at(beside, share).toFixed(1)} ms   ratio ${(at(beside, share) / at(alone, share)).toFixed(2)}, at most 2`,
    );
}

/** Prints what `npm run bench -- devices ROWS` tells. */
export async function deviceHistory(rows: number): Promise<void> {
  await onPeople(peopleThere, async (installation) => {
    await write(installation, rows);
    const { server, appUrl, ownerUrl, pool } = installation;
    const token = await tokenFor(server, 'dashboards', ['IT', 'HR', 'AUDITOR'], true);
    await server.stop();
    const kontor = await start('./kontor.ts', [appUrl, ownerUrl]);
    const ask = graphAsks(kontor.port, token);
    await groups(ask, pool, rows);
    await besideDashboards(ask, pool);
    kontor.child.kill();
  });
}
