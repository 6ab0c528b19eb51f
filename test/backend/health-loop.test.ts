import { expect, onTestFinished, test } from 'vitest';
import { startHealthLoop } from '#backend/loops/health-loop.ts';
import { listFindings } from '#core/health/health-list.ts';
import { saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { KnowledgeContent } from '#shared/model/knowledge.ts';
import { type CoreDesk, coreDesk, teach } from '#test/support/core-desk.ts';

function started(desk: CoreDesk) {
  const errors: unknown[] = [];
  const loop = startHealthLoop(desk.deps, (error) => errors.push(error));
  onTestFinished(() => loop.stop());
  return { loop, errors };
}

const contradictions = (desk: CoreDesk) =>
  listFindings(desk.db, { storeId: desk.storeId, kind: 'contradiction', offset: 0, limit: 10 }).items;

const asked = ['How long do I have to return an item?', 'What is the return period?'] as const;

test('bug: what is there when the desk starts is never compared', async () => {
  const desk = coreDesk();
  await teach(desk, asked[0], 'You can return it within 30 days.');
  await teach(desk, asked[1], 'Return it within 14 days.');
  const { loop, errors } = started(desk);
  await loop.settled();
  expect(contradictions(desk)).toHaveLength(1);
  expect(desk.events.some(({ name }) => name === 'health.changed')).toBe(true);
  expect(errors).toEqual([]);
});

test('bug: an edit is not compared, or the window is not told', async () => {
  const desk = coreDesk();
  const entry = await teach(desk, asked[0], 'You can return it within 30 days.');
  await teach(desk, asked[1], 'Return it within 30 days.');
  const { loop } = started(desk);
  await loop.settled();
  expect(contradictions(desk)).toEqual([]);
  desk.events.length = 0;
  const content = KnowledgeContent.parse({ ...entry, answer: 'You can return it within 14 days.' });
  await saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: entry.id, content });
  loop.wake();
  await loop.settled();
  expect(contradictions(desk)).toHaveLength(1);
  expect(desk.events.filter(({ name }) => name === 'health.changed')).toHaveLength(1);
});

test('bug: a restart begins the comparing anew, or leaves out what was waiting', async () => {
  const desk = coreDesk();
  for (let i = 0; i < 30; i++) await teach(desk, `How heavy is lamp ${i}00X?`, `Lamp ${i}00X weighs ${i + 1} kg.`);
  const first = started(desk);
  await desk.deps.passTurn();
  await first.loop.stop();
  const { waiting } = desk.db.findings.scanState();
  const second = started(desk);
  await second.loop.settled();
  expect(waiting).toBeLessThanOrEqual(30);
  expect(desk.db.findings.scanState().waiting).toBe(0);
  // Nothing waits: a third start compares nothing.
  const third = started(desk);
  await third.loop.settled();
  expect(desk.db.findings.scanState()).toEqual({ waiting: 0, entries: 30 });
});

test('bug: an entry that cannot be compared stops the comparing of all others for good', async () => {
  const desk = coreDesk();
  await teach(desk, asked[0], 'You can return it within 30 days.');
  await teach(desk, asked[1], 'Return it within 14 days.');
  let hasFailed = false;
  const find: typeof desk.deps.knowledge.find = (id) => {
    if (hasFailed) return desk.db.knowledge.find(id);
    hasFailed = true;
    throw new Error('unreadable');
  };
  const errors: unknown[] = [];
  const loop = startHealthLoop({ ...desk.deps, knowledge: { ...desk.db.knowledge, find } }, (error) =>
    errors.push(error),
  );
  onTestFinished(() => loop.stop());
  await loop.settled();
  expect(errors).toHaveLength(1);
  expect(contradictions(desk)).toHaveLength(1);
});
