import type { TextPlace } from './text-place.ts';
import { isCourtesy } from '../../conversations/courtesy.ts';
import { sentencesOf } from '../../conversations/sentences.ts';

const letter = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]`;
const wide: Readonly<Record<'zh' | 'ja', Readonly<Record<string, string>>>> = {
  zh: { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '.': '。' },
  ja: { ',': '、', '?': '？', '!': '！', '.': '。' },
};
const mixed = new RegExp(
  `(?<=${letter}|[”」』）】])([,;:?!.])(?![,;:?!.\\d])[ \\t]*(?=${letter}|[“「『（【\\n]|$)`,
  'gu',
);
const repeated = new RegExp(`(?<=${letter})([,;])\\1+(?=${letter})`, 'gu');
/** A number or a Latin word ends where Chinese or Japanese goes on. */
const beforeHan = new RegExp(`(?<=[A-Za-z\\d])([,;?!])(?=${letter})`, 'gu');
const spaceBefore = /(?<=\S)[ \t\u3000]+(?=[，。；：？！、）」』】])/gu;
const spaceAfter = /(?<=[，。；：、（「『【])[ \t\u3000]+(?=\S)/gu;

/** Mechanical errors of Chinese put right. */
export function fixedChinese(text: string, place: TextPlace): string {
  return stopped(
    punctuated(text, 'zh')
      .replace(/(?<!的)的的(?![的确])/gu, '的')
      .replace(twiceSaid, '$1'),
    chineseEnd,
    place,
  );
}

/** Mechanical errors of Japanese put right. */
export function fixedJapanese(text: string, place: TextPlace): string {
  return stopped(
    punctuated(text, 'ja')
      .replace(/をを/gu, 'を')
      .replace(/(です|ました|ません)\1/gu, '$1'),
    japaneseEnd,
    place,
  );
}

/** Words that nobody says twice in a row. */
const twiceSaid = /(我们|您的|可以|已经|如果|因为|所以|但是|需要|请您|关于)\1/gu;

function punctuated(text: string, language: 'zh' | 'ja'): string {
  return text
    .replace(repeated, '$1')
    .replace(mixed, (found, sign: string) => wide[language][sign] ?? found)
    .replace(beforeHan, (found, sign: string) => wide[language][sign] ?? found)
    .replace(spaceBefore, '')
    .replace(spaceAfter, '')
    .replace(/([，、；])\1+/gu, '$1')
    .replace(/(?<!。)。。(?!。)/gu, '。');
}

/** How a sentence ends that lacks its stop: names, headings and lines of an address end otherwise. */
const chineseEnd = /(?:[您我].*|(?:请|会|将|可以|需要|已|无法|不能|没有).*|[了的])\p{Script=Han}$|了$/u;
const japaneseEnd = /(?:ます|です|ました|ません|でした|ください|下さい|ましょう|でしょう|ております)$/u;
const shortest = 6;
/** Characters at a sentence's end that tell whether it is one. */
const lookBack = 60;

/** The stop that the last sentence of a paragraph lacks. */
function stopped(text: string, end: RegExp, { endsParagraph }: TextPlace): string {
  return text
    .split(/(\n[^\S\n]*\n\s*)/)
    .map((paragraph, i, all) => {
      const body = paragraph.trimEnd();
      const sentence = sentencesOf(body).at(-1)?.text ?? '';
      const isList = /^\s*(?:[-*•–·・①-⑳]|\d+[.)、])/mu.test(body);
      const isWhole = i % 2 === 0 && (i < all.length - 1 || endsParagraph);
      const isSaid = isWhole && !isList && sentence.length >= shortest && end.test(sentence.slice(-lookBack));
      // A greeting and a wish stand as the shop writes them.
      return isSaid && !isCourtesy(sentence) && !isGreeting.test(sentence)
        ? `${body}。${paragraph.slice(body.length)}`
        : paragraph;
    })
    .join('');
}

const isGreeting = /^(?:祝|此致|敬|尊敬|亲爱)|(?:您好|你好)$/u;
