// What was made from what: a step runs again if the content of its sources changed.
import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Made by steps, so never a source of one. */
const notSources = new Set(['node_modules', 'dist', 'coverage', '.vite']);

/**
 * Names and contents of files and folders; `packages/*` stands for each package, and
 * `names:folder` for the names alone, which is what a step that finds files depends on.
 */
export function hashOf(root, sources) {
  const hash = createHash('sha256').update(process.versions.modules);
  for (const source of sources.flatMap((each) => expand(root, each))) addTo(hash, root, source);
  return hash.digest('hex');
}

export function isCurrent(root, step, hash) {
  if (!step.made.every((file) => existsSync(path.join(root, file)))) return false;
  try {
    return readFileSync(stampFile(root, step.name), 'utf8') === hash;
  } catch {
    return false;
  }
}

export function stamp(root, name, hash) {
  const file = stampFile(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, hash);
  renameSync(`${file}.new`, file);
}

/** One setup at a time: two would write into each other's files. The lock of a dead process is taken over. */
export async function withSetupLock(root, task) {
  const lock = stampFile(root, 'lock');
  const own = `${lock}.${process.pid}`;
  try {
    mkdirSync(path.dirname(lock), { recursive: true });
    writeFileSync(own, String(process.pid));
  } catch (error) {
    throw Object.assign(
      new Error(
        `Cannot write in ${path.dirname(lock)} (${error.code}): the first start must be made by a user who may`,
      ),
      { oneLine: true },
    );
  }
  try {
    let said = false;
    while (!linked(own, lock)) {
      const holder = Number(read(lock));
      if (holder > 0 && !lives(holder)) rmSync(lock, { force: true });
      else {
        if (!said) process.stderr.write(`Waiting for process ${holder}, which is setting up\n`);
        said = true;
        await sleep(250);
      }
    }
    const release = () => rmSync(lock, { force: true });
    process.once('exit', release);
    try {
      return await task();
    } finally {
      process.off('exit', release);
      release();
    }
  } finally {
    rmSync(own, { force: true });
  }
}

function stampFile(root, name) {
  return path.join(root, '.kontor/setup', name);
}

function expand(root, source) {
  if (!source.startsWith('packages/*/')) return [source];
  return readdirSync(path.join(root, 'packages'))
    .sort()
    .map((name) => source.replace('*', name));
}

function addTo(hash, root, source) {
  if (source.startsWith('names:')) {
    const folder = path.join(root, source.slice('names:'.length));
    const files = readdirSync(folder, { recursive: true }).map(String);
    hash.update(
      files
        .filter((file) => !file.startsWith('generated') && !/\.test\.tsx?$/.test(file))
        .sort()
        .join('\n'),
    );
    return;
  }
  const full = path.join(root, source);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) {
      if (!notSources.has(name)) addTo(hash, root, path.join(source, name));
    }
    return;
  }
  // Tests are not part of what is built.
  if (/\.test\.tsx?$/.test(source)) return;
  hash.update(`${source}\0`).update(readFileSync(full)).update('\0');
}

function linked(own, lock) {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
