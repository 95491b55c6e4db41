import { readFile } from 'node:fs/promises';
import type { App } from '../app.ts';
import type { Candidate } from '../server/registered-operations.ts';
import type { Viewer } from '../viewer.ts';
import { withActor } from './acting.ts';
import { answerLine } from './ask.ts';
import { actorOf, type Register, report, Unusable } from './session.ts';

/** The documents of a manifest, each looked at. */
async function candidatesIn(file: string): Promise<readonly Candidate[]> {
  // The whole graph first: a part of it cannot be loaded alone.
  const { schema } = await import('../schema.ts');
  const { documentsIn, examine } = await import('../server/registered-operations.ts');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Unusable(`${file} cannot be read.`, { cause: error });
  });
  const documents = documentsIn(parsed(file, text));
  if (!documents) throw new Unusable(`${file} is no manifest: it is an object of documents by their hashes.`);
  return [...documents].map(([hash, document]) => examine(schema, hash, document));
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Unusable(`${file} is not JSON.`, { cause: error });
  }
}

/** Tells what is wrong; answers whether nothing is. */
async function check(candidates: readonly Candidate[]): Promise<boolean> {
  for (const { hash, name, problems } of candidates)
    for (const problem of problems) await answerLine(`sha256:${hash}`, name, problem);
  const faulty = candidates.filter(({ problems }) => problems.length > 0).length;
  report(`${candidates.length} operations, ${faulty} of them cannot be registered`);
  return faulty === 0;
}

const changing = async (
  app: App,
  viewer: Viewer,
  command: string,
  text: string,
  values: unknown[],
): Promise<number> => {
  const { operate } = await import('../write/operation.ts');
  return operate(app, { viewer, command }, ({ tx }) => tx.$executeRawUnsafe(text, ...values));
};

const byMachine = (command: Parameters<typeof actorOf>[0]): void => {
  if (actorOf(command) !== null) throw new Unusable('Operations are registered by the local operator: leave --as out.');
};

export const register: Register = (program) => {
  const operations = program
    .command('operations')
    .description(
      'the operations that programs may ask for by their id; with KONTOR_OPERATIONS=registered, the only ones',
    );
  operations
    .command('check <manifest>')
    .description('say what keeps the documents of a manifest from being registered')
    .action(async (file: string) => {
      if (!(await check(await candidatesIn(file)))) process.exitCode = 1;
    });
  operations
    .command('register <manifest>')
    .description('register every document of a manifest, or none')
    .action(async (file: string, _options, command) => {
      byMachine(command);
      const candidates = await candidatesIn(file);
      if (!(await check(candidates))) throw new Unusable('Nothing was registered.');
      await withActor(command, async (app, viewer) => {
        const column = (key: 'hash' | 'name' | 'document') => candidates.map((each) => each[key]);
        const added = await changing(
          app,
          viewer,
          'registerOperations',
          `insert into registered_operation (hash, name, document)
           select * from unnest($1::text[], $2::text[], $3::text[]) on conflict do nothing`,
          [column('hash'), column('name'), column('document')],
        );
        report(`${added} registered, ${candidates.length - added} were already`);
      });
    });
  operations
    .command('list')
    .description('the registered operations: id, name, since when')
    .action((_options, command) =>
      withActor(command, async (app) => {
        const { rows } = await app.pool.query<{ hash: string; name: string; at: Date }>(
          'select hash, name, registered_at as at from registered_operation order by name, hash',
        );
        for (const { hash, name, at } of rows) await answerLine(`sha256:${hash}`, name, at.toISOString());
      }),
    );
  operations
    .command('remove <id>')
    .description('take an operation away; each process stops answering it within ten seconds')
    .action(async (id: string, _options, command) => {
      byMachine(command);
      await withActor(command, async (app, viewer) => {
        const hash = id.replace(/^sha256:/, '');
        const text = 'delete from registered_operation where hash = $1';
        const removed = await changing(app, viewer, 'removeOperation', text, [hash]);
        if (removed === 0) throw new Unusable(`No operation is registered under ${id}`);
      });
    });
};
