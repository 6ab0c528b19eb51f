import type { Conversation } from '#shared/model/conversation.ts';
import type { MacroVariable, macroVariableTypes } from '#shared/model/macro.ts';
import type { Money, Order, OrderStatus } from '#shared/model/order.ts';
import type { StoreSettings } from '#shared/model/store.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import { closingFor, greetedName, speakableName } from '#shared/reply-style.ts';

type Value = {
  readonly text: { readonly type: 'text'; readonly text: string };
  readonly money: { readonly type: 'money'; readonly money: Money };
  readonly date: { readonly type: 'date'; readonly at: number; readonly timeZone: string };
  readonly status: { readonly type: 'status'; readonly status: OrderStatus };
  readonly items: { readonly type: 'items'; readonly items: Order['items'] };
};
export type MacroValue = Value[keyof Value];
type ValueOf<V extends MacroVariable> = Value[(typeof macroVariableTypes)[V]];
/** What the desk knows for each variable; null: it has no value here, and the agent must say it. */
export type MacroFacts = { readonly [V in MacroVariable]: ValueOf<V> | null };

export type FactsInput = {
  readonly conversation: Conversation;
  /** As the store speaks by this channel. */
  readonly settings: StoreSettings;
  readonly language: ReplyLanguage;
  /** Who works at this desk; empty while nobody has said so. */
  readonly person: string;
  readonly order: Order | null;
  readonly now: number;
};

/** Every variable's value in one conversation. */
export function macroFacts(input: FactsInput): MacroFacts {
  return { ...personFacts(input), ...orderFacts(input.order, input.now) };
}

type OrderVariable = Extract<MacroVariable, `order.${string}` | `fulfilment.${string}`>;

function personFacts({ conversation, settings, language, person }: FactsInput): Omit<MacroFacts, OrderVariable> {
  const name = speakableName(conversation.customerName);
  const { first, last } = namesOf(name);
  return {
    'customer.name': text(name),
    'customer.first_name': text(first),
    'customer.last_name': text(last),
    'customer.greeting_name': text(greetedName(settings.address, language, conversation.customerName)),
    'customer.email': text(conversation.customerAddress.includes('@') ? conversation.customerAddress : ''),
    'store.name': text(settings.name),
    'store.closing': text(closingFor({ ...settings, signature: nothing }, language)),
    'store.signature': text(settings.signature[language]),
    'agent.name': text(person),
  };
}

const nothing = { en: '', zh: '', ja: '' };

function orderFacts(order: Order | null, now: number): Pick<MacroFacts, OrderVariable> {
  const timeZone = order?.timeZone ?? 'UTC';
  const hasParcel = order !== null && order.parcels > 0;
  return {
    'order.number': text(order?.number ?? ''),
    // What stands still only a person should word.
    'order.status': order === null || order.status === 'held' ? null : { type: 'status', status: order.status },
    'order.total': order === null ? null : { type: 'money', money: order.amount },
    'order.date': order === null ? null : { type: 'date', at: order.placedAt, timeZone },
    'order.items': order === null || order.items.length === 0 ? null : { type: 'items', items: order.items },
    'fulfilment.carrier': text(hasParcel ? (order.carrier ?? '') : ''),
    'fulfilment.tracking_number': text(hasParcel ? (order.trackingNumber ?? '') : ''),
    'fulfilment.tracking_link': text(hasParcel ? (order.trackingUrl ?? '') : ''),
    'fulfilment.expected_date': expectedDate(order, now, timeZone),
  };
}

/** Only a day that is still to come, of an order that is still to come whole. */
function expectedDate(order: Order | null, now: number, timeZone: string): MacroFacts['fulfilment.expected_date'] {
  if (order === null || order.promisedAt === null || order.parcels > 1) return null;
  if (order.status !== 'shipped' && order.status !== 'processing') return null;
  const day = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone });
  return day.format(order.promisedAt) < day.format(now) ? null : { type: 'date', at: order.promisedAt, timeZone };
}

function text(value: string): { readonly type: 'text'; readonly text: string } | null {
  return value.trim() === '' ? null : { type: 'text', text: value };
}

const title = /^(?:mr|mrs|ms|miss|dr|prof|sir|herr|frau|mme)\.?$/i;
const titleBehind = /\s*(?:様|さま|さん|殿|先生|女士|小姐|氏)$/u;

/** Given and family name, as far as the script tells which is which; empty where it does not. */
function namesOf(name: string): { readonly first: string; readonly last: string } {
  const words = name.replace(titleBehind, '').split(/[ \u3000]/u);
  const named = title.test(words[0] ?? '') ? words.slice(1) : words;
  const isLatin = named.every((word) => /^[\p{Script=Latin}\p{M}.'’-]+$/u.test(word));
  if (named.length === 1) return { first: isLatin && named.length === words.length ? (named[0] ?? '') : '', last: '' };
  if (isLatin) return { first: named[0] ?? '', last: named.at(-1) ?? '' };
  // Chinese and Japanese put the family first.
  return named.length === 2 && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+$/u.test(named.join(''))
    ? { first: named[1] ?? '', last: named[0] ?? '' }
    : { first: '', last: '' };
}
