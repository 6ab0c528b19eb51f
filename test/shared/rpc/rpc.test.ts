import { expect, test, vi } from 'vitest';
import { createRpcClient } from '#shared/rpc/client.ts';
import { type Port, portPair } from '#shared/rpc/port.ts';
import { type CallContext, type Handlers, createRpcServer, openGate } from '#shared/rpc/server.ts';
import { AppError } from '#shared/errors.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';

type Spoken = {
  readonly client: ReturnType<typeof createRpcClient>;
  readonly near: Port;
  readonly release: () => void;
};

/** A server with these handlers alone; a call to another fails the test by its refusal. */
function serverWith(handlers: Partial<Handlers>) {
  const errors: Array<readonly [string, unknown]> = [];
  const server = createRpcServer(handlers as Handlers, openGate, (name, error) => void errors.push([name, error]));
  const openWindow = (): Spoken => {
    const [near, far] = portPair();
    const release = server.serve(far);
    return { client: createRpcClient(near), near, release };
  };
  return { server, errors, openWindow };
}

const turns = async (): Promise<void> => {
  for (let i = 0; i < 10; i++) await Promise.resolve();
};
const inbox = { inboxId: newId() };

test('bug: an answer does not reach who asked', async () => {
  const { openWindow } = serverWith({ 'inbox.syncNow': () => ({}) });
  await expect(openWindow().client.call('inbox.syncNow', inbox)).resolves.toEqual({});
});

test.each(['no.such', '__proto__', 'constructor', 'toString', ''])(
  'bug: a request called “%s” runs something, or is never answered',
  async (name) => {
    const { openWindow, errors } = serverWith({});
    const { client } = openWindow();
    await expect(client.call(name as 'store.list', {})).rejects.toMatchObject({ code: 'unsupported' });
    expect(errors).toEqual([]);
  },
);

test.each([
  ['a field that is missing', {}, 'inboxId'],
  ['a field of another kind', { inboxId: 7 }, 'inboxId'],
  ['no object', null, ''],
  ['a path', { inboxId: '../../etc/passwd' }, 'inboxId'],
])('bug: %s reaches the handler, or is refused without its name', async (_case, input, field) => {
  const handler = vi.fn(() => ({}));
  const { openWindow, errors } = serverWith({ 'inbox.syncNow': handler });
  const call = openWindow().client.call('inbox.syncNow', input as typeof inbox);
  await expect(call).rejects.toMatchObject({ code: 'invalid_input', detail: { field } });
  expect(handler).not.toHaveBeenCalled();
  expect(errors).toEqual([]);
});

test('bug: a nested field is refused without its path, or an unknown one gets in', async () => {
  const handler = vi.fn();
  const { openWindow } = serverWith({ 'inbox.syncNow': (input) => (handler(input), {}) });
  const { client } = openWindow();
  const settings = {
    kind: 'imap',
    address: 'a@b.example',
    displayName: '',
    imap: { host: '', port: 993, security: 'tls', user: 'a' },
  };
  const refused = client.call('inbox.add', { storeId: newId(), name: 'Mail', settings, secret: null } as never);
  await expect(refused).rejects.toMatchObject({ detail: { field: 'settings.imap.host' } });
  await client.call('inbox.syncNow', { ...inbox, isAdmin: true } as typeof inbox);
  expect(handler).toHaveBeenCalledWith(inbox);
});

test('bug: an error arrives as another, or without what fills its sentence', async () => {
  const failure = new AppError('not_found', 'No such inbox', { detail: { inboxId: 'x' } });
  const { openWindow, errors } = serverWith({
    'inbox.syncNow': () => {
      throw failure;
    },
  });
  const call = openWindow().client.call('inbox.syncNow', inbox);
  await expect(call).rejects.toMatchObject({
    name: 'AppError',
    code: 'not_found',
    message: 'No such inbox',
    detail: { inboxId: 'x' },
  });
  expect(errors).toEqual([]);
});

test.each([
  [
    'a thrown error',
    () => {
      throw new TypeError('x is undefined');
    },
  ],
  ['a rejected promise', () => Promise.reject(new TypeError('x is undefined'))],
  [
    'a thrown string',
    () => {
      throw 'x';
    },
  ],
])('bug: %s inside is told to nobody, or ends the server', async (_case, handler) => {
  const { openWindow, errors } = serverWith({ 'inbox.syncNow': handler as never, 'store.list': () => [] });
  const { client } = openWindow();
  await expect(client.call('inbox.syncNow', inbox)).rejects.toMatchObject({ code: 'internal' });
  expect(errors).toHaveLength(1);
  await expect(client.call('store.list', {})).resolves.toEqual([]);
});

test('bug: what the contract does not allow is believed by the window', async () => {
  const { openWindow } = serverWith({ 'store.list': () => [{ id: 'no id' }] as never });
  await expect(openWindow().client.call('store.list', {})).rejects.toMatchObject({ code: 'internal' });
});

test('bug: an answer that cannot be sent leaves its window waiting for ever', async () => {
  const { openWindow, errors } = serverWith({ 'store.list': () => [() => 1] as never });
  await expect(openWindow().client.call('store.list', {})).rejects.toMatchObject({ code: 'internal' });
  expect(errors).toHaveLength(1);
});

test('bug: an input that cannot be sent throws something that is no AppError', async () => {
  const { openWindow } = serverWith({});
  const call = openWindow().client.call('inbox.syncNow', { inboxId: (() => 1) as never });
  await expect(call).rejects.toMatchObject({ name: 'AppError', code: 'invalid_input' });
});

/** A handler that ends when it is told to stop. */
function untilStopped() {
  const signals: AbortSignal[] = [];
  const handler = (_input: unknown, { signal }: CallContext): Promise<Record<string, never>> =>
    new Promise((resolve) => {
      signals.push(signal);
      signal.addEventListener('abort', () => resolve({}), { once: true });
    });
  return { signals, handler };
}

test('bug: cancelling a call leaves its work running, or its caller waiting', async () => {
  const { signals, handler } = untilStopped();
  const { openWindow } = serverWith({ 'inbox.syncNow': handler });
  const controller = new AbortController();
  const call = openWindow().client.call('inbox.syncNow', inbox, controller.signal);
  await turns();
  controller.abort();
  await expect(call).rejects.toMatchObject({ code: 'cancelled' });
  await turns();
  expect(signals.map((signal) => signal.aborted)).toEqual([true]);
});

test('bug: a call that was cancelled before it began is made all the same', async () => {
  const handler = vi.fn(() => ({}));
  const { openWindow } = serverWith({ 'inbox.syncNow': handler });
  const call = openWindow().client.call('inbox.syncNow', inbox, AbortSignal.abort());
  await expect(call).rejects.toMatchObject({ code: 'cancelled' });
  await turns();
  expect(handler).not.toHaveBeenCalled();
});

test('bug: a signal that outlives its calls keeps every one of them', async () => {
  const { openWindow } = serverWith({ 'inbox.syncNow': () => ({}) });
  const { signal } = new AbortController();
  const removed = vi.spyOn(signal, 'removeEventListener');
  const { client } = openWindow();
  for (let i = 0; i < 3; i++) await client.call('inbox.syncNow', inbox, signal);
  expect(removed).toHaveBeenCalledTimes(3);
});

test('bug: the cancel of one window stops the call of another', async () => {
  const { signals, handler } = untilStopped();
  const { openWindow } = serverWith({ 'inbox.syncNow': handler });
  const [one, two] = [openWindow(), openWindow()];
  const controller = new AbortController();
  const first = one.client.call('inbox.syncNow', inbox, controller.signal).catch((error: AppError) => error.code);
  void two.client.call('inbox.syncNow', inbox);
  await turns();
  controller.abort();
  expect(await first).toBe('cancelled');
  await turns();
  expect(signals.map((signal) => signal.aborted)).toEqual([true, false]);
});

test('bug: answers are mixed up where the later call is done first', async () => {
  const open: Array<(stores: []) => void> = [];
  const { openWindow } = serverWith({
    'store.list': () => new Promise((resolve) => open.push(resolve)),
    'inbox.list': () => {
      throw new AppError('not_found', 'second');
    },
  });
  const { client } = openWindow();
  const first = client.call('store.list', {});
  await expect(client.call('inbox.list', {})).rejects.toThrow('second');
  open[0]?.([]);
  await expect(first).resolves.toEqual([]);
});

test('bug: an event reaches one window only, a listener that has left, or with a payload out of contract', async () => {
  const { server, openWindow } = serverWith({});
  const windows = [openWindow(), openWindow()];
  const heard: unknown[] = [];
  const stops = windows.map(({ client }, i) => client.on('draft.ready', (payload) => heard.push([i, payload])));
  const payload = { conversationId: newId(), draftId: newId() };
  server.emit('draft.ready', payload);
  server.emit('draft.ready', { conversationId: 'no id', draftId: 'no id' });
  server.emit('constructor' as 'draft.ready', payload);
  await turns();
  expect(heard).toEqual([
    [0, payload],
    [1, payload],
  ]);
  stops[0]?.();
  server.emit('draft.ready', payload);
  await turns();
  expect(heard.slice(2)).toEqual([[1, payload]]);
});

test('bug: a window that is gone keeps the others from being told, or stops the work that tells', async () => {
  const { server, errors, openWindow } = serverWith({});
  const dead: Port = {
    post: () => {
      throw new Error('The port is gone');
    },
    onMessage: () => undefined,
    close: () => undefined,
  };
  server.serve(dead);
  const heard = vi.fn();
  openWindow().client.on('store.changed', heard);
  server.emit('store.changed', { storeId: newId() });
  await turns();
  expect(heard).toHaveBeenCalledOnce();
  expect(errors).toHaveLength(1);
});

test('bug: a window that closes in the middle of a call leaves the work running, or asks on', async () => {
  const { signals, handler } = untilStopped();
  const later = vi.fn(() => []);
  const { openWindow, errors } = serverWith({ 'inbox.syncNow': handler, 'store.list': later });
  const { client, near, release } = openWindow();
  const call = client.call('inbox.syncNow', inbox).catch((error: AppError) => error.code);
  await turns();
  release();
  near.post({ kind: 'request', id: 99, name: 'store.list', input: {} });
  await turns();
  expect(signals[0]?.aborted).toBe(true);
  expect(later).not.toHaveBeenCalled();
  client.close();
  expect(await call).toBe('cancelled');
  await expect(client.call('store.list', {})).rejects.toMatchObject({ code: 'cancelled' });
  expect(errors).toEqual([]);
});

test.each([
  null,
  7,
  'request',
  {},
  { kind: 'request' },
  { kind: 'request', id: 'x', name: 'store.list', input: {} },
  { kind: 'cancel', id: 12 },
  { kind: 'event', name: 'x' },
])('bug: the message %j from a window ends the server', async (message) => {
  const { openWindow, errors } = serverWith({ 'store.list': () => [] });
  const { client, near } = openWindow();
  near.post(message);
  await expect(client.call('store.list', {})).resolves.toEqual([]);
  expect(errors).toEqual([]);
});

test('bug: an answer to nobody, or twice to one, breaks the window', async () => {
  const [near, far] = portPair();
  const client = createRpcClient(near);
  far.onMessage((raw) => {
    const { id } = raw as { readonly id: number };
    for (const answer of [
      null,
      { kind: 'answer', id: id + 50, ok: true, data: [] },
      { kind: 'answer', id, ok: true, data: [] },
      { kind: 'answer', id, ok: true, data: [] },
    ])
      far.post(answer);
  });
  await expect(client.call('store.list', {})).resolves.toEqual([]);
});
