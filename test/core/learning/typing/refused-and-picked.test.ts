import { expect, test } from 'vitest';
import { discardLesson } from '#core/learning/typing/discard-lesson.ts';
import { pickLessons } from '#core/learning/typing/pick-lessons.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';

function passage(answer: string, kind: Evidence['kind'] = 'knowledge'): Evidence {
  return {
    kind,
    id: newId(),
    versionId: newId(),
    question: 'Returns',
    answer,
    topic: null,
    language: 'en',
    correctsEntryId: null,
    confidence: 0.9,
    cosine: null,
    overlap: 1,
  };
}

const first = passage('Orders leave us within two days.');
const second = passage('Worn shoes cannot be returned or exchanged.');

/** The second passage picked over the first for a question of Marta's. */
function picked(over: Partial<Draft> = {}): Draft {
  const context = 'Marta here, order HL-20931: can worn shoes go back?';
  return {
    id: newId(),
    conversationId: newId(),
    messageId: newId(),
    state: 'open',
    language: 'en',
    asks: [
      {
        text: context,
        context,
        evidence: 1,
        silence: null,
        confidence: 0.9,
        isPicked: true,
        candidates: [
          { evidence: 0, confidence: 0.6 },
          { evidence: 1, confidence: 0.5 },
        ],
      },
    ],
    evidence: [first, second],
    sentences: [{ part: 'answer', text: second.answer, lead: '', evidence: 1, ask: 0 }],
    text: second.answer,
    confidence: 0.9,
    silence: null,
    learnedItemIds: [],
    embedderId: null,
    createdAt: 1,
    ...over,
  };
}

const marta = { name: 'Marta Lindqvist', said: [] };

test('bug: a lower candidate that was sent teaches nothing, or who asked', () => {
  const [lesson, ...more] = pickLessons(picked(), second.answer, marta);
  expect(more).toEqual([]);
  expect(lesson).toMatchObject({ picked: { id: second.id }, over: { id: first.id }, type: 'policy' });
  expect(lesson?.question).not.toMatch(/Marta|20931/);
});

test('bug: a candidate counts as the answer although another was written', () => {
  expect(pickLessons(picked(), 'Please ring the workshop about it.', marta)).toEqual([]);
});

test('bug: a refused draft blames what it did not use, or the wrong thing', () => {
  const draft = picked();
  const doubted = [{ kind: 'knowledge', id: second.id, versionId: second.versionId }];
  expect(discardLesson(draft, 'wrong')).toEqual({ type: 'fact', doubted, wanting: [], sure: 1 });
  expect(discardLesson(draft, 'tone')).toMatchObject({ type: 'style', doubted: [] });
  expect(discardLesson(draft, 'incomplete')).toMatchObject({ doubted: [], wanting: [0] });
  expect(discardLesson(draft, 'not_needed').type).toBeNull();
  expect(discardLesson(picked({ evidence: [first, { ...second, kind: 'order' }] }), 'wrong').doubted).toEqual([]);
});
