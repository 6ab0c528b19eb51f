import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { writeDraft } from '#core/writing/write-draft.ts';
import { coreDesk, incoming, take, teach } from '#test/support/core-desk.ts';
import { scriptedModel, withModels } from '#test/support/scripted-model.ts';

const steer = 'The next lot comes on 3 December and costs €48.';

async function steered() {
  const desk = coreDesk();
  await teach(desk, 'When is the teapot back?', 'A new lot of 60 teapots comes every 10 weeks and costs €60.');
  const { id: conversationId } = take(desk, incoming({ text: 'When is the teapot back?' }));
  await draftReply(desk.deps, { conversationId });
  const model = scriptedModel(() => ({ sentences: [{ text: steer, sources: ['steer'] }] }));
  const { signal } = new AbortController();
  const { draft } = await writeDraft(withModels(desk, [model]), { conversationId, steer, signal });
  const lastMessageId = desk.db.conversations.messages(conversationId).at(-1)?.id ?? '';
  return { desk, draft, input: { conversationId, draftId: draft.id, lastMessageId } };
}

test('bug: what an agent has told the model to say is doubted when they send it', async () => {
  const { desk, draft, input } = await steered();
  expect(draft.text).toContain(steer);
  const { outcome } = await acceptDraft(desk.deps, { ...input, text: draft.text });
  expect(outcome.unsupported ?? null).toBeNull();
});

test('bug: an agent’s word for one price lets any other pass', async () => {
  const { desk, draft, input } = await steered();
  await expect(acceptDraft(desk.deps, { ...input, text: draft.text.replace('€48', '€38') })).rejects.toMatchObject({
    code: 'reply_unsupported',
  });
});
