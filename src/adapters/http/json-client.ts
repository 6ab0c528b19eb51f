import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { safeBaseUrl } from './base-url.ts';
import { type FileBody, bodyOf, longerFor } from './file-form.ts';
import { type HttpOrigin, connectionError, isBeforeConnection, statusError } from './http-error.ts';
import { backoffMs, retryAfterMs } from './retry-pause.ts';

export type JsonClientOptions = {
  readonly baseUrl: string;
  /** Sent with every request: the credentials. */
  readonly headers: Readonly<Record<string, string>>;
  /** What must never be read in an error. */
  readonly secrets: readonly string[];
  /** ms for one request, its answer included. */
  readonly timeoutMs?: number | undefined;
  /** The pause a vendor asks for in headers of its own, ms; null where it says nothing. */
  readonly pauseOf?: ((response: Response) => number | null) | undefined;
  /** How long to let go by before the next request, ms, by what an answer says of the budget that is left; 0: none. */
  readonly paceOf?: ((response: Response) => number) | undefined;
  /** ms UTC. */
  readonly now: () => number;
} & Partial<HttpTimes>;

/** What takes time in a request; tests replace it. */
export type HttpTimes = {
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** 0 … below 1. */
  readonly random: () => number;
  /** A signal that aborts with a `TimeoutError` after this many ms. */
  readonly timeLimit: (ms: number) => AbortSignal;
};

export type Query = Readonly<Record<string, string | number | undefined>>;

export type JsonAnswer<T> = {
  readonly body: T;
  /** What the server's clock says, ms UTC, in whole seconds; null where it does not tell. */
  readonly serverTime: number | null;
  /** True where a `Link` header names a next page (RFC 8288). */
  readonly hasNext: boolean;
};

type Request<T> = {
  readonly schema: z.ZodType<T>;
  readonly query?: Query;
  readonly signal: AbortSignal;
};

type Change<T> = Request<T> & {
  readonly json?: unknown;
  /** In the place of `json`. */
  readonly files?: FileBody | undefined;
  /** True where asking twice does what asking once does: then it is asked as often as a `get`. */
  readonly isRepeatable?: boolean;
  /** Called right before the bytes leave, once every pause is over; where it throws nothing leaves. */
  readonly onLeaving?: (() => void) | undefined;
};

type Method = 'GET' | 'POST' | 'PUT';

export type JsonClient = {
  /** Asks, as often as it takes: see `retries`. */
  get<T>(path: string, request: Request<T>): Promise<JsonAnswer<T>>;
  /** Asks once, unless it is repeatable. Where it may have taken effect though no answer says so: `send_uncertain`. */
  post<T>(path: string, request: Change<T>): Promise<JsonAnswer<T>>;
  /** As `post`. */
  put<T>(path: string, request: Change<T>): Promise<JsonAnswer<T>>;
};

const retries = 4;
const longestPauseMs = 60_000;
const mostCharacters = 50_000_000;

/**
 * Speaks JSON over HTTP with a server that counts requests, fails and breaks off. Throws AppError only. `get` is tried
 * again up to four times on 429, 5xx, a broken line, a time-out and an answer that cannot be read; a pause of over a
 * minute is the caller's to wait (`rate_limited`, `detail.retryAfterMs`). Where a web page or a redirect answers there
 * is no such API (`detail.reason` is `host`): it is not asked again, and redirects are not followed, for they could
 * carry the credentials elsewhere.
 */
export function createJsonClient(options: JsonClientOptions): JsonClient {
  const base = safeBaseUrl(options.baseUrl);
  const client: Client = {
    options,
    base,
    origin: { host: base.host, secrets: options.secrets },
    sleep: options.sleep ?? ((ms, signal) => wait(ms, undefined, { signal })),
    random: options.random ?? Math.random,
    timeLimit: options.timeLimit ?? ((ms) => AbortSignal.timeout(ms)),
    pace: { notBefore: 0 },
  };
  return {
    get: (path, request) => asked(client, path, request, { method: 'GET' }),
    post: (path, request) => changed(client, path, request, 'POST'),
    put: (path, request) => changed(client, path, request, 'PUT'),
  };
}

type Client = HttpTimes & {
  readonly options: JsonClientOptions;
  readonly base: URL;
  readonly origin: HttpOrigin;
  /** No request before this time, ms UTC. */
  readonly pace: { notBefore: number };
};

type Sending = {
  readonly method: Method;
  readonly json?: unknown;
  readonly files?: FileBody | undefined;
  readonly onLeaving?: (() => void) | undefined;
};

/** What became of one request. `isOver`: there is no use in asking again. */
type Outcome<T> =
  | { readonly kind: 'answered'; readonly answer: JsonAnswer<T> }
  | { readonly kind: 'refused'; readonly error: AppError; readonly pauseMs: number | null; readonly isOver: boolean }
  | {
      readonly kind: 'broken';
      readonly error: AppError;
      readonly isBeforeConnection: boolean;
      readonly isOver: boolean;
    };

async function asked<T>(client: Client, path: string, request: Request<T>, sending: Sending): Promise<JsonAnswer<T>> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await tried(client, path, request, sending);
    if (outcome.kind === 'answered') return outcome.answer;
    const pauseMs = outcome.kind === 'refused' ? outcome.pauseMs : null;
    if (outcome.isOver || (pauseMs ?? 0) > longestPauseMs || attempt > retries) throw outcome.error;
    await pause(client, pauseMs ?? backoffMs(attempt, client.random()), request.signal);
  }
}

async function changed<T>(client: Client, path: string, request: Change<T>, method: Method): Promise<JsonAnswer<T>> {
  const sending = { method, json: request.json, files: request.files, onLeaving: request.onLeaving };
  if (request.isRepeatable === true) return asked(client, path, request, sending);
  const outcome = await tried(client, path, request, sending);
  if (outcome.kind === 'answered') return outcome.answer;
  const { error } = outcome;
  const isCertain = outcome.kind === 'refused' ? !isServerFault(error) : outcome.isBeforeConnection;
  if (isCertain) throw error;
  throw new AppError('send_uncertain', `${error.message}; it may have taken effect`, { detail: error.detail });
}

/** 408 and 5xx may come from a proxy that has passed the request on. */
function isServerFault(error: AppError): boolean {
  return Number(error.detail['status']) >= 500 || error.detail['status'] === 408;
}

async function tried<T>(client: Client, path: string, request: Request<T>, sending: Sending): Promise<Outcome<T>> {
  if (request.signal.aborted) throw cancelled();
  const owed = client.pace.notBefore - client.options.now();
  if (owed > 0) await pause(client, Math.min(owed, longestPauseMs), request.signal);
  sending.onLeaving?.();
  const limit = client.timeLimit((client.options.timeoutMs ?? 30_000) + longerFor(sending.files?.size ?? 0));
  try {
    const response = await fetch(addressOf(client, path, request.query), {
      method: sending.method,
      ...contentOf(client, sending),
      redirect: 'manual',
      signal: AbortSignal.any([request.signal, limit]),
    });
    const text = await textOf(response);
    client.pace.notBefore = client.options.now() + (client.options.paceOf?.(response) ?? 0);
    return outcomeOf(client, response, text, request.schema);
  } catch (error) {
    if (request.signal.aborted && sending.method === 'GET') throw cancelled();
    const isTimeOut = limit.aborted || request.signal.aborted;
    return {
      kind: 'broken',
      error: connectionError(client.origin, error, isTimeOut ? 'timed_out' : 'unreachable'),
      isBeforeConnection: !isTimeOut && isBeforeConnection(error),
      isOver: false,
    };
  }
}

function contentOf({ options }: Client, { json, files }: Sending): Pick<RequestInit, 'headers' | 'body'> {
  const accept = { accept: 'application/json', ...options.headers };
  if (files !== undefined) {
    const { body, headers } = bodyOf(files);
    return { headers: { ...accept, ...headers }, body };
  }
  const headers = { 'content-type': 'application/json', ...accept };
  return { headers, body: json === undefined ? null : JSON.stringify(json) };
}

function outcomeOf<T>(client: Client, response: Response, text: string, schema: z.ZodType<T>): Outcome<T> {
  const { options, origin } = client;
  if (!response.ok) {
    const pauseMs = options.pauseOf?.(response) ?? retryAfterMs(response.headers, options.now());
    const isOver = response.status < 500 && response.status !== 429 && response.status !== 408;
    const error = statusError(origin, response.status, text, pauseMs, isElsewhere(response, text));
    return { kind: 'refused', error, pauseMs, isOver };
  }
  const parsed = schema.safeParse(jsonIn(text));
  if (parsed.success) {
    const hasNext = /;\s*rel="?next\b/i.test(response.headers.get('link') ?? '');
    return { kind: 'answered', answer: { body: parsed.data, serverTime: timeIn(response), hasNext } };
  }
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  const isOver = isElsewhere(response, text);
  const error = new AppError('remote_failed', `${origin.host}: the answer cannot be read (${field})`, {
    detail: { host: origin.host, ...(isOver ? { reason: 'host' } : {}) },
  });
  return { kind: 'broken', error, isBeforeConnection: false, isOver };
}

/** With these a web site, or a firewall before the API, shows a page of its own. */
const pageStatuses: ReadonlySet<number> = new Set([401, 403, 404]);

/** Whether what answers is no API but a web site: a page where JSON was asked for, or the way to another place. */
function isElsewhere(response: Response, text: string): boolean {
  if (response.status >= 300 && response.status < 400) return true;
  return (response.ok || pageStatuses.has(response.status)) && /^\s*</.test(text);
}

function addressOf(client: Client, path: string, query: Query = {}): URL {
  const url = new URL(path, client.base);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url;
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > mostCharacters) throw new RangeError('The answer is too long');
  }
  return text + decoder.decode();
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function timeIn(response: Response): number | null {
  const time = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(time) ? null : time;
}

async function pause(client: Client, ms: number, signal: AbortSignal): Promise<void> {
  try {
    await client.sleep(ms, signal);
  } catch {
    throw cancelled();
  }
}

function cancelled(): AppError {
  return new AppError('cancelled', 'Cancelled');
}
