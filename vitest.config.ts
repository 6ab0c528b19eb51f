import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    setupFiles: ['test/support/property-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores: a third worker only takes time from the other two.
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: 'out/test/unit.json' }]],
  },
});
