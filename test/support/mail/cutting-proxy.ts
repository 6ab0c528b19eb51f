import { connect, createServer, type Socket } from 'node:net';

/** A line that passed, in the order in which it did; `step` counts from 1 over all connections since `reset`. */
export type PassedLine = { readonly step: number; readonly to: 'server' | 'client'; readonly line: string };

/**
 * A TCP proxy that hands on line by line and cuts the connection once at a scripted line. It counts and cuts
 * only in connections opened since the last reset: the farewells of earlier ones arrive when they like.
 */
export type CuttingProxy = {
  readonly port: number;
  /** Forgets what passed and cuts once, when the line of this step has come and before it is handed on; null never cuts. */
  reset(cutAt: number | null): void;
  /** What passed since the last reset. */
  passed(): readonly PassedLine[];
  /** From now on everything is swallowed: the line is open and silent. */
  hold(isHeld: boolean): void;
  close(): Promise<void>;
};

export async function startCuttingProxy(serverPort: number): Promise<CuttingProxy> {
  let cutAt: number | null = null;
  let isCut = false;
  let isHeld = false;
  let lines: PassedLine[] = [];
  let run = 0;
  const sockets = new Set<Socket>();
  const mayPass = (from: Socket): boolean => !from.destroyed && !isHeld;

  const handOn = (from: Socket, target: Socket, to: 'server' | 'client'): void => {
    const openedIn = run;
    let rest = Buffer.alloc(0);
    from.on('data', (chunk) => {
      rest = Buffer.concat([rest, chunk]);
      for (let end = rest.indexOf(10); end >= 0 && mayPass(from); end = rest.indexOf(10)) {
        const line = rest.subarray(0, end + 1);
        rest = rest.subarray(end + 1);
        if (openedIn === run) {
          lines.push({ step: lines.length + 1, to, line: line.toString('latin1').trimEnd() });
        }
        if (openedIn === run && cutAt !== null && !isCut && lines.length >= cutAt) {
          isCut = true;
          // What was handed on still arrives; both sides then see the end of the line.
          target.end();
          from.destroy();
        } else {
          target.write(line);
        }
      }
    });
    from.on('close', () => target.end());
    from.on('error', () => target.destroy());
  };

  const server = createServer((client) => {
    const upstream = connect(serverPort, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.once('close', () => sockets.delete(socket));
    }
    handOn(client, upstream, 'server');
    handOn(upstream, client, 'client');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    reset(next) {
      cutAt = next;
      isCut = false;
      run += 1;
      lines = [];
    },
    passed: () => lines,
    hold(value) {
      isHeld = value;
    },
    async close() {
      for (const socket of sockets) {
        socket.destroy();
      }
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
