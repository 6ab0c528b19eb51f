import type { Thread } from '#shared/contract/conversation.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import { newId, samplePeople, share } from './sample.ts';

/** Three months of made-up outcomes. */
export function outcomesOf(storeId: string, threads: ReadonlyMap<string, Thread>, now: number): Outcome[] {
  const all = [...threads.values()];
  const acts = [
    'accepted',
    'accepted',
    'accepted',
    'edited',
    'edited',
    'written',
    'discarded',
    'accepted',
    'closed',
  ] as const;
  return Array.from({ length: 430 }, (_, index) => {
    const thread = all[index % all.length];
    const act = acts[Math.floor(share(index * 5 + 2) * acts.length)] ?? 'accepted';
    const text = thread?.draft?.text || 'Thank you for your message. It takes 5 working days.';
    return {
      id: newId(),
      storeId,
      profileId: null,
      conversationId: thread?.conversation.id ?? newId(),
      draftId: null,
      act,
      draftText: act === 'written' ? '' : text,
      sentText:
        act === 'discarded' || act === 'closed' ? '' : act === 'edited' ? text.replace('working days', 'days') : text,
      keptShare: act === 'accepted' ? 1 : act === 'edited' ? 0.62 + share(index) * 0.35 : null,
      confidence: 0.8,
      reason: act === 'discarded' ? 'wrong' : null,
      waitedMs: Math.floor(share(index + 4) * 9 * 3_600_000),
      createdAt: now - Math.floor(share(index * 11) ** 1.2 * 88 * 86_400_000),
    };
  });
}

/** Lessons that wait, are shared, set aside and out of use; `copies` makes the queue long. */
export function learnedFrom(
  storeId: string,
  threads: ReadonlyMap<string, Thread>,
  entries: readonly KnowledgeEntry[],
  now: number,
  copies: number,
): LearnedItem[] {
  const all = [...threads.values()];
  if (all.length === 0) return [];
  const hour = 3_600_000;
  const make = (
    index: number,
    lesson: Partial<LearnedItem> & Pick<LearnedItem, 'question' | 'answer'>,
  ): LearnedItem => ({
    id: newId(),
    storeId,
    versionId: newId(),
    version: 1,
    state: 'active',
    kind: lesson.correctsEntryId == null ? 'adds' : 'corrects',
    language: 'en',
    topic: null,
    correctsEntryId: null,
    reach: 'author',
    type: 'fact',
    scope: [],
    channels: [],
    customerGroup: '',
    isForeign: false,
    supersedesId: null,
    authorId: samplePeople[index % samplePeople.length]?.id ?? null,
    confirmedBy: [],
    before: '',
    outcomeId: newId(),
    conversationId: all[index % all.length]?.conversation.id ?? newId(),
    createdAt: now - (index + 1) * 3 * hour,
    updatedAt: now - (index + 1) * 3 * hour,
    ...lesson,
  });
  const corrected = (index: number, language: KnowledgeEntry['language'], change: (answer: string) => string) => {
    const those = entries.filter((entry) => entry.language === language && /\d/.test(entry.answer));
    const entry = those[index % those.length];
    if (entry === undefined) return [];
    const { question, answer, topic, id } = entry;
    return [make(index, { question, answer: change(answer), before: answer, topic, language, correctsEntryId: id })];
  };
  const added = make(4, {
    type: 'procedure',
    question: 'My Ember shows E3. What does that mean?',
    answer:
      'E3 means the base can’t read the temperature sensor, nearly always because a drop of water has got between kettle and base. Unplug it, wipe the ring dry and leave both to stand for 15 minutes.',
  });
  const waiting = Array.from({ length: copies }, (_, copy) => [
    ...corrected(copy, 'en', (answer) => answer.replace(/\d+/, (number) => `${Number(number) + 15}`)),
    ...corrected(copy + 1, 'ja', (answer) => answer.replace(/\d+/, (number) => `${Number(number) + 2}`)),
    ...corrected(
      copy + 2,
      'zh',
      (answer) => `${answer.replace(/\d+/, (number) => `${Number(number) + 3}`)}节假日顺延。`,
    ),
    make(copy + 3, {
      type: 'policy',
      question: 'Can I return a kettle that I have used once?',
      answer: 'Yes: one boil is fine. Send it back within 45 days, descaled and in its box, and we refund it in full.',
      before: 'No: a kettle that has been used cannot be returned. Unused ones go back within 30 days.',
      confirmedBy: samplePeople.slice(0, 2).map(({ id }) => id),
    }),
    copy === 0 ? added : { ...added, id: newId(), question: `${added.question} (${copy})` },
  ]).flat();
  return [
    ...waiting,
    ...corrected(5, 'en', (answer) => `${answer} In the first week of May it takes a day longer.`).map((item) => ({
      ...item,
      reach: 'everyone' as const,
      scope: ['Ember kettle'],
    })),
    make(7, {
      reach: 'everyone',
      type: 'policy',
      question: 'Do you price-match?',
      answer: 'Within 14 days of the order, with other shops in the same country.',
    }),
    make(8, {
      reach: 'nobody',
      type: 'exception',
      question: 'My parcel was left in the rain. Can you help?',
      answer: 'I am sending you a new box of Gyokuro today, at no cost.',
    }),
    make(9, { state: 'forgotten', question: 'Is the teapot dishwasher safe?', answer: 'Yes, on any programme.' }),
  ];
}
