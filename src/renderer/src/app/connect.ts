import { portMessage, portWanted } from '#shared/channel.ts';
import type { Port } from '#shared/rpc/port.ts';

/** A DOM MessagePort as the shared wire. */
export function portOver(messagePort: MessagePort): Port {
  return {
    post: (message) => messagePort.postMessage(message),
    onMessage(listener) {
      messagePort.addEventListener('message', (event) => listener(event.data));
      messagePort.start();
    },
    close: () => messagePort.close(),
  };
}

/**
 * Takes every port that the preload script hands to this window: one at the start, another whenever the backend had to
 * be started again. Nobody else's message is taken. Returns a function that stops it.
 */
export function receivePorts(target: Window, onPort: (port: Port) => void): () => void {
  const ask = (): void => target.postMessage(portWanted, target.location.origin);
  const onMessage = (event: MessageEvent): void => {
    const port = event.ports[0];
    if (event.source !== target || event.data !== portMessage || port === undefined) return;
    onPort(portOver(port));
    ask();
  };
  target.addEventListener('message', onMessage);
  ask();
  return () => target.removeEventListener('message', onMessage);
}
