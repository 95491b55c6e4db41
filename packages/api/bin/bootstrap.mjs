// Sees to it that what the command line needs is installed, generated and built, then
// runs it. No dependencies: before the first install there are none. Each step leaves a
// stamp with a hash of what it was made from, written after the step succeeded, so a run
// that was interrupted is made good by the next one.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { hashOf, isCurrent, stamp, withSetupLock } from './stamp.mjs';
import { runStep } from './step.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const api = path.join(root, 'packages/api');
const consolePackage = path.join(root, 'packages/console');
const bundle = path.join(api, 'dist/main.js');
const pnpm = 'pnpm@12.21.0';

const steps = [
  {
    name: 'install',
    title: 'Installing packages',
    from: ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'packages/*/package.json', 'e2e/package.json'],
    made: ['node_modules/.modules.yaml', 'packages/api/node_modules/commander/package.json'],
    run: (title) => runStep('npx', ['--yes', pnpm, 'install', '--frozen-lockfile'], { cwd: root, title }),
  },
  {
    name: 'generate',
    title: 'Generating the database client',
    from: [
      'prisma/schema',
      'names:packages/api/src',
      'prisma.config.ts',
      'packages/api/package.json',
      'packages/api/bin/generate-catalogue.mjs',
    ],
    made: ['packages/api/src/generated/prisma/client.ts'],
    run: generate,
  },
  {
    name: 'generate-client',
    title: 'Generating the typed client',
    from: [
      'packages/api/schema.graphql',
      'packages/client/src/documents',
      'packages/client/README.md',
      'packages/client/package.json',
      'packages/client/bin/generate.mjs',
    ],
    made: ['packages/client/src/generated/sdk.ts', 'packages/client/src/generated/examples.ts'],
    run: (title) =>
      runStep(process.execPath, [path.join(root, 'packages/client/bin/generate.mjs')], { cwd: root, title }),
  },
  {
    name: 'build-api',
    title: 'Building the server',
    from: [
      'packages/api/src',
      'packages/core/src',
      'packages/api/package.json',
      'packages/api/bin/bundle.mjs',
      'pnpm-lock.yaml',
    ],
    made: ['packages/api/dist/main.js', 'packages/api/dist/query-compiler.wasm'],
    run: (title) => runStep(process.execPath, [path.join(api, 'bin/bundle.mjs')], { cwd: api, title }),
  },
  {
    name: 'build-console',
    title: 'Building the console',
    applies: () => existsSync(path.join(consolePackage, 'src/main.tsx')),
    from: ['packages/console', 'packages/client', 'pnpm-lock.yaml'],
    made: ['packages/console/dist/index.html'],
    run: (title) =>
      runStep(
        process.execPath,
        [path.join(consolePackage, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
        {
          cwd: consolePackage,
          title,
          // As it is for those who use it, whoever starts it: otherwise React draws everything twice to find mistakes.
          env: { NODE_ENV: 'production' },
        },
      ),
  },
];

/** Brings the steps up to date, in order; `only` names those that are wanted. */
export async function prepare(only) {
  const wanted = steps.filter((step) => (only === undefined || only.includes(step.name)) && (step.applies?.() ?? true));
  if (wanted.every((step) => isCurrent(root, step, hashOf(root, step.from)))) return;
  await withSetupLock(root, async () => {
    for (const step of wanted) {
      // Hashed now: an earlier step may have made what this one is made from.
      const hash = hashOf(root, step.from);
      if (isCurrent(root, step, hash)) continue;
      await step.run(step.title);
      stamp(root, step.name, hash);
    }
  });
}

export async function run(args) {
  // The console is for the server alone; a command need not wait for it.
  await prepare(args.includes('serve') ? undefined : ['install', 'generate', 'build-api']);
  // A command ends by itself; a process that runs out of things to wait for before has not done what it was asked.
  process.once('beforeExit', () => {
    console.error('kontor: it ended before it was done');
    process.exitCode = 1;
  });
  const { main } = await import(pathToFileURL(bundle).href);
  await main([process.execPath, 'kontor', ...args]);
}

/** Prisma wants the path of an engine that generating does not use: any program will do. */
async function generate(title) {
  const bin = path.join(api, 'node_modules/.bin');
  const prisma = path.join(
    api,
    'node_modules/prisma',
    JSON.parse(readFileSync(path.join(api, 'node_modules/prisma/package.json'), 'utf8')).bin.prisma,
  );
  await runStep(process.execPath, [prisma, 'generate', '--schema', path.join(root, 'prisma/schema')], {
    cwd: api,
    title,
    env: {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      // Where the generators are found.
      PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
}
