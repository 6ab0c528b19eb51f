import type { Thread } from '#shared/contract/conversation.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import { newId, share } from './sample.ts';

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
    const text = thread?.draft?.text ?? 'Thank you for your message.';
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

/** Two lessons: one that corrects an entry, one that adds an answer. */
export function learnedFrom(
  storeId: string,
  thread: Thread | undefined,
  entry: KnowledgeEntry | undefined,
  now: number,
): LearnedItem[] {
  if (thread === undefined || entry === undefined) return [];
  const base = {
    storeId,
    state: 'active' as const,
    version: 1,
    topic: entry.topic,
    reach: 'everyone' as const,
    type: 'fact' as const,
    scope: [],
    channels: [],
    customerGroup: '',
    supersedesId: null,
    authorId: null,
    confirmedBy: [],
    outcomeId: newId(),
    conversationId: thread.conversation.id,
  };
  return [
    {
      ...base,
      id: newId(),
      versionId: newId(),
      kind: 'corrects',
      question: entry.question,
      answer: entry.answer.replace(/\d+/, '16').replace(/\.$/, ', sometimes a little later.'),
      language: entry.language,
      correctsEntryId: entry.id,
      before: entry.answer,
      createdAt: now - 3 * 3_600_000,
      updatedAt: now - 3 * 3_600_000,
    },
    {
      ...base,
      id: newId(),
      versionId: newId(),
      kind: 'adds',
      question: 'My Ember shows E3. What does that mean?',
      answer:
        'E3 means the base can’t read the temperature sensor, nearly always because a drop of water has got between kettle and base. Unplug it, wipe the ring dry and leave both to stand for 15 minutes.',
      language: 'en',
      correctsEntryId: null,
      before: '',
      createdAt: now - 26 * 3_600_000,
      updatedAt: now - 26 * 3_600_000,
    },
  ];
}
