import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Order } from '#shared/model/order.ts';
import type { MutationKind } from './family.ts';

/**
 * A shop as its desk knows it, and honest replies of its agents. In a reply `{right|k:wrong|k:wrong}` marks a fact and what
 * makes it wrong; k: n number, u unit, d date, c currency, s state, x negation, p product. `half` was decided when the
 * shop was written: `built` is looked at while the method is mended, `blind` is only counted.
 */
export type HonestShop = {
  readonly trade: string;
  readonly language: ReplyLanguage;
  readonly half: 'built' | 'blind';
  /** Products that the shop's system lists. */
  readonly names: readonly string[];
  readonly passages: ReadonlyArray<readonly [question: string, answer: string]>;
  readonly order?: Partial<Order>;
  /** What the customer wrote, then the reply. */
  readonly replies: ReadonlyArray<readonly [ask: string, reply: string]>;
};

export const kindsOfMarks: Readonly<Record<string, MutationKind>> = {
  n: 'number',
  u: 'unit',
  d: 'date',
  c: 'currency',
  s: 'state',
  x: 'negation',
  p: 'product',
};
