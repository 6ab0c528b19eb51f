import { afterAll, describe, expect, test } from 'vitest';
import { type DoubleDesk, doubleDesk } from '#test/support/doubles/double-desk.ts';
import type { Fault, StartDouble } from '#test/support/doubles/inbox-double.ts';
import { systems } from './systems.ts';

/** What a fault is called where it meets reading, and where it meets sending; null: it does not show, or is mended at once. */
const codes: Readonly<Record<Fault, { readonly reading: string | null; readonly sending: string | null }>> = {
  credentials_revoked: { reading: 'refused_credentials', sending: 'refused_credentials' },
  permission_refused: { reading: 'refused_permission', sending: 'refused_permission' },
  thread_deleted: { reading: null, sending: 'not_found' },
  reply_refused: { reading: 'refused_by_server', sending: 'refused_by_server' },
  rate_limited: { reading: 'rate_limited', sending: 'rate_limited' },
  rate_limited_long: { reading: 'rate_limited', sending: 'rate_limited' },
  rate_limited_bare: { reading: 'rate_limited', sending: 'rate_limited' },
  server_error: { reading: 'remote_failed', sending: 'send_uncertain' },
  server_error_after: { reading: 'remote_failed', sending: 'send_uncertain' },
  bad_gateway: { reading: 'remote_failed', sending: 'send_uncertain' },
  time_out_before: { reading: 'timed_out', sending: 'send_uncertain' },
  time_out_after: { reading: 'timed_out', sending: 'send_uncertain' },
  reset_before: { reading: 'unreachable', sending: 'send_uncertain' },
  reset_after: { reading: 'unreachable', sending: 'send_uncertain' },
  truncated_json: { reading: 'remote_failed', sending: 'send_uncertain' },
  duplicate_delivery: { reading: null, sending: null },
  out_of_order: { reading: null, sending: null },
  html_only: { reading: null, sending: null },
  clock_ahead: { reading: null, sending: null },
  clock_behind: { reading: null, sending: null },
  other_scripts: { reading: null, sending: null },
  missing_attachment: { reading: null, sending: null },
  customer_writes_meanwhile: { reading: null, sending: 'thread_moved_on' },
  conflict: { reading: null, sending: 'conflict' },
  cursor_expired: { reading: null, sending: null },
};
const faults = Object.keys(codes) as readonly Fault[];
/** What a client sees mended by itself when it lasts for two requests. */
const passing: readonly Fault[] = faults.filter(
  (fault) => codes[fault].reading !== null && !/^(?:credentials|permission|reply)_|_long$/.test(fault),
);

const foreign = 'Привет 👩‍🚀 茶壶还有货吗？ やかん ‏هل الشحن مجاني؟ e\u0301';
const textsFor = (fault: Fault): readonly string[] =>
  fault === 'other_scripts' ? [foreign, 'Yes 🫖', foreign] : ['Is the copper kettle in stock?', 'It is.', 'And lids?'];
const replyFor = (fault: Fault): string =>
  fault === 'other_scripts' ? `${foreign}\n\nلا 🎏 いいえ` : 'Lids come in May.';

type Row = { cases: number; passed: number; replies: number; readonly hidden: Set<Fault> };
const matrix = new Map<string, Row>();
const rowOf = (name: string): Row => {
  const row = matrix.get(name) ?? { cases: 0, passed: 0, replies: 0, hidden: new Set() };
  matrix.set(name, row);
  return row;
};
afterAll(() => {
  for (const [name, { cases, passed, replies, hidden }] of matrix) {
    const without = hidden.size === 0 ? '' : `; it cannot show ${[...hidden].join(', ')}`;
    console.log(`${name}: ${cases} cases, ${passed} passed; ${replies} replies, each there once${without}`);
  }
});

/** Runs one case of the matrix where the double can show the fault. */
async function inMatrix(start: StartDouble, fault: Fault, work: (at: DoubleDesk) => Promise<void>): Promise<void> {
  const at = await doubleDesk(start);
  try {
    const row = rowOf(at.double.name);
    if (!at.double.shows.includes(fault)) return void row.hidden.add(fault);
    row.cases++;
    const customers = ['ann', 'bo', 'cy'];
    for (const customer of customers) at.double.addConversation(customer, textsFor(fault));
    await work(at);
    row.passed++;
  } finally {
    await at.end();
  }
}

describe.each(systems)('%s', (_name, start) => {
  test.each(faults)('bug: %s while reading loses a message, doubles one or stops the inbox for good', (fault) =>
    inMatrix(start, fault, async (at) => {
      at.double.setFault(fault, { on: 'reading' });
      expect(await at.codeOfSync()).toBe(codes[fault].reading);
      at.double.clearFaults();
      at.double.customerWrites('2', 'Are you there?');
      expect(await at.codeOfSync()).toBeNull();
      at.expectSame();
    }),
  );

  test.each(passing)('bug: %s for two requests is not got over without a person noticing', (fault) =>
    inMatrix(start, fault, async (at) => {
      at.double.setFault(fault, { on: 'reading', times: 2 });
      expect(await at.codeOfSync()).toBeNull();
      at.expectSame();
    }),
  );

  test.each(faults)('bug: %s in the middle of a sync leaves a gap', (fault) =>
    inMatrix(start, fault, async (at) => {
      await at.sync();
      at.double.customerWrites('1', 'Hello?');
      at.double.setFault(fault, { on: 'reading' });
      expect(await at.codeOfSync()).toBe(codes[fault].reading);
      at.double.customerWrites('3', 'Hello too?');
      expect(await at.codeOfSync()).toBe(codes[fault].reading);
      at.double.clearFaults();
      expect(await at.codeOfSync()).toBeNull();
      at.expectSame();
    }),
  );

  test.each(faults)('bug: %s while sending loses a reply, sends it twice or keeps silent about it', (fault) =>
    inMatrix(start, fault, (at) => throughFault(at, fault, 'sending', codes[fault].sending)),
  );

  test.each(faults)('bug: %s while reading and sending loses a reply, sends it twice or keeps silent', (fault) =>
    inMatrix(start, fault, (at) => throughFault(at, fault, 'all', codes[fault].reading ?? codes[fault].sending)),
  );

  test.each(faults)('bug: %s after a reply was lost on the way makes it leave twice or not at all', (fault) =>
    inMatrix(start, fault, async (at) => {
      for (const lost of ['time_out_after', 'time_out_before'] as const) {
        await at.sync();
        const item = await at.accept(lost === 'time_out_after' ? '1' : '2', replyFor(fault));
        at.double.setFault(lost, { on: 'sending', times: 1 });
        expect((await at.deliver(item)).state).toBe('uncertain');
        at.double.setFault(fault, { on: 'reading' });
        for (let round = 0; round < 3; round++) await at.deliver(item);
        at.double.clearFaults();
        expect((await at.deliverToTheEnd(item)).state).toBe('sent');
      }
      await expectSentOnce(at, '1', replyFor(fault));
      await expectSentOnce(at, '2', replyFor(fault));
    }),
  );
});

describe.each(systems)('%s', (_name, start) => {
  test('bug: a reply that the helpdesk took and could not deliver counts as sent, or is sent again by itself', async () => {
    const at = await doubleDesk(start);
    const threadId = at.double.addConversation('ann', textsFor('conflict'));
    await at.sync();
    const item = await at.accept(threadId, 'Lids come in May.');
    if (at.double.failReply === undefined) return at.end();
    expect((await at.deliver(item)).state).toBe('sent');
    at.desk.time.now += 15_000;
    await at.sync();
    at.double.failReply(threadId);
    for (let round = 0; round < 3; round++) {
      at.desk.time.now += 15_000;
      await at.sync();
    }
    const failed = at.desk.db.outbox.get(item.id);
    expect(failed).toMatchObject({ state: 'failed', problem: { code: 'not_delivered' } });
    expect(at.desk.db.conversations.get(at.conversationIn(threadId)).status).toBe('unanswered');
    at.expectSame();
    // Only a person sends it again; the failure of the first is not taken for the second's.
    expect((await at.deliverToTheEnd(failed)).state).toBe('sent');
    await expectSentOnce(at, threadId, item.body);
    expect(at.desk.db.outbox.get(item.id).state).toBe('sent');
    await at.end();
  });
});

describe.each(systems)('%s', (_name, start) => {
  test.each<Fault | null>([null, 'clock_ahead', 'clock_behind'])(
    'bug: with %s the same words of a minute ago count as the reply that was lost',
    async (skew) => {
      const at = await doubleDesk(start);
      if (skew !== null) at.double.setFault(skew, { on: 'all' });
      const threadId = at.double.addConversation('ann', ['Thanks!']);
      await at.sync();
      await at.deliverToTheEnd(await at.accept(threadId, 'You are welcome.'));
      at.desk.time.now += 60_000;
      const second = await at.accept(threadId, 'You are welcome.');
      at.double.setFault('reset_before', { on: 'sending', times: 1 });
      expect((await at.deliverToTheEnd(second)).state).toBe('sent');
      expect(at.double.repliesIn(threadId)).toHaveLength(2);
      await at.end();
    },
  );

  test('bug: a request that still waits in the server’s queue is sent a second time', async () => {
    const at = await doubleDesk(start);
    const threadId = at.double.addConversation('ann', ['Hello?']);
    await at.sync();
    const item = await at.accept(threadId, 'Hello Ann.');
    at.double.setFault('time_out_before', { on: 'sending', times: 1 });
    await at.deliver(item);
    at.desk.time.now += 30_000;
    expect(await at.deliver(item)).toMatchObject({ state: 'uncertain', problem: { code: 'send_uncertain' } });
    at.desk.time.now += 31_000;
    expect((await at.deliver(item)).state).toBe('waiting');
    await at.end();
  });
});

/** A reply is accepted, the fault lasts a while, then it clears: the same connector brings it to its end. */
async function throughFault(at: DoubleDesk, fault: Fault, on: 'sending' | 'all', code: string | null): Promise<void> {
  await at.sync();
  const threadId = at.double.threads().at(-1) ?? '';
  const item = await at.accept(threadId, replyFor(fault));
  at.double.setFault(fault, { on });
  const { state, problem } = await at.deliver(item);
  expect(problem?.code ?? null).toBe(code);
  expect(JSON.stringify(problem)).not.toContain(at.double.secret);
  if (code === null) expect(state).toBe('sent');
  for (let round = 0; round < 3; round++) {
    at.desk.time.now += 90_000;
    await at.deliver(item);
    expect(at.double.repliesIn(threadId).length).toBeLessThanOrEqual(1);
  }
  at.double.clearFaults();
  expect((await at.deliverToTheEnd(item)).state).toBe('sent');
  await expectSentOnce(at, threadId, item.body);
}

async function expectSentOnce(at: DoubleDesk, threadId: string, text: string): Promise<void> {
  await at.sync();
  expect(at.double.repliesIn(threadId)).toEqual([text]);
  at.expectSame();
  rowOf(at.double.name).replies++;
}
