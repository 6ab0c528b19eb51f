import { expect, test } from 'vitest';
import { approveLesson } from '#core/learning/governance/approve-lesson.ts';
import { replayLesson } from '#core/learning/governance/replay-lesson.ts';
import { learnModel } from '#core/retrieval/learn-model.ts';
import { embedPassages } from '#core/retrieval/index-passage.ts';
import { usualThreshold } from '#core/retrieval/store-model.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { replayDesk } from '../../replay/replay-desk.ts';
import { evidenceOf, taught } from './lesson-desk.ts';

test('bug: a replay of a lesson lists conversations whose drafts it does not touch', async () => {
  const { desk, deps, entries } = await replayDesk(seededRandom(7), 300);
  await embedPassages(desk.deps);
  // What the desk has learned of itself for whoever sits at it, some time ago.
  const learned = await learnModel({ ...deps, passTurn: () => Promise.resolve() }, desk.storeId);
  const model = { ...learned, offeredFrom: () => usualThreshold };
  const entry = entries.find(({ answer, language }) => language === 'en' && /\d/.test(answer));
  if (entry === undefined) throw new Error('No entry holds a number');
  const answer = entry.answer.replace(/\d+/, '97');
  const item = await taught(desk, desk.present.profileId ?? '', {
    question: entry.question,
    answer,
    before: entry.answer,
    changed: evidenceOf(entry),
  });
  const replaying = { ...deps, modelOf: () => model };
  const report = await replayLesson(replaying, { itemId: item.id, conversations: 300 });
  expect(report.changedConversations).toBeGreaterThan(0);
  expect(report.changes.filter(({ before, after }) => before?.id !== entry.id && after?.id !== item.id)).toEqual([]);
  await approveLesson(desk.deps, { itemId: item.id });
  const again = await replayLesson(replaying, { itemId: item.id, conversations: 300 });
  expect([again.asks, again.changedAsks]).toEqual([report.asks, 0]);
}, 120_000);
