import { isCourtesy } from '../conversations/courtesy.ts';
import { newTextOf } from '../conversations/new-text.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { writtenAnswer } from '../learning/aligned-answers.ts';
import { likeness } from '../learning/kept-share.ts';
import type { LetterPhrases } from './pairs-of-conversation.ts';

/** What opens a letter in no more than courtesy, with a name in it. */
const opening: readonly RegExp[] = [
  /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\b[^.?!]{0,60}[,!.:]?$/iu,
  /^(?:[Mm]y name is|[Tt]his is|I(?:'m| am)) \p{Lu}[\p{L} .'-]{1,40}(?:(?:,| and| from| at|\b)[^.?!]{0,80})?[.!]?$/u,
  /^thank(?:s| you)(?: very much| so much)? for (?:contacting|reaching out|your (?:message|mail|e-?mail|question|enquiry|inquiry|interest|patience|reply|order|purchase)|getting in touch|writing)[^.?!]{0,80}[.!]?$/iu,
  /^(?:we|i) (?:hope|trust) (?:this|that|you)[^.?!]{0,80}[.!]?$/iu,
  /^[^，。,]{0,12}(?:您好|你好|亲亲?)[^，。]{0,6}[，,。！!~～]*(?:感谢|谢谢|欢迎)?[^。]{0,30}[。！!~～]?$/u,
  /^(?:感谢|谢谢)(?:您|你)?(?:的)?(?:来信|来电|咨询|联系|留言|关注|支持|购买|惠顾|光临|反馈)[^。]{0,20}[。！!~～]?$/u,
  /^[^、。\n]{1,24}\s?様[、,。]?$/u,
  /^[^。]{0,24}(?:お問い?合わせ|ご連絡|ご質問|ご利用|ご注文|ご購入|お買い上げ)[^。]{0,20}(?:ありがとう|有難う)[^。]{0,16}[。！!]?$/u,
  /^[^。]{0,40}(?:サポート|カスタマー|窓口|担当|店|ショップ|係)[^。]{0,20}(?:です|でございます|と申します)[。]?$/u,
  /^(?:いつも|平素より|この度は|日頃より)[^。]{0,40}(?:ございます|おります)[。]?$/u,
];

const closing: readonly RegExp[] = [
  /^(?:(?:if|should) you (?:have|need|require|want|should have)\b[^.?!]{0,40}\b(?:question|help|assistance|else|anything|information|concern)|(?:please )?(?:do not|don't|feel free)[^.?!]{0,10}(?:hesitate )?to (?:contact|ask|reply|write|reach|get in touch|let)|(?:just )?(?:let (?:us|me) know|drop us a line|reply to this) if (?:you|there|anything)\b[^.?!]{0,40}(?:question|help|else|anything)|is there anything else|we(?:'re| are) (?:always )?(?:happy|glad|here) to help|i hope (?:this|that) (?:helps|answers)|hope (?:this|that) helps|happy to help)[^.?!]{0,120}[.!?]?$/iu,
  /^(?:(?:kind|best|warm|many|with (?:kind|best|warm)) )?(?:regards|wishes|thanks|cheers|sincerely|yours (?:sincerely|truly|faithfully)|all the best|best|take care)[,!.]?$/iu,
  /^(?:如(?:果)?(?:您|你)?(?:还|您还)?(?:有|需要)|(?:有|还有)(?:任何|什么|其他|其它)|若有|期待|祝|欢迎(?:随时|再次|您))[^。]{0,50}(?:联系|咨询|问题|留言|帮助|愉快|光临|生活|顺利|回复|问我|找我)[^。]{0,16}[。！!~～]?$/u,
  /^[^。]{0,40}(?:ご不明な点|ご不明点|他に(?:も)?(?:ご質問|何か)|何かございましたら|お困りのこと)[^。]{0,60}[。]?$/u,
  /^[^。]{0,30}(?:よろしくお願い|お願い申し上げ|心よりお待ち|お待ちしております|またのご利用)[^。]{0,20}[。]?$/u,
];

/** A line that ends the letter: what stands below it is who wrote. */
const signOffLine =
  /^\s*(?:(?:(?:kind|best|warm|many|with (?:kind|best|warm)) )?(?:regards|wishes|thanks|greetings)|sincerely|yours (?:sincerely|truly|faithfully)|cheers|all the best|best|take care|thank you|此致|敬礼|祝好|顺祝商祺|敬上|以上|敬具)[\s,!.，。！]*$/iu;
const longestSignature = 10;

/** What an agent's letter says beside quotes, greeting, closing and signature; `endings`: lines that stand under most of the store's letters. */
export function letterBody(text: string, phrases: LetterPhrases, endings: ReadonlySet<string> = new Set()): string {
  const lines = withoutEndings(newTextOf(text).split('\n'), endings);
  const body = writtenAnswer(lines.join('\n'), phrases.greetings, phrases.closings);
  const sentences = sentencesOf(body);
  let start = 0;
  let end = sentences.length;
  while (start < end && isOpening(sentences[start]?.text ?? '')) start++;
  while (end > start && isClosing(sentences[end - 1]?.text ?? '', phrases)) end--;
  return sentences
    .slice(start, end)
    .map((sentence, i) => (i === 0 ? '' : sentence.lead) + sentence.text)
    .join('')
    .trim();
}

function withoutEndings(lines: readonly string[], endings: ReadonlySet<string>): readonly string[] {
  const from = Math.max(1, lines.length - longestSignature);
  const signed = lines
    .slice(from)
    .findIndex((line, i) => signOffLine.test(line) || isSigned(line, lines.slice(from + i + 1)));
  const kept = signed < 0 ? [...lines] : lines.slice(0, from + signed);
  while (kept.length > 1 && (kept.at(-1)?.trim() === '' || endings.has(plainLine(kept.at(-1) ?? '')))) kept.pop();
  return kept;
}

/** A closing line above nothing but names: short lines that end no sentence. */
function isSigned(line: string, below: readonly string[]): boolean {
  const names = below.map((one) => one.trim()).filter((one) => one !== '');
  return (
    names.length > 0 &&
    names.every((one) => one.length <= 60 && !/[.!?。！？]$/u.test(one)) &&
    closing.some((pattern) => pattern.test(line.trim()))
  );
}

function isOpening(sentence: string): boolean {
  const bare = sentence.trim();
  return isCourtesy(bare) || opening.some((pattern) => pattern.test(bare));
}

function isClosing(sentence: string, { closings }: LetterPhrases): boolean {
  const bare = sentence.trim();
  return (
    isCourtesy(bare) ||
    closing.some((pattern) => pattern.test(bare)) ||
    closings.some((phrase) => likeness(phrase, bare) > 0.6)
  );
}

/** How many letters must end alike, below different things, and of all letters which share, for it to be a signature. */
const fewestLetters = 3;
const endingShare = 0.1;
const endingLines = 8;

/**
 * The lines that letters of one hand end in: names, telephones, addresses, a slogan. They stand below different sentences;
 * an answer that is given again and again stands below a greeting.
 */
export function commonEndings(letters: readonly string[]): ReadonlySet<string> {
  const endings = new Map<string, { count: number; readonly above: Set<string> }>();
  for (const letter of letters) {
    const lines = newTextOf(letter)
      .split('\n')
      .filter((line) => line.trim() !== '');
    for (let size = 1; size <= endingLines && size < lines.length; size++) {
      const name = lines.slice(-size).map(plainLine).join('\n');
      const ending = endings.get(name) ?? { count: 0, above: new Set() };
      const above = lines.at(-size - 1) ?? '';
      if (!isOpening(above)) ending.above.add(plainLine(above));
      endings.set(name, { ...ending, count: ending.count + 1 });
    }
  }
  const fewest = Math.max(fewestLetters, letters.length * endingShare);
  const common = [...endings].filter(([, { count, above }]) => count >= fewest && above.size >= fewestLetters);
  return new Set(common.flatMap(([name]) => name.split('\n')));
}

function plainLine(line: string): string {
  return line.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}
