import { AppError, type Problem, problemOf } from '#shared/errors.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Conversation, Message } from '#shared/model/conversation.ts';
import type { Draft, DraftSentence } from '#shared/model/draft.ts';
import type { SupportMark } from '#shared/model/support.ts';
import { phrasesFor } from '../drafting/chat-phrases.ts';
import { composedSentences, joinedText } from '../drafting/compose-text.ts';
import type { DraftDeps } from '../drafting/draft-reply.ts';
import { keptDraft } from '../drafting/keep-draft.ts';
import { knownPersonOf } from '../privacy/known-person.ts';
import { type Asked, type AskModelDeps, askModel } from './ask-model.ts';
import { condensedThread } from './condensed-thread.ts';
import { type Grounds, type JudgedSentence, faultOf, steerId, unsupportedAnswer } from './judge-written.ts';
import { nearnessOf } from './nearness-of.ts';
import { plainData } from './plain-data.ts';
import { type ToldSources, sourcesOf, toldSources } from './told-sources.ts';
import { WrittenReply, draftingRules, textsSoFar } from './written-reply.ts';

export type WriteDraftDeps = DraftDeps &
  AskModelDeps & {
    /** What stands behind each fact of a text that answers a conversation from this draft. */
    readonly marksOf: (draft: Draft, text: string, steer: string | null) => readonly SupportMark[];
  };

export type WriteDraftInput = {
  readonly conversationId: string;
  /** What the agent wants said: "tell them it ships Monday". */
  readonly steer: string | null;
  /** Hears the body of the reply as far as it is written. */
  readonly onText?: ((soFar: string) => void) | undefined;
  readonly signal: AbortSignal;
};

/** `draft` is the one that was there where no model gave an answer that stands on its sources; `problems` say why. */
export type Written = { readonly draft: Draft; readonly problems: Asked<unknown>['problems'] };

/** Tokens that a reply may have. */
const longestReply = 1_200;
const longestSteer = 1_000;
const languageNames: Record<ReplyLanguage, string> = { en: 'English', zh: 'Chinese', ja: 'Japanese' };

/**
 * Has a language model word the conversation's open draft from the evidence that draft stands on, and keeps what it
 * wrote as the conversation's draft. Where nothing answers and the agent says nothing either, no model is asked: it could
 * only invent. Errors: `conflict` where no draft is open, `nothing_to_word`, `cancelled`.
 */
export async function writeDraft(deps: WriteDraftDeps, input: WriteDraftInput): Promise<Written> {
  const base = deps.drafts.current(input.conversationId);
  if (base?.state !== 'open') throw new AppError('conflict', 'There is no open draft to word');
  const steer = plainData(input.steer ?? '', longestSteer) || null;
  const sources = sourcesOf(base);
  if (sources.size === 0 && steer === null) throw new AppError('nothing_to_word', 'Nothing answers what is asked');
  const conversation = deps.conversations.get(base.conversationId);
  const messages = deps.conversations.messages(conversation.id);
  const thread = condensedThread(messages);
  const faultIn = async (reply: WrittenReply): Promise<Problem | null> => {
    const sentences = givenSources(reply, sources, steer);
    const grounds: Grounds = {
      sources: new Map([...sources].map(([id, { evidence }]) => [id, evidence])),
      steer,
      thread: thread.map(({ text }) => text).join('\n'),
      language: base.language,
      marksOf: (text) => deps.marksOf(base, text, steer),
      nearness: await nearnessOf(deps, sentences, sources, steer, input.signal),
    };
    const fault = faultOf(sentences, grounds);
    return fault === null ? null : problemOf(unsupportedAnswer(fault));
  };
  const { answer, problems } = await askModel(deps, {
    storeId: conversation.storeId,
    conversationId: conversation.id,
    task: 'draft',
    system: draftingRules,
    told: {
      language: languageNames[base.language],
      shop: deps.stores.get(conversation.storeId).settings.name,
      conversation: thread,
      asks: base.asks
        .filter(({ evidence }) => evidence !== null || steer !== null)
        .map(({ text }) => plainData(text, longestSteer)),
      sources: toldSources(sources),
      steer,
    },
    known: knownPersonOf(deps, conversation),
    shape: WrittenReply,
    maxTokens: longestReply,
    refusedFor: async ({ value }) => (value === null ? problemOf(unsupportedAnswer('empty')) : faultIn(value)),
    onText: (soFar, unmasked) => input.onText?.(textsSoFar(soFar).map(unmasked).join(' ')),
    signal: input.signal,
  });
  if (answer?.value == null) return { draft: base, problems };
  const body = givenSources(answer.value, sources, steer);
  const sentences = replySentences(deps, { base, body, sources, steer, conversation, messages });
  const draft: Draft = {
    ...base,
    id: deps.ids.newId(),
    sentences: [...sentences],
    text: joinedText(sentences),
    silence: null,
    writer: { modelId: answer.model.id, modelName: answer.model.name, isLocal: answer.model.isLocal },
    createdAt: deps.clock.now(),
  };
  return { draft: keptDraft(deps, draft, { status: conversation.status, hasAskedShop: false }), problems };
}

/** The sentences that say something, each with those of its sources that were given. */
function givenSources(
  { sentences }: WrittenReply,
  sources: ToldSources,
  steer: string | null,
): readonly JudgedSentence[] {
  const isGiven = (id: string): boolean => sources.has(id) || (id === steerId && steer !== null);
  return sentences
    .map(({ text, sources: named }) => ({ text: text.trim(), sources: [...new Set(named)].filter(isGiven) }))
    .filter(({ text }) => text !== '');
}

type Composed = {
  readonly base: Draft;
  readonly body: readonly JudgedSentence[];
  readonly sources: ToldSources;
  readonly steer: string | null;
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
};

/**
 * The store's own greeting and closing around what was written. An ask without an answer keeps its gap, and one whose
 * answer the model left out gets it as the desk words it; unless the agent said what is to be said.
 */
function replySentences(
  deps: WriteDraftDeps,
  { base, body, sources, steer, conversation, messages }: Composed,
): readonly DraftSentence[] {
  const settings = phrasesFor(deps.stores.get(conversation.storeId).settings, conversation.channel, messages);
  const { language, asks, evidence } = base;
  const own = composedSentences({ settings, language, customerName: conversation.customerName, asks, evidence });
  const used = new Set(body.flatMap((sentence) => sentence.sources.flatMap((id) => sources.get(id)?.index ?? [])));
  const written = body.map((sentence, i): DraftSentence => {
    const index = sentence.sources.flatMap((id) => sources.get(id)?.index ?? [])[0] ?? null;
    const ask = asks.findIndex((one) => one.evidence !== null && one.evidence === index);
    const lead = i === 0 ? '\n\n' : language === 'en' ? ' ' : '';
    return { part: 'answer', text: sentence.text, lead, evidence: index, ask: ask < 0 ? null : ask };
  });
  const left = own.filter(
    ({ part, evidence: index }) =>
      steer === null && (part === 'gap' || (part === 'answer' && index !== null && !used.has(index))),
  );
  const sentences = [
    ...own.filter(({ part }) => part === 'greeting'),
    ...written,
    ...left,
    ...own.filter(({ part }) => part === 'closing'),
  ];
  return sentences.map((sentence, i) => (i === 0 ? { ...sentence, lead: '' } : sentence));
}
