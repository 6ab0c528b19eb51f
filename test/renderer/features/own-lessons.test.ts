import { describe, expect, it } from 'vitest';
import type { TaughtLesson, WithdrawPreview } from '#shared/model/lesson-fate.ts';
import { personOptions } from '../../../src/renderer/src/app/person-options.ts';
import { preferencesFrom } from '../../../src/renderer/src/app/preferences-from.ts';
import { mayDo } from '../../../src/renderer/src/app/presence.ts';
import { isDecidedSince, newestDecision, unseenAlarms } from '../../../src/renderer/src/app/since-last-look.ts';
import { becameOf, isReworded } from '../../../src/renderer/src/features/lessons/own-words.ts';
import { takesNothing, withdrawTexts } from '../../../src/renderer/src/features/lessons/withdraw-texts.ts';
import { type UiLanguage, translateIn, uiLanguages } from '../../../src/renderer/src/i18n/translate.ts';

const t = translateIn('en');
const words = { question: 'Do you price-match?', answer: 'Yes.' };
const decision: NonNullable<TaughtLesson['decision']> = {
  act: 'approve',
  profileId: 'lead',
  who: 'Lena',
  role: null,
  why: '',
  at: 2_000,
  rulesVersionId: null,
};

describe('what became of one’s own lesson', () => {
  const became = (over: Partial<TaughtLesson>): string =>
    t(becameOf({ standing: 'waiting', partOf: null, isNarrowed: false, decision: null, ...over }).text);

  it('bug: what one took back oneself is told as withdrawn by a lead, or what went into an entry as withdrawn', () => {
    expect(became({})).toBe('Counts for you; waits for a lead');
    expect(became({ standing: 'withdrawn' })).toBe('Not in use any more');
    expect(became({ standing: 'withdrawn', decision })).toBe('Withdrawn');
    expect(became({ standing: 'shared', partOf: 'entry', isNarrowed: true })).toBe('Now part of an entry');
    expect(became({ standing: 'shared', partOf: 'lesson' })).toBe('Part of a shared lesson');
    expect(became({ standing: 'shared', partOf: 'lesson', isNarrowed: true })).toContain('for less');
    expect(became({ standing: 'rejected', decision })).toBe('Refused');
  });

  it('bug: a refused lesson is shown as shared in other words', () => {
    const said = { ...words, answer: 'Within 14 days.' };
    expect(isReworded({ standing: 'shared', taught: words, said })).toBe(true);
    expect(isReworded({ standing: 'shared', taught: words, said: words })).toBe(false);
    expect(isReworded({ standing: 'rejected', taught: words, said })).toBe(false);
  });
});

describe('what is new since the last look', () => {
  it('bug: what one decided oneself, or has seen, is marked as new', () => {
    expect(isDecidedSince({ decision }, 1_999, 'me')).toBe(true);
    expect(isDecidedSince({ decision }, 2_000, 'me')).toBe(false);
    expect(isDecidedSince({ decision: { ...decision, profileId: 'me' } }, 0, 'me')).toBe(false);
    expect(isDecidedSince({ decision: null }, 0, 'me')).toBe(false);
    // A rule decides in nobody's name.
    expect(isDecidedSince({ decision: { ...decision, profileId: null, rulesVersionId: 'r' } }, 0, 'me')).toBe(true);
    expect(newestDecision([{ decision: null }, { decision }, { decision: { ...decision, at: 1_000 } }])).toBe(2_000);
    expect(newestDecision([])).toBe(0);
  });

  it('bug: an alarm that was seen is counted again when another one comes', () => {
    const alarms = [{ key: 'a' }, { key: 'b' }];
    expect(unseenAlarms(alarms, ['a', 'gone'])).toEqual(['b']);
    expect(unseenAlarms(alarms, ['b', 'a'])).toEqual([]);
  });

  it('bug: an agent’s rail counts alarms, or a lead’s counts none', () => {
    expect((['agent', 'lead', 'owner'] as const).map((role) => mayDo(role, 'insight.dismissDrift'))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('bug: what was looked at is forgotten at the next start, or a broken one keeps the window from opening', () => {
    const kept = { lessonsLookedAt: { north: 5 }, alarmsSeen: { north: ['a'] } };
    expect(preferencesFrom(JSON.stringify(kept))).toMatchObject(kept);
    const broken = { lessonsLookedAt: { north: 'x', south: 7 }, alarmsSeen: { north: 3, south: ['a', 4] } };
    expect(preferencesFrom(JSON.stringify(broken))).toMatchObject({
      lessonsLookedAt: { south: 7 },
      alarmsSeen: { south: ['a'] },
    });
    for (const raw of [null, 'null', '[]', '{"lessonsLookedAt":7,"alarmsSeen":null}'])
      expect(preferencesFrom(raw)).toMatchObject({ lessonsLookedAt: {}, alarmsSeen: {} });
  });
});

describe('what a withdrawal would take', () => {
  const nothing: WithdrawPreview = {
    lessons: 0,
    going: { shared: 0, waiting: 0, setAside: 0 },
    confirmations: 0,
    entries: 0,
    drafts: 0,
    first: [],
  };

  it('bug: lessons that only wait again are told as gone, or confirmations alone as nothing', () => {
    const some = { ...nothing, lessons: 4, going: { shared: 1, waiting: 2, setAside: 0 }, drafts: 9 };
    expect(withdrawTexts(t, some)).toEqual([
      '3 lessons go: 1 shared, 2 waiting, 0 set aside.',
      '1 other stands again as before.',
      'In 9 drafts of the last 30 days.',
    ]);
    expect(takesNothing({ ...nothing, confirmations: 1 })).toBe(false);
    expect(withdrawTexts(t, { ...nothing, confirmations: 1 })[0]).toContain('1 confirmation of others’ lessons is');
    expect(withdrawTexts(t, nothing)).toEqual(['Nothing of theirs is in use.']);
  });

  it.each(uiLanguages)('bug: a number is missing in %s', (language: UiLanguage) => {
    const going = { shared: 11, waiting: 12, setAside: 13 };
    const all = { ...nothing, lessons: 40, going, confirmations: 15, entries: 16, drafts: 17 };
    const text = withdrawTexts(translateIn(language), all).join(' ');
    for (const number of [36, 11, 12, 13, 4, 15, 16, 17]) expect(text).toMatch(new RegExp(`(?<!\\d)${number}(?!\\d)`));
    expect(text).not.toMatch(/[{}]/);
  });
});

it('bug: somebody without a name cannot be chosen', () => {
  const people = [
    { id: 'a', name: 'Abe', role: 'agent' as const },
    { id: 'o', name: '', role: 'owner' as const },
  ];
  expect(personOptions(t, people, 'Everybody')).toEqual([
    { value: '', label: 'Everybody' },
    { value: 'a', label: 'Abe' },
    { value: 'o', label: 'Owner' },
  ]);
});
