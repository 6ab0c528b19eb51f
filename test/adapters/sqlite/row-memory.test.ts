import { expect, test } from 'vitest';
import { RowMemory } from '#adapters/sqlite/row-memory.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { addEntry, addStore, openDesk } from './desk.ts';
import { indexKnowledge } from '#core/retrieval/index-passage.ts';

const random = seededRandom(11);
const numbers = (count: number): Float32Array => Float32Array.from({ length: count }, () => random.next() - 0.5);
const bytesOf = (row: Float32Array): Uint8Array => new Uint8Array(row.buffer);

function productOf(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

// Lengths around the sixteen numbers of a round; memory that has to grow in between, where products stood before.
test.each([1, 3, 15, 16, 17, 384])('bug: rows of %i numbers are multiplied wrongly, or lost as they grow', (length) => {
  const memory = new RowMemory(length, 2);
  const rows: Float32Array[] = [];
  expect(memory.products(numbers(length), 0)).toHaveLength(0);
  for (const count of [1, 2, 3, 40, 700]) {
    while (rows.length < count) {
      const row = numbers(length);
      memory.write(rows.length, bytesOf(row));
      rows.push(row);
    }
    const query = numbers(length);
    const products = memory.products(query, count);
    expect(products).toHaveLength(count);
    for (const [i, row] of rows.entries()) expect(products[i]).toBeCloseTo(productOf(row, query), 5);
  }
  memory.copy(699, 5);
  const query = numbers(length);
  expect(memory.products(query, 700)[5]).toBe(memory.products(query, 700)[699]);
});

test('bug: how often a term stands is remembered from a change that was undone', () => {
  const db = openDesk();
  const storeId = addStore(db);
  const put = (question: string): void => {
    const { id } = addEntry(db, storeId, { question });
    indexKnowledge(db.passages, db.knowledge.get(id));
  };
  put('Where is my parcel?');
  expect(db.passages.termStatistics(['parcel']).counts.get('parcel')).toBe(1);
  const undone = (): void =>
    db.transaction(() => {
      put('A second parcel?');
      expect(db.passages.termStatistics(['parcel']).counts.get('parcel')).toBe(2);
      throw new Error('undone');
    });
  expect(undone).toThrow('undone');
  expect(db.passages.termStatistics(['parcel']).counts.get('parcel')).toBe(1);
  db.close();
});
