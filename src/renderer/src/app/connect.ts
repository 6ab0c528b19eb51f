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

/** Waits for the port that the preload script hands to this window. Nobody else's message is taken. */
export function receivePort(target: Window): Promise<Port> {
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent): void => {
      const port = event.ports[0];
      if (event.source !== target || event.data !== 'deskside:port' || port === undefined) return;
      target.removeEventListener('message', onMessage);
      resolve(portOver(port));
    };
    target.addEventListener('message', onMessage);
    target.postMessage('deskside:ready', '*');
  });
}
