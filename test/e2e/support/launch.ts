import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';
import { projectRoot } from '../../../build/electron/folders.ts';
import { prepareApp } from '../../../build/electron/prepare-app.ts';

/** A running Deskside and the page of its first window. */
export type Desk = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What the app wrote to its output and error since its launch: to be printed when a test fails. */
  readonly log: () => string;
  /** Quits the app as its user would, and removes the data folder if `launchDesk` made it. */
  readonly close: () => Promise<void>;
};

type LaunchOptions = {
  /** Given when a test starts the app twice on the same data; a fresh one otherwise. */
  readonly dataFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments for the app, after its path. */
  readonly args?: readonly string[];
};

/** Starts the built app in Electron, on the display of this process. */
export async function launchDesk(options: LaunchOptions = {}): Promise<Desk> {
  const { electron, env, switches } = await prepareApp();
  const dataFolder = options.dataFolder ?? (await mkdtemp(path.join(tmpdir(), 'deskside-e2e-')));
  const app = await _electron.launch({
    executablePath: electron.path,
    args: [
      ...switches,
      '--disable-gpu',
      // A small /dev/shm, as containers have, crashes the page otherwise.
      '--disable-dev-shm-usage',
      '--force-color-profile=srgb',
      `--user-data-dir=${dataFolder}`,
      projectRoot,
      ...(options.args ?? []),
    ],
    env: { ...definedVariables(), ...env, ...options.env },
    chromiumSandbox: !switches.includes('--no-sandbox'),
    timeout: 60_000,
  });
  let printed = '';
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  }
  const page = await app.firstWindow({ timeout: 60_000 });
  const close = async () => {
    await app.close();
    if (!options.dataFolder) await rm(dataFolder, { recursive: true, force: true });
  };
  return { app, page, log: () => printed, close };
}

function definedVariables(): Record<string, string> {
  const defined = Object.entries(process.env).flatMap(([name, value]) =>
    // A test runner's NODE_ENV is not what a person's app is started with.
    value === undefined || name === 'NODE_ENV' ? [] : [[name, value] as const],
  );
  return Object.fromEntries(defined);
}
