import { expect, test } from 'vitest';
import { subjectsNamed } from '#core/retrieval/subjects-named.ts';
import { coreDesk } from '#test/support/core-desk.ts';
import { answered, ownOf, write } from './written-desk.ts';

const lid = 'Is the lid dishwasher safe?';

test('bug: a product whose name another one’s begins with answers for the other', async () => {
  for (const isTurned of [false, true]) {
    const desk = coreDesk();
    const both = [
      ['Reed Kettle', 'Yes, in the upper rack.'],
      ['Reed Kettle Pro', 'No, wash it by hand.'],
    ] as const;
    for (const [scope, answer] of isTurned ? both.toReversed() : both)
      await write(desk, lid, answer, ownOf(desk), { scope: [scope] });
    expect((await answered(desk, `I have the Reed Kettle Pro. ${lid}`)).text).toContain('by hand');
  }
});

test.each([
  [['红茶', '红茶杯'], '红茶杯可以放洗碗机吗？', ['红茶杯']],
  [['红茶', '红茶杯'], '红茶和红茶杯', ['红茶', '红茶杯']],
  [['ポット'], 'ティーポットの蓋は外せますか？', null],
  [['ポット'], 'ポットの蓋は外せますか？', ['ポット']],
  [['毛衣'], '羊毛衣服怎么洗？', null],
  [['茶壶'], '我买的茶壶盖子碎了', ['茶壶']],
  [['tea'], 'My steamer and my teapot', null],
  [['Reed Kettle', 'reed  kettle'], 'my REED\nkettle', ['Reed Kettle', 'reed  kettle']],
  [['Set'], 'I set it on the table', null],
  [['Set'], 'Is the Set complete?', ['Set']],
  [['iPhone', 'X200'], 'an iphone and an x200', ['iPhone', 'X200']],
  [['İris Cup'], 'the i̇ris cup, İRİS CUP', ['İris Cup']],
  [['Yahoo!', 'C3-PO cup'], 'yahoo! a c3-po CUP', ['Yahoo!', 'C3-PO cup']],
])('bug: of %j the text "%s" does not name what it means', (subjects, text, named) => {
  const found = subjectsNamed(subjects, text);
  expect(found === null ? null : [...found].toSorted()).toEqual(named === null ? null : named.toSorted());
});

test('bug: a common word that is also a product’s name hides every other product’s answer', async () => {
  const desk = coreDesk();
  await write(desk, 'What is in the Set?', 'Two cups.', ownOf(desk), { scope: ['Set'] });
  await write(desk, lid, 'No, wash it by hand.', ownOf(desk), { scope: ['Reed Kettle'] });
  expect((await answered(desk, `I set it on the table. ${lid}`)).text).toContain('by hand');
});

test('bug: the shop’s own name in a text hides every product’s answer', async () => {
  const desk = coreDesk();
  await write(desk, 'Who are you?', 'A small shop.', ownOf(desk), { scope: ['North'] });
  await write(desk, lid, 'No, wash it by hand.', ownOf(desk), { scope: ['Reed Kettle'] });
  expect((await answered(desk, `I bought it from North. ${lid}`)).text).toContain('by hand');
});

test('bug: a long text, or a catalogue, holds up every draft for seconds', () => {
  const names = [
    ...Array.from({ length: 50_000 }, (_, i) => `Reed Kettle number ${i} in blue`),
    ...Array.from({ length: 10_000 }, (_, i) => `aa${i}`),
    ...Array.from({ length: 200 }, (_, i) => '茶'.repeat(i + 2)),
  ];
  subjectsNamed(names, '');
  const texts = [
    `I have the Reed Kettle number 77 in blue. ${lid.repeat(10)}`,
    'a'.repeat(200_000),
    '茶'.repeat(200_000),
  ];
  const took = texts.map((text) => {
    const start = performance.now();
    subjectsNamed(names, text);
    return performance.now() - start;
  });
  expect(Math.max(...took)).toBeLessThan(20_000);
});
