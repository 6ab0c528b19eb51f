import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { learnModel } from '#core/retrieval/learn-model.ts';
import { priorModel } from '#core/retrieval/store-model.ts';
import { type CoreDesk, coreDesk } from '#test/support/core-desk.ts';
import { ask, base, ownOf, write } from './written-desk.ts';

/** A word that only this number has. */
function word(i: number): string {
  const digits = [...String(i * 7919 + 100_003)].map(Number);
  return digits.map((digit) => `${'bdfgklmnpr'[digit] ?? ''}${'aeiou'[(digit + i) % 5] ?? ''}`).join('');
}
const asked = (i: number): string => `Can the ${word(i)} ${word(i + 500)} bowl go in the oven?`;
const askedAgain = (i: number): string => `Is ${word(i)} ${word(i + 500)} heatproof?`;

/** How sure the desk is of its answers once it has learned from so many things that it was taught. */
async function trustAfter(things: number, teach: (desk: CoreDesk, i: number) => Promise<unknown>): Promise<number> {
  const desk = coreDesk();
  for (let i = 0; i < things; i++) await teach(desk, i);
  const model = { ...priorModel, ...(await learnModel(desk.deps, desk.storeId)) };
  const deps = { ...desk.deps, modelOf: () => model };
  let sum = 0;
  for (let i = 0; i < 20; i++) {
    const text = `May I put the ${word(i)} ${word(i + 500)} bowl in there?`;
    const draft = await draftReply(deps, { conversationId: ask(desk, text) });
    sum += draft.asks[0]?.confidence ?? 0;
  }
  return sum / 20;
}
const single = (desk: CoreDesk, i: number) => write(desk, asked(i), `Answer ${word(i + 900)} it is.`, base);
const twice =
  (over = {}) =>
  async (desk: CoreDesk, i: number) => {
    await single(desk, i);
    await write(desk, askedAgain(i), `Answer ${word(i + 900)} it is.`, base, over);
  };

test('bug: answers said again in a season that is over teach the desk to distrust itself', async () => {
  const over = { validity: { from: null, until: '2026-01-01T00:00', zone: 'UTC' } };
  expect(await trustAfter(60, twice(over))).toBeGreaterThan((await trustAfter(60, single)) - 0.1);
});

test('bug: a store that overlays its base is taught to distrust itself', async () => {
  const overlaid = await trustAfter(60, async (desk, i) => {
    await twice()(desk, i);
    await write(desk, asked(i), `Own ${word(i + 900)} instead.`, ownOf(desk));
    await write(desk, askedAgain(i), `Own ${word(i + 900)} instead.`, ownOf(desk));
  });
  expect(overlaid).toBeGreaterThan((await trustAfter(60, twice())) - 0.1);
});

test('bug: a store with its own words over single base answers is taught to distrust itself', async () => {
  const overlaid = await trustAfter(100, async (desk, i) => {
    await single(desk, i);
    await write(desk, asked(i), `Own ${word(i + 900)} instead.`, ownOf(desk));
  });
  expect(overlaid).toBeGreaterThan((await trustAfter(100, single)) - 0.1);
});
