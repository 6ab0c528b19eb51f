import { describe, expect, it } from 'vitest';
import type { Ask, Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { plainSettings } from '#shared/model/store.ts';
import { askAtHand, candidatesFor } from '../../../src/renderer/src/features/composer/nearest.ts';
import { workWithAnswer } from '../../../src/renderer/src/features/composer/work.ts';
import { formatsIn } from '../../../src/renderer/src/i18n/formats.ts';
import { silenceText } from '../../../src/renderer/src/i18n/silence-text.ts';
import { translateIn } from '../../../src/renderer/src/i18n/translate.ts';
import { fakeDraft } from '../support/fake-drafts.ts';
import { newId } from '../support/sample.ts';

function evidence(answer: string, confidence: number): Evidence {
  return {
    kind: 'knowledge',
    id: newId(),
    versionId: newId(),
    question: answer,
    answer,
    topic: null,
    language: 'en',
    correctsEntryId: null,
    confidence,
    cosine: 0.8,
    overlap: 0.5,
  };
}

function ask(over: Partial<Ask>): Ask {
  return { text: 'Q', context: '', evidence: null, silence: null, confidence: 0, ...over };
}

function draftOf(asks: readonly Ask[], passages: readonly Evidence[]): Draft {
  return fakeDraft({
    conversationId: newId(),
    messageId: newId(),
    language: 'en',
    customerName: 'Ada',
    settings: { ...plainSettings, name: 'Shop' },
    asks,
    evidence: passages,
    silence: null,
  });
}

const passages = [evidence('One.', 0.9), evidence('Two.', 0.4), evidence('Three.', 0.3), evidence('Four.', 0.2)];

describe('candidates', () => {
  it('bug: after a pick the keys mean other passages, and the first answer cannot be had back', () => {
    const candidates = [0, 1, 2].map((at) => ({ evidence: at, confidence: passages[at]?.confidence ?? 0 }));
    const before = draftOf([ask({ evidence: 0, confidence: 0.9, candidates })], passages);
    const after = draftOf([ask({ evidence: 1, confidence: 1, isPicked: true, candidates })], passages);
    expect(candidatesFor(after, 0)).toEqual(candidatesFor(before, 0));
    expect(candidatesFor(before, 0)[0]?.evidence).toBe(0);
  });

  it('bug: a draft of before candidates were kept has none', () => {
    const old = { ...draftOf([ask({ evidence: 0, confidence: 0.9 })], passages) };
    const asks = old.asks.map((each) => ({ ...each, candidates: null }));
    expect(candidatesFor({ ...old, asks }, 0).map((one) => one.evidence)).toEqual([1, 2, 3]);
  });

  it('bug: a key answers a question that has its answer while another has none', () => {
    const draft = draftOf([ask({ evidence: 0, confidence: 0.55 }), ask({}), ask({})], passages);
    expect(askAtHand(draft, new Set(), null)).toBe(1);
    expect(askAtHand(draft, new Set([1]), null)).toBe(2);
    // All answered: the one that is least sure.
    expect(askAtHand(draft, new Set([1, 2]), null)).toBe(0);
    expect(askAtHand(draft, new Set(), 0)).toBe(0);
    expect(askAtHand(draft, new Set(), 7)).toBe(1);
    expect(askAtHand(draftOf([], passages), new Set(), null)).toBeNull();
  });

  it('bug: another candidate takes the agent’s own words away', () => {
    const asks = [ask({ evidence: 0, confidence: 0.9 }), ask({ evidence: 1, confidence: 0.6 })];
    const base = draftOf(asks, passages);
    const picked = draftOf([asks[0] ?? ask({}), ask({ evidence: 2, confidence: 1, isPicked: true })], passages);
    const text = base.text.replace('Hello Ada,', 'Good morning Ada,');
    const merged = workWithAnswer({ base, text }, picked, 1);
    expect(merged?.text).toBe(text.replace('Two.', 'Three.'));
    // What they made of that very answer is theirs.
    expect(workWithAnswer({ base, text: text.replace('Two.', 'Two, or so.') }, picked, 1)).toBeNull();
  });
});

describe('the reason of a silence', () => {
  const format = formatsIn('en');
  const t = translateIn('en');
  const weak = { silence: 'weak_evidence', confidence: 0.949 } as const;

  it('bug: what is not sure enough reads as if it were', () => {
    expect(silenceText(t, format, { ...weak, offeredFrom: 0.9496 })).toBe('94% likely right; drafts here need 95%');
    expect(silenceText(t, format, { ...weak, offeredFrom: 0.972 })).toBe('94% likely right; drafts here need 97.5%');
  });

  it('bug: a rate that cannot be kept, or an older draft, gives no reason', () => {
    expect(silenceText(t, format, { ...weak, offeredFrom: null })).toBe(t('silence.noneSuffices'));
    expect(silenceText(t, format, weak)).toBe(t('silence.weak_evidence'));
    expect(silenceText(t, format, { silence: null, confidence: 0.9 })).toBe('');
  });
});
