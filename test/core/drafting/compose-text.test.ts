import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composedSentences, holdsGap, joinedText } from '#core/drafting/compose-text.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Ask } from '#shared/model/draft.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import { deskSettings } from '#test/support/core-desk.ts';

function passage(answer: string): Evidence {
  return {
    kind: 'knowledge',
    id: newId(),
    versionId: newId(),
    question: 'Q',
    answer,
    topic: null,
    language: 'en',
    correctsEntryId: null,
    confidence: 0.9,
    cosine: null,
    overlap: 1,
  };
}
const ask = (evidence: number | null, text = 'Why?'): Ask => ({
  text,
  context: text,
  evidence,
  silence: evidence === null ? 'no_evidence' : null,
  confidence: 0.9,
});

function compose(
  customerName: string,
  asks: readonly Ask[],
  evidence: readonly Evidence[],
  language: ReplyLanguage = 'en',
) {
  return composedSentences({ settings: deskSettings, language, customerName, asks, evidence });
}
const greetingFor = (name: string, language: ReplyLanguage = 'en'): string =>
  compose(name, [ask(0)], [passage('Yes.')], language)[0]?.text ?? '';

test.each([
  ['Marta', 'Hello Marta,'],
  ['', 'Hello,'],
  ['{name}', 'Hello,'],
  ['<script>alert(1)</script>', 'Hello,'],
  ['marta@example.com', 'Hello,'],
  ['https://evil.example', 'Hello,'],
  ['[✎ x]', 'Hello,'],
  ['!!!', 'Hello,'],
  ['x'.repeat(5_000), 'Hello,'],
  ['$&', 'Hello,'],
  ['A$&B', 'Hello A$&B,'],
  ['Ann\r\nBcc: all', 'Hello Ann,'],
  ['\u202eevil', 'Hello evil,'],
])('bug: a customer who calls herself “%s” writes in the store’s greeting', (name, greeting) => {
  expect(greetingFor(name)).toBe(greeting);
});

test('bug: the greeting is in another language than the reply', () => {
  expect(greetingFor('王芳', 'zh')).toBe('王芳您好，');
  expect(greetingFor('佐藤', 'ja')).toBe('佐藤 様');
});

test('bug: what answers two questions is said twice', () => {
  const texts = compose('Ann', [ask(0), ask(0)], [passage('Three days.')]).map((sentence) => sentence.text);
  expect(texts.filter((text) => text === 'Three days.')).toHaveLength(1);
});

test.each(['Why [this]?', 'Why\nthis?', ']]]] [✎', 'x'.repeat(9_000), '👍'.repeat(300)])(
  'bug: the gap for “%s” can be sent, or breaks off',
  (text) => {
    const gap = compose('Ann', [ask(0), ask(null, text)], [passage('Yes.')]).find(
      (sentence) => sentence.part === 'gap',
    );
    expect(gap?.text).toMatch(/^\[✎[^[\]\n]*\]$/u);
    expect(gap?.text.isWellFormed()).toBe(true);
    expect(holdsGap(`Hello,\n\n${gap?.text}`)).toBe(true);
  },
);

test('bug: a gap is sent when an edit has taken its closing bracket or broken its line', () => {
  expect(holdsGap('Hello [✎ no answer found for “Why?”')).toBe(true);
  expect(holdsGap('Hello [✎ no answer\nfound]')).toBe(true);
  expect(holdsGap('I wrote [sic] ✎ yesterday')).toBe(false);
});

test('bug: an answer sentence has lost its source, or the draft says what no source does', () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).filter((one) => one.trim() !== '');
  const parts = fc.record({
    answers: fc.array(text, { minLength: 1, maxLength: 4 }),
    picks: fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 5 }),
    name: fc.string(),
  });
  fc.assert(
    fc.property(parts, fc.constantFrom<ReplyLanguage>('en', 'zh', 'ja'), ({ answers, picks, name }, language) => {
      const evidence = answers.map(passage);
      const asks = picks.map((pick) => ask(pick < evidence.length ? pick : null));
      const sentences = compose(name, asks, evidence, language);
      const said = new Map<number, string>();
      for (const [i, { part, text, evidence: source, ask: owner, lead }] of sentences.entries()) {
        expect(source !== null).toBe(part === 'answer');
        expect(owner !== null).toBe(part === 'answer' || part === 'gap');
        expect(i === 0 ? lead === '' : lead.trim() === '').toBe(true);
        if (source === null) continue;
        expect(asks[owner ?? -1]?.evidence).toBe(source);
        const before = said.get(source);
        said.set(source, before === undefined ? text : before + lead + text);
      }
      for (const [source, whole] of said) expect(whole).toBe(answers[source]?.trim());
      expect(said.size).toBe(new Set(asks.flatMap((one) => one.evidence ?? [])).size);
      expect(joinedText(sentences).startsWith(sentences[0]?.text ?? '')).toBe(true);
    }),
  );
});
