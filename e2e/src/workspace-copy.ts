import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { workspaceRoot } from '@kontor/api';
import { type Program, programIn } from './program.ts';

/** A copy of the project to change, with the installed packages of the original. */
export interface WorkspaceCopy {
  readonly root: string;
  /** Replaces a text in a file; fails where it does not stand exactly once. */
  edit(file: string, text: string, replacement: string): void;
  write(file: string, content: string): void;
  append(file: string, content: string): void;
  /** Brings what is generated up to date. */
  generate(): void;
  /** Kontor from the sources of the copy. */
  readonly program: Program;
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
  // What is generated from the graph of the original, until `generate` is called.
  const client = path.join('packages', 'client', 'src', 'generated');
  cpSync(path.join(workspaceRoot, client), path.join(root, client), { recursive: true });
  // The console is drawn from the graph as it runs, so the one that is built serves the copy too.
  const built = path.join('packages', 'console', 'dist');
  symlinkSync(path.join(workspaceRoot, built), path.join(root, built));
}

export function copyWorkspace(): WorkspaceCopy {
  const root = mkdtempSync(path.join(tmpdir(), 'kontor copy '));
  copyFiles(root);
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
      const task = `const { prepare } = await import(${JSON.stringify(pathToFileURL(bootstrap))}); await prepare(['generate']);`;
      execFileSync(process.execPath, ['--input-type=module', '-e', task], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    },
    program: programIn(root, path.join(root, '.kontor')),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
