import type { Value } from './fact.ts';
import type { Clause } from './folded-text.ts';

/** What a clause says yes or no to: whether something can be done, must be done, or is free of charge. */
export type Stance = Value & { readonly clause: number; readonly isConditional: boolean };

const negation = [
  /\b(?:can(?:no|['’])t|cannot|can not|could not|couldn['’]t|won['’]t|unable to|no longer|never|not|neither|nor|none|isn['’]t|aren['’]t|doesn['’]t|don['’]t|didn['’]t|wasn['’]t|shouldn['’]t|mustn['’]t|haven['’]t|hasn['’]t|excluded|excludes|excluding|prohibited|forbidden|declined?|refused?|ineligible|closed|without|cease[sd]?|discontinued|final sale)\b|\bun(?:available|able|fortunately)\b|\bnon-?(?:refundable|returnable|exchangeable|transferable|cancel+able)\b|(?:^|[\s,])no\b(?!\.? ?\d| later| more than| less than| longer than| matter| problem| worries| fee| charge| cost| extra| additional| minimum)/u,
  /(?<![很太差要])不(?!同|过|限|少于|超过|仅|但|好意思|断|管|论|满|足|久|错|便|良|再等|定期|锈|干胶)|无法|没有|没办法|暂(?:不|未)|(?<![、])未(?!来|使用|拆|开封|開封|着用|穿|付款|发货|收到|经)|勿|拒绝|除外|停止|取消了|谢绝|休息|不在/u,
  /ません(?!か)|(?<!か|し)(?:でき|出来|られ|わ|か|が|は|も)ない|ないため|できかねます|[致い]たしかねます|不可|未対応|非対応|対象外|お断り|禁止|休業|定休|お休み|除(?:き|く)|(?:は|が)(?:なし|なく)/u,
];
const notNegation =
  /有没有|(\p{Script=Han})不\1|可不可以|支不支持|\bnot only\b|\bif not\b|\bwhether or not\b|\bdo not hesitate\b|\bdon['’]t (?:hesitate|worry|forget)\b|\bnot satisfied\b|\bwhy not\b|没有问题|不客气|不用担心|申し訳(?:ござい|あり)ません|すみません|かもしれません|とは限りません|問題(?:ござい|あり)ません|差し支え(?:ござい|あり)ません|満足できない|合わない/gu;

const need =
  /\b(?:must|required?|requires|necessary|need(?:s|ed)?(?: to)?|have to|mandatory|obligatory)\b|必须|需要|务必|须|必要|必須|必ず|要提供/u;
const noNeed =
  /\b(?:(?:do|does|don['’]t|doesn['’]t|not)\s+(?:not\s+)?(?:need|have to|require)|not (?:required|necessary|needed|mandatory)|no need|no \w+(?: \w+)? (?:is |are )?(?:required|needed|necessary)|optional)\b|无需|不需要|不用|无须|不必|不要求|免(?:提供|出示)|不要です|必要(?:は|が)?(?:ござい|あり)ません|必要(?:は)?ない|不要/u;
const free =
  /\bfree(?! time| to | from |ly|dom|-standing)(?: of charge)?\b|\bcomplimentary\b|\bno (?:extra |additional |delivery |shipping |return )?(?:fee|fees|charge|charges|cost)\b|\bat no (?:\w+ )?(?:cost|charge)\b|\bwe (?:cover|pay)\b|\bprepaid\b|\bon us\b|免费|免邮|包邮|免运费|我们承担|卖家承担|本店承担|商家承担|赠送|無料|当店(?:が)?負担|弊社負担/u;
const paid =
  /\bnot (?:be )?free\b|\b(?:is|are) (?:an? )?(?:charged|chargeable|extra)\b|\bat (?:your|the (?:customer|buyer)['’]?s?) (?:own )?(?:expense|cost)\b|\b(?:you|customers?|buyers?) (?:will |must |have to |need to )?(?:pay|pays|cover|covers|are responsible for)\b|\b(?:a|an|the|additional|extra) (?:\w+ )?(?:fee|charge|surcharge) (?:of|applies|is|will)\b|\bcosts? (?:an )?extra\b|\bnon-?refundable fee\b|\bdeducted\b|自理|自费|自付|买家承担|顾客承担|客户承担|由您承担|您承担|需(?:要)?(?:支付|付费|另付)|收取|收费|不免费|不包邮|有料|お客様(?:の|ご)?負担|ご負担|自己負担|購入者負担|頂戴|申し受け|かかります|を?いただ(?:きます|いております)/u;
const conditional =
  /^\s*(?:if|when|unless|should|in case|where|as long as|provided|once)\b|^\s*(?:如果?|若|倘若|当|假如|除非)(?!何)|(?:場合|とき|際)(?:は|に|、)?\s*$|(?:たら|れば|なら)\s*$/u;
const laterCondition = /\s(?:if|unless|provided that|as long as)\s.*$/u;
const bare =
  /^[\s"“]*(?:yes|no|sure|of course|certainly|absolutely|unfortunately|sorry|yep|nope|是的?|可以的?|不可以|不能|不行|能|支持|不支持|有的?|没有|当然(?:可以)?|抱歉|不好意思|はい|いいえ|もちろん(?:です)?|申し訳(?:ござい|あり)ません(?:が)?)[\s,，、。.!！]*$/u;
const yes =
  /^[\s"“]*(?:yes|(?:it|they|you) can\b(?!['’]?t| ?not)|sure|of course|certainly|absolutely|yep|definitely|是的|可以|当然|能的?|支持|有的|没问题|はい|もちろん|ええ)/u;
const no =
  /^[\s"“]*(?:no\b(?=\s*(?:[,.!;:–-]|$)|\s(?:we|you|it|they|i|this|that|there|unfortunately|not|sorry|the)\b)|nope|unfortunately|sorry|i'm afraid|not\b|不可以|不能|不行|不支持|没有|暂不|抱歉|很抱歉|不好意思|不会|无法|いいえ|申し訳|残念)/u;

/** The stance of each clause that states something; a condition states nothing. */
export function stancesOf(folded: string, clauses: readonly Clause[]): readonly Stance[] {
  const stances: Stance[] = [];
  clauses.forEach((clause, index) => {
    const whole = folded.slice(clause.start, clause.end);
    if (conditional.test(whole) || bare.test(whole) || /^\s*[?？]/.test(folded.slice(clause.end, clause.end + 1)))
      return;
    const text = whole.replace(laterCondition, '');
    // What is said of one case alone says nothing of the others.
    if (restricted.test(text) || instruction.test(text)) return;
    const { unit, sign } = stanceOf(text);
    const start = clause.start + (whole.length - whole.trimStart().length);
    stances.push({
      fact: 'stance',
      unit,
      low: sign,
      high: sign,
      bound: null,
      text: '',
      start,
      end: clause.start + whole.trimEnd().length,
      clause: index,
      isConditional: laterCondition.test(whole) || hasThreshold(text),
    });
  });
  return stances;
}

const restricted =
  /\bonly\b(?! on )|\b(?:most|some|certain|selected|many)\b|大部分|部分|ほとんど|一部|仅|只能|只有|只支持|のみ|(?<!いた|頂)だけ|に限り|限定/u;

/** What somebody is asked to do is no claim. */
const instruction =
  /^\s*(?:please|kindly|simply|just|(?:do not|don['’]t|never) \w+)\b|^\s*(?:请|麻烦|建议)|(?:ください|下さい)\s*$/u;

/** What a text says yes or no to, and which. */
export function stanceOf(said: string): { readonly unit: 'possible' | 'needed' | 'free'; readonly sign: 1 | -1 } {
  const text = said.replace(notNegation, (match) => '\u0001'.repeat(match.length));
  if (noNeed.test(text)) return { unit: 'needed', sign: -1 };
  const isNegated = negation.some((pattern) => pattern.test(text));
  const isPaid = paid.test(text);
  if (isPaid || free.test(text)) return { unit: 'free', sign: isPaid || (isNegated && !/\bno\b/.test(text)) ? -1 : 1 };
  if (need.test(text) && !isNegated) return { unit: 'needed', sign: 1 };
  return { unit: 'possible', sign: isNegated ? -1 : 1 };
}

/** Yes or no as an answer's first words say it; 0 where they say neither. */
export function answerSign(folded: string): 1 | -1 | 0 {
  const text = folded.slice(0, 60);
  if (no.test(text)) return -1;
  return yes.test(text) ? 1 : 0;
}

const askedEnglish =
  /^\s*(?:(?:hi|hello|so|and|but|also)[,\s]+)?(?:can|could|do|does|did|is|are|will|would|may|should|has|have|am|any chance|is there)\b/u;
const askedHan = /吗|么[?？]?\s*$|是否|能否|能不能|可不可以|会不会|有没有|行不行|要不要|是不是|支不支持|可否/u;
const askedJapanese = /(?:ます|です|せん|でしょう|ました|可能|ある|できる)か(?:[?？。]|\s*$)/u;
const openJapanese = /何|いつ|どこ|どの|どれ|いくら|どう|なぜ|誰|どちら/u;

/** Whether a question is answered by yes or no. */
export function isYesNoQuestion(folded: string): boolean {
  if (/\bor\b.*\?|还是|それとも/u.test(folded) && !/\bor (?:not|return|exchange)\b/u.test(folded)) return false;
  if (/^\s*(?:can|could|do|does)\b.*\b(?:how|what|when|where)\b/u.test(folded)) return false;
  if (askedEnglish.test(folded) || askedHan.test(folded)) return true;
  return askedJapanese.test(folded) && !openJapanese.test(folded);
}

/** Whether the clause only holds from a sum or an amount on. */
function hasThreshold(text: string): boolean {
  return /\b(?:over|above|more than|at least|minimum|spend)\b.{0,12}\d|\bfrom [$€£¥]|[满足]\s?\d|\d[\d,万元]*\s?(?:以上|起)|\d[\d,]*円?以上/u.test(
    text,
  );
}
