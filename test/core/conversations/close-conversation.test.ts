import { expect, test } from 'vitest';
import { closeConversation, discardDraft, reopenConversation } from '#core/conversations/close-conversation.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { errorFrom } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, coreDesk, incoming, noon, take } from '#test/support/core-desk.ts';

async function drafted() {
  const desk = coreDesk();
  const { id } = take(desk, incoming({ remoteId: 'question' }));
  return { desk, id, draft: await draftReply(desk.deps, { conversationId: id }) };
}
const acts = (desk: CoreDesk): readonly string[] =>
  desk.db.outcomes.list({ storeId: desk.storeId, from: 0, to: noon * 2 }, 9).map((outcome) => outcome.act);

test('bug: closing twice counts twice, or leaves the draft open', async () => {
  const { desk, id, draft } = await drafted();
  closeConversation(desk.deps, id);
  closeConversation(desk.deps, id);
  expect(acts(desk)).toEqual(['closed']);
  expect(desk.db.drafts.get(draft.id).state).toBe('discarded');
  expect(desk.db.conversations.get(id)).toMatchObject({ status: 'closed', waitingSince: null });
});

test('bug: a conversation opened again has lost its wait or its draft', async () => {
  const { desk, id, draft } = await drafted();
  closeConversation(desk.deps, id);
  reopenConversation(desk.deps, id);
  expect(desk.db.conversations.get(id)).toMatchObject({ status: 'unanswered', waitingSince: noon - 60_000 });
  expect(desk.db.drafts.get(draft.id).state).toBe('open');
});

test('bug: a conversation in which nobody waits can be opened', async () => {
  const { desk, id } = await drafted();
  take(desk, incoming({ role: 'agent', references: ['question'], sentAt: noon }));
  expect(errorFrom(() => reopenConversation(desk.deps, id)).code).toBe('conflict');
});

test('bug: two clicks refuse a draft twice, or the conversation stops waiting', async () => {
  const { desk, id, draft } = await drafted();
  discardDraft(desk.deps, { draftId: draft.id, reason: 'wrong' });
  expect(errorFrom(() => discardDraft(desk.deps, { draftId: draft.id, reason: 'wrong' })).code).toBe('conflict');
  expect(acts(desk)).toEqual(['discarded']);
  expect(desk.db.conversations.get(id).status).toBe('unanswered');
});
