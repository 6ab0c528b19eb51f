import type { Passage } from '#core/ports/passage-index.ts';
import { textHash } from './text-hash.ts';

/** Characters of an answer that get a vector: more than a small model reads (256 word pieces). */
const longestAnswer = 1_000;
/** An answer that only names where the answer is, as imports make it: [[order.status]]. */
const placeholder = /^\[\[[^\]]*\]\]$/u;

/** A text of a passage that gets a vector. */
export type PassageText = {
  readonly field: 'question' | 'answer';
  readonly content: string;
  readonly hash: Uint8Array;
};

/** The texts of a passage that get a vector: its question, and the start of its answer where that says something else. */
export function passageTexts({ question, answer }: Pick<Passage, 'question' | 'answer'>): readonly PassageText[] {
  const asked = question.trim();
  const answered = cut(answer.trim());
  const texts: PassageText[] = [];
  if (asked !== '') texts.push({ field: 'question', content: asked, hash: textHash(asked) });
  if (answered !== '' && answered !== asked && !placeholder.test(answered)) {
    texts.push({ field: 'answer', content: answered, hash: textHash(answered) });
  }
  return texts;
}

function cut(text: string): string {
  if (text.length <= longestAnswer) return text;
  // Not between the halves of a surrogate pair.
  return text
    .slice(0, longestAnswer)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
