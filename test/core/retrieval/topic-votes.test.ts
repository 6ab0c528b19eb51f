import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Voter, noVotes, votesFor } from '#core/retrieval/topic-votes.ts';

const voter = (topic: string | null, likeness: number, over: Partial<Voter> = {}): Voter => ({
  topic,
  groupKey: `${topic ?? 'none'} ${likeness}`,
  likeness,
  isOfSubject: false,
  ...over,
});
const votes = { temperature: 0.2, subject: 0 };
const first = (voters: readonly Voter[], worth = votes): number => {
  const scores = votesFor(voters, worth).map((vote, i) => vote + (voters[i]?.likeness ?? 0));
  return scores.indexOf(Math.max(...scores));
};

test('bug: one entry that is a little nearer stands before a topic that all the others speak for', () => {
  const many = Array.from({ length: 8 }, (_, i) => voter('ticket', 0.5 - i / 100));
  expect(first([voter('page', 0.55), ...many])).toBe(1);
  expect(first([voter('page', 1.1), ...many])).toBe(0);
  expect(votesFor([voter('page', 0.55), ...many], noVotes)).toEqual(Array.from({ length: 9 }, () => 0));
});

test('bug: entries of no topic are taken for one topic', () => {
  const none = Array.from({ length: 8 }, (_, i) => voter(null, 0.5 - i / 100));
  const blank = Array.from({ length: 8 }, (_, i) => voter('', 0.5 - i / 100, { groupKey: `own ${i}` }));
  expect(first([voter('page', 0.55), ...none, ...blank])).toBe(0);
});

test('bug: a topic that is called like an answer votes for it', () => {
  const [own = 0, , other = 0] = votesFor(
    [voter(null, 0.5, { groupKey: 'Yes.' }), voter('Yes.', 0.5), voter('Yes.', 0.5)],
    votes,
  );
  expect(own).toBeLessThan(other);
});

test('bug: what is limited to the subject asked about gets nothing for it', () => {
  const worth = { temperature: 0, subject: 0.1 };
  expect(first([voter('a', 0.5), voter('b', 0.45, { isOfSubject: true })], worth)).toBe(1);
  expect(first([voter('a', 0.5), voter('b', 0.35, { isOfSubject: true })], worth)).toBe(0);
});

test('bug: of one topic the farther stands before the nearer, or a vote is no number', () => {
  const anyVoter = fc.record({
    topic: fc.constantFrom(null, '', 'a', 'b', 'c'),
    groupKey: fc.constantFrom('x', 'y', 'z'),
    likeness: fc.double({ min: -2, max: 3, noNaN: true }),
    isOfSubject: fc.constant(false),
  });
  fc.assert(
    fc.property(fc.array(anyVoter, { maxLength: 30 }), fc.constantFrom(0.1, 0.2, 0.3), (voters, temperature) => {
      const worth = votesFor(voters, { temperature, subject: 0 });
      expect(worth.every((vote) => Number.isFinite(vote) && vote <= 0)).toBe(true);
      voters.forEach((one, i) => {
        const same = voters.findIndex(({ topic, groupKey }) => topic === one.topic && groupKey === one.groupKey);
        expect(worth[i]).toBe(worth[same]);
      });
    }),
  );
});
