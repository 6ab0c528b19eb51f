import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { checkReply } from '#core/support/check-reply.ts';
import { prepareCheck } from '#core/support/prepare-check.ts';
import { type KnowledgeContent, unlimited } from '#shared/model/knowledge.ts';
import type { SupportMark } from '#shared/model/support.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import {
  type CoreDesk,
  coreDesk,
  deskSettings,
  incoming,
  lastMessageId,
  noon,
  take,
  teach,
} from '#test/support/core-desk.ts';

const question = 'What does express delivery cost?';
const answer = 'Express delivery costs £9.95 and arrives the next working day.';
const typed = 'Express delivery costs £9.95 and arrives the next working day.';

async function desk() {
  const at = coreDesk();
  await teach(at, 'How long does delivery to Norway take?', 'Delivery to Norway takes three working days.');
  const conversation = take(at, incoming());
  const draft = await draftReply(at.deps, { conversationId: conversation.id });
  return { at, conversationId: conversation.id, draftId: draft.id };
}

type Opened = Awaited<ReturnType<typeof desk>>;

async function marksOf({ at, ...reply }: Opened, text: string): Promise<readonly SupportMark[]> {
  const input = { ...reply, text };
  return checkReply(at.deps, input, await prepareCheck(at.deps, input));
}

const priceIn = (marks: readonly SupportMark[]): SupportMark | undefined => marks.find(({ kind }) => kind === 'price');

test('bug: what an agent types from memory is doubted although the store says it', async () => {
  const opened = await desk();
  const entry = await teach(opened.at, question, answer);
  const marks = await marksOf(opened, typed);
  expect(marks.filter(({ verdict }) => verdict !== 'supported')).toEqual([]);
  expect(priceIn(marks)?.source).toMatchObject({ from: 'evidence', id: entry.id, evidence: null, quote: answer });
});

test('bug: another price than the store’s passes, because a passage about it was found', async () => {
  const opened = await desk();
  await teach(opened.at, question, answer);
  expect(priceIn(await marksOf(opened, typed.replace('9.95', '14.95')))).toMatchObject({
    verdict: 'contradicted',
    says: '£9.95',
  });
});

test('bug: the name under a letter is doubted by what was only looked for', async () => {
  const opened = await desk();
  await teach(opened.at, 'What is Tea Post?', 'Tea Post is our monthly box, chosen by Noor. Kettles are not included.');
  const draft = opened.at.db.drafts.get(opened.draftId);
  const marks = await marksOf(opened, `${draft.text} By the way.`);
  expect(marks.filter(({ asks }) => asks)).toEqual([]);
});

test('bug: an equal number of another matter is found and stands behind a claim', async () => {
  const opened = await desk();
  await teach(opened.at, 'What does a gift card cost?', 'A gift card comes in a tin box for £9.95.');
  expect(priceIn(await marksOf(opened, 'Repairing a kettle is £9.95.'))?.verdict).not.toBe('supported');
});

test.each([
  ['not valid any more', { from: null, until: '2026-03-10T11:59', zone: 'UTC' }],
  ['not valid yet', { from: '2026-03-10T12:01', until: null, zone: 'UTC' }],
])('bug: an entry that is %s supports a reply', async (_what, validity) => {
  const opened = await desk();
  await teach(opened.at, question, answer, { validity });
  expect(priceIn(await marksOf(opened, typed))?.verdict).toBe('unsupported');
});

test('bug: an entry goes on supporting once it has run out, because it was remembered', async () => {
  const opened = await desk();
  await teach(opened.at, question, answer, {
    validity: { from: null, until: '2026-03-10T12:01', zone: 'UTC' },
  });
  expect(priceIn(await marksOf(opened, typed))?.verdict).toBe('supported');
  opened.at.time.now = noon + 59_999 + 1;
  expect(priceIn(await marksOf(opened, typed))?.verdict).toBe('unsupported');
});

test('bug: an entry of another store supports a reply', async () => {
  const opened = await desk();
  const { db, deps } = opened.at;
  const other = db.stores.add({ id: newId(), versionId: newId(), settings: { ...deskSettings, name: 'South' }, at: 2 });
  const content: KnowledgeContent = {
    kind: 'pair',
    question,
    answer,
    topic: null,
    scope: [],
    language: 'en',
    ...unlimited,
  };
  await saveKnowledge(deps, { storeId: other.id, entryId: null, content });
  expect(priceIn(await marksOf(opened, typed))?.verdict).toBe('unsupported');
});

test('bug: an entry for chat alone supports a mail', async () => {
  const opened = await desk();
  await teach(opened.at, question, answer, { channels: ['chat'] });
  expect(priceIn(await marksOf(opened, typed))?.verdict).toBe('unsupported');
});

test('bug: a sentence is looked up again at every key', async () => {
  const opened = await desk();
  await teach(opened.at, question, answer);
  let searches = 0;
  const passages: CoreDesk['deps']['passages'] = {
    ...opened.at.deps.passages,
    searchTerms: (...args) => {
      searches += 1;
      return opened.at.deps.passages.searchTerms(...args);
    },
  };
  const at = { ...opened.at, deps: { ...opened.at.deps, passages } };
  await marksOf({ ...opened, at }, typed);
  const once = searches;
  expect(once).toBeGreaterThan(0);
  for (const more of [' T', ' Th', ' Tha', ' Thank you.']) await marksOf({ ...opened, at }, `${typed}${more}`);
  expect(searches).toBe(once);
});

test('bug: sending asks about what the check has found a source for', async () => {
  const opened = await desk();
  const { at, conversationId, draftId } = opened;
  const input = { conversationId, draftId, lastMessageId: lastMessageId(at, conversationId), text: typed };
  await expect(acceptDraft(at.deps, { ...input, confirmed: [] })).rejects.toMatchObject({ code: 'reply_unsupported' });
  await teach(at, question, answer);
  at.time.now += 120_000;
  await expect(acceptDraft(at.deps, { ...input, confirmed: [] })).resolves.toBeDefined();
});

test('bug: an embedder that fails keeps a reply from being checked', async () => {
  const opened = await desk();
  await teach(opened.at, question, answer);
  opened.at.embedder.breakDown();
  expect(priceIn(await marksOf(opened, typed))?.verdict).toBe('supported');
});
