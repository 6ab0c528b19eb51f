import { exitWithReason } from './exit-with-reason.ts';
import { runOnVirtualDisplay } from './virtual-display.ts';

// npm run screenshots: the pictures of the README and the documentation, taken from the running app.
await exitWithReason(() => runOnVirtualDisplay(['test/e2e/screenshots.ts', ...process.argv.slice(2)]));
