import { AttributeValue, type ProductAttribute } from '#shared/model/product-attribute.ts';
import { cleanText } from '../clean-text.ts';

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
/** Signs that are one currency's alone; "$" and "¥" are several's. */
const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₩': 'KRW',
  '₹': 'INR',
  円: 'JPY',
  元: 'CNY',
  us$: 'USD',
  nt$: 'TWD',
  hk$: 'HKD',
};

const number = String.raw`[+-]?\d(?:[\d., '\u00A0]{0,30}\d)?`;
const moneyAfter = new RegExp(`^(${number})\\s*([A-Z]{3}|[€£₩₹円元])$`, 'u');
const moneyBefore = new RegExp(`^([A-Z]{3}|[€£₩₹]|US\\$|NT\\$|HK\\$)\\s*(${number})$`, 'u');

const units =
  'mm cm dm m km in inch inches ft yd " mg g kg t lb lbs oz ml cl dl l ltr litre litres liter liters cc gal qt fl.oz ' +
  'mah ah wh kwh w kw v kv a hz khz mhz ghz db dba lm lux lx k °c ℃ °f pa hpa kpa mpa bar psi rpm dpi px mp mb gb tb ' +
  's sec seconds min mins minute minutes h hr hrs hour hours d day days week weeks month months y yr yrs year years ' +
  'ct pc pcs piece pieces pack packs sheet sheets cup cups set sets pair pairs % ' +
  '毫米 厘米 公分 米 英寸 寸 毫克 克 公克 千克 公斤 斤 磅 盎司 毫升 升 公升 瓦 千瓦 伏 毫安 分贝 度 秒 秒钟 分钟 小时 天 日 周 个月 月 年 ' +
  '个 只 件 片 张 支 枚 包 盒 袋 罐 瓶 本 套 双 杯 人 人份 寸 號 号 ' +
  'ミリ センチ メートル グラム キロ リットル ミリリットル ワット ボルト 時間 分 日間 週間 ヶ月 か月 カ月 ヵ月 年間 個 枚 本 台 冊 袋 箱 缶 杯分 人前 人用 セット 畳';
const isUnit: ReadonlySet<string> = new Set(units.split(' '));
const quantity = new RegExp(`^(${number})\\s*([^\\d\\s.,][^\\d\\n]{0,14})$`, 'u');

const yes = /^(?:true|yes|y|是|有り?|はい|対応|可)$/iu;
const no = /^(?:false|no|n|否|没有|無し?|なし|いいえ|非対応|不可)$/iu;

/** What a field of a feed says of a product, typed; null where it says nothing. */
export function attributeOf(name: string, text: string): ProductAttribute | null {
  const plainName = cleanText(name).replace(/\s+/gu, ' ').slice(0, 200).toWellFormed().trim();
  const value = plainName === '' ? null : attributeValue(text);
  return value === null ? null : { name: plainName, value };
}

function attributeValue(written: string): AttributeValue | null {
  const text = cleanText(written).slice(0, 2_000).toWellFormed();
  if (text === '') return null;
  const folded = text.normalize('NFKC').trim();
  if (yes.test(folded)) return { type: 'yesNo', isTrue: true };
  if (no.test(folded)) return { type: 'yesNo', isTrue: false };
  const value = structuredValue(folded) ?? moneyIn(folded) ?? quantityIn(folded) ?? linkIn(text);
  return value ?? { type: 'text', text };
}

/** Money as "24.90 EUR", "EUR 24.90", "€24.90" or "2,480円"; null where the currency is not plain. */
export function moneyIn(text: string): Extract<AttributeValue, { type: 'money' }> | null {
  const [, after, afterSign] = moneyAfter.exec(text) ?? [];
  const [, beforeSign, before] = moneyBefore.exec(text) ?? [];
  const sign = afterSign ?? beforeSign ?? '';
  const currency = signs[sign.toLowerCase()] ?? sign.toUpperCase();
  const amount = amountOf(after ?? before ?? '');
  return amount === null || !currencies.has(currency) ? null : { type: 'money', amount, currency };
}

function quantityIn(text: string): AttributeValue | null {
  const [, written = '', unit = ''] = quantity.exec(text) ?? [];
  const amount = amountOf(written === '' && /^[+-]?\d+(?:[.,]\d+)?$/u.test(text) && text.length < 13 ? text : written);
  if (amount === null || (written !== '' && !isUnit.has(unit.trim().toLowerCase()))) return null;
  // "0123" and a telephone are names of something, not amounts.
  return /^0\d/u.test(text) ? null : { type: 'quantity', amount, unit: unit.trim() };
}

function linkIn(text: string): AttributeValue | null {
  return /^https?:\/\/[^\s<>"]+$/iu.test(text) && URL.canParse(text) ? { type: 'link', url: text } : null;
}

/** A measure or money as Shopify exports it: {"value":1.2,"unit":"kg"}, {"amount":"5.99","currency_code":"CAD"}; lists of texts. */
function structuredValue(text: string): AttributeValue | null {
  if (!/^[[{]/u.test(text)) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (Array.isArray(parsed)) {
    const names = parsed.filter((one) => typeof one === 'string').join(', ');
    return names === '' ? null : { type: 'text', text: names.slice(0, 2_000).toWellFormed() };
  }
  const { value, unit, amount, currency_code: currency } = parsed as Record<string, unknown>;
  const typed = AttributeValue.safeParse(
    currency === undefined
      ? { type: 'quantity', amount: Number(value ?? Number.NaN), unit: plainUnit(String(unit ?? '')) }
      : { type: 'money', amount: Number(amount ?? Number.NaN), currency },
  );
  return typed.success ? typed.data : null;
}

const unitNames: Readonly<Record<string, string>> = {
  grams: 'g',
  kilograms: 'kg',
  ounces: 'oz',
  pounds: 'lb',
  millimeters: 'mm',
  centimeters: 'cm',
  meters: 'm',
  inches: 'in',
  milliliters: 'ml',
  liters: 'l',
};

function plainUnit(unit: string): string {
  const plain = unit.trim().toLowerCase().slice(0, 40);
  return unitNames[plain] ?? plain;
}

/** A number as it is written in any of the usual ways: the last of two kinds of separators is the decimal one. */
export function amountOf(text: string): number | null {
  const digits = text.replace(/[\s'\u00A0]/gu, '');
  if (digits === '') return null;
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const separators = digits.match(/[.,]/gu) ?? [];
  const isGrouping =
    last >= 0 &&
    (separators.length > 1
      ? new Set(separators).size === 1
      : digits.charAt(last) === ',' && digits.length - last === 4);
  const plain =
    last < 0 || isGrouping
      ? digits.replace(/[.,]/gu, '')
      : `${digits.slice(0, last).replace(/[.,]/gu, '')}.${digits.slice(last + 1)}`;
  const amount = Number(plain);
  return Number.isFinite(amount) ? amount : null;
}
