import type { Language } from '#shared/model/basics.ts';
import { type ComparedQuestion, comparedQuestion, questionLikeness } from './question-likeness.ts';
import { type Signature, nearPairs, signatureOf } from './vector-signature.ts';

/** A question to be grouped, as it was asked. */
export type GroupedQuestion = {
  readonly text: string;
  readonly language: Language;
  readonly vector: Float32Array | null;
  /** What was answered, in folded form; null where that is not known or tells nothing. */
  readonly answer: string | null;
};

/** Places in the list that was given, earliest first; the first is the group's name, `best` says what all of them ask. */
export type QuestionGroup = { readonly members: readonly number[]; readonly best: number };

/** Two groups are one from this mean likeness of their questions on. */
const sameFrom = 0.47;
/** So alike are two questions that got the same answer: one entry answers both. */
const sameAnswerLikeness = 0.75;
/** Less alike than this on its own speaks for nothing. */
const linkedFrom = 0.34;
/** More questions than this share a word: the word leads nowhere by itself. */
const mostSharing = 400;

export type GroupOptions = {
  /** Lets other work run; called between slices. */
  readonly passTurn: () => Promise<void>;
};

/**
 * Groups questions that ask the same, by what they say and what they mean: average linkage over the pairs that share a
 * telling word or lie near each other. The same questions in the same order make the same groups.
 */
export async function groupedQuestions(
  questions: readonly GroupedQuestion[],
  { passTurn }: GroupOptions,
): Promise<readonly QuestionGroup[]> {
  const groups: QuestionGroup[] = [];
  const byLanguage = Map.groupBy(questions.keys(), (i) => questions[i]?.language ?? 'und');
  for (const places of byLanguage.values()) {
    for (const group of await groupedInLanguage(questions, places, passTurn)) groups.push(group);
  }
  return groups.sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0));
}

async function groupedInLanguage(
  questions: readonly GroupedQuestion[],
  places: readonly number[],
  passTurn: () => Promise<void>,
): Promise<readonly QuestionGroup[]> {
  // The same words are one question, however often they come.
  const byWording = Map.groupBy(places, (place) => wordingOf(questions[place]?.text ?? ''));
  const wordings = [...byWording.values()];
  const compared = wordings.map(([first]) => {
    const question = questions[first ?? 0];
    return comparedQuestion(question?.text ?? '', question?.vector ?? null);
  });
  const answers = wordings.map(
    (same) => same.map((place) => questions[place]?.answer ?? null).find((one) => one !== null) ?? null,
  );
  const links = await likePairs(compared, answers, passTurn);
  const counts = wordings.map((same) => same.length);
  const clusters = await linked(compared.length, links, passTurn);
  return clusters.map((cluster) => ({
    members: cluster.flatMap((wording) => wordings[wording] ?? []).sort((a, b) => a - b),
    best: wordings[medoid(cluster, links, counts, compared)]?.[0] ?? 0,
  }));
}

function wordingOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

type Links = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** Questions, and pairs, between two turns of others. */
const slice = 40;
const pairSlice = 2_000;

/** Likeness of every pair worth looking at: those with a word in common that few others have, and those whose vectors lie near. */
async function likePairs(
  compared: readonly ComparedQuestion[],
  answers: ReadonlyArray<string | null>,
  passTurn: () => Promise<void>,
): Promise<Links> {
  const sharing = new Map<string, number[]>();
  compared.forEach(({ terms }, i) => {
    for (const term of terms.keys()) {
      const list = sharing.get(term);
      if (list === undefined) sharing.set(term, [i]);
      else list.push(i);
    }
  });
  const byAnswer = Map.groupBy(
    [...answers.keys()].filter((i) => answers[i] !== null),
    (i) => answers[i] ?? null,
  );
  const signatures: Array<Signature | null> = [];
  for (const { vector } of compared) {
    if (signatures.length % slice === slice - 1) await passTurn();
    signatures.push(vector === null ? null : signatureOf(vector));
  }
  const links = new Map<number, Map<number, number>>();
  for (let i = 0; i < compared.length; i++) {
    if (i % slice === slice - 1) await passTurn();
    const own = compared[i] as ComparedQuestion;
    const others = new Set<number>();
    for (const term of own.terms.keys()) {
      const list = sharing.get(term) ?? [];
      if (list.length <= mostSharing) for (const other of list) if (other > i) others.add(other);
    }
    for (const other of nearPairs(signatures, i)) others.add(other);
    const sameAnswer = new Set(byAnswer.get(answers[i] ?? null) ?? []);
    for (const other of sameAnswer) if (other > i) others.add(other);
    for (const other of others) {
      const likeness = Math.max(
        questionLikeness(own, compared[other] as ComparedQuestion),
        sameAnswer.has(other) ? sameAnswerLikeness : 0,
      );
      if (likeness < linkedFrom) continue;
      link(links, i, other, likeness);
      link(links, other, i, likeness);
    }
  }
  return links;
}

function link(links: Map<number, Map<number, number>>, from: number, to: number, likeness: number): void {
  const known = links.get(from);
  if (known === undefined) links.set(from, new Map([[to, likeness]]));
  else known.set(to, likeness);
}

/** Average linkage: the nearest pair first, two groups join where their questions are alike enough in the mean. */
async function linked(
  count: number,
  links: Links,
  passTurn: () => Promise<void>,
): Promise<readonly (readonly number[])[]> {
  const groupOf = Array.from({ length: count }, (_, i) => i);
  const members = new Map(groupOf.map((i) => [i, [i]]));
  /** Sums of likeness between groups. */
  const sums = new Map([...links].map(([from, to]) => [from, new Map(to)]));
  const pairs: Array<readonly [number, number, number]> = [];
  for (const [from, others] of links)
    for (const [to, likeness] of others) if (from < to && likeness >= sameFrom) pairs.push([likeness, from, to]);
  await passTurn();
  pairs.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2]);
  for (const [done, [, a, b]] of pairs.entries()) {
    if (done % pairSlice === pairSlice - 1) await passTurn();
    const [one, other] = [groupOf[a] as number, groupOf[b] as number];
    if (one === other) continue;
    const [kept, gone] = one < other ? [one, other] : [other, one];
    const [left, right] = [members.get(kept) ?? [], members.get(gone) ?? []];
    const mean = (sums.get(kept)?.get(gone) ?? 0) / (left.length * right.length);
    if (mean < sameFrom) continue;
    for (const member of right) {
      groupOf[member] = kept;
      left.push(member);
    }
    members.delete(gone);
    join(sums, kept, gone);
  }
  return [...members.values()].map((group) => group.sort((a, b) => a - b));
}

function join(sums: Map<number, Map<number, number>>, kept: number, gone: number): void {
  const own = sums.get(kept) ?? new Map<number, number>();
  sums.set(kept, own);
  for (const [other, sum] of sums.get(gone) ?? []) {
    sums.get(other)?.delete(gone);
    if (other === kept) continue;
    const together = (own.get(other) ?? 0) + sum;
    own.set(other, together);
    sums.get(other)?.set(kept, together);
  }
  own.delete(gone);
  sums.delete(gone);
}

/** How much a bare word loses as the name of a group, beside a question of the usual length. */
const barest = 0.5;

/** The wording most like all others, the one asked more often where two are; not one that says less than most of them. */
function medoid(
  cluster: readonly number[],
  links: Links,
  counts: readonly number[],
  compared: readonly ComparedQuestion[],
): number {
  const said = cluster.map((one) => compared[one]?.weight ?? 0).toSorted((a, b) => a - b);
  const usual = said[Math.floor(said.length / 2)] ?? 0;
  let best = cluster[0] ?? 0;
  let bestScore = -1;
  for (const one of cluster) {
    const own = links.get(one);
    const likeness = cluster.reduce(
      (sum, other) => sum + (counts[other] ?? 1) * (other === one ? 1 : (own?.get(other) ?? 0)),
      0,
    );
    const fullness = usual === 0 ? 1 : Math.min(1, (compared[one]?.weight ?? 0) / usual);
    const score = likeness * (barest + (1 - barest) * fullness);
    if (score > bestScore + 1e-9) {
      best = one;
      bestScore = score;
    }
  }
  return best;
}
