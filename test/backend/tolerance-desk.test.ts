import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDesk, settled, startTestDesk } from '#test/support/test-desk.ts';

let desk: TestDesk;
let storeId = '';

beforeAll(async () => {
  desk = await startTestDesk();
  await settled(desk);
  storeId = (await desk.client.call('store.list', {}))[0]?.id ?? '';
}, 120_000);
afterAll(() => desk.end());

const drafted = (): number => desk.desk.deps.drafts.openOfStore(storeId).filter((draft) => draft.text !== '').length;

async function tolerate(rate: number | null): Promise<number> {
  await desk.client.call('store.setTolerance', { storeId, topic: null, rate });
  await desk.loops.drafts.settled();
  return drafted();
}

test('bug: a lead’s rate reaches no draft until the desk is started again, or does not go away', async () => {
  const usual = drafted();
  const strict = await tolerate(0.01);
  expect(strict).toBeLessThan(usual);
  const report = await desk.client.call('insight.coverage', { storeId, topic: null });
  expect([report.rate, report.questionCount > 0, report.points.length > 1]).toEqual([0.01, true, true]);
  const weak = desk.desk.deps.drafts
    .openOfStore(storeId)
    .flatMap((draft) => draft.asks.filter((ask) => ask.silence === 'weak_evidence'));
  expect(weak.length).toBeGreaterThan(0);
  for (const ask of weak) expect(ask.offeredFrom ?? 1).toBeGreaterThan(ask.confidence);
  expect(await tolerate(null)).toBe(usual);
}, 120_000);

test('bug: answers learned while the window is open leave the curve as it was', async () => {
  const told: string[] = [];
  const stop = desk.client.on('confidence.changed', (event) => told.push(event.storeId));
  desk.loops.index.relearn();
  await desk.loops.index.settled();
  stop();
  expect(told).toContain(storeId);
  expect(desk.errors).toEqual([]);
}, 120_000);
