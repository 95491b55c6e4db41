import { defineConfig } from 'vitest/config';

/** The core alone: it needs no database, so its tests run without the workspace's set-up. */
export default defineConfig({
  test: { include: ['src/**/*.test.ts'], env: { TZ: 'UTC', LANG: 'C.UTF-8' } },
});
