import path from 'node:path';
import { exitWithReason } from './exit-with-reason.ts';
import { projectRoot } from './folders.ts';
import { runOnVirtualDisplay } from './virtual-display.ts';

// npm run e2e: arguments after `--` go to Vitest, e.g. a part of a file's name.
const vitest = path.join(projectRoot, 'node_modules/vitest/vitest.mjs');
await exitWithReason(() =>
  runOnVirtualDisplay([vitest, 'run', '--config', 'vitest.e2e.config.ts', ...process.argv.slice(2)]),
);
