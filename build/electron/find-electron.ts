import { fallbackVersion, prepareFallbackElectron } from './fallback-electron.ts';
import { installedVersion } from './folders.ts';
import { obtainOwnElectron } from './own-electron.ts';

/** An Electron that can be started on this machine. */
export type FoundElectron = {
  /** The executable. */
  readonly path: string;
  readonly version: string;
  /** True for the old Electron used where the real one cannot be had: for trying out, never shipped. */
  readonly isFallback: boolean;
  /** One sentence for the person at the terminal, when there is something to know. */
  readonly note?: string;
};

/**
 * Electron as package.json names it where it is installed or can be downloaded, else the fallback.
 *
 * @throws Error in one sentence where neither can be had
 */
export async function findElectron(): Promise<FoundElectron> {
  const version = await installedVersion('electron');
  const own = await obtainOwnElectron(version);
  if (own.isFound) return { path: own.path, version, isFallback: false };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `Electron ${version} could not be downloaded (${own.reason}); check the connection or proxy and run the command again.`,
    );
  }
  const path = await prepareFallbackElectron();
  const note =
    `Electron ${version} could not be downloaded here (${own.reason}): ` +
    `Electron ${fallbackVersion} stands in, for trying out and tests only.`;
  return { path, version: fallbackVersion, isFallback: true, note };
}
