import { isSmallTalk } from './small-talk.ts';

/** Longer sentences are no courtesy, whatever they begin with. */
const longestCourtesy = 160;
const longestTail = 60;
/** What thanks are given for may be told at more length. */
const longestThanks = 120;
const mostNames = 3;

const greeting =
  /^(?:hi+|hey+|hello+|hy|hlo+|helo|dear|good (?:morning|afternoon|evening|day)|greetings)\b(?<rest>.*)$/isu;
const addressed =
  /^(?:there|all|team|sir|sirs|madam|ma['’]?am|mam|everyone|anyone|anybody|again|folks|guys|friend|dear|bro|bot|or|and|customer|service|support|shop)$/i;
const agreement =
  /^(?:no problem|no worries|ok(?:ay)?|great|perfect|super|cool|nice|alright|fine|got it|i see|understood|wonderful|brilliant|lovely|awesome|amazing|sure|yes|no|yep|nope|excellent|please|noted|sounds good)\b[\s,]*/i;
const thanks =
  /^(?:(?:many|so many|a million|big|huge) |(?:i |we )(?:(?:really|just want(?:ed)? to|wanted to|want to|would like to say|truly|do|greatly|also) )*|really |and )?(?:thanks|thanking|thank(?:s)? (?:you|u|ya)|thankyou|thank|thanx|thx+|tnx|tks|ty|cheers|much appreciated|appreciated|appreciate (?:it|that|this|you|all|(?:you|your|the)(?: \w+){0,2} (?:help|reply|response|assistance|support|effort|time|patience)))\b[\s,]*(?<rest>.*)$/isu;
const thanksMore =
  /^(?:so much|so very much|very much|a lot|a million|a bunch|a ton|again|you|in advance|everyone|all|guys|team|anyway|though|sir|madam|ma['’]?am|mam|dear|friend|bro|then|now|and|really)\b[\s,!.–—-]*/i;
const signOff =
  /^(?:kind |best |warm |many |with )?(?:regards|wishes|best|sincerely|yours(?: \w+)?|cheers|love|take care|bye+|goodbye|see you)\b[\s,]*(?<rest>.*)$/isu;
/** Courtesies that go on in the writer's own words. */
const worded: readonly RegExp[] = [
  /^(?:i )?(?:hope|trust) (?:you|this|that|everyone|all)\b(?<rest>.*)$/isu,
  /^(?:i(?:'m| am)? )?look(?:ing)? forward to\b(?<rest>.*)$/isu,
  /^have a (?:nice|great|good|lovely)\b(?<rest>.*)$/isu,
  /^(?:waiting for|awaiting) (?:your |a |any )?(?:kind |quick |early )?(?:reply|response|answer|message)\b(?<rest>.*)$/isu,
  /^(?:sorry|sorry to bother you|excuse me|pardon)(?<rest>)$/isu,
  /^(?:how are you|how r u|how do you do|what'?s up|how(?:['’]s| is) it going)(?: doing)?(?: today)?(?<rest>)$/isu,
  /^(?:glad|happy|pleased|good|great|nice) to (?:hear|know|have|chat|talk|speak)\b(?<rest>.*)$/isu,
];
/** Words with which a courtesy turns into something that wants an answer. */
const turns =
  /\b(?:who|what|when|where|why|which|how|can|could|will|would|shall|should|please|but|still|not|never|\w+n't|cannot|need|want|my|order|refund|replace\w*|cancel|return|resend)\b/i;
/** Fewer of them turn "thanks for …": one also gives thanks for a refund. */
const turnsThanks =
  /\b(?:who|what|when|where|why|which|how|can|could|will|would|should|please|but|still|not|never|\w+n['’]t|cannot|need|want|however|though|yet|only|wrong|broken|broke|dent\w*|crack\w*|damaged?|leak\w*|missing|faulty|late|less|instead|problem|issue|waiting)\b/i;

const chinese =
  /^(?:您好|你好|亲|在吗|在嗎|在么|有人吗|哈喽|嗨|早上好|下午好|晚上好|好的|好|嗯+|谢谢|謝謝|多谢|感谢|非常感谢|谢谢您|谢谢你|辛苦了|麻烦了|拜托了|明白了|知道了|收到|祝好|此致|敬礼|再见|拜拜|哦+|噢+|喔+|太好了|不客气|祝(?:您|你)?(?:生活愉快|工作顺利|生意兴隆))(?:[~～啦了呀啊哈哦!！，,。\s]|您|你|亲|谢谢|多谢|感谢|客服|大家|老板|店家|们|吧|哒|嘞|好的?|收到|辛苦)*$/iu;
/** Thanks in Chinese that say what for, and nothing that goes on. */
const chineseThanks =
  /^(?:非常|十分|真的?|太|很)?(?:谢谢|感谢|多谢)(?:您|你|你们|您们|客服|店家|亲)*(?:的)?[^，,。?？!！吗呢但可不没怎么什哪我想要请]{0,24}$/u;
const japanese =
  /^(?:こんにちは|こんばんは|おはようございます|はじめまして|お世話になっ(?:て|ております|ています)|いつもお世話になっております|お世話になります|突然のご連絡.{0,20}|失礼(?:いた)?します|ありがとう(?:ござい(?:ます|ました))?|(?:(?:ご|お|迅速|丁寧|親切|早速|早急)[^。、かがのでが？?]{0,6}(?:な|の|に|を)?(?:ご|お)?[^。、かが？?]{0,10})?ありがとうございま(?:す|した)|どうも|了解(?:です|しました|いたしました)?|承知(?:し|いたし)ました|わかりました|分かりました|はい|よろしく(?:お願い)?(?:いた)?(?:し|致し)?ます|どうぞ?よろしく(?:お願い)?.{0,8}|(?:以上、?)?よろしくお願い.{0,10}|(?:お手数|ご面倒)(?:を)?.{0,16}(?:ます|ません)が?、?(?:よろしくお願い.{0,8})?|助かりました|安心しました|助かります|楽しみにしています|楽しみです|かしこまりました|すみません(?:でした)?|すいません|申し訳(?:ありません|ございません)(?:でした)?|失礼しました|感謝(?:し(?:ます|ております)|です)|お疲れ様です|ご苦労様です)(?:ね|よ)?[。！!～~、\s]*$/u;

/** Whether a sentence is nothing but courtesy: a greeting, thanks, a sign-off, an emoji. */
export function isCourtesy(sentence: string): boolean {
  return isPolite(sentence, 'anyone');
}

/** "It works now" and "That is right" want nothing of an agent; from an agent they may be the answer. */
type Writer = 'anyone' | 'customer';
/** Who writes, and what is known of parts: each way to read what leads a sentence in ends at the same rest. */
type Reading = { readonly who: Writer; readonly known: Map<string, boolean> };

function isPolite(sentence: string, who: Writer): boolean {
  if (!/[\p{L}\p{N}]/u.test(sentence)) return true;
  if (sentence.length > longestCourtesy) return false;
  const bare = sentence
    .normalize('NFKC')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s,.!?;:~^_()（）、。，]+$/u, '')
    .trim();
  if (bare === '') return true;
  // "Dear North team, is the lid safe?" asks, however it begins; "How are you?" does not.
  return (
    isBareCourtesy(bare, { who, known: new Map() }) &&
    !(/[?？]/.test(sentence) && /^(?:dear|thank|that|this|it|you(?= (?:are|have|will))|everything)\b/i.test(bare))
  );
}

/** A customer's sentence without the courtesies and small talk that lead it in ("Hi, where is …"); empty when it is nothing else. */
export function withoutCourtesy(sentence: string): string {
  let rest = sentence;
  for (let clauses = 0; clauses < 4; clauses++) {
    if (isPolite(rest, 'customer')) return '';
    const [, lead, after] = /^([^,，、]{1,40}[,，、]\s*)(.+)$/su.exec(rest) ?? [];
    if (lead === undefined || after === undefined || !isPolite(lead, 'customer')) return rest;
    rest = after;
  }
  return rest;
}

function isBareCourtesy(bare: string, reading: Reading): boolean {
  const known = reading.known.get(bare);
  if (known !== undefined) return known;
  const found = isOneCourtesy(bare, reading);
  reading.known.set(bare, found);
  return found;
}

function isOneCourtesy(bare: string, reading: Reading): boolean {
  return (
    isGreeting(bare) ||
    isThanks(bare, reading) ||
    (reading.who === 'customer' && isSmallTalk(bare, (rest) => isBareCourtesy(rest, reading))) ||
    isAgreement(bare, reading) ||
    isSignOff(bare) ||
    worded.some((pattern) => isTail(pattern.exec(bare)?.groups?.['rest'], turns)) ||
    chinese.test(bare) ||
    chineseThanks.test(bare) ||
    japanese.test(bare)
  );
}

function isGreeting(bare: string): boolean {
  const rest = greeting.exec(bare)?.groups?.['rest'];
  if (rest === undefined) return false;
  if (/^dear [^,]*$/i.test(bare) && isTail(rest, turns)) return true;
  return areNames(rest.split(/[\s,/]+/).filter((word) => word !== '' && !addressed.test(word)));
}

function isThanks(bare: string, reading: Reading): boolean {
  const rest = thanks.exec(bare)?.groups?.['rest'];
  if (rest === undefined) return false;
  const more = withoutLeading(rest, thanksMore);
  if (more === '') return true;
  if (/^(?:for|to|with|in|on) /i.test(more)) return areThanksFor(more, reading);
  return isBareCourtesy(more, reading) || areNames(wordsOf(more));
}

/** "for the help, it works": every clause after the first is courtesy too. */
function areThanksFor(text: string, reading: Reading): boolean {
  const [first = '', ...others] = text.split(/[,;]\s+|\s[–—-]+\s/u);
  if (first.length > longestThanks || turnsThanks.test(first)) return false;
  return others.every((clause) => clause.trim() === '' || isBareCourtesy(clause.trim(), reading));
}

function isAgreement(bare: string, reading: Reading): boolean {
  const rest = withoutLeading(bare, agreement);
  return rest === '' || (rest !== bare && isBareCourtesy(rest, reading));
}

/** Whether a line closes a letter: "Kind regards, Marta". */
export function isSignOff(line: string): boolean {
  if (line.length > longestCourtesy) return false;
  const bare = line.replace(/[\s,.!]+$/u, '').trimStart();
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
