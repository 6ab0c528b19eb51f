import path from 'node:path';
import { expect, test } from 'vitest';
import { exportCorpus } from '#core/portable/export-corpus.ts';
import { indexTaken } from '#core/portable/index-taken.ts';
import { inspectCorpus } from '#core/portable/inspect-corpus.ts';
import { takeCorpus } from '#core/portable/take-corpus.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import { type KnowledgeEntry, unlimited, writtenHere } from '#shared/model/knowledge.ts';
import {
  addConversation,
  addDraft,
  addEntry,
  addMessage,
  addShop,
  addStore,
  newId,
} from '#test/adapters/sqlite/desk.ts';
import { type PortableDesk, portableDesk, withFolder } from '#test/support/portable-desk.ts';

function reworded(db: Database, entryId: string, answer: string): KnowledgeEntry {
  const { kind, question, language, topic, scope } = db.knowledge.get(entryId);
  const content = { kind, question, answer, topic, scope, language, ...unlimited };
  const change = { who: 'Ada', why: '' };
  return db.knowledge.append({
    entryId,
    versionId: newId(),
    state: 'active',
    content,
    source: writtenHere,
    change,
    at: 9,
  });
}

/** Two desks that know the same four entries of one store. */
async function twins(folder: string) {
  const first = portableDesk();
  const storeId = addStore(first.db);
  const ids = ['same', 'changed', 'newer here', 'both'].map((question) => addEntry(first.db, storeId, { question }).id);
  const second = portableDesk();
  await carried(first, second, path.join(folder, 'start'));
  return { first, second, storeId, ids };
}

async function carried(from: PortableDesk, to: PortableDesk, folder: string) {
  await exportCorpus(from.deps, folder);
  const preview = await inspectCorpus(to.deps, folder);
  return { preview, taken: await takeCorpus(to.deps, preview) };
}

test('bug: what changed on one side or on both is told wrongly, or the older wording answers', () =>
  withFolder(async (folder) => {
    const { first, second, ids } = await twins(folder);
    const [, changed = '', newerHere = '', both = ''] = ids;
    reworded(first.db, changed, 'Theirs.');
    reworded(second.db, newerHere, 'Ours.');
    reworded(second.db, both, 'Ours, once.');
    reworded(first.db, both, 'Theirs, once.');
    reworded(first.db, both, 'Theirs, twice.');
    const { preview, taken } = await carried(first, second, path.join(folder, 'next'));
    expect(preview.counts.entry).toEqual({ added: 0, changed: 1, same: 1, newerHere: 1, diverged: 1 });
    expect(preview.diverged).toEqual([{ kind: 'entry', id: both, title: 'both', wins: 'theirs' }]);
    expect(taken).toEqual({ owners: 0, versions: 3 });
    const answers = ids.map((id) => second.db.knowledge.get(id).answer);
    expect(answers).toEqual(['Two days.', 'Theirs.', 'Ours.', 'Theirs, twice.']);
    expect(second.db.knowledge.history(both)).toHaveLength(4);
    // The index says what the newest version says.
    const scope = { storeId: second.db.stores.list()[0]?.id ?? '', about: null, channel: null, at: 1 };
    const hits = second.db.passages.searchTerms(['twice'], scope, 5);
    expect(hits.map((hit) => hit.versionId)).toEqual([second.db.knowledge.get(both).versionId]);
    expect(second.db.passages.searchTerms(['once'], scope, 5)).toEqual([]);

    // And back: both desks are the same in the end.
    await carried(second, first, path.join(folder, 'back'));
    expect(ids.map((id) => first.db.knowledge.get(id).answer)).toEqual(answers);
    expect((await inspectCorpus(first.deps, path.join(folder, 'back'))).versions).toBe(0);
  }));

test('bug: the same id with another content is taken, or half of what came before it', () =>
  withFolder(async (folder) => {
    const { first, second, storeId, ids } = await twins(folder);
    const id = newId();
    for (const [db, answer] of [
      [first.db, 'One.'],
      [second.db, 'Another.'],
    ] as const) {
      const known = db.corpus.find('entryVersion', db.knowledge.get(ids[3] ?? '').versionId);
      if (known !== null) db.corpus.addVersion({ ...known, id, number: 2, answer });
    }
    addEntry(first.db, storeId, { question: 'new' });
    const before = second.db.passages.count(null).passages;
    const refusal = { code: 'corpus_refused', detail: { file: `knowledge/store-${storeId}.jsonl`, why: 'conflict' } };
    await expect(carried(first, second, path.join(folder, 'next'))).rejects.toMatchObject(refusal);
    expect(second.db.passages.count(null).passages).toBe(before);
    expect(second.db.knowledge.list({ storeId, state: 'active', offset: 0, limit: 9 }).total).toBe(4);
  }));

test('bug: a store of the same name is merged with another, or nobody is told', () =>
  withFolder(async (folder) => {
    const first = portableDesk();
    const storeId = addStore(first.db);
    const second = portableDesk();
    addStore(second.db);
    const { preview } = await carried(first, second, path.join(folder, 'one'));
    expect(preview.stores).toEqual([{ id: storeId, name: 'North', standing: 'added', isNamesake: true }]);
    expect(second.db.stores.list()).toHaveLength(2);
  }));

test('bug: an open draft goes on saying what an import has changed', () =>
  withFolder(async (folder) => {
    const { first, second, ids } = await twins(folder);
    const [, changed = ''] = ids;
    const shop = addShop(second.db);
    const message = addMessage(second.db, addConversation(second.db, shop));
    const { answer, versionId } = second.db.knowledge.get(changed);
    const evidence = {
      kind: 'knowledge' as const,
      id: changed,
      versionId,
      question: '',
      answer,
      topic: null,
      language: 'en' as const,
      confidence: 1,
      overlap: 1,
      correctsEntryId: null,
      cosine: 1,
    };
    const asks = [{ text: '?', context: '?', evidence: 0, silence: null, confidence: 0.9 }];
    const draft = addDraft(second.db, message, { asks, evidence: [evidence] });
    reworded(first.db, changed, 'Theirs.');
    await carried(first, second, path.join(folder, 'next'));
    expect(second.db.drafts.get(draft.id).state).toBe('stale');
    expect(second.events).toContain('knowledge.changed');
  }));

test('bug: a folder that changed after it was looked at is taken', () =>
  withFolder(async (folder) => {
    const { first, second } = await twins(folder);
    await exportCorpus(first.deps, path.join(folder, 'one'));
    const preview = await inspectCorpus(second.deps, path.join(folder, 'one'));
    const other = { folder: path.join(folder, 'start'), digest: `${preview.digest.slice(0, -1)}x` };
    await expect(takeCorpus(second.deps, other)).rejects.toMatchObject({ code: 'conflict' });
  }));

test('bug: what an import brought is never found where the program ended before it was indexed', () =>
  withFolder(async (folder) => {
    const first = portableDesk();
    const storeId = addStore(first.db);
    const ids = Array.from({ length: 450 }, (_, i) => addEntry(first.db, storeId, { question: `Number ${i}` }).id);
    await exportCorpus(first.deps, path.join(folder, 'one'));
    const second = portableDesk();
    const preview = await inspectCorpus(second.deps, path.join(folder, 'one'));
    let turns = 0;
    const dying = {
      ...second.deps,
      passTurn: () =>
        second.db.stores.list().length > 0 && ++turns > 1 ? Promise.reject(new Error('Cut')) : Promise.resolve(),
    };
    await expect(takeCorpus(dying, preview)).rejects.toThrow('Cut');
    expect(second.db.passages.count(null).passages).toBe(400);
    // Meanwhile one is put out of use, and another is reworded.
    const retired = second.db.knowledge.get(ids[440] ?? '');
    const version = second.db.corpus.find('entryVersion', retired.versionId);
    if (version !== null) second.db.corpus.addVersion({ ...version, id: newId(), number: 2, state: 'retired' });
    expect(await indexTaken(second.deps)).toBe(true);
    expect(second.db.passages.count(null).passages).toBe(449);
    expect(await indexTaken(second.deps)).toBe(false);
  }));
