import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { WireFormat, Said } from './model-wires.ts';

/** What the double does with one question. */
export type Act =
  | { readonly kind: 'answer'; readonly said: Said }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: unknown;
    }
  /** Stays silent: before anything, or after the headers. */
  | { readonly kind: 'stall_first'; readonly afterHeaders?: boolean }
  /** Half an answer, and then nothing; the line is cut; or it ends as if that were all. */
  | { readonly kind: 'stall_mid' | 'cut_mid' | 'end_mid'; readonly said: Said }
  /** A frame that is no JSON in the midst. */
  | { readonly kind: 'bad_frame'; readonly said: Said }
  | { readonly kind: 'failure_mid'; readonly said: Said }
  | { readonly kind: 'endless' }
  | { readonly kind: 'reset' };

export type SeenRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  /** Resolves when the connection is closed. */
  readonly closed: Promise<void>;
};

export type ModelDouble = {
  readonly origin: string;
  readonly requests: readonly SeenRequest[];
  /** What is done next, in this order; the last one again and again. */
  plan(...acts: readonly Act[]): void;
  stop(): Promise<void>;
};

/** Under which name a double is asked that poses as a model elsewhere, and what proves that it is who it says. */
export type FarName = { readonly host: string; readonly key: string; readonly cert: string };

/**
 * A real HTTP server on loopback that speaks one provider's wire format, and fails in every way a provider can; with a
 * far name over TLS.
 */
export async function startModelDouble(wire: WireFormat, far: FarName | null = null): Promise<ModelDouble> {
  const requests: SeenRequest[] = [];
  let acts: readonly Act[] = [];
  const listener = (request: IncomingMessage, response: ServerResponse): void =>
    void serve(request, response).catch(() => response.destroy());
  const server = far === null ? createServer(listener) : createTlsServer(far, listener);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const path = request.url ?? '/';
    const closed = new Promise<void>((resolve) => request.socket.once('close', () => resolve()));
    requests.push({ method: request.method ?? '', path, headers: request.headers, bytes, closed });
    const [act, ...later] = acts;
    if (later.length > 0) acts = later;
    if (act === undefined) return send(response, 500, { error: 'Nothing is planned' });
    const body: unknown = bytes.length === 0 ? null : JSON.parse(bytes.toString());
    await perform(act, wire.isStream(path, body), request, response);
  }

  async function perform(
    act: Act,
    isStream: boolean,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    switch (act.kind) {
      case 'status':
        return send(response, act.status, act.body, act.headers);
      case 'reset':
        return void request.socket.resetAndDestroy();
      case 'stall_first':
        return act.afterHeaders === true ? open(response) : undefined;
      case 'endless':
        return endless(response);
      case 'answer':
        if (!isStream) return send(response, 200, wire.whole(act.said));
        open(response);
        for (const frame of wire.frames(act.said)) await write(response, frame);
        return void response.end();
      default:
        return isStream ? halfStream(act, response) : halfWhole(act, request, response);
    }
  }

  async function halfStream(act: Act & { readonly said: Said }, response: ServerResponse): Promise<void> {
    open(response);
    const frames = wire.frames(act.said);
    for (const frame of frames.slice(0, 2)) await write(response, frame);
    if (act.kind === 'cut_mid') return void response.socket?.resetAndDestroy();
    if (act.kind === 'end_mid') return void response.end();
    if (act.kind === 'failure_mid') return void response.end(wire.failure('Overloaded'));
    if (act.kind === 'bad_frame') response.end((frames[2] ?? '').replace(/\}(\n+)$/, '$1') + frames.slice(3).join(''));
  }

  function halfWhole(act: Act & { readonly said: Said }, request: IncomingMessage, response: ServerResponse): void {
    const text = JSON.stringify(act.kind === 'failure_mid' ? wire.refusal(200, 'Overloaded') : wire.whole(act.said));
    const isWhole = act.kind === 'failure_mid';
    const isTold = act.kind === 'cut_mid' || act.kind === 'stall_mid';
    response.writeHead(200, {
      'content-type': 'application/json',
      ...(isTold ? { 'content-length': text.length } : {}),
    });
    const half = text.slice(0, text.length / 2);
    if (act.kind === 'stall_mid') return void response.write(half);
    if (act.kind === 'cut_mid') return void response.write(half, () => request.socket.resetAndDestroy());
    response.end(isWhole ? text : half);
  }

  function endless(response: ServerResponse): void {
    open(response);
    const frame = wire.frames({ pieces: ['x'.repeat(65_536)], isJson: false, ending: 'whole', usage: null })[1] ?? '';
    const more = (): void => {
      while (!response.destroyed && response.write(frame)) void 0;
      response.once('drain', more);
    };
    more();
  }

  function open(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': wire.streamType });
    response.flushHeaders();
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: far === null ? `http://127.0.0.1:${port}` : `https://${far.host}:${port}`,
    requests,
    plan: (...next) => {
      acts = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers }).end(text);
}

/** Waits until the bytes are on their way, so that each frame arrives on its own. */
function write(response: ServerResponse, frame: string): Promise<void> {
  return new Promise((resolve) => response.write(frame, () => setImmediate(resolve)));
}
