import { isBareDatum } from './bare-data.ts';
import { withoutCourtesy } from './courtesy.ts';
import { leansOnEarlier } from './leaning.ts';
import { sentencesOf } from './sentences.ts';
import { withoutSignature } from './sign-off.ts';

/** One thing a customer wants to know or to have done. */
export type AskedPart = {
  /** The sentence in the customer's words. */
  readonly text: string;
  /** The sentence with what was said just before it, for the search. */
  readonly withContext: string;
};

const questionMarks = /[?？]/;
const englishQuestion =
  /^(?:(?:and|but|so|also|or|ok|hi|hello|please|pls)[\s,]+)*(?:who|what|whats|when|whens|where|wheres|why|which|whose|how|hows|can|could|do|does|did|is|are|am|was|were|will|would|should|shall|may|has|have|any)\b/i;
const englishRequest =
  /\b(?:i(?:'d| would)? (?:want|need|like|wish)|i'?m (?:looking|trying|hoping|wondering|unable)|please (?:let|tell|send|advise|confirm|cancel|change|check|help|explain|refund|update|remove|stop)|let me know|tell me|help me|can'?t|cannot|could not|couldn'?t|doesn'?t|does not|didn'?t|did not|isn'?t|is not|not (?:working|received|arrived)|never (?:arrived|received|got|came)|hasn'?t|haven'?t|still (?:waiting|no)|wrong|broken|damaged|missing|cracked|leak\w*|refund|cancel|return|exchange|where'?s|wondering)\b/i;
const chineseAsk =
  /(?:吗|嗎|呢|么|麼|怎么|怎麼|怎样|如何|什么|什麼|啥|多少|多久|几天|几点|哪|谁|为什么|为何|能不能|可不可以|是否|有没有|会不会|要不要|想|需要|希望|请问|請問|麻烦|帮|没收到|没有收到|坏|破|裂|漏|退|换|取消|改|催|查)/u;
const japaneseAsk =
  /(?:か(?:[。？?\s]|$)|かね|でしょう|教えて|ください|下さい|いただけ|頂け|お願い|たい(?:の|ん|です|と)|ほしい|欲しい|届い(?:て|ており)ま|届きません|届かない|いつ|どこ|どの|どう|何|なぜ|いくら|壊れ|割れ|漏れ|違う|返品|返金|交換|キャンセル|変更|できません|ません(?:が|。|$))/u;

/** What a form writes before the customer's own words. */
const formLabel =
  /^(?:message|question|comments?|enquiry|inquiry|留言|问题|咨询内容|お?問い?合わせ内容|ご?質問|内容)\s*[:：]\s*/iu;

/**
 * What a message asks, in order; empty when it asks nothing. Courtesy and signature are left out, statements travel as
 * context of the question they lead to, and a message that only states ("My kettle arrived broken.") is one ask – but
 * for one that only gives a number, an address or a name.
 */
export function asksOf(text: string): readonly AskedPart[] {
  const sentences = sentencesOf(unwrapped(text)).map((sentence) => sentence.text);
  const telling = withoutSignature(sentences, isAsk)
    .map((sentence) => withoutCourtesy(sentence).replace(formLabel, '').slice(0, longestAsk))
    .filter((sentence) => sentence !== '');
  if (telling.every(isBareDatum)) return [];

  const isAsking = telling.map((sentence) => isAsk(sentence) && !isBareDatum(sentence));
  if (!isAsking.includes(true)) {
    const whole = telling.join(' ').slice(0, longestAsk);
    return [{ text: whole, withContext: whole }];
  }
  const asks = telling.flatMap((_, i): AskedPart[] =>
    isAsking[i] === true
      ? [{ text: askedTogether(telling, isAsking, i), withContext: contextOf(telling, isAsking, i) }]
      : [],
  );
  return merged(asks).map((ask) => ({ ...ask, text: ask.text.slice(0, longestAsk) }));
}

/** Characters of an ask: what a learned question may have, and more than any search reads. */
const longestAsk = 2_000;
/** Mail programs break lines of plain text at 65 to 80 columns. */
const wrappedFrom = 50;

/** The text with the lines joined that a mail program broke within a sentence. */
function unwrapped(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, i) => {
      const goesOn = line.trimEnd().length >= wrappedFrom && /[\p{L}\p{N},]\s*$/u.test(line.slice(-80));
      return goesOn && /^[a-z]/.test(lines[i + 1] ?? '') ? `${line} ` : `${line}\n`;
    })
    .join('');
}

/** Statements looked back at and ahead to from a question. */
const lookBack = 4;
const lookAhead = 2;

/**
 * A question with what is said around it: the statements before it, back to the last question (which joins only where
 * this one leans on it), and the statements after it, up to the next question.
 */
function contextOf(sentences: readonly string[], isAsking: readonly boolean[], index: number): string {
  const sentence = sentences[index] ?? '';
  const before: string[] = [];
  for (let i = index - 1; i >= 0 && before.length < lookBack; i--) {
    if (isAsking[i] === true && !leansOnEarlier(sentence)) break;
    before.unshift(sentences[i] ?? '');
  }
  const nextAsk = isAsking.indexOf(true, index + 1);
  const after = sentences.slice(index + 1, Math.min(index + 1 + lookAhead, nextAsk < 0 ? sentences.length : nextAsk));
  return [...before, sentence, ...after].join(' ');
}

/** Whether a sentence asks for something, by its mark or its words. */
export function isAsk(sentence: string): boolean {
  if (questionMarks.test(sentence)) return true;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sentence)) return japaneseAsk.test(sentence);
  if (/\p{Script=Han}/u.test(sentence)) return chineseAsk.test(sentence);
  return englishQuestion.test(sentence) || englishRequest.test(sentence);
}

/** "I need a break for two months. How?": a fragment asks what the statement before it says. */
function askedTogether(sentences: readonly string[], isAsking: readonly boolean[], index: number): string {
  const sentence = sentences[index] ?? '';
  const before = isAsking[index - 1] === false ? (sentences[index - 1] ?? '') : '';
  return before !== '' && isFragment(sentence) ? `${before} ${sentence}` : sentence;
}

/** A request and the question that follows it about the same thing are one ask: fragments of under three words join. */
function merged(asks: readonly AskedPart[]): readonly AskedPart[] {
  const result: AskedPart[] = [];
  for (const ask of asks) {
    const previous = result.at(-1);
    if (previous !== undefined && isFragment(ask.text)) {
      result[result.length - 1] = {
        text: `${previous.text} ${ask.text}`,
        withContext: `${previous.withContext} ${ask.text}`,
      };
    } else result.push(ask);
  }
  return result;
}

function isFragment(text: string): boolean {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  return /[\p{Script=Han}\p{Script=Hiragana}]/u.test(letters) ? letters.length < 4 : text.split(/\s+/).length < 3;
}
