#!/usr/bin/env node
// For people who change Kontor: the graph restarts when its sources change, and the
// console is served by Vite, which replaces modules in the open page.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { prepare, root } from './bootstrap.mjs';

if (process.argv.includes('--help')) {
  console.log(
    'Usage: pnpm dev\n\nServes the graph on PORT (4000) and the console with Vite on 5173, both in watch mode.',
  );
  process.exit(0);
}
await prepare(['install', 'generate', 'generate-client']);

const consolePackage = path.join(root, 'packages/console');
const programs = [
  start(root, ['--import', 'tsx', '--watch', '--watch-preserve-output', 'packages/api/bin/dev-entry.mjs', 'serve']),
];
if (existsSync(path.join(consolePackage, 'src/main.tsx'))) {
  programs.push(start(consolePackage, [path.join(consolePackage, 'node_modules/vite/bin/vite.js')]));
}

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(signal));

function start(cwd, args) {
  const child = spawn(process.execPath, args, { cwd, stdio: 'inherit' });
  child.on('close', () => stop('SIGTERM'));
  return child;
}

/** If one of them ends, so does the other. */
function stop(signal) {
  if (stopping) return;
  stopping = true;
  for (const child of programs) child.kill(signal);
}
