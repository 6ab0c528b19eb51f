import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Conversation, Message } from '#shared/model/conversation.ts';
import type { Ask, Draft, SilenceReason } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { otherLanguageIn } from '#shared/model/store.ts';
import { spokenLanguage } from '#shared/answer-language.ts';
import { AppError } from '#shared/errors.ts';
import type { EmitEvent } from '#shared/contract/events.ts';
import type { AskedPart } from '../conversations/asks.ts';
import { messageToAnswer, waitingMessages } from '../conversations/waiting-messages.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Database } from '../ports/repositories/index.ts';
import type { OrderDeps } from '../orders/read-orders.ts';
import {
  type PreparedTexts,
  type RetrievalDeps,
  type Retrieved,
  aboutOf,
  evidenceFor,
  preparedTexts,
} from '../retrieval/retrieve-evidence.ts';
import type { StoreModel } from '../retrieval/store-model.ts';
import { askedIn, isNoMatterOfOurs, replyLanguageOf } from './asked-parts.ts';
import { asSureAsAsked, askedConfidence, candidatesOf } from './ask-candidates.ts';
import { phrasesFor } from './chat-phrases.ts';
import { composedSentences, joinedText } from './compose-text.ts';
import { keptDraft } from './keep-draft.ts';
import { type PickedPassage, keptPicks, pickedConfidence, picksInUse } from './kept-picks.ts';
import { ordersFor, shopFact } from './shop-facts.ts';
import { toldPicks, withToldProducts } from './told-products.ts';

export type DraftDeps = RetrievalDeps &
  OrderDeps &
  Pick<Database, 'stores' | 'conversations' | 'drafts'> & {
    readonly clock: Clock;
    readonly ids: IdSource;
    readonly emit: EmitEvent;
  };

export type DraftInput = {
  readonly conversationId: string;
  /** What the conversation is known to be about; null: not known. */
  readonly about?: readonly string[] | null;
  /** What a person picked; of two for the same ask the last counts. */
  readonly picked?: readonly PickedPassage[];
  /** What a person has picked before stays, also what they pick while this draft is made. */
  readonly keepsPicks?: boolean;
  /** What a language model worded from the same evidence stays. */
  readonly keepsWording?: boolean;
  /** False: the shop's facts are taken as they are known, for what has changed is something else. */
  readonly asksShop?: boolean;
};

const nearestShown = 6;

/**
 * Drafts the reply to a conversation's unanswered messages from evidence alone, keeps it and tells the windows. What has
 * to be waited for is gathered first; then everything is looked up, composed and kept within one turn, so that no draft
 * holds an entry in two versions, or one that was replaced while it was made. Errors: `not_found`; `conflict` where no
 * customer message waits.
 */
export async function draftReply(deps: DraftDeps, input: DraftInput): Promise<Draft> {
  const conversation = deps.conversations.get(input.conversationId);
  const question = waitingQuestion(deps, conversation, deps.conversations.messages(conversation.id));
  const { asked } = question;
  if (input.picked?.some(({ ask }) => ask >= asked.length) === true)
    throw new AppError('invalid_input', 'The message does not ask that much', { detail: { field: 'ask' } });
  const asksShop = input.asksShop ?? true;
  const texts = asked.flatMap((part) => [part.text, part.withContext]);
  const about = input.about ?? null;
  const search = { storeId: conversation.storeId, about };
  const [facts, prepared] = await Promise.all([factsFor(deps, question, asksShop), preparedTexts(deps, texts, search)]);
  const earlier = input.keepsPicks === true ? keptPicks(deps, conversation.id) : [];
  const picked = picksInUse(deps, conversation.storeId, [...earlier, ...(input.picked ?? [])]);
  const draft = composedDraft(deps, { question, facts, prepared, picked, about });
  const { keepsWording } = input;
  return keptDraft(deps, draft, { status: conversation.status, hasAskedShop: asksShop, keepsWording });
}

/** What waits for an answer in a conversation, and in which language. */
export type WaitingQuestion = {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
  /** The message that is answered. */
  readonly last: Message;
  readonly language: ReplyLanguage;
  readonly asked: readonly AskedPart[];
  /** It is mail that wants no answer: what came near it is shown, and nothing offered. */
  readonly isNoise: boolean;
};

/** What the unanswered messages of a thread ask. Errors: `conflict` where no customer message waits. */
export function waitingQuestion(
  deps: Pick<Database, 'stores'>,
  conversation: Conversation,
  messages: readonly Message[],
): WaitingQuestion {
  const last = messageToAnswer(messages);
  // An answered conversation without the answer in its thread: the reply is still on its way.
  if (last === undefined || conversation.status === 'answered')
    throw new AppError('conflict', 'No customer message waits for an answer');
  const waiting = waitingMessages(messages).filter((message) => message.automatic === null || message.id === last.id);
  const fallback = deps.stores.get(conversation.storeId).settings.language;
  const language = replyLanguageOf(waiting, conversation.language, fallback);
  const asked = last.automatic !== null ? [] : askedIn(conversation, waiting, messages);
  const isNoise = isNoMatterOfOurs(conversation, waiting, messages);
  return { conversation, messages, last, language, asked: isNoise ? asked.slice(0, 1) : asked, isNoise };
}

/** What the shop says to each ask; null where it says nothing plain. */
async function factsFor(
  deps: DraftDeps,
  { conversation, asked, language }: WaitingQuestion,
  asksShop: boolean,
): Promise<ReadonlyArray<Evidence | null>> {
  const unasked = await ordersFor(deps, conversation, asked, asksShop);
  return Promise.all(asked.map((part) => shopFact(deps, { conversation, part, language, unasked, asksShop })));
}

export type Gathered = {
  readonly question: WaitingQuestion;
  /** What the shop says, an ask each. */
  readonly facts: ReadonlyArray<Evidence | null>;
  readonly prepared: PreparedTexts;
  /** What a person picked, an ask each. */
  readonly picked: ReadonlyMap<number, Evidence>;
  readonly about: readonly string[] | null;
};

type ComposeDeps = RetrievalDeps &
  Pick<Database, 'stores'> & { readonly clock: DraftDeps['clock']; readonly ids: DraftDeps['ids'] };

/** The draft that the knowledge of this moment makes of a question. Nothing is written. */
export function composedDraft(deps: ComposeDeps, { question, facts, prepared, picked, about }: Gathered): Draft {
  const { conversation, messages, last, language, asked, isNoise } = question;
  const at = deps.clock.now();
  const model = deps.modelOf(conversation.storeId);
  const { settings: storeSettings } = deps.stores.get(conversation.storeId);
  const offersOtherLanguage = otherLanguageIn(storeSettings) === 'draft';
  const { storeId, channel } = conversation;
  const abouts = asked.map(({ withContext: context }) => aboutOf(deps, { storeId, about, channel, at, context }));
  const found = asked.map((part, i): Retrieved => {
    const passages = evidenceFor(deps, prepared, {
      storeId,
      question: part.text,
      context: part.withContext,
      about: abouts[i] ?? null,
      language,
      offersOtherLanguage,
      channel,
      at,
    });
    if (isNoise) return { ...passages, silence: 'nothing_asked', confidence: 0 };
    const retrieved = asSureAsAsked(withToldProducts(deps, passages, part, language, offersOtherLanguage), model);
    const fact = facts[i] ?? null;
    if (fact === null) return retrieved;
    return { evidence: [fact, ...retrieved.evidence], silence: null, confidence: fact.confidence, judged: null };
  });
  const { asks, evidence } = assembled(asked, abouts, found, toldPicks(deps, picked, asked, language), model);
  const silence = silenceOf(last, asks);
  const settings = phrasesFor(storeSettings, conversation.channel, messages);
  const spoken = spokenLanguage({ language, asks, evidence });
  const sentences =
    silence === null
      ? composedSentences({ settings, language: spoken, customerName: conversation.customerName, asks, evidence })
      : [];
  return {
    id: deps.ids.newId(),
    conversationId: conversation.id,
    messageId: last.id,
    state: 'open',
    language,
    asks: [...asks],
    evidence: [...evidence],
    sentences: [...sentences],
    text: joinedText(sentences),
    confidence: silence === null ? leastConfidence(asks) : 0,
    silence,
    learnedItemIds: usedLearnedItems(asks, evidence),
    embedderId: prepared.embedderId,
    createdAt: at,
  };
}

type Assembled = { readonly asks: readonly Ask[]; readonly evidence: readonly Evidence[] };

/** One list of evidence for all asks: what is used first, then what came near, each passage once. */
function assembled(
  asked: readonly AskedPart[],
  abouts: ReadonlyArray<readonly string[] | null>,
  found: readonly Retrieved[],
  picked: ReadonlyMap<number, Evidence>,
  model: StoreModel,
): Assembled {
  const certain = asked.map((_, i): Evidence | null => {
    const chosenByHand = picked.get(i);
    if (chosenByHand !== undefined) return chosenByHand;
    const retrieved = found[i];
    return retrieved?.silence === null ? (retrieved.evidence[0] ?? null) : null;
  });
  const chosen = certain.map((one, i) => one ?? sharedWithNeighbour(found[i], certain));
  const evidence: Evidence[] = [];
  const place = (one: Evidence): number => {
    const known = evidence.findIndex((other) => isSamePassage(one, other));
    return known >= 0 ? known : evidence.push(one) - 1;
  };
  for (const one of chosen) if (one !== null) place(one);
  const candidates = found.map(candidatesOf);
  const isCandidate = new Set(candidates.flat());
  for (const one of inTurn(found))
    if (isCandidate.has(one) || evidence.length < chosen.length + nearestShown) place(one);
  const asks = asked.map((part, i): Ask => {
    const one = chosen[i] ?? null;
    return {
      text: part.text,
      context: part.withContext,
      evidence: one === null ? null : place(one),
      silence: one === null ? (found[i]?.silence ?? 'no_evidence') : null,
      confidence: picked.has(i) ? pickedConfidence : (found[i]?.confidence ?? 0),
      about: abouts[i]?.slice() ?? null,
      isPicked: picked.has(i),
      candidates: (candidates[i] ?? []).map((each) => ({ evidence: place(each), confidence: each.confidence })),
      offeredFrom: one === null ? askedConfidence(found[i], model) : undefined,
      judged: found[i]?.judged ?? null,
    };
  });
  return { asks, evidence };
}

/** What came near the asks in the order of nearness: the first of each, the surest ask's before, then the second … */
function inTurn(found: readonly Retrieved[]): readonly Evidence[] {
  const lists = found.map(({ evidence }) => evidence).sort((a, b) => (b[0]?.confidence ?? 0) - (a[0]?.confidence ?? 0));
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
}

/** What one product tells two asks is two passages. */
function isSamePassage(one: Evidence, other: Evidence): boolean {
  const isOwn = one.isExcerpt !== true || one.answer === other.answer;
  return one.kind === other.kind && one.id === other.id && isOwn;
}

/** How near a passage must come to one ask to be taken from another ask of the same message that it answers. */
const sharedFrom = 0.2;
const sharedAmong = 3;

/** "I would like to return it. Who pays the postage?" is one matter: what answers the second is near the first. */
function sharedWithNeighbour(
  retrieved: Retrieved | undefined,
  certain: ReadonlyArray<Evidence | null>,
): Evidence | null {
  const near = retrieved?.evidence.slice(0, sharedAmong).filter((one) => one.confidence >= sharedFrom) ?? [];
  return (
    certain.find((one) => one !== null && near.some((other) => other.kind === one.kind && other.id === one.id)) ?? null
  );
}

/** Why the whole message gets no draft; null when at least one ask has an answer. */
function silenceOf(last: Message, asks: readonly Ask[]): SilenceReason | null {
  if (last.automatic !== null) return 'automatic';
  if (asks.length === 0) return 'nothing_asked';
  if (asks.some((ask) => ask.evidence !== null)) return null;
  return asks.reduce((best, ask) => (ask.confidence > best.confidence ? ask : best)).silence;
}

/** A draft is as sure as the least sure of its answers. */
function leastConfidence(asks: readonly Ask[]): number {
  return Math.min(...asks.filter((ask) => ask.evidence !== null).map((ask) => ask.confidence));
}

function usedLearnedItems(asks: readonly Ask[], evidence: readonly Evidence[]): string[] {
  const used = asks.map((ask) => (ask.evidence === null ? undefined : evidence[ask.evidence]));
  return [...new Set(used.filter((one) => one?.kind === 'learned').map((one) => one?.id ?? ''))];
}
