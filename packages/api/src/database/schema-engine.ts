/**
 * Prisma's schema engine as WebAssembly, which finds what a new migration must do. For
 * people who change the schema: it is a development dependency, and nothing that runs
 * Kontor loads it.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import type { Migration } from './migration-files.ts';
import { createScratchDatabase } from './scratch-database.ts';

const noFilters = { externalTables: [], externalEnums: [] };

/** The SQL that leads from what the migrations make to what the schema files say; empty if nothing. */
export async function diffMigrationsToSchema(
  ownerUrl: string,
  migrations: Migration[],
  schema: { path: string; content: string }[],
): Promise<string> {
  const engine = await newEngine(ownerUrl, schema);
  try {
    const result = await engine.diff({
      from: {
        tag: 'migrations',
        baseDir: 'prisma/migrations',
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map((migration) => ({
          path: migration.name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: migration.sql } },
        })),
      },
      to: { tag: 'schemaDatamodel', files: schema },
      script: true,
      exitCode: null,
      filters: noFilters,
      shadowDatabaseUrl: null,
    } as Parameters<SchemaEngine['diff']>[0]);
    const script = result.stdout ?? '';
    return script.trim() === '-- This is an empty migration.' ? '' : script;
  } finally {
    engine.free();
  }
}

type WebAssemblyApi = {
  compile(bytes: Uint8Array): Promise<unknown>;
  instantiate(module: unknown, imports: Record<string, unknown>): Promise<{ exports: unknown }>;
};

type Bindings = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

let loaded: Promise<Bindings> | null = null;
let panic = '';

async function newEngine(ownerUrl: string, schema: { path: string; content: string }[]): Promise<SchemaEngine> {
  // Once for the process: the bindings keep views of the first instance's memory.
  loaded ??= loadBindings();
  const bindings = await loaded;
  try {
    return await bindings.SchemaEngine.new(
      { datamodels: schema.map((file) => [file.path, file.content]) },
      () => {},
      bindMigrationAwareSqlAdapterFactory(shadowFactory(ownerUrl)),
    );
  } catch (error) {
    throw panic === '' ? error : new Error(panic, { cause: error });
  }
}

async function loadBindings(): Promise<Bindings> {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  // Node has it, and its types do not.
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi };
  const module = await WebAssembly.compile(await readFile(path.join(folder, 'schema_engine_bg.wasm')));
  const { exports } = await WebAssembly.instantiate(module, { './schema_engine_bg.js': bindings });
  // The package's own entry imports the .wasm as a module, which Node 20 cannot.
  const { __wbg_set_wasm } = bindings as unknown as { __wbg_set_wasm(exports: unknown): void };
  __wbg_set_wasm(exports);
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => {
        panic = message;
      },
    },
  });
  (exports as { __wbindgen_start(): void }).__wbindgen_start();
  return bindings;
}

/**
 * Everything the engine does happens in a scratch database, the main connection
 * included: with Prisma's own factory the connection string would win over the shadow
 * database's name and the migrations would be replayed on the real one.
 */
function shadowFactory(ownerUrl: string): SqlMigrationAwareDriverAdapterFactory {
  const open = async (): Promise<SqlDriverAdapter> => {
    const scratch = await createScratchDatabase(ownerUrl, 'shadow');
    const pg = await new PrismaPg({ connectionString: scratch.url }).connect();
    const adapter: SqlDriverAdapter = pg;
    mapCharColumns(adapter);
    // The adapter cuts a script at each semicolon, also at those inside a function.
    adapter.executeScript = async (script) => {
      await pg.underlyingDriver().query(script);
    };
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await scratch.drop();
    };
    return adapter;
  };
  return { provider: 'postgres', adapterName: '@prisma/adapter-pg', connect: open, connectToShadowDb: open };
}

const charOid = 18;
const textOid = 25;

/** The catalog has columns of the type "char", which the adapter does not know and the engine reads. */
function mapCharColumns(adapter: SqlDriverAdapter): void {
  const inner = adapter as unknown as {
    performIO(query: unknown): Promise<{ fields: { dataTypeID: number }[] }>;
    queryRaw(query: unknown): Promise<SqlResultSet>;
  };
  const performIO = inner.performIO.bind(inner);
  const queryRaw = inner.queryRaw.bind(inner);
  const charColumns = new WeakMap<object, Set<number>>();
  inner.performIO = async (query) => {
    const result = await performIO(query);
    const found = new Set<number>();
    result.fields.forEach((field, index) => {
      if (field.dataTypeID !== charOid) return;
      found.add(index);
      field.dataTypeID = textOid;
    });
    charColumns.set(query as object, found);
    return result;
  };
  inner.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const found = charColumns.get(query as object);
    const columnTypes = result.columnTypes.map((type, index) => (found?.has(index) ? ColumnTypeEnum.Character : type));
    return { ...result, columnTypes };
  };
}
