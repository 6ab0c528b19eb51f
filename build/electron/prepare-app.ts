import { buildIfNeeded } from './app-build.ts';
import { findElectron } from './find-electron.ts';
import type { FoundElectron } from './find-electron.ts';
import { prepareSqliteBinding } from './sqlite-binding.ts';

/** All that is needed to start the app of this folder. */
export type PreparedApp = {
  readonly electron: FoundElectron;
  /** Variables to add to the app's environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Switches that go before the app's path. */
  readonly switches: readonly string[];
};

/** Makes ready what `npm start`, the end-to-end run and the screenshots share: Electron, SQLite and the built app. */
export async function prepareApp(): Promise<PreparedApp> {
  const electron = await findElectron();
  const env = electron.isFallback ? { DESKSIDE_SQLITE_BINDING: await prepareSqliteBinding() } : {};
  await buildIfNeeded();
  return { electron, env, switches: isRoot() ? ['--no-sandbox'] : [] };
}

/**
 * Chromium refuses to start its operating-system sandbox as root. The page keeps what Electron's `sandbox: true`
 * gives whatever the user: no Node, an isolated preload.
 */
function isRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}
