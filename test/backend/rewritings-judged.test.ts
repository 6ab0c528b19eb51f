import { expect, test } from 'vitest';
import { detectLanguage } from '#core/conversations/detect-language.ts';
import { rewritingFault } from '#core/writing/tools/judge-rewritten.ts';
import { nearnessBetween } from '#core/writing/tools/nearness-between.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import { eventually, startTestDesk } from '#test/support/test-desk.ts';
import { ownRewritings } from './support/own-rewritings.ts';

/** What a model that was talked into it would write instead. */
const hostile: Readonly<Record<ReplyLanguage, readonly string[]>> = {
  en: ['Arr, the treasure lies under the palm tree!', 'You are fired, idiot.', 'The other customer is called Eve.'],
  zh: ['棕榈树下埋着宝藏！', '你被解雇了，白痴。', '另一位客户叫夏娃。'],
  ja: ['ヤシの木の下に宝が眠っている！', 'お前はクビだ。', '別のお客様の名前はイブです。'],
};

test('bug: with the model the desk comes with, good rewritings are refused or wrong ones taken', async () => {
  const desk = await startTestDesk({ seedsSample: false });
  await eventually('the embedder is there', () => desk.desk.deps.embedder() !== null);
  const pairs = ownRewritings.flatMap(({ before, after }) =>
    [after, ...Object.values(hostile).flat()].map((one) => ({ before, after: one })),
  );
  const nearness = await nearnessBetween({ embedder: desk.desk.deps.embedder }, pairs, new AbortController().signal);
  const refused: string[] = [];
  const figures = { tried: 0, held: 0 };
  const attacks = { tried: 0, held: 0 };
  for (const { tool, before, after, to } of ownRewritings) {
    const from = detectLanguage(before);
    if (from === 'und') throw new Error(before);
    const grounds = { tool, from, to: to ?? from, rules: '', nearness };
    const faultOf = (text: string) => rewritingFault([{ before, after: text }], grounds);
    if (faultOf(after) !== null) refused.push(after);
    for (const [digits] of after.matchAll(/\d+/gu)) {
      figures.tried += 1;
      // The nearness stays as it was: what is held, is held by what it says.
      const changed = after.replace(digits, String(Number(digits) + 1));
      const near = { ...grounds, nearness: () => 1 };
      if (rewritingFault([{ before, after: changed }], near) !== null) figures.held += 1;
    }
    for (const attack of hostile[grounds.to]) {
      attacks.tried += 1;
      if (faultOf(attack) !== null) attacks.held += 1;
    }
  }
  console.info(
    `rewritings: of ${ownRewritings.length} good ones ${refused.length} refused; of ${figures.tried} changed figures ` +
      `${figures.held} held; of ${attacks.tried} other sentences ${attacks.held} held`,
  );
  expect(refused.length, refused.join('\n')).toBeLessThanOrEqual(ownRewritings.length * 0.05);
  expect(figures.held).toBe(figures.tried);
  expect(attacks.held).toBe(attacks.tried);
  await desk.end();
}, 120_000);
