// Writes a generated page of one entity as TSX: `eject.mjs ENTITY PAGE`, with the answer to consoleMeta as its input.
// `kontor console eject` runs it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogueOf } from '../src/generator/compile.ts';
import { eject, generatedPage, ownPage } from '../src/generator/eject.ts';
import { patches } from '../src/resources/index.ts';

const [entity, place] = process.argv.slice(2);
const src = fileURLToPath(new URL('../src/', import.meta.url));
const workspace = path.resolve(src, '../../..');

function stop(why) {
  console.error(why);
  process.exit(1);
}

const resource = catalogueOf(JSON.parse(readFileSync(0, 'utf8')), patches).byName.get(entity);
if (!resource) stop(`There is no entity ${entity}.`);
if (place === 'create' && !resource.create) stop(`Nobody makes a new ${entity} by a form.`);
if (place === 'edit' && resource.update === 'NEVER') stop(`Nobody changes a ${entity} by a form.`);
const file = path.join(src, ownPage(resource, place));
if (existsSync(file)) stop(`${path.relative(workspace, file)} is there already.`);
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, eject(resource, place, readFileSync(path.join(src, generatedPage(place)), 'utf8')));
const biome = createRequire(path.join(workspace, 'package.json')).resolve('@biomejs/biome/bin/biome');
execFileSync(process.execPath, [biome, 'check', '--write', file], { cwd: workspace, stdio: 'ignore' });
console.log(path.relative(workspace, file));
