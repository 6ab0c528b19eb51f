import type { Language } from '#shared/model/basics.ts';
import type { Regime } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { LearnedItem } from '#shared/model/learned-item.ts';
import { validityTime } from '#shared/validity-time.ts';

/** A passage that came up for a question, with what speaks for it. */
export type Candidate = {
  readonly kind: 'knowledge' | 'learned';
  readonly ownerId: string;
  readonly versionId: string;
  readonly question: string;
  readonly answer: string;
  readonly topic: string | null;
  readonly language: Language;
  readonly correctsEntryId: string | null;
  /** The entry of a lower layer whose place it takes. */
  readonly overlaysEntryId: string | null;
  /** When its time ends, ms UTC; null: never. */
  readonly validUntil: number | null;
  /** Where it stands in what it was read from; null for what a person wrote. */
  readonly place: NonNullable<Evidence['place']> | null;
  /** Same for passages that answer the same. */
  readonly answerKey: string;
  /** Same for passages that answer the same about the same thing (`groupKeyOf`); of a correction that of its entry. */
  readonly groupKey: string;
  /** Written by hand for another question, and said in too few conversations since to be an answer to this one. */
  readonly isUnconfirmed: boolean;
  /** With the question, −1…1; null where there is no vector to compare. */
  readonly cosine: number | null;
  /** Share of the question's terms, weighted by rarity, that the passage holds. 0…1 */
  readonly overlap: number;
  /** Share of the passage's own question, weighted by rarity, that the question holds. 0…1 */
  readonly coverage: number;
  /** How near it comes by meaning and words together; larger is better. */
  readonly likeness: number;
  /** ln of the probability of its answer among those told apart by a classifier (`posteriorsOf`); null where none can. */
  readonly posterior: number | null;
  /** What candidates are ordered by; larger is better. */
  readonly score: number;
};

/** What answers this question and what stands behind it, best first. */
export type Ranking = {
  readonly candidates: readonly Candidate[];
  /** Which calibration fits: the script of the question, and whether vectors took part. */
  readonly regime: Regime;
  readonly termCount: number;
};

/** Chinese and Japanese text is matched by other evidence than words with spaces, and words alone by other than both legs. */
export const regimes: readonly Regime[] = ['spaced/vectors', 'spaced/words', 'unspaced/vectors', 'unspaced/words'];

/** A correction stands before what it corrects, unless its question is this much further away. */
export const correctionSlack = 0.35;

/** The key under which passages with the same answer meet. A topic is a subject: entries of one may answer differently. */
export function answerKeyOf(answer: string): string {
  return answer.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/** Whether two candidates are about one matter, so that neither speaks against the other: the same answer, or a correction and what it corrects. */
export function isSameMatter(a: Candidate, b: Candidate): boolean {
  if (a.answerKey === b.answerKey || a.correctsEntryId === b.ownerId || b.correctsEntryId === a.ownerId) return true;
  return a.correctsEntryId !== null && a.correctsEntryId === b.correctsEntryId;
}

/** What an entry or a learned item says and is about, as evidence names it. */
export function spokenBy(owner: KnowledgeEntry | LearnedItem) {
  const isLearned = 'correctsEntryId' in owner;
  return {
    kind: isLearned ? ('learned' as const) : ('knowledge' as const),
    versionId: owner.versionId,
    question: owner.question,
    answer: owner.answer,
    topic: owner.topic,
    language: owner.language,
    correctsEntryId: isLearned ? owner.correctsEntryId : null,
    overlaysEntryId: isLearned ? null : owner.overlaysEntryId,
    validUntil: isLearned ? null : validityTime(owner.validity).validUntil,
    place: isLearned ? null : placeOf(owner),
  };
}

function placeOf({ source }: KnowledgeEntry): NonNullable<Evidence['place']> | null {
  const { file, row, page, headings, url } = source;
  return file === null ? null : { file, row, page, headings, url };
}

/** A candidate as evidence, with the probability that it answers. */
export function evidenceOf(candidate: Candidate, confidence: number): Evidence {
  return {
    kind: candidate.kind,
    id: candidate.ownerId,
    versionId: candidate.versionId,
    question: candidate.question,
    answer: candidate.answer,
    topic: candidate.topic,
    language: candidate.language,
    correctsEntryId: candidate.correctsEntryId,
    overlaysEntryId: candidate.overlaysEntryId,
    validUntil: candidate.validUntil,
    place: candidate.place,
    confidence,
    cosine: candidate.cosine,
    overlap: candidate.overlap,
  };
}
