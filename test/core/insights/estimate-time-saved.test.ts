import { expect, test } from 'vitest';
import { estimateTimeSaved } from '#core/insights/estimate-time-saved.ts';
import type { OutcomeFact } from '#core/insights/outcome-fact.ts';

const minute = 60_000;

function replies(count: number, over: Partial<OutcomeFact>, wait: (i: number) => number): OutcomeFact[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `${over.act}-${i}`,
    storeId: 'store',
    profileId: null,
    conversationId: `c-${i}`,
    draftId: null,
    act: 'written' as const,
    keptShare: null,
    reason: null,
    waitedMs: wait(i) * minute,
    unsupported: 0,
    createdAt: i,
    language: 'en' as const,
    channel: 'email' as const,
    sentLength: 200,
    replyKey: '',
    asks: [],
    hasOffer: over.act !== 'written',
    ...over,
  }));
}

const drafted = replies(40, { act: 'accepted' }, (i) => 10 + (i % 5));

test('bug: time is saved against replies in another language or of another length, or against a handful', () => {
  expect(estimateTimeSaved(drafted, [...drafted, ...replies(40, { language: 'ja' }, () => 90)])).toBeNull();
  expect(estimateTimeSaved(drafted, [...drafted, ...replies(40, { sentLength: 1_500 }, () => 90)])).toBeNull();
  expect(estimateTimeSaved(drafted, [...drafted, ...replies(5, {}, () => 90)])).toBeNull();
});

test('bug: the difference of medians is not the one of the replies, or drafts that take longer save time', () => {
  const slower = estimateTimeSaved(drafted, [...drafted, ...replies(40, {}, (i) => 30 + (i % 5))]);
  expect(slower?.ms).toBe(40 * 20 * minute);
  expect(slower?.low).toBeGreaterThan(0);
  const quicker = estimateTimeSaved(drafted, [...drafted, ...replies(40, {}, (i) => 5 + (i % 5))]);
  expect(quicker?.high).toBeLessThan(0);
});
