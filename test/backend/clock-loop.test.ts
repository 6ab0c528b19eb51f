import { expect, test } from 'vitest';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { type ClockLoop, type ClockLoopDeps, startClockLoop } from '#backend/loops/clock-loop.ts';
import { startDraftLoop } from '#backend/loops/draft-loop.ts';
import type { Draft } from '#shared/model/draft.ts';
import { type CoreDesk, coreDesk, incoming, take, teach } from '#test/support/core-desk.ts';
import { eventually } from '#test/support/test-desk.ts';

const postage = 'How much is the postage to Norway?';
const hour = 3_600_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function drafted(desk: CoreDesk): Promise<Draft> {
  return draftReply(desk.deps, { conversationId: take(desk, incoming({ subject: '', text: postage })).id });
}

/** A loop on this desk, with what it told. */
function looking(desk: CoreDesk, over: Partial<ClockLoopDeps> = {}) {
  const told: unknown[] = [];
  const emit: ClockLoopDeps['emit'] = (_name, payload) => void told.push(payload);
  const loop = startClockLoop({ ...desk.deps, emit, ...over }, () => undefined);
  return { told, loop, again: () => lookAgain(loop) };
}

async function lookAgain(loop: ClockLoop): Promise<void> {
  loop.wake();
  await pause(20);
}

const limit = (from: string | null, until: string | null) => ({ validity: { from, until, zone: 'UTC' } });

test('bug: one busy moment of the database and what ended is never noticed', async () => {
  const desk = coreDesk();
  await teach(desk, postage, 'Postage is 9 EUR.', limit(null, '2026-03-10T13:00'));
  const draft = await drafted(desk);
  let isBusy = false;
  const transaction: CoreDesk['deps']['transaction'] = (work) => {
    if (!isBusy) return desk.db.transaction(work);
    isBusy = false;
    throw new Error('busy');
  };
  const { loop, again } = looking(desk, { transaction });
  await pause(20);
  isBusy = true;
  desk.time.now += 2 * hour;
  await again();
  await again();
  await loop.stop();
  expect(desk.db.drafts.get(draft.id).state).toBe('stale');
});

test('bug: one failed look for the next moment ends the loop for good', async () => {
  const desk = coreDesk();
  await teach(desk, postage, 'Postage is 9 EUR.', limit(null, '2026-03-10T13:00'));
  const draft = await drafted(desk);
  let isBroken = false;
  const nextChange = (at: number): number | null => {
    if (isBroken) throw new Error('busy');
    return desk.db.passages.nextChange(at);
  };
  const { loop, again } = looking(desk, { passages: { ...desk.deps.passages, nextChange } });
  await pause(20);
  isBroken = true;
  await again();
  isBroken = false;
  desk.time.now += 2 * hour;
  await again();
  await loop.stop();
  expect(desk.db.drafts.get(draft.id).state).toBe('stale');
});

test('bug: a clock put right by a moment, or a time that ends, has every draft of every store made again', async () => {
  const desk = coreDesk();
  await teach(desk, postage, 'Postage is 9 EUR.');
  const sale = await teach(desk, 'Is there a sale?', 'Yes.', limit('2026-03-10T13:00', '2026-03-10T14:00'));
  const { loop, told, again } = looking(desk);
  await pause(20);
  desk.time.now -= 5;
  await again();
  expect(told).toEqual([]);
  desk.time.now += 1.5 * hour;
  await again();
  expect(told).toEqual([{ storeId: null, entryIds: [sale.id] }]);
  // Set back before it began.
  desk.time.now -= hour;
  await again();
  await again();
  expect(told).toHaveLength(2);
  await loop.stop();
});

test.each([
  ['began', limit('2026-03-10T13:00', null), (text: string) => text.includes('9 EUR')],
  ['ended', limit(null, '2026-03-10T13:00'), (text: string) => text === ''],
])('bug: what %s while the desk was closed waits for a new draft', async (_what, over, isNew) => {
  const desk = coreDesk();
  await teach(desk, postage, 'Postage is 9 EUR.', over);
  const { conversationId, text } = await drafted(desk);
  expect(isNew(text)).toBe(false);
  desk.time.now += 2 * hour;
  const drafts = startDraftLoop(desk.deps, () => undefined);
  const emit: ClockLoopDeps['emit'] = (_name, payload) => {
    const { entryIds } = payload as { readonly entryIds: readonly string[] };
    drafts.wake();
    drafts.redraftTouched(desk.storeId, entryIds);
  };
  const { loop } = looking(desk, { emit });
  await eventually('it is drafted anew', () => {
    const now = desk.db.drafts.current(conversationId);
    return now?.state === 'open' && isNew(now.text);
  });
  await loop.stop();
  await drafts.stop();
});
