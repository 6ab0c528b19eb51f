import type { Clock } from '#core/ports/clock.ts';
import type { ShopConnector } from '#core/ports/shop.ts';
import { AppError } from '#shared/errors.ts';

/** After a failure that passes by itself, ms. */
const restMs = 20_000;
const passing: ReadonlySet<string> = new Set(['unreachable', 'timed_out', 'rate_limited', 'remote_failed']);

/**
 * A shop that is left in peace for a while after it did not answer: else each of a hundred drafts would wait for it in
 * vain. Meanwhile every question fails at once, as the last one did. `rouse` ends the rest.
 */
export function restingShop(shop: ShopConnector, clock: Clock): { readonly shop: ShopConnector; rouse(): void } {
  let rest: { readonly until: number; readonly error: AppError } | null = null;

  async function asked<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
    if (rest !== null && clock.now() < rest.until) throw rest.error;
    try {
      const answer = await ask();
      rest = null;
      return answer;
    } catch (error) {
      const failure = failureOf(error, signal, shop.source.name);
      if (failure !== null) {
        const pause = Math.max(restMs, Number(failure.detail['retryAfterMs'] ?? 0));
        rest = { until: clock.now() + pause, error: failure };
      }
      throw error;
    }
  }

  return {
    rouse: () => void (rest = null),
    shop: {
      ...shop,
      ordersOfCustomer: (address, signal) => asked(signal, () => shop.ordersOfCustomer(address, signal)),
      customerOf: (address, signal) => asked(signal, () => shop.customerOf(address, signal)),
      orderByNumber: (number, signal) => asked(signal, () => shop.orderByNumber(number, signal)),
      productsMatching: (text, by, signal) => asked(signal, () => shop.productsMatching(text, by, signal)),
    },
  };
}

/** The failure that a rest is due for; null for any other, also where somebody merely stopped asking. */
function failureOf(error: unknown, signal: AbortSignal, host: string): AppError | null {
  if (!(error instanceof AppError)) return null;
  if (passing.has(error.code)) return error;
  // It waited for its turn behind others, or for points.
  if (error.detail['waitedFor'] === 'turn') return null;
  const { reason } = signal as { readonly reason: unknown };
  const hasRunOut = error.code === 'cancelled' && reason instanceof Error && reason.name === 'TimeoutError';
  return hasRunOut ? new AppError('timed_out', `${host} did not answer in time`, { detail: { host } }) : null;
}
