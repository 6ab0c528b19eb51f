import { z } from 'zod';
import { type HttpTimes, type JsonClient, createJsonClient } from '#adapters/http/json-client.ts';
import { AppError } from '#shared/errors.ts';
import type { ShopifySettings } from '#shared/model/shop.ts';

/** Ways into the Admin API: a client that carries an access token. */
export type ShopifyAccess = {
  client(signal: AbortSignal): Promise<JsonClient>;
  /** The shop refused the token: true where another may be had. */
  renew(): boolean;
};

export type AccessInput = {
  readonly settings: ShopifySettings;
  /** An access token, or with `settings.clientId` the app's client secret. */
  readonly secret: string;
  /** ms UTC. */
  readonly now: () => number;
  readonly times: Partial<HttpTimes>;
};

const requestLimitMs = 10_000;
/** Where a 429 says nothing: by then a bucket holds some 100 points again on the smallest plan. */
export const barePauseMs = 2_000;
/** A granted token is renewed this long before it ends, ms. */
const renewBeforeMs = 5 * 60_000;

const Granted = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/**
 * A token that lasts (apps of before 2026), or one that is granted for a day against client id and secret
 * (https://shopify.dev/docs/apps/build/dev-dashboard/get-api-access-tokens).
 */
export function shopifyAccess(input: AccessInput): ShopifyAccess {
  const { clientId } = input.settings;
  if (clientId === null) {
    const client = clientWith(input, input.secret);
    return { client: async () => client, renew: () => false };
  }
  let current: { readonly client: JsonClient; readonly until: number } | null = null;
  return {
    async client(signal) {
      if (current !== null && input.now() < current.until) return current.client;
      const asked = input.now();
      const granted = await grantedToken(input, clientId, signal);
      const until = asked + granted.expires_in * 1000 - renewBeforeMs;
      current = { client: clientWith(input, granted.access_token), until };
      return current.client;
    },
    renew() {
      const hadOne = current !== null;
      current = null;
      return hadOne;
    },
  };
}

async function grantedToken(
  input: AccessInput,
  clientId: string,
  signal: AbortSignal,
): Promise<z.infer<typeof Granted>> {
  const json = { client_id: clientId, client_secret: input.secret, grant_type: 'client_credentials' };
  try {
    const client = clientWith(input, null);
    const path = 'admin/oauth/access_token';
    return (await client.post(path, { schema: Granted, json, signal, isRepeatable: true })).body;
  } catch (error) {
    // A wrong secret and an app that is not installed are both answered with 400.
    if (!(error instanceof AppError) || error.code !== 'refused_by_server') throw error;
    throw new AppError('refused_credentials', error.message, { cause: error, detail: error.detail });
  }
}

function clientWith({ settings, secret, now, times }: AccessInput, token: string | null): JsonClient {
  return createJsonClient({
    baseUrl: settings.host,
    headers: token === null ? {} : { 'x-shopify-access-token': token },
    secrets: token === null ? [secret] : [secret, token],
    timeoutMs: requestLimitMs,
    pauseOf: ({ status, headers }) => (status === 429 && !headers.has('retry-after') ? barePauseMs : null),
    now,
    ...times,
  });
}
