import { expect, test } from 'vitest';
import { Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { addConversation, addDraft, addMessage, addOutboxItem, addShop, errorFrom, newId, openDesk } from './desk.ts';

function evidenceOf(kind: Evidence['kind'], id: string): Evidence {
  return {
    kind,
    id,
    versionId: null,
    question: 'q',
    answer: 'a',
    topic: null,
    language: 'en',
    correctsEntryId: null,
    confidence: 0.5,
    cosine: null,
    overlap: 0,
  };
}

test('bug: a conversation is drafted again and again, or never', () => {
  const db = openDesk();
  const shop = addShop(db);
  const conversation = addConversation(db, shop);
  const waiting = (): number => db.drafts.conversationsToDraft(9).length;
  expect(waiting()).toBe(0);
  const first = addMessage(db, conversation, { sentAt: 10 });
  expect(waiting()).toBe(1);

  const draft = addDraft(db, first);
  expect(waiting()).toBe(0);
  for (const state of ['accepted', 'discarded'] as const) {
    db.drafts.setState(draft.id, state);
    expect(waiting()).toBe(0);
  }
  db.drafts.setState(draft.id, 'stale');
  expect(waiting()).toBe(1);
  db.drafts.setState(draft.id, 'open');

  addMessage(db, conversation, { sentAt: 11, automatic: 'auto_reply' });
  expect(waiting()).toBe(0);
  addMessage(db, conversation, { sentAt: 12 });
  expect(waiting()).toBe(1);

  const item = addOutboxItem(db, conversation);
  expect(waiting()).toBe(0);
  db.outbox.save({ ...item, state: 'sent' });
  expect(waiting()).toBe(1);
  // Where the store has the last word there is nothing to draft, however the conversation stands.
  addMessage(db, conversation, { sentAt: 13, role: 'agent' });
  expect(waiting()).toBe(0);
  db.close();
});

test('bug: who waits longest is drafted last, and what is answered or closed is drafted at all', () => {
  const db = openDesk();
  const shop = addShop(db);
  const add = (over: Parameters<typeof addConversation>[2]): string => {
    const conversation = addConversation(db, shop, over);
    addMessage(db, conversation);
    return conversation.id;
  };
  const [short, long] = [add({ waitingSince: 9 }), add({ waitingSince: 3 })];
  add({ status: 'answered', waitingSince: null });
  add({ status: 'closed', waitingSince: null });
  expect(db.drafts.conversationsToDraft(9)).toEqual([long, short]);
  expect(db.drafts.conversationsToDraft(1)).toEqual([long]);
  db.close();
});

test('bug: a draft comes back other than it was written', () => {
  const db = openDesk();
  const message = addMessage(db, addConversation(db, addShop(db)));
  const draft: Draft = {
    id: newId(),
    conversationId: message.conversationId,
    messageId: message.id,
    state: 'open',
    language: 'ja',
    text: '返品\n',
    confidence: 0.25,
    silence: null,
    asks: [{ text: '?', context: '?', evidence: 0, silence: null, confidence: 0.25 }],
    evidence: [evidenceOf('order', '#1')],
    sentences: [{ part: 'answer', text: '返品', lead: '\n\n', evidence: 0, ask: 0 }],
    learnedItemIds: [newId()],
    embedderId: 'e',
    createdAt: 1_700_000_000_123,
  };
  db.drafts.add(draft);
  expect(db.drafts.get(draft.id)).toEqual(draft);
  for (const silence of Draft.shape.silence.unwrap().options) addDraft(db, message, { silence });
  expect(errorFrom(() => db.drafts.get(newId())).code).toBe('not_found');
  expect(errorFrom(() => db.drafts.setState(newId(), 'open')).code).toBe('not_found');
  db.close();
});

test('bug: a change of knowledge leaves an open draft from the old text, or touches one that does not use it', () => {
  const db = openDesk();
  const [shop, other] = [addShop(db), addShop(db)];
  const [entry, item] = [newId(), newId()];
  const message = addMessage(db, addConversation(db, shop));
  const naming = addDraft(db, message, {
    asks: [{ text: '?', context: '?', evidence: 2, silence: null, confidence: 0.9 }],
    evidence: [evidenceOf('knowledge', entry), evidenceOf('knowledge', entry), evidenceOf('learned', item)],
  });
  const foreign = addDraft(db, addMessage(db, addConversation(db, other)), { evidence: [evidenceOf('order', entry)] });
  const done = addDraft(db, message, { evidence: [evidenceOf('knowledge', entry)], state: 'accepted' });
  const ids = (drafts: readonly Draft[]): readonly string[] => drafts.map((draft) => draft.id);
  expect(db.drafts.openUsing([item])).toEqual([naming.id]);
  expect(db.drafts.openUsing([entry, newId()])).toEqual([]);
  expect(db.drafts.usedByOpen(shop.storeId).map((used) => used.ownerId)).toEqual([item]);
  expect(db.drafts.openAsks(shop.storeId).map(({ id, names }) => [id, names.toSorted()])).toEqual([
    [naming.id, [entry, item].toSorted()],
  ]);
  expect(ids(db.drafts.openOfStore(other.storeId))).toEqual([foreign.id]);
  expect(ids(db.drafts.openOfStore(shop.storeId))).not.toContain(done.id);
  db.close();
});

test('bug: the composer shows a draft that was sent or refused, or an older one', () => {
  const db = openDesk();
  const message = addMessage(db, addConversation(db, addShop(db)));
  const current = (): string | undefined => db.drafts.current(message.conversationId)?.id;
  expect(current()).toBeUndefined();
  addDraft(db, message, { state: 'stale', createdAt: 1 });
  const newer = addDraft(db, message, { createdAt: 2 });
  expect(current()).toBe(newer.id);
  db.drafts.setState(newer.id, 'discarded');
  expect(current()).toBeUndefined();
  db.drafts.reopenLatest(message.conversationId);
  expect(current()).toBe(newer.id);
  db.drafts.setState(newer.id, 'accepted');
  db.drafts.reopenLatest(message.conversationId);
  expect(current()).toBeUndefined();
  db.close();
});
