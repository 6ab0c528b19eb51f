import { expect, test } from 'vitest';
import { asksOf } from '#core/conversations/asks.ts';
import { isCourtesy, withoutCourtesy } from '#core/conversations/courtesy.ts';
import { detectLanguage } from '#core/conversations/detect-language.ts';
import { bareSubjectOf, isReplySubject } from '#core/conversations/fold-messages.ts';
import { roleAfter } from '#core/conversations/answer-to-agent.ts';
import { leansOnEarlier } from '#core/conversations/leaning.ts';
import { newTextOf } from '#core/conversations/new-text.ts';
import { customerPhrases, noisePhrases } from '#core/conversations/noise-phrases.ts';
import { isNoise } from '#core/conversations/noise.ts';
import { sentencesOf } from '#core/conversations/sentences.ts';
import { troubleIn } from '#core/conversations/trouble.ts';
import { holdsGap } from '#core/drafting/compose-text.ts';
import { asksOrderStatus } from '#core/drafting/order-asks.ts';
import { namedNumbersIn } from '#core/drafting/order-numbers.ts';
import { keptShareOf } from '#core/learning/kept-share.ts';
import { lessonsOf } from '#core/learning/lessons-of.ts';
import { stemOf } from '#core/retrieval/stem.ts';
import { askedTerms } from '#core/retrieval/terms.ts';

const size = 200_000;
const many = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

/** Texts that make a pattern with nested or neighbouring repeats try every way there is. */
const hostile: readonly (readonly [name: string, text: string])[] = [
  ['a word without end', many('a')],
  ['digits', many('1')],
  ['white space before a letter', `Hello${many(' ')}x`],
  ['white space before a year', `${many(' ')}2026`],
  ['line ends', many('\n')],
  ['greetings', `hi${many(' there')} 1`],
  ['names', `Hello${many(' Ann')} 1`],
  ['commas', `hi${many(', hi')} x`],
  ['only commas', `a${many(',')}b`],
  ['thanks for', `thanks${many(' for a')}${'x'.repeat(100)}`],
  ['short agreement', `${many('ok ')}${'x'.repeat(40)}`],
  ['regards and spaces', `regards${many(' ')}1`],
  ['questions', many('Is it? ')],
  ['different questions', Array.from({ length: 20_000 }, (_, i) => `Is it ${i}?`).join(' ')],
  ['abbreviations', many('mr. ')],
  ['an address with questions', `https:${many('a?')}`],
  ['an address', `https://a.example/${many('a/')}`],
  ['apostrophes', `a${many("'")}a`],
  ['a line of brackets after a year', `2026${many('<')}`],
  ['an attribution that never ends', `On ${many('Monday ')}`],
  ['quoted lines', many('> a\n')],
  ['rulers', many('-----\n')],
  ['underscores', `${many('_')}x`],
  ['dashes', `${many('-')}x`],
  ['reply prefixes', many('Re: ')],
  ['addresses that are none', many('a@')],
  ['telephone numbers that are none', many('+1 ')],
  ['zeros', many('00 ')],
  ['tags that never close', many('<a href')],
  ['citations that never end', many('"a ')],
  ['fields', many('Name: x\n')],
  ['unsubscribing', many('click to unsubscribe ')],
  ['a base64 block', `${many('QUJD')}\n`],
  ['open gaps', many('[✎')],
  ['Chinese without a stop', many('你好')],
  ['Chinese questions', many('吗？')],
  ['Japanese without a stop', many('お世話になっております')],
  ['thanks in Japanese', many('ありがとう')],
  ['emoji', many('🙏🏽')],
  ['combining marks', `e${many('\u0301')}`],
  ['lone surrogates', many('\ud83d')],
  ['full stops', many('.')],
  ['styles that never close', many('<style>')],
];

test.each(hostile)('bug: a text of %s stops the desk', (_name, text) => {
  for (const ask of asksOf(text)) expect(ask.text.length).toBeLessThanOrEqual(2_000);
  isCourtesy(text);
  detectLanguage(text);
  bareSubjectOf(text);
  isReplySubject(text);
  isNoise(text, text);
  leansOnEarlier(text);
  roleAfter(text, text);
  roleAfter('Which one?', text);
  newTextOf(text);
  const sentences = sentencesOf(text);
  expect(sentences.map((sentence) => sentence.lead + sentence.text).join('')).toBe(text.trimEnd());
  holdsGap(text);
  asksOrderStatus(text);
  namedNumbersIn(text);
  stemOf(text.slice(0, size));
  askedTerms(text);
  expect(keptShareOf(text, text)).toBe(1);
  lessonsOf({
    text,
    draft: null,
    asked: ['Why?'],
    glosses: null,
    customerName: 'Ann',
    greetings: ['Hello {name},'],
    closings: ['Bye'],
  });
});

/** Many times what any of them takes, and far below what one that tries every way does. */
const guardMs = 1_000;

function millisecondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const courtesies =
  'ok ty |ty ok |hi ok thanks |ok thx |k ty |thanks so much ok |yes ty |ok, ty, |ty for a, ok ty for a, |great thanks; |' +
  '好的谢谢|谢谢您好的|您好，谢谢，|了解です、ありがとう、|ありがとうございますお手数';

test.each(courtesies.split('|'))('bug: a line of "%s" that ends in a word is read in every way there is', (unit) => {
  for (const end of [' zebra', '斑马', 'シマウマ']) {
    const line = unit.repeat(160).slice(0, 160 - end.length) + end;
    expect(millisecondsOf(() => withoutCourtesy(line))).toBeLessThan(guardMs);
    expect(millisecondsOf(() => asksOf(`${line}\n`.repeat(20)))).toBeLessThan(guardMs);
  }
});

test('bug: a phrase of noise or of a customer takes time with the square of a text', () => {
  const units =
    '1|1 |1%|\n|\n |.|a |a-|i |you received |mailing list |click |my order |the broken |is not |nobody |不在|アカウント|我|ご';
  const phrases = [...Object.values(noisePhrases).flat(), ...customerPhrases];
  for (const unit of units.split('|')) {
    const text = many(unit).slice(0, 100_000);
    for (const phrase of phrases) expect(millisecondsOf(() => text.match(phrase))).toBeLessThan(guardMs);
    expect(millisecondsOf(() => troubleIn(text))).toBeLessThan(guardMs);
  }
});
