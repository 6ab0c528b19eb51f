/**
 * What customers write who are displeased with a shop or its answer, in three languages: anger, disappointment, threats
 * to leave or to go elsewhere with it, and being asked or told the same again.
 */
const signs: readonly RegExp[] = [
  /\b(?:unacceptable|ridiculous|outrageous|disgraceful|appalling|awful|terrible|horrible|useless|pathetic|a joke|rip-?off|scam|fed up|sick of|furious|angry|annoyed|annoying|frustrat\w+|disappoint\w+|dissatisf\w+|not (?:happy|satisfied|helpful|good enough|acceptable)|unhappy|worst|waste of (?:time|money))\b/i,
  /\b(?:never (?:again|buy|order|shop)\w*|last time i|cancel everything|charge ?back|(?:bad|negative|one[- ]star|1[- ]star) review|trading standards|consumer (?:protection|rights)|small claims|my (?:lawyer|solicitor|bank)|legal action|speak (?:to|with) (?:a|your|the) (?:manager|supervisor)|file a complaint|complain(?:t|ing)? about)\b/i,
  /\b(?:(?:did|do)(?:n['’]?t| not) (?:answer|help|read|listen)|that['’]?s not what i|not what i asked|already (?:told|said|asked|sent|explained|wrote)|(?:second|third|fourth|fifth) time|how many times|still (?:have(?:n['’]t| not)|no|not|waiting)|answer my question)\b/i,
  /投诉|差评|太差|垃圾|骗子|欺骗|坑人|气死|生气|愤怒|失望|不满|无语|敷衍|受不了|忍无可忍|再也不(?:买|来|会)|12315|消协|工商|退一赔|答非所问|没(?:有)?(?:回答|解决|听懂)|说(?:过|了)(?:几|多少|很多)?(?:次|遍)|第[二三四五]次/u,
  /クレーム|最悪|ひどい|酷い|不満|不愉快|腹が立|怒り|がっかり|残念で|失望|ふざけ|いい加減|詐欺|二度と(?:買|利用|注文)|消費者センター|返答になって|答えになって|何度も(?:言|伝|同じ|連絡)|(?:二|三|2|3)度目|対応が(?:悪|遅|雑)/u,
];

/** Whether a text tells of displeasure. */
export function displeasureIn(text: string): boolean {
  return signs.some((sign) => sign.test(text));
}
