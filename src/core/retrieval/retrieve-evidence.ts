import type { Language } from '#shared/model/basics.ts';
import type { Channel } from '#shared/model/conversation.ts';
import type { Ask, SilenceReason } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isForeign } from '#shared/answer-language.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type Candidate, type Ranking, correctionSlack, evidenceOf, isSameMatter, spokenBy } from './candidate.ts';
import { type Features, confidenceOf, featuresOf } from './confidence.ts';
import { joinedRankings } from './join-rankings.ts';
import { rankCandidates } from './rank-candidates.ts';
import { searchedText } from './searched-text.ts';
import { correctedQuestion } from './spelling.ts';
import type { StoreModel } from './store-model.ts';
import { subjectsNamed } from './subjects-named.ts';

export type RetrievalDeps = Pick<Database, 'passages' | 'knowledge' | 'learned' | 'words'> & {
  /** Null while there is none: the search goes by words alone. */
  readonly embedder: () => Embedder | null;
  readonly modelOf: (storeId: string) => StoreModel;
  /** Who works at the desk, for whom drafts are made; null: nobody in particular. */
  readonly profileId: () => string | null;
};

export type RetrievalInput = {
  readonly storeId: string;
  /** The question as it was asked. */
  readonly question: string;
  /** The question with what was said around it; the same where nothing was. */
  readonly context: string;
  /** What the conversation is known to be about; null: what the context names, and where it names nothing, anything. */
  readonly about: readonly string[] | null;
  /** Null: not known. */
  readonly channel: Channel | null;
  /** The moment for which an answer is wanted, ms UTC. */
  readonly at: number;
  /** The language a reply has to be in; null: any will do. */
  readonly language: Language | null;
  /** Whether an answer in another language is offered, for an agent to translate; left out: it is shown and not offered. */
  readonly offersOtherLanguage?: boolean;
};

export type Retrieved = {
  /** Best first; what is used if `silence` is null is the first. */
  readonly evidence: readonly Evidence[];
  readonly silence: SilenceReason | null;
  readonly confidence: number;
  /** What the confidence was made of; null where nothing was found. */
  readonly judged: Ask['judged'];
};

const evidenceShown = 6;

export type ReadingDeps = Pick<RetrievalDeps, 'embedder' | 'modelOf' | 'words'>;

/** Texts of one draft with their vectors, made before anything is looked up. */
export type PreparedTexts = {
  /** Null where there was no embedder. */
  readonly embedderId: string | null;
  readonly vectors: ReadonlyMap<string, Float32Array>;
  /** What is searched for in place of each text. */
  readonly readings: ReadonlyMap<string, string>;
};

/**
 * Embeds what is about to be searched for, all of it at once: the only part of a search that waits. The vectors are
 * found by the texts as they were asked. Where embedding fails, words alone find it. Errors: those of the embedder where
 * `signal` has aborted.
 */
export async function preparedTexts(
  deps: ReadingDeps,
  texts: readonly string[],
  search: Pick<RetrievalInput, 'storeId' | 'about'>,
  signal?: AbortSignal,
): Promise<PreparedTexts> {
  const embedder = deps.embedder();
  const wanted = [...new Set(texts)];
  const model = deps.modelOf(search.storeId);
  const vocabulary = deps.words.vocabulary();
  const searched = wanted.map((text) => searchedText(model, correctedQuestion(vocabulary, text), search.about));
  const readings = new Map(wanted.map((text, i) => [text, searched[i] ?? text]));
  const vectors = await embedder?.embed(searched, signal).catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    return null;
  });
  if (embedder === null || vectors == null) return { embedderId: null, vectors: new Map(), readings };
  return {
    embedderId: embedder.id,
    readings,
    vectors: new Map(wanted.map((text, i) => [text, vectors[i] ?? new Float32Array(embedder.dimensions)])),
  };
}

/** Finds the passages that answer one question and says how likely the first of them is right. */
export async function retrieveEvidence(deps: RetrievalDeps, input: RetrievalInput): Promise<Retrieved> {
  return evidenceFor(deps, await preparedTexts(deps, [input.question, input.context], input), input);
}

/**
 * The same for texts that are prepared, within one turn: whatever is asked for together sees the same knowledge, never
 * one version here and another there.
 */
export function evidenceFor(deps: RetrievalDeps, texts: PreparedTexts, input: RetrievalInput): Retrieved {
  return judged(rankedFor(deps, texts, input), deps.modelOf(input.storeId), input);
}

/** What may answer a question, in the order in which it would be offered. */
export function rankedFor(deps: RetrievalDeps, prepared: PreparedTexts, input: RetrievalInput): Ranking {
  const { storeId, channel, at } = input;
  const profileId = deps.profileId();
  const about = aboutOf(deps, input);
  const model = deps.modelOf(storeId);
  const [alone, around] = [...new Set([input.question, input.context])].map((text) => {
    const vector = prepared.vectors.get(text) ?? null;
    const embedderId = vector === null ? null : prepared.embedderId;
    const question = { text: prepared.readings.get(text) ?? text, vector, embedderId };
    const { classifier, votes, confirmed } = model;
    return rankCandidates(deps, question, { storeId, profileId, about, channel, at }, classifier, votes, confirmed);
  });
  if (alone === undefined) return { candidates: [], regime: 'spaced/words', termCount: 0 };
  const { language } = input;
  const found = around === undefined ? alone : joinedRankings(alone, around, about !== null);
  const ranking = withCorrectionsFirst(found, language);
  if (language === null) return ranking;
  const first = input.offersOtherLanguage === true ? betterForeign(ranking, model, language) : null;
  return { ...ranking, candidates: sameLanguageFirst(ranking.candidates, language, first) };
}

/** What a question is about: what is known of it, else the subjects that it names; null where it names none. */
export function aboutOf(
  deps: Pick<RetrievalDeps, 'passages' | 'profileId'>,
  { storeId, about, channel, at, context }: Pick<RetrievalInput, 'storeId' | 'about' | 'channel' | 'at' | 'context'>,
): readonly string[] | null {
  if (about !== null) return about;
  const scope = { storeId, profileId: deps.profileId(), about: null, channel, at };
  return subjectsNamed(deps.passages.subjects(scope), context);
}

/** Puts an agent's correction before the entry it corrects; what translates an entry only for who reads the translation. */
function withCorrectionsFirst(ranking: Ranking, language: Language | null): Ranking {
  const candidates = [...ranking.candidates];
  for (const correction of ranking.candidates) {
    if (correction.correctsEntryId === null) continue;
    const corrected = candidates.findIndex((other) => other.ownerId === correction.correctsEntryId);
    const own = candidates.indexOf(correction);
    const entry = candidates[corrected];
    if (entry === undefined || corrected > own) continue;
    const isTranslation = isForeign(correction, entry.language);
    if (isTranslation ? correction.language !== language : entry.score - correction.score > correctionSlack) continue;
    candidates.splice(own, 1);
    candidates.splice(corrected, 0, correction);
  }
  return { ...ranking, candidates };
}

function judged(
  ranking: Ranking,
  model: StoreModel,
  { language, offersOtherLanguage }: Pick<RetrievalInput, 'language' | 'offersOtherLanguage'>,
): Retrieved {
  const { regime } = ranking;
  const weights = model.calibration[regime];
  const evidence = distinctAnswers(ranking.candidates)
    .slice(0, evidenceShown)
    .map((candidate) => evidenceOf(candidate, confidenceIn(ranking, candidate, weights)));
  const first = evidence[0];
  if (first === undefined) return { evidence, silence: 'no_evidence', confidence: 0, judged: null };
  const isUnread = offersOtherLanguage !== true && language !== null && isForeign(first, language);
  const silence = isUnread ? 'other_language' : silenceOf(ranking, first, model.offeredFrom(first.topic));
  const judgement = { ownerId: first.id, regime, features: [...featuresOf(ranking)] };
  return { evidence, silence, confidence: first.confidence, judged: judgement };
}

/** Of several that say the same the first: another wording of one answer is no other choice. */
function distinctAnswers(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...Map.groupBy(candidates, ({ answerKey }) => answerKey).values()].flatMap(([first]) => first ?? []);
}

/** A correction takes the place of what it corrects: where that would have been offered, so is the correction. */
function confidenceIn(ranking: Ranking, candidate: Candidate, weights: Features): number {
  const { candidates } = ranking;
  const own = confidenceAt(ranking, candidates.indexOf(candidate), weights);
  const corrected = candidates.findIndex((other) => other.ownerId === candidate.correctsEntryId);
  return corrected < 0 ? own : Math.max(own, confidenceAt(ranking, corrected, weights));
}

/** Two that come this close are equally near. */
const tie = 0.02;
/** Of two that are equally near and say different things at most one is right … */
const mostOfTwo = 0.49;
/** … unless so much speaks for one that the other hardly matters. */
const surely = 0.8;

function confidenceAt(ranking: Ranking, index: number, weights: Features): number {
  const confidence = confidenceOf(featuresOf(ranking, index), weights);
  const candidate = ranking.candidates[index];
  // What one agent once wrote for another question is no more likely right than wrong.
  if (candidate?.isUnconfirmed === true) return Math.min(confidence, mostOfTwo);
  // A classifier tells answers apart that are equally near.
  if (candidate === undefined || candidate.posterior !== null || confidence >= surely) return confidence;
  return isTied(ranking, candidate) ? Math.min(confidence, mostOfTwo) : confidence;
}

function isTied({ candidates }: Ranking, candidate: Candidate): boolean {
  const rival = candidates.find((other) => other !== candidate && !isSameMatter(other, candidate));
  // By words alone many are: how near they are is not known yet.
  if (rival === undefined || candidate.cosine === null || rival.cosine === null) return false;
  return Math.abs(candidate.likeness - rival.likeness) < tie;
}

/** A translation is worth its work where it is wrong at most so often as what the customer reads. */
const worthTranslating = 0.5;

/**
 * The passage in another language that stands before all that the customer reads: it would be offered, and of these the
 * first would not, or is wrong far more often. Null where none does.
 */
function betterForeign(ranking: Ranking, model: StoreModel, language: Language): Candidate | null {
  const foreign = ranking.candidates.find((candidate) => isForeign(candidate, language));
  if (foreign === undefined) return null;
  const weights = model.calibration[ranking.regime];
  const confidence = confidenceIn(ranking, foreign, weights);
  if (confidence < model.offeredFrom(foreign.topic)) return null;
  const own = ranking.candidates.find((candidate) => !isForeign(candidate, language));
  if (own === undefined) return foreign;
  const ownConfidence = confidenceIn(ranking, own, weights);
  const isOffered = ownConfidence >= model.offeredFrom(own.topic);
  return isOffered && 1 - confidence > worthTranslating * (1 - ownConfidence) ? null : foreign;
}

function sameLanguageFirst(
  candidates: readonly Candidate[],
  language: Language,
  first: Candidate | null,
): readonly Candidate[] {
  const others = candidates.filter((candidate) => candidate !== first);
  const foreign = others.filter((candidate) => isForeign(candidate, language));
  const own = others.filter((candidate) => !isForeign(candidate, language));
  return [...(first === null ? [] : [first]), ...own, ...foreign];
}

function silenceOf(ranking: Ranking, first: Evidence, offeredFrom: number): SilenceReason | null {
  if (first.confidence >= offeredFrom) return null;
  if (first.confidence < 0.1) return 'no_evidence';
  const [top] = ranking.candidates;
  const isClose = top !== undefined && isTied(ranking, top);
  return isClose && first.confidence > 0.25 ? 'ambiguous' : 'weak_evidence';
}

/** A passage that a person picked, whatever the search thinks of it. Errors: `not_found`. */
export function pickedEvidence(deps: Pick<Database, 'knowledge' | 'learned'>, ownerId: string): Evidence {
  const owner = deps.knowledge.find(ownerId) ?? deps.learned.get(ownerId);
  return { ...spokenBy(owner), id: owner.id, confidence: 1, cosine: null, overlap: 0 };
}
