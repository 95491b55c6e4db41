/**
 * `npm run bench`: what a request costs, beside the same by hand on the same data in the same run.
 * `npm run bench -- console`: how long a person waits for the rows of a list, in a real browser.
 * `npm run bench -- payroll`: what it takes to compute the pay of 10,000 people.
 * `npm run bench -- payroll-run`: what a pay run of 10,000 people takes from the start to the books, over HTTP.
 * `npm run bench -- payslips`: what it takes to draw the payslips of such a run, and to download them.
 * `npm run bench -- exports`: a million rows as a file in each format, beside COPY by hand.
 * `npm run bench -- devices`: a million rows of device history by groups, and one row beside dashboards of such figures.
 * `npm run bench -- live`: what streams of changes cost whoever writes.
 * `npm run bench -- ledger`: postings, reports and an import of books with a million lines, beside SQL by hand.
 */

import { consolePages } from './console.ts';
import { people, tokenFor } from './data.ts';
import { deviceHistory } from './device-history.ts';
import { exportsOf } from './exports.ts';
import { onPeople } from './installation.ts';
import { ledger } from './ledger.ts';
import { live } from './live.ts';
import { start } from './measure.ts';
import { payrollRun } from './pay/run.ts';
import { payslips } from './pay/slips.ts';
import { payroll } from './payroll.ts';
import { reads } from './reads.ts';

const [what = '1500', size, only] = process.argv.slice(2);
if (what === 'console') await consolePages(Number(size ?? 100_000));
else if (what === 'payroll') payroll(Number(size ?? 10_000));
else if (what === 'payroll-run') await payrollRun(Number(size ?? 10_000), only);
else if (what === 'payslips') await payslips(Number(size ?? 10_000));
else if (what === 'exports') await exportsOf(Number(size ?? 1_000_000));
else if (what === 'ledger') await ledger(Number(size ?? 1_000_000), only);
else if (what === 'devices') await deviceHistory(Number(size ?? 1_000_000));
else if (what === 'live') await live(Number(size ?? 20));
else await requests(Number(what));

async function requests(rounds: number): Promise<void> {
  await onPeople(people, async ({ server, appUrl, ownerUrl, pool }) => {
    const { rows } = await pool.query<{ id: string }>(
      `select e.id::text from employee e join company c on c.id = e.company_id where c.code = 'B1' order by e.id limit 500`,
    );
    const full = await tokenFor(server, 'all', ['HR', 'PAYROLL', 'IT', 'AUDITOR', 'ADMINISTRATOR'], true);
    const half = await tokenFor(server, 'half', ['EMPLOYEE'], false);
    await server.stop();
    const kontor = await start('./kontor.ts', [appUrl, ownerUrl]);
    const byHand = await start('./hand-written.ts', [appUrl]);
    await reads(pool, { kontor, byHand, full, half, ids: rows.map((row) => row.id) }, rounds);
    kontor.child.kill();
    byHand.child.kill();
  });
}
