import { expect, test } from 'vitest';
import { typedAnswer } from '#core/learning/typing/typed-answer.ts';

function read(before: string, after: string, over: Partial<Parameters<typeof typedAnswer>[0]> = {}) {
  return typedAnswer({
    question: 'Can I return it?',
    before,
    after,
    customer: { name: 'Marta Lindqvist', said: [] },
    about: [],
    isForeign: false,
    isTranslation: false,
    vectorOf: null,
    ...over,
  });
}

test('bug: a one-off in the place of a rule takes the rule out of the answer', () => {
  const rule = 'You can return items within 30 days.';
  const { kept, changes, lesson } = read(rule, 'Just this once I will take the jacket back after 40 days.');
  expect(kept).toBe(rule);
  expect(lesson).toBeNull();
  expect(changes.map(({ type }) => type)).toEqual(['exception']);
});

test.each([
  ['Shipping takes 3 days.', 'Shipping takes three days.'],
  ['付款后48小时内发货。', '付款后两天内发货。'],
  ['納期は5日です。', '納期は五日です。'],
])('bug: a number written otherwise is another fact: %s', (before, after) => {
  expect(read(before, after).changes.map(({ type, relation }) => [type, relation])).toEqual([['style', 'wording']]);
});

test('bug: what a text limits to some customers, products or channels holds for all', () => {
  const { lesson } = read(
    'Returns are free.',
    'Returns are free. For wholesale customers the Nord Chair is charged at 5%.',
  );
  expect(lesson?.scope.groups).toEqual(['wholesale']);
  expect(lesson?.scope.subjects).toEqual(['Nord Chair']);
  expect(read('Returns are free.', 'Returns cost £5.').lesson?.scope).toEqual({
    subjects: [],
    channels: [],
    languages: [],
    groups: [],
  });
});

test('bug: what the customer wrote of themselves is kept of the reply', () => {
  const customer = { name: '', said: ['I live at 7 Elm Close, Leeds LS6 2AB, order KX-5567.'] };
  const { kept, changes } = read('We deliver daily.', 'We deliver daily. It goes to 7 Elm Close, Leeds LS6 2AB.', {
    customer,
  });
  expect(kept).toBe('We deliver daily.');
  expect(JSON.stringify(changes)).not.toContain('Elm');
});

test('bug: the store’s own telephone and address cannot be learned', () => {
  for (const said of [
    'You can phone us on 020 7946 0099.',
    'Our shop is at 14 Harbour Street, Bergen.',
    '门店电话021-6288-1234。',
  ])
    expect(read('', said).kept).toBe(said);
});

test('bug: an address over several lines, as on a letter, is kept line by line', () => {
  const { kept } = read(
    'We deliver daily.',
    'We deliver daily.\n\n48 Station Road\nFlat 3\nDerby DE1 2GH\n\nBulky goods take a day more.',
  );
  expect(kept).not.toMatch(/Station|Derby/);
  expect(kept).toContain('Bulky goods');
});
