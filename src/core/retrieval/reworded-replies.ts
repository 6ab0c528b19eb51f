import type { Ask, Draft } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { Outcome } from '#shared/model/outcome.ts';
import type { Embedder } from '../ports/embedder.ts';
import { keepsWords } from './kept-words.ts';
import { type ReplyReading, keptReadings, readReply, readReplyByWords, unreadReply } from './read-reply.ts';
import { type Compared, type UsualNearness, usualNearness } from './usual-nearness.ts';

/** What an ask's reply says of the nearest answer, by what was done and by its words. */
export type JudgedAsk = {
  readonly draft: Draft;
  readonly outcome: Outcome;
  readonly ask: Ask;
  /** The nearest answer. */
  readonly evidence: Evidence;
  readonly judged: NonNullable<Ask['judged']>;
  readonly isRight: boolean;
  /** Written by a person in other words than the nearest answer's: it may say that all the same. */
  readonly isReworded: boolean;
  /** The answer whose words it gives. */
  readonly saidId: string | null;
};

export type ReadAsk = JudgedAsk & {
  /** How near the reply comes to the nearest answer, and whether it says otherwise of the same; null where its words tell. */
  readonly reading: { readonly nearness: number; readonly isOtherwise: boolean } | null;
};

export type ReadingDeps = {
  readonly embedder: () => Embedder | null;
  readonly passTurn: () => Promise<void>;
};

/** The replies that were read, newest first, and what nearness is usual among them. */
export type ReadReplies = { readonly read: readonly ReadAsk[]; readonly usual: UsualNearness | null };

/** Replies read by their meaning in one go: some seconds where each is long. */
const mostReadAtOnce = 100;

/**
 * Reads replies in other words by their meaning, the newest first. Where so many are not read yet that it would take
 * long, those before them wait for the next time, whatever they say: else what is left would be those that are right.
 * Without an embedder the words that they share with the answers tell.
 */
export async function readReworded(
  deps: ReadingDeps,
  storeId: string,
  judged: readonly JudgedAsk[],
): Promise<ReadReplies> {
  const outcomes = Map.groupBy(judged, ({ outcome }) => outcome.id);
  const embedder = deps.embedder();
  const byMeaning = embedder === null ? null : await readByMeaning(deps, embedder, storeId, outcomes);
  if (byMeaning !== null) return byMeaning;
  const readings = new Map<string, ReplyReading>();
  for (const [id, asks] of outcomes) {
    const texts = textsOf(asks);
    if (texts === null) continue;
    readings.set(id, readReplyByWords(texts.reply, texts.shown, texts.reworded));
    await deps.passTurn();
  }
  return readWith(readings, [...outcomes.values()]);
}

/** Null where it cannot be read by its meaning now. */
async function readByMeaning(
  deps: ReadingDeps,
  embedder: Embedder,
  storeId: string,
  outcomes: ReadonlyMap<string, readonly JudgedAsk[]>,
): Promise<ReadReplies | null> {
  const known = keptReadings(embedder, storeId);
  for (const id of known.keys()) if (!outcomes.has(id)) known.delete(id);
  const read: Array<readonly JudgedAsk[]> = [];
  let unread = mostReadAtOnce;
  for (const [id, asks] of outcomes) {
    const texts = textsOf(asks);
    if (texts !== null && !known.has(id)) {
      if (unread-- === 0) break;
      const reading = await readReply(embedder, texts.reply, texts.shown, texts.reworded).catch(() => null);
      if (reading === null) return null;
      known.set(id, reading);
      await deps.passTurn();
    }
    read.push(asks);
  }
  return readWith(known, read);
}

/** A reply in other words with the answers that were shown beside it, and those it may say; null where its words tell. */
function textsOf(asks: readonly JudgedAsk[]) {
  const reworded = asks.filter((one) => one.isReworded).map(({ evidence }) => evidence);
  const [first] = asks;
  if (first === undefined || reworded.length === 0) return null;
  return { reply: first.outcome.sentText, shown: shownIn(first.draft), reworded };
}

function shownIn({ evidence }: Draft): readonly Evidence[] {
  return evidence.filter(({ kind }) => kind === 'knowledge' || kind === 'learned');
}

function readWith(
  readings: ReadonlyMap<string, ReplyReading>,
  outcomes: ReadonlyArray<readonly JudgedAsk[]>,
): ReadReplies {
  const compared: Compared[] = [];
  const read = outcomes.flatMap((asks): readonly ReadAsk[] => {
    const texts = textsOf(asks);
    const [first] = asks;
    if (first === undefined || texts === null) return asks.map((one) => ({ ...one, reading: null }));
    const { toAnswers, amongAnswers, otherwise } = readings.get(first.outcome.id) ?? unreadReply;
    const nearest = new Set(asks.map(({ evidence }) => evidence.id));
    const others = texts.shown.filter((one) => !nearest.has(one.id) && !keepsWords(first.outcome, one));
    compared.push({ toOthers: others.flatMap((one) => toAnswers.get(one.id) ?? []), amongAnswers });
    return asks.map((one) => {
      const nearness = one.isReworded ? (toAnswers.get(one.evidence.id) ?? null) : null;
      return { ...one, reading: nearness === null ? null : { nearness, isOtherwise: otherwise.has(one.evidence.id) } };
    });
  });
  return { read, usual: usualNearness(compared) };
}
