import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { fillMacros } from '#core/macros/fill-macros.ts';
import { saveMacro } from '#core/macros/save-macro.ts';
import { cancelReply } from '#core/outbox/manage-outbox.ts';
import { coreDesk, incoming, lastMessageId, take, teach } from '#test/support/core-desk.ts';
import { macroContent } from '#test/support/macro-content.ts';

const question = 'How long does delivery to Norway take?';

async function deskWithMacro(body = 'Our returns portal prints the label for you. It takes two minutes.') {
  const desk = coreDesk();
  const macro = saveMacro(desk.deps, { macroId: null, content: macroContent({ body }) });
  const conversation = take(desk, incoming({ text: question }));
  const fill = await fillMacros(desk.deps, {
    conversationId: conversation.id,
    macroIds: [macro.id],
    orderNumber: null,
    answers: {},
    asksShop: true,
    before: '',
    after: '',
  });
  const send = (text: string, draftId: string | null, macros = fill.parts) =>
    acceptDraft(desk.deps, {
      conversationId: conversation.id,
      draftId,
      lastMessageId: lastMessageId(desk, conversation.id),
      text,
      macros,
      confirmed: 'all',
    });
  const usage = () => desk.deps.macros.get(macro.id).usage;
  return { desk, conversation, fill, send, usage };
}

test('bug: a macro that was put into a reply by hand is learned as the answer to the question', async () => {
  const { fill, send, usage } = await deskWithMacro();
  const { learned } = await send(`Hello Marta,\n\n${fill.text}\n\nHappy brewing!`, null);
  expect(learned).toEqual([]);
  expect(usage()).toMatchObject({ uses: 1, edited: 0 });
});

test('bug: a macro in the place of a drafted answer, also reworded, corrects the knowledge', async () => {
  for (const reworded of [(text: string) => text, (text: string) => text.replace('two minutes', 'three minutes')]) {
    const { desk, conversation, fill, send, usage } = await deskWithMacro();
    await teach(desk, question, 'Delivery to Norway takes 5 days. We ship on weekdays.');
    const draft = await draftReply(desk.deps, { conversationId: conversation.id });
    expect(draft.text).toContain('5 days');
    const text = draft.text.replace('We ship on weekdays.', reworded(fill.text));
    const { learned } = await send(text, draft.id);
    expect(learned).toEqual([]);
    expect(usage().edited).toBe(reworded(fill.text) === fill.text ? 0 : 1);
  }
});

test('bug: what an agent corrects beside a macro is not learned any more', async () => {
  const { desk, conversation, fill, send } = await deskWithMacro();
  await teach(desk, question, 'Delivery to Norway takes 5 days.');
  const draft = await draftReply(desk.deps, { conversationId: conversation.id });
  const { learned } = await send(`${draft.text.replace('5 days', '7 days')}\n\n${fill.text}`, draft.id);
  expect(learned).toMatchObject([{ answer: 'Delivery to Norway takes 7 days.' }]);
});

test('bug: a macro that was deleted again, or whose reply was taken back, counts as used', async () => {
  const { desk, fill, send, usage } = await deskWithMacro();
  const { outbox } = await send('Yes, gladly.', null);
  expect(usage().uses).toBe(0);
  await cancelReply(desk.deps, outbox.id);
  const again = await send(fill.text, null);
  expect(usage().uses).toBe(1);
  await cancelReply(desk.deps, again.outbox.id);
  expect(usage()).toEqual({ uses: 0, edited: 0, lastUsedAt: null });
});

test('bug: a reply that was taken back to be edited teaches its macro after all', async () => {
  const { desk, fill, send, usage } = await deskWithMacro();
  const { outbox } = await send(fill.text, null);
  await cancelReply(desk.deps, outbox.id);
  const { learned } = await send(`${fill.text} Thank you.`, null, []);
  expect(learned).toEqual([]);
  expect(usage().uses).toBe(1);
});

test('bug: filling a macro’s gap by hand counts as an edit', async () => {
  const { fill, send, usage } = await deskWithMacro('It comes with {{fulfilment.carrier}} in two days.');
  await send(fill.text.replace('[✎ carrier]', 'DHL'), null);
  expect(usage()).toMatchObject({ uses: 1, edited: 0 });
});

test('bug: a variable that nobody filled in is sent to a customer', async () => {
  const { fill, send } = await deskWithMacro('It comes with {{fulfilment.carrier}} in two days.');
  await expect(send(fill.text, null)).rejects.toMatchObject({ code: 'reply_incomplete' });
  await expect(send('Hi {{customer.first_name}}, yes.', null)).rejects.toMatchObject({ code: 'reply_incomplete' });
  await expect(send('It takes {{ask: How long?}}', null)).rejects.toMatchObject({ code: 'reply_incomplete' });
  await expect(send('Use {{ product.title }} there.', null)).resolves.toBeDefined();
});

test('bug: a customer who writes of {{order.total}}, or is called so, can get no answer that quotes it', async () => {
  const desk = coreDesk();
  const conversation = take(
    desk,
    incoming({
      text: 'Your mail said {{order.total}}. What is it?',
      authorName: '{{agent.name}}',
      customerName: '{{agent.name}}',
    }),
  );
  const reply = {
    conversationId: conversation.id,
    draftId: null,
    lastMessageId: lastMessageId(desk, conversation.id),
    text: 'Hi {{agent.name}}, {{order.total}} is the sum of your order.',
  };
  await expect(acceptDraft(desk.deps, reply)).resolves.toBeDefined();
});
