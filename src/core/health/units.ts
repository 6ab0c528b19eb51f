/** Units by dimension, with what one of them is in the dimension's base unit. Over folded text, read from the number on. */
export type Unit = { readonly dimension: string; readonly factor: number; readonly words: string };

const unit = (dimension: string, factor: number, words: string): Unit => ({ dimension, factor, words });

/** In days. Longer spellings stand first: the first that fits counts. */
export const durationUnits: readonly Unit[] = [
  unit('business', 1, '(?:business|working|week|trading) ?-?days?\\b|个?工作日|工作天|営業日'),
  unit('calendar', 1, '(?:full |calendar |consecutive )?days?\\b|个?自然日|天|日間|日(?!本|付|曜|祝|时|時|元)'),
  unit('calendar', 1 / 24, '(?:hours?|hrs?|h)\\b|个?小时|个?钟头|時間'),
  unit('calendar', 1 / 1440, '(?:minutes?|mins?)\\b|分钟|分(?:間|以内|程度|ほど|で)'),
  unit('calendar', 14, 'fortnights?\\b'),
  unit('calendar', 7, '(?:weeks?|wks?)\\b|个?星期|个?礼拜|周(?!年|[一二三四五六日末])|週間?'),
  unit('month', 30, '(?:calendar )?months?\\b|个月|[ヶか箇カヵケ]月間?|個月'),
  unit('month', 365, '(?:years?|yrs?)\\b|周年|年(?:間|保|以内|以上|质|質|の)?(?![\\d月末始初中])'),
];

/** In the base unit of each dimension. */
export const measureUnits: readonly Unit[] = [
  unit('length', 1, '(?:mm|millimet(?:er|re)s?)\\b|毫米|ミリ(?:メートル)?(?!リットル)'),
  unit('length', 10, '(?:cm|centimet(?:er|re)s?)\\b|厘米|公分|センチ(?:メートル)?'),
  unit('length', 1e6, '(?:km|kilomet(?:er|re)s?)\\b|公里|千米|キロメートル'),
  unit('length', 1_000, '(?:m|met(?:er|re)s?)\\b(?!²|2)|米|メートル'),
  unit(
    'length',
    25.4,
    'inch(?:es)?\\b|in\\b(?! (?:the|an?|our|your|stock|store|total|advance|full|most|all)\\b)|"|英寸|インチ',
  ),
  unit('length', 304.8, '(?:ft|feet|foot)\\b|英尺|フィート'),
  unit('volume', 1, '(?:ml|millilit(?:er|re)s?)\\b|毫升|ミリリットル'),
  unit('volume', 1_000, '(?:l|lit(?:er|re)s?)\\b|升|リットル'),
  unit('volume', 29.57, 'fl\\.? ?oz\\b|fluid ounces?\\b'),
  unit('mass', 0.001, '(?:mg|milligrams?)\\b|毫克|ミリグラム'),
  unit('mass', 1_000, '(?:kgs?|kilos?|kilograms?)\\b|公斤|千克|キログラム|キロ'),
  unit('mass', 1, '(?:g|grams?|grammes?)\\b|克(?!拉)|グラム'),
  unit('mass', 500, '斤'),
  unit('mass', 28.35, '(?:oz|ounces?)\\b'),
  unit('mass', 453.6, '(?:lbs?)\\b'),
  unit('temperature', 1, '(?:°|º|degrees? ?)c(?:elsius)?\\b|℃|摄氏度|度(?!目)'),
  unit('fahrenheit', 1, '(?:°|º|degrees? ?)f(?:ahrenheit)?\\b|℉'),
  unit('temperature', 1, '(?:°|º|degrees?)'),
  unit('charge', 1, 'mah\\b|毫安时?'),
  unit('power', 1_000, '(?:kw|kilowatts?)\\b|千瓦'),
  unit('power', 1, '(?:w|watts?)\\b|瓦|ワット'),
  unit('voltage', 1, '(?:v|volts?)\\b|伏|ボルト'),
  unit('memory', 1, 'mb\\b'),
  unit('memory', 1_000, 'gb\\b'),
  unit('memory', 1e6, 'tb\\b'),
];

/** ISO 4217 by the signs before an amount. A yen sign is read by the language of the text. */
export const currencySigns: ReadonlyArray<readonly [pattern: string, currency: string]> = [
  ['(?:us ?\\$|usd ?\\$?)', 'USD'],
  ['(?:a\\$|au\\$|aud ?\\$?)', 'AUD'],
  ['(?:c\\$|ca\\$|cad ?\\$?)', 'CAD'],
  ['(?:hk\\$|hkd ?\\$?)', 'HKD'],
  ['(?:nt\\$|twd ?\\$?)', 'TWD'],
  ['(?:s\\$|sgd ?\\$?)', 'SGD'],
  ['\\$', 'USD'],
  ['(?:€|eur )', 'EUR'],
  ['(?:£|gbp )', 'GBP'],
  ['(?:₹|rs\\.? ?|inr )', 'INR'],
  ['(?:rmb ?|cny ?)', 'CNY'],
  ['jpy ?', 'JPY'],
  ['₩', 'KRW'],
  ['[¥]', '¥'],
  ['(?:nok|sek|dkk|chf) ', 'OTHER'],
];

/** ISO 4217 by the words behind an amount. */
export const currencyWords: ReadonlyArray<readonly [pattern: string, currency: string]> = [
  ['(?:usd|us dollars?|dollars?|bucks)\\b|美元|美金|米ドル|ドル', 'USD'],
  ['(?:eur|euros?)\\b|€|欧元|ユーロ', 'EUR'],
  ['(?:gbp|pounds?(?: sterling)?|quid)\\b|英镑|ポンド', 'GBP'],
  ['(?:inr|rupees?|rs)\\b|卢比|ルピー', 'INR'],
  ['(?:jpy|yen)\\b|日元|円', 'JPY'],
  ['(?:cny|rmb|yuan)\\b|人民币|元|块钱?|圆', 'CNY'],
  ['(?:hkd)\\b|港币|港元', 'HKD'],
  ['(?:pence|p)\\b', 'GBX'],
];
