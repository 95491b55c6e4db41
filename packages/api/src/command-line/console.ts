import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { workspaceRoot } from '../env.ts';
import { localOperator } from '../server/authenticate.ts';
import { type Register, report, Unusable } from './session.ts';

const places = ['list', 'show', 'edit', 'create'] as const;

/** The program that knows the console's pages; what the graph says of its entities it is given. */
const ejector = path.join(workspaceRoot, 'packages/console/bin/eject.mjs');

export const register: Register = (program) => {
  const group = program.command('console').description('the pages of the admin console');
  group
    .command('eject <entity>')
    .description(
      'write a generated page as TSX, to be changed by hand; from then on it stands in place of the generated one',
    )
    .option('--page <page>', `which of its pages: ${places.join(', ')}`, 'show')
    .action(async (entity: string, { page }: { page: string }) => {
      if (!places.some((place) => place === page))
        throw new Unusable(`There is no page ${page}: ${places.join(', ')}.`);
      // Loaded here alone: building the graph takes longer than most commands.
      await import('../schema.ts');
      const { consoleMetaFor } = await import('../meta/describe.ts');
      const meta = consoleMetaFor(localOperator, 'en');
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', ejector, entity, page], {
        cwd: workspaceRoot,
        encoding: 'utf8',
        input: JSON.stringify(meta),
      });
      if (status !== 0) throw new Unusable(stderr.trim().split('\n').at(-1) ?? 'The page could not be written.');
      report(`Wrote ${stdout.trim()}`);
    });
};
