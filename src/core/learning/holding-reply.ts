import { isCourtesy } from '../conversations/courtesy.ts';
import { sentencesOf } from '../conversations/sentences.ts';

/*
 * A clause counts only where it is made of these words from its beginning to its end: one word more, and it may be an
 * answer. What is overlooked is a lesson that a person forgets; a real answer that is dropped is never seen.
 */

const soon = [
  'shortly|soon|asap|now|today|tomorrow|later(?: today)?|again|first|right away|immediately|for you|at the moment',
  'as soon as (?:possible|(?:we|i) (?:can|know|hear|have)(?: (?:more|back|news|an answer))?)',
  '(?:when|once) (?:we|i) (?:know|hear|have)(?: (?:more|back|news|an answer))?',
  'in a (?:moment|minute|while|bit)|in due course',
  'within (?:the next )?(?:\\d+|an?|a few|one|two|three) (?:working |business )?(?:minutes?|hours?|days?)',
  '(?:by|on) (?:tomorrow|monday|tuesday|wednesday|thursday|friday|the end of the day)',
].join('|');
const us = '(?:we|i|someone|somebody|(?:our|my|the) (?:colleagues?|team)|a colleague)(?: (?:from|in) our team)?';
const will =
  "(?:(?:'ll|'m|'re|'ve| will| am| are| is| have| has| need to| have to) (?:(?:just|still|now|already|currently|be|quickly|first) )*)";
const theMatter =
  '(?:it|this|that|them|the matter|your (?:question|request|message|mail|email|case|enquiry|inquiry|issue|concern))';
const colleagues =
  '(?:(?:with|to|at|in) )?(?:the|our|my|a) (?:\\w+ )?(?:team|colleagues?|warehouse|workshop|supplier|manager|department|carrier|office|specialists?|stock)';
const looking = `(?:look(?:ing)?|check(?:ing)?|ask(?:ing)?|find(?:ing)? out|investigat(?:e|ing)|clarify(?:ing)?|verify(?:ing)?|(?:have|take|having|taking) a look|see|working on)(?: (?:into|at|on|up))?(?: ${theMatter})?(?: ${colleagues})?`;
const telling = `(?:(?:get|come|be|write) (?:right )?(?:back|in touch)(?: (?:to|with) you)?|let you know|(?:contact|update) you|reply(?: to you)?|answer(?: you)?|respond|keep you (?:posted|updated|informed))`;
const passedOn = `(?:(?:passed|forwarded|handed|escalated) ${theMatter}(?: on)?(?: ${colleagues})?|received ${theMatter})`;
const ourAct = `(?:${looking}|${telling}|${passedOn})(?: (?:${soon}))*`;
const waiting =
  '(?:please )?(?:just )?(?:bear with (?:us|me)|hang on|hold on|wait|(?:one|a|just a) (?:moment|second|minute|sec))(?: a (?:moment|second|minute|bit))?(?: while (?:we|i) (?:check|look|find out))?(?: please)?';
const patience =
  "(?:many )?(?:thanks|thank you) for (?:your patience|waiting|bearing with us)|(?:we are |we're |i am |i'm )?(?:very |so )?sorry (?:for|about) the (?:wait|delay)|please";

const englishClause = new RegExp(
  `^(?:${us}${will}${ourAct}|let me ${ourAct}|(?:checking|looking|investigating|asking)(?: into ${theMatter})?(?: (?:${soon}))*|${waiting}|${patience})$`,
);
/** After "and" the subject stands in the clause before. */
const englishNext = new RegExp(`^(?:then )?(?:will )?(?:be )?${ourAct}$`);
const englishAsking =
  /^(?:(?:could|can|would) you (?:please |kindly )?(?:tell (?:us|me)|(?:give|send|show) (?:us|me)|let (?:us|me) know|(?:share|provide|confirm) your)\b[^,;]{1,80}|(?:which|what)\b[^,;]{1,60}\b(?:you|your)\b[^,;]{0,30})\?$/;

const chineseLooking = '查询|查看|查|核实|核对|确认|询问|了解|看|问|处理|跟进|反馈|转交|转达|联系';
const chineseTelling = '回复|答复|通知|告诉';
const chineseWaiting = '稍等|稍候|等一?下|等等|等待|等候|久等';
const chineseWords = new RegExp(
  `问题|${chineseLooking}|${chineseTelling}|${chineseWaiting}|亲+|您好|你好|好的?|嗯+|收到|抱歉|不好意思|麻烦|请|耐心|我们?|这边|您的?|你的?|让|帮|为|给|跟|和|与|向|去|来|先|再|会|要|需要|正在|正|还在|在|马上|立刻|立即|这就|尽快|现在|已经?|后台|稍后|晚点|待会儿?|一会儿?|有|结果|第一时间|一下|下|片刻|看看|问问|中|的|了|哦|哈|呢|呀|啊|吧|这个|此事|情况|原因|仓库|同事|技术|部门|专员|主管|厂家|供应商|相关|人员`,
  'gu',
);
/** That it is us who look, and now: "确认" alone may be asked of the customer. */
const chineseOurs = /我|为您|帮|给您|正在|还在|中|马上|立刻|立即|这就|尽快|先|会|稍后|晚点|已|需要|跟|去/u;
const chineseSoon = /稍后|晚点|尽快|马上|结果|第一时间|一会|待会/u;
const chineseAskedOfThem = new RegExp(
  `(?:请|麻烦)(?:您|你)?(?:先|再|去|来)*(?:${chineseLooking}|${chineseTelling})`,
  'u',
);
const chineseAsking =
  /^(?:请问)?(?:(?:您|你)[^，,。]{0,8}(?:哪|什么)[^，,。]{0,6}|(?:方便|麻烦|可以|能)(?:您|你)?(?:提供|告诉|发|说|告知)[^，,。]{0,12}吗)[？?]$/u;

const japaneseLooking = [
  '(?:ご?確認|お?調べ|調査|検討)(?:いた|致)?(?:し|して)?(?:ます|おります|います|まして|ましたら|中)?',
  '(?:お|今しばらく|少々|しばらく)+待ち(?:ください(?:ませ)?|下さい(?:ませ)?|いただけます(?:でしょう)?か|いただけますと幸いです|願います)',
  'お待たせ(?:して|いたしまして|しており)?(?:ます)?|問い合わせ(?:て|し)(?:おります|います)?|申し伝え(?:ます|ました)',
].join('|');
const japaneseTelling = '(?:ご(?:連絡|返信|回答|返答)|お(?:返事|知らせ)|メール)(?:いた|致)?します';
const japaneseSoon = /早急に|できるだけ早く|なるべく早く|後ほど|のちほど|改めて|あらためて|折り返し|次第|すぐ|至急/u;
const japaneseRest = [
  'ただいま|只今|現在|いま|今|まだ|また|すぐに?|至急|早急に|できるだけ早く|なるべく早く|後ほど|のちほど|改めて|あらためて|折り返し',
  '(?:わか|分か|判明し)り?次第|担当(?:の者|者|部署|部門)?|倉庫|社内|上司|お問い合わせの件|この件',
  '恐れ入りますが|恐縮ですが|申し訳(?:ございません|ありません)が?|取れて|です|おります|おりません|ので|[にへでのがをはてとね、,]',
].join('|');
const japaneseWords = new RegExp(`${japaneseLooking}|${japaneseTelling}|${japaneseRest}`, 'gu');
const japaneseLook = new RegExp(japaneseLooking, 'u');
const japaneseTell = new RegExp(japaneseTelling, 'u');
const japaneseAsking =
  /^(?:[^、。]{0,20}(?:(?:教えて|お知らせ|お聞かせ)いただけ(?:ます|ません)(?:でしょう)?か|(?:教えて|お聞かせ)ください(?:ませ)?)|(?:どちら|どの|どれ|どういった|何の)[^、。]{0,14}(?:でしょうか|ですか))$/u;

/** What is longer says more; and no text of theirs can be made to take long. */
const longestHolding = 1_000;

/**
 * Whether a reply only promises to look, asks to wait, or asks back: no answer for anybody else, and not for this customer
 * either.
 */
export function isHoldingReply(text: string): boolean {
  if (text.length > longestHolding) return false;
  const sentences = sentencesOf(text.normalize('NFKC').replaceAll('’', "'")).map((sentence) => sentence.text.trim());
  const holding = sentences.filter(isHolding);
  return holding.length > 0 && sentences.every((sentence) => isCourtesy(sentence) || holding.includes(sentence));
}

function isHolding(sentence: string): boolean {
  const bare = sentence.toLowerCase().replace(/[\s.!。！~～…]+$/u, '');
  return isEnglish(bare) || isChinese(bare) || isJapanese(bare);
}

function isEnglish(sentence: string): boolean {
  if (englishAsking.test(sentence)) return true;
  const clauses = sentence.split(/\s*[,;:–—-]+\s+|\s+(?=(?:and|but|so|then)\s)/);
  const acts = clauses.map((clause) => clause.replace(/^(?:and|but|so|then) /, ''));
  return (
    acts.every(
      (act, i) => englishClause.test(act) || (i === 0 ? isCourtesy(act) : englishNext.test(act) || isCourtesy(act)),
    ) && acts.some((act) => !isCourtesy(act))
  );
}

function isChinese(sentence: string): boolean {
  if (chineseAsking.test(sentence)) return true;
  const clauses = sentence.split(/[,，、;；~～\s]+/u).filter((clause) => clause !== '');
  const isWhole = clauses.every((clause) => isMadeOf(chineseWords, clause) || isCourtesy(clause));
  if (!isWhole || chineseAskedOfThem.test(sentence)) return false;
  const says = (words: string): boolean => new RegExp(words, 'u').test(sentence);
  if (says(chineseWaiting)) return true;
  return chineseOurs.test(sentence) && (says(chineseLooking) || (says(chineseTelling) && chineseSoon.test(sentence)));
}

function isJapanese(sentence: string): boolean {
  if (japaneseAsking.test(sentence.replace(/[?？]+$/u, ''))) return true;
  if (!isMadeOf(japaneseWords, sentence)) return false;
  return japaneseLook.test(sentence) || (japaneseTell.test(sentence) && japaneseSoon.test(sentence));
}

/** Word by word, never back: a pattern of repeated words could take forever over a long text. */
function isMadeOf(words: RegExp, text: string): boolean {
  return text.replace(words, '') === '';
}
