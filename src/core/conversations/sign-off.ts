import { isBareDatum } from './bare-data.ts';
import { isCourtesy, isSignOff } from './courtesy.ts';

/** Lines of the longest signature, and characters of its longest line. */
const mostLines = 10;
const longestLine = 90;
/** Small words that stand in titles and addresses. */
const small = /^(?:of|the|and|for|at|in|on|de|von|van|der|la|le|&|\/|\||·|-|–|—|,)$/i;

const address = /https?:\/\/\S+|\bwww\.\S+|\S+@\S+/gu;

/**
 * Sentences without the signature under a letter: what follows its closing words and is made of names, titles, numbers and
 * links. A postscript that says something stays.
 */
export function withoutSignature(
  sentences: readonly string[],
  isAsk: (sentence: string) => boolean,
): readonly string[] {
  const closing = sentences.findLastIndex((sentence, i) => i >= sentences.length - mostLines && isClosing(sentence));
  if (closing < 0) return sentences;
  return sentences.filter((sentence, i) => i <= closing || isAsk(sentence) || !isSignatureLine(sentence));
}

function isClosing(sentence: string): boolean {
  return (
    isSignOff(sentence) ||
    (/^(?:many |best )?(?:thanks?|thx|cheers)\b/i.test(sentence) && isCourtesy(sentence)) ||
    /^(?:此致|敬礼|祝好|顺祝商祺|(?:以上、?)?(?:どうぞ)?よろしくお願い.{0,10}|以上です?。?)$/u.test(sentence)
  );
}

function isSignatureLine(sentence: string): boolean {
  if (sentence.length > longestLine || /[?？]/.test(sentence)) return false;
  if (isBareDatum(sentence) || isCourtesy(sentence)) return true;
  const words = sentence
    .replace(address, ' ')
    .split(/[\s,]+/)
    .filter((word) => word !== '' && !small.test(word));
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sentence))
    return !/[\p{Script=Hiragana}。！!吗呢]/u.test(sentence) && [...sentence].length <= 24;
  return words.length <= 8 && words.every((word) => /^[^\p{Ll}]/u.test(word));
}
