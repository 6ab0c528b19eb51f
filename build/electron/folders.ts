import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** The repository's root: build scripts must not depend on the folder they are called from. */
export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** Where prepared programs are kept: outside the tree git sees, gone with `node_modules`. */
export const cacheFolder = path.join(projectRoot, 'node_modules/.cache/deskside');

/** The version field of an installed package. */
export async function installedVersion(packageName: string): Promise<string> {
  const manifest = path.join(projectRoot, 'node_modules', packageName, 'package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  return version;
}

const abandonedAfterMs = 60 * 60 * 1000;

/**
 * Runs work in a folder of its own beside the cached programs, and removes the folder afterwards; a result is
 * moved into place by the work itself, whole. What interrupted runs left behind is removed too.
 */
export async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(cacheFolder, { recursive: true });
  for (const name of await readdir(cacheFolder)) {
    if (!name.startsWith('work-')) continue;
    const folder = path.join(cacheFolder, name);
    const info = await stat(folder).catch(() => undefined);
    if (!info || Date.now() - info.mtimeMs < abandonedAfterMs) continue;
    await rm(folder, { recursive: true, force: true });
  }
  const folder = await mkdtemp(path.join(cacheFolder, 'work-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
