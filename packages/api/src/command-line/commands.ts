/** Every file of commands in this folder, imported so that it is bundled; a test compares with the folder. */
import * as audit from './audit.ts';
import * as console from './console.ts';
import * as exports from './export.ts';
import * as imports from './import.ts';
import * as init from './init.ts';
import * as ledger from './ledger.ts';
import * as migrate from './migrate.ts';
import * as operations from './operations.ts';
import * as payroll from './payroll.ts';
import * as schema from './schema.ts';
import * as seed from './seed.ts';
import * as serve from './serve.ts';
import type { Register } from './session.ts';
import * as token from './token.ts';
import * as user from './user.ts';

export const commands: Record<string, { register: Register }> = {
  audit,
  console,
  export: exports,
  import: imports,
  init,
  ledger,
  migrate,
  operations,
  payroll,
  schema,
  seed,
  serve,
  token,
  user,
};
