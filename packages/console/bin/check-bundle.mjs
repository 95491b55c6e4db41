// Fails the build when what a browser loads before the first page is larger than the budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 400;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

/** Chunks that are loaded together with one, without waiting for a page. */
function staticChunks(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of manifest[key].imports ?? []) staticChunks(imported, seen);
  return seen;
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
if (!entry) throw new Error('The manifest names no entry.');

// Whoever has signed in needs the entry, the frame around every page, the way to the records, the texts of one language
// and one page: the largest of each is counted. Signing in itself needs the entry and its own page.
const FRAME = ['src/layout/layout.tsx', 'src/resource-pages.tsx', 'src/data/data-provider.ts'];
for (const key of FRAME) if (!manifest[key]) throw new Error(`The manifest has no ${key}.`);

const kilobytes = (keys) =>
  keys.reduce((sum, key) => sum + gzipSync(readFileSync(new URL(manifest[key].file, dist))).length, 0) / 1000;
const guest = staticChunks(entry);
const first = new Set([entry, ...FRAME].flatMap((key) => [...staticChunks(key)]));
const added = (key) => kilobytes([...staticChunks(key)].filter((one) => !first.has(one)));
const isText = (key) => key.startsWith('src/i18n/');
const lazy = [...first].flatMap((key) => manifest[key].dynamicImports ?? []);
const largest = (sizes) => Math.max(0, ...sizes);
const base = kilobytes([...first]);
// A language is its texts and the reasons of refusals.
const languages = lazy.filter((key) => /^src\/i18n\/[a-z]{2}\.ts$/.test(key));
const textsOf = (key) => {
  const refusals = `src/i18n/refusals.ts?language=${key.slice(-5, -3)}`;
  if (!manifest[refusals]) throw new Error(`The manifest has no ${refusals}.`);
  return added(key) + added(refusals);
};
const total = base + largest(languages.map(textsOf)) + largest(lazy.filter((key) => !isText(key)).map(added));

console.log(
  `First JavaScript: ${kilobytes([...guest]).toFixed(0)} KB to sign in, ${total.toFixed(0)} KB with the heaviest page (gzip, budget ${BUDGET_KB} KB)`,
);
if (total > BUDGET_KB) {
  console.error('The first JavaScript is over its budget. Load what is rare with a dynamic import.');
  process.exit(1);
}
