import { sentencesOf } from '#core/conversations/sentences.ts';
import type { TextRole } from '#core/ports/embedder.ts';
import type { Passage } from '#core/ports/passage-index.ts';
import { textHash } from './text-hash.ts';

/** Characters of an answer that get a vector: more than a small model reads (256 word pieces). */
const longestAnswer = 1_000;
/** Sentences and table rows of an article that get one each; entries are split long before. */
const mostParts = 24;
/** An answer that only names where the answer is, as imports make it: [[order.status]]. */
const placeholder = /^\[\[[^\]]*\]\]$/u;

/** Stands before what answers where it is digested; no question begins like this. */
const answerMark = '\0answer\0';

/** A text of a passage that gets a vector. */
export type PassageText = {
  readonly field: 'question' | 'answer' | 'part';
  /** Of several of one field: which. */
  readonly number: number;
  readonly content: string;
  /** Names its vector. */
  readonly hash: Uint8Array;
};

/** As what a text of a passage is read: parts of an answer answer. */
export function roleOf(field: PassageText['field']): TextRole {
  return field === 'question' ? 'question' : 'answer';
}

type Searched = Pick<Passage, 'heading' | 'question' | 'answer'>;

/**
 * The texts of a passage that get a vector: its question, and that with the start of its answer where the answer says
 * something else: people ask in the words of either, and an answer by itself does not say what it is about. A
 * section of an article answers many questions: each of its sentences and table rows gets one too, under the headings
 * above it, unless it is a single one.
 */
export function passageTexts({ heading, question, answer }: Searched): readonly PassageText[] {
  const asked = question.trim();
  const answered = answer.trim();
  const texts: PassageText[] = [];
  if (asked !== '') texts.push(textOf('question', 0, asked));
  if (answered === '' || answered === asked || placeholder.test(answered)) return texts;
  texts.push(textOf('answer', 0, cut(asked === '' ? answered : `${asked}\n${answered}`)));
  if (asked === '' && heading.trim() !== '') texts.push(...partsOf(heading, answered));
  return texts;
}

function partsOf(heading: string, answer: string): readonly PassageText[] {
  const path = heading.split(' › ');
  // The title of the whole document stands over all of it.
  const subject = (path.length > 1 ? path.slice(1) : path).join(' ').trim();
  const sentences = sentencesOf(answer);
  if (sentences.length < 2) return [];
  return sentences.slice(0, mostParts).map(({ text }, number) => textOf('part', number, cut(`${subject}: ${text}`)));
}

function textOf(field: PassageText['field'], number: number, content: string): PassageText {
  // The same words asked and answered are two texts: a model may read them differently.
  return { field, number, content, hash: textHash(field === 'question' ? content : `${answerMark}${content}`) };
}

function cut(text: string): string {
  if (text.length <= longestAnswer) return text;
  // Not between the halves of a surrogate pair.
  return text
    .slice(0, longestAnswer)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
