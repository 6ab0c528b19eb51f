import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { unlimited, writtenHere } from '#shared/model/knowledge.ts';
import { Outcome } from '#shared/model/outcome.ts';
import {
  addDraft,
  addConversation,
  addEntry,
  addMessage,
  addOutboxItem,
  addShop,
  anOutcome,
  errorFrom,
  inFolder,
  newId,
  openDesk,
  storeSettings,
  plainLesson,
} from './desk.ts';

test('bug: what may only be appended is overwritten or deleted', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    const db = openDesk(path);
    const shop = addShop(db);
    const conversation = addConversation(db, shop);
    addDraft(db, addMessage(db, conversation));
    addOutboxItem(db, conversation);
    const outcome = anOutcome(shop.storeId);
    db.outcomes.append(outcome);
    const { id: entryId } = addEntry(db, shop.storeId);
    db.learned.add({
      id: newId(),
      storeId: shop.storeId,
      versionId: newId(),
      version: 1,
      state: 'active',
      kind: 'corrects',
      question: 'q',
      answer: 'a',
      language: 'en',
      topic: null,
      correctsEntryId: entryId,
      ...plainLesson,
      before: '',
      outcomeId: outcome.id,
      conversationId: conversation.id,
      createdAt: 1,
      updatedAt: 1,
    });
    db.audit.append({
      id: newId(),
      profileId: null,
      request: 'knowledge.save',
      area: 'knowledge',
      act: 'added',
      storeId: shop.storeId,
      subjects: [entryId],
      facts: {},
      createdAt: 1,
    });
    db.close();
    const raw = new BetterSqlite(path);
    raw.pragma('recursive_triggers = ON');
    for (const table of ['store_version', 'knowledge_version', 'learned_version', 'outcome', 'audit_line']) {
      expect(() => raw.exec(`UPDATE ${table} SET created_at = 0`), table).toThrow('append-only');
      expect(() => raw.exec(`DELETE FROM ${table}`), table).toThrow('append-only');
      expect(() => raw.exec(`REPLACE INTO ${table} SELECT * FROM ${table}`), table).toThrow('append-only');
    }
    expect(() => raw.exec(`UPDATE draft SET text = ''`)).toThrow('only the state');
    expect(() => raw.exec(`UPDATE outbox_item SET remote_id = ''`)).toThrow('only its progress');
    raw.close();
  });
});

test('bug: a version that another desk wrote earlier, arriving late, hides the newest', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    const db = openDesk(path);
    const { storeId } = addShop(db);
    const renamed = db.stores.appendSettings(storeId, {
      id: newId(),
      settings: { ...storeSettings, name: 'New' },
      at: 2,
    });
    expect(renamed).toMatchObject({ version: 2, settings: { name: 'New' }, createdAt: 1 });
    const raw = new BetterSqlite(path);
    raw
      .prepare(
        'INSERT INTO store_version (id, store_id, number, origin_desk, settings, created_at) VALUES (?, ?, 1, ?, ?, 9)',
      )
      .run(newId(), storeId, newId(), JSON.stringify({ ...storeSettings, name: 'Late' }));
    raw.close();
    expect(db.stores.get(storeId).settings.name).toBe('New');
    db.close();
  });
});

test('bug: an entry shows an old version, or its history lost one', () => {
  const db = openDesk();
  const { storeId } = addShop(db);
  const { id: entryId } = addEntry(db, storeId, { question: 'Ｈow  LONG?' });
  const { content, source } = {
    content: { kind: 'pair', question: 'Where?', answer: 'There.', topic: 't', language: 'en', ...unlimited } as const,
    source: { ...writtenHere, origin: 'import', file: 'f.csv', row: 3, page: 2, headings: ['Returns'] } as const,
  };
  const next = db.knowledge.append({
    entryId,
    versionId: newId(),
    state: 'retired',
    content: { ...content, scope: ['a'] },
    source: { ...source, headings: [...source.headings] },
    change: { who: 'Ada', why: 'It moved.' },
    at: 5,
  });

  expect(next).toMatchObject({
    version: 2,
    state: 'retired',
    question: 'Where?',
    scope: ['a'],
    createdAt: 1,
    updatedAt: 5,
    source,
  });
  expect(db.knowledge.get(entryId)).toEqual(next);
  expect(db.knowledge.history(entryId).map((one) => [one.version, one.state])).toEqual([
    [2, 'retired'],
    [1, 'active'],
  ]);
  expect(db.knowledge.list({ storeId, state: 'active', offset: 0, limit: 9 }).total).toBe(0);
  expect(db.knowledge.countActive(storeId)).toBe(0);
  expect(db.knowledge.findByQuestion(storeId, 'how long?')).toEqual([]);
  expect(
    errorFrom(() =>
      db.knowledge.append({ ...next, entryId: newId(), versionId: newId(), content: { ...content, scope: [] }, at: 1 }),
    ).code,
  ).toBe('not_found');
  db.close();
});

test("bug: an entry is not found by its question written otherwise, or another store's is", () => {
  const db = openDesk();
  const { storeId } = addShop(db);
  const other = addShop(db).storeId;
  const own = addEntry(db, storeId, { question: 'How  long\ndoes ＩＴ take?', answer: '100% sure_ly', topic: 'time' });
  const base = addEntry(db, null, { question: 'how long does it take?' });
  addEntry(db, other, { question: 'how long does it take?' });

  expect(db.knowledge.findByQuestion(storeId, ' HOW long does it take? ').map((one) => one.id)).toEqual([
    own.id,
    base.id,
  ]);
  expect(db.knowledge.topicOfAnswer(storeId, '100% sure_ly')).toBe('time');
  expect(db.knowledge.topicOfAnswer(other, '100% sure_ly')).toBeNull();
  const search = (text: string): number =>
    db.knowledge.list({ storeId, state: 'active', text, offset: 0, limit: 9 }).total;
  expect([search('ＬＯＮＧ'), search('0% SURE_'), search('%sure%'), search('')]).toEqual([2, 1, 0, 2]);
  expect(db.knowledge.countActive(other)).toBe(2);
  db.close();
});

test('bug: an outcome the model knows is refused by the table, or lies outside a span that holds it', () => {
  const db = openDesk();
  const { storeId } = addShop(db);
  const { act, reason } = Outcome.shape;
  for (const one of act.options) db.outcomes.append(anOutcome(storeId, { act: one, createdAt: 1_700_000_000_000 }));
  for (const one of reason.unwrap().options)
    db.outcomes.append(anOutcome(storeId, { act: 'discarded', reason: one, createdAt: 1_700_000_000_001 }));

  const span = { storeId, from: 1_700_000_000_000, to: 1_700_000_000_001 };
  const all = db.outcomes.list(span, Number.MAX_SAFE_INTEGER);
  expect(all).toHaveLength(act.options.length + reason.unwrap().options.length);
  expect(all[0]?.createdAt).toBe(1_700_000_000_001);
  expect(db.outcomes.list({ ...span, to: span.from }, 99)).toHaveLength(act.options.length);
  expect(db.outcomes.list({ ...span, act: 'withdrawn' }, 99)).toHaveLength(1);
  expect(errorFrom(() => db.outcomes.append(all[0] ?? anOutcome(storeId))).code).toBe('conflict');
  db.close();
});
