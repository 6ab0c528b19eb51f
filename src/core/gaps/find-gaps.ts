import { AppError } from '#shared/errors.ts';
import type { Gap, GapCause, GapExample, GapReport } from '#shared/model/gap.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import type { Clock } from '../ports/clock.ts';
import type { PassageIndex } from '../ports/passage-index.ts';
import type { RetrievalDeps } from '../retrieval/retrieve-evidence.ts';
import { type AgentAnswerDeps, type Replies, agentAnswers, answerKeys, repliesOf } from './agent-answers.ts';
import { isAnsweredByNow } from './ask-again.ts';
import { type AskVectors, type KnownVectors, vectorsOf } from './ask-vectors.ts';
import { readingOf } from './english-reading.ts';
import { type QuestionGroup, groupedQuestions } from './group-questions.ts';
import { type OpenAsk, type OpenAskDeps, openAsks } from './open-asks.ts';

export type GapDeps = RetrievalDeps &
  OpenAskDeps &
  AgentAnswerDeps & {
    readonly clock: Clock;
    /** Lets other work run between slices. */
    readonly passTurn: () => Promise<void>;
    /** Keys of the groups that a person let stand. */
    readonly dismissedGaps: () => ReadonlySet<string>;
  };

/** What is worth keeping from one look to the next. */
export type GapMemory = {
  readonly vectors: AskVectors;
  /** The last grouping of a store, and what it was made of. */
  readonly groupings: Map<string, { readonly madeOf: string; readonly groups: readonly QuestionGroup[] }>;
};

/** An empty memory, for one desk as long as it runs. */
export function gapMemory(): GapMemory {
  return { vectors: new Map(), groupings: new Map() };
}

export type GapInput = { readonly storeId: string; readonly limit: number };

/** Groups asked again for each one that is shown: most of what is open stays open. */
const checkedPerShown = 4;

/**
 * The questions of customers that the knowledge has no good answer for, grouped, most often asked first. A group that a
 * person dismissed is left out, and one that knowledge answers by now: it is asked again, without the lessons, which
 * are a reply's and nobody's knowledge yet. Nothing is written. Errors: `cancelled`, those of the embedder.
 */
export async function findGaps(
  deps: GapDeps,
  memory: GapMemory,
  { storeId, limit }: GapInput,
  signal?: AbortSignal,
  onProgress?: (done: number, total: number) => void,
): Promise<GapReport> {
  const asks = openAsks(deps, storeId);
  const texts = asks.map(({ text }) => readingOf(text).english).filter((english) => english !== '');
  const known = await vectorsOf(deps, memory.vectors, texts, signal, onProgress);
  const replies = repliesOf(deps, storeId);
  const groups = await rememberedGroups(deps, memory, { storeId, asks, known, replies });
  const dismissed = deps.dismissedGaps();
  const withoutLessons = { ...deps, passages: knowledgeAlone(deps.passages) };
  const gaps: Gap[] = [];
  let checked = 0;
  for (const group of groups) {
    if (gaps.length === limit || checked === limit * checkedPerShown) break;
    const members = group.members.flatMap((place) => asks[place] ?? []);
    if (members.some(({ key }) => dismissed.has(key))) continue;
    await deps.passTurn();
    if (signal?.aborted === true) throw new AppError('cancelled', 'Nobody waits for the gaps any more');
    checked++;
    const best = asks[group.best];
    if (best === undefined || (await isAnsweredByNow(withoutLessons, storeId, best, members))) continue;
    gaps.push(gapOf(deps, best, members, replies));
  }
  return { gaps, asks: asks.length, groups: groups.length, checked, toEmbed: known.toEmbed };
}

type Gathered = {
  readonly storeId: string;
  readonly asks: readonly OpenAsk[];
  readonly known: KnownVectors;
  readonly replies: Replies;
};

/** Most often asked first; of those asked as often, the one asked last. */
async function rememberedGroups(
  deps: GapDeps,
  memory: GapMemory,
  { storeId, asks, known, replies }: Gathered,
): Promise<readonly QuestionGroup[]> {
  const answered = [...replies.values()].reduce((sum, ofOne) => sum + ofOne.length, 0);
  const madeOf = JSON.stringify([known.embedderId, known.toEmbed, answered, asks.map(({ key }) => key)]);
  const remembered = memory.groupings.get(storeId);
  if (remembered?.madeOf === madeOf) return remembered.groups;
  const answers = await answerKeys(deps, asks, replies);
  const found = await groupedQuestions(
    asks.map(({ key, text, context }) => ({
      text,
      language: detectLanguage(context),
      vector: known.vectors.get(readingOf(text).english) ?? null,
      answer: answers.get(key) ?? null,
    })),
    deps,
  );
  const lastAsked = ({ members }: QuestionGroup): number => asks[members[0] ?? 0]?.askedAt ?? 0;
  const groups = found.toSorted((a, b) => b.members.length - a.members.length || lastAsked(b) - lastAsked(a));
  memory.groupings.set(storeId, { madeOf, groups });
  return groups;
}

/** The index without what was learned from replies. */
function knowledgeAlone(passages: PassageIndex): PassageIndex {
  return {
    ...passages,
    searchTerms: (terms, scope, limit) =>
      passages
        .searchTerms(terms, scope, 2 * limit)
        .filter(({ kind }) => kind === 'knowledge')
        .slice(0, limit),
    searchVector: (embedderId, vector, scope, limit) =>
      passages
        .searchVector(embedderId, vector, scope, 2 * limit)
        .filter(({ kind }) => kind === 'knowledge')
        .slice(0, limit),
  };
}

const examplesShown = 8;

function gapOf(deps: GapDeps, best: OpenAsk, members: readonly OpenAsk[], replies: Replies): Gap {
  const newest = members.toSorted((a, b) => b.askedAt - a.askedAt || (a.key < b.key ? -1 : 1));
  const oldest = newest.at(-1) ?? best;
  const causes = Map.groupBy(members, ({ cause }) => cause);
  return {
    key: oldest.key,
    question: best.text.slice(0, 2_000),
    language: detectLanguage(best.context),
    count: members.length,
    customers: new Set(members.map(({ customerAddress, customerName }) => customerAddress || customerName)).size,
    firstAskedAt: oldest.askedAt,
    lastAskedAt: newest[0]?.askedAt ?? best.askedAt,
    causes: [...causes]
      .map(([cause, of]): { cause: GapCause; count: number } => ({ cause, count: of.length }))
      .sort((a, b) => b.count - a.count),
    examples: examplesOf(newest),
    answers: [...agentAnswers(deps, members, replies)],
  };
}

/** Different words before the same ones again. */
function examplesOf(newest: readonly OpenAsk[]): GapExample[] {
  const first = [...Map.groupBy(newest, ({ text }) => text.toLowerCase()).values()].flatMap(([one]) => one ?? []);
  const again = newest.filter((ask) => !first.includes(ask));
  return [...first, ...again]
    .slice(0, examplesShown)
    .map(({ conversationId, customerName, customerAddress, ...ask }) => ({
      conversationId,
      customer: customerName || customerAddress,
      text: ask.text,
      askedAt: ask.askedAt,
      cause: ask.cause,
    }));
}
