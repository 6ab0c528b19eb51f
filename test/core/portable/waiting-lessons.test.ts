import path from 'node:path';
import { expect, test } from 'vitest';
import { approveLesson } from '#core/learning/governance/approve-lesson.ts';
import { exportCorpus } from '#core/portable/export-corpus.ts';
import { inspectCorpus } from '#core/portable/inspect-corpus.ts';
import { manifestText, readManifest } from '#core/portable/manifest.ts';
import { type RecordOf, lineOf, recordOf } from '#core/portable/records.ts';
import { takeCorpus } from '#core/portable/take-corpus.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { lessonDesk, present, taught } from '../learning/governance/lesson-desk.ts';
import { portableDesk, withFolder } from '#test/support/portable-desk.ts';

test('bug: a lesson that waits here is everybody’s on the desk that takes the export, or loses its limits', () =>
  withFolder(async (folder) => {
    const desk = lessonDesk();
    const ben = desk.person('Ben');
    const waiting = await taught(desk, ben, { question: 'Is there a museum in Hull?', answer: 'There is one.' });
    const narrow = await taught(desk, ben, { question: 'Do you lend stoves?', answer: 'We lend six of them.' });
    const aside = await taught(desk, ben, { question: 'Is it free?', answer: 'For you.', type: 'exception' });
    present(desk, desk.ada);
    await approveLesson(desk.deps, {
      itemId: narrow.id,
      scope: ['Stove'],
      channels: ['chat'],
    });
    await exportCorpus(portableDesk(desk.db).deps, path.join(folder, 'one'));

    const second = portableDesk();
    await takeCorpus(second.deps, await inspectCorpus(second.deps, path.join(folder, 'one')));
    expect(second.db.learned.get(waiting.id)).toMatchObject({ reach: 'author', authorId: ben, type: 'fact' });
    expect(second.db.learned.get(aside.id)).toMatchObject({ reach: 'nobody' });
    const limits = { scope: ['Stove'], channels: ['chat'] };
    expect(second.db.learned.get(narrow.id)).toMatchObject({ reach: 'everyone', ...limits });
    const scope = { storeId: desk.storeId, about: null, channel: null, at: 0 };
    expect(second.db.passages.answering([waiting.id, narrow.id, aside.id], scope)).toEqual(new Set([narrow.id]));
    expect(second.db.lessons.list({ storeId: desk.storeId, standing: 'waiting', offset: 0, limit: 9 }).total).toBe(1);
  }));

test('bug: lessons of an older export are read as other than everybody’s, or not at all', () => {
  const version: RecordOf<'learnedVersion'> = {
    type: 'learnedVersion',
    id: newId(),
    originDesk: newId(),
    createdAt: 1,
    number: 1,
    itemId: newId(),
    state: 'active',
    question: 'Is it open?',
    answer: 'Yes.',
  };
  expect(recordOf(lineOf(version))).toEqual({
    ...version,
    reach: 'everyone',
    scope: [],
    channels: [],
    customerGroup: '',
  });
  expect(readManifest(manifestText([], 1)).version).toBe(1);
  expect(() => readManifest(manifestText([], 4))).toThrow(expect.objectContaining({ code: 'corpus_refused' }));
});
