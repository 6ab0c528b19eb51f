import { describe, expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { contentOf, restoreKnowledge, retireKnowledge, saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import { saveSet, switchSets } from '#core/knowledge/switch-sets.ts';
import { tolerantModel } from '#core/insights/report-coverage.ts';
import { learnModel } from '#core/retrieval/learn-model.ts';
import { replayChanges } from '#core/replay/replay-changes.ts';
import { setTolerance } from '#core/stores/save-settings.ts';
import type { KnowledgeContent } from '#shared/model/knowledge.ts';
import type { SupposedEdit } from '#core/replay/supposed-entries.ts';
import type { ReplayReport } from '#shared/model/replay.ts';
import { type CoreDesk, incoming, noon, take } from '#test/support/core-desk.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { replayDesk } from './replay-desk.ts';

/** What every conversation is told now, ask by ask. */
async function toldNow(desk: CoreDesk): Promise<ReadonlyMap<string, readonly (string | null)[]>> {
  const told = new Map<string, readonly (string | null)[]>();
  for (const { id } of desk.db.conversations.list({ storeId: desk.storeId, offset: 0, limit: 5_000 }).items) {
    const draft = await draftReply(desk.deps, { conversationId: id, asksShop: false });
    told.set(
      id,
      draft.asks.map(({ evidence }) => (evidence === null ? null : (draft.evidence[evidence]?.answer ?? null))),
    );
  }
  return told;
}

type Told = Awaited<ReturnType<typeof toldNow>>;

function difference(before: Told, after: Told): readonly string[] {
  return [...before]
    .flatMap(([id, answers]) =>
      answers.flatMap((answer, i) => {
        const next = after.get(id)?.[i] ?? null;
        return answer === next ? [] : [JSON.stringify([id, answer, next])];
      }),
    )
    .toSorted();
}

function listed({ changes }: ReplayReport): readonly string[] {
  return changes
    .flatMap(({ before, after, cases }) =>
      cases.map(({ conversationId }) =>
        JSON.stringify([conversationId, before?.answer ?? null, after?.answer ?? null]),
      ),
    )
    .toSorted();
}

async function publish(desk: CoreDesk, change: SupposedEdit): Promise<void> {
  if (change.kind === 'save')
    await saveKnowledge(desk.deps, {
      storeId: desk.storeId,
      entryId: change.entryId,
      content: change.content,
      place: change.place ?? undefined,
    });
  if (change.kind === 'restore') await restoreKnowledge(desk.deps, change.entryId);
  if (change.kind === 'retire') retireKnowledge(desk.deps, change.entryId);
  if (change.kind === 'switchSet')
    switchSets(desk.deps, {
      storeId: desk.storeId,
      on: change.isOn ? [change.setId] : [],
      off: change.isOn ? [] : [change.setId],
    });
}

describe('replayChanges', () => {
  test('lists exactly the answers that change once the changes are published (bug: an old word found still, a count not adjusted)', async () => {
    const random = seededRandom(11);
    const { desk, deps, entries } = await replayDesk(random, 40);
    const edited = (content: KnowledgeContent): KnowledgeContent => ({
      ...content,
      answer: content.answer.replace(/\d+/g, (n) => String(Number(n) + 1)),
    });
    let changed = 0;
    let before = await toldNow(desk);
    for (let round = 0; round < 10; round++) {
      const asked = [...before.values()].flat();
      const told = entries.filter(({ id }) => asked.includes(desk.db.knowledge.get(id).answer));
      const [one, two, three, other] = [random.pick(told), random.pick(told), random.pick(told), random.pick(entries)];
      const said = (id: string): KnowledgeContent => contentOf(desk.db.knowledge.get(id));
      const changes: SupposedEdit[] = [
        { kind: 'save', entryId: one.id, place: null, content: edited(said(one.id)) },
        { kind: 'save', entryId: two.id, place: null, content: { ...said(two.id), question: other.question } },
      ];
      if (round % 2 === 0) changes.push({ kind: 'retire', entryId: three.id });
      else {
        const content = { ...said(three.id), answer: `New words, number ${round}.` };
        const place = { storeId: desk.storeId, setId: null };
        changes.push({
          kind: 'save',
          entryId: null,
          place,
          content: round % 4 === 1 ? { ...content, channels: ['chat'] } : content,
        });
      }
      const report = await replayChanges(deps, { storeId: desk.storeId, changes, conversations: 2_000 });
      for (const change of changes) await publish(desk, change);
      const after = await toldNow(desk);
      expect(listed(report), `round ${round}`).toEqual(difference(before, after));
      expect(report.changedAsks).toBe(difference(before, after).length);
      changed += report.changedAsks;
      before = after;
    }
    expect(changed).toBeGreaterThan(20);
  });

  test('foresees a switch of sets, an overlay and a time that is over (bug: a set that is off still answers)', async () => {
    const random = seededRandom(12);
    const { desk, deps, entries } = await replayDesk(random, 60);
    const { storeId } = desk;
    const setId = saveSet(desk.deps, { setId: null, name: 'Winter' }).id;
    const inSet = { storeId: null, setId };
    const below = entries.filter(({ question }) => /deliver|return|pay/i.test(question)).slice(0, 12);
    for (const entry of below) {
      const content = { ...contentOf(entry), answer: `In winter: ${entry.answer}`, overlaysEntryId: entry.id };
      await saveKnowledge(desk.deps, { storeId, entryId: null, place: inSet, content });
    }
    const over = { from: null, until: '2026-03-10T11:00', zone: 'UTC' };
    const next = below[0] ?? entries[0];
    if (next === undefined) throw new Error('No entries');
    const plans: ReadonlyArray<readonly SupposedEdit[]> = [
      [{ kind: 'switchSet', setId, isOn: true }],
      [{ kind: 'save', entryId: next.id, place: null, content: { ...contentOf(next), validity: over } }],
      [
        { kind: 'retire', entryId: below[1]?.id ?? '' },
        { kind: 'switchSet', setId, isOn: false },
      ],
      [
        { kind: 'restore', entryId: below[1]?.id ?? '' },
        { kind: 'switchSet', setId, isOn: true },
      ],
    ];
    desk.time.now = noon;
    for (const [i, changes] of plans.entries()) {
      const report = await replayChanges(deps, { storeId, changes, conversations: 200 });
      const before = await toldNow(desk);
      for (const change of changes) await publish(desk, change);
      const after = await toldNow(desk);
      expect(listed(report), `plan ${i}`).toEqual(difference(before, after));
      if (i !== 1) expect(report.changedAsks, `plan ${i}`).toBeGreaterThan(0);
    }
  });

  test.each([
    ['no rate', null],
    ['a tolerated rate', 0.3],
  ])(
    'knows with %s that the desk will trust itself otherwise (bug: an answer held back for new confidence, or by the threshold of old trials, is not foreseen)',
    async (_, rate) => {
      const random = seededRandom(16);
      const { desk, deps: fitted, entries } = await replayDesk(random, 40);
      const { storeId } = desk;
      const setId = saveSet(desk.deps, { setId: null, name: 'Winter' }).id;
      for (const entry of entries.slice(0, 30))
        await saveKnowledge(desk.deps, {
          storeId,
          entryId: null,
          place: { storeId: null, setId },
          content: { ...contentOf(entry), answer: `In winter. ${entry.answer}` },
        });
      if (rate !== null) setTolerance(desk.deps, { storeId, topic: null, rate, why: '' });
      const learned = async () => tolerantModel(await learnModel(desk.deps, storeId), desk.db.stores.get(storeId));
      let model = await learned();
      const learning = { ...desk, deps: { ...desk.deps, modelOf: () => model } };
      const deps = { ...fitted, modelOf: () => model, learnedModel: learnModel };
      let before = await toldNow(learning);
      for (let round = 0; round < 3; round++) {
        const asked = [...before.values()].flat();
        const told = entries.filter(({ id }) => asked.includes(desk.db.knowledge.get(id).answer));
        const one = contentOf(desk.db.knowledge.get(random.pick(told).id));
        const place = { storeId, setId: null };
        const changes: readonly SupposedEdit[] =
          round % 2 === 1
            ? [{ kind: 'switchSet', setId, isOn: round === 1 }]
            : Array.from({ length: 8 }, (_, i) => ({
                kind: 'save' as const,
                entryId: null,
                place,
                content: {
                  ...one,
                  question: `${one.question} ${random.pick(entries).question}`,
                  answer: `${i % 4} of ${round}`,
                },
              }));
        const report = await replayChanges(deps, { storeId, changes, conversations: 200 });
        for (const change of changes) {
          desk.time.now += 1_000;
          await publish(desk, change);
        }
        model = await learned();
        const after = await toldNow(learning);
        expect(listed(report), `round ${round}`).toEqual(difference(before, after));
        before = after;
      }
    },
    60_000,
  );

  test('gives the same report again, writes nothing and lets drafts go on (bug: a supposed version left behind)', async () => {
    const { desk, deps, entries } = await replayDesk(seededRandom(13), 50);
    const { storeId } = desk;
    const known = entries.find(({ question }) => /return/i.test(question));
    const changes: SupposedEdit[] = [
      {
        kind: 'save',
        entryId: known?.id ?? null,
        place: null,
        content: { ...contentOf(known ?? entries[0]!), answer: 'Never.' },
      },
    ];
    take(desk, incoming({ text: known?.question ?? '', remoteId: 'own', subject: 'Another' }));
    const open = desk.db.conversations.list({ storeId, offset: 0, limit: 1 }).items[0]?.id ?? '';
    const events = desk.events.length;
    let drafted = 0;
    const passTurn = async (): Promise<void> => {
      // Drafts are made in every gap that the replay leaves.
      await draftReply(desk.deps, { conversationId: open, asksShop: false });
      drafted++;
    };
    const steps: number[] = [];
    const first = await replayChanges(
      { ...deps, passTurn },
      { storeId, changes, conversations: 50 },
      undefined,
      (done) => steps.push(done),
    );
    const again = await replayChanges(deps, { storeId, changes, conversations: 50 });
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    expect(first.changedAsks).toBeGreaterThan(0);
    expect(steps.at(-1)).toBe(50);
    expect(drafted).toBe(50);
    expect(desk.db.knowledge.get(known?.id ?? '').answer).toBe(known?.answer);
    expect(desk.events.slice(events).map(({ name }) => name)).toEqual(['draft.ready']);
  });

  test('stops when nobody waits for it (bug: it runs on in a closed window)', async () => {
    const { desk, deps, entries } = await replayDesk(seededRandom(14), 20);
    const stop = new AbortController();
    const run = replayChanges(
      { ...deps, passTurn: async () => stop.abort() },
      { storeId: desk.storeId, changes: [{ kind: 'retire', entryId: entries[0]?.id ?? '' }], conversations: 20 },
      stop.signal,
    );
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('puts a lost answer before a reworded one, and other numbers before other words (bug: riskiest last)', async () => {
    const { desk, deps, entries } = await replayDesk(seededRandom(15), 60);
    const [numbered, worded, lost] = entries.filter(({ language, answer }) => language === 'en' && /\d/.test(answer));
    if (numbered === undefined || worded === undefined || lost === undefined) throw new Error('No entries');
    for (const entry of [numbered, worded, lost])
      take(
        desk,
        incoming({
          text: entry.question,
          remoteId: `own-${entry.id}`,
          subject: 'Another',
          customerAddress: `${entry.id}@example.com`,
        }),
      );
    const { changes } = await replayChanges(deps, {
      storeId: desk.storeId,
      conversations: 100,
      changes: [
        {
          kind: 'save',
          entryId: worded.id,
          place: null,
          content: { ...contentOf(worded), answer: `${worded.answer} Gladly.` },
        },
        {
          kind: 'save',
          entryId: numbered.id,
          place: null,
          content: { ...contentOf(numbered), answer: numbered.answer.replace(/\d+/, '77') },
        },
        { kind: 'retire', entryId: lost.id },
      ],
    });
    const place = (id: string): number => changes.findIndex(({ before }) => before?.id === id);
    expect(place(lost.id)).toBeGreaterThanOrEqual(0);
    expect(place(numbered.id)).toBeGreaterThan(place(lost.id));
    expect(place(worded.id)).toBeGreaterThan(place(numbered.id));
    expect(changes[place(numbered.id)]?.risks).toContain('numbers');
  });
});
