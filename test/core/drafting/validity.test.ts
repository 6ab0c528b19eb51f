import { describe, expect, it, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { staleDrafts } from '#core/drafting/stale-drafts.ts';
import { startClockLoop } from '#backend/loops/clock-loop.ts';
import { startDraftLoop } from '#backend/loops/draft-loop.ts';
import { type CoreDesk, coreDesk, incoming, take, teach } from '#test/support/core-desk.ts';
import { eventually } from '#test/support/test-desk.ts';

const question = 'What does the blue teapot cost?';

async function answerAt(desk: CoreDesk, moment: string): Promise<string> {
  desk.time.now = Date.parse(moment);
  const author = `${moment}@example.com`;
  const { id } = take(desk, incoming({ subject: '', text: question, authorAddress: author, customerAddress: author }));
  return (await draftReply(desk.deps, { conversationId: id })).text;
}

describe('bug: a price is told before its time, or after', () => {
  it.each([
    // The sale of 11 November by the clocks of China, asked for from anywhere.
    ['Asia/Shanghai', '2026-11-10T20:00', '2026-11-12T00:00', '2026-11-10T12:00:00Z', '2026-11-11T16:00:00Z'],
    ['America/New_York', '2026-11-10T20:00', '2026-11-12T00:00', '2026-11-11T01:00:00Z', '2026-11-12T05:00:00Z'],
    // Over the night in which the clocks go back: New York is nearer to UTC when it begins.
    ['America/New_York', '2026-10-31T20:00', '2026-11-01T20:00', '2026-11-01T00:00:00Z', '2026-11-02T01:00:00Z'],
    ['America/New_York', '2026-10-31T20:00', '2026-11-01T01:30', '2026-11-01T00:00:00Z', '2026-11-01T06:30:00Z'],
    // And forward: 02:30 is not shown.
    ['Europe/Berlin', '2026-03-29T02:30', '2026-03-30T00:00', '2026-03-29T01:30:00Z', '2026-03-29T22:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-05T00:00', '2026-10-03T15:45:00Z', '2026-10-04T13:00:00Z'],
    ['Asia/Kathmandu', '2026-01-01T00:00', '2026-01-02T00:00', '2025-12-31T18:15:00Z', '2026-01-01T18:15:00Z'],
  ])('%s, from %s until %s', async (zone, from, until, opens, closes) => {
    const desk = coreDesk();
    await teach(desk, question, 'It costs 30 EUR.', {});
    await teach(desk, 'What does the blue teapot cost in the sale?', 'It costs 20 EUR in the sale.', {
      validity: { from, until, zone },
    });
    const before = (moment: string): string => new Date(Date.parse(moment) - 1).toISOString();
    // The usual price is the nearer one: it has to be retired to see the sale alone.
    const sale = coreDesk();
    await teach(sale, question, 'It costs 20 EUR in the sale.', { validity: { from, until, zone } });
    expect(await answerAt(sale, before(opens))).toBe('');
    expect(await answerAt(sale, opens)).toContain('20 EUR');
    expect(await answerAt(sale, before(closes))).toContain('20 EUR');
    expect(await answerAt(sale, closes)).toBe('');
    expect(JSON.stringify(await answerAt(desk, closes))).not.toContain('20 EUR');
  });
});

test('bug: a draft made within the time stays open after it', async () => {
  const desk = coreDesk();
  await teach(desk, question, 'It costs 20 EUR.', {
    validity: { from: null, until: '2026-03-10T13:00', zone: 'UTC' },
  });
  const { id } = take(desk, incoming({ subject: '', text: question }));
  const draft = await draftReply(desk.deps, { conversationId: id });
  expect(draft.text).toContain('20 EUR');
  expect(staleDrafts(desk.deps, [desk.storeId])).toBe(0);
  desk.time.now = Date.UTC(2026, 2, 10, 13);
  expect(staleDrafts(desk.deps, [desk.storeId])).toBe(1);
  expect(desk.db.drafts.get(draft.id).state).toBe('stale');
});

test('bug: nobody looks at the clock, so that a draft says yesterday’s price', async () => {
  const desk = coreDesk();
  const hour = 3_600_000;
  desk.time.now = Date.UTC(2026, 10, 10, 11, 59, 59, 900);
  await teach(desk, question, 'It costs 20 EUR.', {
    validity: { from: '2026-11-10T20:00', until: '2026-11-10T22:00', zone: 'Asia/Shanghai' },
  });
  const { id } = take(desk, incoming({ subject: '', text: question }));
  const errors: unknown[] = [];
  const drafts = startDraftLoop(desk.deps, (error) => errors.push(error));
  const emit = (name: string): void => {
    if (name === 'knowledge.changed') drafts.redraft(desk.storeId);
  };
  const clock = startClockLoop({ ...desk.deps, emit }, (error) => errors.push(error));
  const text = (): string => desk.db.drafts.current(id)?.text ?? '';
  await drafts.settled();
  expect(text()).toBe('');

  desk.time.now += 100;
  clock.wake();
  await eventually('the draft says the price', () => text().includes('20 EUR'));
  desk.time.now += 2 * hour;
  clock.wake();
  await eventually('the draft is silent again', () => text() === '');
  // A clock that was wrong and is set back.
  desk.time.now -= hour;
  clock.wake();
  await eventually('the draft says the price again', () => text().includes('20 EUR'));
  await clock.stop();
  await drafts.stop();
  expect(errors).toEqual([]);
});
