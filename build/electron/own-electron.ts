import { spawn } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder, inWorkFolder, projectRoot } from './folders.ts';

/** Where the real Electron is, or in a few words why it is not there. */
export type OwnElectron =
  | { readonly isFound: true; readonly path: string }
  | { readonly isFound: false; readonly reason: string };

const packageFolder = path.join(projectRoot, 'node_modules/electron');
const retryAfterMs = 24 * 60 * 60 * 1000;
const stalledAfterMs = 15_000;

/** The executable of the installed electron package, downloaded at the first call; a failure is remembered for a day. */
export async function obtainOwnElectron(version: string): Promise<OwnElectron> {
  const installed = await installedExecutable(version);
  if (installed) return { isFound: true, path: installed };
  const failureFile = path.join(cacheFolder, `electron-${version}-unavailable.txt`);
  const earlierReason = await recentFailure(failureFile);
  if (earlierReason) return { isFound: false, reason: earlierReason };

  console.log(`Downloading Electron ${version} …`);
  const reason = await inWorkFolder(download);
  const downloaded = await installedExecutable(version);
  if (downloaded) return { isFound: true, path: downloaded };
  await writeFile(failureFile, reason);
  return { isFound: false, reason };
}

/** The same questions electron's own install script asks before it downloads. */
async function installedExecutable(version: string): Promise<string | undefined> {
  try {
    const dist = path.join(packageFolder, 'dist');
    const distVersion = await readFile(path.join(dist, 'version'), 'utf8');
    if (distVersion.trim().replace(/^v/, '') !== version) return undefined;
    const executable = path.join(dist, await readFile(path.join(packageFolder, 'path.txt'), 'utf8'));
    await stat(executable);
    return executable;
  } catch {
    return undefined;
  }
}

async function recentFailure(file: string): Promise<string | undefined> {
  try {
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > retryAfterMs) return undefined;
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Runs electron's own install script; gives up when nothing arrives, not when a slow line takes long. */
async function download(folder: string): Promise<string> {
  const child = spawn(process.execPath, [path.join(packageFolder, 'install.js')], {
    // Its downloads go through the folder for temporary files, which is how their growth is seen.
    env: { ...process.env, TMPDIR: folder, TMP: folder, TEMP: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let printed = '';
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  let isStalled = false;
  const stopWatching = whenStalled(folder, () => {
    isStalled = true;
    child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.once('close', resolve).once('error', resolve));
  stopWatching();
  return isStalled ? 'no answer from its host' : firstLine(printed);
}

/** Calls back once when the folder has not grown for a while; unzipping afterwards is given the same patience. */
function whenStalled(folder: string, callback: () => void): () => void {
  let lastSize = -1;
  let lastGrowth = Date.now();
  const timer = setInterval(async () => {
    const size = (await folderSize(folder)) + (await folderSize(path.join(packageFolder, 'dist')));
    if (size !== lastSize) lastGrowth = Date.now();
    lastSize = size;
    if (Date.now() - lastGrowth > stalledAfterMs) callback();
  }, 1000);
  return () => clearInterval(timer);
}

async function folderSize(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    names.map(async (name) => {
      const info = await stat(path.join(folder, name)).catch(() => undefined);
      return info?.size ?? 0;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function firstLine(text: string): string {
  const line = text.trim().split('\n')[0] ?? '';
  return line.replace(/^\w*Error: /, '') || 'its install script failed';
}
