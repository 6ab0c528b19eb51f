/*
 * Sentences of a reply that are true of one customer, or of one moment, alone: what was done for them, how their parcel
 * stands, when somebody will be there. They answer nobody else.
 */

const english: readonly RegExp[] = [
  // What we did: "I've refunded …", "We have sent you a replacement".
  /\b(?:i|we)(?:'ve| have| had)? (?:(?:just|now|already|also|gone ahead and) )*(?:refunded|cancell?ed|changed|updated|issued|processed|sent|resent|shipped|dispatched|posted|arranged|applied|added|reshipped|replaced|corrected|forwarded|booked|extended|credited|removed|upgraded|adjusted|opened|contacted|escalated|checked|looked|received|found|asked|attached|created|amended|reserved|put aside|noted|emailed)\b(?! (?:by|in|at|as) (?:default|most|least))/,
  // What will be done for this one: "I will send you a new lid today".
  /\b(?:i|we)(?:'ll| will| am going to| are going to|'m going to) (?:(?:now|gladly|of course|be happy to) )*(?:refund|cancel|resend|reship|replace|send (?:you|it|this|one|another|out|a (?:new|replacement))|issue|arrange|change|update|apply|credit|book|process|pick it up|make an exception)\b/,
  // How it stands: "Your parcel left us yesterday".
  /\byour (?:[\w'-]+ ){0,2}(?:order|parcel|package|shipment|refund|replacement|return|item|payment|invoice|account|subscription|request)\b[^.]{0,40}\b(?:has|have|had) (?:been|now|already|not|left|arrived|reached|gone)\b/,
  /\byour (?:[\w'-]+ ){0,2}(?:order|parcel|package|shipment|refund|replacement|return|payment)\b[^.]{0,30}\b(?:was|were|is (?:on|in|due|scheduled|out|still|now|currently|being|with|at|delayed|held|waiting)|left|shipped|arrived|should (?:arrive|reach|be)|will (?:arrive|leave|reach|be (?:with|there|delivered|sent|shipped)))\b/,
  /\b(?:it|they|this) (?:should|will|is due to|was|left|shipped|arrived)\b[^.]{0,40}\b(?:today|tomorrow|yesterday|tonight|(?:on|by|this|next|last) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|weekend))\b/,
  /\btracking (?:number|code|link) (?:is|for|:)|\bhere (?:is|are) (?:your|the) (?:tracking|invoice|label|code|voucher)\b|\b(?:attached|enclosed)\b[^.]{0,30}\b(?:you|your|is|are)\b|\byou(?:'ll| will)? find (?:attached|enclosed)\b/,
  /\b(?:has|have) (?:now |already )?been (?:successfully )?(?:updated|processed|cancell?ed|modified|refunded|verified|authenticated|changed|submitted|completed|placed|requested|exchanged|applied|removed|added|returned)\b|\bsuccessfully (?:updated|processed|cancell?ed|changed|added|removed|verified)\b/,
  // Money that is this customer's: "€12.40 will be refunded to your card".
  /(?:[$€£¥]\s?\d|\d\s?(?:eur|usd|gbp|cny|jpy)\b).{0,60}\b(?:refunded|credited|charged|issued|returned) to (?:you|your)\b|\byour (?:[\w'-]+ ){0,3}(?:balance|total)\b|\brefund of [$€£¥]?\s?\d/,
  /\byours (?:leaves|left|ships|shipped|is|was|will)\b|\byour (?:parcel|return|package|order|item) is (?:here|back|with us)\b|\border status\b|\byou have (?:\w+ ){0,3}orders?\b/,
  /\b(?:as (?:a|an) (?:exception|gesture|apology|one-off)|goodwill|in your case|for you this once|we spoke|our (?:call|conversation)|as discussed)\b/,
  /\byou (?:ordered|bought|paid|returned|sent us|wrote|mentioned|told us|were charged|had chosen|chose)\b/,
];

const chinese: readonly RegExp[] = [
  /(?:已经?|刚刚?|刚才|这边|我们?)(?:已经?)?(?:为|给|帮|替|跟)?(?:您|你|亲)?[^，。,]{0,6}(?:退款|退了|取消|发货|发出|寄出|补发|补寄|重发|修改|改好|登记|备注|申请|安排|赔付|补偿|转账|打款|核实|查到|查了|查过|联系过|反馈给)(?:了|好|完|成功|。|，|$)/u,
  /(?:您|你|亲)的?[^，。,]{0,6}(?:订单|包裹|快递|货|退款|件|物流|单子|申请)[^，。,]{0,12}(?:已|正在|目前|还在|预计|显示|到了|发出|签收|在途|滞留|没有?(?:发|到|收))/u,
  /(?:快递单号|物流单号|运单号)(?:是|为|[:：])|(?:今天|明天|后天|昨天|今晚|周[一二三四五六日天]|下周)[^，。,]{0,8}(?:发|到|送|退|处理|联系|寄)/u,
  /(?:给|为|帮)(?:您|你|亲)(?:重新|再|单独|申请|额外)?[^，。,]{0,4}(?:补发|补寄|重发|退款|退差价|寄一|发一|换一|补偿|赔|申请)|(?:特殊|破例|例外)/u,
];

const japanese: readonly RegExp[] = [
  /(?:返金|キャンセル|変更|発送|出荷|手配|交換|再送|再発送|修正|送付|お送り|確認|処理|登録|取り消し|返送|追加|お調べ|調査|予約|お取り置き)(?:の?(?:手続き|処理|対応))?[をはが]?(?:させていただき|(?:いた|致)?し)(?:まし)た/u,
  /(?:お客様|ご注文|お荷物|ご返金|ご依頼)の?[^、。]{0,12}(?:は|が|を|につきまして)[^。]{0,24}(?:(?:まし)た|ております|中です|予定です|見込みです)/u,
  /(?:追跡|送り状|伝票|お問い合わせ)番号(?:は|[:：])|(?:本日|昨日|明日|明後日|今週|来週|[一二三四五六七八九十\d]+日)[^。]{0,12}(?:発送|出荷|お届け|到着|返金|ご連絡|お送り)/u,
  /(?:代替品|新しい(?:商品|もの)|交換品|不足分)を[^。]{0,10}(?:お送り|発送|手配)|今回(?:は|に限り)|特別に/u,
];

/** What an agent asks back is no answer, whatever stands beside it. */
const asksBack =
  /^(?:(?:could|can|would|will) you\b|(?:which|what|when|where|how|did|do|have|is|are|was)\b[^?]*\b(?:you|your)\b|(?:please )?(?:send|give|tell|show) (?:me|us)\b|please (?:share|provide|confirm|attach|reply|let (?:me|us) know)\b)|(?:请|麻烦)(?:您|你)?[^。]{0,12}(?:提供|发(?:一?下|给|来|我|张)|告知|告诉|拍(?:一?下|张|个|照)|确认一?下)|(?:いただけます(?:でしょう)?か|いただけませんか|教えてください|お知らせください|お送りください|お聞かせください)/u;

/** Courtesy of somebody who is about to answer; and what has to be known first of who asks. */
const readiness =
  /^(?:(?:sure|certainly|of course|absolutely|no problem|great|okay|ok|alright|perfect)[,!. ]+)*(?:(?:i|we)(?:'d| would| will|'ll|'m| am| are|'re)?(?: be)? (?:more than )?(?:happy|glad|able|love|here)? ?to (?:help|assist)|(?:i|we) can (?:help|assist)(?: you)?(?: with (?:that|this|it|your [\w ]{1,30}))?(?:[,.!]|$)|(?:happy|glad) to (?:help|assist))|\blet me (?:\w+ )?(?:retrieve|look|check|find|pull|see|correct|get|verify|confirm)\b|\b(?:need|have) to (?:first )?(?:authenticate|verify|identify)\b|\b(?:authenticate|verify) (?:your|you)\b|\b(?:before (?:i|we) (?:can )?proceed|to (?:proceed|get started|begin)\b.{0,40}\b(?:need|please))\b|^(?:はい、?)?(?:かしこまりました|承知(?:いた)?しました|了解(?:いた)?しました)[。！]?$|^.{0,24}(?:ですね|のですね)[。！]?$|お(?:調べ|探し)(?:いた)?します[。]?$|^(?:好的|收到|明白|了解)[^，。]{0,6}[。，！!~～]*$/u;

/** What ends in a question mark, or in the particle that stands for one. */
const question = /[?？]["'”’」)）]*$|(?:でしょうか|ませんか|ますか|ですか)[。．]?$|(?:吗|呢)[。~～]?$/u;

/** Whether a sentence speaks of one customer's matter, or of one moment's. */
export function isCustomersMatter(sentence: string): boolean {
  const folded = sentence.normalize('NFKC').replace(/[‘’]/gu, "'").toLowerCase();
  return [...english, ...chinese, ...japanese].some((pattern) => pattern.test(folded));
}

/** Where somebody lives, as far as it is written in one line. */
const postal =
  /\b\d{1,5}[a-z]?,? (?:[A-Z][\w'.]{1,20} ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Way|Place|Square|Terrace)\b[^.;\n]{0,60}|\p{Script=Han}{2,8}(?:省|市|区|县)\p{Script=Han}{1,16}(?:路|街|道|巷|弄|村|镇)\s?\d{1,5}\s?[号弄室幢][^，。；\n]{0,20}|〒?\s?\d{3}-\d{4}\s?\p{Script=Han}[^。\n]{0,40}|\p{Script=Han}{2,3}[都道府県]\p{Script=Han}{1,8}[市区郡町村][^。\n、]{0,20}\d{1,4}(?:-\d{1,4}){1,2}/gu;
/** The shop's own address answers where to send something. */
const ownAddress =
  /\b(?:our|return) (?:\w+ )?(?:address|shop|store|workshop|warehouse|showroom)\b|\b(?:send|post|ship|return) (?:it|them|the \w+|your \w+) (?:back )?to\b|退货地址|寄回|我们的地址|店址|返送先|弊社|当店/u;

/** A text without the addresses of somebody's home. */
export function withoutAddresses(text: string): string {
  return text.replace(postal, ' ');
}

/** Whether a sentence names where somebody lives, and not where the shop is. */
export function namesAddress(sentence: string): boolean {
  return sentence.search(postal) >= 0 && !ownAddress.test(sentence.toLowerCase());
}

/** Whether a sentence wants something of the customer before it can be answered, or only says that it will be. */
export function isAskingBack(sentence: string): boolean {
  const folded = sentence.normalize('NFKC').replace(/[‘’]/gu, "'").toLowerCase().trim();
  return question.test(folded) || asksBack.test(folded) || readiness.test(folded);
}
