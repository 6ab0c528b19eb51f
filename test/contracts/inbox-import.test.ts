import { describe, expect, test } from 'vitest';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import { startChatwootDouble } from '#test/support/doubles/chatwoot-double.ts';
import { type DoubleDesk, doubleDesk } from '#test/support/doubles/double-desk.ts';
import type { StartDouble } from '#test/support/doubles/inbox-double.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const systems: readonly (readonly [string, StartDouble])[] = [['chatwoot', startChatwootDouble]];

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
      async pull(cursor, signal) {
        const isLast = --left === 0;
        if (isLast && random.next() < 0.5) controller.abort();
        const page = await at.connector.pull(cursor, signal);
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

  test('bug: 2,000 conversations come with a gap or a double where the import is stopped and goes on', async () => {
    const at = await doubleDesk(start);
    for (let i = 0; i < 2_000; i++) {
      at.double.addConversation(`customer${i}`, [`Question ${i}`, `Answer ${i}`, `Thanks ${i}`].slice(0, 1 + (i % 3)));
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
    await at.sync();
    at.expectSame();
    await at.end();
  });
});
