import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readWords } from '#adapters/word-list/read-words.ts';
import { detectLanguage } from '#core/conversations/detect-language.ts';
import { wordIndex } from '#core/retrieval/word-index.ts';
import { fixedText } from '#core/writing/tools/fix-text.ts';
import { shortenedText } from '#core/writing/tools/shorten-text.ts';
import { placeBetween } from '#core/writing/tools/text-place.ts';
import { resourcesFolder } from '#test/support/test-desk.ts';
import { ownSentences } from './own-sentences.ts';

const Answer = z.object({ answer: z.string() });
const vocabulary = wordIndex(readWords(path.join(resourcesFolder, 'words/en.txt.gz')));
vocabulary.add(['gooseneck', 'matcha', 'sencha', 'kettle', 'teapot']);
const fixed = (text: string): string => fixedText(text, vocabulary);

test('bug: what is plainly wrong stays, or what is right is changed', () => {
  const wrong = ownSentences.filter(([typed, meant]) => typed !== meant);
  const mended = wrong.filter(([typed, meant]) => fixed(typed) === meant);
  const harmed = ownSentences.filter(([typed, meant]) => typed === meant && fixed(typed) !== meant);
  const left = wrong.filter(([typed, meant]) => fixed(typed) !== meant).map(([typed]) => [typed, fixed(typed)]);
  console.info(
    `fixed by the desk: of ${wrong.length} wrong sentences ${mended.length} mended, ${left.length} not; ` +
      `of ${ownSentences.length - wrong.length} right ones ${harmed.length} harmed`,
  );
  expect(harmed.map(([typed]) => [typed, fixed(typed)])).toEqual([]);
  // A word with a capital may be a name, and what touches a link a part of it.
  expect(left).toEqual([
    ['Plese let us know when it arives.', 'Plese let us know when it arrives.'],
    ['请看 https://north.example/帮助,谢谢您!', '请看 https://north.example/帮助,谢谢您!'],
  ]);
});

/** Answers that somebody has written with care: of the sample store, and of a measuring set in three languages. */
const answers = [
  path.join(resourcesFolder, 'sample-store/knowledge.jsonl'),
  ...['en', 'zh', 'ja'].map((language) =>
    path.resolve(import.meta.dirname, `../../../resources/answers/a/kb.${language}.jsonl`),
  ),
].flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [Answer.parse(JSON.parse(line)).answer])),
);

test('bug: what somebody wrote with care is changed, or shortened of what it says', () => {
  const english = wordIndex(readWords(path.join(resourcesFolder, 'words/en.txt.gz')));
  const changed = answers.filter((text) => fixedText(text, english) !== text);
  const cut = answers.filter((text) => {
    const language = detectLanguage(text);
    return shortenedText(text, language === 'und' ? 'en' : language) !== text;
  });
  console.info(`answers written with care: of ${answers.length} ${changed.length} fixed, ${cut.length} shortened`);
  expect(answers.length).toBeGreaterThan(150);
  expect(changed.map((text) => [text, fixedText(text, english)])).toEqual([]);
  expect(cut).toEqual([]);
});

/** Words, marks and spaces of every kind, put together as nobody would. */
const pieces = fc.oneof(
  fc.constantFrom(
    'the',
    'i',
    'We',
    'kettle',
    'Ember',
    'iPhone',
    'recieve',
    'dont',
    'ships',
    'is',
    'to',
    'please',
    'Nordlys-2',
    'e.g.',
    'U.S.',
  ),
  fc.constantFrom(
    '您好',
    '我们',
    '的',
    '水壶',
    '退款',
    '请',
    '了',
    'ます',
    'をを',
    '返品',
    'ケトル',
    'です',
    'ください',
  ),
  fc.constantFrom(
    ',',
    '.',
    '?',
    '!',
    ';',
    ':',
    '...',
    '。',
    '，',
    '、',
    '…',
    '"',
    '“',
    '”',
    "'",
    '’',
    '(',
    ')',
    '-',
    '–',
    '€',
    '¥',
    '%',
  ),
  fc.constantFrom(' ', '  ', '\n', '\n\n', '\n- ', '\u3000', '\t'),
  fc.constantFrom(
    'https://north.example/a?b=1,2',
    'www.north.example',
    'help@north.example',
    '{{customer.name}}',
    '[✎ no answer]',
    '#1001',
    '⟦7⟧',
  ),
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.constantFrom('1,299.50', '4.5', '9:00-18:00', '2026-05-12', '12.5.', '3,4', 'A1-B2'),
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 24 }).map((all) => all.join('')),
  fc.array(pieces, { maxLength: 24 }).map((all) => all.join(' ')),
  fc.array(fc.constantFrom(...ownSentences.map(([typed]) => typed)), { maxLength: 4 }).map((all) => all.join('\n')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

const kept: ReadonlyArray<readonly [string, RegExp]> = [
  ['numbers', /\d+/gu],
  ['links and addresses', /https?:\/\/[!-~]*[\w/]|www\.[\w./]*\w|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  ['names of products', /Ember|iPhone|Nordlys-2|ケトル|水壶|A1-B2/gu],
  ['gaps and placeholders', /\[✎[^\]]*\]|\{\{[^}]*\}\}|⟦\d+⟧|#\d+/gu],
  ['line ends', /\n/gu],
];

test('bug: fixing twice says another thing than fixing once', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(fixed(fixed(text))).toBe(fixed(text));
    }),
    { numRuns: 1_500 },
  );
});

test('bug: fixing changes a number, a link, an address, the name of a product, a gap or a line', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const [what, pattern] of kept)
        expect(fixed(text).match(pattern) ?? [], what).toEqual(text.match(pattern) ?? []);
    }),
    { numRuns: 1_500 },
  );
});

test('bug: a word of the knowledge is taken for a slip', () => {
  const own = wordIndex(readWords(path.join(resourcesFolder, 'words/en.txt.gz')));
  own.add(['recievo', 'custommer']);
  expect(fixedText('The recievo is for every custommer of ours.', own)).toBe(
    'The recievo is for every custommer of ours.',
  );
  expect(fixedText('It is for every custommer of ours.', vocabulary)).toBe('It is for every customer of ours.');
});

test('bug: a part of a sentence is fixed as if it were one', () => {
  const whole = 'Your parcel, which we have recieved today, is on its way. it is blue';
  const part = (start: number, end: number): string =>
    fixedText(whole.slice(start, end), vocabulary, placeBetween(whole.slice(0, start), whole.slice(end)));
  expect(part(13, 41)).toBe('which we have received today');
  expect(part(58, 68)).toBe('It is blue');
  expect(part(58, 63)).toBe('It is');
  const han = '您的包裹,我们已经寄出了，请您留意';
  expect(fixedText(han.slice(0, 12), null, placeBetween('', han.slice(12)))).toBe('您的包裹，我们已经寄出了');
});

test('bug: a long text takes minutes to fix', () => {
  const long = `${'x'.repeat(20_000)} ${'a b, '.repeat(4_000)}${'的'.repeat(5_000)}${'"'.repeat(5_000)}${' '.repeat(10_000)}`;
  const started = performance.now();
  fixed(long);
  fixed('a.'.repeat(40_000));
  fixed('i , '.repeat(10_000));
  fixed('您好 ,'.repeat(10_000));
  expect(performance.now() - started).toBeLessThan(20_000);
});
