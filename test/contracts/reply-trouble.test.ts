import { describe, expect, test } from 'vitest';
import { deliverReply } from '#core/outbox/deliver-reply.ts';
import { readAgain } from '#core/inbox/read-again.ts';
import { retryReply } from '#core/outbox/manage-outbox.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { type DoubleDesk, doubleDesk } from '#test/support/doubles/double-desk.ts';
import { systems } from './systems.ts';

const day = 24 * 3_600_000;
const text = 'Lids come in May.';

/** A reply to the one thread of the double. */
async function replyAt(at: DoubleDesk): Promise<{ readonly threadId: string; readonly item: OutboxItem }> {
  const threadId = at.double.addConversation('ann', ['Is the copper kettle in stock?', 'It is.', 'And lids?']);
  await at.sync();
  return { threadId, item: await at.accept(threadId, text) };
}

/** Everything that becomes due within a day, as the outbox loop would do it. */
async function runADay(at: DoubleDesk, item: OutboxItem): Promise<OutboxItem> {
  const end = at.desk.time.now + day;
  for (let latest = at.desk.db.outbox.get(item.id); ;) {
    if (!['waiting', 'sending', 'uncertain'].includes(latest.state)) return latest;
    const due = latest.nextTryAt ?? 0;
    if (due > end || at.desk.time.now > end) return latest;
    at.desk.time.now = Math.max(at.desk.time.now, due);
    latest = await at.deliver(item);
  }
}

describe.each(systems)('%s', (_name, start) => {
  const posts = (at: DoubleDesk): number => at.double.requests.filter(({ method }) => method !== 'GET').length;

  test('bug: a reply the server answers with 500 each time is posted once a minute for ever', async () => {
    const at = await doubleDesk(start);
    const { threadId, item } = await replyAt(at);
    at.double.setFault('server_error', { on: 'sending' });
    expect(await runADay(at, item)).toMatchObject({ state: 'failed', problem: { code: 'send_uncertain' } });
    expect(posts(at)).toBe(4);
    expect(at.double.repliesIn(threadId)).toEqual([]);
    at.double.clearFaults();
    retryReply(at.desk.deps, item.id);
    expect((await runADay(at, item)).state).toBe('sent');
    expect(at.double.repliesIn(threadId)).toEqual([text]);
    await at.end();
  });

  test('bug: a reply the server takes each time, and answers with 500, is posted twice', async () => {
    const at = await doubleDesk(start);
    const { threadId, item } = await replyAt(at);
    at.double.setFault('server_error_after', { on: 'sending' });
    expect((await runADay(at, item)).state).toBe('sent');
    expect(posts(at)).toBe(1);
    expect(at.double.repliesIn(threadId)).toEqual([text]);
    await at.end();
  });

  test('bug: a thread that is deleted while its reply is in doubt is asked for without end', async () => {
    const at = await doubleDesk(start);
    const { threadId, item } = await replyAt(at);
    at.double.setFault('reset_before', { on: 'sending', times: 1 });
    expect((await at.deliver(item)).state).toBe('uncertain');
    at.double.remove(threadId);
    const before = at.double.requests.length;
    expect((await runADay(at, item)).state).toBe('failed');
    expect(at.double.requests.length - before).toBeLessThan(20);
    await at.end();
  });

  test('bug: what the customer writes while the reply leaves counts as answered by it', async () => {
    const at = await doubleDesk(start);
    const { threadId, item } = await replyAt(at);
    const connector: InboxConnector = {
      ...at.connector,
      async send(reply, signal, onLeaving) {
        const remoteId = await at.connector.send(reply, signal, () => {
          onLeaving();
          at.desk.time.now += 2_000;
          at.double.customerWrites(threadId, 'And in which size?');
          at.desk.time.now += 2_000;
        });
        await at.sync();
        return remoteId;
      },
    };
    const deps = {
      ...at.desk.deps,
      readAgain: (id: string, by: InboxConnector, signal: AbortSignal) => readAgain(at.desk.deps, id, by, signal),
    };
    const deliver = (): Promise<OutboxItem> => deliverReply(deps, connector, item.id, new AbortController().signal);
    let { state, problem } = await deliver();
    // One that refuses a reply to a thread that has changed since it was read has it held.
    if (state === 'waiting' && problem?.code === 'conflict') ({ state, problem } = await deliver());
    expect(state === 'sent' || problem?.code === 'thread_moved_on').toBe(true);
    expect(at.desk.db.conversations.get(item.conversationId).status).toBe('unanswered');
    await at.end();
  });
});
