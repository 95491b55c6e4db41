import { strict as assert } from 'node:assert';
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { localOperator, operate } from '@kontor/api';
import pg from 'pg';
import { tokenFor } from './data.ts';
import { onScratch, startBuilt } from './installation.ts';
import { cpuOfProcess, databaseCpu, peakMegabytesOfProcess, spent } from './measure.ts';

/** What devices refer to. */
const master = [
  `insert into company (code, name, country, base_currency_code, locale, time_zone)
   select 'B' || c, 'Bench ' || c, 'SE', 'SEK', 'sv-SE', 'Europe/Stockholm' from generate_series(1, 2) c`,
  `insert into manufacturer (name) values ('Maker')`,
  `insert into device_model (manufacturer_id, name) select id, 'Model ' || n from manufacturer, generate_series(1, 50) n`,
];

/** Devices of two companies, as they come from many years of buying. Rows alone are wanted: nobody asks who put them there. */
const statements = (count: number): string[] => [
  'alter table device disable trigger user',
  `with models as (select id, row_number() over () n from device_model), companies as (select id, row_number() over () n from company)
   insert into device (company_id, device_model_id, asset_tag, serial_number, status, purchased_on, purchase_cost, purchase_currency_code, warranty_until_on)
   select c.id, m.id, 'A' || lpad(s.n::text, 8, '0'), 'S/N "' || md5(s.n::text) || '"', 'IN_STOCK', date '2015-01-01' + s.n % 4000,
     500 + s.n % 9000 + 0.25, 'SEK', date '2018-01-01' + s.n % 4000
   from generate_series(1, ${count}) s (n) join models m on m.n = s.n % 50 + 1 join companies c on c.n = s.n % 2 + 1`,
  'alter table device enable trigger user',
  'vacuum analyze',
];

const columns = [
  'id',
  'assetTag',
  'serialNumber',
  'status',
  'purchasedOn',
  'purchaseCost',
  'purchaseCurrencyCode',
  'warrantyUntilOn',
  'deviceModel.name',
  'company.name',
];

const byHand = `copy (
  select d.id, d.asset_tag, d.serial_number, d.status, d.purchased_on, trim_scale(d.purchase_cost), d.purchase_currency_code,
    d.warranty_until_on, m.name, c.name
  from device d join device_model m on m.id = d.device_model_id join company c on c.id = d.company_id
  order by d.asset_tag collate "en-x-icu", d.id) to stdout (format csv, header)`;

const formats = ['CSV', 'JSONL', 'XLSX'] as const;
const megabyte = 1_000_000;

interface Copied {
  readonly bytes: number;
  /** By the clock, and of the processors of this process and of the database. */
  readonly seconds: number;
  readonly processorSeconds: number;
}

/** What COPY takes, its rows taken and thrown away. */
async function copied(url: string, pool: pg.Pool): Promise<Copied> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let bytes = 0;
  // The driver takes what COPY sends and gives it to nobody; its connection tells.
  const { connection } = client as pg.Client & { readonly connection: NodeJS.EventEmitter };
  connection.on('copyData', ({ chunk }: { readonly chunk: Buffer }) => {
    bytes += chunk.length;
  });
  const [begun, own, database] = [performance.now(), process.cpuUsage(), await databaseCpu(pool)];
  await client.query(byHand);
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(own);
  const processorSeconds = (user + system + spent(database, await databaseCpu(pool))) / 1e6;
  await client.end();
  return { seconds, bytes, processorSeconds };
}

type Ask = <T>(query: string, variables: object) => Promise<T>;

const asker =
  (url: string, token: string): Ask =>
  async <T>(query: string, variables: object) => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await answer.json()) as { data: T; errors?: unknown };
    assert.equal(errors, undefined, JSON.stringify(errors));
    return data;
  };

function taken(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, (answer) => {
      assert.equal(answer.statusCode, 200);
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on('end', () => resolve(bytes)).on('error', reject);
    }).on('error', reject);
  });
}

interface Made {
  readonly status: string;
  readonly rowCount: number;
  readonly failureText: string | null;
  readonly startedAt: string;
  readonly finishedAt: string;
}

/** One export, from the request until it is READY: seconds that it was written, and the bytes of its file. */
async function exported(
  ask: Ask,
  format: string,
  where: object = {},
): Promise<{ seconds: number; bytes: number; rows: number }> {
  const input = { entity: 'Device', format, columns, where };
  const { requestExport } = await ask<{ requestExport: { dataExport: { id: string } | null; userErrors: object[] } }>(
    'mutation ($input: RequestExportInput!) { requestExport(input: $input) { dataExport { id } userErrors { code path } } }',
    { input },
  );
  assert(requestExport.dataExport, JSON.stringify(requestExport.userErrors));
  const { id } = requestExport.dataExport;
  const query = 'query ($id: ID!) { dataExport(id: $id) { status rowCount failureText startedAt finishedAt } }';
  for (;;) {
    await sleep(250);
    const { dataExport } = await ask<{ dataExport: Made }>(query, { id });
    if (dataExport.status === 'QUEUED' || dataExport.status === 'RUNNING') continue;
    assert.equal(dataExport.status, 'READY', dataExport.failureText ?? '');
    const link = 'mutation ($id: ID!) { downloadExport(input: { dataExportId: $id }) { url } }';
    const { downloadExport } = await ask<{ downloadExport: { url: string } }>(link, { id });
    const seconds = (Date.parse(dataExport.finishedAt) - Date.parse(dataExport.startedAt)) / 1000;
    return { seconds, bytes: await taken(downloadExport.url), rows: dataExport.rowCount };
  }
}

interface Place {
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly token: string;
  readonly pool: pg.Pool;
}

/** One format, by a server of its own as `npm start` has it: the most memory that it has held is that of this format. */
async function report({ appUrl, ownerUrl, token, pool }: Place, format: string, hand: Copied): Promise<void> {
  const server = await startBuilt({ appUrl, ownerUrl });
  const ask = asker(`http://127.0.0.1:${server.port}`, token);
  // A server that has just started has not built yet what it keeps for good.
  await exported(ask, format, { assetTag: { startsWith: 'A0000000' } });
  const before = peakMegabytesOfProcess(server.pid);
  const [node, database] = [cpuOfProcess(server.pid) ?? 0, await databaseCpu(pool)];
  const { seconds, bytes, rows } = await exported(ask, format);
  const nodeSeconds = ((cpuOfProcess(server.pid) ?? 0) - node) / 1e6;
  const databaseSeconds = spent(database, await databaseCpu(pool)) / 1e6;
  const processor = nodeSeconds + databaseSeconds;
  console.log(
    [
      `  ${format.padEnd(5)} ${rows.toLocaleString('en')} rows, ${(bytes / megabyte).toFixed(0)} MB`,
      `${seconds.toFixed(1)} s by the clock, ${(seconds / hand.seconds).toFixed(2)} times COPY`,
      `processor, with the download: ${nodeSeconds.toFixed(1)} s server and ${databaseSeconds.toFixed(1)} s database, ${(processor / hand.processorSeconds).toFixed(2)} times COPY`,
      `peak ${peakMegabytesOfProcess(server.pid).toFixed(0)} MB, and ${before.toFixed(0)} MB after a few rows`,
    ].join('; '),
  );
  await server.stop();
}

/**
 * `npm run bench -- exports ROWS`: what it takes to export a list in each format, kept and all, beside COPY of the same
 * columns by hand, and the most memory that the server's process held.
 */
export async function exportsOf(rows: number): Promise<void> {
  await onScratch(async ({ server, pool, appUrl, ownerUrl }) => {
    console.error(`Writing ${rows.toLocaleString('en')} devices …`);
    await operate(server.app, { viewer: localOperator, command: 'bench' }, async ({ tx }) => {
      for (const statement of master) await tx.$executeRawUnsafe(statement);
    });
    for (const statement of statements(rows)) await pool.query(statement);
    const token = await tokenFor(server, 'exports', ['AUDITOR', 'IT'], true);
    await server.stop();
    console.log(`Exports of ${rows.toLocaleString('en')} rows, ${columns.length} columns`);
    await copied(ownerUrl, pool);
    for (const format of formats) {
      // Anew beside each, so that what else the machine does meets both.
      const hand = await copied(ownerUrl, pool);
      console.log(
        `  COPY  ${(hand.bytes / megabyte).toFixed(0)} MB, ${hand.seconds.toFixed(1)} s by the clock, ${hand.processorSeconds.toFixed(1)} s of processors`,
      );
      await report({ appUrl, ownerUrl, token, pool }, format, hand);
    }
  });
}
