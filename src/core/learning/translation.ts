import { otherLanguageOf, spokenLanguage } from '#shared/answer-language.ts';
import type { Draft, DraftSentence } from '#shared/model/draft.ts';
import { detectLanguage } from '../conversations/detect-language.ts';
import { newTextOf } from '../conversations/new-text.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import type { Glosses } from '../ports/glosses.ts';
import { askedTerms } from '../retrieval/terms.ts';
import { wordsOf } from './kept-share.ts';

/** Fewer words may be a name, which stays as it is. */
const leastWords = 4;

/** Whether a reply still says what its draft said in a language that the customer did not write. */
export function isUntranslated(draft: Draft, text: string): boolean {
  const other = otherLanguageOf(draft);
  if (other === null) return false;
  const written = newTextOf(text);
  if (detectLanguage(written) === other) return true;
  const foreign = new Set(
    draft.sentences
      .filter((one) => draft.evidence[one.evidence ?? -1]?.language === other)
      .map((sentence) => sentence.text),
  );
  return sentencesOf(written).some(
    (sentence) =>
      foreign.has(sentence.text) &&
      wordsOf(sentence.text).length >= leastWords &&
      detectLanguage(sentence.text) === other,
  );
}

/** Whether the reply to a customer puts a draft, all of it in another language, into the customer's. */
export function isWholeTranslation(draft: Draft, text: string): boolean {
  const spoken = spokenLanguage(draft);
  return spoken !== draft.language && !isUntranslated(draft, text) && detectLanguage(text) !== spoken;
}

/**
 * What a translated reply, greeting and closing aside, says to each ask: all of it where there is one, else paragraph by
 * paragraph, or sentence by sentence, where there are as many as in the draft. Empty where nobody can tell.
 */
export function translatedByAsk(drafted: readonly DraftSentence[], body: string): ReadonlyMap<number, string> {
  const own = drafted.filter(({ ask }) => ask !== null);
  const asks = [...new Set(own.flatMap(({ ask }) => ask ?? []))];
  const [only] = asks;
  if (asks.length === 1 && only !== undefined) return new Map([[only, body]]);
  const opens = (sentence: { readonly lead: string }, i: number): boolean => i === 0 || sentence.lead.includes('\n\n');
  const sent = sentencesOf(body);
  const starts = sent.flatMap((sentence, i) => (opens(sentence, i) ? [i] : []));
  const ownStarts = own.flatMap((sentence, i) => (opens(sentence, i) ? [i] : []));
  const byParagraph = starts.length === ownStarts.length;
  if (!byParagraph && sent.length !== own.length) return new Map();
  const answers = new Map<number, string>();
  sent.forEach((sentence, i) => {
    const place = byParagraph ? (ownStarts[starts.findLastIndex((start) => start <= i)] ?? 0) : i;
    const ask = own[place]?.ask ?? null;
    if (ask === null) return;
    const before = answers.get(ask);
    answers.set(ask, before === undefined ? sentence.text : before + sentence.lead + sentence.text);
  });
  return answers;
}

/**
 * Of answers of one shop, read in English words, translations of one another share at least this much (Dice) in 95 of
 * 100, others in fewer than one (store a of `test/resources/answers`, Chinese and Japanese against English).
 */
const translatedFrom = 0.26;

/**
 * Whether what was sent puts a drafted answer into another language, as far as dictionaries tell: it shares its words and
 * says all of its numbers.
 */
export function isTranslation(glosses: Glosses | null, drafted: string, sent: string): boolean {
  if (glosses === null) return false;
  const left = meantIn(glosses, drafted);
  const right = meantIn(glosses, sent);
  const holdsNumbers = [...left].every((term) => !/\d/.test(term) || right.has(term));
  const shared = [...left].filter((term) => right.has(term)).length;
  return holdsNumbers && shared > 0 && 2 * shared >= translatedFrom * (left.size + right.size);
}

const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** "deliver" and "delivery", "sign" and "signature": a dictionary says the verb where a sentence has the noun. */
const comparedLetters = 4;

function meantIn(glosses: Glosses, text: string): ReadonlySet<string> {
  const read = glosses.readingOf(text).replace(/[a-z]+/gi, (word) => {
    const number = numberWords.indexOf(word.toLowerCase());
    return number < 0 ? word : String(number);
  });
  return new Set(askedTerms(read).map((term) => (/\d/.test(term) ? term : term.slice(0, comparedLetters))));
}
