import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDocumentReader } from '#adapters/language-model/documents.ts';
import { spokenText } from '#adapters/language-model/spoken-text.ts';

/** Bytes cut at these places, each a share of the whole. */
function cutAt(text: string, shares: readonly number[]): readonly Uint8Array[] {
  const bytes = Buffer.from(text);
  const places = shares.map((share) => Math.floor(share * bytes.length)).sort((a, b) => a - b);
  return [...places, bytes.length].map((place, at) => bytes.subarray(places[at - 1] ?? 0, place));
}

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 8 });

test('bug: an answer is read otherwise where the network cuts it: in a letter, a line end or a document', () => {
  fc.assert(
    fc.property(texts, shares, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (said, places, lineEnd, isSse) => {
      const documents = said.map((text) => ({ text }));
      const lines = documents.map((document) => JSON.stringify(document));
      const comment = `: keep-alive${lineEnd}${lineEnd}`;
      const text = isSse
        ? `${comment}${lines.map((line) => `event: x${lineEnd}data: ${line}${lineEnd}${lineEnd}`).join(comment)}data: [DONE]`
        : lines.join(lineEnd);
      const reader = createDocumentReader(isSse ? 'sse' : 'ndjson');
      const read = [...cutAt(text, places).flatMap((bytes) => reader.take(bytes)), ...reader.end()];
      expect(read).toEqual(documents);
    }),
  );
});

test('bug: while it comes, a thought is shown for a moment, or the reply loses its beginning', () => {
  fc.assert(
    fc.property(fc.constantFrom('think', 'thinking'), fc.string(), fc.string(), (mark, thought, reply) => {
      fc.pre(!/[<>]/.test(thought + reply) && !/^\s/.test(reply));
      const whole = `<${mark}>${thought}ZZ</${mark}>\n\n${reply}`;
      for (let length = 0; length <= whole.length; length++)
        expect(spokenText(whole.slice(0, length))).not.toContain('ZZ');
      expect(spokenText(whole)).toBe(reply);
      expect(spokenText(`${thought}</${mark}>${reply}`)).toBe(reply);
    }),
  );
  for (const plain of ['Hello', 'We <think> so.', '1 < 2', '']) expect(spokenText(plain)).toBe(plain);
});
