import type { Draft } from '#shared/model/draft.ts';

/** A passage that may answer an ask: index into the draft's evidence, and how likely it answers. */
export type PickCandidate = { readonly evidence: number; readonly confidence: number };

/** Indexes of the evidence that came near but was not used, best first. */
export function nearestOf(draft: Draft): number[] {
  const used = new Set(draft.sentences.map((sentence) => sentence.evidence));
  for (const ask of draft.asks) used.add(ask.evidence);
  return draft.evidence.map((_, index) => index).filter((index) => !used.has(index));
}

/** What one key answers an ask from, at most three, best first: the same ones whichever of them answers it now. */
export function candidatesFor(draft: Draft, ask: number): readonly PickCandidate[] {
  const own = draft.asks[ask]?.candidates?.filter(({ evidence }) => draft.evidence[evidence] !== undefined);
  if (own && own.length > 0) return own;
  // In drafts made before candidates were kept for each ask, those of all asks stand together.
  return nearestOf(draft)
    .slice(0, 3)
    .map((evidence) => ({ evidence, confidence: draft.evidence[evidence]?.confidence ?? 0 }));
}

/**
 * The ask at hand: the one a person has gone to, else the first that is open and not `filled` by the agent, else the one
 * whose answer is least sure; null where nothing is asked.
 */
export function askAtHand(draft: Draft, filled: ReadonlySet<number>, chosen: number | null): number | null {
  if (chosen !== null && draft.asks[chosen] !== undefined) return chosen;
  const open = draft.asks.findIndex((ask, index) => ask.evidence === null && !filled.has(index));
  if (open >= 0) return open;
  const sureness = draft.asks.map((ask, index) => (filled.has(index) ? 1 : ask.confidence));
  return sureness.length === 0 ? null : sureness.indexOf(Math.min(...sureness));
}
