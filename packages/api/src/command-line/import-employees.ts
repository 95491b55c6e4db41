import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { App } from '../app.ts';
import type { ImportAnswer } from '../people/import/import-request.ts';
import type { Viewer } from '../viewer.ts';
import { withActor } from './acting.ts';
import { type Register, report, Unusable } from './session.ts';

interface Options {
  readonly company?: string;
  readonly commit?: true;
  readonly encoding?: string;
  readonly separator?: string;
  readonly dateFormat?: string;
  readonly decimalMark?: string;
  readonly map: readonly string[];
  readonly payPeriod?: string;
  readonly createMissing?: true;
  readonly onError?: string;
  readonly undo?: string;
}

const bytesAtMost = 20 * 1024 * 1024;
const betweenReportsMs = 2000;

function progress(): (done: number, total: number) => void {
  let reportedAt = Date.now();
  return (done, total) => {
    if (Date.now() - reportedAt < betweenReportsMs) return;
    reportedAt = Date.now();
    report(`${done} of ${total} rows`);
  };
}

/** The process ends without waiting for what a pipe has not taken yet. */
const print = (lines: readonly string[]): Promise<void> =>
  new Promise((resolve) => process.stdout.write(lines.map((line) => `${line}\n`).join(''), () => resolve()));

async function bytesOf(file: string): Promise<Buffer> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new Unusable(`There is no file ${file}`);
  if (found.size > bytesAtMost) throw new Unusable(`${file} is larger than ${bytesAtMost / 1024 / 1024} MB`);
  return readFile(file);
}

/** `--map "Shoe size="` and `--map "Nr=employeeNumber"`, as the places of the columns that have these headers. */
function mappingOf(maps: readonly string[], header: ImportAnswer['header']): string {
  const entries = maps.map((map) => {
    const at = map.lastIndexOf('=');
    const label = map.slice(0, at).trim();
    const column = header.find((each) => each.label === label);
    if (at < 1 || !column)
      throw new Unusable(
        `--map "${map}": the file has no column ${label || 'without a name'}; it has ${header.map((each) => each.label).join(', ')}`,
      );
    return [column.index, map.slice(at + 1).trim() || null] as const;
  });
  return JSON.stringify(Object.fromEntries(entries));
}

function linesOf({
  encoding,
  separator,
  header,
  rowCount,
  created,
  updated,
  unchanged,
  faults,
}: ImportAnswer): string[] {
  const columns = header.map(({ label, field }) => `${label} → ${field ?? 'passed over'}`);
  return [
    `encoding ${encoding}, separator ${separator === '\t' ? 'tab' : separator}`,
    `columns  ${columns.join(', ')}`,
    ...faults.map(
      ({ line, column, code, message }) => `line ${line}${column === null ? '' : `, ${column}`}: ${message} (${code})`,
    ),
    `rows ${rowCount}, created ${created}, updated ${updated}, unchanged ${unchanged}, faulty ${rowCount - created - updated - unchanged}`,
  ];
}

/** Entities and commands are there once the graph is; it is loaded here alone, as it takes longer than most commands. */
const registered = (): Promise<unknown> => import('../schema.ts');

async function importFile(app: App, viewer: Viewer, file: string, options: Options): Promise<void> {
  const [{ importRequestOf }, { checkImport, commitImport }] = await Promise.all([
    import('../server/imports.ts'),
    import('../people/import/import-employees.ts'),
    registered(),
  ]);
  const { company: code, encoding, separator, dateFormat, decimalMark, payPeriod, onError } = options;
  if (code === undefined) throw new Unusable('Name the company by its code: --company CODE');
  const company = await app.prisma.company.findUnique({ where: { code } });
  if (!company) throw new Unusable(`There is no company with the code ${code}`);
  const given = {
    encoding,
    separator,
    dateFormat,
    decimalMark,
    payPeriod,
    onError,
    createMissing: options.createMissing && 'true',
  };
  const parameters = {
    companyId: company.id,
    fileName: path.basename(file),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
  const bytes = await bytesOf(file);
  const first = await checkImport(app, viewer, importRequestOf(parameters, bytes));
  const request = importRequestOf({ ...parameters, mapping: mappingOf(options.map, first.header) }, bytes);
  const answer = options.commit
    ? await commitImport(app, viewer, request, progress())
    : await checkImport(app, viewer, request);
  await print(linesOf(answer));
  if (answer.batchId !== null) report(`Written. To take it back: kontor import employees --undo ${answer.batchId}`);
  else report(options.commit ? 'Nothing was written.' : 'Nothing was written: add --commit to write.');
  if (answer.faults.length > 0) process.exitCode = 1;
}

async function undo(app: App, viewer: Viewer, importBatchId: string): Promise<void> {
  const [{ undoImport }, { runCommand }] = await Promise.all([
    import('../system/undo-import.ts'),
    import('../write/run-command.ts'),
    registered(),
  ]);
  const { refusals } = await runCommand(app, viewer, undoImport, {
    importBatchId,
    idempotencyKey: `undo ${importBatchId} ${Date.now()}`,
  });
  if (refusals.length === 0) return report('Taken back.');
  await print(refusals.map(({ code, message }) => `${message} (${code})`));
  report('Nothing was taken back.');
  process.exitCode = 1;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

export const addEmployees: Register = (group) => {
  group
    .command('employees')
    .description('bring in employees from a CSV file; without --commit it only says what would be done')
    .argument('[file]', 'the CSV file')
    .option('--company <code>', 'company that they work for')
    .option('--commit', 'write them')
    .option('--encoding <name>', 'encoding of the file, such as utf-8 or windows-1250; detected unless told')
    .option('--separator <name>', 'comma, semicolon, tab or pipe; detected unless told')
    .option('--date-format <format>', 'DD/MM/YYYY or MM/DD/YYYY, for dates with slashes')
    .option('--decimal-mark <mark>', 'what stands before decimals, . or ,')
    .option(
      '--map <header=field>',
      'field that a column holds, or nothing to pass it over; may be given again',
      collect,
      [],
    )
    .option('--pay-period <period>', 'HOUR, MONTH or YEAR: what the salaries are for')
    .option('--create-missing', 'make departments and positions that are not there')
    .option('--on-error <what>', 'REJECT_ALL, or REJECT_ROW to write the rows without a fault')
    .option('--undo <batch>', 'take back what an import wrote, by its id')
    .action(async (file: string | undefined, options: Options, command: Command) => {
      if ((file === undefined) === (options.undo === undefined))
        throw new Unusable('Give a file, or --undo with the id of an import');
      await withActor(command, (app, viewer) =>
        options.undo === undefined ? importFile(app, viewer, file ?? '', options) : undo(app, viewer, options.undo),
      );
    });
};
