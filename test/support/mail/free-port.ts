import { createServer, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A loopback port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Resolves when something on the port answers with a line; a server that never does is a failed test. */
export async function untilGreeted(port: number): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await isGreeted(port)) {
      return;
    }
    await sleep(50);
  }
  throw new Error(`Nothing answers on port ${port}`);
}

function isGreeted(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(2000, () => socket.destroy());
    socket.once('data', () => {
      resolve(true);
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}

/** Polls until the claim holds; machines differ in speed, so the wait is long and a fast machine does not feel it. */
export async function until(claim: () => Promise<boolean> | boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (await claim()) {
      return;
    }
    await sleep(25);
  }
  throw new Error(`Never came true: ${what}`);
}
