import { type IncomingMessage as Request, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpTimes } from '#adapters/http/json-client.ts';
import { seededRandom } from '../seeded-random.ts';
import { type PostedForm, readForm } from './double-files.ts';
import type { FaultSwitches } from './fault-switches.ts';
import type { Fault, LoggedRequest, TestTime } from './inbox-double.ts';

/** What a system answers to a request when nothing is wrong. Called once a request: it is where replies take effect. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};
export type Asked = {
  readonly method: string;
  readonly url: URL;
  readonly json: unknown;
  /** In the place of JSON. */
  readonly form: PostedForm | null;
  /** The body as it came. */
  readonly body: Buffer;
  readonly contentType: string;
  readonly token: string;
};

/** Faults every HTTP system can show, by what the client sees. */
export const httpFaults = [
  'credentials_revoked',
  'permission_refused',
  'thread_deleted',
  'reply_refused',
  'rate_limited',
  'rate_limited_long',
  'rate_limited_bare',
  'server_error',
  'server_error_after',
  'bad_gateway',
  'time_out_before',
  'time_out_after',
  'reset_before',
  'reset_after',
  'truncated_json',
  'conflict',
] as const satisfies readonly Fault[];

const refusals: Partial<Record<Fault, { readonly status: number; readonly headers?: Record<string, string> }>> = {
  credentials_revoked: { status: 401 },
  permission_refused: { status: 403 },
  thread_deleted: { status: 404 },
  reply_refused: { status: 422 },
  conflict: { status: 409 },
  rate_limited: { status: 429, headers: { 'retry-after': '7' } },
  rate_limited_long: { status: 429, headers: { 'retry-after': '300' } },
  rate_limited_bare: { status: 429 },
  server_error: { status: 500 },
  bad_gateway: { status: 502 },
};

export type FaultyServer = {
  readonly origin: string;
  readonly requests: readonly LoggedRequest[];
  readonly times: HttpTimes;
  stop(): Promise<void>;
};

type ServerInput = {
  readonly time: TestTime;
  /** The server's clock, ms. */
  readonly serverNow: () => number;
  readonly faults: FaultSwitches;
  /** The thread a request is about, so that faults about one thread, or about replies alone, may meet it; else null. */
  readonly threadOf: (asked: Asked) => string | null;
  readonly answer: (asked: Asked) => Answer;
  /** Headers the vendor sends with every answer, refusals too. */
  readonly headers?: () => Readonly<Record<string, string>>;
};

/** A real HTTP server on loopback that answers, fails, stalls and breaks off as the switches say. */
export async function startFaultyServer(input: ServerInput): Promise<FaultyServer> {
  const requests: LoggedRequest[] = [];
  const limits = new Set<AbortController>();
  const stall = (): void => {
    for (const limit of limits) limit.abort(new DOMException('Too long', 'TimeoutError'));
    limits.clear();
  };
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));

  async function serve(request: Request, response: ServerResponse): Promise<void> {
    const asked = await readRequest(request);
    const kind = asked.method === 'GET' ? 'reading' : 'sending';
    const threadId = input.threadOf(asked);
    const fault = input.faults.take(kind, threadId === null ? generalFaults : httpFaults, threadId);
    const note = (status: number | null) => requests.push({ method: asked.method, path: asked.url.pathname, status });
    const refusal = fault === null ? undefined : refusals[fault];
    if (refusal !== undefined) {
      note(refusal.status);
      return write(response, { status: refusal.status, body: { error: `No, ${asked.token}` } }, refusal.headers);
    }
    if (fault === 'time_out_before') return void (note(null), stall());
    if (fault === 'reset_before') return void (note(null), request.socket.resetAndDestroy());
    const answer = input.answer(asked);
    note(fault === null || fault === 'truncated_json' ? answer.status : null);
    if (fault === 'time_out_after') return stall();
    if (fault === 'reset_after') return void request.socket.resetAndDestroy();
    if (fault === 'server_error_after') return write(response, { status: 500, body: {} });
    write(response, answer, {}, fault === 'truncated_json');
  }

  function write(response: ServerResponse, answer: Answer, headers: Record<string, string> = {}, isCut = false): void {
    const text = JSON.stringify(answer.body);
    const date = new Date(input.serverNow()).toUTCString();
    const own = { ...input.headers?.(), ...answer.headers };
    response.writeHead(answer.status, { 'content-type': 'application/json', date, ...own, ...headers });
    response.end(isCut ? text.slice(0, text.length / 2) : text);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const random = seededRandom(7);
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    times: {
      sleep: async (ms, signal) => {
        signal.throwIfAborted();
        input.time.now += ms;
      },
      random: random.next,
      timeLimit: () => {
        const limit = new AbortController();
        // Only the newest request can be the one that is stalled: a connector asks one thing at a time.
        limits.clear();
        limits.add(limit);
        return limit.signal;
      },
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const aboutThreads: readonly Fault[] = ['thread_deleted', 'reply_refused', 'conflict'];
const generalFaults = httpFaults.filter((fault) => !aboutThreads.includes(fault));

async function readRequest(request: Request): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const contentType = request.headers['content-type'] ?? '';
  const isForm = contentType.startsWith('multipart/form-data');
  const isJson = contentType.startsWith('application/json');
  const token = request.headers['api_access_token'] ?? request.headers.authorization ?? '';
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', 'http://double'),
    json: body.length === 0 || !isJson ? null : JSON.parse(body.toString('utf8')),
    form: isForm ? await readForm(body, contentType) : null,
    body,
    contentType,
    token: String(token),
  };
}
