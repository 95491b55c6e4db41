/** A real browser for tests: the one from npm, unpacked once, or the one that KONTOR_TEST_CHROMIUM names. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readEnv } from '@kontor/api/env';
import { type Browser, chromium } from 'playwright-core';

type Unpacked = { executablePath: string; libraryPath: string | null };

export async function launchChromium(): Promise<Browser> {
  const { executablePath, libraryPath } = findChromium();
  return chromium.launch({
    executablePath,
    headless: true,
    // Containers run tests as root, where Chromium's sandbox does not start.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    ...(libraryPath === null ? {} : { env: { LD_LIBRARY_PATH: libraryPath } }),
  });
}

function findChromium(): Unpacked {
  const { testChromium } = readEnv();
  if (testChromium !== null) return { executablePath: testChromium, libraryPath: null };
  const program = fileURLToPath(new URL('../bin/unpack-chromium.mjs', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [program], { encoding: 'utf8' })) as Unpacked;
}
