import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { approveLesson } from '#core/learning/governance/approve-lesson.ts';
import { rejectLesson, setLessonAside } from '#core/learning/governance/lesson-acts.ts';
import { contradictionMemory } from '#core/learning/governance/lesson-contradictions.ts';
import { lessonMemory, lessonQueue, lessonRow } from '#core/learning/governance/lesson-queue.ts';
import { saveLessonRules } from '#core/learning/governance/share-by-rules.ts';
import { undoDecision } from '#core/learning/governance/take-back.ts';
import { exportCorpus } from '#core/portable/export-corpus.ts';
import { inspectCorpus } from '#core/portable/inspect-corpus.ts';
import { manifestText, readManifest } from '#core/portable/manifest.ts';
import { takeCorpus } from '#core/portable/take-corpus.ts';
import { unlearn } from '#core/learning/learn-from-edit.ts';
import { saveHouse } from '#core/style/manage-style.ts';
import { embedPassages } from '#core/retrieval/index-passage.ts';
import { LessonDecision, type LessonStanding } from '#shared/model/lesson-review.ts';
import { noHouseStyle } from '#shared/model/store.ts';
import { type CoreDesk, coreDesk, incoming, take, teach } from '#test/support/core-desk.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { portableDesk, unsignedBytesOf, withFolder } from '#test/support/portable-desk.ts';
import { forged, refusalOf, signAgain, soundExport, textOf } from '#test/support/tampered-export.ts';
import {
  type LessonDesk,
  draftText,
  evidenceOf,
  lessonDesk,
  present,
  taught,
} from '../learning/governance/lesson-desk.ts';

const museum = { question: 'Is there a tea museum in Hull?', answer: 'There is a tea museum by the harbour.' };
const stoves = { question: 'Do you lend stoves?', answer: 'We lend six of them.' };

/** A desk where several people have taught, a lead has decided, and more waits. */
async function taughtDesk() {
  const desk = lessonDesk();
  const [ben, cleo] = [desk.person('Ben'), desk.person('Cleo')];
  const entry = await teach(desk, 'How long does delivery to Norway take?', 'Delivery to Norway takes three days.');
  const late = 'Delivery to Norway takes nine days.';
  const shared = await taught(desk, ben, {
    question: entry.question,
    answer: late,
    before: entry.answer,
    changed: evidenceOf(entry),
  });
  const waiting = await taught(desk, ben, { ...museum, type: 'policy' });
  await taught(desk, cleo, museum);
  const rejected = await taught(desk, ben, { question: 'Is it cheap?', answer: 'It costs two pence.' });
  const aside = await taught(desk, cleo, stoves);
  present(desk, desk.ada);
  await approveLesson(desk.deps, { itemId: shared.id, scope: [], channels: ['email'], why: 'The carrier says so' });
  rejectLesson(desk.deps, { itemId: rejected.id, reason: 'That was in 1970' });
  const undone = setLessonAside(desk.deps, { itemId: waiting.id, why: 'Not sure' });
  await undoDecision(desk.deps, undone.id);
  setLessonAside(desk.deps, { itemId: aside.id, why: 'For schools alone' });
  saveLessonRules(desk.deps, contradictionMemory(), {
    storeId: desk.storeId,
    fromVersion: 0,
    rules: [{ topics: ['Museum'], agentIds: [], replies: 3, trustedIds: [ben] }],
  });
  saveHouse(desk.deps, desk.storeId, {
    ...noHouseStyle,
    wordings: [{ language: 'en', avoid: 'shipment', use: 'parcel' }],
  });
  return { desk, ben, cleo, entry, items: { shared, waiting, rejected, aside } };
}

/** An empty desk that takes an export; a person of it, and its one inbox at the store that came. */
async function takenBy(folder: string, storeId: string) {
  const desk = coreDesk();
  const port = { ...portableDesk(desk.db).deps, ...desk.deps };
  const preview = await inspectCorpus(port, folder);
  const taken = await takeCorpus(port, preview);
  const inbox = desk.db.inboxes.add({ id: newId(), storeId, name: 'Mail', settings: { kind: 'sample' }, createdAt: 1 });
  const moved: CoreDesk = { ...desk, storeId, inbox };
  await embedPassages(moved.deps);
  return { desk: moved, port, preview, taken };
}

const standings: readonly LessonStanding[] = ['waiting', 'shared', 'setAside', 'rejected', 'withdrawn'];

/** What a lead sees of a store's lessons, but for names, conversations and outcomes, which stay behind. */
async function seenIn({ db, deps }: CoreDesk, storeId: string) {
  const everything = { storeId, offset: 0, limit: 99 };
  const queue = await lessonQueue(deps, lessonMemory(), everything);
  return {
    queue: queue.items.map(({ item, standing, before, people, contradicts, waitsFor, sources }) => ({
      id: item.id,
      words: [item.question, item.answer, before],
      type: item.type,
      limits: [item.scope, item.channels],
      standing,
      people,
      replies: sources.length,
      contradicts,
      waitsFor,
    })),
    lists: standings.map((standing) =>
      db.lessons.list({ ...everything, standing }).items.map((item) => {
        const { id, versionId, question, answer, reach, type, scope, channels, correctsEntryId } = item;
        const why = lessonRow(deps, item).decision?.why ?? null;
        return { standing, id, versionId, question, answer, reach, type, scope, channels, correctsEntryId, why };
      }),
    ),
    decisions: db.lessons
      .decisions(everything)
      .items.map(({ who: _who, role: _role, profileId: _id, ...rest }) => rest),
    rules: db.lessons.rules(storeId).rules,
    house: db.stores.get(storeId).settings.house,
  };
}

const said = (text: string) =>
  incoming({ remoteId: text, subject: '', text, authorAddress: 'x@example.com', customerAddress: 'x@example.com' });

/** What is drafted for somebody who has taught nothing. */
async function draftsOf(desk: CoreDesk): Promise<readonly unknown[]> {
  const drafts: unknown[] = [];
  for (const text of ['How long does delivery to Norway take?', museum.question, stoves.question]) {
    const { id } = take(desk, said(text));
    const draft = JSON.parse(await draftText(desk, newId(), id)) as Record<string, unknown>;
    drafts.push({ ...draft, id: '', conversationId: '', messageId: '' });
    desk.time.now += 1_000;
  }
  return drafts;
}

test('bug: a shop that moves desks loses what was decided about its lessons, or its drafts are others', () =>
  withFolder(async (folder) => {
    const { desk, items } = await taughtDesk();
    const { storeId } = desk;
    const [one, two] = [path.join(folder, 'one'), path.join(folder, 'two')];
    await exportCorpus(portableDesk(desk.db).deps, one);
    const { desk: second, port, preview, taken } = await takenBy(one, storeId);
    expect(preview.counts.confirmation.added).toBe(1);
    expect(preview.counts.decision.added).toBe(5);
    expect(preview.counts.rules.added).toBe(1);
    const seen = await seenIn(desk, storeId);
    expect(seen.queue).toMatchObject([{ id: items.waiting.id, people: 2, replies: 2, type: 'policy' }]);
    expect(await seenIn(second, storeId)).toEqual(seen);
    second.time.now = desk.time.now;
    const drafts = JSON.stringify(await draftsOf(desk));
    expect(drafts).toContain('nine days');
    expect(JSON.stringify(await draftsOf(second))).toBe(drafts);

    // Who decided is a role there: names of people stay behind.
    const [decision] = second.db.lessons.decisions({ storeId, itemId: items.aside.id, offset: 0, limit: 1 }).items;
    expect(decision).toMatchObject({ who: '', profileId: null, role: 'owner', why: 'For schools alone' });
    expect(LessonDecision.parse(decision)).toEqual(decision);
    expect(second.db.lessons.rules(storeId)).toMatchObject({ version: 1, who: '', role: 'owner' });

    // Taken again, and taken back where it came from, it changes nothing.
    expect(taken.owners).toBeGreaterThan(0);
    expect(await takeCorpus(port, await inspectCorpus(port, one))).toEqual({ owners: 0, versions: 0 });
    await exportCorpus(portableDesk(second.db).deps, two);
    const home = { ...portableDesk(desk.db).deps, ...desk.deps };
    // The other desk's own store is all that is new.
    expect(await takeCorpus(home, await inspectCorpus(home, two))).toEqual({ owners: 1, versions: 1 });
    expect(await seenIn(desk, storeId)).toEqual(seen);
    const third = portableDesk();
    await takeCorpus(third.deps, await inspectCorpus(third.deps, two));
    await exportCorpus(third.deps, path.join(folder, 'three'));
    expect(unsignedBytesOf(path.join(folder, 'three'))).toEqual(unsignedBytesOf(two));
  }));

const heardBy = ({ db, time }: CoreDesk, storeId: string, itemId: string, profileId: string): number =>
  db.passages.answering([itemId], { storeId, profileId, about: null, channel: null, at: time.now }).size;

test('bug: a waiting lesson of another desk counts at once for whoever bears the name it gives', () =>
  withFolder(async (folder) => {
    const { desk, ben, cleo, items } = await taughtDesk();
    const { storeId } = desk;
    await exportCorpus(portableDesk(desk.db).deps, path.join(folder, 'one'));
    const { desk: second } = await takenBy(path.join(folder, 'one'), storeId);
    // The worst case: people of that desk bear the very ids.
    for (const id of [ben, cleo])
      second.db.profiles.add({ id, name: 'Somebody else', role: 'agent', state: 'active', createdAt: 1 });
    const item = second.db.learned.get(items.waiting.id);
    expect(item).toMatchObject({ isForeign: true, authorId: ben, confirmedBy: [], reach: 'author' });
    expect([ben, cleo].map((who) => heardBy(second, storeId, item.id, who))).toEqual([0, 0]);
    expect([ben, cleo].flatMap((who) => second.db.lessons.waitingFor(who, storeId))).toEqual([]);
    expect(second.db.lessons.taughtBy(ben, 0, null)).toEqual([]);
    const reaching = { profileId: ben };
    const own = second.db.learned.list({ storeId, state: 'active', reaching, offset: 0, limit: 9 }).items;
    expect(own.map(({ id }) => id)).toEqual([items.shared.id]);
    const { items: queue } = await lessonQueue(second.deps, lessonMemory(), { storeId, offset: 0, limit: 9 });
    expect(queue[0]?.author).toEqual({ profileId: ben, name: '', isElsewhere: true });
    expect(queue[0]?.sources.map(({ person }) => person?.isElsewhere)).toEqual([true, true]);

    // Who sends the same here bears it out, and then it counts for them.
    const again = await taught(second, ben, museum);
    expect([again.id, again.confirmedBy]).toEqual([item.id, [ben]]);
    expect([ben, cleo].map((who) => heardBy(second, storeId, item.id, who))).toEqual([1, 0]);
    const [confirmation] = second.db.lessons.confirmations(item.id);
    unlearn(second.deps, { outcomeId: confirmation?.outcomeId ?? '' });
    expect(second.db.lessons.standingOf(item.id)).toBe('waiting');
    expect(heardBy(second, storeId, item.id, ben)).toBe(0);
  }));

test('bug: a lead cannot decide about what came, or undo what was decided at the other desk', () =>
  withFolder(async (folder) => {
    const { desk, items } = await taughtDesk();
    const { storeId } = desk;
    await exportCorpus(portableDesk(desk.db).deps, path.join(folder, 'one'));
    const { desk: second } = await takenBy(path.join(folder, 'one'), storeId);
    const madeOf = (itemId: string) =>
      second.db.lessons.decisions({ storeId, itemId, offset: 0, limit: 1 }).items[0]?.id ?? '';
    await undoDecision(second.deps, madeOf(items.rejected.id));
    expect(second.db.lessons.standingOf(items.rejected.id)).toBe('waiting');
    await undoDecision(second.deps, madeOf(items.shared.id));
    expect(second.db.lessons.standingOf(items.shared.id)).toBe('waiting');
    expect(heardBy(second, storeId, items.shared.id, newId())).toBe(0);
    await approveLesson(second.deps, { itemId: items.waiting.id });
    expect(heardBy(second, storeId, items.waiting.id, newId())).toBe(1);

    // Both desks may undo one decision, and set rules of one number.
    present(desk, desk.ada);
    await undoDecision(desk.deps, madeOf(items.aside.id));
    await undoDecision(second.deps, madeOf(items.aside.id));
    for (const [of, count] of [
      [desk, 4],
      [second, 5],
    ] as ReadonlyArray<readonly [LessonDesk | CoreDesk, number]>)
      saveLessonRules(of.deps, contradictionMemory(), {
        storeId,
        fromVersion: 1,
        rules: [{ topics: [], agentIds: [], replies: count, trustedIds: [] }],
      });
    await exportCorpus(portableDesk(desk.db).deps, path.join(folder, 'later'));
    const port = { ...portableDesk(second.db).deps, ...second.deps };
    await takeCorpus(port, await inspectCorpus(port, path.join(folder, 'later')));
    expect(second.db.lessons.rules(storeId).version).toBe(2);
    const { items: made } = second.db.lessons.decisions({ storeId, itemId: items.aside.id, offset: 0, limit: 9 });
    expect(made.filter(({ act }) => act === 'undo')).toHaveLength(2);
  }));

test('bug: an own export taken back makes one’s own lessons another desk’s', () =>
  withFolder(async (folder) => {
    const key = path.join(folder, 'key.pem');
    const { desk, ben, items } = await taughtDesk();
    await exportCorpus(portableDesk(desk.db, key).deps, path.join(folder, 'one'));
    const port = { ...portableDesk(desk.db, key).deps, ...desk.deps };
    await takeCorpus(port, await inspectCorpus(port, path.join(folder, 'one')));
    expect(desk.db.learned.get(items.waiting.id)).toMatchObject({ isForeign: false, authorId: ben });
  }));

test('bug: what stands around lessons is taken though no desk would write it', async () => {
  const sound = await soundExport();
  const nowhere = '0195c0de-0000-7000-8000-ffffffffffff';
  const replaced = (from: string | RegExp, to: string) => (lines: string[]) =>
    lines.map((line) => line.replace(from, to));
  const files = ['confirmations.jsonl', 'decisions.jsonl', 'rules.jsonl'] as const;
  expect(files.filter((file) => !sound.files.includes(file))).toEqual([]);
  const [confirmations, decisions, rules] = files;
  const cases: ReadonlyArray<readonly [string, (lines: string[]) => string[], string]> = [
    [confirmations, replaced(/"itemId":"[^"]*"/, `"itemId":"${nowhere}"`), 'reference'],
    [confirmations, replaced(/"versionId":"[^"]*"/, `"versionId":"${nowhere}"`), 'reference'],
    [confirmations, (lines) => [...lines, '{"type":"confirmation"}'], 'content'],
    [confirmations, (lines) => lines.slice(1), 'reference'],
    [decisions, replaced('"act":"reject"', '"act":"burn"'), 'content'],
    [decisions, replaced('"after":"rejected"', '"after":"gone"'), 'content'],
    [decisions, replaced(/"role":(?:null|"owner")/, '"role":"Ada"'), 'content'],
    [decisions, replaced(/"versionAfter":"[^"]*"/, `"versionAfter":"${nowhere}"`), 'reference'],
    [decisions, replaced(/"undoesId":null/, `"undoesId":"${nowhere}"`), 'reference'],
    [decisions, replaced(/"items":\[(.*?)\]/, '"items":[$1,$1]'), 'content'],
    [decisions, (lines) => lines.toReversed(), 'content'],
    [rules, replaced('"replies":2', '"replies":1'), 'content'],
    [rules, replaced(/"storeId":"[^"]*"/, `"storeId":"${nowhere}"`), 'reference'],
    [rules, replaced(/"number":\d/, '"number":0'), 'content'],
  ];
  for (const [i, [file, change, why]] of cases.entries()) {
    const [code, named, reason] = await refusalOf(sound, forged(file, change));
    const places = i === 3 ? [confirmations, decisions] : [file];
    expect([i, code, places.includes(String(named) as never), reason]).toEqual([i, 'corpus_refused', true, why]);
  }
  sound.end();
}, 60_000);

test('bug: an export of the second form is refused, or brings what that form does not know', async () => {
  const sound = await soundExport();
  const asSecond = (keeps: boolean) => (folder: string) => {
    const isLater = (name: string): boolean => /^(?:confirmations|rules|decisions)\.jsonl$/.test(name);
    const { files } = readManifest(textOf(folder, 'manifest.json'));
    if (!keeps) for (const { path: name } of files) if (isLater(name)) rmSync(path.join(folder, name));
    const left = files.filter((file) => keeps || !isLater(file.path));
    signAgain(folder, manifestText(left, 2));
  };
  expect(await refusalOf(sound, asSecond(true))).toEqual(['corpus_refused', 'manifest.json', 'content']);
  const folder = path.join(sound.root, 'second');
  cpSync(sound.whole, folder, { recursive: true });
  asSecond(false)(folder);
  const desk = portableDesk();
  const preview = await inspectCorpus(desk.deps, folder);
  expect([preview.counts.decision.added, preview.counts.learned.added > 0]).toEqual([0, true]);
  const { owners } = await takeCorpus(desk.deps, preview);
  expect(owners).toBeGreaterThan(0);
  sound.end();
});
