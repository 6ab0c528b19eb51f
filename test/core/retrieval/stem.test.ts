import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stemOf } from '#core/retrieval/stem.ts';

/** The examples of Porter's paper (1980), step by step, with what all steps together make of them. */
const published: ReadonlyArray<readonly [word: string, stem: string]> = [
  ['caresses', 'caress'],
  ['ponies', 'poni'],
  ['ties', 'ti'],
  ['caress', 'caress'],
  ['cats', 'cat'],
  ['feed', 'feed'],
  ['agreed', 'agre'],
  ['plastered', 'plaster'],
  ['bled', 'bled'],
  ['motoring', 'motor'],
  ['sing', 'sing'],
  ['conflated', 'conflat'],
  ['troubled', 'troubl'],
  ['sized', 'size'],
  ['hopping', 'hop'],
  ['tanned', 'tan'],
  ['falling', 'fall'],
  ['hissing', 'hiss'],
  ['fizzed', 'fizz'],
  ['failing', 'fail'],
  ['filing', 'file'],
  ['happy', 'happi'],
  ['sky', 'sky'],
  ['relational', 'relat'],
  ['conditional', 'condit'],
  ['rational', 'ration'],
  ['digitizer', 'digit'],
  ['differently', 'differ'],
  ['vietnamization', 'vietnam'],
  ['operator', 'oper'],
  ['feudalism', 'feudal'],
  ['decisiveness', 'decis'],
  ['hopefulness', 'hope'],
  ['callousness', 'callous'],
  ['formality', 'formal'],
  ['sensitivity', 'sensit'],
  ['triplicate', 'triplic'],
  ['formative', 'form'],
  ['electricity', 'electr'],
  ['electrical', 'electr'],
  ['hopeful', 'hope'],
  ['goodness', 'good'],
  ['revival', 'reviv'],
  ['allowance', 'allow'],
  ['inference', 'infer'],
  ['airliner', 'airlin'],
  ['adjustable', 'adjust'],
  ['defensible', 'defens'],
  ['irritant', 'irrit'],
  ['replacement', 'replac'],
  ['adjustment', 'adjust'],
  ['dependent', 'depend'],
  ['adoption', 'adopt'],
  ['communism', 'commun'],
  ['activate', 'activ'],
  ['homologous', 'homolog'],
  ['effective', 'effect'],
  ['probate', 'probat'],
  ['rate', 'rate'],
  ['cease', 'ceas'],
  ['controll', 'control'],
  ['roll', 'roll'],
];

test.each(published)('bug: the stem of “%s” is not “%s”, as published', (word, stem) => {
  expect(stemOf(word)).toBe(stem);
});

test.each([
  ['refund', 'refunds', 'refunded', 'refunding'],
  ['deliver', 'delivers', 'delivered', 'delivering'],
  ['cancel', 'cancels', 'canceled'],
])('bug: forms of one word do not meet: %s', (...forms) => {
  expect(new Set(forms.map(stemOf)).size).toBe(1);
});

test('bug: a word of other letters, or of two, is cut', () => {
  for (const word of ['is', 'café', '退款', '12s', 'Kettles', '']) expect(stemOf(word)).toBe(word);
});

test('bug: a stem is empty or longer than its word and an e', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{3,20}$/), (word) => {
      const stem = stemOf(word);
      expect(stem.length).toBeGreaterThan(0);
      expect(stem.length).toBeLessThanOrEqual(word.length);
      expect(stemOf(word)).toBe(stem);
    }),
  );
});
