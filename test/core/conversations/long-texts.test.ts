import { expect, test } from 'vitest';
import { asksOf } from '#core/conversations/asks.ts';
import { isCourtesy } from '#core/conversations/courtesy.ts';
import { detectLanguage } from '#core/conversations/detect-language.ts';
import { bareSubjectOf, isReplySubject } from '#core/conversations/fold-messages.ts';
import { roleAfter } from '#core/conversations/answer-to-agent.ts';
import { leansOnEarlier } from '#core/conversations/leaning.ts';
import { newTextOf } from '#core/conversations/new-text.ts';
import { isNoise } from '#core/conversations/noise.ts';
import { sentencesOf } from '#core/conversations/sentences.ts';
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
    customerName: 'Ann',
    greetings: ['Hello {name},'],
    closings: ['Bye'],
  });
});
