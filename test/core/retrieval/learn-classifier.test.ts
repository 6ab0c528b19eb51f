import { expect, test } from 'vitest';
import { logPosteriors } from '#core/retrieval/answer-classifier.ts';
import { answerClasses, groupKeyOf, groupedQuestions } from '#core/retrieval/answer-groups.ts';
import { learnedClassifiers } from '#core/retrieval/learn-classifier.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import { type CoreDesk, teach } from '#test/support/core-desk.ts';
import { groupedDesk, matters } from './grouped-desk.ts';

async function learned(desk: CoreDesk) {
  const questions = await groupedQuestions(desk.deps, desk.storeId);
  const classes = answerClasses(questions);
  const classifiers = classes === null ? null : await learnedClassifiers(desk.deps, questions, classes, []);
  if (classes === null || classifiers === null) throw new Error('Nothing was learned');
  return { questions, classes, classifiers };
}

/** How likely a classifier thinks the entry's own answer for the entry's question. */
function trust(
  desk: CoreDesk,
  classifier: Awaited<ReturnType<typeof learned>>['classifiers']['whole'] | null,
  entry: KnowledgeEntry,
): number {
  const place = classifier?.classes.get(groupKeyOf(entry));
  const vector = desk.db.passages.questionVector(desk.embedder.id, entry.id);
  if (classifier === null || place === undefined || vector === null) return Number.NaN;
  return Math.exp(logPosteriors(classifier, entry.question, vector)[place] ?? Number.NaN);
}

test('bug: a trial’s classifier knows the answer that it is not to know, or lacks the one it is to find', async () => {
  const desk = await groupedDesk();
  const { questions, classes, classifiers } = await learned(desk);
  expect(classes.size).toBe(matters.length);
  for (const { ownerId, groupKey } of questions) {
    const blind = classifiers.withoutAnswer(ownerId);
    const fair = classifiers.withoutQuestion(ownerId);
    expect(blind?.classes.has(groupKey)).toBe(false);
    expect(blind?.classes.size).toBeGreaterThan(0);
    expect(fair?.classes.get(groupKey)).toBe(classes.get(groupKey));
  }
  expect(classifiers.withoutAnswer('unknown')).toBeNull();
  expect(classifiers.withoutQuestion('unknown')).toBeNull();
});

test('bug: a trial’s classifier has seen the question that it is tried with', async () => {
  const desk = await groupedDesk();
  // Nothing but having seen it tells what this is for.
  const odd = await teach(desk, 'Zymurgy xylophone quokka', matters[3][1]);
  const { classifiers } = await learned(desk);
  expect(trust(desk, classifiers.whole, odd)).toBeGreaterThan(0.8);
  expect(trust(desk, classifiers.withoutQuestion(odd.id), odd)).toBeLessThan(0.4);
});

test('bug: where an answer comes up every fifth time its trials know none of its questions', async () => {
  const desk = await groupedDesk();
  const { questions, classifiers } = await learned(desk);
  for (const groupKey of new Set(questions.map((one) => one.groupKey))) {
    const own = questions.filter((one) => one.groupKey === groupKey);
    expect(new Set(own.map(({ ownerId }) => classifiers.withoutQuestion(ownerId))).size).toBe(4);
  }
});

test('bug: where an answer stands once no classifier tries what happens without it', async () => {
  const desk = await groupedDesk();
  const own = await teach(desk, 'Is there a museum?', 'There is none.');
  const { classifiers } = await learned(desk);
  expect(classifiers.withoutAnswer(own.id)).not.toBeNull();
  expect(classifiers.withoutAnswer(own.id)).toBe(classifiers.withoutQuestion(own.id));
});

test('bug: without an embedder, or before most questions have vectors, half of a classifier is made', async () => {
  const desk = await groupedDesk();
  const questions = await groupedQuestions(desk.deps, desk.storeId);
  const classes = answerClasses(questions) ?? new Map<string, number>();
  const isMade = async (deps: Parameters<typeof learnedClassifiers>[0]): Promise<boolean> =>
    (await learnedClassifiers(deps, questions, classes, [])) !== null;
  expect(await isMade({ ...desk.deps, embedder: () => null })).toBe(false);
  const vectors = (share: number) => ({
    ...desk.deps,
    passages: {
      ...desk.deps.passages,
      questionVector: (embedderId: string, ownerId: string) =>
        questions.findIndex((one) => one.ownerId === ownerId) < share * questions.length
          ? desk.db.passages.questionVector(embedderId, ownerId)
          : null,
    },
  });
  expect(await isMade(vectors(0.4))).toBe(false);
  expect(await isMade(vectors(0.6))).toBe(true);
});
