import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftSentence } from '#shared/model/draft.ts';
import { filledAsks, gapAfter, gapIn, marksOf, segmentsOf } from '../../../src/renderer/src/features/composer/marks.ts';

const sentences: readonly DraftSentence[] = [
  { part: 'greeting', text: 'Hello Ada,', lead: '', evidence: null, ask: null },
  { part: 'answer', text: 'Parcels to Norway take 4 to 6 working days.', lead: '\n\n', evidence: 0, ask: 0 },
  { part: 'answer', text: 'Delivery is €9.90.', lead: ' ', evidence: 0, ask: 0 },
  { part: 'gap', text: '[✎ no answer found for “gift note”]', lead: '\n\n', evidence: null, ask: 1 },
  { part: 'closing', text: 'Kind regards,', lead: '\n\n', evidence: null, ask: null },
];
const text = sentences.map((sentence) => sentence.lead + sentence.text).join('');

function marked(of: string): Array<readonly [string, string]> {
  return marksOf(of, sentences).map((mark) => [mark.kind, of.slice(mark.start, mark.end)] as const);
}

describe('marks', () => {
  it('finds every answer and gap of an untouched draft, and nothing else', () => {
    expect(marked(text)).toEqual([
      ['source', 'Parcels to Norway take 4 to 6 working days.'],
      ['source', 'Delivery is €9.90.'],
      ['gap', '[✎ no answer found for “gift note”]'],
    ]);
  });

  it('no longer vouches for a sentence in which a number was changed', () => {
    const changed = text.replace('4 to 6', '9 to 12');
    expect(marked(changed)[0]).toEqual(['edited', 'Parcels to Norway take 9 to 12 working days.']);
    expect(marked(changed)[1]?.[0]).toBe('source');
  });

  it('does not tie a sentence the agent wrote to the source of one they deleted', () => {
    const rewritten = text.replace(
      'Parcels to Norway take 4 to 6 working days.',
      'Sorry for the trouble with your teapot!',
    );
    expect(marked(rewritten).map(([, part]) => part)).not.toContain('Sorry for the trouble with your teapot!');
  });

  it('keeps the marks of sentences after text that was put before them', () => {
    const longer = `Good morning!\n${text}`;
    expect(marked(longer).map(([kind]) => kind)).toEqual(['source', 'source', 'gap']);
  });

  it('says which ask the agent has answered by writing over its gap', () => {
    expect([...filledAsks(sentences, marksOf(text, sentences))]).toEqual([]);
    const filled = text.replace('[✎ no answer found for “gift note”]', 'Yes, we add a note.');
    expect([...filledAsks(sentences, marksOf(filled, sentences))]).toEqual([1]);
  });

  it('keeps a half deleted gap a gap: it is not answered yet', () => {
    const half = text.replace(' found for “gift note”', '');
    const marks = marksOf(half, sentences);
    expect(marks.filter(({ kind }) => kind === 'gap').map(({ start, end }) => half.slice(start, end))).toEqual([
      '[✎ no answer]',
    ]);
    expect(filledAsks(sentences, marks)).toEqual(new Set());
  });

  it('goes from the last gap back to the first', () => {
    const marks = marksOf(text, sentences);
    const gap = gapAfter(marks, 0);
    expect(gap?.kind).toBe('gap');
    expect(gapAfter(marks, text.length)).toBe(gap);
  });

  it('still sees a gap whose words the agent changed, and leaves ordinary brackets alone', () => {
    expect(gapIn('See [our page] please')).toBeNull();
    expect(gapIn('a [✎ something else] b')).toEqual({ start: 2, end: 20 });
  });

  it('never loses or doubles a character, whatever was edited', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(text.length), fc.nat(text.length), (inserted, a, b) => {
        const edited = text.slice(0, Math.min(a, b)) + inserted + text.slice(Math.max(a, b));
        const marks = marksOf(edited, sentences);
        expect(
          segmentsOf(edited, marks)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(edited);
        for (const [index, mark] of marks.entries()) {
          expect(mark.start).toBeLessThan(mark.end);
          expect(mark.start).toBeGreaterThanOrEqual(marks[index - 1]?.end ?? 0);
        }
      }),
    );
  });
});
