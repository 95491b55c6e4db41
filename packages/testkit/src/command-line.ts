import { spawn } from 'node:child_process';
import path from 'node:path';
import { workspaceRoot } from '@kontor/api';

/** How a command ended, and all that it printed. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  /** The same, for what is no UTF-8. */
  readonly bytes: Buffer;
  readonly err: string;
}

/** A command that is under way. */
export interface Running {
  /** Of its process. */
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** All that was printed, once it has this in it; fails if the command ends first. */
  says(text: string): Promise<string>;
  signal(name: NodeJS.Signals): void;
}

/** What a command runs with: nothing else of the environment reaches it. */
export interface Setting {
  /** The folder of the installation. */
  readonly home: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What it reads from standard input, which is empty otherwise. */
  readonly input?: string | Buffer;
}

/** The settings by which a command works on a database that is there. */
export const onDatabase = ({ appUrl, ownerUrl }: { readonly appUrl: string; readonly ownerUrl: string }) => ({
  DATABASE_URL: appUrl,
  MIGRATE_DATABASE_URL: ownerUrl,
});

function start(args: readonly string[], { home, env = {}, input = '' }: Setting): Running {
  const child = spawn(process.execPath, [path.join(workspaceRoot, 'packages/api/bin/kontor.mjs'), ...args], {
    cwd: workspaceRoot,
    env: { PATH: '/usr/bin:/bin', LOG_LEVEL: 'silent', KONTOR_HOME: home, ...env },
  });
  const printed: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
  const all: Buffer[] = [];
  const listeners = new Set<() => void>();
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (chunk: Buffer) => {
      printed[stream].push(chunk);
      all.push(chunk);
      for (const listener of listeners) listener();
    });
  }
  // A command that does not read has closed its end.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const text = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString();
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      const bytes = Buffer.concat(printed.stdout);
      resolve({ status, out: bytes.toString(), bytes, err: text(printed.stderr) });
    });
  });
  return {
    pid: child.pid ?? Number.NaN,
    ended,
    signal: (name) => child.kill(name),
    says: (wanted) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (text(all).includes(wanted)) resolve(text(all));
        };
        listeners.add(look);
        look();
        void ended.then(() => reject(new Error(`It ended without saying "${wanted}":\n${text(all)}`)));
      }),
  };
}

let built: Promise<Ended> | undefined;

/** Builds what has changed, so that the command that follows prints its own words alone. */
async function whenBuilt(): Promise<void> {
  built ??= start(['serve', '--help'], { home: path.join(workspaceRoot, '.kontor') }).ended;
  const { status, err } = await built;
  if (status !== 0) throw new Error(err);
}

/** Starts `kontor` as a person does, as a process of its own. */
export async function startKontor(args: readonly string[], setting: Setting): Promise<Running> {
  await whenBuilt();
  return start(args, setting);
}

/** Runs `kontor` to its end. */
export async function runKontor(args: readonly string[], setting: Setting): Promise<Ended> {
  return (await startKontor(args, setting)).ended;
}
