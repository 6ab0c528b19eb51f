const agreement =
  /^(?:no problem|no worries|no thanks?|ok(?:ay)?|okey|k+|great|perfect|super|cool|nice|alright|all (?:right|good|set)|fine|got (?:it|you)|gotcha|i see|understood|wonderful|brilliant|lovely|awesome|amazing|sure|of course|absolutely|definitely|certainly|exactly|correct|right|true|yes|no|yep|yup|yeah|yea|ya|nah|nope|excellent|please|noted|will do|sounds? (?:good|great|perfect|fine|nice|lovely)|makes sense|good to know|it does|you too|same to you|(?:you(?:['’]re| are) )?welcome|my pleasure|nothing(?: else)?|nothing more|ah+|oh+|hm+|mm+|wow|lol|ha(?:ha)*|yay|well|then|so|and)\b[\s,!.–—-]*/i;
/** What is said of the help itself, or that nothing more is wanted. */
const praise =
  /^(?:(?:that|this|it|you|everything|all)(?:['’](?:s|ll|ve|re)| is| was| will| has| have| are)?(?: been| be| do)?(?: (?:so|very|really|all|most|quite|super|just|exactly))* (?:helpful|great|perfect|fine|good|kind|nice|lovely|wonderful|awesome|amazing|excellent|ok|okay|clear|cool|all|it|enough|sorted|resolved|solved|useful|it for now|all for now|what i needed|the best))(?: (?:thanks?|thank you|for now|then|with me|now|guys|to know|to hear))*$/i;
/** That it is in order now. */
const works =
  /^(?:(?:very |so |most |really )*kind of you|(?:it|that|this|they|everything)(?: all| now| really)* (?:works?|fits?|looks|arrived)(?: (?:now|again|great|fine|perfectly|well|good|nicely|safely|for me|today|thanks?))*)$/i;
/** Whether somebody is there to answer. */
const presence =
  /^(?:are |is |r )?(?:you|u|any ?(?:one|body)|some ?(?:one|body))(?: (?:still|even|out|really|actually))*(?: (?:there|here|online|available|around|listening|home))?(?: (?:please|to help(?: me)?))?$/i;
const chinese =
  /^(?:太棒了|真棒|没事了?|不用了|没有了|没了|可以的?|行的?|好滴|好嘞|好哒|好吧|了解了?|懂了|清楚了|没问题|是的?|对的?|对对|不是的?|就这样吧?|就这些|哈+|嘿+|喂|嗨喽|在不在|在么亲|亲在吗|亲在么|人呢|有人在?吗|有没有人|客服在吗|客服呢|麻烦(?:你|您)了|谢啦|感谢感谢|3q|ok|okay|稍等|等等|请稍等|已(?:收到|解决|搞定)了?|(?:已经?)?(?:解决|搞定|处理好|收到货?)了?)(?:[~～啦了呀啊哈哦!！，,。\s]|您|你|亲|谢谢|多谢|感谢|客服|大家|老板|店家|们|的|吧|哒|嘞|好的?|收到|辛苦)*$/iu;
const japanese =
  /^(?:大丈夫です|結構です|問題(?:ない|ありません)(?:です)?|特に(?:ない|ありません)(?:です)?|以上です|そうです(?:ね)?|そうなんですね|いいえ|いえ|うん|ええ|なるほど(?:です)?|解決(?:し|いたし)ました|OKです|オッケー(?:です)?|もしもし|どなたか?い(?:ます|らっしゃいます)か|誰かいますか|それで(?:大丈夫|お願いし)(?:です|ます)|それでいいです|嬉しいです|良かったです|よかったです)(?:ね|よ)?[。！!～~、\s]*$/u;

/**
 * Whether a customer's clause says that all is well, agrees, or asks whether somebody is there; after an agreement `rest`
 * tells of what follows.
 */
export function isSmallTalk(bare: string, isPolite: (rest: string) => boolean): boolean {
  if (praise.test(bare) || works.test(bare) || presence.test(bare) || chinese.test(bare) || japanese.test(bare))
    return true;
  let rest = bare;
  while (agreement.test(rest)) rest = rest.replace(agreement, '');
  return rest === '' || (rest !== bare && isPolite(rest));
}
