import { cp, mkdir, realpath, rename, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder, inWorkFolder, installedVersion, projectRoot } from './folders.ts';
import { runQuietly } from './run-command.ts';

/**
 * The file of a better-sqlite3 built for older Node-API versions, compiled at the first call.
 *
 * better-sqlite3's prebuilt file asks for Node-API 10 and crashes the fallback Electron, which has 9.
 *
 * @returns the path for better-sqlite3's `nativeBinding` option
 * @throws Error in one sentence where a compiler is missing
 */
export async function prepareSqliteBinding(): Promise<string> {
  const version = await installedVersion('better-sqlite3');
  const folder = path.join(cacheFolder, `better-sqlite3-${version}-napi8`);
  const binding = path.join(folder, 'better_sqlite3.node');
  if (await isFile(binding)) return binding;

  await requireCompiler();
  console.log(`Compiling better-sqlite3 ${version} for the fallback Electron (about a minute, once) …`);
  await mkdir(folder, { recursive: true });
  await inWorkFolder(async (workFolder) => rename(await compile(workFolder), binding));
  return binding;
}

async function requireCompiler(): Promise<void> {
  const missing: string[] = [];
  for (const tool of ['g++', 'make', 'python3']) {
    await runQuietly(tool, ['--version']).catch(() => missing.push(tool));
  }
  if (missing.length === 0) return;
  throw new Error(
    `The fallback Electron needs a better-sqlite3 compiled here, and ${missing.join(', ')} is missing: install it (on Debian: apt-get install g++ make python3) and run the command again.`,
  );
}

async function compile(workFolder: string): Promise<string> {
  const modules = path.join(projectRoot, 'node_modules');
  const sources = path.join(workFolder, 'better-sqlite3');
  await cp(path.join(modules, 'better-sqlite3'), sources, { recursive: true });
  // Next to the copy, so that its binding.gyp can resolve it.
  await mkdir(path.join(workFolder, 'node_modules'));
  await symlink(path.join(modules, 'node-addon-api'), path.join(workFolder, 'node_modules/node-addon-api'));
  const nodeGyp = [await findNodeGyp(), 'rebuild', '--release', '--force_build=1'];
  await runQuietly(process.execPath, [...nodeGyp, ...(await headerArguments())], {
    cwd: sources,
    env: {
      ...process.env,
      // The last two make the declarations match what older Node-API versions export.
      CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
    },
  });
  return path.join(sources, 'build/Release/better_sqlite3.node');
}

/** npm carries its own node-gyp and names it to the scripts it runs. */
async function findNodeGyp(): Promise<string> {
  const named = process.env['npm_config_node_gyp'];
  if (named && (await isFile(named))) return named;
  const npm = await realpath((await runQuietly('sh', ['-c', 'command -v npm'])).trim());
  const bundled = path.resolve(npm, '../../node_modules/node-gyp/bin/node-gyp.js');
  if (await isFile(bundled)) return bundled;
  throw new Error('npm has no node-gyp here: run the command through npm (npm start, npm run e2e).');
}

/** Headers already on this machine, so that node-gyp need not download any. */
async function headerArguments(): Promise<string[]> {
  const ownPrefix = path.resolve(await realpath(process.execPath), '../..');
  for (const prefix of [ownPrefix, '/usr']) {
    if (await isFile(path.join(prefix, 'include/node/node_api.h'))) return [`--nodedir=${prefix}`];
  }
  return [];
}

function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (info) => info.isFile(),
    () => false,
  );
}
