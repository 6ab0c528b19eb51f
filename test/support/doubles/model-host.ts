import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage as Request, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the host does wrong, for one file (`file`) or all, so many times. */
export type HostFault = {
  readonly kind: 'cut' | 'stall' | 'garble' | 'status' | 'redirect' | 'loop';
  readonly file?: string;
  times: number;
  /** Of a cut or a stall: after how many bytes of the answer. */
  readonly after?: number;
  readonly status?: number;
};

export type HostRequest = { readonly file: string; readonly range: string | null; readonly status: number };

export type ModelHost = {
  readonly origin: string;
  readonly requests: readonly HostRequest[];
  readonly files: Map<string, Buffer>;
  readonly faults: HostFault[];
  /** Whether it knows ranges; a plain one sends everything from the start. */
  knowsRanges: boolean;
  /** As a hub: names large files by their SHA-256 where it leads on to the store that holds them. */
  isHub: boolean;
  /** ms between pieces. */
  pauseMs: number;
  stop(): Promise<void>;
};

const piece = 64 * 1024;

/** A real HTTP server on loopback that lays models out as a hub does: `/owner/model/resolve/main/FILE`. */
export async function startModelHost(model: string, files: Readonly<Record<string, Buffer>>): Promise<ModelHost> {
  const requests: HostRequest[] = [];
  const base = `/${model}/resolve/main/`;
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));

  function fault(file: string): HostFault | undefined {
    const found = host.faults.find((one) => one.times > 0 && (one.file === undefined || one.file === file));
    if (found !== undefined) found.times--;
    return found;
  }

  async function serve(request: Request, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://host');
    const isStore = url.pathname.startsWith('/store/');
    const file = decodeURIComponent(isStore ? url.pathname.slice('/store/'.length) : url.pathname.slice(base.length));
    const range = request.headers.range ?? null;
    const content = url.pathname.startsWith(base) || isStore ? host.files.get(file) : undefined;
    const answer = (status: number, headers: Record<string, string | number> = {}): void => {
      requests.push({ file, range, status });
      response.writeHead(status, headers);
    };
    const wrong = isStore || !host.isHub ? fault(file) : undefined;
    if (content === undefined || wrong?.kind === 'status') return void (answer(wrong?.status ?? 404), response.end());
    if (wrong?.kind === 'redirect') return void (answer(302, { location: 'ftp://elsewhere/x' }), response.end());
    if (wrong?.kind === 'loop') return void (answer(302, { location: url.pathname }), response.end());
    const sha256 = createHash('sha256').update(content).digest('hex');
    if (host.isHub && !isStore) {
      answer(302, { location: `/store/${file}`, 'x-linked-etag': `"${sha256}"`, 'x-linked-size': content.byteLength });
      return void response.end();
    }
    const etag = `"v-${sha256.slice(0, 12)}"`;
    const isSame = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
    const start = host.knowsRanges && range !== null && isSame ? Number(/^bytes=(\d+)-$/.exec(range)?.[1]) : 0;
    if (start >= content.byteLength && start > 0)
      return void (answer(416, { 'content-range': `bytes */${content.byteLength}` }), response.end());
    const total = content.byteLength;
    answer(start > 0 ? 206 : 200, {
      etag,
      'content-length': total - start,
      ...(start > 0 ? { 'content-range': `bytes ${start}-${total - 1}/${total}` } : {}),
    });
    const sent = wrong?.kind === 'garble' ? Buffer.from(content).fill(7, total >> 1) : content;
    await write(request, response, sent.subarray(start), wrong);
  }

  async function write(request: Request, response: ServerResponse, content: Buffer, wrong: HostFault | undefined) {
    const isShort = wrong?.kind === 'cut' || wrong?.kind === 'stall';
    const end = isShort ? Math.min(content.byteLength, wrong.after ?? content.byteLength >> 1) : content.byteLength;
    for (let at = 0; at < end; at += piece) {
      if (response.destroyed) return;
      const isRoomy = response.write(content.subarray(at, Math.min(end, at + piece)));
      if (!isRoomy) await drained(response);
      if (host.pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, host.pauseMs));
    }
    if (wrong?.kind === 'stall') return;
    if (wrong?.kind === 'cut') {
      // What was written is to arrive before the line breaks.
      await new Promise((resolve) => setTimeout(resolve, 50));
      return void request.socket.destroy();
    }
    response.end();
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host: ModelHost = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    files: new Map(Object.entries(files)),
    faults: [],
    knowsRanges: true,
    isHub: false,
    pauseMs: 0,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return host;
}

/** Files by name as `sha256sum` lists them. */
export function sumsOf(files: Readonly<Record<string, Buffer>>): Buffer {
  const lines = Object.entries(files).map(
    ([name, content]) => `${createHash('sha256').update(content).digest('hex')}  ${name}`,
  );
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** Resolves when there is room again, or nobody listens any more. */
async function drained(response: ServerResponse): Promise<void> {
  const over = new AbortController();
  await Promise.race([
    once(response, 'drain', { signal: over.signal }).catch(() => undefined),
    once(response, 'close', { signal: over.signal }).catch(() => undefined),
  ]);
  over.abort();
}
