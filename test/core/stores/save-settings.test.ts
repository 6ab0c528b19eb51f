import { expect, test } from 'vitest';
import { reportCoverage, tolerantModel } from '#core/insights/report-coverage.ts';
import { type Trial, priorModel } from '#core/retrieval/store-model.ts';
import { type ToleranceInput, saveSettings, setTolerance } from '#core/stores/save-settings.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { coreDesk, deskSettings, incoming, take, teach } from '#test/support/core-desk.ts';

function set(desk: ReturnType<typeof coreDesk>, input: Partial<ToleranceInput>): void {
  setTolerance(desk.deps, { storeId: desk.storeId, topic: null, rate: null, why: '', ...input });
}

const trials: readonly Trial[] = Array.from({ length: 400 }, (_, i) => ({
  confidence: (i + 0.5) / 400,
  isRight: (i * 7919) % 400 < i,
  topic: i % 2 === 0 ? 'tax' : 'sizes',
  weight: 1,
}));

test('bug: who words the greeting anew takes back what the lead tolerates', () => {
  const desk = coreDesk();
  set(desk, { rate: 0.05 });
  const saved = saveSettings(desk.deps, desk.storeId, { ...deskSettings, name: 'South' });
  expect(saved.settings.name).toBe('South');
  expect(saved.settings.tolerance?.rate).toBe(0.05);
});

test('bug: it is not known any more who tolerated how much, when and why', () => {
  const desk = coreDesk();
  set(desk, { rate: 0.05, why: 'Launch week' });
  desk.time.now += 1_000;
  set(desk, { topic: 'tax', rate: 0.01 });
  saveSettings(desk.deps, desk.storeId, desk.db.stores.get(desk.storeId).settings);
  set(desk, { topic: 'tax', rate: null, why: 'Entries mended' });
  const { changes, rate, topics } = reportCoverage(desk.deps, { storeId: desk.storeId, topic: null });
  expect(changes.map(({ topic, before, after, change }) => [topic, before, after, change.who, change.why])).toEqual([
    ['tax', 0.01, null, 'Ada', 'Entries mended'],
    ['tax', null, 0.01, 'Ada', ''],
    [null, null, 0.05, 'Ada', 'Launch week'],
  ]);
  expect([rate, topics]).toEqual([0.05, []]);
});

test('bug: what is shown as the threshold is not what drafts go by', () => {
  const desk = coreDesk();
  set(desk, { rate: 0.2 });
  set(desk, { topic: 'tax', rate: 0.1 });
  const modelOf = () => tolerantModel({ ...priorModel, trials }, desk.db.stores.get(desk.storeId));
  const deps = { ...desk.deps, modelOf };
  for (const topic of [null, 'tax', 'sizes']) {
    const { present } = reportCoverage(deps, { storeId: desk.storeId, topic });
    expect(modelOf().offeredFrom(topic), `${topic}`).toBe(present.threshold);
  }
  expect(modelOf().offeredFrom('tax')).toBeGreaterThan(modelOf().offeredFrom('sizes'));
  const { overall, present, topics } = reportCoverage(deps, { storeId: desk.storeId, topic: null });
  expect(overall.coverage).toBeLessThan(present.coverage);
  // Half of the questions are of either topic.
  const ofTopics = topics.reduce((sum, topic) => sum + topic.present.coverage / topics.length, 0);
  expect(overall.coverage).toBeCloseTo(ofTopics, 6);
});

test('bug: of a store that has learned nothing yet the desk claims to know what a rate costs', () => {
  const desk = coreDesk();
  const report = reportCoverage(desk.deps, { storeId: desk.storeId, topic: null });
  expect([report.points, report.questionCount, report.present.basis]).toEqual([[], 0, 'usual']);
  expect(report.choices.every(({ coverage, basis }) => coverage === 0 && basis === 'estimated')).toBe(true);
});

test('bug: customers ask what the knowledge does not hold, and the desk speaks as if nearly all got a draft', async () => {
  const desk = coreDesk();
  await teach(desk, 'How long does delivery to Norway take?', 'Five days.');
  const asked = ['How long does delivery to Norway take?', 'Do your kettles whistle in the opera?', 'Thanks!'];
  for (const [i, text] of asked.entries()) {
    const { id } = take(desk, incoming({ text, threadId: `${i}`, customerAddress: `c${i}@example.com` }));
    await draftReply(desk.deps, { conversationId: id });
  }
  const report = reportCoverage(desk.deps, { storeId: desk.storeId, topic: null });
  expect(report.waiting).toEqual({ asked: 2, drafted: 1 });
});
