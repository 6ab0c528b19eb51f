import { type Sentence, sentencesOf } from '../../conversations/sentences.ts';
import { likeness, wordsOf } from '../kept-share.ts';
import { type Meaning, type MeaningReader, holdsValues, missingIn } from './meaning.ts';

/** A sent sentence and the drafted ones it took the place of; `before` empty: added, `after` null: taken out. */
export type AlignedChange = {
  readonly after: Sentence | null;
  readonly before: readonly Sentence[];
  /** It stands in the draft as it is. */
  readonly isKept: boolean;
};

/** Sentences less alike than this are not the same sentence reworded. */
const sameFrom = 0.3;
/** From such a share of its words on, a drafted sentence has gone into a sent one. */
const mergedFrom = 0.3;

/** More are compared letter by letter alone. */
const mostPairs = 4_000;

/** What became of the sentences of an answer, in the order in which they were sent; what was taken out stands last. */
export function alignedChanges(before: string, after: string, read: MeaningReader): readonly AlignedChange[] {
  const drafted = sentencesOf(before);
  const sent = sentencesOf(after);
  const draftedWords = drafted.map(({ text }) => wordsOf(text).join(' '));
  const taken = new Set<number>();
  const kept = sent.map(({ text }) => {
    const words = wordsOf(text).join(' ');
    const same = draftedWords.findIndex((other, i) => !taken.has(i) && other === words);
    if (same >= 0) taken.add(same);
    return same >= 0;
  });
  const partners = sent.map((): number[] => []);
  const open = (): readonly number[] => drafted.flatMap((_, i) => (taken.has(i) ? [] : [i]));
  const loose = sent.flatMap((_, i) => (kept[i] === true ? [] : [i]));
  if (drafted.length * sent.length <= mostPairs) {
    pairByLikeness(drafted, sent, open(), loose, taken, partners);
    mergeRest(
      drafted.map(({ text }) => read(text)),
      sent.map(({ text }) => read(text)),
      { open, loose, taken, partners },
    );
  }
  // What is left was replaced by what has no partner, in order.
  const lonely = loose.filter((j) => partners[j]?.length === 0);
  const [heir] = lonely;
  if (heir !== undefined)
    for (const i of open()) {
      partners[heir]?.push(i);
      taken.add(i);
    }
  const of = (places: readonly number[]): readonly Sentence[] =>
    places.toSorted((a, b) => a - b).flatMap((i) => drafted[i] ?? []);
  return [
    ...sent.map((sentence, j) => ({ after: sentence, before: of(partners[j] ?? []), isKept: kept[j] === true })),
    ...open().map((i) => ({ after: null, before: of([i]), isKept: false })),
  ];
}

function pairByLikeness(
  drafted: readonly Sentence[],
  sent: readonly Sentence[],
  open: readonly number[],
  loose: readonly number[],
  taken: Set<number>,
  partners: readonly number[][],
): void {
  const pairs = open
    .flatMap((i) => loose.map((j) => ({ i, j, alike: likeness(drafted[i]?.text ?? '', sent[j]?.text ?? '') })))
    .filter(({ alike }) => alike >= sameFrom)
    .toSorted((a, b) => b.alike - a.alike);
  const used = new Set<number>();
  for (const { i, j } of pairs) {
    if (taken.has(i) || used.has(j)) continue;
    taken.add(i);
    used.add(j);
    partners[j]?.push(i);
  }
}

/** Two drafted sentences that were drawn into one. */
function mergeRest(
  drafted: readonly Meaning[],
  sent: readonly Meaning[],
  state: {
    readonly open: () => readonly number[];
    readonly loose: readonly number[];
    readonly taken: Set<number>;
    readonly partners: readonly number[][];
  },
): void {
  for (const i of state.open()) {
    const own = drafted[i];
    if (own === undefined) continue;
    const shares = state.loose.map((j) => ({ j, share: sharedBy(own, sent[j]) })).toSorted((a, b) => b.share - a.share);
    const [best] = shares;
    if (best === undefined || best.share < mergedFrom) continue;
    state.taken.add(i);
    state.partners[best.j]?.push(i);
  }
}

function sharedBy(part: Meaning, whole: Meaning | undefined): number {
  if (whole === undefined) return 0;
  const all = part.terms.size + part.numbers.size;
  const missing =
    missingIn(part.terms, whole.terms).length + [...part.numbers].filter((one) => !whole.numbers.has(one)).length;
  if (part.values.length > 0) return holdsValues(part, whole) ? 1 : 0;
  return all === 0 ? 0 : 1 - missing / all;
}
