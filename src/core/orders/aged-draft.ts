import type { Draft } from '#shared/model/draft.ts';
import type { FactSource } from '#shared/model/order.ts';
import { doubtfulConfidence } from '../drafting/order-evidence.ts';
import { isDue } from './read-orders.ts';

/** A draft as it is to be trusted now: facts of the store's shop that are due to be read again are old, and doubtful. */
export function agedDraft(draft: Draft, source: FactSource | null, now: number): Draft {
  const evidence = draft.evidence.map((one) => {
    if (!one.reading || !isDue(one.reading, source, now)) return one;
    const confidence = Math.min(one.confidence, doubtfulConfidence);
    return { ...one, confidence, reading: { ...one.reading, isOld: true } };
  });
  const isAged = (index: number | null): boolean => index !== null && evidence[index] !== draft.evidence[index];
  if (!draft.asks.some((ask) => isAged(ask.evidence))) return { ...draft, evidence };
  const asks = draft.asks.map((ask) =>
    isAged(ask.evidence) ? { ...ask, confidence: Math.min(ask.confidence, doubtfulConfidence) } : ask,
  );
  return { ...draft, evidence, asks, confidence: Math.min(draft.confidence, doubtfulConfidence) };
}
