import { createHash } from 'node:crypto';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Database } from '#core/ports/repositories/index.ts';
import { ModelSettings } from '#shared/model/language-model.ts';
import type { LedgerLine } from '#shared/model/ledger.ts';
import { plainWriting } from '#shared/model/writing.ts';
import { addStore, errorFrom, inFolder, newId, openDesk } from './desk.ts';

const settings = ModelSettings.parse({ kind: 'ollama', model: 'small' });

function addModel(db: Database): string {
  const id = newId();
  db.languageModels.add({ id, name: 'Small', settings, createdAt: 1 });
  return id;
}

function note(db: Database, over: Partial<LedgerLine> = {}, text = 'Hello'): string {
  const id = newId();
  const line: Omit<LedgerLine, 'size' | 'digest'> = {
    id,
    storeId: null,
    conversationId: null,
    task: 'draft',
    modelId: newId(),
    modelName: 'Small',
    host: 'models.example',
    isLocal: false,
    masked: { name: 1 },
    state: 'leaving',
    problem: null,
    inputTokens: null,
    outputTokens: null,
    cost: null,
    currency: null,
    createdAt: 5,
    endedAt: null,
    ...over,
  };
  db.ledger.append(line, new TextEncoder().encode(text));
  return id;
}

const everything = { storeId: null, isLocal: null, before: null, limit: 100 };

test('bug: a store about which nobody has decided lets something leave', () => {
  const db = openDesk();
  const storeId = addStore(db);
  expect(db.storeWriting.get(storeId)).toEqual(plainWriting);
  expect(db.storeWriting.get(storeId).isLocalOnly).toBe(true);
});

test('bug: it is not known any more who let words leave, and when', () => {
  const db = openDesk();
  const storeId = addStore(db);
  const open = { ...plainWriting, isLocalOnly: false };
  db.storeWriting.append(storeId, { id: newId(), writing: open, who: 'Ada', at: 10 });
  db.storeWriting.append(storeId, { id: newId(), writing: plainWriting, who: 'Kei', at: 20 });
  expect(db.storeWriting.get(storeId)).toEqual(plainWriting);
  expect(db.storeWriting.changes(storeId).map(({ who, at, writing }) => [who, at, writing.isLocalOnly])).toEqual([
    ['Kei', 20, true],
    ['Ada', 10, false],
  ]);
});

test('bug: a line of the ledger is not what left', () => {
  const db = openDesk();
  const id = note(db, {}, 'Où est ma commande ?');
  const [line] = db.ledger.list(everything);
  const bytes = Buffer.from('Où est ma commande ?');
  expect(line).toMatchObject({ id, size: bytes.byteLength, state: 'leaving' });
  expect(line?.digest).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(Buffer.from(db.ledger.body(id) ?? [])).toEqual(bytes);
});

test('bug: a line of the ledger can be changed or taken out', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    const db = openDesk(path);
    note(db);
    const storeId = addStore(db);
    db.storeWriting.append(storeId, { id: newId(), writing: plainWriting, who: 'Ada', at: 10 });
    db.close();
    const raw = new BetterSqlite(path);
    for (const sql of [
      'DELETE FROM ledger_line',
      "UPDATE ledger_line SET host = 'nowhere.example'",
      "UPDATE ledger_line SET body = x'00'",
      'DELETE FROM store_writing',
      "UPDATE store_writing SET who = 'nobody'",
    ])
      expect(() => raw.prepare(sql).run(), sql).toThrow(/append-only|only its end|not changed/);
    raw.close();
  });
});

test('bug: bytes that are no longer kept take their line along', () => {
  const db = openDesk();
  const old = note(db, { createdAt: 5 });
  const young = note(db, { createdAt: 50 });
  db.ledger.forgetBodies(10);
  expect(db.ledger.body(old)).toBeNull();
  expect(db.ledger.body(young)).not.toBeNull();
  expect(db.ledger.list(everything).map(({ id, size }) => [id, size])).toEqual([
    [young, 5],
    [old, 5],
  ]);
});

test('bug: two pages of the ledger repeat or lose lines of the same moment', () => {
  const db = openDesk();
  const ids = Array.from({ length: 7 }, () => note(db, { createdAt: 5 }));
  const seen: string[] = [];
  for (let before: LedgerLine | null = null; ;) {
    const page: readonly LedgerLine[] = db.ledger.list({ ...everything, before, limit: 3 });
    seen.push(...page.map(({ id }) => id));
    before = page.at(-1) ?? null;
    if (page.length < 3) break;
  }
  expect(seen.toSorted()).toEqual(ids.toSorted());
});

test('bug: what models cost counts what failed as answered, or mixes currencies', () => {
  const db = openDesk();
  const modelId = addModel(db);
  const end = { problem: null, inputTokens: 100, outputTokens: 10, cost: 0.5, endedAt: 9 };
  for (const currency of ['USD', 'USD', 'EUR'])
    db.ledger.end(note(db, { modelId }), { ...end, state: 'answered', currency });
  db.ledger.end(note(db, { modelId }), {
    ...end,
    state: 'failed',
    inputTokens: null,
    outputTokens: null,
    cost: null,
    currency: 'USD',
  });
  const uses = db.ledger.uses({ storeId: null, from: 0, to: 100 });
  expect(uses.map(({ currency, calls, failed, cost }) => [currency, calls, failed, cost])).toEqual([
    ['USD', 3, 1, 1],
    ['EUR', 1, 0, 0.5],
  ]);
});

test('bug: a model that was removed is asked, or keeps its key', () => {
  const db = openDesk();
  const id = addModel(db);
  db.languageModels.setSealedSecret(id, new Uint8Array([1, 2]));
  db.languageModels.remove(id, 5);
  expect(db.languageModels.find(id)).toBeNull();
  expect(db.languageModels.list()).toEqual([]);
  expect(errorFrom(() => db.languageModels.sealedSecret(id)).code).toBe('not_found');
});
