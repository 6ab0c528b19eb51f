import path from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/* `npx vite build -c test/renderer/preview/vite.config.ts`, then serve out/preview: the window without Electron. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), tailwindcss()],
  build: {
    target: 'chrome130',
    outDir: path.resolve(import.meta.dirname, '../../../out/preview'),
    emptyOutDir: true,
  },
});
