import { expect, test } from 'vitest';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { checkStyle } from '#core/style/check-style.ts';
import { saveHouse } from '#core/style/manage-style.ts';
import { noHouseStyle } from '#shared/model/store.ts';
import { coreDesk, incoming, lastMessageId, take, teach } from '#test/support/core-desk.ts';

const cases = [
  ['en', 'How long does delivery to Norway take?', 'Your parcel to Norway takes three days.', 'parcel', 'package'],
  ['zh', '寄到挪威要多久？', '寄到挪威的快递三天内送达。', '快递', '包裹'],
  ['ja', 'ノルウェーまで配送は何日かかりますか？', 'ノルウェーまでの荷物は三日で届きます。', '荷物', '小包'],
] as const;

test.each(cases)(
  'bug: a word that the house says otherwise, replaced in a reply (%s), becomes a lesson that rewrites the entry',
  async (language, asked, answer, avoid, use) => {
    const desk = coreDesk();
    const entry = await teach(desk, asked, answer, { language });
    const { id } = take(desk, incoming({ subject: '', text: asked }));
    const draft = await draftReply(desk.deps, { conversationId: id });
    expect(draft.text).toContain(answer);
    // The rule comes after the draft, so it still says the word.
    saveHouse(desk.deps, desk.storeId, { ...noHouseStyle, wordings: [{ language, avoid, use }] });
    const [mark] = checkStyle(desk.deps, { conversationId: id, text: draft.text }).marks;
    expect(mark).toMatchObject({ said: avoid, use });
    const text = draft.text.slice(0, mark?.start) + use + draft.text.slice(mark?.end);
    const reply = { conversationId: id, draftId: draft.id, lastMessageId: lastMessageId(desk, id), text };
    const { learned } = await acceptDraft(desk.deps, { confirmed: 'all', ...reply });
    expect(learned).toEqual([]);
    expect(desk.db.knowledge.get(entry.id).answer).toBe(answer);
  },
);
