import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commands } from './commands.ts';
import { createProgram } from './program.ts';

test('every file that registers commands is in the program', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .filter((name) => /^export const register\b/m.test(readFileSync(path.join(import.meta.dirname, name), 'utf8')))
    .map((name) => name.replace(/\.ts$/, ''));
  expect(Object.keys(commands).sort()).toEqual(files.sort());
});

test('every command says what it does', () => {
  for (const command of createProgram().commands) {
    expect(command.description(), command.name()).not.toBe('');
    expect(command.helpInformation()).toContain('--help');
  }
});
