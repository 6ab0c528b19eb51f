/** Words at the beginning that go on from something said before. */
const goesOn =
  /^(?:(?:ok(?:ay)?|oh|hm+|yes|no|thanks|great|well|alright)[\s,.!]+)*(?:and|but|or|also|then|so|what about|how about|what if|same for|the same|instead|otherwise|another one|any other|anything else|which (?:one|of)|either|neither|both|how so|since when|how come)\b|^why(?: not)?\W*$/iu;
/** Pronouns for a thing named before. "That" and "there" do other work in most sentences. */
const pointsBack =
  /\b(?:it|its|they|them|their|theirs|these|those|this(?= (?:one|place|item|product|hotel|restaurant|model|\W|$))|that(?= (?:one|place|item|product|hotel|restaurant|model|also|too)\b|\W*$)|(?:is|does|was|will|would|can|did|about|for|of|with|like|do|of|on|in) (?:that|this)\b|ones?|same|instead|(?:the )?(?:former|latter|first one|second one|other one)|(?:stay|get|go|eat|rooms?|staff|food|while|people|from|up|over|out|in) there|there(?=\W*$)|he|she|his|her)\b/iu;
/** "It is raining", "is it possible": nothing is named by it. */
const expletive =
  /\b(?:it(?:['’]s| is| was| will be| would be)? (?:possible|okay|ok|true|safe to|legal|that|take|work if)|(?:is|was|will|would|does|could) it (?:be )?(?:possible|okay|ok|true|safe to|legal|take|that|work if|matter|make sense)|let me know if it|whether it is)\b/giu;
const chineseBack =
  /^(?:那|还有|另外|那么|那如果|如果)|(?:它|这个|那个|这款|那款|这种|那种|这里|那里|那边|上面|刚才|前者|后者)|(?:呢|也是|也一样|也行|也可以)[吗么?？。\s]*$/u;
const japaneseBack =
  /^(?:では|じゃあ?|それなら|あと|また|ちなみに|でも|だと)|(?:それ|これ|あれ|その|この|あの|そちら|こちら|そこ|ここ)|(?:は|も|の場合は|だと|なら)[?？。\s]*$/u;

/** Whether a text points at something said before it. */
export function leansOnEarlier(text: string): boolean {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return japaneseBack.test(text);
  if (/\p{Script=Han}/u.test(text)) return chineseBack.test(text);
  return goesOn.test(text) || pointsBack.test(text.replace(expletive, ' '));
}
