import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { workspaceRoot } from '../env.ts';
import { type Register, report } from './session.ts';

const committed = path.join(workspaceRoot, 'packages/api/schema.graphql');
const sealed = path.join(workspaceRoot, 'prisma/standing/25-sealed-columns.sql');

export const register: Register = (program) => {
  program
    .command('schema')
    .description(
      'write what follows from the models and the policy: the graph to packages/api/schema.graphql, and what the audit log seals',
    )
    .option('--print', 'print it instead')
    .action(async (options: { print?: true }) => {
      // Loaded here alone: building the graph takes longer than most commands.
      const [{ printedSchema }, { sealedColumnsSql }] = await Promise.all([
        import('../schema.ts'),
        import('../policy/sealed-columns.ts'),
      ]);
      if (options.print) return void process.stdout.write(printedSchema());
      for (const [file, text] of [
        [committed, printedSchema()],
        [sealed, sealedColumnsSql()],
      ] as const) {
        await writeFile(file, text);
        report(`Wrote ${path.relative(workspaceRoot, file)}`);
      }
    });
};
