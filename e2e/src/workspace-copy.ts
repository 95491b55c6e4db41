import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { workspaceRoot } from '@kontor/api';

/** A copy of the project to change, with the installed packages of the original. */
export interface WorkspaceCopy {
  readonly root: string;
  /** Replaces a text in a file; fails where it does not stand exactly once. */
  edit(file: string, text: string, replacement: string): void;
  write(file: string, content: string): void;
  append(file: string, content: string): void;
  /** Brings what is generated up to date. */
  generate(): void;
  /** Runs the command line from the copy's sources and answers what it printed. */
  kontor(...args: string[]): string;
  /** Serves the copy; `stop` ends it. */
  serve(): Promise<{ url: string; stop(): Promise<void> }>;
  remove(): void;
}

const packages = ['api', 'bench', 'client', 'console', 'core', 'testkit'];

function copyFiles(root: string): void {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: workspaceRoot,
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter((each) => each !== '' && existsSync(path.join(workspaceRoot, each)))) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    cpSync(path.join(workspaceRoot, file), path.join(root, file));
  }
  symlinkSync(path.join(workspaceRoot, 'node_modules'), path.join(root, 'node_modules'));
  for (const name of packages) {
    const modules = path.join('packages', name, 'node_modules');
    cpSync(path.join(workspaceRoot, modules), path.join(root, modules), { recursive: true, verbatimSymlinks: true });
  }
  // The console is drawn from the graph as it runs, so the one that is built serves the copy too.
  const built = path.join('packages', 'console', 'dist');
  symlinkSync(path.join(workspaceRoot, built), path.join(root, built));
}

export function copyWorkspace(): WorkspaceCopy {
  const root = mkdtempSync(path.join(tmpdir(), 'kontor copy '));
  copyFiles(root);
  const environment = {
    ...process.env,
    PORT: '0',
    KONTOR_HOME: path.join(root, '.kontor'),
    KONTOR_SEED: 'false',
    NODE_ENV: 'development',
    LOG_LEVEL: 'warn',
  };
  const entry = ['--import', 'tsx', path.join(root, 'packages/api/bin/dev-entry.mjs')];
  const node = (args: readonly string[], cwd = root): string =>
    execFileSync(process.execPath, [...args], {
      cwd,
      env: environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  return {
    root,
    edit: (file, text, replacement) => {
      const before = readFileSync(path.join(root, file), 'utf8');
      if (before.split(text).length !== 2) throw new Error(`${file} has not exactly one ${text}`);
      writeFileSync(
        path.join(root, file),
        before.replace(text, () => replacement),
      );
    },
    write: (file, content) => writeFileSync(path.join(root, file), content),
    append: (file, content) => writeFileSync(path.join(root, file), content, { flag: 'a' }),
    generate: () => {
      const bootstrap = path.join(root, 'packages/api/bin/bootstrap.mjs');
      node([
        '--input-type=module',
        '-e',
        `const { prepare } = await import(${JSON.stringify(`file://${encodeURI(bootstrap)}`)}); await prepare(['generate']);`,
      ]);
    },
    kontor: (...args) => node([...entry, ...args]),
    serve: () => serve(entry, root, environment),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

const secondsToStart = 60;

function serve(
  entry: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ url: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [...entry, 'serve'], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(() => reject(new Error(`it did not start: ${printed}`)), secondsToStart * 1000);
    const listen = (chunk: Buffer): void => {
      printed += chunk.toString();
      const url = /Kontor is at (\S+)/.exec(printed)?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve({ url, stop });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new Error(`it ended: ${printed}`)));
  });
}
