import { describe, expect, it } from 'vitest';
import type { LessonCandidate, LessonRule } from '#shared/model/lesson-review.ts';
import { deedsFor } from '../../../src/renderer/src/features/lessons/deeds.ts';
import {
  isFew,
  groupsText,
  limitsText,
  reachText,
  riskCounts,
} from '../../../src/renderer/src/features/lessons/lesson-words.ts';
import { ruleText } from '../../../src/renderer/src/features/lessons/rule-text.ts';
import { spanUntil, yesterday } from '../../../src/renderer/src/features/lessons/span-until.ts';
import { learnedText } from '../../../src/renderer/src/i18n/learned-text.ts';
import { translateIn } from '../../../src/renderer/src/i18n/translate.ts';
import { createFakeState } from '../support/fake-state.ts';
import { candidateOf } from '../support/fake-candidates.ts';

const t = translateIn('en');
const { world } = createFakeState(() => undefined, { isEmpty: false, hasEmbedder: true, copies: 1, undoMs: 0 });
const candidates = world.learned.map((item) => candidateOf(world, item, 'waiting'));

function candidate(over: Partial<LessonCandidate>): LessonCandidate {
  const [first] = candidates;
  if (first === undefined) throw new Error('The made-up desk has no lessons');
  return { ...first, ...over };
}

describe('what can be done with a lesson', () => {
  const entry = candidates.find((one) => one.entry !== null)?.entry ?? null;

  it('bug: a lesson is offered to go into an entry that is not there, or out of use', () => {
    expect(deedsFor(candidate({ standing: 'waiting', entry }))).toContain('entry');
    expect(deedsFor(candidate({ standing: 'waiting', entry: null }))).not.toContain('entry');
    const retired = entry === null ? null : { ...entry, state: 'retired' as const };
    expect(deedsFor(candidate({ standing: 'waiting', entry: retired }))).not.toContain('entry');
  });

  it('bug: a limit is offered where nothing is known to limit it to, or to what is shared already', () => {
    const named = { scope: [], channels: [], names: ['Palefox'] };
    expect(deedsFor(candidate({ standing: 'waiting', seems: named }))).not.toContain('limit');
    const seems = { ...named, scope: ['Ember'] };
    expect(deedsFor(candidate({ standing: 'waiting', seems }))).toContain('limit');
    expect(deedsFor(candidate({ standing: 'shared', seems }))).not.toContain('limit');
  });

  it('bug: one that is decided is offered to be decided again', () => {
    expect(deedsFor(candidate({ standing: 'shared', entry: null }))).toEqual(['amend', 'narrow', 'revert']);
    expect(deedsFor(candidate({ standing: 'rejected' }))).toEqual([]);
    expect(deedsFor(candidate({ standing: 'setAside', entry: null }))).not.toContain('aside');
  });
});

describe('what a lead reads', () => {
  it('bug: a risk that nobody carries is offered as a filter, or the heaviest is not first', () => {
    const counts = riskCounts([
      candidate({ risks: ['single_source', 'numbers'] }),
      candidate({ risks: ['contradicts', 'numbers'] }),
    ]);
    expect(counts).toEqual([
      { risk: 'contradicts', count: 1 },
      { risk: 'numbers', count: 2 },
      { risk: 'single_source', count: 1 },
    ]);
    expect(riskCounts([])).toEqual([]);
  });

  it('bug: customers nobody has counted yet are told as none', () => {
    const known = { people: 1, customersBehind: 1 };
    expect(reachText(t, { ...known, customers: null }, 'Ona')).toBe('by Ona');
    expect(reachText(t, { ...known, customers: 0 }, 'Ona')).toContain('0 customers');
    expect(reachText(t, { people: 3, customersBehind: 2, customers: 1 }, 'Ona')).toBe(
      'sent by 3 people · to 2 customers · 1 customer asks this',
    );
  });

  it('bug: a share of a handful of replies stands there as if it were sure', () => {
    expect(isFew(200, 3)).toBe(true);
    expect(isFew(3, 200)).toBe(true);
    expect(isFew(40, 12)).toBe(false);
  });

  it('bug: a lesson for everything is said to hold for nothing', () => {
    expect(limitsText(t, { scope: [], channels: [] })).toBe('');
    expect(limitsText(t, { scope: ['Ember'], channels: ['chat'] })).toBe('Ember · Chat');
  });

  it('bug: of whom a lesson speaks stands there as a limit, or in the desk’s own words', () => {
    expect(groupsText(t, { customerGroup: '' })).toBe('');
    expect(groupsText(t, { customerGroup: 'non_member, wholesale, our schools' })).toBe(
      'non-members, trade customers, our schools',
    );
  });
});

describe('a rule as a sentence', () => {
  const rule: LessonRule = { topics: [], agentIds: [], replies: 3, trustedIds: [] };
  const nameOf = (id: string): string => ({ a: 'Abe', b: 'Ona' })[id] ?? '?';

  it('bug: a rule says less or more than it does', () => {
    expect(ruleText(t, rule, nameOf)).toBe(
      'Share by itself when 3 people sent the same, on any topic, whoever they are.',
    );
    const narrow = { ...rule, topics: ['shipping', 'stock'], agentIds: ['a', 'b'], trustedIds: ['a'] };
    expect(ruleText(t, narrow, nameOf)).toBe(
      'Share by itself when 3 people sent the same, on shipping, stock, if they are Abe, Ona. ' +
        'Of Abe, replies to different customers count each.',
    );
  });

  it('bug: a name in a topic is filled in as if it were a blank', () => {
    expect(ruleText(t, { ...rule, topics: ['{agents}'] }, nameOf)).toContain('on {agents}');
  });
});

it('bug: whoever taught a lesson is told that it counts for everyone while it waits', () => {
  expect(learnedText(t, { reach: 'author' }, false)).toBe(
    'Counts in your drafts at once; a lead decides for everyone.',
  );
  expect(learnedText(t, { reach: 'author' }, true)).toContain('you decide');
  expect(learnedText(t, { reach: 'everyone' }, false)).not.toContain('lead');
  expect(learnedText(t, { reach: 'nobody' }, false)).toContain('Set aside');
});

it('bug: the review asks for another span at every look, or leaves out what was sent just now', () => {
  const now = Date.UTC(2026, 4, 5, 10, 17);
  expect(spanUntil(now, 30)).toEqual(spanUntil(now + 60_000, 30));
  expect(spanUntil(now, 30).to).toBeGreaterThan(now);
  expect(spanUntil(now, 7).to - spanUntil(now, 7).from).toBe(7 * 86_400_000);
  expect(yesterday(now)).toBeLessThan(now);
});
