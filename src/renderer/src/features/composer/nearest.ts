import type { Draft } from '#shared/model/draft.ts';

/** Indexes of the evidence that came near but was not used, best first. */
export function nearestOf(draft: Draft): number[] {
  const used = new Set(draft.sentences.map((sentence) => sentence.evidence));
  for (const ask of draft.asks) used.add(ask.evidence);
  return draft.evidence.map((_, index) => index).filter((index) => !used.has(index));
}

/** The ask that a picked passage answers: the first one that is open and not `filled` by the agent, else the first of all; null where nothing is asked. */
export function openAskOf(draft: Draft, filled: ReadonlySet<number>): number | null {
  const open = draft.asks.findIndex((ask, index) => ask.evidence === null && !filled.has(index));
  if (open >= 0) return open;
  return draft.asks.length > 0 ? 0 : null;
}
