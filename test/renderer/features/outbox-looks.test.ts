import { expect, it } from 'vitest';
import type { Message } from '#shared/model/conversation.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { lookOf, messagesSince } from '../../../src/renderer/src/features/outbox/looks.ts';
import { likenessOf } from '../../../src/renderer/src/ui/word-diff.ts';

const item = (over: Partial<OutboxItem>): OutboxItem => ({
  id: '5',
  conversationId: 'c',
  inboxId: 'i',
  draftId: null,
  body: 'Yes.',
  remoteId: 'r',
  state: 'waiting',
  attempts: 1,
  problem: null,
  nextTryAt: null,
  createdAt: 1,
  sentAt: null,
  files: [],
  sentAs: null,
  ...over,
});
const problem = (code: 'unreachable' | 'thread_moved_on' | 'rate_limited') => ({ code, message: '', detail: {} });

it('bug: a reply that only waits for the line looks as if it had failed, or one that is held as if it were sent', () => {
  expect(lookOf(item({ problem: problem('unreachable') }))).toBe('waitingForLine');
  expect(lookOf(item({ problem: problem('rate_limited') }))).toBe('waiting');
  expect(lookOf(item({}))).toBe('waiting');
  expect(lookOf(item({ state: 'failed', problem: problem('thread_moved_on') }))).toBe('held');
  expect(lookOf(item({ state: 'failed', problem: problem('unreachable') }))).toBe('failed');
});

it('bug: what came since is not all shown, or the question itself counts as new', () => {
  const message = (id: string, automatic: Message['automatic'] = null) => ({ id, automatic }) as Message;
  const thread = [message('4'), message('6'), message('7', 'auto_reply'), message('8')];
  expect(messagesSince(thread, item({})).map(({ id }) => id)).toEqual(['6', '8']);
});

it('bug: two wordings of one answer count as different, or two answers as one', () => {
  const ours = 'Delivery to Norway takes four to six working days.';
  expect(likenessOf('Delivery to Norway takes about six working days.', ours)).toBeGreaterThan(0.6);
  expect(likenessOf('Please send us a photo of the pot.', ours)).toBeLessThan(0.4);
  expect(likenessOf('送料は無料です。', '送料は800円です。')).toBeGreaterThan(0.4);
});
