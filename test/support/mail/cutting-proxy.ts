import { connect, createServer, type Socket } from 'node:net';

/** A line that passed, in the order in which it did; `step` counts from 1 over all connections since `reset`. */
export type PassedLine = { readonly step: number; readonly to: 'server' | 'client'; readonly line: string };

/** Where to cut: at a step, before the line is handed on or after it. */
export type Cut = { readonly step: number; readonly moment: 'before' | 'after' };

/** A TCP proxy that hands on line by line and cuts the connection once at a scripted line. */
export type CuttingProxy = {
  readonly port: number;
  /** Forgets what passed and cuts at `cut`, once; null cuts nowhere. */
  reset(cut: Cut | null): void;
  /** What passed since the last reset. */
  passed(): readonly PassedLine[];
  /** True once the cut was made. */
  hasCut(): boolean;
  /** From now on everything is swallowed: the line is open and silent. */
  hold(isHeld: boolean): void;
  close(): Promise<void>;
};

export async function startCuttingProxy(serverPort: number): Promise<CuttingProxy> {
  let cut: Cut | null = null;
  let isCut = false;
  let isHeld = false;
  let lines: PassedLine[] = [];
  const sockets = new Set<Socket>();

  const handOn = (from: Socket, target: Socket, to: 'server' | 'client') => {
    let rest = Buffer.alloc(0);
    from.on('data', (chunk) => {
      rest = Buffer.concat([rest, chunk]);
      for (let end = rest.indexOf(10); end >= 0 && !from.destroyed && !isHeld; end = rest.indexOf(10)) {
        const line = rest.subarray(0, end + 1);
        rest = rest.subarray(end + 1);
        lines.push({ step: lines.length + 1, to, line: line.toString('latin1').trimEnd() });
        if (cut !== null && !isCut && lines.length >= cut.step) {
          isCut = true;
          hangUp(from, target, cut.moment === 'after' ? line : null);
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
      cut = next;
      isCut = false;
      lines = [];
    },
    passed: () => lines,
    hasCut: () => isCut,
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

/** Ends both sides; the last line still arrives where the cut comes after it. */
function hangUp(from: Socket, target: Socket, last: Buffer | null): void {
  if (last === null) {
    target.destroy();
  } else {
    target.end(last, () => target.destroy());
  }
  from.destroy();
}
