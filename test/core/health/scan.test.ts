import { expect, test } from 'vitest';
import { compareEntry, compareMemory, healthRules } from '#core/health/compare-entries.ts';
import { dismissFinding, listFindings, soloRules, undismissFinding } from '#core/health/health-list.ts';
import { retireKnowledge, saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import type { FindingKind } from '#shared/model/finding.ts';
import { KnowledgeContent, type KnowledgeEntry } from '#shared/model/knowledge.ts';
import { acceptDraft } from '#core/drafting/accept-draft.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { newId, plainLesson } from '#test/adapters/sqlite/desk.ts';
import { type CoreDesk, coreDesk, incoming, lastMessageId, noon, take, teach } from '#test/support/core-desk.ts';

const dayMs = 86_400_000;

/** Compares everything that waits; returns how many entries that were. */
function compareAll(desk: CoreDesk, memory = compareMemory()): number {
  for (let count = 0; ; count++) {
    const [entryId] = desk.db.findings.waiting(1);
    if (entryId === undefined) return count;
    compareEntry(desk.deps, memory, entryId);
  }
}

function listed(desk: CoreDesk, kind: FindingKind | null = null) {
  return listFindings(desk.db, { storeId: desk.storeId, kind, offset: 0, limit: 100 }).items;
}

function refreshSolo(desk: CoreDesk): void {
  const rules = soloRules(desk.time.now);
  for (let from: number | null = 0; from !== null;) from = desk.db.findings.refreshSolo(rules, from, 10).next;
}

/** The content of an entry with another answer. */
function edited(entry: KnowledgeEntry, answer: string): KnowledgeContent {
  return KnowledgeContent.parse({ ...entry, answer });
}

async function contradicting(desk: CoreDesk) {
  const a = await teach(desk, 'How long do I have to return an item?', 'You can return it within 30 days of delivery.');
  const b = await teach(desk, 'What is your return policy?', 'Send it back within 14 days of receiving it.');
  await teach(desk, 'How long does delivery take?', 'Delivery takes 3–5 working days.');
  return { a, b };
}

test('bug: two entries that disagree are not found, or the place where they disagree is not', async () => {
  const desk = coreDesk();
  const { a, b } = await contradicting(desk);
  compareAll(desk);
  const [finding, ...more] = listed(desk);
  expect(more).toEqual([]);
  expect(finding?.kind).toBe('contradiction');
  expect(finding?.entries.map((entry) => entry.id).toSorted()).toEqual([a.id, b.id].toSorted());
  const marked = finding?.spans.map(({ entryId, start, end }) =>
    finding.entries.find((entry) => entry.id === entryId)?.answer.slice(start, end),
  );
  expect(marked?.toSorted()).toEqual(['14 days', '30 days']);
  expect(desk.db.findings.counts(desk.storeId)).toMatchObject({ contradiction: 1, duplicate: 0 });
});

test('bug: after one edit all entries are compared anew', async () => {
  const desk = coreDesk();
  const { a } = await contradicting(desk);
  expect(compareAll(desk)).toBe(3);
  await saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: a.id, content: edited(a, 'Within 14 days.') });
  expect(desk.db.findings.waiting(10)).toEqual([a.id]);
  expect(desk.db.findings.scanState()).toEqual({ waiting: 1, entries: 3 });
});

test('bug: a finding stands although one of its entries was changed or retired', async () => {
  const desk = coreDesk();
  const { a, b } = await contradicting(desk);
  compareAll(desk);
  await saveKnowledge(desk.deps, {
    storeId: desk.storeId,
    entryId: a.id,
    content: edited(a, 'You can return it within 14 days of delivery.'),
  });
  // Before anything is compared, and after.
  expect(listed(desk, 'contradiction')).toEqual([]);
  compareAll(desk);
  expect(listed(desk, 'contradiction')).toEqual([]);

  const again = coreDesk();
  const pair = await contradicting(again);
  compareAll(again);
  retireKnowledge(again.deps, pair.b.id);
  expect(listed(again)).toEqual([]);
  compareAll(again);
  expect(listed(again)).toEqual([]);
  expect(b.id).not.toBe(pair.b.id);
});

test('bug: what was let stand comes back, or stays away when an entry has changed', async () => {
  const desk = coreDesk();
  const { a } = await contradicting(desk);
  compareAll(desk);
  const id = listed(desk)[0]?.id ?? 0;
  dismissFinding(desk.deps, id);
  expect(listed(desk)).toEqual([]);
  undismissFinding(desk.deps, id);
  expect(listed(desk)).toHaveLength(1);
  dismissFinding(desk.deps, id);
  desk.db.findings.startOver(healthRules + 1);
  compareAll(desk);
  expect(listed(desk)).toEqual([]);
  await saveKnowledge(desk.deps, {
    storeId: desk.storeId,
    entryId: a.id,
    content: edited(a, 'You can return it within 45 days of delivery.'),
  });
  compareAll(desk);
  expect(listed(desk)).toHaveLength(1);
});

test('bug: other rules find nothing new, or the same rules compare everything at each start', async () => {
  const desk = coreDesk();
  await contradicting(desk);
  desk.db.findings.startOver(healthRules);
  compareAll(desk);
  desk.db.findings.startOver(healthRules);
  expect(desk.db.findings.scanState().waiting).toBe(0);
  desk.db.findings.startOver(healthRules + 1);
  expect(desk.db.findings.scanState().waiting).toBe(3);
});

test('bug: an overlay, another channel, another set or another time contradicts', async () => {
  const desk = coreDesk();
  const question = 'How long is the return period?';
  const content = KnowledgeContent.parse({
    kind: 'pair',
    question,
    answer: 'Returns are accepted within 30 days.',
    topic: null,
    scope: [],
    language: 'en',
  });
  const place = { storeId: null, setId: null };
  const base = await saveKnowledge(desk.deps, { storeId: desk.storeId, entryId: null, content, place });
  await teach(desk, question, 'Returns are accepted within 14 days.', { overlaysEntryId: base.id });
  const chat = coreDesk();
  await teach(chat, question, 'Returns are accepted within 30 days.', { channels: ['email'] });
  await teach(chat, question, 'Returns are accepted within 14 days.', { channels: ['chat'] });
  const sets = coreDesk();
  for (const [name, days] of [
    ['Summer', 30],
    ['Winter', 14],
  ] as const) {
    const setId = newId();
    sets.db.sets.add({ setId, versionId: newId(), name, state: 'active', storeIds: [sets.storeId], who: '', at: noon });
    const answer = `Returns are accepted within ${days} days.`;
    const written = KnowledgeContent.parse({ ...content, answer });
    const inSet = { storeId: null, setId };
    await saveKnowledge(sets.deps, { storeId: sets.storeId, entryId: null, content: written, place: inSet });
  }
  const season = coreDesk();
  const zone = 'Europe/Brussels';
  const until = { from: null, until: '2026-11-01T00:00', zone };
  await teach(season, question, 'Returns are accepted within 30 days.', { validity: until });
  await teach(season, question, 'Returns are accepted within 14 days.', {
    validity: { from: until.until, until: null, zone },
  });
  for (const each of [desk, chat, sets, season]) {
    compareAll(each);
    expect(listed(each, 'contradiction')).toEqual([]);
  }
});

test('bug: an entry whose time is over or ends soon is not told of, or one that has time is', async () => {
  const desk = coreDesk();
  const endsIn = (days: number) => ({
    from: null,
    until: new Date(noon + days * dayMs).toISOString().slice(0, 16),
    zone: 'UTC',
  });
  const over = await teach(desk, 'Is there a spring sale?', 'Ten percent off all tins.', { validity: endsIn(-1) });
  const soon = await teach(desk, 'Is there a summer sale?', 'Free cups with kettles.', { validity: endsIn(13) });
  await teach(desk, 'Is there an autumn sale?', 'Not yet decided.', { validity: endsIn(15) });
  refreshSolo(desk);
  expect(listed(desk).map(({ kind, entries, until }) => [kind, entries[0]?.id, until])).toEqual([
    ['expired', over.id, noon - dayMs],
    ['expiring', soon.id, noon + 13 * dayMs],
  ]);
  desk.time.now = noon + 14 * dayMs;
  refreshSolo(desk);
  expect(listed(desk, 'expiring')).toHaveLength(1);
  expect(listed(desk, 'expired')).toHaveLength(2);
});

test('bug: an entry that replies use is called unused, or one that no reply used is not', async () => {
  const desk = coreDesk();
  const used = await teach(desk, 'How long does delivery to Norway take?', 'Parcels to Norway take five days.');
  const idle = await teach(desk, 'Do you repair old kettles?', 'We repair kettles that we sold.');
  desk.time.now = noon + 70 * dayMs;
  refreshSolo(desk);
  expect(listed(desk, 'unused')).toEqual([]);
  for (let i = 0; i < 30; i++) {
    const conversation = take(desk, incoming({ customerAddress: `c${i}@example.com`, sentAt: desk.time.now - 1_000 }));
    const draft = await draftReply(desk.deps, { conversationId: conversation.id });
    await acceptDraft(desk.deps, {
      confirmed: 'all',
      conversationId: conversation.id,
      draftId: draft?.id ?? null,
      text: draft?.text ?? '',
      lastMessageId: lastMessageId(desk, conversation.id),
    });
  }
  expect(desk.db.findings.noteUses(100)).toBe(30);
  expect(desk.db.findings.noteUses(100)).toBe(0);
  refreshSolo(desk);
  expect(listed(desk, 'unused').map(({ entries }) => entries[0]?.id)).toEqual([idle.id]);
  expect(used.id).not.toBe(idle.id);
});

test('bug: an entry that agents correct again and again is not told of', async () => {
  const desk = coreDesk();
  const entry = await teach(desk, 'How long does delivery to Norway take?', 'Parcels to Norway take five days.');
  for (let i = 0; i < 2; i++) {
    const conversation = take(desk, incoming({ customerAddress: `c${i}@example.com`, sentAt: desk.time.now - 1_000 }));
    desk.db.learned.add({
      id: newId(),
      storeId: desk.storeId,
      versionId: newId(),
      version: 1,
      state: 'active',
      kind: 'corrects',
      question: entry.question,
      answer: `It takes ${6 + i} days.`,
      language: 'en',
      topic: null,
      ...plainLesson,
      before: '',
      correctsEntryId: entry.id,
      outcomeId: outcomeOf(desk, conversation.id),
      conversationId: conversation.id,
      createdAt: noon + i,
      updatedAt: noon + i,
    });
  }
  refreshSolo(desk);
  const [finding] = listed(desk, 'corrected');
  expect(finding?.entries[0]?.id).toBe(entry.id);
  expect(finding?.corrected?.times).toBe(2);
  expect(finding?.corrected?.latest.map(({ text }) => text)).toEqual(['It takes 7 days.', 'It takes 6 days.']);
  await saveKnowledge(desk.deps, {
    storeId: desk.storeId,
    entryId: entry.id,
    content: edited(entry, 'It takes 7 days.'),
  });
  expect(listed(desk, 'corrected')).toEqual([]);
});

function outcomeOf(desk: CoreDesk, conversationId: string): string {
  const id = newId();
  desk.db.outcomes.append({
    id,
    storeId: desk.storeId,
    profileId: null,
    conversationId,
    draftId: null,
    act: 'written',
    draftText: '',
    sentText: 'x',
    keptShare: null,
    confidence: null,
    reason: null,
    waitedMs: 0,
    createdAt: desk.time.now,
  });
  return id;
}
