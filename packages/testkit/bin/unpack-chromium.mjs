#!/usr/bin/env node
// Unpacks the browser that comes from npm, once per version, and prints where it is and
// which libraries it needs beside it. The package unpacks into $TMPDIR and takes what
// stands there for itself whatever its version, so each version gets a folder of its own.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { version } = JSON.parse(
  readFileSync(path.join(path.dirname(require.resolve('@sparticuz/chromium')), '../../package.json'), 'utf8'),
);

export async function unpackChromium() {
  const folder = path.join(tmpdir(), `kontor-chromium-${version}-${userInfo().username}`);
  const description = path.join(folder, 'chromium.json');
  if (!existsSync(description)) unpackInto(folder);
  return JSON.parse(readFileSync(description, 'utf8'));
}

/** Beside its place, then renamed: two runs may unpack at once, and one may be interrupted. */
function unpackInto(folder) {
  const unfinished = mkdtempSync(`${folder}.`);
  try {
    const ran = runIn(unfinished, {});
    const needsLibraries =
      spawnSync(path.join(unfinished, 'chromium'), ['--version'], { stdio: 'ignore' }).status !== 0;
    if (needsLibraries) {
      // The package brings libnss3 and others for machines that it knows to lack them.
      rmSync(path.join(unfinished, 'chromium'), { force: true });
      runIn(unfinished, { AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
    }
    if (!existsSync(path.join(unfinished, 'chromium'))) throw new Error(`The browser did not unpack: ${ran}`);
    const description = {
      executablePath: path.join(folder, 'chromium'),
      libraryPath: needsLibraries ? path.join(folder, 'al2023/lib') : null,
    };
    writeFileSync(path.join(unfinished, 'chromium.json'), JSON.stringify(description));
    try {
      renameSync(unfinished, folder);
    } catch {
      if (!existsSync(path.join(folder, 'chromium.json'))) {
        // What stands there is not whole, and no run that lives made it so.
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(path.dirname(folder), { recursive: true });
        renameSync(unfinished, folder);
      }
    }
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function runIn(folder, env) {
  const unpacked = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"],
    {
      cwd: path.dirname(fileURLToPath(import.meta.url)),
      env: { ...process.env, TMPDIR: folder, ...env },
      encoding: 'utf8',
    },
  );
  return unpacked.stderr;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${JSON.stringify(await unpackChromium())}\n`);
}
