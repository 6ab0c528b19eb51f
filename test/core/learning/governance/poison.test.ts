import { expect, test } from 'vitest';
import { contradictionMemory } from '#core/learning/governance/lesson-contradictions.ts';
import { saveLessonRules } from '#core/learning/governance/share-by-rules.ts';
import { undoDecision } from '#core/learning/governance/take-back.ts';
import { withdrawOf } from '#core/learning/governance/withdraw-of.ts';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import { teach } from '#test/support/core-desk.ts';
import { type LessonDesk, evidenceOf, lessonDesk, present, taught } from './lesson-desk.ts';

const things = ['kettle', 'teapot', 'strainer', 'caddy', 'tray', 'cup', 'saucer', 'whisk', 'scale', 'timer'];
/** What is asked, what the store says, what good agents add to it, and what contradicts it. */
const matters = [
  [
    'How long is the warranty of the %?',
    'The warranty of the % is 24 months.',
    'Keep the invoice for it.',
    'The warranty of the % is 6 months.',
  ],
  [
    'Can the % go into the dishwasher?',
    'Yes, the % can go into the dishwasher.',
    'The upper basket suits it best.',
    'No, the % cannot go into the dishwasher.',
  ],
  ['What does the % cost?', 'The % costs 49 EUR.', 'Shipping comes on top.', 'The % costs 79 EUR.'],
  ['Do you refund the %?', 'We refund the % within 30 days.', 'It has to be clean.', 'We do not refund the % at all.'],
  [
    'When do you ship the %?',
    'The % ships within 2 days.',
    'You get a mail on its way.',
    'The % ships within 12 days.',
  ],
  [
    'Is gift wrapping of the % free?',
    'Gift wrapping of the % is free.',
    'Just say so in the order.',
    'Gift wrapping of the % costs 5 EUR.',
  ],
  [
    'Is the % in stock in Leeds?',
    'The % is sold in our shop in Leeds.',
    'Ask at the counter there.',
    'The % is not sold in our shop in Leeds.',
  ],
  [
    'Who repairs the %?',
    'Our workshop repairs the % for 15 EUR.',
    'Bring it along or send it.',
    'Our workshop repairs the % for 45 EUR.',
  ],
  ['How heavy is the %?', 'The % weighs 900 g.', 'That is without its box.', 'The % weighs 1,900 g.'],
  [
    'Is the % safe for children?',
    'Yes, the % is safe for children.',
    'An adult should be near.',
    'No, the % is not safe for children.',
  ],
] as const;
const perEntry = 10;

async function poisoned(desk: LessonDesk) {
  const agents = Array.from({ length: perEntry }, (_, i) => desk.person(`Agent ${i}`));
  const [bad, helper, third] = [desk.person('Bad'), desk.person('Helper'), desk.person('Third')];
  const entries: Array<readonly [KnowledgeEntry, string, string]> = [];
  for (const thing of things)
    for (const [question, answer, more, wrong] of matters) {
      const filled = (text: string): string => text.replaceAll('%', thing);
      entries.push([await teach(desk, filled(question), filled(answer)), more, filled(wrong)]);
    }
  const good = new Set<string>();
  const poison = new Set<string>();
  for (const [i, [entry, more, wrong]] of entries.entries()) {
    const { question, answer } = entry;
    for (const agent of agents) {
      const item = await taught(desk, agent, {
        question,
        answer: `${answer} ${more}`,
        before: answer,
        changed: evidenceOf(entry),
      });
      good.add(item.id);
    }
    // Half of them are repeated by two who follow the first; every fourth names no entry.
    for (const one of i % 2 === 0 ? [bad] : [bad, helper, third]) {
      const item = await taught(desk, one, {
        question,
        answer: wrong,
        before: answer,
        changed: i % 4 === 3 ? null : evidenceOf(entry),
      });
      poison.add(item.id);
    }
    const single = {
      question: `What is the secret of shelf ${i}, row ${i * 7}?`,
      answer: `It hides voucher ${1000 + i} of the ${entry.id.slice(-6)}.`,
    };
    const item = await taught(desk, bad, single);
    // The same person again, to somebody else, is no second one.
    const again = i % 10 === 0 ? await taught(desk, bad, single) : item;
    expect(again.id).toBe(item.id);
    poison.add(item.id);
  }
  return { good, poison, bad };
}

test.each([
  { name: 'without rules', rules: [] },
  { name: 'with rules', rules: [{ topics: [], agentIds: [], replies: 3, trustedIds: [] }] },
])(
  'bug: a wrong or single edit becomes everybody’s by itself, $name',
  async ({ name, rules }) => {
    const desk = lessonDesk();
    saveLessonRules(desk.deps, contradictionMemory(), { storeId: desk.storeId, fromVersion: 0, rules });
    const { good, poison, bad } = await poisoned(desk);
    const standing = (ids: ReadonlySet<string>, meant: string): number =>
      [...ids].filter((id) => desk.db.lessons.standingOf(id) === meant).length;
    const [sharedGood, sharedPoison] = [standing(good, 'shared'), standing(poison, 'shared')];
    console.log(
      `poison, ${name}: of ${poison.size} contradictory and single-source lessons ${sharedPoison} shared by themselves; ` +
        `of ${good.size} lessons behind 1,000 good edits ${sharedGood}`,
    );
    expect(sharedPoison).toBe(0);
    // What only may contradict waits as well: not all of what is good is shared.
    if (rules.length === 0) expect(sharedGood).toBe(0);
    else expect(sharedGood).toBeGreaterThan(good.size / 2);

    present(desk, desk.ada);
    const theirs = () =>
      desk.db.lessons.taughtBy(bad, 0, null).filter(({ state }) => state === 'active').length +
      desk.db.lessons.confirmationsBy(bad, 0, null).length;
    const before = [theirs(), standing(poison, 'waiting')];
    const decision = await withdrawOf(desk.deps, { profileId: bad, since: 0, why: 'Left in anger' });
    expect(theirs()).toBe(0);
    expect(standing(good, 'shared')).toBe(sharedGood);
    await undoDecision(desk.deps, decision.id);
    expect([theirs(), standing(poison, 'waiting')]).toEqual(before);
  },
  600_000,
);
