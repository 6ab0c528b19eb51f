import type { Channel, Conversation, Message } from '#shared/model/conversation.ts';
import type { AskReasoning, KnowledgeLayer, Reasoning, WeighedPassage } from '#shared/model/reasoning.ts';
import { otherLanguageIn } from '#shared/model/store.ts';
import { isForeign } from '#shared/answer-language.ts';
import type { AskedPart } from '../conversations/asks.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import { newTextOf } from '../conversations/new-text.ts';
import { asksOrderStatus } from '../drafting/order-asks.ts';
import { asksStock } from '../drafting/product-evidence.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type RehearsalDeps, lastQuestion, preparedFor, rehearsedDraft } from '../replay/rehearse-draft.ts';
import type { Candidate } from '../retrieval/candidate.ts';
import { type PreparedTexts, type RetrievalInput, evidenceFor, rankedFor } from '../retrieval/retrieve-evidence.ts';
import { type LeftOutDeps, leftOutOf } from './left-out.ts';

export type ReasonDeps = RehearsalDeps & LeftOutDeps & Pick<Database, 'sets'>;

export type ReasonInput = {
  readonly storeId: string;
  readonly text: string;
  /** Null: not known. */
  readonly channel: Channel | null;
  /** Null: not known. */
  readonly about: readonly string[] | null;
  /** ms UTC. */
  readonly at: number;
};

/**
 * How the desk would answer a question that nobody has sent, and why so: what was found for each ask with everything that
 * speaks for it, and what came near and was left out. The shop is not asked, and nothing is written. Errors: `not_found`,
 * `cancelled`, `embedder_unavailable`.
 */
export async function reasonAbout(deps: ReasonDeps, input: ReasonInput, signal?: AbortSignal): Promise<Reasoning> {
  const { conversation, message } = asConversation(input);
  const rehearsal = lastQuestion(deps, conversation, [message]);
  const { settings } = deps.stores.get(input.storeId);
  const language = rehearsal?.question.language ?? settings.language;
  if (rehearsal === null)
    return { language, at: input.at, asks: [], reply: { text: '', silence: 'nothing_asked', confidence: 0 } };
  const prepared = await preparedFor(deps, [rehearsal], input, signal);
  const searches = rehearsal.question.asked.map((part): RetrievalInput => ({
    ...input,
    question: part.text,
    context: part.withContext,
    language,
    offersOtherLanguage: otherLanguageIn(settings) === 'draft',
  }));
  const leftOut = await leftOutOf(deps, prepared, searches, signal);
  // From here on one turn: reply and reasons are of the same knowledge.
  const draft = rehearsedDraft(deps, rehearsal, prepared, input);
  const asks = rehearsal.question.asked.map((part, i): AskReasoning => {
    const search = searches[i];
    const ask = draft.asks[i];
    const offered = draft.evidence[ask?.evidence ?? -1];
    return {
      ...reasoned(deps, prepared, part, search),
      offeredId: offered?.id ?? null,
      silence: ask?.silence ?? null,
      confidence: ask?.confidence ?? 0,
      offeredFrom: ask?.offeredFrom,
      leftOut: search === undefined ? [] : [...leftOut(search)],
    };
  });
  const { text, silence, confidence } = draft;
  return { language, at: input.at, asks, reply: { text, silence, confidence } };
}

function reasoned(
  deps: ReasonDeps,
  prepared: PreparedTexts,
  part: AskedPart,
  search: RetrievalInput | undefined,
): Pick<AskReasoning, 'text' | 'context' | 'asksShop' | 'candidates'> {
  const ranked = search === undefined ? [] : rankedFor(deps, prepared, search).candidates;
  const { evidence } = search === undefined ? { evidence: [] } : evidenceFor(deps, prepared, search);
  const candidates = evidence.flatMap((one, i): WeighedPassage[] => {
    const candidate = ranked[i];
    const isUnread = search?.offersOtherLanguage !== true && isForeign(one, search?.language ?? one.language);
    if (candidate === undefined || isUnread) return [];
    return [
      {
        evidence: one,
        ...layerNamed(deps, candidate),
        coverage: candidate.coverage,
        score: candidate.score,
        movedUp: movedUp(ranked, i),
      },
    ];
  });
  const asksShop = asksOrderStatus(part.text) || asksStock(part.text);
  return { text: part.text, context: part.withContext, asksShop, candidates };
}

function movedUp(ranked: readonly Candidate[], place: number): WeighedPassage['movedUp'] {
  const own = ranked[place];
  if (own === undefined) return null;
  if (own.overlaysEntryId !== null) return 'overlays';
  const isBefore = ranked.slice(place + 1).some((later) => later.ownerId === own.correctsEntryId);
  return isBefore ? 'corrects' : null;
}

function layerNamed(
  deps: Pick<Database, 'knowledge' | 'sets'>,
  { kind, ownerId }: Candidate,
): { readonly layer: KnowledgeLayer; readonly setName: string | null } {
  return kind === 'learned' ? { layer: 'lesson', setName: null } : layerOfEntry(deps, ownerId);
}

/** Where an entry lives, in words for a person. */
export function layerOfEntry(
  deps: Pick<Database, 'knowledge' | 'sets'>,
  entryId: string,
): { readonly layer: KnowledgeLayer; readonly setName: string | null } {
  const { storeId, setId } = deps.knowledge.get(entryId);
  if (setId !== null) return { layer: 'set', setName: deps.sets.get(setId).name };
  return { layer: storeId === null ? 'base' : 'store', setName: null };
}

const nobody = '00000000-0000-7000-8000-000000000000';

/** The text as a customer's first message. */
function asConversation({ storeId, text, channel, at }: ReasonInput): {
  readonly conversation: Conversation;
  readonly message: Message;
} {
  const question = newTextOf(text);
  return {
    conversation: {
      id: nobody,
      storeId,
      inboxId: nobody,
      subject: '',
      customerName: '',
      customerAddress: '',
      channel,
      language: detectLanguage(question),
      status: 'unanswered',
      waitingSince: at,
      lastMessageAt: at,
      messageCount: 1,
      preview: '',
    },
    message: {
      id: nobody,
      conversationId: nobody,
      remoteId: '',
      role: 'customer',
      authorName: '',
      authorAddress: '',
      text,
      question,
      attachments: [],
      automatic: null,
      sentAt: at,
    },
  };
}
