import type { Language, ReplyLanguage } from '#shared/model/basics.ts';
import type { Conversation, Message } from '#shared/model/conversation.ts';
import type { Ask, Draft, SilenceReason } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { AppError } from '#shared/errors.ts';
import type { EmitEvent } from '#shared/contract/events.ts';
import { type AskedPart, asksOf, leansOnEarlier } from '../conversations/asks.ts';
import { isReplySubject } from '../conversations/fold-messages.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import { messageToAnswer, waitingMessages } from '../conversations/waiting-messages.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Database } from '../ports/repositories/index.ts';
import type { OrderDeps } from '../orders/read-orders.ts';
import { type RetrievalDeps, type Retrieved, retrieveEvidence } from '../retrieval/retrieve-evidence.ts';
import { phrasesFor } from './chat-phrases.ts';
import { composedSentences, joinedText } from './compose-text.ts';
import { keptDraft } from './keep-draft.ts';
import { type PickedPassage, pickedConfidence } from './kept-picks.ts';
import { type FactQuestion, ordersFor, shopFact } from './shop-facts.ts';

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
  /** False: the shop's facts are taken as they are known, for what has changed is something else. */
  readonly asksShop?: boolean;
};

const mostAsks = 6;
const nearestShown = 6;

/**
 * Drafts the reply to a conversation's unanswered messages from evidence alone, keeps it and tells the windows.
 * Errors: `not_found`; `conflict` where no customer message waits.
 */
export async function draftReply(deps: DraftDeps, input: DraftInput): Promise<Draft> {
  const conversation = deps.conversations.get(input.conversationId);
  const messages = deps.conversations.messages(input.conversationId);
  const last = messageToAnswer(messages);
  // An answered conversation without the answer in its thread: the reply is still on its way.
  if (last === undefined || conversation.status === 'answered')
    throw new AppError('conflict', 'No customer message waits for an answer');

  const waiting = waitingMessages(messages).filter((message) => message.automatic === null || message.id === last.id);
  const settings = phrasesFor(deps.stores.get(conversation.storeId).settings, conversation.channel, messages);
  const language = replyLanguageOf(waiting, conversation.language, settings.language);
  const asked = last.automatic !== null ? [] : askedIn(conversation, waiting, messages);
  const picked = new Map(input.picked?.map(({ ask, evidence }) => [ask, evidence]));
  if ([...picked.keys()].some((ask) => ask >= asked.length))
    throw new AppError('invalid_input', 'The message does not ask that much', { detail: { field: 'ask' } });
  const about = input.about ?? null;
  const asksShop = input.asksShop ?? true;
  const unasked = await ordersFor(deps, conversation, asked, asksShop);
  const found = await Promise.all(
    asked.map((part) => foundFor(deps, { conversation, part, language, about, unasked, asksShop })),
  );
  const { asks, evidence } = assembled(asked, found, picked);
  const silence = silenceOf(last, asks);
  const sentences =
    silence === null
      ? composedSentences({ settings, language, customerName: conversation.customerName, asks, evidence })
      : [];
  const draft: Draft = {
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
    embedderId: deps.embedder()?.id ?? null,
    createdAt: deps.clock.now(),
  };
  return keptDraft(deps, draft, { status: conversation.status, hasAskedShop: asksShop });
}

function replyLanguageOf(waiting: readonly Message[], known: Language, fallback: ReplyLanguage): ReplyLanguage {
  const own = detectLanguage(waiting.map((message) => message.question).join('\n'));
  const language = own === 'und' ? known : own;
  return language === 'und' ? fallback : language;
}

function askedIn(
  conversation: Conversation,
  waiting: readonly Message[],
  all: readonly Message[],
): readonly AskedPart[] {
  const parts = waiting.flatMap((message) => asksOf(message.question));
  const unique = [...Map.groupBy(parts, (part) => part.text).values()]
    .flatMap(([first]) => first ?? [])
    .slice(-mostAsks);
  const first = all.findIndex((message) => message.id === waiting[0]?.id);
  const before = all.slice(0, first).findLast((message) => message.role === 'customer' && message.automatic === null);
  if (before === undefined) {
    return unique.map((part) => ({ ...part, withContext: `${subjectFor(conversation.subject)}${part.withContext}` }));
  }
  const earlier = asksOf(before.question).at(-1)?.withContext ?? '';
  // "And to Norway?" means what the customer asked before, about Norway.
  return unique.map((part) =>
    isShort(part.text) || leansOnEarlier(part.withContext)
      ? { text: part.text, withContext: `${earlier} ${part.withContext}`.trim() }
      : part,
  );
}

/** A subject opens the first message: "Delivery to Norway? How long does it take?" */
function subjectFor(subject: string): string {
  const bare = subject.trim();
  return bare === '' || isReplySubject(bare) ? '' : `${bare}${/[.?!。？！]$/.test(bare) ? ' ' : '. '}`;
}

function isShort(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}]/u.test(text) ? [...text].length <= 10 : text.split(/\s+/).length <= 6;
}

type Finding = FactQuestion & { readonly about: readonly string[] | null };

async function foundFor(deps: DraftDeps, finding: Finding): Promise<Retrieved> {
  const { conversation, part, language, about } = finding;
  const fact = await shopFact(deps, finding);
  const retrieved = await retrieveEvidence(deps, {
    storeId: conversation.storeId,
    question: part.text,
    context: part.withContext,
    about,
    language,
  });
  if (fact === null) return retrieved;
  return { evidence: [fact, ...retrieved.evidence], silence: null, confidence: fact.confidence };
}

type Assembled = { readonly asks: readonly Ask[]; readonly evidence: readonly Evidence[] };

/** One list of evidence for all asks: what is used first, then what came near, each passage once. */
function assembled(
  asked: readonly AskedPart[],
  found: readonly Retrieved[],
  picked: ReadonlyMap<number, Evidence>,
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
    const known = evidence.findIndex((other) => other.kind === one.kind && other.id === one.id);
    return known >= 0 ? known : evidence.push(one) - 1;
  };
  const asks = asked.map((part, i): Ask => {
    const one = chosen[i] ?? null;
    return {
      text: part.text,
      context: part.withContext,
      evidence: one === null ? null : place(one),
      silence: one === null ? (found[i]?.silence ?? 'no_evidence') : null,
      confidence: picked.has(i) ? pickedConfidence : (found[i]?.confidence ?? 0),
    };
  });
  const near = found.flatMap((retrieved) => retrieved.evidence).sort((a, b) => b.confidence - a.confidence);
  for (const one of near) {
    if (evidence.length >= chosen.length + nearestShown) break;
    place(one);
  }
  return { asks, evidence };
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
