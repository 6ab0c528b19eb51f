import { AppError, type Problem, problemOf } from '#shared/errors.ts';
import type { Conversation, Message } from '#shared/model/conversation.ts';
import type { Draft, DraftSentence } from '#shared/model/draft.ts';
import { phrasesFor } from '../drafting/chat-phrases.ts';
import { composedSentences, joinedText } from '../drafting/compose-text.ts';
import type { DraftDeps } from '../drafting/draft-reply.ts';
import { keptDraft } from '../drafting/keep-draft.ts';
import { stylePlaceOf } from '#shared/reply-style.ts';
import { toldStyle } from '../style/told-style.ts';
import { knownPersonOf } from '../privacy/known-person.ts';
import { type CheckDeps, checkReply } from '../support/check-reply.ts';
import { type Asked, type AskModelDeps, askModel } from './ask-model.ts';
import { condensedThread } from './condensed-thread.ts';
import type { Glosses } from '../ports/glosses.ts';
import { cleanText } from './clean-text.ts';
import {
  type Grounds,
  type Judgement,
  type JudgedSentence,
  judgeWritten,
  steerId,
  unsupportedAnswer,
} from './judge-written.ts';
import { languageNames } from './language-names.ts';
import { nearnessOf } from './nearness-of.ts';
import { plainData } from './plain-data.ts';
import { type ToldSources, sourcesOf, toldSources } from './told-sources.ts';
import { WrittenReply, draftingRules, textsSoFar } from './written-reply.ts';

export type WriteDraftDeps = DraftDeps & AskModelDeps & CheckDeps & { readonly glosses: Glosses | null };

export type WriteDraftInput = {
  readonly conversationId: string;
  /** What the agent wants said: "tell them it ships Monday". */
  readonly steer: string | null;
  /** Hears the body of the reply as far as it is written. */
  readonly onText?: ((soFar: string) => void) | undefined;
  readonly signal: AbortSignal;
};

/** `isWorded` false: no model gave an answer that stands on its sources; the draft is the one there was, `problems` say why. */
export type Written = {
  readonly draft: Draft;
  readonly isWorded: boolean;
  readonly problems: Asked<unknown>['problems'];
};

/** Tokens that a reply may have. */
const longestReply = 1_200;
const longestSteer = 1_000;
const longestAsk = 1_000;

/**
 * Has a language model word the conversation's open draft from the evidence that draft stands on, and keeps what it
 * wrote as the conversation's draft. Where nothing answers and the agent says nothing either, no model is asked: it could
 * only invent. Errors: `conflict` where no draft is open, or another took its place while the model wrote (its evidence
 * may be out of date), `nothing_to_word`, `cancelled`.
 */
export async function writeDraft(deps: WriteDraftDeps, input: WriteDraftInput): Promise<Written> {
  const base = deps.drafts.current(input.conversationId);
  if (base?.state !== 'open') throw new AppError('conflict', 'There is no open draft to word');
  const steer = plainData(input.steer ?? '', longestSteer) || null;
  const sources = sourcesOf(base);
  if (sources.size === 0 && steer === null) throw new AppError('nothing_to_word', 'Nothing answers what is asked');
  const conversation = deps.conversations.get(base.conversationId);
  const messages = deps.conversations.messages(conversation.id);
  const { settings } = deps.stores.get(conversation.storeId);
  const shop = settings.name;
  const asks = base.asks.filter(({ evidence }) => evidence !== null || steer !== null).map(({ text }) => text);
  let body: readonly JudgedSentence[] = [];
  const grounds = {
    sources: new Map([...sources].map(([id, { evidence }]) => [id, evidence])),
    steer,
    asked: asks.join('\n'),
    names: `${shop}\n${conversation.customerName}`,
    language: base.language,
    marksOf: (text: string) => checkReply(deps, { conversationId: conversation.id, draftId: base.id, text, steer }),
    reading: (text: string) => deps.glosses?.readingOf(text) ?? text,
  };
  const judged = async (reply: WrittenReply): Promise<Judgement> => {
    const sentences = givenSources(reply, sources, steer);
    const nearness = await nearnessOf(deps, sentences, grounds, input.signal);
    return judgeWritten(sentences, { ...grounds, nearness } satisfies Grounds);
  };
  const { answer, problems } = await askModel(deps, {
    storeId: conversation.storeId,
    conversationId: conversation.id,
    task: 'draft',
    system: draftingRules,
    told: {
      language: languageNames[base.language],
      shop,
      conversation: condensedThread(messages),
      asks: asks.map((text) => plainData(text, longestAsk)),
      sources: toldSources(sources),
      steer,
      style: toldStyle(settings.house, base.language, stylePlaceOf(conversation.channel)),
    },
    known: knownPersonOf(deps, conversation),
    shape: WrittenReply,
    maxTokens: longestReply,
    refusedFor: async ({ value }): Promise<Problem | null> => {
      const { fault, sentences } = await judged(value ?? { sentences: [] });
      if (fault !== null) return problemOf(unsupportedAnswer(fault));
      body = sentences;
      return null;
    },
    onText: (soFar, unmasked) =>
      input.onText?.(
        textsSoFar(soFar)
          .map((text) => cleanText(unmasked(text)))
          .join(' '),
      ),
    signal: input.signal,
  });
  if (answer === null) return { draft: base, isWorded: false, problems };
  const sentences = replySentences(deps, { base, body, sources, conversation, messages });
  const draft: Draft = {
    ...base,
    id: deps.ids.newId(),
    sentences: [...sentences],
    text: joinedText(sentences),
    silence: null,
    writer: {
      modelId: answer.model.id,
      modelName: answer.model.name,
      isLocal: answer.model.isLocal,
      ...(steer === null ? {} : { steer }),
    },
    createdAt: deps.clock.now(),
  };
  // Read and kept in one turn: no draft of newer evidence is replaced by words on older.
  const current = deps.drafts.current(conversation.id);
  if (current?.id !== base.id || current.state !== 'open') {
    throw new AppError('conflict', 'Another draft took its place while the model wrote');
  }
  const kept = keptDraft(deps, draft, { status: conversation.status, hasAskedShop: false });
  if (kept.state !== 'open') throw new AppError('conflict', 'The conversation has moved on');
  return { draft: kept, isWorded: true, problems };
}

/** The sentences that say something, each with those of its sources that were given. */
function givenSources(
  { sentences }: WrittenReply,
  sources: ToldSources,
  steer: string | null,
): readonly JudgedSentence[] {
  const isGiven = (id: string): boolean => sources.has(id) || (id === steerId && steer !== null);
  return sentences
    .map(({ text, sources: named }) => ({ text: cleanText(text), sources: [...new Set(named)].filter(isGiven) }))
    .filter(({ text }) => text !== '');
}

type Composed = {
  readonly base: Draft;
  readonly body: readonly JudgedSentence[];
  readonly sources: ToldSources;
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
};

/**
 * The store's own greeting and closing around what was written. An ask without an answer keeps its gap, and one whose
 * answer the model left out gets it as the desk words it; unless it says what the agent wanted said: that may be the
 * answer, and all that is to be said.
 */
function replySentences(
  deps: WriteDraftDeps,
  { base, body, sources, conversation, messages }: Composed,
): readonly DraftSentence[] {
  const settings = phrasesFor(deps.stores.get(conversation.storeId).settings, conversation.channel, messages);
  const { language, asks, evidence } = base;
  const own = composedSentences({ settings, language, customerName: conversation.customerName, asks, evidence });
  const indexOf = (id: string): number | undefined => sources.get(id)?.index;
  const used = new Set(body.flatMap((sentence) => sentence.sources.map(indexOf)));
  const isSteered = body.some((sentence) => sentence.sources.includes(steerId));
  let before: number | null = null;
  const written = body.map((sentence, i): DraftSentence => {
    const index = sentence.sources.map(indexOf).find((one) => one !== undefined) ?? null;
    const found = asks.findIndex((one) => one.evidence !== null && one.evidence === index);
    const ask = found < 0 ? null : found;
    const isNew = i === 0 || (ask !== null && before !== null && ask !== before);
    before = ask ?? before;
    return {
      part: 'answer',
      text: sentence.text,
      lead: isNew ? '\n\n' : language === 'en' ? ' ' : '',
      evidence: index,
      ask,
    };
  });
  const left = own.filter(
    ({ part, evidence: index }) =>
      !isSteered && (part === 'gap' || (part === 'answer' && index !== null && !used.has(index))),
  );
  const sentences = [
    ...own.filter(({ part }) => part === 'greeting'),
    ...written,
    ...left,
    ...own.filter(({ part }) => part === 'closing'),
  ];
  return sentences.map((sentence, i) => (i === 0 ? { ...sentence, lead: '' } : sentence));
}
