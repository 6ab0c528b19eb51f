import { describe, expect, test } from 'vitest';
import { lookAtRecentReplies } from '#core/inbox/look-at-recent-replies.ts';
import { stateAfterFailure } from '#core/inbox/sync-inbox.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import { type DoubleDesk, doubleDesk } from '#test/support/doubles/double-desk.ts';
import type { Fault, StartDouble } from '#test/support/doubles/inbox-double.ts';
import { systems } from './systems.ts';

const lookMs = 15_000;
const second = 1_000;

async function withDesk(start: StartDouble, work: (at: DoubleDesk) => Promise<void>): Promise<void> {
  const at = await doubleDesk(start);
  try {
    await work(at);
  } finally {
    await at.end();
  }
}

/** Lets the time of a look go by; returns how many requests it took. */
async function look(at: DoubleDesk): Promise<number> {
  at.desk.time.now += lookMs;
  const before = at.double.requests.length;
  await at.sync();
  return at.double.requests.length - before;
}

const textsIn = (at: DoubleDesk, threadId: string): readonly string[] =>
  at.desk.db.conversations.messages(at.conversationIn(threadId)).map(({ text }) => text);

const aboutOne: readonly Fault[] = ['credentials_revoked', 'permission_refused', 'server_error', 'truncated_json'];

describe.each(systems)('%s', (_name, start) => {
  test.each(aboutOne)('bug: %s for one thread keeps all the others out', (fault) =>
    withDesk(start, async (at) => {
      const [bad = '', good = ''] = ['ann', 'bo', 'cy'].map((customer) => at.double.addConversation(customer, ['Hi']));
      at.desk.time.now += 60 * second;
      await at.sync();
      at.double.setFault(fault, { on: 'reading', thread: bad });
      at.double.customerWrites(bad, 'Can you see this?');
      expect(await at.codeOfSync()).toBeNull();
      for (let i = 0; i < 30; i++) {
        at.double.customerWrites(good, `Word ${i}`);
        await look(at);
        expect(textsIn(at, good)).toContain(`Word ${i}`);
      }
      at.double.customerWrites(bad, 'And this?');
      await look(at);
      at.double.clearFaults();
      for (let i = 0; i < 20; i++) await look(at);
      at.expectSame();
    }),
  );

  test('bug: a thread that cannot be read costs more requests at every look', () =>
    withDesk(start, async (at) => {
      const [bad = '', good = ''] = ['ann', 'bo'].map((customer) => at.double.addConversation(customer, ['Hi']));
      await at.sync();
      at.double.setFault('permission_refused', { on: 'reading', thread: bad });
      const taken: number[] = [];
      for (let i = 0; i < 260; i++) {
        // It is named in every list: its customer goes on writing.
        at.double.customerWrites(bad, `Bad ${i}`);
        at.double.customerWrites(good, `Good ${i}`);
        taken.push(await look(at));
      }
      expect(Math.max(...taken)).toBeLessThanOrEqual(12);
      at.double.clearFaults();
      for (let i = 0; i < 20; i++) await look(at);
      at.expectSame();
    }));

  test('bug: threads that cannot be read at the very first sync keep the others out', () =>
    withDesk(start, async (at) => {
      const [bad = ''] = ['ann', 'bo', 'cy'].map((customer) => at.double.addConversation(customer, ['Hi']));
      at.double.setFault('permission_refused', { on: 'reading', thread: bad });
      expect(await at.codeOfSync()).toBeNull();
      at.double.clearFaults();
      await look(at);
      at.expectSame();
    }));

  test('bug: a key that is revoked while threads wait to be read does not stop the inbox at once', () =>
    withDesk(start, async (at) => {
      const [bad = '', good = ''] = ['ann', 'bo'].map((customer) => at.double.addConversation(customer, ['Hi']));
      await at.sync();
      at.double.setFault('permission_refused', { on: 'reading', thread: bad });
      at.double.customerWrites(bad, 'Can you see this?');
      await look(at);
      at.double.clearFaults();
      at.double.customerWrites(good, 'And this?');
      at.double.setFault('credentials_revoked', { on: 'reading' });
      const before = at.double.requests.length;
      expect(await at.codeOfSync()).toBe('refused_credentials');
      expect(at.double.requests.length - before).toBeLessThanOrEqual(6);
      const state = at.desk.db.inboxes.get(at.desk.inbox.id).state;
      const revoked = new AppError('refused_credentials', 'No');
      expect(stateAfterFailure(state, revoked, 1, at.desk.time.now, 0.5).phase).toBe('stopped');
      at.double.clearFaults();
      await look(at);
      at.expectSame();
    }));

  test('bug: a server that goes down while threads are read loses what it still had', () =>
    withDesk(start, async (at) => {
      const threads = Array.from({ length: 40 }, (_, i) => at.double.addConversation(`c${i}`, ['Hi']));
      await at.sync();
      for (const threadId of threads) at.double.customerWrites(threadId, 'Hello?');
      for (let round = 0; round < 3; round++) {
        let pulls = 0;
        const dying: InboxConnector = {
          ...at.connector,
          pull: (...asked) => {
            if (pulls++ === round) at.double.setFault('bad_gateway', { on: 'reading' });
            return at.connector.pull(...asked);
          },
        };
        await expect(at.sync(dying)).rejects.toMatchObject({ code: 'remote_failed' });
        at.double.clearFaults();
      }
      await look(at);
      at.expectSame();
    }));

  test('bug: a long thread that cannot be read on half-way loses what comes into it meanwhile', () =>
    withDesk(start, async (at) => {
      const other = at.double.addConversation('bo', ['Hi']);
      await at.sync();
      const long = at.double.addConversation(
        'ann',
        Array.from({ length: 700 }, (_, i) => `Message ${i}`),
      );
      let pulls = 0;
      const failing: InboxConnector = {
        ...at.connector,
        pull: (...asked) => {
          if (pulls++ === 3) at.double.setFault('server_error', { on: 'reading', thread: long });
          return at.connector.pull(...asked);
        },
      };
      await at.sync(failing);
      expect(textsIn(at, long).length).toBeGreaterThan(0);
      expect(textsIn(at, long).length).toBeLessThan(700);
      for (let i = 0; i < 4; i++) {
        at.double.customerWrites(long, `Later ${i}`);
        at.desk.time.now += 900 * second;
        at.double.customerWrites(other, `Word ${i}`);
        await look(at);
      }
      at.double.clearFaults();
      for (let i = 0; i < 20; i++) await look(at);
      at.expectSame();
    }));

  test('bug: a long thread that comes into sight with all its past comes without its beginning', () =>
    withDesk(start, async (at) => {
      const other = at.double.addConversation('bo', ['Hi']);
      for (let i = 0; i < 4; i++) {
        at.desk.time.now += 600 * second;
        at.double.customerWrites(other, `Word ${i}`);
        await look(at);
      }
      at.double.addConversation(
        'ann',
        Array.from({ length: 330 }, (_, i) => `Message ${i}`),
      );
      await look(at);
      await look(at);
      at.expectSame();
    }));

  test('bug: a reply that fails minutes after it was taken, in a busy inbox, stays sent', () =>
    withDesk(start, async (at) => {
      if (at.double.failReply === undefined) return;
      const [threadId = '', busy = ''] = ['ann', 'bo'].map((customer) => at.double.addConversation(customer, ['Hi']));
      await at.sync();
      const item = await at.accept(threadId, 'Yes.');
      expect((await at.deliver(item)).state).toBe('sent');
      let lookedAt = at.desk.time.now;
      const lookAtReplies = async (): Promise<number> => {
        const before = at.double.requests.length;
        const { inbox, deps, time } = at.desk;
        await lookAtRecentReplies(deps, { inbox, connector: at.connector, lookedAt }, new AbortController().signal);
        lookedAt = time.now;
        return at.double.requests.length - before;
      };
      let requests = 0;
      for (let minutes = 0; minutes < 100; minutes++) {
        if (minutes === 20) at.double.failReply(threadId);
        at.desk.time.now += 60 * second;
        at.double.customerWrites(busy, `Word ${minutes}`);
        await at.sync();
        if (minutes % 3 === 0) requests += await lookAtReplies();
      }
      // Four looks, and Chatwoot says only in a second answer that it has no more.
      expect(requests).toBeLessThanOrEqual(8);
      expect(at.desk.db.outbox.get(item.id)).toMatchObject({ state: 'failed', problem: { code: 'not_delivered' } });
      expect(at.desk.db.conversations.get(at.conversationIn(threadId)).status).toBe('unanswered');
      at.expectSame();
    }));

  test(
    'bug: a crowd of threads of one moment is read again at every look',
    () =>
      withDesk(start, async (at) => {
        for (let i = 0; i < 1_500; i++) at.double.addConversation(`c${i}`, ['Hi']);
        for (let i = 0; i < 4; i++) {
          at.desk.time.now += 60 * second;
          await at.sync();
        }
        // The list alone: Chatwoot's has 25 a page, Freshdesk's is gone through twice.
        for (let i = 0; i < 3; i++) expect(await look(at)).toBeLessThanOrEqual(70);
        at.double.customerWrites('700', 'One more');
        await look(at);
        at.expectSame();
      }),
    60_000,
  );
});
