import { defineConfig } from 'vitest/config';

// Each file starts real windows on one display: one file at a time, and time enough for a slow machine.
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: 'out/test/e2e.json' }]],
  },
});
