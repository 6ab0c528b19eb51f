import { detectLanguage } from '../../conversations/detect-language.ts';
import type { Vocabulary } from '../../retrieval/word-index.ts';
import { fixedEnglish } from './fix-english.ts';
import { fixedChinese, fixedJapanese } from './fix-han.ts';
import { type TextPlace, wholeText } from './text-place.ts';
import { markedText } from './kept-pieces.ts';

/** What no rule of writing holds for: links, addresses, and what has digits or a capital within. */
const untouchable =
  /https?:\/\/[^\s，。；：？！、（）「」『』【】“”]+|\bwww\.[^\s，。；：？！、（）「」『』【】“”]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|(?<![\w.-])(?:[\w-]{1,63}\.){1,6}(?:com|org|net|de|jp|cn|co|io|uk|eu|shop|store|info)\b[!-~]*|[#@]\w+|⟦\d+⟧|`[^`\n]*`/giu;
/** Private characters: no letter, no digit, no mark that a rule knows. */
const first = 0xe000;
const most = 0x1800;
/** A fix may make place for another. */
const rounds = 4;

/**
 * A text with its mechanical errors put right, by rules alone: spaces, doubled words, capitals, punctuation, plain
 * misspellings. What the rules do not know stays as it is: numbers, links, addresses, names, gaps and placeholders.
 * Fixed once, it is fixed. `vocabulary`: of English and of the knowledge; null: no spelling but the plainest.
 */
export function fixedText(text: string, vocabulary: Vocabulary | null, place: TextPlace = wholeText): string {
  if (/[\ue000-\uf8ff]/u.test(text)) return text;
  const { text: marked, pieces } = markedText(text);
  const hidden: string[] = [];
  const shielded = marked.replace(untouchable, (found) => {
    if (hidden.length >= most) return found;
    hidden.push(found);
    return String.fromCharCode(first + hidden.length - 1);
  });
  let fixed = shielded;
  for (let round = 0; round < rounds; round++) {
    const next = fixedOnce(fixed, vocabulary, place);
    if (next === fixed) break;
    fixed = next;
  }
  const shown = fixed.replace(/[\ue000-\uf8ff]/gu, (found) => hidden[found.charCodeAt(0) - first] ?? found);
  return shown.replace(/⟦(\d+)⟧/gu, (found, n: string) => pieces[Number(n) - 1] ?? found);
}

function fixedOnce(text: string, vocabulary: Vocabulary | null, place: TextPlace): string {
  switch (detectLanguage(text)) {
    case 'en':
      return fixedEnglish(text, vocabulary, place);
    case 'zh':
      return fixedChinese(text, place);
    case 'ja':
      return fixedJapanese(text, place);
    case 'und':
      return text;
  }
}
