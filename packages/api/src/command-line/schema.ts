import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { workspaceRoot } from '../env.ts';
import { type Register, report } from './session.ts';

const committed = path.join(workspaceRoot, 'packages/api/schema.graphql');

export const register: Register = (program) => {
  program
    .command('schema')
    .description('write the graph to packages/api/schema.graphql')
    .option('--print', 'print it instead')
    .action(async (options: { print?: true }) => {
      // Loaded here alone: building the graph takes longer than most commands.
      const { printedSchema } = await import('../schema.ts');
      if (options.print) return void process.stdout.write(printedSchema());
      await writeFile(committed, printedSchema());
      report(`Wrote ${path.relative(workspaceRoot, committed)}`);
    });
};
