import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Thread } from '#shared/contract/conversation.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { type TestDesk, settled, startTestDesk } from '#test/support/test-desk.ts';

let desk: TestDesk;
let storeId = '';

beforeAll(async () => {
  desk = await startTestDesk();
  await settled(desk);
  storeId = (await desk.client.call('store.list', {}))[0]?.id ?? '';
}, 120_000);
afterAll(() => desk.end());

async function threadOf(sampleId: string): Promise<Thread> {
  const [inbox] = desk.desk.deps.inboxes.list(storeId);
  const conversationId = desk.desk.deps.conversations.findByThreadId(inbox?.id ?? '', sampleId) ?? '';
  return desk.client.call('conversation.get', { conversationId });
}

/** What is drafted for the conversation that asks the same as the first one. */
async function drafted(): Promise<string> {
  await desk.loops.index.settled();
  await desk.loops.drafts.settled();
  return (await threadOf('c-008')).draft?.text ?? '';
}

test('bug: a person’s lesson stands in the drafts of who signs in next, or a lead’s decision waits for a restart', async () => {
  const { call } = desk.client;
  const ann = desk.desk.profile().id;
  const ben = { id: newId(), name: 'Ben', role: 'lead', state: 'active', createdAt: 1 } as const;
  desk.desk.deps.profiles.add(ben);
  const before = await drafted();
  const { draft, conversation, messages } = await threadOf('c-007');
  const text = draft?.text.replace('every 10 weeks.', 'every 16 weeks.') ?? '';
  const reply = {
    conversationId: conversation.id,
    draftId: draft?.id ?? null,
    lastMessageId: messages.at(-1)?.id ?? '',
    text,
  };
  const marks = await call('draft.check', reply);
  const confirmed = marks.filter(({ asks }) => asks).map(({ kind, said }) => ({ kind, said }));
  const { learned } = await call('draft.accept', { ...reply, confirmed });
  const itemId = learned[0]?.id ?? '';
  expect(await drafted()).toContain('16 weeks');

  desk.desk.setProfile(ben.id);
  expect(await drafted()).toBe(before);
  expect((await call('learned.list', { storeId, reaching: ben.id })).total).toBe(0);

  desk.desk.setProfile(ann);
  expect(await drafted()).toContain('16 weeks');
  const { items, total } = await call('lesson.queue', { storeId });
  expect([total, items[0]?.item.id, items[0]?.risks.includes('contradicts')]).toEqual([1, itemId, true]);
  expect(items[0]?.contradicts[0]).toMatchObject({ itSays: '10 weeks', lessonSays: '16 weeks' });
  const replay = await call('lesson.replay', { itemId, conversations: 50 });
  expect(replay.changes.some(({ after }) => after?.answer.includes('16 weeks'))).toBe(true);
  const approved = await call('lesson.approve', { itemId, fromVersionId: items[0]?.item.versionId ?? '' });
  desk.desk.setProfile(ben.id);
  expect(await drafted()).toContain('16 weeks');
  expect((await call('lesson.effect', { itemId })).use.drafts).toBeGreaterThan(0);
  expect((await call('lesson.list', { storeId, standing: 'shared' })).items[0]?.decision?.id).toBe(approved.id);

  const gone = await call('lesson.withdrawOf', { profileId: ann, since: 0, why: 'Not ours' });
  expect(await drafted()).toBe(before);
  await call('lesson.undo', { decisionId: gone.id });
  expect(await drafted()).toContain('16 weeks');

  await call('lesson.revert', { itemId, why: 'The potter called' });
  expect(await drafted()).toBe(before);
  const detail = await call('lesson.get', { itemId });
  expect([detail.standing, detail.decisions.map(({ act }) => act)]).toEqual([
    'withdrawn',
    ['revert', 'undo', 'withdraw', 'approve'],
  ]);
  const rules = [{ topics: [], agentIds: [], replies: 3, trustedIds: [ann] }];
  expect((await call('lesson.saveRules', { storeId, fromVersion: 0, rules })).version).toBe(1);
  await expect(call('lesson.saveRules', { storeId, fromVersion: 0, rules })).rejects.toMatchObject({
    code: 'conflict',
  });
  const span = { storeId, from: 0, to: Date.now() };
  const { items: sent } = await call('lesson.reviews', span);
  expect(sent[0]?.risks).toContain('unsupported');
  await call('lesson.markReviewed', { outcomeId: sent[0]?.outcome.id ?? '' });
  expect((await call('lesson.reviews', span)).total).toBe(0);
  const looked = await call('lesson.reviews', { ...span, isReviewed: true });
  expect(looked.items[0]?.outcome.id).toBe(sent[0]?.outcome.id);
  await call('lesson.unmarkReviewed', { outcomeId: sent[0]?.outcome.id ?? '' });
  expect((await call('lesson.reviews', span)).items[0]).toMatchObject({ reviewed: null });
  expect((await call('lesson.reviews', { ...span, isReviewed: true })).total).toBe(0);
  expect(desk.errors).toEqual([]);
}, 180_000);
