import { foundBy } from './personal-data.ts';
import type { Found } from './personal-data.ts';

const currency = '(?:EUR|USD|GBP|JPY|CNY|RMB|HKD|TWD|NTD?|AUD|CAD|SGD|CHF|SEK|NOK|DKK|PLN|INR|KRW)';
const sign = `(?:(?:[A-Z]{1,3})?[€$£¥₩₹]|\\b${currency})`;
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const amount = '\\d[\\d.,]{0,18}';
/** No telephone stands before a unit. */
const count = '\\d[\\d.,]{0,7}';
const unit =
  '(?:%|‰|m?l|cl|dl|k?g|mg|oz|lbs?|[ckm]?m|mm|inch(?:es)?|ft|k?wh?|m?ah|v|hz|[kmgt]b|px|dpi|rpm|psi|bar|[ap]m|st|nd|rd|th|x|k|h|hrs?|hours?|min(?:ute)?s?|sec(?:ond)?s?|days?|weeks?|months?|years?|times|pcs?|pieces?|pairs?|packs?|sets?|boxes|units?|items?|copies|people|points?|euros?|dollars?|pounds?|yen|yuan|bucks|quid)';
const hanUnit =
  '(?:元|块|塊|円|圆|圓|角|分|毛|万|萬|億|亿|千|百|个|個|件|双|雙|条|條|只|隻|台|臺|部|套|盒|箱|包|袋|瓶|罐|张|張|枚|本|册|冊|支|根|片|米|厘米|公分|毫米|公斤|千克|斤|克|升|毫升|寸|英寸|度|码|碼|岁|歲|天|日|月|年|周|週|小时|小時|时|時|点|點|分钟|分鐘|秒|次|倍|折|积分|積分|名|人|組|着|足|点|匹|杯|ヶ月|か月|カ月|ケ月|週間|ポイント|パック|セット|グラム|キロ|センチ|ミリ|リットル|ワット|ボルト|時間|回|%)';

const patterns = [
  // Amounts of money, and numbers with thousands set apart.
  `${sign}\\s?${amount}(?:\\s?-\\s?${sign}?\\s?${amount})?`,
  `(?<![\\p{Script=Latin}\\d])${amount}\\s?(?:[€$£¥₩₹]|${currency}\\b)`,
  '(?<![\\p{Script=Latin}\\d.,])\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d-])',
  // Sizes: 120x60x75, 10*20.
  '(?<![\\p{Script=Latin}\\d])\\d+(?:\\.\\d+)?\\s?(?:[a-z]{1,2}\\s?)?[x×*✕]\\s?\\d+(?:\\.\\d+)?(?:\\s?(?:[a-z]{1,2}\\s?)?[x×*✕]\\s?\\d+(?:\\.\\d+)?)?(?![\\d])',
  // Dates and times.
  '(?<![\\p{Script=Latin}\\d#-])(?:19|20)\\d{2}\\s?[-/.年]\\s?(?:0?[1-9]|1[0-2])(?:\\s?[-/.月]\\s?(?:[12]\\d|3[01]|0?[1-9])(?:日|号|號)?)?(?![\\d-])(?:[T ]?\\s?\\d{1,2}:\\d{2}(?::\\d{2})?)?',
  '(?<![\\p{Script=Latin}\\d#.-])(?:[12]\\d|3[01]|0?[1-9])([-/.])(?:[12]\\d|3[01]|0?[1-9])\\1(?:(?:19|20)\\d{2}|\\d{2})(?![\\d-]|\\.\\d)(?:[T ]\\s?\\d{1,2}:\\d{2}(?::\\d{2})?)?',
  '(?<![\\p{Script=Latin}\\d#-])(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?![\\d\\p{Script=Latin}-])',
  `\\b(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?${month}\\s+(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s+)?(?:19|20)\\d{2}\\b`,
  '\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[-~〜～]\\s?\\d{1,2}:\\d{2})?',
  '(?<![\\d-])(?:19|20)\\d{2} (?:0[1-9]|1[0-2]) (?:0[1-9]|[12]\\d|3[01])(?![\\d-]| \\d)',
  // Ranges of small numbers: 36-38, 2020-2024.
  '(?<![\\p{Script=Latin}\\d-]|[\\d)] |\\))(?!0)\\d{1,4}(?:\\.\\d+)?\\s?[-~〜～]\\s?(?!0)\\d{1,4}(?:\\.\\d+)?(?![\\d-]|\\s\\d)',
  // Numbers with a unit.
  `(?<![\\p{Script=Latin}\\d-]|\\d )${count}\\s?${unit}(?![\\p{Script=Latin}\\d-])`,
  `(?<![\\p{Script=Latin}\\d-]|\\d )${count}\\s?${hanUnit}`,
].map((source) => new RegExp(source, 'dgiu'));

/** What names a product, not a person: the words before it, then the code. */
const productCode =
  /(?:\b(?:models?|skus?|mpn|asin|ean|upc|gtin|isbn|jan|item|article|artikel|art|part|product|style|batch|lot|version|firmware|colou?r|shade|ref(?:erence)? of the (?:item|product))(?:[- ]?(?:no|nr|num|number|code|id)\b)?|型[号號]|[货貨款色批][号號]|条形?码|條碼|(?:EAN|UPC|ISBN|JAN|SKU)\s?[码碼]|商品(?:编[号码]|編號|ID|番号|コード)|产品编[号码]|規格|规格|型番|品番|製品番号|JANコード|ロット(?:番号)?|バージョン|色番)[\s.:#'"“「是为為はが]*(?:is\b|was\b|code\b|number\b)?[\s:#'"“「]*(?<value>(?=[A-Za-z\d._/-]*\d)[A-Za-z\d][A-Za-z\d._/-]*(?: (?=\d{2,})[\d]+)*)/dgiu;
/** ISBN-13 and the thirteen digits under a bar code in the ranges of books. */
const bookNumber = /(?<![\d-])97[89](?:[- ]?\d){10}(?![\d-])/dgu;

/** The codes of products, which may look like cards and orders. A model needs them, and they name nobody. */
export function productCodesIn(text: string): readonly Found[] {
  return [productCode, bookNumber].flatMap((pattern) => foundBy(text, pattern, null));
}

/** Prices, sizes, dates and counts. */
export function readableNumbers(text: string): readonly Found[] {
  return patterns.flatMap((pattern) => foundBy(text, pattern, null));
}
