import { Command } from 'commander';
import { commands } from './commands.ts';

export function createProgram(): Command {
  const program = new Command('kontor')
    .description('Kontor, a headless back office: one GraphQL graph and its admin console.')
    .option('--as <email>', 'act as this user; without it, as the audited local operator')
    .showHelpAfterError('(add --help for what can be given)');
  for (const { register } of Object.values(commands)) register(program);
  return program;
}
