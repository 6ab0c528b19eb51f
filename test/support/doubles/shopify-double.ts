import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpTimes } from '#adapters/http/json-client.ts';
import { openShopifyConnector } from '#adapters/shop/shopify/shopify-connector.ts';
import type { ShopConnector } from '#core/ports/shop.ts';
import type { TestTime } from './inbox-double.ts';
import { parsedSearch, searchHolds } from './shopify-search.ts';
import {
  type RawCustomer,
  type RawOrder,
  type RawProduct,
  rawCustomer,
  rawOrder,
  rawProduct,
} from './shopify-goods.ts';

/** What can go wrong between the desk and Shopify. */
export type ShopFault =
  | 'throttled'
  | 'throttled_429'
  | 'throttled_429_bare'
  | 'revoked'
  | 'no_shop'
  | 'access_denied'
  | 'protected_data'
  | 'internal'
  | 'server_error'
  | 'time_out'
  | 'reset'
  | 'truncated_json';

export type ShopRequestLog = { readonly operation: string; readonly query: string; readonly status: number | null };

/** A Shopify shop on loopback: a real HTTP server that speaks the few operations the desk asks. */
export type ShopifyDouble = {
  readonly origin: string;
  /** What must never be found in an error or a file. */
  readonly token: string;
  readonly requests: ShopRequestLog[];
  /** Pauses the connector made, ms. */
  readonly pauses: number[];
  readonly orders: RawOrder[];
  readonly products: RawProduct[];
  readonly customers: RawCustomer[];
  /** Tokens for a day that it has granted and still takes. */
  readonly granted: Set<string>;
  readonly scopes: Set<string>;
  /** What the shop tells of itself. */
  readonly about: { ianaTimezone: string };
  /** Points there are now, restored by the test's clock. */
  readonly budget: { most: number; rate: number; available: number; at: number };
  /** With the lasting token, or by client id with the client secret given. */
  connector(clientSecret?: string): ShopConnector;
  addOrder(over: Partial<RawOrder>): RawOrder;
  addCustomer(over: Partial<RawCustomer>): RawCustomer;
  addProduct(over: Partial<RawProduct>): RawProduct;
  /** So many requests meet it; without a number all do. */
  setFault(fault: ShopFault | null, times?: number): void;
  stop(): Promise<void>;
};

type Asked = { readonly operationName: string; readonly query: string; readonly variables: Record<string, unknown> };

export const clientId = 'a1b2c3d4e5f60718';
export const clientSecret = 'shpss_0123456789abcdef';

const denied = {
  access_denied: {
    message: 'Access denied for orders field. Required access: `read_orders` access scope.',
    extensions: { code: 'ACCESS_DENIED', requiredAccess: '`read_orders` access scope.' },
  },
  protected_data: {
    message: 'This app is not approved to access the Order object. See https://shopify.dev/protected-customer-data',
    extensions: { code: 'ACCESS_DENIED' },
  },
  internal: { message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
};

/** `time` moves when the connector waits, and by hand. */
export async function startShopifyDouble(time: TestTime): Promise<ShopifyDouble> {
  const token = 'shpat_0123456789abcdef0123456789abcdef';
  const requests: ShopRequestLog[] = [];
  const pauses: number[] = [];
  const orders: RawOrder[] = [];
  const products: RawProduct[] = [];
  const customers: RawCustomer[] = [];
  const granted = new Set<string>();
  let grants = 0;
  const scopes = new Set(['read_orders', 'read_products', 'read_customers', 'read_fulfillments', 'read_inventory']);
  const about = { ianaTimezone: 'Europe/Stockholm' };
  const budget = { most: 1_000, rate: 50, available: 1_000, at: time.now };
  const limits = new Set<AbortController>();
  let fault: { readonly kind: ShopFault; left: number } | null = null;
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));

  function takenFault(): ShopFault | null {
    if (fault === null) return null;
    fault.left -= 1;
    const { kind } = fault;
    if (fault.left <= 0) fault = null;
    return kind;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk as string;
    if (request.url === '/admin/oauth/access_token') return grant(text, response);
    const asked = JSON.parse(text) as Asked;
    const { operationName: operation } = asked;
    const met = takenFault();
    const log = (status: number | null): void =>
      void requests.push({ operation, query: String(asked.variables['query'] ?? ''), status });
    const write = (status: number, body: unknown, headers: Record<string, string> = {}): void => {
      log(status);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    const given = String(request.headers['x-shopify-access-token']);
    if ((given !== token && !granted.has(given)) || met === 'revoked') {
      return write(401, { errors: `[API] Invalid API key or access token, not ${given}` });
    }
    if (met === 'no_shop' || !/^\/admin\/api\/\d{4}-\d\d\/graphql\.json$/.test(request.url ?? '')) {
      return write(404, { errors: 'Not Found' });
    }
    if (met === 'throttled_429') return write(429, { errors: 'Throttled' }, { 'retry-after': '3' });
    if (met === 'throttled_429_bare') return write(429, { errors: 'Throttled' });
    if (met === 'server_error') return write(502, '<html>Bad gateway</html>');
    if (met === 'reset') return void (log(null), request.socket.resetAndDestroy());
    if (met === 'time_out') {
      log(null);
      for (const limit of limits) limit.abort(new DOMException('Too long', 'TimeoutError'));
      return undefined;
    }
    const body = graphqlAnswer(asked, met);
    const json = JSON.stringify(body);
    write(200, met === 'truncated_json' ? json.slice(0, json.length / 2) : json);
  }

  function grant(text: string, response: ServerResponse): void {
    const { client_id: id, client_secret: secret, grant_type: kind } = JSON.parse(text) as Record<string, string>;
    const isRight = id === clientId && secret === clientSecret && kind === 'client_credentials';
    requests.push({ operation: 'grant', query: '', status: isRight ? 200 : 400 });
    response.writeHead(isRight ? 200 : 400, { 'content-type': isRight ? 'application/json' : 'text/html' });
    if (!isRight) return void response.end(`<title>400 - Oauth error invalid_client ${secret}</title>`);
    grants += 1;
    const made = `shpat_for_a_day_${grants}`;
    granted.add(made);
    response.end(JSON.stringify({ access_token: made, scope: [...scopes].join(','), expires_in: 86_399 }));
  }

  function graphqlAnswer(asked: Asked, met: ShopFault | null): unknown {
    const requested = costOf(asked);
    const there = Math.min(budget.most, budget.available + ((time.now - budget.at) / 1000) * budget.rate);
    const isTooMuch = met === 'throttled' || requested > there;
    budget.available = isTooMuch ? (met === 'throttled' ? 0 : there) : there - Math.ceil(requested / 10);
    budget.at = time.now;
    const cost = {
      requestedQueryCost: requested,
      actualQueryCost: isTooMuch ? null : Math.ceil(requested / 10),
      throttleStatus: {
        maximumAvailable: budget.most,
        currentlyAvailable: Math.floor(budget.available),
        restoreRate: budget.rate,
      },
    };
    if (isTooMuch) {
      return { errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }], extensions: { cost } };
    }
    if (asked.operationName === 'DesksideCustomers' && !scopes.has('read_customers')) {
      return { data: null, errors: [denied.access_denied], extensions: { cost } };
    }
    if (met === 'access_denied' || met === 'protected_data' || met === 'internal') {
      return { data: null, errors: [denied[met]], extensions: { cost } };
    }
    return { data: dataOf(asked), extensions: { cost } };
  }

  function dataOf({ operationName, variables }: Asked): unknown {
    const first = Number(variables['first'] ?? 0);
    const query = String(variables['query'] ?? '');
    switch (operationName) {
      case 'DesksideShop':
        return {
          shop: { name: 'The Kettle Shop' },
          currentAppInstallation: { accessScopes: [...scopes].map((handle) => ({ handle })) },
        };
      case 'DesksideOrders': {
        const found = query === 'status:any' ? orders : orders.filter((order) => isOrderOf(order, query));
        const start = variables['after'] === null ? 0 : Number(String(variables['after']).replace('cursor-', ''));
        const end = start + first;
        const pageInfo = { hasNextPage: end < found.length, endCursor: `cursor-${end}` };
        return { shop: about, orders: { nodes: found.slice(start, end), pageInfo } };
      }
      case 'DesksideCustomers': {
        const isOne = (customer: RawCustomer): boolean =>
          searchHolds(
            parsedSearch(query),
            ({ field, value }) =>
              field === 'email' && customer.defaultEmailAddress.emailAddress.toLowerCase().includes(value),
          );
        return { customers: { nodes: customers.filter(isOne).slice(0, first) } };
      }
      case 'DesksideProducts': {
        const found = products.filter((product) => isProductOf(product, query));
        return { shop: { currencyCode: 'EUR' }, products: { nodes: found.slice(0, first) } };
      }
      default:
        throw new Error(`The double does not know ${operationName}`);
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const times: HttpTimes = {
    sleep: async (ms, signal) => {
      signal.throwIfAborted();
      pauses.push(ms);
      time.now += ms;
    },
    random: () => 0.5,
    timeLimit: () => {
      const limit = new AbortController();
      limits.clear();
      limits.add(limit);
      return limit.signal;
    },
  };
  return {
    origin,
    token,
    requests,
    pauses,
    orders,
    products,
    customers,
    granted,
    scopes,
    about,
    budget,
    connector: (secret = token) =>
      openShopifyConnector({
        settings: {
          kind: 'shopify',
          host: origin,
          clientId: secret === token ? null : clientId,
          apiVersion: '2026-01',
        },
        secret,
        now: () => time.now,
        times,
      }),
    addOrder(over) {
      const order = rawOrder(1_000 + orders.length + 1, over);
      orders.unshift(order);
      return order;
    },
    addCustomer(over) {
      const customer = rawCustomer(over);
      customers.push(customer);
      return customer;
    },
    addProduct(over) {
      const product = rawProduct(products.length + 1, over);
      products.push(product);
      return product;
    },
    setFault: (kind, left = Number.POSITIVE_INFINITY) => void (fault = kind === null ? null : { kind, left }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** As Shopify counts: what a page may hold, not what it does. */
function costOf({ operationName, variables }: Asked): number {
  const first = Number(variables['first'] ?? 0);
  if (operationName === 'DesksideOrders') return 2 + first * 25;
  return operationName === 'DesksideProducts' ? 2 + first * 4 : 2;
}

/** The search is not exact: an address matches also as a part. */
function isOrderOf(order: RawOrder, query: string): boolean {
  return searchHolds(parsedSearch(query), ({ field, value, isPrefix }) => {
    if (field === 'email') return (order.email ?? '').toLowerCase().includes(value.toLowerCase());
    if (field === 'name') return order.name === value || order.name.startsWith(`${value}-`);
    return isPrefix && value === '';
  });
}

function isProductOf(product: RawProduct, query: string): boolean {
  return searchHolds(parsedSearch(query), ({ field, value, isPrefix }) => {
    if (field === 'status') return value === 'active';
    if (field === 'sku') return product.variants.nodes.some(({ sku }) => sku === value);
    const words = product.title.toLowerCase().split(/\s+/);
    const wanted = value.toLowerCase();
    return field === 'title' && words.some((word) => (isPrefix ? word.startsWith(wanted) : word === wanted));
  });
}
