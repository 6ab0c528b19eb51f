import { describe, expect, test } from 'vitest';
import { reasonAbout } from '#core/ask/reason-about.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { retireKnowledge, saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { saveSet } from '#core/knowledge/switch-sets.ts';
import type { Channel } from '#shared/model/conversation.ts';
import { type KnowledgeContent, unlimited } from '#shared/model/knowledge.ts';
import type { LeftOutReason } from '#shared/model/reasoning.ts';
import { type CoreDesk, coreDesk, deskSettings, incoming, noon, take, teach } from '#test/support/core-desk.ts';

const asked = 'How long does delivery to Norway take?';

function ask(
  desk: CoreDesk,
  text: string,
  over: { channel?: Channel | null; about?: readonly string[] | null; at?: number } = {},
) {
  return reasonAbout(desk.deps, { storeId: desk.storeId, text, channel: null, about: null, at: noon, ...over });
}

const content = (over: Partial<KnowledgeContent>): KnowledgeContent => ({
  kind: 'pair',
  question: asked,
  answer: 'Four days.',
  topic: null,
  scope: [],
  language: 'en',
  ...unlimited,
  ...over,
});

describe('reasonAbout', () => {
  test('shows the reply that a customer would really get (bug: the box answers otherwise than the draft)', async () => {
    const desk = coreDesk();
    await teach(desk, asked, 'Four to six working days.');
    await teach(desk, 'Can I pay by bank transfer?', 'Yes, by SEPA.');
    const text = `${asked} And can I pay by bank transfer? Do you sell elephants?`;
    const { reply, asks, language } = await ask(desk, text);
    const conversation = take(desk, incoming({ text, subject: '', customerName: '', authorName: '' }));
    const draft = await draftReply(desk.deps, { conversationId: conversation.id, asksShop: false });
    expect(reply.text).toBe(draft.text);
    expect(language).toBe('en');
    expect(asks.map(({ offeredId }) => offeredId)).toEqual(
      draft.asks.map(({ evidence }) => (evidence === null ? null : draft.evidence[evidence]?.id)),
    );
    expect(asks[2]?.silence).toBe(draft.asks[2]?.silence);
    expect(asks[0]?.candidates[0]).toMatchObject({ layer: 'store', evidence: { answer: 'Four to six working days.' } });
  });

  test('writes nothing (bug: a draft of nobody in the database)', async () => {
    const desk = coreDesk();
    await teach(desk, asked, 'Four days.');
    const events = desk.events.length;
    const changes = () => desk.db.conversations.list({ offset: 0, limit: 10 }).total;
    const before = changes();
    await ask(desk, asked);
    expect(changes()).toBe(before);
    expect(desk.events.length).toBe(events);
    expect(desk.db.drafts.openOfStore(desk.storeId)).toEqual([]);
  });

  test('names why each one was left out (bug: "nothing known" where a season is merely off)', async () => {
    const { desk, ids } = await limitedDesk();
    const { asks } = await ask(desk, asked, { channel: 'email', about: ['Kettle'] });
    const reasons = new Map(asks[0]?.leftOut.map(({ entryId, reason }) => [entryId, reason]));
    const expected: ReadonlyArray<readonly [string, LeftOutReason]> = [
      [ids.otherSubject, 'other_subject'],
      [ids.otherChannel, 'other_channel'],
      [ids.later, 'not_yet_valid'],
      [ids.over, 'no_more_valid'],
      [ids.setOff, 'set_off'],
      [ids.retired, 'retired'],
      [ids.overlaid, 'overlaid'],
    ];
    for (const [id, reason] of expected) expect(reasons.get(id), reason).toBe(reason);
    expect(asks[0]?.candidates.map(({ evidence }) => evidence.answer)).toContain('Two days, from our own warehouse.');
    const limits = asks[0]?.leftOut.find(({ entryId }) => entryId === ids.over);
    expect(limits?.boundary).toEqual({ time: '2026-02-01T00:00', zone: 'Asia/Shanghai' });
  });

  test('answers as of another time (bug: the box knows only today)', async () => {
    const { desk, ids } = await limitedDesk();
    const later = await ask(desk, asked, { at: Date.UTC(2026, 5, 2) });
    expect(later.asks[0]?.candidates.map(({ evidence }) => evidence.id)).toContain(ids.later);
    const now = await ask(desk, asked);
    expect(now.asks[0]?.candidates.map(({ evidence }) => evidence.id)).not.toContain(ids.later);
  });

  test('leaves out what is in another language, and says so (bug: an English answer among the Chinese ones)', async () => {
    const desk = coreDesk({ ...deskSettings, otherLanguage: 'show' });
    await teach(desk, '电磁炉能用吗', 'Yes, on every hob.', { language: 'en' });
    const { asks, reply } = await ask(desk, '电磁炉能用吗？');
    expect(reply.silence).toBe('other_language');
    expect(asks[0]?.candidates).toEqual([]);
    expect(asks[0]?.leftOut.map(({ reason }) => reason)).toEqual(['other_language']);
  });

  test('thanks are answered by nobody (bug: a crash on a text that asks nothing)', async () => {
    const desk = coreDesk();
    const { asks, reply } = await ask(desk, 'Thank you!');
    expect(asks).toEqual([]);
    expect(reply).toEqual({ text: '', silence: 'nothing_asked', confidence: 0 });
  });
});

/** A desk with an entry for every reason not to answer. */
async function limitedDesk() {
  const desk = coreDesk();
  const { storeId, deps } = desk;
  const add = async (
    over: Partial<KnowledgeContent>,
    place = { storeId: storeId as string | null, setId: null as string | null },
  ) => (await saveKnowledge(deps, { storeId, entryId: null, content: content(over), place })).id;
  const setId = saveSet(deps, { setId: null, name: 'Winter' }).id;
  const zone = 'Asia/Shanghai';
  const ids = {
    otherSubject: await add({ answer: 'Six days for teapots.', scope: ['Teapot'] }),
    otherChannel: await add({ answer: 'Five days, dear follower.', channels: ['instagram'] }),
    later: await add({ answer: 'Three days in summer.', validity: { from: '2026-06-01T00:00', until: null, zone } }),
    over: await add({ answer: 'Nine days in January.', validity: { from: null, until: '2026-02-01T00:00', zone } }),
    setOff: await add({ answer: 'Ten days before Christmas.' }, { storeId: null, setId }),
    overlaid: await add({ answer: 'Eight days from everywhere.' }, { storeId: null, setId: null }),
    retired: await add({ answer: 'Forty days by sea.' }),
  };
  await add({ answer: 'Two days, from our own warehouse.', overlaysEntryId: ids.overlaid });
  retireKnowledge(deps, ids.retired);
  return { desk, ids };
}
