import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Database } from '#core/ports/repositories/index.ts';
import { addShop, addStore, errorFrom, inFolder, newId, openDesk, plainLesson } from './desk.ts';

class Stop extends Error {}

/** Runs the work in a transaction that is undone. */
function undone(db: Database, work: () => void): void {
  expect(() =>
    db.transaction(() => {
      work();
      throw new Stop();
    }),
  ).toThrow(Stop);
}

test('bug: a call within a call commits by itself', () => {
  const db = openDesk();
  undone(db, () => {
    db.transaction(() => addStore(db));
    expect(db.stores.list()).toHaveLength(1);
  });
  expect(db.stores.list()).toEqual([]);
  db.close();
});

test('bug: an inner part that fails and is caught leaves half of itself in the outer one', () => {
  const db = openDesk();
  db.transaction(() => {
    addStore(db);
    undone(db, () => addStore(db));
  });
  expect(db.stores.list()).toHaveLength(1);
  db.close();
});

test('bug: a transaction around a promise commits before the work is done', () => {
  const db = openDesk();
  const work = (): Promise<void> => {
    addStore(db);
    return Promise.resolve();
  };
  expect(errorFrom(() => db.transaction(work)).code).toBe('internal');
  expect(db.stores.list()).toEqual([]);
  db.close();
});

test('bug: the desk hangs or corrupts where a second process writes to it', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    const [first, second] = [openDesk(path), openDesk(path)];
    first.transaction(() => {
      addStore(first);
      expect(errorFrom(() => addStore(second)).code).toBe('database_busy');
      expect(second.stores.list()).toEqual([]);
    });
    addStore(second);
    expect(first.stores.list()).toHaveLength(2);
    first.close();
    second.close();
  });
});

test('bug: a reference that is still missing at the end of a transaction is kept', () => {
  const db = openDesk();
  const { storeId } = addShop(db);
  const item = {
    id: newId(),
    storeId,
    versionId: newId(),
    version: 1,
    state: 'active',
    kind: 'corrects',
    question: 'q',
    answer: 'a',
    language: 'en',
    topic: null,
    ...plainLesson,
    correctsEntryId: newId(),
    before: '',
    outcomeId: newId(),
    conversationId: newId(),
    createdAt: 1,
    updatedAt: 1,
  } as const;
  const added = (): void =>
    db.transaction(() => {
      db.corpus.deferReferences();
      db.learned.add(item);
    });
  expect(errorFrom(added).code).toBe('database_failed');
  expect(db.learned.list({ storeId, state: 'active', offset: 0, limit: 9 }).total).toBe(0);
  // The connection is free again.
  expect(addStore(db)).not.toBe('');
  db.close();
});
