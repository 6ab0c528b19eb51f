import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { deliverReply } from '#core/outbox/deliver-reply.ts';
import { retryReply } from '#core/outbox/manage-outbox.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import { coreDesk, incoming, lastMessageId, take } from '#test/support/core-desk.ts';
import { scriptedConnector } from '#test/support/scripted-connector.ts';
import { deskFileRules } from '#shared/model/reply-file.ts';

const never = new AbortController().signal;
const day = 24 * 3_600_000;

async function replyOverWhatsApp() {
  const desk = coreDesk();
  const far = scriptedConnector();
  const rules = () => ({ maxLength: 4_096, windowMs: day, files: deskFileRules });
  const connector: InboxConnector = { ...far.connector, replyRules: rules };
  const asked = incoming({ channel: 'whatsapp', sentAt: desk.time.now - 3_600_000 });
  const { id } = take(desk, asked);
  const deps = { ...desk.deps, inboxFor: () => ({ ...desk.deps.inboxFor(), replyRules: rules }) };
  const input = { conversationId: id, draftId: null, lastMessageId: lastMessageId(desk, id), text: 'It is.' };
  const { outbox } = await acceptDraft(deps, { confirmed: 'all', ...input });
  const deliver = () => deliverReply(deps, connector, outbox.id, never);
  return { desk, far, asked, outbox, deliver };
}

test('bug: a reply that waited for the line past the channel’s window is sent, and refused without a word', async () => {
  const { desk, far, outbox, deliver, asked } = await replyOverWhatsApp();
  desk.time.now = asked.sentAt + day + 1;
  expect(await deliver()).toMatchObject({
    state: 'failed',
    problem: { code: 'reply_window_closed', detail: { closedAt: asked.sentAt + day } },
  });
  retryReply(desk.deps, outbox.id);
  expect((await deliver()).state).toBe('failed');
  expect(far.left).toEqual([]);
});

test('bug: a reply within the window is held', async () => {
  const { desk, far, deliver, asked } = await replyOverWhatsApp();
  desk.time.now = asked.sentAt + day - 1;
  expect((await deliver()).state).toBe('sent');
  expect(far.left).toHaveLength(1);
});

test('bug: the customer wrote again, which opened the window anew, and the reply cannot leave', async () => {
  const { desk, far, outbox, deliver, asked } = await replyOverWhatsApp();
  desk.time.now = asked.sentAt + day + 60_000;
  take(desk, incoming({ references: [asked.remoteId], channel: 'whatsapp', sentAt: desk.time.now - 1_000 }));
  expect((await deliver()).problem?.code).toBe('thread_moved_on');
  retryReply(desk.deps, outbox.id);
  expect((await deliver()).state).toBe('sent');
  expect(far.left).toHaveLength(1);
});
