import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Conversation } from '#shared/model/conversation.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { AskedPart } from '../conversations/asks.ts';
import { findProducts } from '../orders/find-products.ts';
import {
  type Unasked,
  draftPatienceMs,
  freshenOrders,
  knownOrders,
  mayBePublic,
  orderToTell,
} from '../orders/orders-to-tell.ts';
import type { OrderDeps } from '../orders/read-orders.ts';
import type { Database } from '../ports/repositories/index.ts';
import { asksOrderStatus } from './order-asks.ts';
import { orderEvidence } from './order-evidence.ts';
import { asksStock, productAskedFor, productEvidence, stockSearchText } from './product-evidence.ts';

type FactDeps = OrderDeps & Pick<Database, 'drafts'>;

export type FactQuestion = {
  readonly conversation: Conversation;
  readonly part: AskedPart;
  readonly language: ReplyLanguage;
  readonly unasked: Unasked;
  readonly asksShop: boolean;
};

/** Has the orders read that the asks may be about, if the shop is to be asked. */
export function ordersFor(
  deps: FactDeps,
  conversation: Conversation,
  asked: readonly AskedPart[],
  asksShop: boolean,
): Promise<Unasked> {
  const asks = mayBePublic(conversation.channel) ? [] : asked.filter((part) => asksOrderStatus(part.text));
  return asksShop ? freshenOrders(deps, conversation, asks) : Promise.resolve(knownOrders(deps, conversation, asks));
}

/** What the store's shop says to an ask; null where it says nothing plain. */
export async function shopFact(deps: FactDeps, question: FactQuestion): Promise<Evidence | null> {
  return orderFact(deps, question) ?? (await stockFact(deps, question));
}

function orderFact(deps: FactDeps, { conversation, part, language, unasked }: FactQuestion): Evidence | null {
  const told = asksOrderStatus(part.text) ? orderToTell(deps, conversation, part, unasked) : null;
  return told === null ? null : orderEvidence(told, language, part.text);
}

/** Only as the shop says it now: stock of an hour ago is no answer. Where it is not asked, an open draft keeps its own. */
async function stockFact(deps: FactDeps, question: FactQuestion): Promise<Evidence | null> {
  const { conversation, part, language, asksShop } = question;
  const text = asksStock(part.text) ? stockSearchText(part.text) : '';
  if (text === '') return null;
  if (!asksShop) return draftedStock(deps, question);
  const { storeId } = conversation;
  const found = await findProducts(deps, { storeId, text, by: 'any' }, deps.timeLimit(draftPatienceMs));
  const product = found.problem === null ? productAskedFor(part.text, found.products) : null;
  return product === null ? null : productEvidence(product, language, part.text);
}

function draftedStock(deps: FactDeps, { conversation, part, language }: FactQuestion): Evidence | null {
  const draft = deps.drafts.current(conversation.id);
  const ask = draft?.asks.find(({ text }) => text === part.text);
  const known = draft?.evidence[ask?.evidence ?? -1];
  return known?.kind === 'product' && known.language === language ? known : null;
}
