import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOutcomeFacts } from '#core/insights/outcome-facts.ts';
import { reportInsights } from '#core/insights/report-insights.ts';
import { standingOutcomes } from '#core/insights/standing-outcomes.ts';
import { InsightQuery } from '#shared/model/insight.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import { addOutboxItem, anOutcome, newId } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, coreDesk, incoming, take } from '#test/support/core-desk.ts';

const hour = 3_600_000;
const midnight = Date.UTC(2026, 2, 10);
const week = { from: midnight, to: midnight + 7 * 24 * hour, utcOffset: 0 };

const owner = { id: 'owner', role: 'owner' } as const;

/** What the window asks for a whole store, by somebody who works alone. */
function reportOf(desk: CoreDesk, span: { from: number; to: number; utcOffset: number }) {
  const deps = { ...desk.deps, facts: createOutcomeFacts(desk.deps) };
  return reportInsights(deps, InsightQuery.parse({ storeId: desk.storeId, ...span }), owner);
}

function append(desk: CoreDesk, over: Partial<Outcome>): Outcome {
  const outcome = anOutcome(desk.storeId, { createdAt: midnight, ...over });
  desk.db.outcomes.append(outcome);
  return outcome;
}

function withdraw(desk: CoreDesk, outcome: Outcome, createdAt: number): void {
  desk.db.outcomes.append({ ...outcome, id: newId(), act: 'withdrawn', createdAt });
}

test('bug: what was closed or refused counts as answered, or pulls the kept share down', async () => {
  const desk = coreDesk();
  append(desk, { act: 'accepted', keptShare: 1, waitedMs: 10 });
  append(desk, { act: 'edited', keptShare: 0.5, waitedMs: 30 });
  append(desk, { act: 'written', waitedMs: 20 });
  append(desk, { act: 'discarded', waitedMs: 1 });
  append(desk, { act: 'closed', waitedMs: 1 });
  const { figures } = await reportOf(desk, week);
  expect(figures).toMatchObject({
    answered: 3,
    accepted: 1,
    edited: 1,
    written: 1,
    discarded: 1,
    closed: 1,
    keptShare: 0.75,
    keptOf: 2,
    medianWaitMs: 20,
  });
});

test('bug: a reply taken back after midnight still counts on its day', async () => {
  const desk = coreDesk();
  withdraw(desk, append(desk, { act: 'accepted', createdAt: week.to - 1 }), week.to + 5_000);
  expect((await reportOf(desk, week)).figures?.answered).toBe(0);
});

test.each([
  ['failed', 0],
  ['waiting', 1],
  ['uncertain', 1],
  ['sent', 1],
] as const)('bug: a reply that is %s counts wrongly as answered', async (state, answered) => {
  const desk = coreDesk();
  const conversation = take(desk, incoming());
  const item = addOutboxItem(desk.db, conversation, { state });
  append(desk, { id: item.id, conversationId: conversation.id, act: 'accepted' });
  expect((await reportOf(desk, week)).figures?.answered).toBe(answered);
});

test('bug: the list behind a number shows what the number leaves out', async () => {
  const desk = coreDesk();
  const kept = append(desk, { act: 'edited', waitedMs: 1 });
  withdraw(desk, append(desk, { act: 'edited', waitedMs: 2 }), midnight + 10);
  const behind = standingOutcomes(desk.deps, { storeId: desk.storeId, ...week, act: 'edited' });
  expect(behind.map((outcome) => outcome.id)).toEqual([kept.id]);
});

test('bug: taking back an older reply takes away the newer one of the same conversation', async () => {
  const desk = coreDesk();
  const conversationId = newId();
  const failed = append(desk, { conversationId, sentText: 'First', act: 'written', createdAt: midnight + 1 });
  const sent = append(desk, { conversationId, sentText: 'Second', act: 'written', createdAt: midnight + 2 });
  withdraw(desk, failed, midnight + 3);
  const standing = standingOutcomes(desk.deps, { storeId: desk.storeId, ...week });
  expect(standing.map((outcome) => outcome.id)).toEqual([sent.id]);
});

test('bug: the same reply sent again after it was taken back does not count', async () => {
  const desk = coreDesk();
  const first = append(desk, { act: 'accepted', createdAt: midnight + 1 });
  withdraw(desk, first, midnight + 2);
  append(desk, { ...first, id: newId(), createdAt: midnight + 3 });
  expect((await reportOf(desk, week)).figures?.accepted).toBe(1);
});

test.each([
  ['east of Greenwich an evening falls on the day before', 540, midnight + 16 * hour, '2026-03-11'],
  ['west of Greenwich a morning falls on the day after', -480, midnight + 7 * hour, '2026-03-09'],
  ['a quarter of an hour of offset is dropped', 345, midnight + 18.5 * hour, '2026-03-11'],
])('bug: %s', async (_bug, utcOffset, createdAt, day) => {
  const desk = coreDesk();
  append(desk, { act: 'accepted', createdAt });
  const span = { from: midnight - 48 * hour, to: midnight + 48 * hour, utcOffset };
  const { points } = await reportOf(desk, span);
  expect(points.filter(({ figures }) => figures?.answered !== 0).map(({ day: one }) => one)).toEqual([day]);
});

test('bug: a week up to midnight has an eighth day', async () => {
  const desk = coreDesk();
  const { points } = await reportOf(desk, week);
  expect(points).toHaveLength(7);
});

test('bug: the days do not add up to the whole, repeat, or are out of order', async () => {
  const span = fc.record({
    from: fc.integer({ min: midnight - 40 * 24 * hour, max: midnight }),
    length: fc.integer({ min: 0, max: 30 * 24 * hour }),
    utcOffset: fc.integer({ min: -840, max: 840 }),
    at: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(span, async ({ from, length, utcOffset, at }) => {
      const desk = coreDesk();
      for (const share of at) append(desk, { act: 'accepted', createdAt: Math.floor(from + share * length) });
      const to = from + length;
      const { figures, points } = await reportOf(desk, { from, to, utcOffset });
      expect(figures?.answered).toBe(at.length);
      expect(points.reduce((sum, point) => sum + (point.figures?.answered ?? 0), 0)).toBe(at.length);
      const days = points.map(({ day }) => day);
      expect(days).toEqual([...new Set(days)].toSorted());
      desk.db.close();
    }),
    { numRuns: 30 },
  );
});
