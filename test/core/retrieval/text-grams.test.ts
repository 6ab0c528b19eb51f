import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GramRow, countGrams, gramRow, gramWidth } from '#core/retrieval/text-grams.ts';

/** What is rare among these texts. */
function rarityOf(...texts: readonly string[]) {
  const counting = countGrams();
  for (const text of texts) counting.add(text);
  return counting.rarity();
}

const rarity = rarityOf('How long does delivery take?', 'Do you ship to Norway?', 'Can I return the kettle?');
const lengthOf = ({ weights }: GramRow): number => Math.hypot(...weights);

/** Of two rows, −1…1. */
function cosine(a: GramRow, b: GramRow): number {
  const others = new Map([...b.places].map((place, i) => [place, b.weights[i] ?? 0]));
  let sum = 0;
  for (const [i, place] of a.places.entries()) sum += (a.weights[i] ?? 0) * (others.get(place) ?? 0);
  return sum / (lengthOf(a) * lengthOf(b));
}

test('bug: a text is another row the second time', () => {
  const text = 'Do you ship the Reed Kettle to Norway?';
  expect(gramRow(text, rarity)).toEqual(gramRow(text, rarity));
  expect(gramRow(text, rarity)).not.toEqual(gramRow('Do you ship the Reed Kettle to Sweden?', rarity));
});

test.each([
  ['Is order 4711 on its way?', 'Is order 9032 on its way?'],
  ['DO YOU SHIP?', 'do you ship'],
  ['Ｄｏ　ｙｏｕ　ｓｈｉｐ？', 'do you ship'],
  ['ｶﾌﾟは何個？', 'カプは何個?'],
  ['１２日', '34日'],
  ['re\u0301sume\u0301', 'r\u00e9sum\u00e9'],
])('bug: %j and %j are different questions', (one, other) => {
  expect(gramRow(one, rarity)).toEqual(gramRow(other, rarity));
});

test.each(['', '   \n', '🙂🙂', '?!…', '👩‍👩‍👧'])('bug: %j says something', (text) => {
  expect(gramRow(text, rarity).places).toHaveLength(0);
  expect(gramRow(text, rarityOf()).weights).toHaveLength(0);
});

test('bug: a pasted log of 100 kB holds up every draft, or is cut in the middle of a character', () => {
  const started = performance.now();
  const long = gramRow('kettle lid '.repeat(10_000), rarity);
  expect(performance.now() - started).toBeLessThan(200);
  expect(long).toEqual(gramRow('kettle lid '.repeat(1_000), rarity));
  const cut = gramRow('𠮷'.repeat(50_000), rarity);
  expect(cut.weights.every(Number.isFinite)).toBe(true);
  expect(gramRow(`a${'𠮷'.repeat(50_000)}`, rarity).weights.every(Number.isFinite)).toBe(true);
});

test('bug: what every question says weighs as much as what one says', () => {
  const many = rarityOf(...Array.from({ length: 50 }, (_, i) => `please tell ${i === 0 ? 'zymurgy' : 'me'}`));
  const known = gramRow('please zymurgy', many);
  expect(cosine(known, gramRow('zymurgy', many))).toBeGreaterThan(2 * cosine(known, gramRow('please', many)));
});

test('bug: a misspelt word has nothing of the word', () => {
  const one = gramRow('restocking', rarity);
  expect(cosine(one, gramRow('restoking', rarity))).toBeGreaterThan(0.3);
  expect(Math.abs(cosine(one, gramRow('wheelbarrow', rarity)))).toBeLessThan(0.15);
});

test('bug: a long question outweighs a short one', () => {
  const texts = ['Norway?', 'How long does delivery to the north of Norway take in winter?', '送料はいくらですか'];
  for (const text of texts) {
    const length = lengthOf(gramRow(text, rarity));
    expect(length, text).toBeGreaterThan(0.9);
    expect(length, text).toBeLessThan(1.6);
  }
});

test('bug: some text has weights that are no numbers, or places outside the row', () => {
  const counting = countGrams();
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 4 }), (texts) => {
      for (const text of texts) counting.add(text);
      for (const text of texts) {
        const { places, weights } = gramRow(text, counting.rarity());
        expect(places.length).toBe(weights.length);
        expect(new Set(places).size).toBe(places.length);
        expect(places.every((place) => place < gramWidth)).toBe(true);
        expect(weights.every(Number.isFinite)).toBe(true);
      }
    }),
  );
});
