import path from 'node:path';
import { parseArgs } from 'node:util';
import { createShellHost } from '#adapters/host/shell-host.ts';
import { portMessage, stopMessage, summonedMessage } from '#shared/channel.ts';
import { problemOf } from '#shared/errors.ts';
import type { Port } from '#shared/rpc/port.ts';
import { type RunningDesk, runDesk } from './run-desk.ts';
import { refusingServer } from './refusing-server.ts';

/** A port as Electron hands it to a utility process. */
type ElectronPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
};
type ParentPort = {
  postMessage(message: unknown): void;
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly ElectronPort[] }) => void,
  ): unknown;
};

/** Seconds for second thoughts after a reply was accepted. */
const undoMs = 6_000;
const restartPatienceMs = 5_000;

const { parentPort } = process as unknown as { readonly parentPort: ParentPort };
const { values } = parseArgs({
  options: { data: { type: 'string' }, resources: { type: 'string' }, version: { type: 'string' } },
});

const starting = start();
parentPort.on('message', ({ data, ports }) => {
  if (data === stopMessage) void starting.then((running) => running?.stop()).finally(() => process.exit(0));
  if (data === summonedMessage) void starting.then((running) => running?.desk.deps.emit('panel.summoned', {}));
  const port = ports[0];
  if (data === portMessage && port !== undefined) void starting.then((running) => serve(port, running));
});

let refusal: unknown;

async function start(): Promise<RunningDesk | null> {
  try {
    return await runDesk({
      version: values.version ?? '',
      dataFolder: values.data ?? '.',
      resourcesFolder: values.resources ?? 'resources',
      modelsFolder: process.env['DESKSIDE_MODELS'] ?? path.join(values.resources ?? 'resources', 'models'),
      host: createShellHost(parentPort),
      nativeBinding: process.env['DESKSIDE_SQLITE_BINDING'],
      documentWorker: path.join(import.meta.dirname, 'document-worker.js'),
      undoMs: Number(process.env['DESKSIDE_UNDO_MS'] ?? undoMs),
      seedsSample: true,
      restart,
      onError: (context, error) => console.error(`[${context}]`, error),
    });
  } catch (error) {
    // The page is told why there is no desk, instead of waiting for one.
    refusal = error;
    console.error('[start]', problemOf(error).message);
    return null;
  }
}

/** Ends this process: the shell starts another. What a loop still does must not keep it from that. */
function restart(): void {
  setTimeout(() => process.exit(0), restartPatienceMs);
  void starting.then((running) => running?.stop()).finally(() => process.exit(0));
}

function serve(electronPort: ElectronPort, running: RunningDesk | null): void {
  const port: Port = {
    post: (message) => electronPort.postMessage(message),
    onMessage: (listener) => void electronPort.on('message', (event) => listener(event.data)),
    close: () => electronPort.close(),
  };
  const release = (running?.server ?? refusingServer(problemOf(refusal))).serve(port);
  electronPort.on('close', release);
  electronPort.start();
}
