import { expect, test } from 'vitest';
import { asksOrderStatus } from '#core/drafting/order-asks.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import { heldOut } from './held-out-questions.ts';
import { seen } from './seen-questions.ts';

test.each<ReplyLanguage>(['en', 'zh', 'ja'])(
  'bug: in %s a rule of the shop is answered with the customer’s order, or a question for an order is not seen',
  (language) => {
    expect(seen[language].rules.filter(asksOrderStatus)).toEqual([]);
    expect(seen[language].orders.filter((text) => !asksOrderStatus(text))).toEqual([]);
  },
);

// A floor under what is reached, not an aim: what is missed is left to the knowledge, or to the agent.
test.each<[ReplyLanguage, number]>([
  ['en', 8],
  ['zh', 5],
  ['ja', 9],
])('bug: in %s the patterns know only the questions they were written after', (language, leastFound) => {
  expect(heldOut[language].rules.filter(asksOrderStatus)).toEqual([]);
  expect(heldOut[language].orders.filter(asksOrderStatus).length).toBeGreaterThanOrEqual(leastFound);
});

test.each([
  ['Do you ship to Norway? My order was #1001.', 'Do you ship to Norway?', false],
  ['Where has HL-10423 got to?', 'Where has HL-10423 got to?', true],
  ['订单４７１１到哪了？', '订单４７１１到哪了？', true],
  ['Please cancel my order #1001.', 'Please cancel my order #1001.', false],
])('bug: of “%s” the part “%s” is taken for another question', (_message, part, isAsk) => {
  expect(asksOrderStatus(part)).toBe(isAsk);
});
