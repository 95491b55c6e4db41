import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = 'http://127.0.0.1:4000';

/** The server serves `dist` at `/` and answers unknown paths with `index.html`, so the base is the root. */
export default defineConfig({
  plugins: [react()],
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
    proxy: Object.fromEntries(['/graphql', '/exports', '/imports', '/files'].map((path) => [path, api])),
  },
});
