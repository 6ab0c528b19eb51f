import { findingSame } from '#core/learning/governance/same-lesson.ts';
import { contradictionMemory } from '#core/learning/governance/lesson-contradictions.ts';
import { shareByRules } from '#core/learning/governance/share-by-rules.ts';
import { learnFromEdit, teachingOf } from '#core/learning/learn-from-edit.ts';
import type { Lesson } from '#core/learning/lessons-of.ts';
import { embedPassages } from '#core/retrieval/index-passage.ts';
import { composedDraft, waitingQuestion } from '#core/drafting/draft-reply.ts';
import { preparedTexts } from '#core/retrieval/retrieve-evidence.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import { anOutcome, newId } from '#test/adapters/sqlite/desk.ts';
import { anyType } from '#test/support/lessons.ts';
import { type CoreDesk, coreDesk, incoming, take } from '#test/support/core-desk.ts';

/** A desk where several people work, one after the other. */
export function lessonDesk() {
  const desk = coreDesk();
  const ada = desk.present.profileId ?? '';
  const person = (name: string): string => {
    const id = newId();
    desk.db.profiles.add({ id, name, role: 'agent', state: 'active', createdAt: 2 });
    return id;
  };
  return { ...desk, ada, person };
}

export type LessonDesk = ReturnType<typeof lessonDesk>;

export function present(desk: CoreDesk, profileId: string): void {
  desk.present.profileId = profileId;
}

/** A customer who is new here asks; returns the conversation. */
export function asked(desk: CoreDesk, text: string): string {
  const address = `${newId()}@example.com`;
  return take(desk, incoming({ subject: '', text, authorAddress: address, customerAddress: address })).id;
}

/** Somebody sends a reply that teaches this, to a new customer or in a conversation. */
export async function taught(
  desk: CoreDesk,
  profileId: string,
  lesson: Partial<Lesson> & Pick<Lesson, 'question' | 'answer'>,
  conversationId = asked(desk, lesson.question),
): Promise<LearnedItem> {
  present(desk, profileId);
  desk.time.now += 1_000;
  const whole: Lesson = { before: '', changed: null, ...anyType, ...lesson };
  const findSame = await findingSame(desk.deps, [teachingOf(desk.deps, desk.storeId, whole)]);
  const outcome = anOutcome(desk.storeId, {
    conversationId,
    profileId,
    act: 'edited',
    sentText: lesson.answer,
    createdAt: desk.time.now,
  });
  const [item] = desk.db.transaction(() => {
    desk.db.outcomes.append(outcome);
    return learnFromEdit(desk.deps, {
      storeId: desk.storeId,
      conversationId,
      outcomeId: outcome.id,
      lessons: [whole],
      findSame,
    });
  });
  if (item === undefined) throw new Error('Nothing was learned');
  await embedPassages(desk.deps);
  shareByRules(desk.deps, contradictionMemory(), [item]);
  return desk.db.learned.get(item.id);
}

/** An entry or learned item as a draft names it. */
export function evidenceOf(owner: KnowledgeEntry | LearnedItem): Evidence {
  const isLearned = 'correctsEntryId' in owner;
  return {
    kind: isLearned ? 'learned' : 'knowledge',
    id: owner.id,
    versionId: owner.versionId,
    question: owner.question,
    answer: owner.answer,
    topic: owner.topic,
    language: owner.language,
    correctsEntryId: isLearned ? owner.correctsEntryId : null,
    overlaysEntryId: null,
    validUntil: null,
    place: null,
    confidence: 1,
    cosine: null,
    overlap: 1,
  };
}

/** What would be drafted for somebody now, whole, but for what names the moment. */
export async function draftText(desk: CoreDesk, profileId: string, conversationId: string): Promise<string> {
  const deps = { ...desk.deps, profileId: () => profileId, ids: { newId: () => conversationId } };
  const question = waitingQuestion(
    deps,
    { ...desk.db.conversations.get(conversationId), status: 'unanswered' },
    desk.db.conversations.messages(conversationId),
  );
  if (question === null) throw new Error('Nobody asks');
  const texts = question.asked.flatMap((part) => [part.text, part.withContext]);
  const prepared = await preparedTexts(deps, texts, { storeId: desk.storeId, about: null });
  const facts = question.asked.map(() => null);
  const draft = composedDraft(deps, { question, facts, prepared, picked: new Map(), about: null });
  return JSON.stringify({ ...draft, createdAt: 0 });
}
