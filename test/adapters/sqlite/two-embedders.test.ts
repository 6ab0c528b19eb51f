import { expect, test } from 'vitest';
import type { Passage, SearchScope, VectorCursor } from '#core/ports/passage-index.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import { addStore, newId, openDesk } from './desk.ts';

const [former, later] = ['small@1', 'large@1'];

function passageOf(question: string, answer: string): Passage {
  const open = {
    storeId: null,
    setId: null,
    profileIds: null,
    supersedesId: null,
    scope: [],
    channels: [],
    validFrom: null,
    validUntil: null,
  };
  const nothing = { matter: null, overlaysId: null, correctsId: null, heading: '' };
  return {
    kind: 'knowledge',
    ownerId: newId(),
    versionId: newId(),
    language: 'en',
    ...open,
    ...nothing,
    question,
    answer,
  };
}

/** Embeds all that waits: the former embedder gives vectors of 3 numbers, the later one of 5. */
function embed(db: Database, embedderId: string): void {
  const size = embedderId === former ? 3 : 5;
  const waiting = db.passages.unembedded(embedderId, 1_000);
  db.passages.putVectors(
    embedderId,
    waiting.map(({ hash, text }) => ({
      hash,
      vector: Float32Array.from({ length: size }, (_, i) => Math.cos(text.charCodeAt(1) + i)),
    })),
  );
}

function found(db: Database, embedderId: string, scope: SearchScope): number {
  const vector = new Float32Array(embedderId === former ? 3 : 5).fill(1);
  return db.passages.searchVector(embedderId, vector, scope, 100).length;
}

function dropAllBut(db: Database, embedderId: string): void {
  for (let cursor: VectorCursor | null = null; ;) {
    cursor = db.passages.dropOtherVectors(embedderId, cursor, 3);
    if (cursor === null) return;
  }
}

test('bug: dropping a former model’s vectors takes some of the present one’s, leaves some, or is still searched', () => {
  const db = openDesk();
  const scope = { storeId: addStore(db), about: null, channel: null, at: 1_000 };
  for (let i = 0; i < 20; i++) db.passages.put(passageOf(`q${i} asks`, `a${i} answers`));
  embed(db, former);
  embed(db, later);
  expect([found(db, former, scope), found(db, later, scope)]).toEqual([20, 20]);
  dropAllBut(db, later);
  expect([found(db, former, scope), found(db, later, scope)]).toEqual([0, 20]);
  expect(db.passages.count(later).toEmbed).toBe(0);
  expect(db.passages.count(former).toEmbed).toBe(40);
  expect(db.passages.unembedded(former, 100)).toHaveLength(40);
  embed(db, former);
  expect(found(db, former, scope)).toBe(20);
  db.close();
});

test('bug: what is asked in one entry and answered in another shares a vector, whichever was read first', () => {
  const db = openDesk();
  addStore(db);
  db.passages.put(passageOf('Ask our service', 'Call them.'));
  db.passages.put(passageOf('', 'Ask our service'));
  const same = db.passages.unembedded(former, 10).filter(({ text }) => text === 'Ask our service');
  expect(same.map(({ role }) => role)).toEqual(['question', 'answer']);
  expect(new Set(same.map(({ hash }) => hash)).size).toBe(2);
  embed(db, former);
  expect(db.passages.count(former).toEmbed).toBe(0);
  db.close();
});

test('bug: vectors that come in for one model outdate what is in memory of the other', () => {
  const db = openDesk();
  const scope = { storeId: addStore(db), about: null, channel: null, at: 1_000 };
  db.passages.put(passageOf('q1 asks', 'a1 answers'));
  embed(db, former);
  expect(found(db, former, scope)).toBe(1);
  embed(db, later);
  db.passages.put(passageOf('q2 asks', 'a2 answers'));
  embed(db, later);
  expect(found(db, former, scope)).toBe(1);
  expect(found(db, later, scope)).toBe(2);
  embed(db, former);
  expect(found(db, former, scope)).toBe(2);
  db.close();
});
