import { draftReply } from '#core/drafting/draft-reply.ts';
import { saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { saveSet, switchSets } from '#core/knowledge/switch-sets.ts';
import { learnFromEdit } from '#core/learning/learn-from-edit.ts';
import { type KnowledgeContent, type KnowledgeEntry, type KnowledgePlace, unlimited } from '#shared/model/knowledge.ts';
import { anOutcome, newId } from '#test/adapters/sqlite/desk.ts';
import { anyType } from '#test/support/lessons.ts';
import { type CoreDesk, incoming, take } from '#test/support/core-desk.ts';

export const base: KnowledgePlace = { storeId: null, setId: null };
export const ownOf = ({ storeId }: CoreDesk): KnowledgePlace => ({ storeId, setId: null });
export const postage = 'How much is the postage to Norway?';

export function contentWith(question: string, answer: string, over: Partial<KnowledgeContent> = {}): KnowledgeContent {
  return { kind: 'pair', question, answer, topic: null, scope: [], language: 'en', ...unlimited, ...over };
}

export function write(
  desk: CoreDesk,
  question: string,
  answer: string,
  place: KnowledgePlace,
  over: Partial<KnowledgeContent> = {},
): Promise<KnowledgeEntry> {
  const content = contentWith(question, answer, over);
  return saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: null, content, place });
}

/** A set that is on. */
export function setOn(desk: CoreDesk, name: string): { readonly id: string; readonly place: KnowledgePlace } {
  const { id } = saveSet(desk.deps, { setId: null, name });
  switchSets(desk.deps, { storeId: desk.storeId, on: [id], off: [] });
  return { id, place: { storeId: null, setId: id } };
}

/** A customer who is new here asks. */
export function ask(desk: CoreDesk, text: string): string {
  const author = `${newId()}@example.com`;
  return take(desk, incoming({ subject: '', text, authorAddress: author, customerAddress: author })).id;
}

export function answered(desk: CoreDesk, text = postage) {
  return draftReply(desk.deps, { conversationId: ask(desk, text) });
}

/** An agent sends other words than the entry's. */
export function correct(desk: CoreDesk, entry: KnowledgeEntry, question: string, answer: string): void {
  const outcome = anOutcome(desk.storeId);
  desk.db.transaction(() => {
    desk.db.outcomes.append(outcome);
    learnFromEdit(desk.deps, {
      storeId: desk.storeId,
      conversationId: outcome.conversationId,
      outcomeId: outcome.id,
      lessons: [{ question, answer, before: '', changed: { ...entry, kind: 'knowledge' }, ...anyType }] as never,
    });
  });
}
