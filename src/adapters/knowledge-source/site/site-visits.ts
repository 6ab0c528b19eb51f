import { statusError } from '#adapters/http/http-error.ts';
import { retryAfterMs } from '#adapters/http/retry-pause.ts';
import { AppError } from '#shared/errors.ts';
import type { BodyLimits } from './decoded-body.ts';
import { openResponse, type OpenResponse, refuseUnnamed, type Wire } from './open-response.ts';
import { largestRobots, noRules, type RobotsRules, robotsRules } from './robots-rules.ts';

export type VisitTimes = {
  /** ms UTC. */
  readonly now: () => number;
  readonly pause: (ms: number, signal: AbortSignal) => Promise<unknown>;
};

type VisitsOptions = {
  readonly wire: Wire;
  readonly times: VisitTimes;
  readonly isNamed: (url: URL) => boolean;
  readonly signal: AbortSignal;
  /** Called once for a host that is left in peace for the rest of this reading. */
  readonly onLeft: (url: URL, error: AppError) => void;
};

export type VisitRequest = {
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: BodyLimits;
};

export type SiteVisits = {
  /**
   * Asks for `url` and gives its answer to `take`; an answer of 429 or 5xx never comes to it. Errors: those of
   * `openResponse` and `take`; `rate_limited`, `remote_failed`.
   */
  visit<T>(url: URL, request: VisitRequest, take: (response: OpenResponse) => Promise<T>): Promise<T>;
  /** What the robots.txt of `url`'s host says; read at the first visit. Errors: as `visit`, `refused_by_robots`. */
  rulesOf(url: URL): Promise<RobotsRules>;
  /** Whether the host of `url` is left in peace. */
  isLeft(url: URL): boolean;
};

/** Of one scheme, host and port. */
type Place = {
  readonly rules: { value: RobotsRules | null };
  /** No request before this time, ms UTC. */
  notBefore: number;
  gapMs: number;
  failures: number;
  left: AppError | null;
};

const leastGapMs = 1_000;
/** What being asked to slow down leads to at most. */
const slowestGapMs = 60_000;
const longestPauseMs = 120_000;
const failurePauseMs = 5_000;
const mostTries = 3;
const mostFailures = 5;
export const requestTimeoutMs = 60_000;
export const mostHops = 5;

/** Visits a site as a good guest: one request after the other, a second apart or as robots.txt asks. */
export function createSiteVisits(options: VisitsOptions): SiteVisits {
  const places = new Map<string, Place>();
  const placeOf = (url: URL): Place => {
    const known = places.get(url.origin);
    const place = known ?? { rules: { value: null }, notBefore: 0, gapMs: leastGapMs, failures: 0, left: null };
    if (known === undefined) places.set(url.origin, place);
    return place;
  };
  const leave = (url: URL, place: Place, error: AppError): AppError => {
    if (place.left === null && error.code !== 'cancelled') {
      place.left = error;
      options.onLeft(url, error);
    }
    return error;
  };

  async function visit<T>(url: URL, request: VisitRequest, take: (response: OpenResponse) => Promise<T>): Promise<T> {
    const place = placeOf(url);
    for (let attempt = 1; ; attempt++) {
      if (place.left !== null) throw place.left;
      await waitUntil(options, place.notBefore);
      const tried = await triedOnce(options, url, request, take);
      place.notBefore = options.times.now() + place.gapMs;
      if (tried.kind === 'taken') {
        place.failures = 0;
        return tried.value;
      }
      if (tried.kind === 'final') throw tried.error;
      if (tried.pauseMs > longestPauseMs) throw leave(url, place, tried.error);
      if (attempt >= (tried.error.code === 'rate_limited' ? mostTries : 2)) {
        place.failures += 1;
        const isLeft = tried.error.code === 'rate_limited' || place.failures >= mostFailures;
        throw isLeft ? leave(url, place, tried.error) : tried.error;
      }
      if (tried.error.code === 'rate_limited')
        place.gapMs = Math.max(place.gapMs, Math.min(place.gapMs * 2, slowestGapMs));
      place.notBefore = options.times.now() + Math.max(place.gapMs, tried.pauseMs);
    }
  }

  return {
    visit,
    isLeft: (url) => placeOf(url).left !== null,
    async rulesOf(url) {
      const place = placeOf(url);
      if (place.left !== null) throw place.left;
      if (place.rules.value !== null) return place.rules.value;
      const robots = new URL('/robots.txt', url);
      try {
        const rules = await readRobots(options, visit, robots);
        place.gapMs = Math.max(place.gapMs, rules.delayMs ?? 0);
        place.notBefore = options.times.now() + place.gapMs;
        place.rules.value = rules;
        return rules;
      } catch (error) {
        throw error instanceof AppError ? leave(robots, place, error) : error;
      }
    },
  };
}

type Tried<T> =
  | { readonly kind: 'taken'; readonly value: T }
  /** Asking again would bring the same. */
  | { readonly kind: 'final'; readonly error: unknown }
  | { readonly kind: 'failed'; readonly error: AppError; readonly pauseMs: number };

async function triedOnce<T>(
  { wire, times, isNamed, signal }: VisitsOptions,
  url: URL,
  request: VisitRequest,
  take: (response: OpenResponse) => Promise<T>,
): Promise<Tried<T>> {
  try {
    const response = await openResponse(wire, { url, isNamed, signal, timeoutMs: requestTimeoutMs, ...request });
    try {
      if (response.status !== 429 && response.status < 500) return { kind: 'taken', value: await take(response) };
      const asked = retryAfterMs(response.headers, times.now());
      const isBusy = response.status === 429 || response.status === 503;
      const error = statusError({ host: url.host, secrets: [] }, isBusy ? 429 : response.status, '', asked);
      return { kind: 'failed', error, pauseMs: asked ?? failurePauseMs };
    } finally {
      response.close();
    }
  } catch (error) {
    const isPassing = error instanceof AppError && (error.code === 'unreachable' || error.code === 'timed_out');
    return isPassing ? { kind: 'failed', error, pauseMs: failurePauseMs } : { kind: 'final', error };
  }
}

/** RFC 9309, 2.3.1: without a robots.txt all is free; where it cannot be had, nothing is. */
async function readRobots(options: VisitsOptions, visit: SiteVisits['visit'], robots: URL): Promise<RobotsRules> {
  const request = { headers: { accept: 'text/plain,*/*;q=0.1' }, limits: { bytes: largestRobots, isCut: true } };
  let at = robots;
  for (let hop = 0; hop <= mostHops; hop++) {
    // The host of a redirect has its own pace, but is not asked for rules of its own: it answers for the first.
    const answer: RobotsRules | URL = await visit(at, request, async (response) => {
      if (response.status >= 300 && response.status < 400) {
        return URL.parse(response.headers.get('location') ?? '', at.href) ?? noRules;
      }
      if (response.status < 200 || response.status >= 300) return noRules;
      const rules = robotsRules(robots, new TextDecoder().decode(await bytesOf(response)));
      if (rules !== null) return rules;
      throw new AppError('refused_by_robots', `${robots.host}: its robots.txt cannot be followed`, {
        detail: { host: robots.host },
      });
    });
    if (!(answer instanceof URL)) return answer;
    refuseUnnamed(answer, options.isNamed);
    at = answer;
  }
  return noRules;
}

export async function bytesOf(response: OpenResponse): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of response.body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function waitUntil({ times, signal }: VisitsOptions, time: number): Promise<void> {
  const owed = time - times.now();
  try {
    if (owed > 0) await times.pause(owed, signal);
  } catch {
    throw new AppError('cancelled', 'Cancelled');
  }
  if (signal.aborted) throw new AppError('cancelled', 'Cancelled');
}
