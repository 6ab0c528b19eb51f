import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '#core/ports/repositories/index.ts';
import { VectorMatrix } from '#adapters/sqlite/vector-matrix.ts';
import { addStore, inFolder, openDesk } from './desk.ts';
import { aPassage } from './a-passage.ts';

const embedder = 'small@1';
const owners = ['a', 'b', 'c', 'd', 'e', 'f'];
const query = Float32Array.from([0.2, 0.5, 0.3]);

/** A vector that only this text has. */
function vectorOf(text: string): Float32Array {
  return Float32Array.from([0, 1, 2], (i) => Math.sin(text.charCodeAt(text.length - 1) * (i + 1)));
}

type Step =
  | { readonly do: 'put'; readonly owner: string; readonly text: string }
  | { readonly do: 'remove'; readonly owner: string }
  | { readonly do: 'embed' }
  | { readonly do: 'search' }
  | { readonly do: 'undone' | 'done'; readonly steps: readonly Step[] };

const step = fc.letrec<{ step: Step }>((tie) => ({
  step: fc.oneof(
    { maxDepth: 2 },
    fc.record({
      do: fc.constant('put' as const),
      owner: fc.constantFrom(...owners),
      text: fc.constantFrom('p', 'q', 'r', 's', 't', 'u'),
    }),
    fc.record({ do: fc.constant('remove' as const), owner: fc.constantFrom(...owners) }),
    fc.constant({ do: 'embed' as const }),
    fc.constant({ do: 'search' as const }),
    fc.record({
      do: fc.constantFrom('undone' as const, 'done' as const),
      steps: fc.array(tie('step'), { maxLength: 5 }),
    }),
  ),
})).step;

class Stop extends Error {}

function run(db: Database, storeId: string, one: Step): void {
  switch (one.do) {
    case 'put':
      db.passages.put(
        aPassage({
          ownerId: one.owner,
          versionId: `${one.owner}-${one.text}`,
          storeId,
          question: one.text,
          answer: `answer ${one.text}`,
        }),
      );
      break;
    case 'remove':
      db.passages.remove(one.owner);
      break;
    case 'embed': {
      const waiting = db.passages.unembedded(embedder, 3);
      db.passages.putVectors(
        embedder,
        waiting.map(({ hash, text }) => ({ hash, vector: vectorOf(text) })),
      );
      break;
    }
    case 'search':
      seenBy(db, storeId);
      break;
    case 'done':
      db.transaction(() => one.steps.forEach((inner) => run(db, storeId, inner)));
      break;
    case 'undone':
      try {
        db.transaction(() => {
          one.steps.forEach((inner) => run(db, storeId, inner));
          throw new Stop();
        });
      } catch (error) {
        if (!(error instanceof Stop)) throw error;
      }
      break;
  }
}

/** Everything a search can tell, in an order that does not depend on ties. */
function seenBy(db: Database, storeId: string): unknown {
  const hits = db.passages.searchVector(embedder, query, { storeId, about: null, channel: null, at: 1 }, 50);
  return {
    hits: hits.map((hit) => `${hit.ownerId} ${hit.versionId} ${hit.score.toFixed(5)}`).toSorted(),
    isSorted: hits.every((hit, i) => i === 0 || (hits[i - 1]?.score ?? 0) >= hit.score),
    waiting: db.passages.unembedded(embedder, 99).toSorted((a, b) => (a.hash < b.hash ? -1 : 1)),
    count: db.passages.count(embedder),
  };
}

test('bug: after a rollback, a swap or a removal the vectors in memory are not those of the database', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    const db = openDesk(path);
    const storeId = addStore(db);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        for (const one of steps) run(db, storeId, one);
        const fresh = openDesk(path);
        try {
          expect(seenBy(db, storeId)).toEqual(seenBy(fresh, storeId));
        } finally {
          fresh.close();
        }
      }),
      { numRuns: 60, seed: 7 },
    );
    db.close();
  });
});

test('bug: what another process wrote is not found until the next start', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    const [mine, theirs] = [openDesk(path), openDesk(path)];
    const storeId = addStore(mine);
    run(mine, storeId, { do: 'put', owner: 'a', text: 'p' });
    run(mine, storeId, { do: 'embed' });
    seenBy(mine, storeId);
    run(theirs, storeId, { do: 'put', owner: 'b', text: 'q' });
    run(theirs, storeId, { do: 'embed' });
    run(theirs, storeId, { do: 'remove', owner: 'a' });
    expect(seenBy(mine, storeId)).toEqual(seenBy(theirs, storeId));
    mine.close();
    theirs.close();
  });
});

test('bug: the matrix scan misses a row, mixes rows, or orders them wrongly', () => {
  const row = fc.record({
    passageId: fc.integer({ min: 1, max: 8 }),
    audienceId: fc.integer({ min: 1, max: 3 }),
    vector: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 }),
  });
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 40 }),
      fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 4 }),
      fc.integer({ min: 1, max: 12 }),
      (rows, removed, count) => {
        const matrix = new VectorMatrix(5, 2);
        for (const { passageId, audienceId, vector } of rows) {
          matrix.add({ passageId, audienceId, weight: 1 }, new Uint8Array(Float32Array.from(vector).buffer));
        }
        for (const passageId of removed) matrix.remove(passageId);
        const expected = rows
          .filter((one) => !removed.includes(one.passageId) && one.audienceId !== 3)
          .map((one) => `${one.vector.reduce((sum, value, i) => sum + value * (i + 1), 0)}`)
          .toSorted((a, b) => Number(b) - Number(a))
          .slice(0, count);
        const near = matrix.nearest(Float32Array.from([1, 2, 3, 4, 5]), new Set([1, 2]), count);
        expect(near.map((one) => `${one.score}`.replace(/^-0$/, '0'))).toEqual(
          expected.map((one) => one.replace(/^-0$/, '0')),
        );
      },
    ),
    { numRuns: 200, seed: 7 },
  );
});

test('bug: vectors that a transaction took back count as made', () => {
  const db = openDesk();
  const storeId = addStore(db);
  run(db, storeId, { do: 'put', owner: 'a', text: 'p' });
  expect(db.passages.count(embedder).toEmbed).toBe(2);
  run(db, storeId, { do: 'undone', steps: [{ do: 'embed' }] });
  expect(db.passages.count(embedder).toEmbed).toBe(2);
  db.transaction(() => run(db, storeId, { do: 'undone', steps: [{ do: 'embed' }] }));
  expect(db.passages.count(embedder).toEmbed).toBe(2);
  db.close();
});

test('bug: the vector of a text that was taken out stays on the disk and tells what it said', () => {
  inFolder((folder) => {
    const path = join(folder, 'desk.db');
    const db = openDesk(path);
    const storeId = addStore(db);
    for (const owner of ['a', 'b']) run(db, storeId, { do: 'put', owner, text: 'p' });
    run(db, storeId, { do: 'put', owner: 'c', text: 'q' });
    for (let i = 0; i < 2; i++) run(db, storeId, { do: 'embed' });
    run(db, storeId, { do: 'remove', owner: 'a' });
    run(db, storeId, { do: 'remove', owner: 'c' });
    db.close();
    const raw = new BetterSqlite(path, { readonly: true });
    const kept = raw.prepare('SELECT count(*) FROM embedding').pluck().get();
    raw.close();
    expect(kept).toBe(2);
  });
});
