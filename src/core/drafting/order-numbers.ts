/** A mail address or a telephone. */
export const contact =
  /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]+|(?:\+|\b00)\d[\d\s().-]{6,}\d|\b\d{3,4}[-\s]\d{3,4}[-\s]\d{3,4}\b/gu;

/** A number that may name an order, as written. */
export type NamedNumber = {
  readonly text: string;
  /** It cannot well be anything else: `#`, a word for an order beside it, or letters on it. */
  readonly isMarked: boolean;
};

const link = /https?:\/\/\S+/giu;
const called =
  /(?:\btel\b\.?|\b(?:tele)?phone|\bmobile|\bcall (?:me|us)|电话|手机号?码?|電話番?号?|携帯)[\s:：は是]*(?:number|on|at|is|under)?[\s:：]*\+?\d[\d\s().-]{4,30}\d/giu;
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const date = new RegExp(
  `(?<![\\p{L}\\d#-])(?:\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}|\\d{1,2}([-/.])\\d{1,2}\\2(?:\\d{4}|\\d\\d))(?![\\d-])|\\d{4}\\s?年|\\b${month}\\s+(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s+)?\\d{4}\\b`,
  'giu',
);
const currency = '(?:EUR|USD|GBP|JPY|CNY|RMB|CHF|SEK|NOK|DKK)';
const amount = new RegExp(
  `(?:[€$£¥￥]|\\b${currency})\\s?\\d[\\d.,]{0,15}|\\b\\d[\\d.,]{0,15}\\s?(?:[€$£¥￥]|${currency}\\b|euros?\\b|dollars?\\b|pounds?\\b|元|块|塊|円)`,
  'giu',
);
/** What only looks like a number with letters: "500ml", "2nd". */
const measure =
  /^\d+(?:m?l|cl|k?g|oz|lbs?|[ckm]?m|inch|k?w|v|hz|[ap]m|st|nd|rd|th|x|k|p|h|hrs?|mins?|days?|weeks?|years?|pcs?|s|mah)$/iu;

/** Runs of what an order number is made of; other scripts set no spaces around it. */
const run = /[\p{Script=Latin}\d_#-]+/gu;
const longestRun = 40;
const prefixWord = /^(?:orders?|no|nr|num|number|id|ref)[-_]?(?=#?\d)/iu;
const afterNumberWord =
  /(?:\borders?\s*(?:numbers?|no|nr|num|id|ref\w*)\b\.?|\b(?:no|nr)\.|订单编?号码?|訂單編?號碼?|[单單][号號]|注文\s*(?:番号|no\.?|id))[\s:：#]*(?:is|was|是|为|為|は|が)?[\s:："'“「]*$/iu;
const afterOrderWord = /(?:\borders?|订单|訂單|注文)[\s:：は是"'“「]*$/iu;
/** How far back such a word is looked for. */
const lookBack = 30;

/** Everything in a text that may name an order in the shop; no dates, amounts, telephones or addresses. */
export function namedNumbersIn(text: string): readonly NamedNumber[] {
  const cleaned = withoutOtherNumbers(text.normalize('NFKC'));
  const found = new Map<string, NamedNumber>();
  for (const match of cleaned.matchAll(run)) {
    if (match[0].length > longestRun || !/\d/.test(match[0])) continue;
    const one = numberOf(match[0], cleaned.slice(Math.max(0, match.index - lookBack), match.index));
    if (one !== null && found.get(one.text)?.isMarked !== true) found.set(one.text, one);
  }
  return [...found.values()];
}

/** Numbers in a text that can only be an order's, or another's that has letters on it. */
export function markedNumbersIn(text: string): readonly string[] {
  return namedNumbersIn(text).flatMap((one) => (one.isMarked ? [one.text] : []));
}

function withoutOtherNumbers(text: string): string {
  const withoutPhones = text.replace(link, ' ').replace(called, ' ').replace(contact, keptOfOrder);
  return withoutPhones.replace(amount, ' ').replace(date, ' ');
}

/** "Orders 1001 1002 1003" is no telephone. */
function keptOfOrder(match: string, offset: number, text: string): string {
  const before = text.slice(Math.max(0, offset - lookBack), offset);
  return afterNumberWord.test(before) || afterOrderWord.test(before) ? match : ' ';
}

function numberOf(raw: string, before: string): NamedNumber | null {
  const stripped = raw.replace(/^[-_]+|[-_#]+$/g, '');
  const text = stripped.replace(prefixWord, '');
  const digits = text.match(/\d/g)?.length ?? 0;
  const isNamed = text.includes('#') || afterNumberWord.test(before) || /^(?:no|nr|num)/i.test(stripped);
  const isLettered = /\p{L}/u.test(text) && digits >= 3 && !measure.test(text);
  const isBesideOrder = digits >= 3 && (afterOrderWord.test(before) || text !== stripped);
  if (digits === 0 || (measure.test(text) && !text.includes('#'))) return null;
  if (isNamed || isLettered || isBesideOrder) return { text, isMarked: true };
  return digits >= 3 && digits <= 12 && !/\p{L}/u.test(text) ? { text, isMarked: false } : null;
}
