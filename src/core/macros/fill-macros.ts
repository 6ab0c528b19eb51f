import { AppError } from '#shared/errors.ts';
import { asksOf, parseTemplate } from '#shared/macro-template.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Conversation, Message } from '#shared/model/conversation.ts';
import type { FilledMacros, Macro, MacroAsk, MacroVariable } from '#shared/model/macro.ts';
import type { Order } from '#shared/model/order.ts';
import { withoutDoubles } from '#shared/model/reply-file.ts';
import { closingFor, greetingFor } from '#shared/reply-style.ts';
import { waitingMessages } from '../conversations/waiting-messages.ts';
import { replyLanguageOf } from '../drafting/asked-parts.ts';
import { phrasesFor } from '../drafting/chat-phrases.ts';
import { orderAskedFor } from '../drafting/order-evidence.ts';
import { namedNumbersIn } from '../drafting/order-numbers.ts';
import { orderKey } from '../orders/order-key.ts';
import { draftPatienceMs, mayBePublic } from '../orders/orders-to-tell.ts';
import { type OrderDeps, isDue, isFresh, readCustomerOrders, sourceOf } from '../orders/read-orders.ts';
import type { Database } from '../ports/repositories/index.ts';
import { macroFacts } from './macro-facts.ts';
import { type MacroAnswers, renderedMacro } from './render-macro.ts';
import { type Surroundings, stackedBodies } from './stacked-bodies.ts';

export type FillDeps = OrderDeps &
  Pick<Database, 'macros' | 'conversations' | 'stores' | 'drafts'> & {
    /** Who works at this desk. */
    readonly person: () => string;
  };

export type FillInput = Surroundings & {
  readonly conversationId: string;
  /** In the order in which they are to stand. */
  readonly macroIds: readonly string[];
  /** The order they tell of; null: the one that is asked about, where that is certain. */
  readonly orderNumber: string | null;
  readonly answers: MacroAnswers;
  /** Whether the shop is asked again for what is not fresh. */
  readonly asksShop: boolean;
};

/**
 * What macros say in one conversation; facts of an order are read again first, as far as the shop answers in time.
 * Nothing is kept. Errors: `not_found`, `conflict` for one that is out of use.
 */
export async function fillMacros(deps: FillDeps, input: FillInput): Promise<FilledMacros> {
  const conversation = deps.conversations.get(input.conversationId);
  const macros = input.macroIds.map((id) => activeMacro(deps, id));
  const tellsOrder = macros.some(({ content }) => namesOrder(content.body));
  const isPublic = mayBePublic(conversation.channel);
  const isListOld = tellsOrder && !isPublic && (await isUnread(deps, conversation, input.asksShop));
  const messages = deps.conversations.messages(conversation.id);
  const own = tellsOrder && !isPublic ? ownOrders(deps, conversation) : [];
  const order = tellsOrder ? orderMeant(own, messages, input.orderNumber) : null;
  const said = renderedStack(deps, { conversation, messages, macros, order, input });
  return {
    ...said,
    order: tellsOrder
      ? {
          number: order?.number ?? null,
          own: own.map(({ number, status, placedAt }) => ({ number, status, placedAt })),
          readAt: order?.readAt ?? null,
          isOld: order !== null && (isListOld || isDue(order, sourceOf(deps, conversation.storeId), deps.clock.now())),
          // By mail the reply goes to the address; elsewhere it goes to whoever typed it.
          isClaimed: order !== null && conversation.channel !== 'email',
          isPublic,
        }
      : null,
  };
}

/** Macros that can be used in a conversation, and the language of its reply: by store, channel and language. */
export function offeredMacros(
  deps: Pick<FillDeps, 'macros' | 'conversations' | 'stores' | 'drafts'>,
  conversationId: string,
): readonly Macro[] {
  const conversation = deps.conversations.get(conversationId);
  const language = languageOf(deps, conversation, deps.conversations.messages(conversationId));
  return deps.macros.list().filter(({ state, content }) => {
    const isHere = content.storeIds.length === 0 || content.storeIds.includes(conversation.storeId);
    const channel = conversation.channel;
    const isOnChannel = content.channels.length === 0 || (channel !== null && content.channels.includes(channel));
    return state === 'active' && isHere && isOnChannel && (content.language === 'und' || content.language === language);
  });
}

type Stack = {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
  readonly macros: readonly Macro[];
  readonly order: Order | null;
  readonly input: FillInput;
};

function renderedStack(deps: FillDeps, { conversation, messages, macros, order, input }: Stack) {
  const replied = languageOf(deps, conversation, messages);
  const settings = phrasesFor(deps.stores.get(conversation.storeId).settings, conversation.channel, messages);
  const bodies = stackedBodies(
    macros.map(({ content }) => content.body),
    input,
    { greeting: greetingFor(settings, replied, conversation.customerName), closing: closingFor(settings, replied) },
  );
  const missing = new Set<MacroVariable>();
  const asks = new Map<string, MacroAsk>();
  const parts = macros.map((macro, i) => {
    const language = macro.content.language === 'und' ? replied : macro.content.language;
    const facts = macroFacts({
      conversation,
      settings,
      language,
      person: deps.person(),
      order,
      now: deps.clock.now(),
    });
    const { parts: template } = parseTemplate(bodies[i] ?? '');
    const rendered = renderedMacro(template, facts, input.answers, language);
    for (const variable of rendered.missing) missing.add(variable);
    for (const ask of asksOf(template)) asks.set(JSON.stringify(ask), ask);
    return { macroId: macro.id, versionId: macro.versionId, text: rendered.text };
  });
  const text = parts.map((part) => part.text).join('\n\n');
  return {
    text: leadBehind(input.before, text, replied) + text,
    parts,
    files: [...withoutDoubles(macros.flatMap(({ content }) => content.files))],
    asks: [...asks.values()],
    missing: [...missing],
  };
}

/** What keeps macros apart from the text they are put behind. */
function leadBehind(before: string, text: string, language: ReplyLanguage): string {
  if (before === '' || /\s$/u.test(before)) return '';
  if (text.includes('\n')) return '\n\n';
  return language === 'en' ? ' ' : '';
}

function activeMacro(deps: Pick<Database, 'macros'>, macroId: string): Macro {
  const macro = deps.macros.get(macroId);
  if (macro.state !== 'active') throw new AppError('conflict', 'The macro is out of use');
  return macro;
}

function namesOrder(body: string): boolean {
  return parseTemplate(body).parts.some(
    (part) => part.kind === 'variable' && (part.name.startsWith('order.') || part.name.startsWith('fulfilment.')),
  );
}

/** Whether what is known of the customer's orders is old, also after the shop was asked. */
async function isUnread(
  deps: FillDeps,
  { storeId, customerAddress }: Conversation,
  asksShop: boolean,
): Promise<boolean> {
  if (!asksShop) {
    const hasShop = sourceOf(deps, storeId) !== null && customerAddress.includes('@');
    return hasShop && !isFresh(deps.orders.customerReadAt(storeId, customerAddress), deps.clock.now());
  }
  const signal = deps.timeLimit(draftPatienceMs);
  const { problem } = await readCustomerOrders(deps, { storeId, customerAddress }, signal);
  return problem !== null;
}

function ownOrders(deps: FillDeps, { storeId, customerAddress }: Conversation): readonly Order[] {
  const address = customerAddress.toLowerCase();
  return address === '' ? [] : deps.orders.forCustomer(storeId, address);
}

/**
 * The order that is meant: the agent's choice, else the one of the customer's own that the messages name, else the only
 * one, or the only one under way. Never another customer's.
 */
function orderMeant(own: readonly Order[], messages: readonly Message[], chosen: string | null): Order | null {
  if (chosen !== null) {
    const order = own.find(({ number }) => number === chosen);
    if (order === undefined) throw new AppError('invalid_input', 'The customer has no such order');
    return order;
  }
  const waiting = waitingMessages(messages);
  const numbers = (waiting.length > 0 ? waiting : messages).flatMap(({ question }) => namedNumbersIn(question));
  const keys = new Set(numbers.map(({ text }) => orderKey(text)));
  const named = own.filter(({ number }) => keys.has(orderKey(number)) || keys.has(number.replace(/\D/g, '')));
  const hasForeign = numbers.some(({ isMarked }) => isMarked) && named.length === 0;
  if (hasForeign) return null;
  return orderAskedFor(named, own) ?? (named.length === 0 && own.length === 1 ? (own[0] ?? null) : null);
}

/** The language a reply is written in: that of its draft, else of what waits. */
function languageOf(
  deps: Pick<FillDeps, 'stores' | 'drafts'>,
  conversation: Conversation,
  messages: readonly Message[],
): ReplyLanguage {
  const draft = deps.drafts.current(conversation.id);
  if (draft !== null && (draft.state === 'open' || draft.state === 'stale')) return draft.language;
  const fallback = deps.stores.get(conversation.storeId).settings.language;
  return replyLanguageOf(waitingMessages(messages), conversation.language, fallback);
}
