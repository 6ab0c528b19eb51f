import { setTimeout as wait } from 'node:timers/promises';
import { backoffMs } from '#adapters/http/retry-pause.ts';
import { AppError } from '#shared/errors.ts';
import { type AccessInput, type ShopifyAccess, barePauseMs, shopifyAccess } from './shopify-access.ts';
import { answerError, isThrottled } from './shopify-error.ts';
import type { Operation } from './shopify-queries.ts';
import { Answer, type Cost } from './shopify-shapes.ts';
import { type Bucket, bucketAfter, missingMs } from './throttle.ts';

export type ShopifyClient = {
  ask<T>(operation: Operation<T>, variables: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<T>;
};

const tries = 5;
const longestPauseMs = 30_000;

type State = {
  readonly input: AccessInput;
  readonly access: ShopifyAccess;
  readonly path: string;
  readonly host: string;
  bucket: Bucket | null;
  /** What an operation was last said to cost. */
  readonly costs: Map<string, number>;
};

/**
 * Asks one thing at a time and keeps to the shop's budget of points: before a request that does not fit it waits until
 * it does. A throttled answer, HTTP 200 with `THROTTLED` or 429, is waited for and asked again up to four times, a pause
 * of over 30 s is the caller's to wait (`rate_limited`, `detail.retryAfterMs`).
 */
export function createShopifyClient(input: AccessInput): ShopifyClient {
  const path = `admin/api/${input.settings.apiVersion}/graphql.json`;
  const { host } = new URL(input.settings.host);
  const state: State = { input, access: shopifyAccess(input), path, host, bucket: null, costs: new Map() };
  let last: Promise<unknown> = Promise.resolve();
  return {
    async ask(operation, variables, signal) {
      const before = last;
      const own = turnOf(before, signal).then(() => answered(state, operation, variables, signal));
      // The next waits for both: one that gives up its turn does not hand it on before it came.
      last = Promise.allSettled([before, own]);
      return own;
    },
  };
}

async function answered<T>(
  state: State,
  operation: Operation<T>,
  variables: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<T> {
  const { host } = state;
  for (let attempt = 1; ; attempt++) {
    await pause(state, owedMs(state, operation), signal, attempt === 1);
    const body = await posted(state, operation, variables, signal);
    note(state, operation, body.extensions?.cost ?? null);
    const errors = body.errors ?? [];
    if (errors.length === 0) return dataOf(operation, body.data, host);
    const error = answerError({ host, secrets: [state.input.secret] }, errors);
    const isPassing = error.code === 'rate_limited' || error.code === 'remote_failed';
    if (!isPassing || attempt === tries) throw withPause(error, owedMs(state, operation));
    const random = 0.5 + (state.input.times.random ?? Math.random)() / 2;
    // Others may draw on the same budget: where it seems enough and was not, wait longer each time.
    const least = isThrottled(errors) ? 1_000 * 2 ** (attempt - 1) : 0;
    await pause(state, Math.max(owedMs(state, operation), least, backoffMs(attempt, random)), signal, false);
  }
}

async function posted(
  state: State,
  { name, query }: Operation<unknown>,
  variables: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<Answer> {
  const json = { query, variables, operationName: name };
  const once = async (): Promise<Answer> => {
    const client = await state.access.client(signal);
    return (await client.post(state.path, { schema: Answer, json, signal, isRepeatable: true })).body;
  };
  try {
    return await once().catch((error: unknown) => {
      // A token for a day may end early, as when the app is installed again.
      const isRefused = error instanceof AppError && error.code === 'refused_credentials';
      if (isRefused && state.access.renew()) return once();
      throw error;
    });
  } catch (error) {
    throw error instanceof AppError ? withPause(error, barePauseMs) : error;
  }
}

/** Says when to ask again where the shop counts requests and did not say so itself. */
function withPause(error: AppError, ms: number): AppError {
  if (error.code !== 'rate_limited' || error.detail['retryAfterMs'] !== undefined) return error;
  return new AppError('rate_limited', error.message, {
    cause: error,
    detail: { ...error.detail, retryAfterMs: Math.max(1_000, ms) },
  });
}

function owedMs(state: State, operation: Operation<unknown>): number {
  const cost = state.costs.get(operation.name) ?? operation.expectedCost;
  return state.bucket === null ? 0 : missingMs(state.bucket, cost, state.input.now());
}

function note(state: State, operation: Operation<unknown>, cost: Cost | null): void {
  if (typeof cost?.requestedQueryCost === 'number') state.costs.set(operation.name, cost.requestedQueryCost);
  if (cost?.throttleStatus) state.bucket = bucketAfter(cost.throttleStatus, state.input.now());
}

function dataOf<T>(operation: Operation<T>, data: unknown, host: string): T {
  const parsed = operation.schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new AppError('remote_failed', `${host}: the answer cannot be read (${field})`, { detail: { host } });
}

async function pause(state: State, ms: number, signal: AbortSignal, isUnsent: boolean): Promise<void> {
  if (ms <= 0) return;
  if (ms > longestPauseMs) {
    const { host } = state;
    throw new AppError('rate_limited', `${host} asks to wait`, { detail: { host, retryAfterMs: ms } });
  }
  const sleep = state.input.times.sleep ?? ((time, until) => wait(time, undefined, { signal: until }));
  try {
    await sleep(ms, signal);
  } catch {
    throw cancelled(isUnsent);
  }
}

/** Resolves when those before have ended, however they did. */
async function turnOf(before: Promise<unknown>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) throw cancelled(true);
  let onAbort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(cancelled(true));
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    await Promise.race([before, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** Where the shop was not even asked it is not what was slow. */
function cancelled(isUnsent: boolean): AppError {
  return new AppError('cancelled', 'Cancelled', isUnsent ? { detail: { waitedFor: 'turn' } } : {});
}
