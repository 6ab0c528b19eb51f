import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { contentOf, saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { type DraftLoop, startDraftLoop } from '#backend/loops/draft-loop.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { asks, fact, shopDesk, where } from '#test/core/orders/shop-desk.ts';
import { type CoreDesk, coreDesk, incoming, noon, take, teach } from '#test/support/core-desk.ts';
import { eventually } from '#test/support/test-desk.ts';

const postage = 'How much is the postage to Norway?';
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function asked(desk: CoreDesk, text = postage): string {
  const author = `${newId()}@example.com`;
  return take(desk, incoming({ subject: '', text, authorAddress: author, customerAddress: author })).id;
}

async function drafted(desk: CoreDesk, text = postage): Promise<string> {
  return (await draftReply(desk.deps, { conversationId: asked(desk, text) })).conversationId;
}

function reworded(desk: CoreDesk, entry: KnowledgeEntry, question: string, answer: string): Promise<KnowledgeEntry> {
  const content = { ...contentOf(entry), question, answer };
  return saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: entry.id, content });
}

/** An embedder that fails until it is mended. */
function flaky(desk: CoreDesk) {
  let isBroken = true;
  const embedded: string[] = [];
  const embed: CoreDesk['embedder']['embed'] = async (texts) => {
    if (isBroken) throw new Error('gone');
    embedded.push(...texts);
    return desk.embedder.embed(texts);
  };
  const embedder = { ...desk.embedder, embed };
  return { deps: { ...desk.deps, embedder: () => embedder }, embedded, mend: () => void (isBroken = false) };
}

const running = async (loop: DraftLoop, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } finally {
    await loop.stop();
  }
};

test('bug: one failed look for what to draft ends the loop for good', async () => {
  const desk = coreDesk();
  await teach(desk, postage, 'Postage is 9 EUR.');
  let isBusy = true;
  const conversationsToDraft = (limit: number): readonly string[] => {
    if (!isBusy) return desk.db.drafts.conversationsToDraft(limit);
    isBusy = false;
    throw new Error('busy');
  };
  const errors: unknown[] = [];
  const drafts = { ...desk.deps.drafts, conversationsToDraft };
  const loop = startDraftLoop({ ...desk.deps, drafts }, (error) => errors.push(error));
  await running(loop, async () => {
    const id = asked(desk);
    loop.wake();
    await eventually('it is drafted', () => desk.db.drafts.current(id)?.text.includes('9 EUR') === true);
    expect(errors).toHaveLength(1);
  });
});

test('bug: an embedder that fails for a moment leaves open drafts by words alone, or as they were', async () => {
  const desk = coreDesk();
  const entry = await teach(desk, 'Freight in snow', 'Nine.');
  const id = await drafted(desk);
  expect(desk.db.drafts.current(id)?.text).toBe('');
  const { deps, mend, embedded } = flaky(desk);
  const errors: unknown[] = [];
  const loop = startDraftLoop(deps, (error) => errors.push(error));
  await running(loop, async () => {
    await reworded(desk, entry, postage, 'Postage is 4 EUR.');
    loop.redraftTouched(desk.storeId, [entry.id]);
    await loop.settled();
    expect(desk.db.drafts.current(id)).toMatchObject({ embedderId: null });
    expect(desk.db.drafts.current(id)?.text).toContain('4 EUR');
    expect(errors.length).toBeGreaterThan(0);
    mend();
    await eventually('it is made again by meaning too', () => embedded.length > 0);
  });
});

test('bug: an open draft that could not be made again stays as it was for good', async () => {
  const desk = coreDesk();
  const id = await drafted(desk);
  await teach(desk, postage, 'Postage is 4 EUR.');
  let failures = 2;
  const get: typeof desk.deps.stores.get = (storeId) => {
    if (failures-- > 0) throw new Error('busy');
    return desk.db.stores.get(storeId);
  };
  const loop = startDraftLoop({ ...desk.deps, stores: { ...desk.deps.stores, get } }, () => undefined);
  await running(loop, async () => {
    loop.redraft(desk.storeId);
    const text = (): string => desk.db.drafts.current(id)?.text ?? '';
    await eventually('it says the new text', () => text().includes('4 EUR'));
  });
});

test('bug: a draft that a change touches waits behind all that are made again anyway', async () => {
  const desk = coreDesk();
  for (let i = 0; i < 60; i++) await drafted(desk, `Tell me about colour number ${i} please?`);
  const id = await drafted(desk);
  const made: string[] = [];
  const get: typeof desk.deps.conversations.get = (conversationId) => {
    made.push(conversationId);
    return desk.db.conversations.get(conversationId);
  };
  const loop = startDraftLoop({ ...desk.deps, conversations: { ...desk.deps.conversations, get } }, () => undefined);
  await running(loop, async () => {
    await loop.settled();
    const entry = await teach(desk, postage, 'Postage is 4 EUR.');
    loop.redraft(desk.storeId);
    loop.redraftTouched(desk.storeId, [entry.id]);
    await loop.settled();
    expect([...new Set(made)].indexOf(id)).toBe(0);
  });
});

test('bug: while entries are edited one after another no draft that they touch is made again', async () => {
  const desk = coreDesk();
  const entry = await teach(desk, 'Is a parcel free?', 'It is a parcel to us.');
  for (let i = 0; i < 300; i++)
    await drafted(desk, `Is postage to an island free ${i}? And when does the parcel come?`);
  let made = 0;
  const get: typeof desk.deps.stores.get = (storeId) => {
    made++;
    return desk.db.stores.get(storeId);
  };
  const loop = startDraftLoop({ ...desk.deps, stores: { ...desk.deps.stores, get } }, () => undefined);
  await running(loop, async () => {
    await loop.settled();
    made = 0;
    for (const until = performance.now() + 2_000; performance.now() < until; await pause(10))
      loop.redraftTouched(desk.storeId, [entry.id]);
    expect(made).toBeGreaterThan(20);
  });
});

test('bug: a draft that an edit made stale asks the shop anew, or one for a new message does not', async () => {
  const desk = await shopDesk();
  desk.double.addOrder({});
  const loop = startDraftLoop(desk.deps, () => undefined);
  await running(loop, async () => {
    const conversationId = asks(desk, where);
    loop.wake();
    await loop.settled();
    const first = desk.db.drafts.current(conversationId);
    expect(fact(first)?.kind).toBe('order');
    const before = desk.double.requests.length;
    desk.time.now += 3_600_000;
    desk.db.drafts.setState(first?.id ?? '', 'stale');
    loop.wake();
    await loop.settled();
    expect(desk.db.drafts.current(conversationId)).toMatchObject({ state: 'open' });
    expect(desk.double.requests).toHaveLength(before);
    const references = [desk.db.conversations.messages(conversationId)[0]?.remoteId ?? ''];
    expect(asks(desk, `${where} Please tell me.`, { references, sentAt: noon })).toBe(conversationId);
    loop.wake();
    await loop.settled();
    expect(desk.double.requests.length).toBeGreaterThan(before);
  });
});
