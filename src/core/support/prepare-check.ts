import type { Embedder } from '../ports/embedder.ts';
import type { Clock } from '../ports/clock.ts';
import type { SearchScope } from '../ports/passage-index.ts';
import { overlaidAmong } from '../retrieval/standing.ts';
import { type RetrievalDeps, pickedEvidence, preparedTexts, rankedFor } from '../retrieval/retrieve-evidence.ts';
import { type CheckDeps, type CheckInput, checkReply, gatheredFor } from './check-reply.ts';
import { nearnessAmong } from './nearness.ts';
import type { Prepared } from './prepared.ts';
import { sentenceStretches } from './read-text.ts';
import { type Passage, readSources } from './source-text.ts';
import { statementsCompared } from './support-map.ts';

export type PrepareDeps = CheckDeps &
  RetrievalDeps & { readonly embedder: () => Embedder | null; readonly clock: Clock };

/** Passages that are looked at for one sentence, sentences that are looked up at once, and what is worth it. */
const mostFound = 3;
const mostLookedUp = 8;
const shortest = 8;
/** How long what was found for a sentence is remembered, ms, and for how many. */
const rememberedMs = 60_000;
const mostRemembered = 500;

type Found = { readonly ids: readonly string[]; readonly at: number };
/** What was found for a sentence, by the index it was looked up in. */
const remembered = new WeakMap<object, Map<string, Found>>();

/**
 * Makes ready what a check waits for: the vectors of the sentences that are compared, and, for sentences that nothing in
 * view stands behind, what else the store knows. A sentence is looked up once, not at every key; whether what was found
 * may answer now is asked each time. Where there is no embedder, words alone find it. Errors: `not_found`.
 */
export async function prepareCheck(deps: PrepareDeps, input: CheckInput, signal?: AbortSignal): Promise<Prepared> {
  const { sources, language, conversation } = gatheredFor(deps, input);
  const read = readSources(sources);
  const nearness = await nearnessAmong(deps, statementsCompared([input.text], language, read), signal);
  const bare: Prepared = { nearness, passages: () => [] };
  const doubted = doubtedSentences(input.text, checkReply(deps, input, bare));
  if (doubted.length === 0) return bare;
  const { storeId, channel } = conversation;
  const scope = { storeId, about: null, channel, at: deps.clock.now() };
  const ids = await idsFor(deps, doubted, scope, signal);
  const passages = (known: readonly string[]): readonly Passage[] =>
    standing(deps, ids, { ...scope, at: deps.clock.now() })
      .filter((id) => !known.includes(id))
      .map((id) => ({ ...pickedEvidence(deps, id), index: null, isRecalled: true }));
  const found = passages(sources.passages.map(({ id }) => id));
  if (found.length === 0) return bare;
  const wider = readSources({ ...sources, passages: [...sources.passages, ...found] });
  return { nearness: await nearnessAmong(deps, statementsCompared([input.text], language, wider), signal), passages };
}

function doubtedSentences(text: string, marks: ReturnType<typeof checkReply>): readonly string[] {
  const doubts = marks.filter(({ verdict, kind }) => verdict !== 'supported' && kind !== 'state');
  return sentenceStretches(text)
    .filter(({ start, end }) => doubts.some((mark) => start <= mark.start && mark.start < end))
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((sentence) => sentence.length >= shortest)
    .slice(0, mostLookedUp);
}

/** The owners of passages that lie nearest to any of the sentences. */
async function idsFor(
  deps: PrepareDeps,
  sentences: readonly string[],
  scope: SearchScope,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const known = remembered.get(deps.passages) ?? new Map<string, Found>();
  remembered.set(deps.passages, known);
  const keyOf = (sentence: string): string => `${scope.storeId}\u0001${scope.channel ?? ''}\u0001${sentence}`;
  const isFresh = (found: Found | undefined): boolean => found !== undefined && scope.at - found.at < rememberedMs;
  const missing = sentences.filter((sentence) => !isFresh(known.get(keyOf(sentence))));
  const prepared = await preparedTexts(deps, missing, scope, signal);
  for (const sentence of missing) {
    const search = { ...scope, question: sentence, context: sentence, language: null };
    const ids = rankedFor(deps, prepared, search)
      .candidates.slice(0, mostFound)
      .map(({ ownerId }) => ownerId);
    known.delete(keyOf(sentence));
    known.set(keyOf(sentence), { ids, at: scope.at });
    if (known.size > mostRemembered) known.delete([...known.keys()][0] ?? '');
  }
  return [...new Set(sentences.flatMap((sentence) => known.get(keyOf(sentence))?.ids ?? []))];
}

/** Those that may answer now and that no other takes the place of. */
function standing(deps: PrepareDeps, ids: readonly string[], scope: SearchScope): readonly string[] {
  const answering = deps.passages.answering(ids, scope);
  const overlaid = overlaidAmong(deps.passages, ids, scope);
  return ids.filter((id) => answering.has(id) && !overlaid.has(id));
}
