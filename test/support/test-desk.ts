import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { noKeychainHost } from '#adapters/host/no-keychain-host.ts';
import { type RunOptions, type RunningDesk, runDesk } from '#backend/run-desk.ts';
import { type RpcClient, createRpcClient } from '#shared/rpc/client.ts';
import { portPair } from '#shared/rpc/port.ts';

export const resourcesFolder = path.resolve(import.meta.dirname, '../../resources');

/** A whole backend on a folder of its own, with a window's end of the wire. */
export type TestDesk = RunningDesk & {
  readonly client: RpcClient;
  readonly dataFolder: string;
  /** What went wrong inside since the start; a test that ends well leaves it empty. */
  readonly errors: readonly string[];
  /** Stops it and keeps its folder, for a second start. */
  halt(): Promise<void>;
  /** Stops it and removes its folder. */
  end(): Promise<void>;
};

export async function startTestDesk(options: Partial<RunOptions> = {}): Promise<TestDesk> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(path.join(tmpdir(), 'deskside-test-')));
  const errors: string[] = [];
  const running = await runDesk({
    version: 'test',
    resourcesFolder,
    host: noKeychainHost(),
    seedsSample: true,
    onError: (context, error) =>
      void errors.push(`${context}: ${error instanceof Error ? error.stack : String(error)}`),
    ...options,
    dataFolder,
  });
  const [near, far] = portPair();
  running.server.serve(far);
  const client = createRpcClient(near);
  const halt = async (): Promise<void> => {
    client.close();
    await running.stop();
  };
  return {
    ...running,
    client,
    dataFolder,
    errors,
    halt,
    async end() {
      await halt();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Resolves when the claim holds; gives up, and says what was waited for, after a minute. */
export async function eventually(claim: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const started = Date.now(); Date.now() - started < 60_000;) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Not within a minute: ${claim}`);
}

/** Resolves when the sample inbox is in, everything is embedded and every draft is made. */
export async function settled(desk: TestDesk): Promise<void> {
  await eventually('the inbox is in sync', () =>
    desk.desk.deps.inboxes.list().every((inbox) => inbox.state.syncedAt !== null),
  );
  await desk.loops.index.settled();
  await desk.loops.drafts.settled();
}
