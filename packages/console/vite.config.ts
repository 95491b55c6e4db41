import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { isLanguage } from './src/i18n/languages.ts';
import { refusalsIn } from './src/i18n/refusals.ts';

const api = 'http://127.0.0.1:4000';

/** The reasons of refusals stand together for whoever translates them, and are loaded in one language alone. */
const refusalsByLanguage: Plugin = {
  name: 'refusals-by-language',
  enforce: 'pre',
  load(id) {
    const language = /\/i18n\/refusals\.ts\?language=(\w+)$/.exec(id)?.[1];
    return isLanguage(language) ? `export default ${JSON.stringify(refusalsIn(language))};` : undefined;
  },
};

/** The server serves `dist` at `/` and answers unknown paths with `index.html`, so the base is the root. */
export default defineConfig({
  plugins: [react(), refusalsByLanguage],
  base: '/',
  build: {
    outDir: 'dist',
    manifest: true,
    target: 'es2022',
    // A content-security policy without inline scripts applies; the preload polyfill would be one.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  server: {
    proxy: Object.fromEntries(
      [
        '/graphql',
        '/exports',
        '/imports',
        '/files',
        '^/(payslips|payslip-archives|payment-batches)/[^/]+\\.(pdf|zip|xml)$',
      ].map((path) => [path, api]),
    ),
  },
});
