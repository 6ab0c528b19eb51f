import type { Polarity } from './claim.ts';
import { stancesSaid } from './stances-said.ts';

/** What a shop is held to: money, delivery, returns, what is given. Over folded text. */
const binding =
  /\brefund\w*|\breplac(?:e|ed|ement|ing)\b|\breturn(?:s|ed|able|ing)?\b|\bexchang\w+|\bsend(?:ing)? (?:it |them |that |any ?thing )?back\b|\btake (?:it |them |that )?back\b|\bmoney back\b|\bfree\b(?! time| to | from )|\bcomplimentary\b|\bno (?:extra |additional )?(?:charge|cost|fee)s?\b|\bcompensat\w+|\bvouchers?\b|\bdiscount\w*|\bcredit(?!or| card)\w*|\bgift\b|\bcover(?:s|ed)?\b|\bguarantee\w*|\bwarrant\w+|\bdeliver(?:s|ed|y|ies)?\b|\barriv\w+|\bship(?:s|ped|ping|ment)?\b|\breceiv\w+|\bcancel\w*|\brepair\w*|\bpay(?:s|ing)?\b|\bcharge[ds]?\b|\bsafe\b|\bincluded?s?\b|\bcollect\w*|\bprice match\w*|退款|退货|退換|退换|换货|换新|包邮|免费|免運|免运|赔|补偿|保证|保修|质保|送达|到货|发货|寄|配送|补发|优惠|折扣|赠|取消|承担|维修|返金|返品|交換|無料|送料|保証|お?届け|発送|配送|補償|割引|クーポン|再送|キャンセル|負担|修理/u;
/** What binds nobody: looking into something, being glad to. */
const idle =
  /\b(?:look into|check (?:with|on|this|that|for)|get back to|let (?:you|me|us) know|be (?:happy|glad)|ask (?:our|the|my)|forward (?:this|it|your)|keep you|find out|investigat\w+|sorry|apologi\w+|thank\w*|understand)\b|(?:查一下|核实|跟进|尽快回复|抱歉|谢谢|感谢|理解|咨询|反馈给)|(?:確認いた|お調べ|お待ち|申し訳|ありがとう|恐れ入り|お問い合わせ)/u;
const conditional =
  /^\s*(?:(?:and|but|so|or|as)\s+)?(?:if|when|unless|should|in case|where|as long as|provided|once|whether|before|after|until)\b|^\s*(?:如果?|若|倘若|当|假如|除非|一旦)|(?:場合|とき|際|後|前)(?:は|に|、|まで)*\s*$|(?:たら|れば|なら)\s*$|(?:时|後|后|之前|的话)\s*$|一旦|只要|凡是/u;
/** An English clause that only says of which case something is spoken: "with a cover made to order, …". */
const setting =
  /^\s*(?:and |but |so )?(?:with|for|in|on|at|from|during|under|as for|as to|regarding|within|without|inside|outside)\b[^.;:!?\d]{1,48}$/u;
const verb =
  /\b(?:is|are|was|were|be|am|can|could|will|would|may|must|shall|should|do|does|did|has|have|had|need|needs|cannot|[a-z]+n['’]t|[a-z]+['’](?:s|re|ll|ve|d)|we|you|they|i|it)\b|^[\s"]*(?:for (?:hygiene|safety))/u;
/** What the customer did or wrote, said again. */
const restating =
  /\b(?:was|were|bought|ordered|had|been)\b|\byou(?:['’]ve| have| are|['’]re)? (?:mention|sa[iy]|wrote|writ|want|ask|bought|order|would like|need)\w*/u;
/** The case at hand, and why: nothing that is promised. */
const reason =
  /^\s*(?:and )?(?:as|since|because|given that)\s+(?:this|that|it|you|your|yours|the)\b|^\s*(?:既然|因为|由于)/u;
/** Why something is asked for or done, which binds nobody further. */
const purpose =
  /^\s*(?:so (?:that )?(?:we|i|you|they) (?:can|could|may)|so as to|in order to|to make sure)\b|^\s*(?:这样|以便|方便|好让|便于)|(?:ように|ためにも)\s*$/u;
/** "After two hours we charge a full day" states what holds then. */
const stating =
  /^\s*(?:and |but )?(?:before|after|until|in)\s+(?!(?:we|you|it|they|i|the|your)\b)\S+.*\b(?:we|you|they|it)\s/u;
/** A Japanese clause that only says what is spoken of, or why. */
const topic =
  /(?:[^すん]|すの|んの)は\s*$|(?:には|では|とは|ても|でも|ので|ため|ですから|ますから|について|につきまして(?:は)?|により|(?:性質|都合|関係)上)\s*$/u;
const bare =
  /^[\s"“]*(?:yes|no|sure|of course|certainly|absolutely|unfortunately|sorry|yep|nope|是的?|可以的?|不可以|不能|不行|能|支持|不支持|有的?|没有|当然(?:可以)?|抱歉|不好意思|はい|いいえ|もちろん(?:です)?|申し訳(?:ござい|あり)ません(?:が)?)[\s,，、。.!！]*$/u;
const narrow =
  /\bonly\b|\b(?:most|some|certain|selected|many)\b|\s(?:if|unless|provided that|as long as|except)\s|大部分|部分|ほとんど|一部|仅|只能|只有|只支持|のみ|(?<!いた|頂)だけ|に限り|限定|除非|以外|除了|を除/u;
const bareNo = /^[\s"“]*(?:no|unfortunately|sorry|nope|不可以|不能|不行|不支持|没有|抱歉|不好意思|いいえ|申し訳)/u;

/** Whether a Japanese clause only says what is spoken of, or why. */
export function isFragment(said: string): boolean {
  return topic.test(said) || (setting.test(said) && !verb.test(said));
}

/** A clause that is nothing but a yes or a no; 0: none. */
export function bareAnswerOf(said: string): 1 | -1 | 0 {
  if (!bare.test(said) || /抱歉|不好意思|sorry|申し訳/u.test(said)) return 0;
  return bareNo.test(said) ? -1 : 1;
}

/** What a clause of a folded text says yes or no to; null where it states nothing. */
export function polarityOf(clause: string, isAsked: boolean): Polarity | null {
  const said = clause;
  if (
    isAsked ||
    reason.test(said) ||
    (conditional.test(said) && !stating.test(said)) ||
    topic.test(said) ||
    bare.test(said) ||
    !/\p{L}{2}/u.test(said)
  )
    return null;
  const stances = stancesSaid(clause);
  const isBinding = binding.test(said) || stances.cost !== 0;
  return {
    ...stances,
    isRestating: restating.test(said),
    isPromise: isBinding && !idle.test(said) && !purpose.test(said),
    isNarrow: narrow.test(said),
  };
}
