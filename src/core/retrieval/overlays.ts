import { type Candidate, correctionSlack } from './candidate.ts';
import type { Measured } from './version-texts.ts';

/** What a passage says, apart from how near it came. */
export type Said = Omit<Candidate, Measured>;

/**
 * The candidates with every overlaid entry's place taken by what overlays it. That answers whatever the entry below was
 * asked for: it comes as near as the nearer of the two, so that other words of its own never let the text below through.
 */
export function withOverlays(candidates: readonly Candidate[], overlays: ReadonlyMap<string, Said>): Candidate[] {
  if (overlays.size === 0) return [...candidates];
  const placed = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const overlay = overlays.get(candidate.ownerId);
    const one = overlay === undefined ? candidate : inPlaceOf(candidate, overlay);
    const known = placed.get(one.ownerId);
    const nearer = known === undefined || one.score > known.score ? one : known;
    placed.set(one.ownerId, {
      ...nearer,
      overlaysEntryId: one.overlaysEntryId ?? known?.overlaysEntryId ?? null,
    });
  }
  const byItself = new Map(candidates.map((candidate) => [candidate.ownerId, candidate]));
  return [...placed.values()].map((one) => withItsEntry(one, placed, byItself));
}

/** What corrects an entry goes with it to the place it takes, if it is about as near as the entry's own words. */
function withItsEntry(
  correction: Candidate,
  placed: ReadonlyMap<string, Candidate>,
  byItself: ReadonlyMap<string, Candidate>,
): Candidate {
  const entry = placed.get(correction.correctsEntryId ?? '');
  const own = byItself.get(correction.correctsEntryId ?? '');
  if (entry === undefined || own === undefined || entry.score <= correction.score) return correction;
  if (entry.score <= own.score || own.score - correction.score > correctionSlack) return correction;
  const { cosine, overlap, coverage, likeness, posterior, score } = entry;
  return { ...correction, cosine, overlap, coverage, likeness, posterior, score };
}

function inPlaceOf(below: Candidate, overlay: Said): Candidate {
  const { cosine, overlap, coverage, likeness, posterior, score } = below;
  return {
    kind: overlay.kind,
    ownerId: overlay.ownerId,
    versionId: overlay.versionId,
    question: overlay.question,
    answer: overlay.answer,
    topic: overlay.topic,
    language: overlay.language,
    correctsEntryId: overlay.correctsEntryId,
    overlaysEntryId: overlay.kind === 'knowledge' ? below.ownerId : below.overlaysEntryId,
    validUntil: overlay.validUntil,
    place: overlay.place,
    answerKey: overlay.answerKey,
    groupKey: overlay.groupKey,
    // A lesson in another's place bears that one's out no more than it was.
    isUnconfirmed: overlay.kind === 'learned' && below.isUnconfirmed,
    cosine,
    overlap,
    coverage,
    likeness,
    posterior,
    score,
  };
}
