import { expect, test } from 'vitest';
import { commonEdits } from '#core/insights/drift/common-edits.ts';
import { watchDrift } from '#core/insights/drift/watch-drift.ts';
import { type Made, madeStream } from './streams.ts';

const always = { letStand: () => null };
const runs = 40;
const seeds = Array.from({ length: runs }, (_, i) => 500 + i);

/** A store of ten entries of two topics, of which entry 0 is in one conversation of five. */
const store = (kept: number): Pick<Made, 'entries' | 'people'> => ({
  people: 3,
  entries: Array.from({ length: 10 }, (_, i) => ({
    traffic: i === 0 ? 2.25 : 1,
    kept: i === 0 ? kept : 0.55 + 0.04 * i,
    topic: `topic-${i % 2}`,
  })),
});

test.each([0.65, 0.8, 0.95])('bug: a policy that changed (%d kept before) is not noticed within 30 answers', (kept) => {
  const start = 250;
  const found = seeds.filter((seed) => {
    const fates = madeStream({
      seed,
      length: 600,
      ...store(kept),
      keptAt: (entry, i) => (entry === 0 && i >= start ? 0.1 * kept : null),
    });
    const drift = watchDrift(fates, always).find(({ name }) => name === 'entry-0');
    if (drift === undefined || drift.noticedAt <= start) return false;
    return fates.filter(({ at, entryId }) => entryId === 'entry-0' && at > start && at <= drift.noticedAt).length <= 30;
  });
  expect(found.length).toBeGreaterThanOrEqual(0.9 * runs);
});

test.each<readonly [string, Made['keptAt'] | undefined]>([
  ['nothing changes', undefined],
  ['everybody changes more on some days', (entry, i) => (i % 300 < 40 ? 0.3 + 0.01 * entry : null)],
  ['three answers in a row are changed now and then', (_entry, i) => (i % 97 < 3 ? 0.05 : null)],
])('bug: there are false alarms where %s', (_name, keptAt) => {
  const length = 2_000;
  const alarms = seeds.flatMap((seed) =>
    watchDrift(madeStream({ seed, length, ...store(0.8), ...(keptAt === undefined ? {} : { keptAt }) }), always),
  );
  expect((alarms.length / (length * runs)) * 1_000).toBeLessThanOrEqual(1);
});

test('bug: a few answers make an alarm', () => {
  const fates = madeStream({ seed: 3, length: 200, ...store(0.9) }).filter(({ entryId }) => entryId !== 'entry-0');
  const few = Array.from({ length: 5 }, (_, i) => ({
    ...fates[i]!,
    entryId: 'new',
    topic: null,
    at: 1_000 + i,
    isChanged: true,
  }));
  expect(watchDrift([...fates, ...few], always).map(({ name }) => name)).not.toContain('new');
});

test('bug: an alarm names a topic whose one entry has it already, or goes on after it was let stand', () => {
  const fates = madeStream({
    seed: 9,
    length: 900,
    ...store(0.9),
    keptAt: (entry, i) => (entry === 0 && i >= 300 ? 0.05 : null),
  });
  expect(watchDrift(fates, always).map(({ kind, name }) => `${kind} ${name}`)).toEqual(['entry entry-0']);
  const dismissed = watchDrift(fates, { letStand: (_kind, name) => (name === 'entry-0' ? 400 : null) });
  expect(dismissed).toEqual([]);
});

test('bug: a change in all entries of a topic names none of it', () => {
  const fates = madeStream({
    seed: 4,
    length: 900,
    people: 3,
    entries: Array.from({ length: 24 }, (_, i) => ({
      traffic: 1,
      kept: 0.85,
      topic: i < 8 ? 'returns' : `other-${i % 4}`,
    })),
    keptAt: (entry, i) => (entry < 8 && i >= 600 ? 0.4 : null),
  });
  const drifts = watchDrift(fates, always);
  expect(drifts.length).toBeGreaterThan(0);
  expect(drifts.every(({ since }) => since.every(({ topic }) => topic === 'returns'))).toBe(true);
});

test.each([
  ['You have 30 days to return it.', 'You have 45 days to return it.', '30 days', '45 days'],
  ['您可以在30天内退货。', '您可以在45天内退货。', '30天', '45天'],
])('bug: edits that say the same are not told: %s', (before, after, from, to) => {
  const edits = commonEdits([
    [before, after],
    [before, `${after} Thanks!`],
    [before, after],
  ]);
  expect(edits[0]).toEqual({ from, to, count: 3 });
});
