import { problemOf } from '#shared/errors.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { Draft } from '#shared/model/draft.ts';
import type { Conversation, Message } from '#shared/model/conversation.ts';
import type { Language, Phrases, ReplyLanguage } from '#shared/model/basics.ts';
import type { MacroPart } from '#shared/model/macro.ts';
import type { Order } from '#shared/model/order.ts';
import type { ConfirmedMark, SentUnsupported, SupportMark } from '#shared/model/support.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import type { Database } from '../ports/repositories/index.ts';
import { pickedEvidence } from '../retrieval/retrieve-evidence.ts';
import { type Prepared, unprepared } from './prepared.ts';
import { type Passage, type SaidBefore, type Sources, readSources } from './source-text.ts';
import { supportMap } from './support-map.ts';

export type CheckDeps = Pick<
  Database,
  'conversations' | 'drafts' | 'orders' | 'shops' | 'stores' | 'knowledge' | 'learned'
>;

export type CheckInput = {
  readonly conversationId: string;
  readonly draftId: string | null;
  readonly text: string;
  /** Entries and learned items that the agent wrote into the text. */
  readonly inserted?: readonly string[];
  /** Macros that were put into it, as they stood then. */
  readonly macros?: readonly MacroPart[] | undefined;
  /** What the agent has said may be said. */
  readonly steer?: string | null;
};

/** Messages of a thread that a reply may lean on, and characters of each. */
const mostMessages = 30;
const longestMessage = 4_000;
/** Titles of products that names are known by. */
const mostNames = 1_000;

/**
 * What stands behind each fact of a reply to a conversation. `prepared`: what `prepareCheck` made of it; without, words
 * alone are compared and nothing is looked up. Errors: `not_found`.
 */
export function checkReply(
  deps: CheckDeps,
  input: CheckInput,
  prepared: Prepared = unprepared,
): readonly SupportMark[] {
  const { sources, language } = gatheredFor(deps, input);
  const { nearness } = prepared;
  const marks = supportMap({ text: input.text, language, sources: readSources(sources), nearness });
  const recalled = prepared.passages(sources.passages.map(({ id }) => id));
  if (recalled.length === 0) return marks;
  const wider = { ...sources, passages: [...sources.passages, ...recalled] };
  return widened(marks, supportMap({ text: input.text, language, sources: readSources(wider), nearness }));
}

/** Everything of the desk that a reply may say, but what would have to be looked for. */
export function gatheredFor(
  deps: CheckDeps,
  input: CheckInput,
): { readonly sources: Sources; readonly language: Language; readonly conversation: Conversation } {
  const conversation = deps.conversations.get(input.conversationId);
  const messages = deps.conversations.messages(input.conversationId);
  const draft = input.draftId === null ? deps.drafts.current(input.conversationId) : deps.drafts.get(input.draftId);
  const detected = detectLanguage(input.text);
  const sources: Sources = {
    passages: [...passagesOf(deps, draft, input.inserted ?? []), ...saidByHand(input)],
    orders: ordersOf(deps, conversation),
    messages: messages.slice(-mostMessages).map(saidBefore),
    phrases: phrasesOf(deps, conversation, draft),
    names: deps.shops
      .products(conversation.storeId)
      .slice(0, mostNames)
      .map(({ title }) => title),
  };
  return { sources, language: detected === 'und' ? (draft?.language ?? 'und') : detected, conversation };
}

/**
 * Marks in doubt as they are with what was found: it may support them, and say otherwise where they ask anyway. What was
 * only looked for asks nothing of its own.
 */
function widened(marks: readonly SupportMark[], wider: readonly SupportMark[]): readonly SupportMark[] {
  return marks.map((mark) => {
    if (mark.verdict === 'supported') return mark;
    const found = wider.find(({ kind, start, end }) => kind === mark.kind && start === mark.start && end === mark.end);
    return found !== undefined && (found.verdict === 'supported' || mark.asks) ? found : mark;
  });
}

/** Marks that ask before they are sent and that nobody has confirmed. */
export function unconfirmed(
  marks: readonly SupportMark[],
  confirmed: readonly ConfirmedMark[],
): readonly SupportMark[] {
  return marks.filter(
    (mark) => mark.asks && !confirmed.some(({ kind, said }) => kind === mark.kind && said === mark.said),
  );
}

/** What a reply says without a source, as its outcome remembers it; null where it says nothing of the kind. */
export function sentUnsupported(marks: readonly SupportMark[]): SentUnsupported[] | null {
  const sent = marks.flatMap(({ kind, said, verdict, says, asks }): readonly SentUnsupported[] =>
    asks && verdict !== 'supported' ? [{ kind, said, verdict, says }] : [],
  );
  return sent.length === 0 ? null : [...sent];
}

function passagesOf(deps: CheckDeps, draft: Draft | null, inserted: readonly string[]): readonly Passage[] {
  const drafted = (draft?.evidence ?? []).map((evidence, index): Passage => ({ ...evidence, index }));
  const others = inserted
    .filter((id) => !drafted.some((passage) => passage.id === id))
    .flatMap((id): readonly Passage[] => {
      const evidence = knownEvidence(deps, id);
      return evidence === null ? [] : [{ ...evidence, index: null }];
    });
  return [...drafted, ...others];
}

/** The store's own words, and the agent's: whoever says them answers for them. */
function saidByHand({ macros = [], steer = null }: CheckInput): readonly Passage[] {
  const said = [
    ...macros.map(({ macroId: id, text }) => ({ id, text })),
    ...(steer === null ? [] : [{ id: 'steer', text: steer }]),
  ];
  return said.map(({ id, text }) => ({
    kind: 'knowledge',
    id,
    question: '',
    answer: text,
    language: detectLanguage(text),
    index: null,
  }));
}

/** Null for what is gone since it was inserted: then it supports nothing. */
function knownEvidence(deps: CheckDeps, id: string): Evidence | null {
  try {
    return pickedEvidence(deps, id);
  } catch (error) {
    if (problemOf(error).code === 'not_found') return null;
    throw error;
  }
}

/** The customer's own orders; one that somebody else placed is no source. */
function ordersOf(deps: CheckDeps, { storeId, customerAddress }: Conversation): readonly Order[] {
  return deps.orders.forCustomer(storeId, customerAddress).slice(0, 20);
}

function saidBefore({ id, role, authorName, text }: Message): SaidBefore {
  return { id, role, authorName, text: text.slice(0, longestMessage) };
}

function phrasesOf(deps: CheckDeps, conversation: Conversation, draft: Draft | null): readonly string[] {
  const { settings } = deps.stores.get(conversation.storeId);
  const first = conversation.customerName.split(' ')[0] ?? '';
  const spoken = (phrases: Phrases): readonly string[] =>
    (Object.keys(phrases) as ReplyLanguage[]).flatMap((language) =>
      [conversation.customerName, first].map((name) => phrases[language].replaceAll('{name}', () => name)),
    );
  const drafted = (draft?.sentences ?? []).flatMap(({ part, text }) =>
    part === 'greeting' || part === 'closing' ? [text] : [],
  );
  return [
    ...drafted,
    ...spoken(settings.greeting),
    ...spoken(settings.greetingUnnamed),
    ...spoken(settings.closing),
    ...spoken(settings.signature),
    settings.name,
    conversation.customerName,
  ];
}
