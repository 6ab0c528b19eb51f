import type { ComparedQuestion } from './question-likeness.ts';
import { type Signature, nearPairs, signatureOf } from './vector-signature.ts';

/** More questions than this share a word: the word leads nowhere by itself. */
const mostSharing = 400;
/** Questions between two turns of others. */
const slice = 40;

/** Calls back with each pair, the earlier one first, that has a telling word in common or whose vectors may lie near. */
export async function pairsWorthComparing(
  points: readonly ComparedQuestion[],
  passTurn: () => Promise<void>,
  onPair: (one: number, other: number) => void,
): Promise<void> {
  const sharing = new Map<string, number[]>();
  const signatures: Array<Signature | null> = [];
  for (const [i, { vector, words }] of points.entries()) {
    if (i % slice === slice - 1) await passTurn();
    for (const word of words.keys()) {
      const list = sharing.get(word);
      if (list === undefined) sharing.set(word, [i]);
      else list.push(i);
    }
    signatures.push(vector === null ? null : signatureOf(vector));
  }
  for (const [one, { words }] of points.entries()) {
    if (one % slice === slice - 1) await passTurn();
    const near = nearPairs(signatures, one);
    for (const other of near) onPair(one, other);
    if (words.size === 0) continue;
    const seen = new Set(near);
    for (const word of words.keys()) {
      const list = sharing.get(word) ?? [];
      if (list.length > mostSharing) continue;
      for (const other of list) {
        if (other <= one || seen.has(other)) continue;
        seen.add(other);
        onPair(one, other);
      }
    }
  }
}
