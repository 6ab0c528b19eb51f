import { expect, test } from 'vitest';
import { openClipboardConnector } from '#adapters/inbox/clipboard/clipboard-connector.ts';
import type { OutgoingReply } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';

const connector = openClipboardConnector({ ids: { newId } });
const { signal } = new AbortController();
const reply: OutgoingReply = {
  remoteId: connector.newRemoteId(),
  toAddress: 'Side panel',
  toName: '',
  subject: '',
  body: 'Three days.',
  files: [],
  inReplyTo: null,
  references: [],
  threadId: 'one',
  writtenAt: 1,
};

test('bug: pulling brings something, moves its cursor or never ends', async () => {
  const first = await connector.pull(null, signal);
  expect(first).toMatchObject({ messages: [], orders: [], hasMore: false });
  expect((await connector.pull(first.cursor, signal)).cursor).toBe(first.cursor);
});

test('bug: a reply that was taken back while it left is called sent', async () => {
  const refuse = (): void => {
    throw new AppError('cancelled', 'Taken back');
  };
  await expect(connector.send(reply, signal, refuse)).rejects.toMatchObject({ code: 'cancelled' });
});

test('bug: a reply lies in the outbox for ever after a crash, though it was on the clipboard', async () => {
  let leavings = 0;
  expect(await connector.send(reply, signal, () => void leavings++)).toBe(reply.remoteId);
  expect(leavings).toBe(1);
  expect(await openClipboardConnector({ ids: { newId } }).findSent(reply, signal)).toBe(reply.remoteId);
});

test('bug: two replies have one key', () => {
  expect(connector.newRemoteId()).not.toBe(connector.newRemoteId());
});

test('bug: waiting for news outlives its time or its abort', async () => {
  await connector.waitForNews(1, signal);
  const controller = new AbortController();
  const waiting = connector.waitForNews(60_000, controller.signal);
  controller.abort();
  await waiting;
  await connector.waitForNews(60_000, controller.signal);
});
