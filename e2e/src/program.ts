import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { workspaceRoot } from '@kontor/api';

/** A server that runs as a process of its own, as an installation has it. */
export interface Served {
  readonly url: string;
  /** Asks it to stop, and answers how it ended. */
  stop(): Promise<number | null>;
  /** Ends it where it stands. */
  kill(): Promise<void>;
  readonly ended: Promise<number | null>;
}

/** Kontor with an installation of its own. */
export interface Program {
  readonly home: string;
  /** Runs a command and answers what it printed. */
  run(...args: string[]): string;
  serve(settings?: Readonly<Record<string, string>>): Promise<Served>;
}

const secondsToStart = 90;

function started(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(() => reject(new Error(`it did not start: ${printed}`)), secondsToStart * 1000);
    const listen = (chunk: Buffer): void => {
      printed += chunk.toString();
      const url = /Kontor is at (\S+)/.exec(printed)?.[1];
      if (url) resolve(url);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => reject(new Error(`it ended: ${printed}`)));
    child.once('exit', () => clearTimeout(timer));
  });
}

/** Kontor as it is built: a process that need not compile its sources starts in a fifth of the processor's time. */
export const builtProgram = (home: string): Program => programOf(workspaceRoot, home, ['packages/api/bin/kontor.mjs']);

/** Kontor from the sources of a copy of the workspace. */
export const programIn = (root: string, home: string): Program =>
  programOf(root, home, ['--import', 'tsx', path.join(root, 'packages/api/bin/dev-entry.mjs')]);

function programOf(root: string, home: string, entry: readonly string[]): Program {
  const environment = {
    ...process.env,
    PORT: '0',
    KONTOR_HOME: home,
    KONTOR_SEED: 'false',
    NODE_ENV: 'development',
    LOG_LEVEL: 'silent',
  };
  return {
    home,
    run: (...args) =>
      execFileSync(process.execPath, [...entry, ...args], {
        cwd: root,
        env: environment,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    serve: async (settings = {}) => {
      const child = spawn(process.execPath, [...entry, 'serve'], {
        cwd: root,
        env: { ...environment, ...settings },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const ended = new Promise<number | null>((resolve) => child.once('exit', (status) => resolve(status)));
      const url = await started(child);
      const signal = async (name: NodeJS.Signals): Promise<number | null> => {
        child.kill(name);
        return ended;
      };
      return {
        url,
        ended,
        stop: () => signal('SIGTERM'),
        kill: async () => {
          await signal('SIGKILL');
        },
      };
    },
  };
}

/** What an installation begins with. */
export const firstSteps = [
  ...[
    '--company-code',
    'SE',
    '--company-name',
    'Kontor AB',
    '--country',
    'SE',
    '--currency',
    'SEK',
    '--locale',
    'sv-SE',
  ],
  ...['--time-zone', 'Europe/Stockholm', '--email', 'admin@world.example', '--name', 'Admin'],
];
