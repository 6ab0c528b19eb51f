import path from 'node:path';
import { MessageChannelMain, type UtilityProcess, type WebContents, app, utilityProcess } from 'electron';
import { portMessage, stopMessage, summonedMessage } from '#shared/channel.ts';
import type { HostAnswer } from '#shared/host-wire.ts';

const backendModule = path.join(import.meta.dirname, 'backend.js');
const stopPatienceMs = 5_000;
/** A backend that dies at once is started again ever more slowly, up to this. */
const longestPauseMs = 30_000;
const healthyMs = 60_000;

export type Backend = {
  /** Gives a page a new port to the backend; the one it had is dead after a reload or a restart. */
  connect(contents: WebContents): void;
  /** A person called the side panel. A backend that is just starting asks by itself. */
  tellSummoned(): void;
  /** Resolves when the backend has closed its database, or after a few seconds in any case. */
  stop(): Promise<void>;
};

/** The backend in its own process: started again if it dies, asked to stop before the app quits. */
export function startBackend(
  windows: () => readonly WebContents[],
  answer: (message: unknown) => Promise<HostAnswer | null>,
): Backend {
  let isStopping = false;
  let pauseMs = 250;
  let child: UtilityProcess | null = fork();

  function fork(): UtilityProcess {
    const resourcesFolder = app.isPackaged ? process.resourcesPath : path.join(app.getAppPath(), 'resources');
    const options = ['--data', app.getPath('userData'), '--resources', resourcesFolder, '--version', app.getVersion()];
    const started = utilityProcess.fork(backendModule, options, { serviceName: 'Deskside backend', stdio: 'inherit' });
    const startedAt = Date.now();
    started.on(
      'message',
      (message: unknown) => void answer(message).then((answered) => answered && started.postMessage(answered)),
    );
    started.once('exit', () => {
      child = null;
      if (isStopping) return;
      pauseMs = Date.now() - startedAt > healthyMs ? 250 : Math.min(longestPauseMs, pauseMs * 2);
      setTimeout(() => {
        if (isStopping) return;
        child = fork();
        for (const contents of windows()) connect(contents);
      }, pauseMs);
    });
    return started;
  }

  function connect(contents: WebContents): void {
    if (child === null || contents.isDestroyed()) return;
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage(portMessage, [port1]);
    contents.postMessage(portMessage, null, [port2]);
  }

  function stop(): Promise<void> {
    isStopping = true;
    const running = child;
    if (running === null) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => running.kill(), stopPatienceMs);
      running.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      running.postMessage(stopMessage);
    });
  }

  return { connect, tellSummoned: () => child?.postMessage(summonedMessage), stop };
}
