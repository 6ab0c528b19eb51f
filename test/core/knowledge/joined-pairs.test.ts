import { expect, test } from 'vitest';
import { type VectorOf, joinedPairs } from '#core/knowledge/joined-pairs.ts';
import type { PastPair } from '#core/knowledge/pairs-of-conversation.ts';

const pair = (question: string, answer: string, at: number, over: Partial<PastPair> = {}): PastPair => ({
  key: `k${at}`,
  row: at,
  question,
  answer,
  at,
  refusal: null,
  isUnsure: false,
  ...over,
});

const joined = (asked: readonly PastPair[], vectorOf?: VectorOf) =>
  joinedPairs(asked, () => Promise.resolve(), vectorOf);

test('bug: the answer that was given once and last stands for the one that was given always', async () => {
  const rows = await joined([
    pair('How do I descale the kettle?', 'Boil vinegar and water in it, then rinse.', 1),
    pair('how do I descale a kettle', 'Boil vinegar and water in it, then rinse it twice.', 2),
    pair('How do I descale my kettle?', 'Ask your grandmother.', 3),
  ]);
  expect(rows.map(({ content }) => content?.answer)).toEqual(['Boil vinegar and water in it, then rinse it twice.']);
  // Two answers to one question are for a person to choose from.
  expect(rows[0]).toMatchObject({ isUnsure: true, key: 'k1' });
  expect(rows[0]?.excerpt).toMatch(/^3× how do I descale/iu);
});

test('bug: questions about other places or numbers are taken for one', async () => {
  const rows = await joined([
    pair('How long does delivery to Norway take?', 'Four days.', 1),
    pair('How long does delivery to Sweden take?', 'Six days.', 2),
    pair('Does the lid fit the kettle of 2019?', 'Yes.', 3),
    pair('Does the lid fit the kettle of 2024?', 'No.', 4),
  ]);
  expect(rows).toHaveLength(4);
});

test('bug: paraphrases that only their meaning joins stay apart', async () => {
  const vectors: Record<string, readonly number[]> = {
    'How can I get limescale out of the kettle?': [1, 0],
    'How do I descale the kettle?': [0.98, 0.2],
    'How heavy is the kettle?': [0, 1],
  };
  const asked = Object.keys(vectors).map((question, i) => pair(question, 'Use vinegar.', i + 1));
  expect(await joined(asked, (question) => Float32Array.from(vectors[question] ?? []))).toHaveLength(2);
});

test('bug: joining what past conversations asked takes the square of them, in one turn of the desk', async () => {
  const word = (i: number): string => `w${((i * 2_654_435_761) >>> 0).toString(36)}`;
  const asking = (i: number): string =>
    `How long does delivery of the ${word(i)} ${word(i * 7 + 1)} to ${word(i * 3)} take?`;
  let last = performance.now();
  let longest = 0;
  const passTurn = (): Promise<void> => {
    longest = Math.max(longest, performance.now() - last);
    return new Promise((go) => {
      setImmediate(() => {
        last = performance.now();
        go();
      });
    });
  };
  const took = async (count: number): Promise<number> => {
    const began = performance.now();
    last = began;
    await joinedPairs(
      Array.from({ length: count }, (_, i) => pair(asking(i), `It takes ${word(i)}.`, i + 1)),
      passTurn,
    );
    return performance.now() - began;
  };
  const small = await took(2_500);
  expect((await took(10_000)) / small).toBeLessThan(8);
  expect(longest).toBeLessThan(500);
});
