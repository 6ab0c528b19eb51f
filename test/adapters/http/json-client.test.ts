import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type JsonClientOptions, createJsonClient } from '#adapters/http/json-client.ts';
import { AppError, type ErrorCode, problemOf } from '#shared/errors.ts';

const never = new AbortController().signal;
const schema = z.object({ ok: z.literal(true) });
const now = Date.UTC(2026, 2, 10, 12);
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function clientOf(listener: RequestListener, over: Partial<JsonClientOptions> = {}) {
  let requests = 0;
  const server = createServer((request, response) => {
    requests++;
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const pauses: number[] = [];
  const client = createJsonClient({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/base`,
    headers: { 'x-token': 's3cret-token' },
    secrets: ['s3cret-token'],
    now: () => now,
    random: () => 0.999,
    sleep: async (ms) => void pauses.push(ms),
    ...over,
  });
  return { client, pauses, requests: () => requests };
}

async function failureOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('It did not fail');
}

const statuses: readonly (readonly [number, ErrorCode, ErrorCode, number])[] = [
  [301, 'remote_failed', 'remote_failed', 1],
  [401, 'refused_credentials', 'refused_credentials', 1],
  [403, 'refused_permission', 'refused_permission', 1],
  [404, 'not_found', 'not_found', 1],
  [409, 'conflict', 'conflict', 1],
  [422, 'refused_by_server', 'refused_by_server', 1],
  [429, 'rate_limited', 'rate_limited', 5],
  [500, 'remote_failed', 'send_uncertain', 5],
  [503, 'remote_failed', 'send_uncertain', 5],
];

test.each(statuses)('bug: %s is misread, asked again in vain, sent twice, or tells the token', async (...row) => {
  const [status, reading, sending, tries] = row;
  const at = await clientOf((request, response) => {
    response.writeHead(status, { location: 'https://elsewhere.example/' });
    response.end(JSON.stringify({ message: `no: ${request.headers['x-token']}` }));
  });
  const asked = await failureOf(at.client.get('things', { schema, signal: never }));
  expect(asked.code).toBe(reading);
  expect(at.requests()).toBe(tries);
  const sent = await failureOf(at.client.post('things', { schema, json: {}, signal: never }));
  expect(sent.code).toBe(sending);
  expect(at.requests()).toBe(tries + 1);
  expect(JSON.stringify([problemOf(asked), problemOf(sent)])).not.toContain('s3cret');
});

test('bug: pauses do not grow, or not by what the server asks for', async () => {
  const at = await clientOf((_, response) => response.writeHead(500).end());
  await failureOf(at.client.get('things', { schema, signal: never }));
  expect(at.pauses).toEqual([500, 999, 1998, 3996]);
  const waits = ['3', new Date(now + 9_000).toUTCString(), '2.5', '-'];
  const limited = await clientOf((_, response) => {
    const wait = waits.shift();
    if (wait === undefined) return void response.end('{"ok":true}');
    response.writeHead(429, { 'retry-after': wait, date: new Date(now).toUTCString() }).end();
  });
  await limited.client.get('things', { schema, signal: never });
  expect(limited.pauses).toEqual([3_000, 9_000, 2_500, 3996]);
});

test('bug: a long pause is waited for inside a request, or the vendor’s own header is not read', async () => {
  const at = await clientOf((_, response) => response.writeHead(429, { 'x-reset': '90' }).end(), {
    pauseOf: (response) => Number(response.headers.get('x-reset')) * 1000,
  });
  const error = await failureOf(at.client.get('things', { schema, signal: never }));
  expect(error).toMatchObject({ code: 'rate_limited', detail: { retryAfterMs: 90_000 } });
  expect(at.requests()).toBe(1);
});

test.each([
  [200, '<!doctype html><title>Shop</title>', 'remote_failed'],
  [404, '<html>Not here</html>', 'not_found'],
  [302, '', 'remote_failed'],
] as const)(
  'bug: a web site that answers %i is asked for an API for a quarter of a minute',
  async (status, text, code) => {
    const at = await clientOf((_, response) => response.writeHead(status, { 'content-type': 'text/html' }).end(text));
    const error = await failureOf(at.client.get('things', { schema, signal: never }));
    expect(error).toMatchObject({ code, detail: { reason: 'host' } });
    expect(at.requests()).toBe(1);
    const sent = await failureOf(at.client.post('things', { schema, json: {}, signal: never }));
    expect(sent.code).toBe(status === 200 ? 'send_uncertain' : code);
  },
);

test.each(['{"ok":tr', '{"ok":false}'])('bug: the answer %s is taken for one', async (text) => {
  const at = await clientOf((_, response) => response.end(text));
  expect((await failureOf(at.client.get('things', { schema, signal: never }))).code).toBe('remote_failed');
  expect(at.requests()).toBe(5);
  const sent = at.client.post('things', { schema, json: {}, signal: never });
  expect((await failureOf(sent)).code).toBe('send_uncertain');
});

test('bug: nobody listens, and a reply counts as perhaps sent', async () => {
  const at = await clientOf(() => undefined);
  servers[0]?.close();
  await new Promise((resolve) => setImmediate(resolve));
  const request = { schema, json: {}, signal: never };
  expect((await failureOf(at.client.post('things', request))).code).toBe('unreachable');
  expect((await failureOf(at.client.get('things', request))).code).toBe('unreachable');
});

test('bug: a line that breaks in the middle of a reply counts as not sent', async () => {
  const at = await clientOf((request) => request.socket.destroy());
  const request = { schema, json: {}, signal: never };
  expect((await failureOf(at.client.post('things', request))).code).toBe('send_uncertain');
  expect((await failureOf(at.client.get('things', request))).code).toBe('unreachable');
});

test('bug: a silent server is waited for without end, or an abort is not heard', async () => {
  const limits: AbortController[] = [];
  const at = await clientOf(() => limits.at(-1)?.abort(new DOMException('Too long', 'TimeoutError')), {
    timeLimit: () => {
      limits.push(new AbortController());
      return limits.at(-1)!.signal;
    },
  });
  expect((await failureOf(at.client.get('things', { schema, signal: never }))).code).toBe('timed_out');
  expect(at.requests()).toBe(5);
  const sent = at.client.post('things', { schema, json: {}, signal: never });
  expect((await failureOf(sent)).code).toBe('send_uncertain');
  const controller = new AbortController();
  const aborting = await clientOf(() => controller.abort());
  const request = { schema, signal: controller.signal };
  expect((await failureOf(aborting.client.get('things', request))).code).toBe('cancelled');
  expect((await failureOf(aborting.client.post('things', { ...request, json: {} }))).code).toBe('cancelled');
});

test.each([
  'http://example.com',
  'ftp://127.0.0.1',
  'nonsense',
  'https://user:pw@example.com',
  'http://127.0.0.1.evil.example',
])('bug: a token goes to %s', (baseUrl) => {
  const open = () => createJsonClient({ baseUrl, headers: {}, secrets: [], now: () => now });
  expect(open).toThrow(expect.objectContaining({ code: 'invalid_input' }));
});

test('bug: paths, queries and bodies do not arrive as they were given', async () => {
  const seen: string[] = [];
  const at = await clientOf((request, response) => {
    let body = '';
    request
      .on('data', (chunk) => (body += chunk))
      .on('end', () => {
        seen.push(`${request.method} ${request.url} ${request.headers['x-token']} ${body}`);
        response.setHeader('date', 'Tue, 10 Mar 2026 12:05:00 GMT').end('{"ok":true}');
      });
  });
  const answer = await at.client.get('things', {
    schema,
    query: { q: '茶 &', page: 2, none: undefined },
    signal: never,
  });
  expect(answer.serverTime).toBe(now + 300_000);
  await at.client.post('things', { schema, json: { text: '🫖' }, signal: never });
  expect(seen).toEqual([
    'GET /base/things?q=%E8%8C%B6+%26&page=2 s3cret-token ',
    'POST /base/things s3cret-token {"text":"🫖"}',
  ]);
});

test('bug: what may be asked twice is given up at the first stumble, or what may not is asked again', async () => {
  const methods: string[] = [];
  const at = await clientOf((request, response) => {
    methods.push(request.method ?? '');
    if (methods.length % 3 === 0) return void response.end('{"ok":true}');
    response.writeHead(503).end();
  });
  const change = { schema, json: { status: 'open' }, signal: never };
  await at.client.put('things', { ...change, isRepeatable: true });
  await at.client.post('things', { ...change, isRepeatable: true });
  expect(methods).toEqual(['PUT', 'PUT', 'PUT', 'POST', 'POST', 'POST']);
  expect((await failureOf(at.client.put('things', change))).code).toBe('send_uncertain');
  expect(at.requests()).toBe(7);
});

test('bug: a budget that runs out is used up to the refusal', async () => {
  let time = now;
  const slept: number[] = [];
  const at = await clientOf((_, response) => response.setHeader('x-left', '0').end('{"ok":true}'), {
    now: () => time,
    paceOf: (response) => (response.headers.get('x-left') === '0' ? 4_000 : 0),
    sleep: async (ms) => {
      slept.push(ms);
      time += ms;
    },
  });
  await at.client.get('things', { schema, signal: never });
  time += 1_000;
  await at.client.get('things', { schema, signal: never });
  time += 9_000;
  await at.client.get('things', { schema, signal: never });
  expect(slept).toEqual([3_000]);
});

test.each([401, 403])(
  'bug: a firewall’s page with %i is taken for a refused key, and stops the inbox',
  async (status) => {
    const at = await clientOf((_, response) => response.writeHead(status).end('<!doctype html><p>Just a moment…</p>'));
    const error = await failureOf(at.client.get('things', { schema, signal: never }));
    expect(error).toMatchObject({ code: 'remote_failed', detail: { reason: 'host' } });
  },
);

test('bug: an error shows the password that stands in an address', () => {
  const open = () =>
    createJsonClient({ baseUrl: 'https://me:hunter2@x.example', headers: {}, secrets: [], now: () => now });
  expect(open).toThrow(expect.objectContaining({ detail: { field: 'https://x.example/' } }));
});

test('bug: a desk whose clock is a day slow waits a day for a Retry-After of half a minute', async () => {
  const date = new Date(now + 24 * 3_600_000).toUTCString();
  const until = new Date(now + 24 * 3_600_000 + 30_000).toUTCString();
  const at = await clientOf((_, response) => response.writeHead(429, { date, 'retry-after': until }).end());
  await failureOf(at.client.get('things', { schema, signal: never }));
  expect(at.pauses[0]).toBe(30_000);
});

test('bug: a change counts as leaving while it still waits for its turn, or leaves though it was called back', async () => {
  let time = now;
  const at = await clientOf((_, response) => response.end('{"ok":true}'), {
    now: () => time,
    paceOf: () => 60_000,
    sleep: async (ms) => void (time += ms),
  });
  await at.client.get('things', { schema, signal: never });
  let leftAt = 0;
  await at.client.post('things', { schema, json: {}, signal: never, onLeaving: () => (leftAt = time) });
  expect(leftAt).toBe(now + 60_000);
  const onLeaving = (): void => {
    throw new AppError('cancelled', 'Taken back');
  };
  const change = { schema, json: {}, signal: never, onLeaving };
  expect(await failureOf(at.client.post('things', change))).toMatchObject({ code: 'cancelled' });
  expect(await failureOf(at.client.put('things', change))).toMatchObject({ code: 'cancelled' });
  expect(at.requests()).toBe(2);
});
