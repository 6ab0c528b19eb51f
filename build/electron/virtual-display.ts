import { findElectron } from './find-electron.ts';
import { projectRoot } from './folders.ts';
import { prepareApp } from './prepare-app.ts';
import { runInForeground, runQuietly } from './run-command.ts';

/**
 * Prepares the app, then runs a script or program of Node's on a virtual display of 1600 × 1000.
 * Elsewhere than on Linux it runs on the real one.
 *
 * @returns its exit code
 * @throws Error in one sentence when the machine lacks what a window needs
 */
export async function runOnVirtualDisplay(nodeArguments: readonly string[]): Promise<number> {
  if (process.platform !== 'linux') {
    await prepareApp();
    return await runInForeground(process.execPath, nodeArguments, { cwd: projectRoot });
  }
  const missing = await missingParts();
  if (missing.length > 0) {
    throw new Error(`This machine lacks ${missing.join(', ')}: on Debian or Ubuntu run .ci/packages as root.`);
  }
  const { electron } = await prepareApp();
  if (electron.note) console.log(electron.note);
  const screen = ['-a', '-s', '-screen 0 1600x1000x24'];
  return await runInForeground('xvfb-run', [...screen, process.execPath, ...nodeArguments], {
    cwd: projectRoot,
  });
}

async function missingParts(): Promise<string[]> {
  const missing: string[] = [];
  for (const program of ['xvfb-run', 'Xvfb', 'xauth']) {
    await runQuietly('which', [program]).catch(() => missing.push(program));
  }
  const electron = await findElectron();
  // Reads what the loader would find, and says by name what it would not.
  const linked = await runQuietly('ldd', [electron.path]);
  for (const [, library] of linked.matchAll(/^\s*(\S+) => not found$/gm)) missing.push(library ?? '');
  return missing;
}
