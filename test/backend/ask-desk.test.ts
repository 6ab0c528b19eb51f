import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventPayload } from '#shared/contract/index.ts';
import { type TestDesk, settled, startTestDesk } from '#test/support/test-desk.ts';

let desk: TestDesk;
let storeId = '';

beforeAll(async () => {
  desk = await startTestDesk();
  await settled(desk);
  storeId = (await desk.client.call('store.list', {}))[0]?.id ?? '';
}, 120_000);
afterAll(() => desk.end());

const csv = (rows: readonly string[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`question,answer\n${rows.join('\n')}\n`);

describe('ask, replay and gaps over the wire', () => {
  test('tells a customer in three languages what the desk would say (bug: works only in English)', async () => {
    const texts = {
      en: 'How long does delivery to Norway take?',
      zh: 'Ember 水壶保修多久？',
      ja: '日本への配送は何日かかりますか。',
    };
    for (const [language, text] of Object.entries(texts)) {
      const { reply, asks, language: spoken } = await desk.client.call('ask.ask', { storeId, text, channel: 'email' });
      expect(spoken).toBe(language);
      expect(asks.length, text).toBeGreaterThan(0);
      expect(reply.silence, text).toBeNull();
      expect(asks[0]?.candidates[0]?.evidence.id).toBe(asks[0]?.offeredId);
    }
  });

  test('replays what a source brings before it is taken, with progress (bug: a plan is judged by its first line)', async () => {
    const [gap] = (await desk.client.call('gap.list', { storeId })).gaps;
    const source = await desk.client.call('source.add', {
      place: { storeId, setId: null },
      name: 'FAQ',
      settings: { kind: 'given' },
    });
    const files = [
      { name: 'faq.csv', bytes: csv([`"${gap?.question.replaceAll('"', "'")}","It comes by reindeer."`]) },
    ];
    const plan = await desk.client.call('source.read', { sourceId: source.id, files });
    const steps: Array<EventPayload<'progress.changed'>> = [];
    const stop = desk.client.on('progress.changed', (step) => steps.push(step));
    const choice = { kinds: ['added', 'changed', 'gone'] as const, takesUnsure: true, flipped: [] };
    const report = await desk.client.call('replay.run', {
      storeId,
      changes: [{ kind: 'plan', planId: plan.id, choice: { ...choice, kinds: [...choice.kinds] } }],
    });
    stop();
    expect(report.conversations).toBeGreaterThan(50);
    expect(report.changes.some(({ after }) => after?.answer.includes('reindeer'))).toBe(true);
    const own = steps.filter(({ task }) => task === 'replay');
    expect(own.at(-1)?.isFinished).toBe(true);
    expect(own.length).toBeGreaterThan(3);
    expect((await desk.client.call('knowledge.list', { storeId, text: 'reindeer' })).total).toBe(0);
  });

  test('a window that closes the replay stops it (bug: two thousand conversations for nobody)', async () => {
    const entry = (await desk.client.call('knowledge.list', { storeId })).items[0];
    const stop = new AbortController();
    const off = desk.client.on('progress.changed', ({ task }) => task === 'replay' && stop.abort());
    const run = desk.client.call(
      'replay.run',
      { storeId, changes: [{ kind: 'retire', entryId: entry?.id ?? '' }] },
      stop.signal,
    );
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    off();
  });

  test('lists what is missing, and no more once it is dismissed (bug: a dismissal forgotten with the window)', async () => {
    const before = await desk.client.call('gap.list', { storeId });
    expect(before.asks).toBeGreaterThan(0);
    const [gap] = before.gaps;
    expect(gap?.examples.length).toBeGreaterThan(0);
    await desk.client.call('gap.dismiss', { key: gap?.key ?? '' });
    const after = await desk.client.call('gap.list', { storeId });
    expect(after.gaps.map(({ key }) => key)).not.toContain(gap?.key);
    await desk.client.call('gap.restore', { key: gap?.key ?? '' });
    expect((await desk.client.call('gap.list', { storeId })).gaps.map(({ key }) => key)).toContain(gap?.key);
  });

  test('shows every draft of a conversation (bug: only the newest)', async () => {
    const [row] = (await desk.client.call('conversation.list', { storeId, status: 'unanswered' })).items;
    const history = await desk.client.call('draft.history', { conversationId: row?.id ?? '' });
    expect(history.length).toBeGreaterThan(0);
    expect(history[0]?.draft.conversationId).toBe(row?.id);
    expect(desk.errors).toEqual([]);
  });
});
