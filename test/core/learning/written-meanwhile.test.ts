import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { coreDesk, incoming, lastMessageId, noon, take, teach } from '#test/support/core-desk.ts';

const caffeine = 'Which of your teas have no caffeine?';
const herbs = 'Rooibos and all herbal teas have no caffeine.';
const sunday = 'Are you open on Sunday?';
const open = 'Yes, the shop is open on Sunday until five.';

/** A customer who asks one thing, gets a draft, and asks another while the agent writes. */
async function overtakenDraft(parts: { readonly knowsFirst: boolean; readonly isDraftedAnew: boolean }) {
  const desk = coreDesk();
  if (parts.knowsFirst) await teach(desk, caffeine, herbs);
  const { id } = take(desk, incoming({ remoteId: 'first', subject: '', text: caffeine }));
  const first = await draftReply(desk.deps, { conversationId: id });
  take(desk, incoming({ remoteId: 'second', references: ['first'], subject: '', text: sunday, sentAt: noon }));
  const second = parts.isDraftedAnew ? await draftReply(desk.deps, { conversationId: id }) : null;
  const send = (text: string, draftId: string | null = first.id) =>
    acceptDraft(desk.deps, {
      confirmed: 'all',
      conversationId: id,
      draftId,
      lastMessageId: lastMessageId(desk, id),
      text,
    });
  return { desk, first, second, send };
}

test.each([
  ['the first was answered and the second drafted', { knowsFirst: true, isDraftedAnew: true }],
  ['the first was answered, no draft since', { knowsFirst: true, isDraftedAnew: false }],
  ['the first had no answer either', { knowsFirst: false, isDraftedAnew: true }],
  ['the first had no answer either, no draft since', { knowsFirst: false, isDraftedAnew: false }],
])(
  'bug: what was asked while the agent wrote teaches its answer for the question before (%s)',
  async (_case, parts) => {
    const { first, send } = await overtakenDraft(parts);
    expect(first.asks.map((ask) => ask.text)).toEqual([caffeine]);
    const { learned, outcome } = await send(`Hello Marta,\n\n${open}\n\nHappy brewing!\nThe Kettle Shop of Leeds`);
    expect(outcome.draftId).toBe(first.id);
    expect(learned).toEqual([]);
  },
);

test('bug: what fills the one gap of the newest draft is lost because the agent began with an older one', async () => {
  const { first, second, send } = await overtakenDraft({ knowsFirst: true, isDraftedAnew: true });
  expect(second?.asks.map((ask) => ask.evidence === null)).toEqual([false, true]);
  const { learned } = await send(first.text.replace(herbs, `${herbs} ${open}`));
  expect(learned).toMatchObject([{ kind: 'adds', answer: open }]);
  expect(learned[0]?.question).toContain(sunday);
  expect(learned[0]?.question).not.toContain('caffeine');
});

test('bug: a reply over the newest draft teaches nothing because an older one stands behind it', async () => {
  const { second, send } = await overtakenDraft({ knowsFirst: true, isDraftedAnew: true });
  const { learned } = await send((second?.text ?? '').replace(/\[.*\]/su, open), second?.id);
  expect(learned).toMatchObject([{ kind: 'adds', answer: open }]);
});
