// What the bundle takes of Prisma's client otherwise than it comes, since it would hold 30 MB for as long as the server runs.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const mustBeMet = (name, isMet) =>
  isMet ? {} : { errors: [{ text: `${name}: Prisma comes otherwise than this was written for` }] };

/** Prisma's compiler of queries, a file beside the bundle. */
export const queryCompiler = {
  name: 'query-compiler.wasm',
  read: () =>
    Buffer.from(require('@prisma/client/runtime/query_compiler_fast_bg.postgresql.wasm-base64.js').wasm, 'base64'),
};

/**
 * Prisma imports its compiler as a text in base64, which would be held twice: in the source, and as the value. This reads the
 * file beside the bundle when the property is asked for, once, and keeps nothing.
 */
export const queryCompilerFromFile = {
  name: 'query-compiler-from-file',
  setup({ onResolve, onLoad, onEnd }) {
    let isMet = false;
    // Of a name that leaves room for a getter: a file that ends in .mjs has exports alone.
    onResolve({ filter: /\/query_compiler_fast_bg\.postgresql\.wasm-base64\.mjs$/ }, () => {
      isMet = true;
      return { path: 'query-compiler.cjs', namespace: 'query-compiler' };
    });
    onLoad({ filter: /./, namespace: 'query-compiler' }, () => ({
      contents: `module.exports = {
        get wasm() {
          return require('node:fs').readFileSync(require('node:path').join(__dirname, '${queryCompiler.name}'));
        },
      };`,
    }));
    onEnd(() => mustBeMet('query-compiler-from-file', isMet));
  },
};

/** Parts of Prisma's minified client, and what stands in their place. */
const replaced = [
  ['{let i=this.#i(),o={};', '{let at=this.#r,read=()=>{let i=this.#i(),o={};'],
  ['r.push({edges:o})}', 'return o};r.push(new NodeInPlace(()=>{this.#r=at;return read()}));read()}'],
];

const nodeInPlace = `
class NodeInPlace {
  #read;
  #edges;
  constructor(read) {
    this.#read = read;
  }
  get edges() {
    return (this.#edges ??= this.#read());
  }
}`;

/**
 * Prisma keeps a graph of what can be a parameter, by which it knows a query that it has compiled before, packed into a text.
 * It would unpack all of it when it starts: 90,000 edges in 20 MB, and a server's queries come to a few hundred. This
 * unpacks a node when a query first comes to it.
 */
export const parametersInPlace = {
  name: 'parameters-in-place',
  setup({ onLoad, onEnd }) {
    let isMet = false;
    onLoad({ filter: /@prisma[\\/]client[\\/]runtime[\\/]client\.js$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8');
      // Each once for what goes into a query and once for what comes out.
      isMet = replaced.every(([from]) => contents.split(from).length === 3);
      if (!isMet) return {};
      return { contents: replaced.reduce((text, [from, to]) => text.replaceAll(from, to), contents) + nodeInPlace };
    });
    onEnd(() => mustBeMet('parameters-in-place', isMet));
  },
};
