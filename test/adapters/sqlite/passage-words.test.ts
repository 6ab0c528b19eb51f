import { expect, test } from 'vitest';
import type { Database } from '#core/ports/repositories/index.ts';
import { correctedQuestion } from '#core/retrieval/spelling.ts';
import { openDatabase } from '#adapters/sqlite/open-database.ts';
import { aPassage } from './a-passage.ts';
import { newId } from './desk.ts';

const common = ['the', 'where', 'is', 'my', 'a'];

function withWords(work: (db: Database) => void): void {
  const db = openDatabase({ path: ':memory:', now: () => 1_000, newId, commonWords: () => common });
  work(db);
  db.close();
}

function put(db: Database, ownerId: string, question: string, kind: 'knowledge' | 'learned' = 'knowledge'): void {
  db.passages.put(aPassage({ kind, ownerId, question, answer: '' }));
}

const read = (db: Database, text: string): string => correctedQuestion(db.words.vocabulary(), text);

test('bug: a word of a new entry is not known until the desk starts again', () => {
  withWords((db) => {
    expect(read(db, 'where is my kettel')).toBe('where is my kettel');
    put(db, newId(), 'The kettle, and another kettle');
    expect(read(db, 'where is my kettel')).toBe('where is my kettle');
  });
});

test('bug: a slip that a customer made is learned as a word', () => {
  withWords((db) => {
    put(db, newId(), 'The kettle, and another kettle');
    put(db, newId(), 'kettel kettel', 'learned');
    expect(read(db, 'where is my kettel')).toBe('where is my kettle');
  });
});

test('bug: words of what was edited away pile up for ever', () => {
  withWords((db) => {
    const ownerId = newId();
    put(db, ownerId, 'The samovar');
    expect(db.words.vocabulary().countOf('samovar')).toBe(1);
    for (let i = 0; i < 2_100; i++) {
      put(db, ownerId, `The kettle ${i}`);
      db.words.vocabulary();
    }
    expect(db.words.vocabulary().countOf('samovar')).toBe(0);
    expect(db.words.vocabulary().countOf('kettle')).toBeLessThan(2_100);
  });
});

const undo = (db: Database, work: () => void): void =>
  expect(() =>
    db.transaction(() => {
      work();
      throw new Error('undone');
    }),
  ).toThrow('undone');

test('bug: words of a transaction that was rolled back are known', () => {
  withWords((db) => {
    expect(db.words.vocabulary().countOf('samovar')).toBe(0);
    undo(db, () => {
      put(db, newId(), 'The samovar');
      db.words.readSome(10);
      db.words.vocabulary();
    });
    expect(db.words.vocabulary().countOf('samovar')).toBe(0);
    // Its text takes the id of the one that was undone.
    put(db, newId(), 'The teapot');
    expect(db.words.vocabulary().countOf('teapot')).toBe(1);
  });
});

test('bug: after any rollback the next draft counts 300 texts alone, and corrects the knowledge’s own words', () => {
  withWords((db) => {
    db.transaction(() => {
      for (let i = 0; i < 700; i++) put(db, newId(), `The kettle ${i}`);
      put(db, newId(), 'The kettel');
    });
    while (!db.words.readSome(500));
    undo(db, () => put(db, newId(), 'The samovar'));
    expect(db.words.vocabulary().countOf('kettle')).toBe(700);
    expect(read(db, 'where is my kettel')).toBe('where is my kettel');
  });
});

test('bug: while texts are counted anew for those that have gone, the knowledge’s own words are corrected', () => {
  withWords((db) => {
    const owners = Array.from({ length: 1_200 }, newId);
    const edit = (round: number): void =>
      db.transaction(() => owners.forEach((ownerId, i) => put(db, ownerId, `The kettle ${round} ${i}`)));
    edit(0);
    put(db, newId(), 'The kettel');
    while (!db.words.readSome(500));
    for (let round = 1; round < 4; round++) {
      edit(round);
      for (let turn = 0; turn < 12; turn++) expect(read(db, 'where is my kettel')).toBe('where is my kettel');
    }
    // What was edited away has been forgotten once at least.
    expect(db.words.vocabulary().countOf('kettle')).toBeLessThan(3 * owners.length);
  });
});

test('bug: before all texts were read, words of those that were not are corrected', () => {
  withWords((db) => {
    db.transaction(() => {
      for (let i = 0; i < 700; i++) put(db, newId(), `The kettle ${i}`);
      put(db, newId(), 'The kettel');
    });
    expect(read(db, 'where is my kettel')).toBe('where is my kettel');
    expect(read(db, 'where is my kettel')).toBe('where is my kettel');
    while (!db.words.readSome(500));
    expect(read(db, 'where is my kettel')).toBe('where is my kettel');
    expect(read(db, 'where is my ketttle')).toBe('where is my kettle');
  });
});

test('bug: a large import is read within one question', () => {
  withWords((db) => {
    db.transaction(() => {
      for (let i = 0; i < 700; i++) put(db, newId(), `The kettle ${i}`);
    });
    expect(db.words.vocabulary().countOf('kettle')).toBeLessThan(700);
    while (!db.words.readSome(200));
    expect(db.words.vocabulary().countOf('kettle')).toBe(700);
  });
});
