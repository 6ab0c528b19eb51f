import { describe, expect, test } from 'vitest';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import { type DoubleDesk, doubleDesk } from '#test/support/doubles/double-desk.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { systems } from './systems.ts';

/** ms. A vendor's paging of 20,000 conversations on a machine that does other things as well. */
const longestImport = 300_000;

type Import = { readonly largestPage: number; readonly stops: number };

/** Imports everything, stopped by a person at random pages, before or after the page is taken; `between`: meanwhile. */
async function importInPieces(at: DoubleDesk, seed: number, between: (stop: number) => void): Promise<Import> {
  const random = seededRandom(seed);
  let largestPage = 0;
  for (let stops = 0; stops < 500; stops++) {
    const controller = new AbortController();
    let left = random.whole(1, 40);
    const stopping: InboxConnector = {
      ...at.connector,
      async pull(cursor, signal, isKnown) {
        const isLast = --left === 0;
        if (isLast && random.next() < 0.5) controller.abort();
        const page = await at.connector.pull(cursor, signal, isKnown);
        if (isLast) controller.abort();
        largestPage = Math.max(largestPage, page.messages.length);
        return page;
      },
    };
    const isDone = await at.sync(stopping, controller.signal).then(
      () => true,
      () => false,
    );
    if (isDone) return { largestPage, stops };
    between(stops);
  }
  throw new Error('The import never came to its end');
}

/** Over all stops, what was told of the first sweep only grows, to the number of conversations. */
function expectSteadyProgress(at: DoubleDesk): void {
  const told = at.desk.events
    .filter(({ name }) => name === 'progress.changed')
    .map(({ payload }) => payload as { readonly done: number; readonly total: number | null });
  // It begins anew with the next sweep, which reads what has changed meanwhile.
  const end = told.findIndex(({ done }, i) => done < (told[i - 1]?.done ?? 0));
  const first = told.slice(0, end === -1 ? told.length : end);
  expect(first.length).toBeGreaterThan(1_000);
  expect(first.at(-1)?.done).toBeGreaterThan(19_000);
  expect(told.every(({ done, total }) => total === null || done <= total)).toBe(true);
}

describe.each(systems)('%s', (_name, start) => {
  test('bug: a thread of 5,000 messages comes with a gap, a double, or in one piece', async () => {
    const at = await doubleDesk(start);
    at.double.addConversation(
      'ann',
      Array.from({ length: 5_000 }, (_, i) => `Message ${i}`),
    );
    at.double.addConversation('bo', ['A short one']);
    const { largestPage, stops } = await importInPieces(at, 11, () => undefined);
    at.expectSame();
    expect(largestPage).toBeLessThanOrEqual(200);
    expect(stops).toBeGreaterThan(0);
    at.double.customerWrites('1', 'And one more');
    const before = at.double.requests.length;
    await at.sync();
    at.expectSame();
    // What is known of a long thread is not read again.
    expect(at.double.requests.length - before).toBeLessThan(8);
    await at.end();
  });

  test(
    'bug: 20,000 conversations come with a gap or a double where the import is stopped and goes on',
    async () => {
      const at = await doubleDesk(start);
      for (let i = 0; i < 20_000; i++) {
        at.double.addConversation(
          `customer${i}`,
          [`Question ${i}`, `Answer ${i}`, `Thanks ${i}`].slice(0, 1 + (i % 3)),
        );
        at.desk.time.now += 30_000;
      }
      const random = seededRandom(5);
      const { largestPage, stops } = await importInPieces(at, 12, (stop) => {
        // The account lives on: conversations come to the front, begin and go.
        const threads = at.double.threads();
        at.desk.time.now += 20_000;
        if (stop % 2 === 0) at.double.customerWrites(random.pick(threads), `News ${stop}`);
        if (stop % 5 === 0) at.double.addConversation(`late${stop}`, [`Late ${stop}`]);
        if (stop % 3 === 0) at.double.remove(random.pick(threads));
      });
      expect(largestPage).toBeLessThanOrEqual(200);
      expect(stops).toBeGreaterThan(3);
      expectSteadyProgress(at);
      await at.sync();
      at.expectSame();
      await at.end();
    },
    longestImport,
  );
});
