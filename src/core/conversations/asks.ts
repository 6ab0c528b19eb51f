import { sentencesOf } from './sentences.ts';

/** One thing a customer wants to know or to have done. */
export type AskedPart = {
  /** The sentence in the customer's words. */
  readonly text: string;
  /** The sentence with what was said just before it, for the search. */
  readonly withContext: string;
};

/** A message whose words are all of these asks nothing: greetings, thanks, sign-offs, courtesy. */
const courtesies: readonly RegExp[] = [
  /^(?:hi+|hey+|hello+|hy|hlo+|helo|dear|good (?:morning|afternoon|evening|day)|greetings)(?:\s+(?:there|all|team|sir|madam|everyone|again|[\p{Lu}][\p{L}]+))*$/iu,
  /^dear\s+.{1,40}$/iu,
  /^(?:(?:ok(?:ay)?|great|perfect|super|cool|nice|alright|fine|got it|i see|understood|wonderful|brilliant|lovely|awesome|amazing|sure|yes|no|yep|nope|excellent)\b[\s,]*)+(?:thanks|thank you|thx|ty|cheers)?.{0,12}$/iu,
  /^(?:many |so many )?(?:thanks|thank you|thank u|thx|tnx|ty|cheers|much appreciated|appreciated|appreciate it)(?:\s+(?:so much|very much|a lot|again|you|for .{1,60}|in advance|everyone|all|guys|and .{1,40}|!))*$/iu,
  /^(?:i )?(?:hope|trust) (?:you|this|that|everyone|all).{0,80}$/iu,
  /^(?:kind |best |warm |many )?(?:regards|wishes|best|sincerely|yours(?: \w+)?|cheers|love|take care|bye+|goodbye|see you|have a (?:nice|great|good|lovely) .{1,20})(?:\s*,?\s*[\p{Lu}][\p{L}.]+){0,3}$/iu,
  /^(?:looking forward to|i look forward to|waiting for|awaiting) .{0,60}$/iu,
  /^(?:sorry|sorry to bother you|excuse me|pardon)$/iu,
  /^(?:how are you|how r u|how do you do|what'?s up|are you there|anyone there|is anyone there)(?:\s+(?:doing|today))*$/iu,
  /^(?:您好|你好|亲|在吗|在嗎|在么|有人吗|哈喽|嗨|早上好|下午好|晚上好|好的|好|嗯+|谢谢|謝謝|多谢|感谢|非常感谢|谢谢您|谢谢你|辛苦了|麻烦了|拜托了|明白了|知道了|收到|祝好|此致|敬礼|再见|哦+|太好了)(?:[~～啦了呀啊哈哦!！，,。\s]|您|你|亲|谢谢|客服|大家|老板|们)*$/u,
  /^(?:こんにちは|こんばんは|おはようございます|はじめまして|お世話になっ(?:て|ております|ています|ております)|いつもお世話になっております|お世話になります|突然のご連絡.{0,20}|失礼(?:いた)?します|ありがとう(?:ござい(?:ます|ました))?|(?:ご(?:返信|回答|対応|連絡|丁寧に|親切に)?.{0,16})?ありがとうございま(?:す|した)|どうも|了解(?:です|しました|いたしました)?|承知(?:し|いたし)ました|わかりました|分かりました|はい|よろしく(?:お願い)?(?:いた)?(?:し|致し)?ます|どうぞ?よろしく(?:お願い)?.{0,8}|(?:以上、?)?よろしくお願い.{0,10}|(?:お手数|ご面倒)(?:を)?.{0,16}(?:ます|ません)が?、?(?:よろしくお願い.{0,8})?|助かりました|安心しました|楽しみにしています|楽しみです)[。！!～~、\s]*$/u,
];

const questionMarks = /[?？]/;
const englishQuestion =
  /^(?:(?:and|but|so|also|or|ok|hi|hello|please|pls)[\s,]+)*(?:who|what|whats|when|whens|where|wheres|why|which|whose|how|hows|can|could|do|does|did|is|are|am|was|were|will|would|should|shall|may|has|have|any)\b/i;
const englishRequest =
  /\b(?:i(?:'d| would)? (?:want|need|like|wish)|i'?m (?:looking|trying|hoping|wondering|unable)|please (?:let|tell|send|advise|confirm|cancel|change|check|help|explain|refund|update|remove|stop)|let me know|tell me|help me|can'?t|cannot|could not|couldn'?t|doesn'?t|does not|didn'?t|did not|isn'?t|is not|not (?:working|received|arrived)|never (?:arrived|received|got|came)|hasn'?t|haven'?t|still (?:waiting|no)|wrong|broken|damaged|missing|cracked|leak\w*|refund|cancel|return|exchange|where'?s|wondering)\b/i;
const chineseAsk =
  /(?:吗|嗎|呢|么|麼|怎么|怎麼|怎样|如何|什么|什麼|啥|多少|多久|几天|几点|哪|谁|为什么|为何|能不能|可不可以|是否|有没有|会不会|要不要|想|需要|希望|请问|請問|麻烦|帮|没收到|没有收到|坏|破|裂|漏|退|换|取消|改|催|查)/u;
const japaneseAsk =
  /(?:か(?:[。？?\s]|$)|かね|でしょう|教えて|ください|下さい|いただけ|頂け|お願い|たい(?:の|ん|です|と)|ほしい|欲しい|届い(?:て|ており)ま|届きません|届かない|いつ|どこ|どの|どう|何|なぜ|いくら|壊れ|割れ|漏れ|違う|返品|返金|交換|キャンセル|変更|できません|ません(?:が|。|$))/u;

/** Sentences that mean little without what went before. */
const leansBack =
  /\b(?:it|its|they|them|that|this|these|those|one|ones|there|same|instead|so)\b|^(?:and|but|what about|how about|or)\b|(?:它|这个|那个|这|那|呢[？?]?$)|(?:それ|これ|あれ|その|この|そちら|こちら)/iu;

/**
 * What a message asks, in order; empty when it asks nothing. Courtesy is left out, statements travel as context of the
 * question they lead to, and a message that only states ("My kettle arrived broken.") is one ask.
 */
export function asksOf(text: string): readonly AskedPart[] {
  const telling = sentencesOf(text)
    .map((sentence) => withoutCourtesy(sentence.text.trim()))
    .filter((sentence) => sentence !== '');
  if (telling.length === 0) return [];

  const isAsking = telling.map(isAsk);
  if (!isAsking.includes(true)) {
    const whole = telling.join(' ');
    return [{ text: whole, withContext: whole }];
  }
  const asks = telling.flatMap((sentence, i): AskedPart[] =>
    isAsking[i] === true ? [{ text: sentence, withContext: contextOf(telling, isAsking, i) }] : [],
  );
  return merged(asks);
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
    if (isAsking[i] === true && !leansBack.test(sentence)) break;
    before.unshift(sentences[i] ?? '');
  }
  const nextAsk = isAsking.indexOf(true, index + 1);
  const after = sentences.slice(index + 1, Math.min(index + 1 + lookAhead, nextAsk < 0 ? sentences.length : nextAsk));
  return [...before, sentence, ...after].join(' ');
}

/** A sentence without the courtesies that lead it in ("Hi, where is …"); empty when it is nothing else. */
function withoutCourtesy(sentence: string): string {
  if (isCourtesy(sentence)) return '';
  const clause = /^([^,，、]{1,40}[,，、]\s*)(.+)$/su.exec(sentence);
  if (clause?.[1] === undefined || clause[2] === undefined || !isCourtesy(clause[1])) return sentence;
  return withoutCourtesy(clause[2]);
}

/** Whether a sentence is nothing but courtesy: a greeting, thanks, a sign-off, an emoji. */
export function isCourtesy(sentence: string): boolean {
  const bare = sentence
    .normalize('NFKC')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu, ' ')
    .replace(/[\s,.!?;:~^_()（）、。，]+$/u, '')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(bare)) return true;
  return courtesies.some((courtesy) => courtesy.test(bare));
}

function isAsk(sentence: string): boolean {
  if (questionMarks.test(sentence)) return true;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sentence)) return japaneseAsk.test(sentence);
  if (/\p{Script=Han}/u.test(sentence)) return chineseAsk.test(sentence);
  return englishQuestion.test(sentence) || englishRequest.test(sentence);
}

/** Whether a text points at something said before it. */
export function leansOnEarlier(text: string): boolean {
  return leansBack.test(text);
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
