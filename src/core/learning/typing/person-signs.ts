import { foldedInPlace } from '../../health/folded-text.ts';

/* Words that tell of one customer's life rather than of the shop; over folded text. Not names and numbers: those are found as personal data. */

const relative =
  '(?:husband|wife|partner|fianc[eé]e?|boyfriend|girlfriend|mother|father|mum|mom|dad|parents?|in-laws|sister|brother|son|daughter|aunt|uncle|cousin|nephew|niece|grand(?:ma|pa|mother|father|son|daughter)|boss|neighbou?r|colleague|family)';

/** Somebody or something that belongs to the customer. */
const theirOwn: readonly RegExp[] = [
  new RegExp(`\\byour (?:late |little |dear )?${relative}\\b`, 'u'),
  /[您你妳](?:的|家)?(?:父亲|母亲|爸爸?|妈妈?|老公|老婆|先生|太太|爱人|丈夫|妻子|儿子|女儿|女儿|婆婆|公公|岳父|岳母|奶奶|爷爷|外婆|外公|姐姐?|妹妹?|哥哥?|弟弟?|男友|女友|朋友|同事|邻居|家人)/u,
  // A moment that is over or near: what holds for everybody has none.
  /\b(?:yesterday|this (?:morning|afternoon|evening)|last (?:night|week|time)|a moment ago)\b|昨[天晚日夜]|前天|今早|今晚|上次|上回|刚刚|后天|今朝|今晩|昨[夕]|先週|来週|前回|先ほど|来月\d/u,
  // Their own measure.
  /[您你妳](?:的|那[种个款台])\d|お客様の\d/u,
  /お(?:父|母|兄|姉|祖父|祖母|嬢|婆|爺)(?:さま|様|さん|ちゃま|ちゃん)|(?:ご主人|奥|旦那|息子|娘|妹|弟|お孫)(?:さま|様|さん)/u,
];

/** What may tell of their days, their health, what they did before, or whom they live with. */
const theirLife: readonly RegExp[] = [
  // A day or an hour.
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening|week|month)|last (?:night|week|month|year)|next (?:week|month|year)|weekend)\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:half past|quarter (?:to|past)|o'clock)\b/u,
  /今[天早晚日]|昨[天晚日]|前天|明[天早晚日]|后天|聽日|(?:周|星期|礼拜)[一二三四五六日天末]|[上下这本]个?(?:周|月|星期|礼拜)|年[底内初]|月[底初末]|[\d一二三四五六七八九十]+(?:月|号|日|點|点)|去年|前年/u,
  /今[日朝晩夜]|昨[日晩夜夕]|一昨日|明[日後朝]|あした|きのう|[月火水木金土日]曜|今週|来週|先週|今月|来月|先月|年内|年末|年明け|週末|[\d一二三四五六七八九十]+(?:月|日|時)|月末|昨年|去年/u,
  // Health, family and occasions.
  /\b(?:hospital|surgery|operation|ill|illness|sick|injur\w+|accident|pregnan\w+|baby|babies|funeral|passed away|loss|wedding|birthday|anniversary|graduation|exam|trip|holiday|moving|move house|divorce|appendix|broken (?:arm|leg)|get well|congratulations|condolences|party|school)\b/u,
  new RegExp(`\\b${relative}s?\\b|\\b(?:he|she|him|her|his|hers|kids?|child|children|dog|cat|puppy|kitten)\\b`, 'u'),
  /住院|急诊|手术|生病|感冒|受伤|怀孕|宝宝|孩子|去世|过世|葬|婚礼|结婚|生日|考试|高考|毕业|搬家|出差|旅行|请客|值班|夜班|加班|保重|节哀|恭喜|病房|[他她]|妈妈?|爸爸?|父|母|老公|老婆|奶奶|爷爷|女儿|儿子|阿姨|叔|大爷|大妈|\p{Script=Han}[姐哥]|腿脚|眼睛|身[体子]|狗|猫/u,
  /入院|退院|手術|ご病気|体調|お加減|お大事に|けが|怪我|ご懐妊|出産|赤ちゃん|お子|ご逝去|葬|喪|結婚|お式|お誕生日|記念日|受験|卒業|引っ?越し|ご?出張|ご?旅行|おめでとう|お[父母兄姉孫婆爺嬢]|ご主人|奥様|息子|娘|妹|弟|彼|犬|猫|ちゃん|くん/u,
  // What they did before, and what they have.
  /\b(?:you(?:'ve| have| had)|you (?:bought|ordered|missed|waited|wrote|said|told|mentioned|asked|sent|came|drove|paid|were)|your (?:last|previous|first|second|third|\d+|own|two|three|four|five|six|seven)|times|for years|since)\b/u,
  /[您你妳](?:给|之前|上次|上回|前|已经?|都|跟|说|写|这单|那单|的?(?:情况|单子?|订单)|们)|合作|老(?:顾客|客户|朋友|主顾)|[一二两三四五六七八九十\d]+(?:次|回|年|遍|趟)|第[一二三四五六七八九十\d]+[次回趟单]|报错|耽误/u,
  /(?:以前|前回|前に|先代|長年|いつも|毎回|何度|すでに|[一二三四五六七八九十\d]+(?:度|回|年))|ご?贔屓|とのこと|と(?:伺|聞)|来て(?:くれ|いただ)/u,
  // Where they are.
  /\b(?:streets?|round the corner|your (?:place|house|home|door|street|town|village|way))\b/u,
  /[您你妳](?:那儿|那边|那里|家|小区|楼下|单位|店)|小区|驿站|私信|微信/u,
  /(?:お宅|ご自宅|お近く|ご近所|の前で|お名前)/u,
];

/** A sum, an hour, a number of something of theirs; how long and how many is for everybody to hear. */
const theirNumber =
  /[$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?(?:元|块|円|€|£|pounds?|euros?|dollars?|kr)|\d+[.,]\d\d(?!\d)|\d{3,}|\d{1,2}[:：]\d\d|[一二两三四五六七八九十百千]+(?:元|块|个月)/gu;

/** Whether a sentence tells of somebody or something that belongs to the customer. */
export function tellsOfTheirOwn(text: string): boolean {
  const folded = foldedInPlace(text.replaceAll('’', "'"));
  return theirOwn.some((sign) => sign.test(folded));
}

/** Whether a sentence may tell of the customer's life: of what was granted to one of them this much is careful rather than right. */
export function maySayWho(text: string, drafted: string): boolean {
  const folded = foldedInPlace(text.replaceAll('’', "'"));
  const known = foldedInPlace(drafted);
  const isNewNumber = (folded.match(theirNumber) ?? []).some((number) => !known.includes(number));
  const names = text.match(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}+/gu) ?? [];
  return (
    isNewNumber ||
    names.some((name) => !drafted.includes(name)) ||
    [...theirOwn, ...theirLife].some((sign) => sign.test(folded))
  );
}
