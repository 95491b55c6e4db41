import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Kontor's cookie is for its own address alone, so the page's server passes on what is for the graph. */
const proxy = { '/graphql': process.env['KONTOR_URL'] ?? 'http://127.0.0.1:4000' };

export default defineConfig({ plugins: [react()], server: { proxy }, preview: { proxy } });
