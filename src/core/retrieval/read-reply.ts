import type { Evidence } from '#shared/model/evidence.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { foldedInPlace } from '../health/folded-text.ts';
import { answerSign } from '../health/stances.ts';
import { likeness } from '../learning/kept-share.ts';
import type { Embedder } from '../ports/embedder.ts';
import { polarityOf } from '../support/polarity.ts';
import { claimsOf } from '../support/read-text.ts';
import { areComparable, isSameClaim } from '../support/same-claim.ts';
import { dotProduct } from './dot-product.ts';

/** How near a reply comes to each answer that was shown beside it, and these to one another. Cosines, −1…1, or shares of words, 0…1. */
export type ReplyReading = {
  readonly toAnswers: ReadonlyMap<string, number>;
  /** Of every two of the answers. */
  readonly amongAnswers: readonly number[];
  /** Answers of which it says another value, or a no for a yes. */
  readonly otherwise: ReadonlySet<string>;
};

export const unreadReply: ReplyReading = { toAnswers: new Map(), amongAnswers: [], otherwise: new Set() };

/** Sentences that are read of a text beside the whole: who answers one thing says it in fewer. */
const mostSentences = 8;

/** Reads a reply against the answers that were shown; of `nearest` also whether it says otherwise. Errors: those of the embedder. */
export async function readReply(
  embedder: Embedder,
  reply: string,
  shown: readonly Evidence[],
  nearest: readonly Evidence[],
): Promise<ReplyReading> {
  const parts = [reply, ...shown.map(({ answer }) => answer)].map(partsOf);
  const texts = [...new Set(parts.flat())];
  const made = await embedder.embed(texts, undefined, 'answer');
  const vectors = new Map(texts.map((text, i) => [text, made[i] ?? new Float32Array(embedder.dimensions)]));
  const [own = [], ...others] = parts.map((those) => those.flatMap((text) => vectors.get(text) ?? []));
  return {
    toAnswers: new Map(shown.map(({ id }, i) => [id, nearness(own, others[i] ?? [])])),
    amongAnswers: others.flatMap((one, i) => others.slice(i + 1).map((other) => nearness(one, other))),
    otherwise: new Set(nearest.filter((one) => saysOtherwise(reply, one)).map(({ id }) => id)),
  };
}

/** The same by the words that they share, where nobody can read their meaning. */
export function readReplyByWords(
  reply: string,
  shown: readonly Evidence[],
  nearest: readonly Evidence[],
): ReplyReading {
  const near = (one: string, other: string): number =>
    Math.max(
      ...partsOf(one).map((part) => likeness(part, other)),
      ...partsOf(other).map((part) => likeness(one, part)),
    );
  return {
    toAnswers: new Map(shown.map(({ id, answer }) => [id, near(reply, answer)])),
    amongAnswers: shown.flatMap((one, i) => shown.slice(i + 1).map((other) => near(one.answer, other.answer))),
    otherwise: new Set(nearest.filter((one) => saysOtherwise(reply, one)).map(({ id }) => id)),
  };
}

/** The whole, then its first sentences. */
function partsOf(text: string): readonly string[] {
  const sentences = sentencesOf(text).slice(0, mostSentences);
  return sentences.length < 2 ? [text] : [text, ...sentences.map((sentence) => sentence.text)];
}

/** The whole of one text against what comes nearest of the other: a reply greets, and an entry says more than was asked. */
function nearness(one: readonly Float32Array[], other: readonly Float32Array[]): number {
  const [first, second] = [one[0], other[0]];
  if (first === undefined || second === undefined) return 0;
  return Math.max(...one.map((part) => dotProduct(part, second)), ...other.map((part) => dotProduct(first, part)));
}

/** Whether a reply differs from an answer in a value of one kind, or the one says no where the other says yes. */
export function saysOtherwise(reply: string, { answer, language }: Pick<Evidence, 'answer' | 'language'>): boolean {
  return otherValue(reply, { answer, language }) !== null || signOf(reply) * signOf(answer) < 0;
}

/**
 * A value of an answer that a reply says otherwise, in the words of both: "10 weeks" and "16 weeks", rather one that the
 * answer says nowhere ("Kiln No. 4" is no other number of pieces). Null: there is none.
 */
export function otherValue(
  reply: string,
  { answer, language }: Pick<Evidence, 'answer' | 'language'>,
): { readonly answer: string; readonly reply: string } | null {
  const told = claimsOf(answer, language).filter(({ value }) => value !== null);
  const said = claimsOf(reply, language).filter(({ value }) => value !== null);
  const isNew = (one: (typeof said)[number]): boolean => !told.some((claim) => isSameClaim(one, claim));
  const pairs = told.flatMap((claim) => {
    const comparable = said.filter((one) => areComparable(one, claim));
    const first = comparable.find(isNew) ?? comparable[0];
    return first === undefined || comparable.some((one) => isSameClaim(one, claim)) ? [] : [{ claim, said: first }];
  });
  const pair = pairs.find((one) => isNew(one.said)) ?? pairs[0];
  if (pair === undefined) return null;
  return {
    answer: answer.slice(pair.claim.start, pair.claim.end),
    reply: reply.slice(pair.said.start, pair.said.end),
  };
}

/** Yes or no: by the first sentence that begins so, else where all is one statement. */
function signOf(text: string): 1 | -1 | 0 {
  const sentences = sentencesOf(foldedInPlace(text));
  const sign = sentences.map((sentence) => answerSign(sentence.text)).find((one) => one !== 0);
  const [only, ...others] = sentences;
  if (sign !== undefined || only === undefined || others.length > 0) return sign ?? 0;
  return polarityOf(only.text, /[?？]$/u.test(only.text))?.can ?? 0;
}

/** An outcome never changes: what was read of one is kept in memory, beside its embedder and as long as it. */
const kept = new WeakMap<Embedder, Map<string, Map<string, ReplyReading>>>();

/** What was read of a store's outcomes by this embedder, by their ids. */
export function keptReadings(embedder: Embedder, storeId: string): Map<string, ReplyReading> {
  const stores = kept.get(embedder) ?? new Map<string, Map<string, ReplyReading>>();
  const known = stores.get(storeId) ?? new Map<string, ReplyReading>();
  kept.set(embedder, stores.set(storeId, known));
  return known;
}
