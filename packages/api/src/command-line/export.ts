import { errorCode } from '../database/index.ts';
import { withActor } from './acting.ts';
import { addSieExport } from './export-sie.ts';
import { type Register, Unusable } from './session.ts';

interface Options {
  readonly columns?: string;
  readonly where?: string;
  readonly orderBy?: string;
  readonly search?: string;
  readonly includeInactive?: true;
  readonly language?: string;
}

/** The JSON that an option holds. */
function json(option: string, text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Unusable(`--${option} is no valid JSON: ${text}`);
  }
}

export const register: Register = (program) => {
  const group = program
    .command('export')
    .description('write a whole list to stdout as CSV')
    .argument('<entity>', 'what to list, such as employees')
    .option('--columns <fields>', 'fields, separated by commas, such as lastName,department.name')
    .option('--where <json>', 'only rows that meet these conditions, as in the graph')
    .option('--order-by <json>', 'the order of the rows, as in the graph')
    .option('--search <words>', 'only rows in which every word is found')
    .option('--include-inactive', 'also rows that are out of use')
    .option('--language <code>', "language of the header and the order; the user's own unless told")
    .action(async (entity: string, options: Options, command) => {
      // Loaded here alone: building the graph takes longer than most commands.
      const [{ auditExport, exportRequestOf }, { compileExport }, { writeCsv }, { schema }] = await Promise.all([
        import('../server/exports.ts'),
        import('../read/export.ts'),
        import('../read/csv.ts'),
        import('../schema.ts'),
      ]);
      const { columns, where, orderBy, search, includeInactive, language } = options;
      if (columns === undefined) throw new Unusable('Name the fields: --columns lastName,department.name');
      const request = exportRequestOf({
        entity,
        columns: columns.split(',').map((each) => each.trim()),
        where: json('where', where),
        orderBy: json('order-by', orderBy),
        search,
        includeInactive,
        language,
      });
      await withActor(command, async (app, viewer) => {
        const exported = compileExport(schema, viewer, request);
        await auditExport(app, viewer, request);
        await writeCsv(app, viewer, exported, process.stdout).catch((error: unknown) => {
          // Whoever reads has read enough, as `head` does.
          if (errorCode(error) !== 'EPIPE') throw error;
        });
        // The process ends without waiting for what a pipe has not taken yet.
        await new Promise((resolve) => process.stdout.write('', resolve));
      });
    });
  addSieExport(group);
};
