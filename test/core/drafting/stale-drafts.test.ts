import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { staleDrafts, staleUsing } from '#core/drafting/stale-drafts.ts';
import { addEntry } from '#core/knowledge/save-knowledge.ts';
import { saveSet, switchSets } from '#core/knowledge/switch-sets.ts';
import { learnFromEdit } from '#core/learning/learn-from-edit.ts';
import type { Draft } from '#shared/model/draft.ts';
import { type KnowledgeEntry, unlimited, writtenHere } from '#shared/model/knowledge.ts';
import { anOutcome, newId } from '#test/adapters/sqlite/desk.ts';
import { anyType } from '#test/support/lessons.ts';
import { type CoreDesk, coreDesk, incoming, take, teach } from '#test/support/core-desk.ts';

const postage = 'How much is the postage to Norway?';
const base = { storeId: null, setId: null };

function drafted(desk: CoreDesk, text = postage): Promise<Draft> {
  const author = `${newId()}@example.com`;
  const { id } = take(desk, incoming({ subject: '', text, authorAddress: author, customerAddress: author }));
  return draftReply(desk.deps, { conversationId: id });
}

function season(desk: CoreDesk) {
  const { id } = saveSet(desk.deps, { setId: null, name: 'Winter' });
  return {
    place: { storeId: null, setId: id },
    on: () => switchSets(desk.deps, { storeId: desk.storeId, on: [id], off: [] }),
    off: () => switchSets(desk.deps, { storeId: desk.storeId, on: [], off: [id] }),
  };
}

/** An agent sent this in place of what the entry says. */
function corrected(desk: CoreDesk, entry: KnowledgeEntry, answer: string): void {
  const outcome = anOutcome(desk.storeId);
  const changed = { kind: 'knowledge' as const, id: entry.id, topic: null, answer: entry.answer };
  desk.db.transaction(() => {
    desk.db.outcomes.append(outcome);
    const lessons = [{ question: entry.question, answer, before: entry.answer, changed, ...anyType }];
    learnFromEdit(desk.deps, {
      storeId: desk.storeId,
      conversationId: outcome.conversationId,
      outcomeId: outcome.id,
      lessons: lessons as never,
    });
  });
}

test('bug: a draft that says an agent’s correction stays open when the entry’s season is switched off', async () => {
  const desk = coreDesk();
  const winter = season(desk);
  winter.on();
  corrected(desk, await teach(desk, postage, 'Postage is 9 EUR.', {}, winter.place), 'Postage is 7 EUR.');
  const draft = await drafted(desk);
  expect(draft.text).toContain('7 EUR');
  winter.off();
  expect(desk.db.drafts.get(draft.id).state).toBe('stale');
});

test('bug: a draft stays open when a season is switched on that says it otherwise, in other words', async () => {
  const desk = coreDesk();
  const winter = season(desk);
  const below = await teach(desk, postage, 'Postage is 9 EUR.', {}, base);
  await teach(desk, 'Freight in snow', 'Free in winter.', { overlaysEntryId: below.id }, winter.place);
  const draft = await drafted(desk);
  const other = await drafted(desk, 'Is the zebra striped?');
  winter.on();
  expect(desk.db.drafts.get(draft.id).state).toBe('stale');
  expect(desk.db.drafts.get(other.id).state).toBe('open');
});

test('bug: what stands over an entry for one product makes drafts about others stale at every look', async () => {
  const desk = coreDesk();
  const below = await teach(desk, postage, 'Postage is 9 EUR.', {}, base);
  await teach(desk, 'A kettle?', 'Yes.', { scope: ['Reed Kettle'] }, base);
  const over = { overlaysEntryId: below.id, scope: ['Fern Kettle'] };
  const drafts = [
    await drafted(desk, `${postage} For the Reed Kettle.`),
    await drafted(desk, 'Is postage to Oslo dear?'),
  ];
  await teach(desk, 'Postage of that kettle', 'Postage is free.', over);
  for (const { id } of drafts) desk.db.drafts.setState(id, 'stale');
  const about = await draftReply(desk.deps, { conversationId: drafts[0]?.conversationId ?? '' });
  expect(about.evidence[0]?.id).toBe(below.id);
  expect(staleDrafts(desk.deps, [desk.storeId])).toBe(0);
});

test('bug: an entry that is only shown beside a draft makes it stale', async () => {
  const desk = coreDesk();
  const used = await teach(desk, postage, 'Postage is 9 EUR.');
  const beside = await teach(desk, 'How much is a Norway map?', 'It is 3 EUR.');
  const draft = await drafted(desk);
  expect(draft.evidence.map(({ id }) => id)).toEqual([used.id, beside.id]);
  expect(staleUsing(desk.deps, [beside.id, null])).toBe(0);
  expect(desk.db.drafts.get(draft.id).state).toBe('open');
  expect(staleUsing(desk.deps, [used.id])).toBe(1);
  expect(desk.db.drafts.get(draft.id).state).toBe('stale');
});

test('bug: a draft made of a correction stays open when the corrected entry is another', async () => {
  const desk = coreDesk();
  const entry = await teach(desk, postage, 'Postage is 9 EUR.');
  corrected(desk, entry, 'Postage is 7 EUR.');
  const draft = await drafted(desk);
  expect(draft.text).toContain('7 EUR');
  expect(staleUsing(desk.deps, [entry.id])).toBe(1);
});

test('bug: a set is switched with 200 drafts and 10,000 products, and the window waits half a second', async () => {
  const desk = coreDesk();
  const deps = { ...desk.deps, embedder: () => null };
  desk.db.transaction(() => {
    for (let i = 0; i < 10_000; i++) {
      const content = {
        kind: 'pair',
        question: `Is bowl ${i} blue?`,
        answer: 'Yes.',
        topic: null,
        language: 'en',
      } as const;
      addEntry(deps, base, { ...content, ...unlimited, scope: [`Bowl ${i}`] }, writtenHere, { who: '', why: '' });
    }
  });
  await teach(desk, postage, 'Postage is 9 EUR.');
  for (let i = 0; i < 200; i++) {
    const author = `${i}@example.com`;
    const from = { authorAddress: author, customerAddress: author, subject: '' };
    await draftReply(deps, { conversationId: take(desk, incoming({ ...from, text: postage })).id });
  }
  let looks = 0;
  const answering: typeof desk.db.passages.answering = (...input) => {
    looks++;
    return desk.db.passages.answering(...input);
  };
  expect(staleDrafts({ ...desk.deps, passages: { ...desk.db.passages, answering } }, [desk.storeId])).toBe(0);
  expect(looks).toBe(1);
});
