import { expect, onTestFinished } from 'vitest';
import { problemOf } from '#shared/errors.ts';
import { startShopifyDouble } from '#test/support/doubles/shopify-double.ts';

export const noon = Date.UTC(2026, 2, 10, 12);
export const never = new AbortController().signal;

/** A shop on loopback for one test, and a connector to it; the clock moves when the connector waits, and by hand. */
export async function startedShop() {
  const time = { now: noon };
  const double = await startShopifyDouble(time);
  onTestFinished(() => double.stop());
  return { time, double, shop: double.connector() };
}

/** The code a question fails with; no token is read in the error. */
export async function codeOf(asked: Promise<unknown>): Promise<string> {
  const problem = problemOf(await asked.then(() => null).catch((error: unknown) => error));
  expect(JSON.stringify(problem)).not.toContain('shpat_');
  return problem.code;
}
