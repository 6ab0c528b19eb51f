import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { connectionError, type HttpOrigin, isBeforeConnection } from '#adapters/http/http-error.ts';
import { backoffMs, retryAfterMs } from '#adapters/http/retry-pause.ts';
import type { Leaving, ModelCall } from '#core/ports/language-model.ts';
import { AppError } from '#shared/errors.ts';
import type { ModelTimes } from '#shared/model/language-model.ts';
import type { Dialect } from './dialect.ts';
import { bytesWithin, guardedBody, readWhole } from './guarded-body.ts';
import { malformed, refusalError } from './model-error.ts';
import { type Patience, startPatience } from './patience.ts';
import { type Lookup, systemLookup } from '#adapters/http/guarded-lookup.ts';
import { notNamed, sendRequest } from './send-request.ts';

/** What tests replace. */
export type ModelWire = {
  readonly lookup: Lookup;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** 0 … below 1. */
  readonly random: () => number;
  /** ms UTC. */
  readonly now: () => number;
};

export const systemWire: ModelWire = {
  lookup: systemLookup,
  sleep: (ms, signal) => pause(ms, undefined, { signal }),
  random: Math.random,
  now: Date.now,
};

export type LeashOptions = {
  /** Nothing leaves for another origin. */
  readonly base: URL;
  readonly isLocal: boolean;
  /** The credentials, as headers: no SDK is told them. */
  readonly auth: Readonly<Record<string, string>>;
  readonly times: ModelTimes;
  readonly dialect: Dialect;
  readonly isStreamed: boolean;
  readonly call: ModelCall;
  readonly wire: ModelWire;
};

export type Leash = {
  /** Throws AppError only; an SDK may wrap it. */
  readonly fetch: typeof globalThis.fetch;
  /** The first thing that went wrong. */
  problem(): AppError | null;
  /** Why the answer ended, in the provider's word; null where it did not say, or has not ended. */
  finish(): string | null;
};

const tries = 3;
const longestPauseMs = 20_000;
const mostRefusalBytes = 65_536;
/** Of what an SDK wants to send along, what the APIs need: nothing about this computer. */
const neededHeaders = ['content-type', 'accept', 'anthropic-version', 'anthropic-beta'];

/**
 * The one way to a model's API, handed to its SDK for one question. The caller hears of the exact bytes before each
 * try. Redirects are not followed. It is tried again only where nothing of an answer has come: see the port. The answer
 * is read along: what is not the provider's protocol, reports a failure or ends too early is an error, not a short answer.
 */
export function createLeash(options: LeashOptions): Leash {
  const { base, auth } = options;
  const origin: HttpOrigin = {
    host: base.host,
    secrets: Object.values(auth).map((value) => value.replace(/^Bearer /, '')),
  };
  let problem: AppError | null = null;
  let finish: string | null = null;
  const heard = (document: unknown): void => {
    finish = options.dialect.finishOf(document) ?? finish;
  };
  const at: Attempt = { ...options, origin, heard, isFinished: () => finish !== null };
  const noted = (error: AppError): AppError => (problem ??= error);
  return {
    fetch: async (input, init) => {
      try {
        return await leashedFetch(at, new Request(input, init), noted);
      } catch (error) {
        throw noted(error instanceof AppError ? error : new AppError('internal', String(error), { cause: error }));
      }
    },
    problem: () => problem,
    finish: () => finish,
  };
}

type Attempt = LeashOptions & {
  readonly origin: HttpOrigin;
  readonly heard: (document: unknown) => void;
  readonly isFinished: () => boolean;
};

async function leashedFetch(at: Attempt, request: Request, noted: (error: AppError) => AppError): Promise<Response> {
  const url = new URL(request.url);
  if (url.origin !== at.base.origin) throw notNamed(url);
  const bytes = new Uint8Array(await request.arrayBuffer());
  const signal = AbortSignal.any([at.call.signal, request.signal]);
  const patience = startPatience(at.times, at.isStreamed, signal);
  const fail = (error: unknown): AppError => {
    const late = patience.failure(url.host);
    patience.end();
    return noted(late ?? (error instanceof AppError ? error : connectionError(at.origin, error)));
  };
  try {
    const message = await answered(at, { url, request, bytes, patience });
    const headers = { 'content-type': message.headers['content-type'] ?? '' };
    const status = message.statusCode ?? 200;
    if (at.isStreamed) {
      const body = ReadableStream.from(guardedBody(message, { ...at, patience, fail }));
      return new Response(body as ReadableStream<Uint8Array<ArrayBuffer>>, { status, headers });
    }
    const whole = await readWhole(message, { ...at, patience, fail });
    patience.end();
    return new Response(whole, { status, headers });
  } catch (error) {
    throw fail(error);
  }
}

type Question = {
  readonly url: URL;
  readonly request: Request;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly patience: Patience;
};

/** Asks until there is an answer to read. */
async function answered(at: Attempt, question: Question): Promise<IncomingMessage> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await tried(at, question);
    if (outcome.kind === 'answered') return outcome.message;
    const pauseMs = outcome.pauseMs ?? backoffMs(attempt, at.wire.random());
    if (!outcome.isWorthwhile || attempt >= tries || pauseMs > longestPauseMs) throw outcome.error;
    question.patience.rest();
    await at.wire.sleep(pauseMs, question.patience.signal);
  }
}

type Outcome =
  | { readonly kind: 'answered'; readonly message: IncomingMessage }
  | {
      readonly kind: 'failed';
      readonly error: AppError;
      readonly pauseMs: number | null;
      /** Whether asking again may help, and does no harm. */
      readonly isWorthwhile: boolean;
    };

async function tried(at: Attempt, { url, request, bytes, patience }: Question): Promise<Outcome> {
  patience.signal.throwIfAborted();
  // A copy: whoever is told must not be able to change what leaves.
  tellLeaving(at.call, { host: url.host, bytes: bytes.slice() });
  patience.waitFor('first_byte');
  let message: IncomingMessage;
  try {
    const { method } = request;
    const headers = { ...headersFor(request), ...at.auth };
    const { isLocal } = at;
    message = await sendRequest({
      url,
      method,
      headers,
      bytes,
      isLocal,
      lookup: at.wire.lookup,
      signal: patience.signal,
    });
  } catch (error) {
    if (patience.signal.aborted || error instanceof AppError) throw error;
    return {
      kind: 'failed',
      error: connectionError(at.origin, error),
      pauseMs: null,
      isWorthwhile: isBeforeConnection(error),
    };
  }
  const status = message.statusCode ?? 0;
  if (status >= 200 && status < 300) {
    refusePage(at, message);
    return { kind: 'answered', message };
  }
  const text = await bytesWithin(message, mostRefusalBytes);
  const pauseMs = retryAfterMs(new Headers({ 'retry-after': message.headers['retry-after'] ?? '' }), at.wire.now());
  const isWorthwhile = status >= 500 || (status === 429 && pauseMs !== null);
  return { kind: 'failed', error: refusalError(at.origin, status, text, pauseMs), pauseMs, isWorthwhile };
}

function tellLeaving(call: ModelCall, leaving: Leaving): void {
  try {
    call.onLeaving(leaving);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('internal', 'What was about to leave could not be recorded', { cause: error });
  }
}

function headersFor(request: Request): Readonly<Record<string, string>> {
  const needed = neededHeaders.flatMap((name) => {
    const value = request.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(needed), 'user-agent': 'Deskside', 'accept-encoding': 'identity' };
}

/** What is neither JSON nor a stream of it is no answer of such an API. */
function refusePage(at: Attempt, message: IncomingMessage): void {
  const type = message.headers['content-type'] ?? '';
  const isPacked = (message.headers['content-encoding'] ?? 'identity') !== 'identity';
  const isExpected = /json|event-stream|^text\/plain|^$/i.test(type) && !isPacked;
  if (isExpected) return;
  message.destroy();
  if (/html/i.test(type)) throw refusalError(at.origin, 404, '', null);
  throw malformed('protocol', at.origin.host, { type: type.slice(0, 80) });
}
