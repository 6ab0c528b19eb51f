import path from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const source = (file: string) => path.resolve(import.meta.dirname, 'src', file);

// electron-vite writes relative addresses for file:// pages; ours has its own origin and paths more than one level deep.
const absoluteBase: Plugin = { name: 'absolute-base', enforce: 'post', config: () => ({ base: '/' }) };

// The oldest Electron this must run on is the fallback of build/electron: Node 20.18 and Chromium 130.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      sourcemap: true,
      // Dependencies stay outside by themselves; what is only optional does not.
      externalizeDeps: { include: ['node-llama-cpp'] },
      rolldownOptions: {
        // Three entries, so that the backend has a name main can fork, and its worker one the backend can start.
        input: {
          index: source('main/index.ts'),
          backend: source('backend/index.ts'),
          'document-worker': source('adapters/knowledge-source/worker/document-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      rolldownOptions: {
        input: { index: source('preload/index.ts') },
        // A sandboxed preload cannot be an ES module; package.json makes a plain .js one.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [react(), tailwindcss(), absoluteBase],
    build: {
      target: 'chrome130',
      minify: true,
      rolldownOptions: { input: source('renderer/index.html') },
    },
  },
});
