/**
 * What somebody says who has trouble with what a shop sold, sent or runs: goods that are broken, what never came, a door
 * that stays shut, an answer that is owed. In the three languages, each pattern one kind of trouble.
 */
const troubles: readonly RegExp[] = [
  /\b(?:is|are|was|were|['’]s|came|arrived|got|looks?|has|have|with an?|(?:a|the|my|both|all|one|two)) (?:\w+ ){0,2}?(?:broken|cracked|chipped|scratched|dented|torn|ripped|damaged|defective|faulty|loose|bent|rusty|mou?ldy|stained|smashed|shattered|leaking|leaky|dripping|crooked|warped|burnt|dead on arrival)\b/i,
  /\b(?:leaks|drips|flickers|rattles|squeaks|wobbles|smells|overheats|broke|snapped|shattered|(?:peel(?:s|ed|ing)|c[ao]me|coming|f[ae]ll(?:s|en|ing)?) (?:off|apart)|(?:a|the|deep|big|long) (?:crack|dent|scratch|leak|hole))\b/i,
  /\b(?:do(?:es)?(?:n['’]?t| not)|won['’]?t|will not|did(?:n['’]?t| not)|has(?:n['’]?t| not)|have(?:n['’]?t| not)|no longer|never|stopped|not) (?:\w+ )?(?:work(?:s|ed|ing)?|(?:turn|switch)(?:s|ed|ing)? (?:on|off)|charge[sd]?|charging|arrived?|c[ao]mes?|show(?:s|ed)? up|turn(?:s|ed)? up|dispatched|refunded|fit)\b/i,
  /\b(?:i|we|it|she|he)(?: (?:still|just|now|also|even))? (?:can['’]?t|cannot|can not|could not|couldn['’]?t|(?:am|are|was) (?:not able to|unable to)|(?:do|does|did)(?:n['’]?t| not)|won['’]?t|never)(?: let me)? (?:log|sign|get) ?(?:in|on)\b|\b(?:can['’]?t|cannot|couldn['’]?t|could not|unable to) (?:pay|check ?out|place (?:an|the|my) order|redeem|reset my|use (?:it|my|the))\b|\blet(?:s|ting)? (?:me|us) (?:log|sign|get) ?(?:in|on)\b|\blocked out\b/i,
  /\b(?:nobody|no ?one)(?: has| have| ever| even)* (?:did|answered|replied|responded|called|came|got back|written|wrote|helped|done)\b|\bstill (?:no|nothing|not|waiting|have(?:n['’]t| not| no))\b|\bnothing (?:has )?(?:happened|came|come|arrived|changed)\b|\b(?:not|n['’]t) (?:heard|had) (?:anything|(?:a|one|any) (?:word|reply|answer))\b|\bno (?:reply|answer|response|word) (?:since|yet|so far|from you)\b/i,
  /收不到|没(?:有)?(?:收到|到账|发货|反应|人(?:回|理|管))|坏(?:了|的|掉)|碎了|裂(?:了|开|痕|缝)|破(?:了|损|洞)|漏(?:水|电|油|气|液|发)|掉漆|划痕|生锈|松(?:了|动)|断了|用不了|打不开|(?:登录?|登陆|连|充|装)不(?:了|上|进)|(?:无法|不能)(?:登录|登陆|使用|开机|付款|支付)|不(?:工作|亮|转|出水)|失灵|发霉|少(?:了|发)|一直(?:没|不)/u,
  /届(?:かない|きません|いていません|いてない|かず|いておりません)|壊れ|割れ(?:て|た)|欠けて|ひび|漏れ(?:て|ま)|[傷キズ]が|破れ|錆び|動(?:かない|きません|かなく)|使え(?:ない|ません)|(?:ログイン|注文|支払い?|決済|購入)が?でき(?:ない|ません|ず)|入れ(?:ない|ません)|(?:電源|灯り|明かり|電気)が(?:入り|入ら|つか|つき)|(?:外れ|取れ)て|緩(?:い|ん)|ぐらつ|点滅し|返(?:事|信|答)が(?:ない|あり?ません|来)|連絡が(?:ない|あり?ません|来)|不良品|故障し/u,
];
/** "If you cannot log in, …" is said to everybody: it is nobody's trouble yet. */
const conditional =
  /\b(?:if|in case|whether|should (?:you|the|your)|please (?:check|contact|call|try)|trouble ?shoot\w*)\b|如果?|若|假如|场合|場合|際(?:は|に)|(?:方|とき|時)は/iu;

const sentenceEnd = /[.!?]\s|[。！？]|\n\s{0,8}\n/u;

/** How many sentences of a text tell of trouble that somebody has, and which share of all that is. */
export function troubleIn(text: string): { readonly told: number; readonly share: number } {
  const sentences = text.split(sentenceEnd).filter((sentence) => sentence.trim() !== '');
  const told = sentences.filter(
    (sentence) => troubles.some((trouble) => trouble.test(sentence)) && !conditional.test(sentence),
  ).length;
  return { told, share: told / Math.max(1, sentences.length) };
}
