/** Every file of commands in this folder, imported so that it is bundled; a test compares with the folder. */
import * as exports from './export.ts';
import * as imports from './import.ts';
import * as migrate from './migrate.ts';
import * as schema from './schema.ts';
import * as serve from './serve.ts';
import type { Register } from './session.ts';

export const commands: Record<string, { register: Register }> = {
  export: exports,
  import: imports,
  migrate,
  schema,
  serve,
};
