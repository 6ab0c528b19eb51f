import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from './folders.ts';
import { runQuietly } from './run-command.ts';

const outputs = [
  'out/main/index.js',
  'out/main/backend.js',
  'out/main/document-worker.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];
const inputs = ['src', 'electron.vite.config.ts', 'package.json'];

/** Builds `out/` with electron-vite when it is missing or older than what it is made from. */
export async function buildIfNeeded(): Promise<void> {
  if (await isFresh()) return;
  console.log('Building the app …');
  const electronVite = path.join(projectRoot, 'node_modules/electron-vite/bin/electron-vite.js');
  await runQuietly(process.execPath, [electronVite, 'build'], { cwd: projectRoot });
}

async function isFresh(): Promise<boolean> {
  const oldestOutput = Math.min(...(await Promise.all(outputs.map(modifiedAt))));
  const newestInput = Math.max(...(await Promise.all(inputs.map(newestIn))));
  return oldestOutput > newestInput;
}

/** The newest time under a file or folder; folders count, for a deleted file changes only its folder. */
async function newestIn(name: string): Promise<number> {
  const whole = path.join(projectRoot, name);
  const entries = await readdir(whole, { recursive: true }).catch(() => []);
  const files = entries.map((entry) => path.join(name, entry));
  return Math.max(...(await Promise.all([name, ...files].map(modifiedAt))));
}

/** 0 when the file does not exist. */
function modifiedAt(name: string): Promise<number> {
  return stat(path.join(projectRoot, name)).then(
    (info) => info.mtimeMs,
    () => 0,
  );
}
