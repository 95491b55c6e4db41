/** The example programs, and what the guides tell people to type, against a running server. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { openOffice, startJobs, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient, ExportFailed, exportFile, UserErrors } from './index.ts';

const clientPackage = path.join(import.meta.dirname, '..');
const run = promisify(execFile);
let world: World;
let jobs: ReturnType<typeof startJobs>;
let environment: Record<string, string>;
let folder: string;
let departmentsOfPeople: Readonly<Record<string, number>>;

beforeAll(async () => {
  world = await startWorld();
  const office = await openOffice(world);
  for (const name of ['Åsa', 'Björn', 'Cecilia']) await office.hire(name);
  jobs = startJobs(world.server.app);
  const { token } = await world.member('program', [{ role: 'HR', companyId: office.companyId }]);
  environment = { KONTOR_URL: `${world.url}/graphql`, KONTOR_TOKEN: token };
  folder = mkdtempSync(path.join(tmpdir(), 'kontor-examples-'));
  const query = '{ employees(where: { status: { eq: ACTIVE } }) { nodes { department { name } } } }';
  type People = { employees: { nodes: { department: { name: string } | null }[] } };
  const { employees } = await client().request<People>(query);
  const counted: Record<string, number> = {};
  for (const { department } of employees.nodes) {
    const name = department?.name ?? 'no department';
    counted[name] = (counted[name] ?? 0) + 1;
  }
  departmentsOfPeople = counted;
}, 60_000);
afterAll(async () => {
  await jobs.stop();
  await world.stop();
  rmSync(folder, { recursive: true, force: true });
});

const client = () => createClient({ url: environment['KONTOR_URL'] ?? '', token: environment['KONTOR_TOKEN'] ?? '' });
const said = async (program: string, args: readonly string[], more: Record<string, string> = {}) => {
  const settings = Object.entries({ ...environment, ...more }).map(([name, value]) => `${name}=${value}`);
  return (await run('env', [...settings, program, ...args], { cwd: folder })).stdout;
};
const example = (name: string) => path.join(clientPackage, 'examples', name);
const inNode = (name: string) => said(process.execPath, ['--import', import.meta.resolve('tsx'), example(name)]);
const isHere = (program: string) =>
  run(program, ['--version']).then(
    () => true,
    () => false,
  );

/** Blocks of a guide in one language, as they stand in it. */
const blocks = (guide: string, language: string): readonly string[] => {
  const text = readFileSync(path.join(clientPackage, 'docs', guide), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, block]) => block ?? '');
};
async function posted(body: string): Promise<string> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${environment['KONTOR_TOKEN']}` };
  return (await fetch(environment['KONTOR_URL'] ?? '', { method: 'POST', headers, body })).text();
}

describe('programs', () => {
  test('in Node, by an export as JSON lines', async () => {
    const lines = (await inNode('headcount.ts')).trim().split('\n');
    expect(lines.map((line) => line.split(': ').slice(0, 2)).toSorted()).toEqual(
      Object.entries(departmentsOfPeople)
        .map(([name, count]) => [name, String(count)])
        .toSorted(),
    );
    expect(lines.join()).toContain('Åsa');
  });

  test('in Python, by an export as CSV', async (context) => {
    if (!(await isHere('python3'))) return context.skip('There is no python3 on this machine.');
    const lines = (await said('python3', [example('headcount.py')])).trim().split('\n');
    expect(Object.fromEntries(lines.map((line) => line.split(': ')))).toEqual(
      Object.fromEntries(Object.entries(departmentsOfPeople).map(([name, count]) => [name, String(count)])),
    );
  });

  test('a report that draws a chart', async () => {
    const page = await inNode('hires-report.ts');
    expect(page).toMatch(/<p>3 in all<\/p>/);
    expect(page.match(/<rect /g)?.length).toBeGreaterThan(0);
    expect(page).toMatch(/<title>20\d\d Q[1-4]: \d+<\/title>/);
  });
});

describe('guides', () => {
  test('bodies for BI tools are answered', async () => {
    const bodies = blocks('bi-tool.md', 'json');
    expect(bodies).toHaveLength(2);
    const [figures = '', exported = ''] = await Promise.all(bodies.map(posted));
    expect(JSON.parse(figures)).toMatchObject({ data: { employeeGroups: { total: { count: 3 } } } });
    expect(JSON.parse(exported)).toMatchObject({ data: { requestExport: { dataExport: {}, userErrors: [] } } });
  });

  test('commands for spreadsheets lead to the file', async (context) => {
    if (!(await isHere('curl'))) return context.skip('There is no curl on this machine.');
    const [ask = '', link = ''] = blocks('spreadsheet.md', 'sh');
    const asked = JSON.parse(await said('sh', ['-c', ask])) as {
      data: { requestExport: { dataExport: { id: string } } };
    };
    const { id } = asked.data.requestExport.dataExport;
    const { sdk } = client();
    await expect.poll(async () => (await sdk.dataExport({ id })).dataExport?.status, { timeout: 60_000 }).toBe('READY');
    const given = JSON.parse(await said('sh', ['-c', link], { EXPORT_ID: id })) as {
      data: { downloadExport: { url: string } };
    };
    const file = await (await fetch(given.data.downloadExport.url)).text();
    expect(file.trim().split('\r\n')).toHaveLength(4);
  });

  test('what Power Query sends is answered', async () => {
    const [source = ''] = blocks('spreadsheet.md', 'm');
    const query = /query = "([^"]*)"/.exec(source)?.[1];
    const answer = JSON.parse(await posted(JSON.stringify({ query, variables: { after: null } })));
    expect(answer).toMatchObject({ data: { employees: { nodes: [{}, {}, {}], pageInfo: { hasNextPage: false } } } });
  });

  test('a notebook keeps the lines of an export', async (context) => {
    if (!(await isHere('python3'))) return context.skip('There is no python3 on this machine.');
    const [source = ''] = blocks('sql-notebook.md', 'python');
    const columns = ['department.name', 'fte'];
    const { url } = await exportFile(client().sdk, { entity: 'Employee', format: 'JSONL', columns });
    const printed = await said('python3', ['-c', `url = ${JSON.stringify(url)}\n${source}`]);
    expect(printed.trim()).toBe(`3 ['department.name', 'fte']`);
    const [statement = ''] = blocks('sql-notebook.md', 'sql');
    for (const column of columns) expect(statement).toContain(column);
  });
});

describe('exportFile', () => {
  test('says where a request is wrong, and ends with its signal', async () => {
    const { sdk } = client();
    const wrong = exportFile(sdk, { entity: 'Employee', format: 'CSV', columns: ['lastName', 'shoes'] });
    await expect(wrong).rejects.toBeInstanceOf(UserErrors);
    await expect(wrong).rejects.toMatchObject({ userErrors: [{ code: 'COLUMN_UNKNOWN', path: ['columns', '1'] }] });
    const ended = exportFile(
      sdk,
      { entity: 'Employee', format: 'CSV', columns: ['id'] },
      { signal: AbortSignal.abort() },
    );
    await expect(ended).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('says why an export could not be made', async () => {
    const { sdk } = client();
    const asked = exportFile(
      sdk,
      { entity: 'Employee', format: 'CSV', columns: ['id'] },
      { onProgress: ({ id }) => void sdk.cancelExport({ input: { dataExportId: id } }) },
    );
    await asked.then(
      ({ state }) => expect(state.status).toBe('READY'),
      (error: unknown) => expect(error).toBeInstanceOf(ExportFailed),
    );
  });
});
