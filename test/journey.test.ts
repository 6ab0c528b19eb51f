import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sentReplies } from '#adapters/inbox/sample/sample-connector.ts';
import { sampleSentFile } from '#backend/connectors.ts';
import type { Thread } from '#shared/contract/conversation.ts';
import { type TestDesk, eventually, settled, startTestDesk } from './support/test-desk.ts';

/*
 * The one path of data, as code: message → conversation → evidence → draft → edit → send → outcome → learned item →
 * the next similar question drafted with it → numbers. Everything is real but the far end of the sample inbox.
 */
let desk: TestDesk;
let storeId: string;

beforeAll(async () => {
  desk = await startTestDesk();
  await settled(desk);
  storeId = (await desk.client.call('store.list', {}))[0]?.id ?? '';
});
afterAll(() => desk.end());

async function threadOf(sampleId: string): Promise<Thread> {
  const [inbox] = desk.desk.deps.inboxes.list(storeId);
  const conversationId = desk.desk.deps.conversations.findByThreadId(inbox?.id ?? '', sampleId) ?? '';
  return desk.client.call('conversation.get', { conversationId });
}

const edit = {
  find: 'a new batch reaches us about every 10 weeks.',
  replace: 'the potter is having the kiln relined, so that we expect the next batch in about 16 weeks.',
};

describe('the journey of a message', () => {
  let first: Thread;

  it('arrives once, in a conversation that waits', async () => {
    first = await threadOf('c-007');
    expect(first.conversation.status).toBe('unanswered');
    expect(first.messages.map((message) => message.role)).toEqual(['customer']);
    await desk.client.call('inbox.syncNow', { inboxId: first.conversation.inboxId });
    const rows = await desk.client.call('conversation.list', { storeId, limit: 500 });
    expect(rows.total).toBe(90);
  });

  it('has a draft before anybody looks, every answering sentence tied to a passage that says it', () => {
    const { draft } = first;
    expect(draft?.silence).toBeNull();
    expect(draft?.text).toContain(edit.find);
    const answers = draft?.sentences.filter((sentence) => sentence.part === 'answer') ?? [];
    expect(answers.length).toBeGreaterThan(0);
    for (const sentence of answers) {
      expect(draft?.evidence[sentence.evidence ?? -1]?.answer).toContain(sentence.text);
    }
  });

  it('asks about no draft as it was made', async () => {
    const rows = await desk.client.call('conversation.list', { storeId, limit: 500 });
    let drafts = 0;
    const asked: string[] = [];
    for (const { id } of rows.items) {
      const { draft } = await desk.client.call('conversation.get', { conversationId: id });
      if (draft === null || draft.text === '') continue;
      drafts += 1;
      const marks = await desk.client.call('draft.check', { conversationId: id, draftId: draft.id, text: draft.text });
      asked.push(...marks.filter(({ verdict }) => verdict !== 'supported').map(({ kind, said }) => `${kind}: ${said}`));
    }
    console.log(`${drafts} drafts of the sample store: ${asked.length} facts without a source`);
    expect(drafts).toBeGreaterThan(40);
    expect(asked).toEqual([]);
  });

  it('is answered with an edit, which leaves once and becomes a learned item', async () => {
    const { draft, conversation, messages } = first;
    const text = draft?.text.replace(edit.find, edit.replace) ?? '';
    const reply = {
      conversationId: conversation.id,
      draftId: draft?.id ?? null,
      lastMessageId: messages.at(-1)?.id ?? '',
      text,
    };
    // The entry says 10 weeks: sending asks once, and what was answered stays with the outcome.
    await expect(desk.client.call('draft.accept', reply)).rejects.toMatchObject({
      code: 'reply_unsupported',
      detail: { count: 1, says: '10 weeks' },
    });
    const marks = await desk.client.call('draft.check', reply);
    const confirmed = marks.filter(({ asks }) => asks).map(({ kind, said }) => ({ kind, said }));
    const { outcome, learned } = await desk.client.call('draft.accept', { ...reply, confirmed });
    expect(outcome.unsupported).toMatchObject([{ kind: 'period', verdict: 'contradicted', says: '10 weeks' }]);
    expect(outcome.act).toBe('edited');
    expect(outcome.keptShare).toBeGreaterThan(0.6);
    expect(learned).toHaveLength(1);
    expect(learned[0]).toMatchObject({ kind: 'corrects', state: 'active' });
    expect(learned[0]?.answer).toContain(edit.replace);
    expect(learned[0]?.answer).not.toContain('Nadia');

    await eventually('the reply has left', async () => (await threadOf('c-007')).outbox.length === 0);
    const sent = sentReplies(sampleSentFile(desk.dataFolder));
    expect(sent.map((reply) => reply.body)).toEqual([text]);
    const after = await threadOf('c-007');
    expect(after.conversation.status).toBe('answered');
    expect(after.messages.at(-1)).toMatchObject({ role: 'agent', text });
  });

  it('teaches: the next similar question is drafted the better way and says so', async () => {
    await desk.loops.drafts.settled();
    const second = await threadOf('c-008');
    expect(second.draft?.text).toContain(edit.replace);
    expect(second.draft?.text).not.toContain(edit.find);
    expect(second.draft?.learnedItemIds).toHaveLength(1);
  });

  it('can be unlearned: a forgotten lesson leaves the drafts as they were', async () => {
    const { items } = await desk.client.call('learned.list', { storeId });
    await desk.client.call('learned.forget', { itemId: items[0]?.id ?? '' });
    await desk.loops.drafts.settled();
    const second = await threadOf('c-008');
    expect(second.draft?.text).toContain(edit.find);
    expect(second.draft?.learnedItemIds).toEqual([]);
  });

  it('ends in numbers that open the conversation behind them', async () => {
    const span = { storeId, from: 0, to: Date.now() + 1_000 };
    const insights = await desk.client.call('insight.report', { ...span, from: span.to - 86_400_000, utcOffset: 0 });
    expect(insights.figures).toMatchObject({ answered: 1, edited: 1, accepted: 0 });
    const outcomes = await desk.client.call('insight.outcomes', { ...span, measure: 'edited' });
    expect(outcomes.map((outcome) => outcome.conversationId)).toEqual([first.conversation.id]);
    expect(desk.errors).toEqual([]);
  });
});

describe('knowledge that changes', () => {
  it('is in the next draft as soon as it is saved', async () => {
    const { items } = await desk.client.call('knowledge.list', { storeId, text: 'Kiln No. 4' });
    const entry = items.find((item) => item.answer.includes('every 10 weeks'));
    if (entry === undefined) throw new Error('The sample store has no entry on Kiln No. 4');
    const { kind, question, topic, scope, language } = entry;
    const content = { kind, question, topic, scope, language, answer: 'Kiln No. 4 will not be made again.' };
    await desk.client.call('knowledge.save', { storeId, entryId: entry.id, content });
    const { conversation } = await threadOf('c-008');
    const draft = await desk.client.call('draft.make', { conversationId: conversation.id });
    expect(draft.text).toContain('will not be made again');
    const history = await desk.client.call('knowledge.history', { entryId: entry.id });
    expect(history.map((version) => version.version)).toEqual([2, 1]);
  });
});

describe('a desk that is stopped', () => {
  it('has everything again when it starts: conversations, drafts, lessons, and sends nothing twice', async () => {
    const before = await threadOf('c-002');
    await desk.halt();
    desk = await startTestDesk({ dataFolder: desk.dataFolder });
    await settled(desk);
    const after = await threadOf('c-002');
    expect(after.messages).toEqual(before.messages);
    expect(after.draft?.text).toBe(before.draft?.text);
    expect(sentReplies(sampleSentFile(desk.dataFolder))).toHaveLength(1);
  });
});
