import { detectLanguage } from '../conversations/detect-language.ts';
import { likeness } from '../learning/kept-share.ts';
import type { KnowledgeFileRow } from '../ports/knowledge-reader.ts';
import { askedTerms } from '../retrieval/terms.ts';
import { excerptOf } from './excerpt.ts';
import type { PastPair } from './pairs-of-conversation.ts';
import { dotProduct } from '../retrieval/dot-product.ts';

/** The vector of a question, of length 1; null where there is none. */
export type VectorOf = (question: string) => Float32Array | null;

/** Questions that share so much of their words are one, or so much of their meaning. */
const sameWords = 0.8;
const sameMeaning = 0.9;
/** Paraphrases share a word or two; meaning alone joins questions of other things. */
const leastSharedWords = 0.25;
/** Answers less alike are different answers. */
const sameAnswer = 0.6;
/** A term of more questions than this tells none of them apart. */
const commonTerm = 400;
const mostCandidates = 300;

/**
 * Pairs of many conversations as rows of one file, oldest conversation first: those that ask the same are one, with the
 * answer that was given most often, of those the newest. `topic` is left empty; the excerpt begins with how often it was
 * answered so ("3× …"). Seen once is unsure. Refusals stay rows of their own. `passTurn` lets other work run, and may end
 * it by an error.
 */
export async function joinedPairs(
  pairs: readonly PastPair[],
  passTurn: () => Promise<void>,
  vectorOf: VectorOf = () => null,
): Promise<readonly KnowledgeFileRow[]> {
  const turn = turnsOf(passTurn);
  const groups = await groupsOf(
    pairs.filter(({ refusal }) => refusal === null),
    vectorOf,
    turn,
  );
  const rows: KnowledgeFileRow[] = [];
  for (const group of groups) {
    await turn(group.length);
    rows.push(rowOf(group));
  }
  const refused = pairs.flatMap((pair): KnowledgeFileRow[] =>
    pair.refusal === null
      ? []
      : [{ row: pair.row, key: pair.key, excerpt: excerptOf(pair.question), content: null, refusal: pair.refusal }],
  );
  return [...rows, ...refused].toSorted((left, right) => left.row - right.row);
}

/** Pairs looked at between two turns. */
const slice = 50;

/** Passes a turn whenever so many pairs have been looked at since the last one. */
function turnsOf(passTurn: () => Promise<void>): (pairs: number) => Promise<void> {
  let since = 0;
  return async (pairs) => {
    since += pairs;
    if (since < slice) return;
    since = 0;
    await passTurn();
  };
}

function rowOf(group: readonly PastPair[]): KnowledgeFileRow {
  const answers = clustered(group);
  const best = answers.reduce((left, right) => {
    if (right.length !== left.length) return right.length > left.length ? right : left;
    return newestOf(right).at > newestOf(left).at ? right : left;
  });
  const chosen = newestOf(best);
  const question = typicalOf(group);
  const first = group.reduce((left, right) => (right.row < left.row ? right : left));
  return {
    row: first.row,
    // Of the oldest of them: it stays when newer ones join.
    key: first.key,
    excerpt: excerptOf(`${group.length}× ${question}`),
    isUnsure: best.length < 2 || answers.length > 1 || best.every(({ isUnsure }) => isUnsure),
    content: {
      kind: 'pair',
      question,
      answer: chosen.answer,
      topic: null,
      scope: [],
      language: detectLanguage(`${question}\n${chosen.answer}`),
      channels: [],
      attributes: [],
      validity: null,
      overlaysEntryId: null,
    },
    refusal: null,
  };
}

/** Those that nothing was left out of first. */
function newestOf(pairs: readonly PastPair[]): PastPair {
  return pairs.reduce((left, right) => {
    if (left.isUnsure !== right.isUnsure) return left.isUnsure ? right : left;
    return right.at > left.at ? right : left;
  });
}

const mostCompared = 50;

/** Answers that say the same, in other words. */
function clustered(group: readonly PastPair[]): ReadonlyArray<readonly PastPair[]> {
  const clusters: PastPair[][] = [];
  for (const pair of group.toSorted((left, right) => right.at - left.at).slice(0, 4 * mostCompared)) {
    const same = clusters.find(([one]) => one !== undefined && likeness(one.answer, pair.answer) >= sameAnswer);
    if (same !== undefined) same.push(pair);
    else clusters.push([pair]);
  }
  return clusters;
}

/** The question most like the others; of two the shorter. */
function typicalOf(group: readonly PastPair[]): string {
  const questions = [...new Set(group.map(({ question }) => question))].slice(0, mostCompared);
  const scored = questions.map((question) => ({
    question,
    score: questions.reduce((sum, other) => sum + likeness(question, other), 0),
  }));
  return scored.reduce((left, right) => {
    const isNearer = right.score - left.score > 1e-9;
    const isShorter = Math.abs(right.score - left.score) <= 1e-9 && right.question.length < left.question.length;
    return isNearer || isShorter ? right : left;
  }).question;
}

type Asked = {
  readonly terms: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly vector: Float32Array | null;
};

/** Groups of pairs that ask the same. Each is compared with the first of the groups that share a telling word with it. */
async function groupsOf(
  pairs: readonly PastPair[],
  vectorOf: VectorOf,
  turn: (pairs: number) => Promise<void>,
): Promise<ReadonlyArray<readonly PastPair[]>> {
  const groups: { readonly head: Asked; readonly pairs: PastPair[] }[] = [];
  const byTerm = new Map<string, number[]>();
  for (const pair of pairs) {
    await turn(1);
    const { question } = pair;
    const asked = { terms: new Set(askedTerms(question)), names: namesIn(question), vector: vectorOf(question) };
    const near = candidatesFor(asked.terms, byTerm);
    const same = near.find((index) => groups[index] !== undefined && asksSame(groups[index].head, asked));
    if (same !== undefined) groups[same]?.pairs.push(pair);
    else {
      for (const term of asked.terms) note(byTerm, term, groups.length);
      groups.push({ head: asked, pairs: [pair] });
    }
  }
  return groups.map((group) => group.pairs);
}

/** One more group that has the term; none beyond those by which the term tells nothing any more. */
function note(byTerm: Map<string, number[]>, term: string, group: number): void {
  const groups = byTerm.get(term);
  if (groups === undefined) byTerm.set(term, [group]);
  else if (groups.length <= commonTerm) groups.push(group);
}

/** Groups that share words with a question, most of them first. */
function candidatesFor(terms: ReadonlySet<string>, byTerm: ReadonlyMap<string, readonly number[]>): readonly number[] {
  const counts = new Map<number, number>();
  for (const term of terms) {
    const groups = byTerm.get(term) ?? [];
    if (groups.length <= commonTerm) for (const index of groups) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return [...counts]
    .toSorted((left, right) => right[1] - left[1])
    .slice(0, mostCandidates)
    .map(([index]) => index);
}

function asksSame(one: Asked, other: Asked): boolean {
  let shared = 0;
  for (const term of one.terms) if (other.terms.has(term)) shared++;
  const words = one.terms.size + other.terms.size === 0 ? 0 : (2 * shared) / (one.terms.size + other.terms.size);
  // "to Norway" and "to Sweden" differ in the one word that counts.
  if (words >= sameWords && !differsInName(one, other)) return true;
  if (words < leastSharedWords || differsInName(one, other)) return false;
  return cosineOf(one.vector, other.vector) >= sameMeaning;
}

/** Whether each names something, by a capital or a number, that the other does not. */
function differsInName(one: Asked, other: Asked): boolean {
  const namesMore = (left: Asked, right: Asked): boolean => [...left.names].some((name) => !right.names.has(name));
  return namesMore(one, other) && namesMore(other, one);
}

function namesIn(text: string): ReadonlySet<string> {
  const inner = text.match(/(?<=[\p{L}\p{N},;:]\s)\p{Lu}[\p{L}\p{M}]+|\d+(?:[.,]\d+)?/gu) ?? [];
  return new Set(inner.map((name) => name.toLowerCase()));
}

function cosineOf(one: Float32Array | null, other: Float32Array | null): number {
  return one === null || other === null ? 0 : dotProduct(one, other);
}
