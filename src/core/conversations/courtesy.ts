/** Longer sentences are no courtesy, whatever they begin with. */
const longestCourtesy = 160;
const longestTail = 60;
const mostNames = 3;

const greeting =
  /^(?:hi+|hey+|hello+|hy|hlo+|helo|dear|good (?:morning|afternoon|evening|day)|greetings)\b(?<rest>.*)$/isu;
const addressed = /^(?:there|all|team|sir|sirs|madam|everyone|again|folks|guys|or|and|customer|service|support|shop)$/i;
const agreement =
  /^(?:no problem|no worries|ok(?:ay)?|great|perfect|super|cool|nice|alright|fine|got it|i see|understood|wonderful|brilliant|lovely|awesome|amazing|sure|yes|no|yep|nope|excellent|please|noted|sounds good)\b[\s,]*/i;
const thanks =
  /^(?:many |so many )?(?:thanks|thank (?:you|u)|thx|tnx|ty|cheers|much appreciated|appreciated|appreciate it)\b[\s,]*(?<rest>.*)$/isu;
const thanksMore = /^(?:so much|very much|a lot|a million|again|you|in advance|everyone|all|guys|team|anyway)\b[\s,]*/i;
const signOff =
  /^(?:kind |best |warm |many |with )?(?:regards|wishes|best|sincerely|yours(?: \w+)?|cheers|love|take care|bye+|goodbye|see you)\b[\s,]*(?<rest>.*)$/isu;
/** Courtesies that go on in the writer's own words. */
const worded: readonly RegExp[] = [
  /^(?:i )?(?:hope|trust) (?:you|this|that|everyone|all)\b(?<rest>.*)$/isu,
  /^(?:i(?:'m| am)? )?look(?:ing)? forward to\b(?<rest>.*)$/isu,
  /^have a (?:nice|great|good|lovely)\b(?<rest>.*)$/isu,
  /^(?:waiting for|awaiting) (?:your |a |any )?(?:kind |quick |early )?(?:reply|response|answer|message)\b(?<rest>.*)$/isu,
  /^(?:sorry|sorry to bother you|excuse me|pardon)(?<rest>)$/isu,
  /^(?:how are you|how r u|how do you do|what'?s up|are you there|anyone there|is anyone there)(?: doing)?(?: today)?(?<rest>)$/isu,
];
/** Words with which a courtesy turns into something that wants an answer. */
const turns =
  /\b(?:who|what|when|where|why|which|how|can|could|will|would|shall|should|please|but|still|not|never|\w+n't|cannot|need|want|my|order|refund|replace\w*|cancel|return|resend)\b/i;
/** Fewer of them turn "thanks for …": one also gives thanks for a refund. */
const turnsThanks =
  /\b(?:who|what|when|where|why|which|how|can|could|will|would|should|please|but|still|not|never|\w+n't|cannot|need|want)\b/i;

const chinese =
  /^(?:您好|你好|亲|在吗|在嗎|在么|有人吗|哈喽|嗨|早上好|下午好|晚上好|好的|好|嗯+|谢谢|謝謝|多谢|感谢|非常感谢|谢谢您|谢谢你|辛苦了|麻烦了|拜托了|明白了|知道了|收到|祝好|此致|敬礼|再见|哦+|太好了)(?:[~～啦了呀啊哈哦!！，,。\s]|您|你|亲|谢谢|客服|大家|老板|们)*$/u;
const japanese =
  /^(?:こんにちは|こんばんは|おはようございます|はじめまして|お世話になっ(?:て|ております|ています)|いつもお世話になっております|お世話になります|突然のご連絡.{0,20}|失礼(?:いた)?します|ありがとう(?:ござい(?:ます|ました))?|(?:ご(?:返信|回答|対応|連絡|丁寧に|親切に)?.{0,16})?ありがとうございま(?:す|した)|どうも|了解(?:です|しました|いたしました)?|承知(?:し|いたし)ました|わかりました|分かりました|はい|よろしく(?:お願い)?(?:いた)?(?:し|致し)?ます|どうぞ?よろしく(?:お願い)?.{0,8}|(?:以上、?)?よろしくお願い.{0,10}|(?:お手数|ご面倒)(?:を)?.{0,16}(?:ます|ません)が?、?(?:よろしくお願い.{0,8})?|助かりました|安心しました|楽しみにしています|楽しみです)[。！!～~、\s]*$/u;

/** Whether a sentence is nothing but courtesy: a greeting, thanks, a sign-off, an emoji. */
export function isCourtesy(sentence: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(sentence)) return true;
  if (sentence.length > longestCourtesy) return false;
  const bare = sentence
    .normalize('NFKC')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s,.!?;:~^_()（）、。，]+$/u, '')
    .trim();
  return bare === '' || isBareCourtesy(bare);
}

/** A sentence without the courtesies that lead it in ("Hi, where is …"); empty when it is nothing else. */
export function withoutCourtesy(sentence: string): string {
  let rest = sentence;
  for (let clauses = 0; clauses < 4; clauses++) {
    if (isCourtesy(rest)) return '';
    const [, lead, after] = /^([^,，、]{1,40}[,，、]\s*)(.+)$/su.exec(rest) ?? [];
    if (lead === undefined || after === undefined || !isCourtesy(lead)) return rest;
    rest = after;
  }
  return rest;
}

function isBareCourtesy(bare: string): boolean {
  return (
    isGreeting(bare) ||
    isThanks(bare) ||
    isAgreement(bare) ||
    isSignOff(bare) ||
    worded.some((pattern) => isTail(pattern.exec(bare)?.groups?.['rest'], turns)) ||
    chinese.test(bare) ||
    japanese.test(bare)
  );
}

function isGreeting(bare: string): boolean {
  const rest = greeting.exec(bare)?.groups?.['rest'];
  if (rest === undefined) return false;
  if (/^dear /i.test(bare) && isTail(rest, turns)) return true;
  return areNames(rest.split(/[\s,/]+/).filter((word) => word !== '' && !addressed.test(word)));
}

function isThanks(bare: string): boolean {
  const rest = thanks.exec(bare)?.groups?.['rest'];
  if (rest === undefined) return false;
  const more = withoutLeading(rest, thanksMore);
  if (/^for /i.test(more)) return isTail(more, turnsThanks);
  return /^and /i.test(more) ? isBareCourtesy(more.slice(4)) : areNames(wordsOf(more));
}

function isAgreement(bare: string): boolean {
  const rest = withoutLeading(bare, agreement);
  return rest === '' || (rest !== bare && isBareCourtesy(rest));
}

function isSignOff(bare: string): boolean {
  const rest = signOff.exec(bare)?.groups?.['rest'];
  return rest !== undefined && areNames(wordsOf(rest));
}

function isTail(rest: string | undefined, turning: RegExp): boolean {
  return rest !== undefined && rest.length <= longestTail && !turning.test(rest);
}

function withoutLeading(text: string, pattern: RegExp): string {
  let rest = text;
  while (pattern.test(rest)) rest = rest.replace(pattern, '');
  return rest;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

/** Whether the words may be somebody's name: few, with capitals, none that asks. One name may look like such a word ("Will"). */
function areNames(words: readonly string[]): boolean {
  const areCapitals = words.length <= mostNames && words.every((word) => /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word));
  return areCapitals && (words.length < 2 || !turns.test(words.join(' ')));
}
