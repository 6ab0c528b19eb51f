import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { ProductAttribute } from '#shared/model/product-attribute.ts';
import { foldedWords, groupOf } from '../knowledge/attribute-groups.ts';
import { valueText } from '../knowledge/product-text.ts';

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** One attribute as a short sentence about its product; null where there is nothing to say in words. */
export function attributeSentence(
  title: string,
  { name, value }: ProductAttribute,
  language: ReplyLanguage,
): string | null {
  const group = groupOf(name);
  const key = group?.key ?? '';
  const label =
    group !== null && unspaced.test(name) !== (language !== 'en') ? group.label[language] : name.replaceAll('_', ' ');
  if (value.type === 'yesNo') return yesNoSentence(title, label, value.isTrue, language);
  const text = valueText(value, language);
  if (text === '') return null;
  if (/shipping/iu.test(name)) return generic(title, label, text, language);
  const isPlain = value.type !== 'link' && text.length <= 80 && !text.includes('\n');
  const pattern = isPlain ? patterns[language][key] : undefined;
  if (pattern === undefined || (key === 'color' && language !== 'en' && !/[,、]/u.test(text)))
    return generic(title, label, text, language);
  return filled(pattern, title, text);
}

/** Blanks: `{t}` the product, `{v}` the value; in English `{is}`, `{s}` by whether the product is one or several. */
const patterns: Readonly<Record<ReplyLanguage, Readonly<Record<string, string>>>> = {
  en: {
    material: '{T} {is} made of {v}.',
    capacity: '{T} hold{s} {v}.',
    weight: '{T} weigh{s} {v}.',
    color: '{T} come{s} in {v}.',
    warranty: '{T} come{s} with a warranty of {v}.',
    origin: '{T} {is} made in {v}.',
    compatible: '{T} {is} compatible with {v}.',
    care: '{T}: {v}.',
  },
  zh: { color: '{t}的颜色有{v}。', compatible: '{t}适用于{v}。', warranty: '{t}保修{v}。', care: '{t}：{v}。' },
  ja: { color: '{t}のカラーは{v}です。', compatible: '{t}は{v}に対応しています。', care: '{t}：{v}。' },
};

function generic(title: string, label: string, text: string, language: ReplyLanguage): string {
  const value = text.replace(/[.。]+$/u, '');
  switch (language) {
    case 'en':
      return `${withArticle(title)} – ${label.toLowerCase()}: ${value}.`;
    case 'zh':
      return spacedApart(`${title}的${label}是${value}。`);
    default:
      return `${title}の${label}は${value}です。`;
  }
}

/** Names that say by themselves what a product is: "dishwasher safe", "waterproof". */
const adjective = /(?:safe|proof|free|resistant|compatible|washable|suitable|able|friendly|vegan|organic|wireless)$/u;

function yesNoSentence(title: string, label: string, isTrue: boolean, language: ReplyLanguage): string {
  if (language === 'en') {
    const plain = foldedWords(label).replace(/[?:]+$/u, '');
    if (adjective.test(plain)) return filled(`{T} {is} ${isTrue ? '' : 'not '}${plain}.`, title, '');
    return `${withArticle(title)} – ${plain}: ${isTrue ? 'yes' : 'no'}.`;
  }
  if (language === 'zh') {
    const able = /^(可|支持|适用|适合|能|含|带)/u.test(label);
    return able ? `${title}${isTrue ? '' : '不'}${label}。` : `${title}的${label}：${isTrue ? '是' : '否'}。`;
  }
  const [, thing] = /^(.+?)(?:対応|可能?|OK)$/u.exec(label) ?? [];
  if (thing !== undefined) return `${title}は${thing}に対応して${isTrue ? 'います' : 'いません'}。`;
  return `${title}の${label}：${isTrue ? 'はい' : 'いいえ'}。`;
}

/** What a product costs, as far as money with its currency is known; no sentence where it is not. */
export function priceSentence(
  title: string,
  attributes: readonly ProductAttribute[],
  language: ReplyLanguage,
): readonly string[] {
  const priced = attributes.filter(({ name }) => groupOf(name)?.key === 'price');
  const isReduced = ({ name }: ProductAttribute): boolean => /sale|促销|特价|折扣|セール/iu.test(name);
  const sale = priced.find(isReduced);
  const regular = priced.find((one) => !isReduced(one));
  const now = moneyWords(sale, language) ?? moneyWords(regular, language);
  if (now === null) return [];
  const before = sale === undefined ? null : moneyWords(regular, language);
  const { plain, reduced } = priceWords[language];
  const sentence = before === null || before === now ? plain : reduced;
  return [filled(sentence, title, now).replace('{w}', () => before ?? '')];
}

const priceWords: Readonly<Record<ReplyLanguage, { readonly plain: string; readonly reduced: string }>> = {
  en: { plain: '{T} cost{s} {v}.', reduced: '{T} cost{s} {v} instead of {w}.' },
  zh: { plain: '{t}的价格是{v}。', reduced: '{t}现价{v}（原价{w}）。' },
  ja: { plain: '{t}の価格は{v}です。', reduced: '{t}はただいま{v}（通常価格{w}）です。' },
};

/** Money, or a line of variants' prices with the currency in it; a bare number is no price. */
function moneyWords(attribute: ProductAttribute | undefined, language: ReplyLanguage): string | null {
  if (attribute === undefined) return null;
  const { value } = attribute;
  if (value.type === 'money') return valueText(value, language);
  return value.type === 'text' && /\b[A-Z]{3}\b|[€£$¥￥元円]/u.test(value.text) ? value.text : null;
}

function filled(pattern: string, title: string, text: string): string {
  const isSeveral = isPlural(title);
  const blanks: Readonly<Record<string, string>> = {
    '{T}': withArticle(title),
    '{t}': title,
    '{v}': text.replace(/[.。]+$/u, ''),
    '{is}': isSeveral ? 'are' : 'is',
    '{s}': isSeveral ? '' : 's',
  };
  const sentence = pattern.replace(/\{(?:T|t|v|is|s)\}/gu, (blank) => blanks[blank] ?? blank);
  return unspaced.test(pattern) ? spacedApart(sentence) : sentence;
}

/** Chinese sets a space between its characters and Latin letters of a title. */
function spacedApart(text: string): string {
  return text.replace(/([a-z0-9])(?=[的重保有适现])/giu, '$1 ');
}

function withArticle(title: string): string {
  return /^(?:the|a|an)\s/iu.test(title) || unspaced.test(title.charAt(0)) ? title : `The ${title}`;
}

/** "Linen Trousers"; not "Glass" nor "Copper Kettle 1.5 L". */
function isPlural(title: string): boolean {
  const words = title.split(/[^\p{L}'’]+/u).filter((word) => word.length > 2);
  return /(?:[^sui]s|ies|shoes|knives)$/iu.test(words.at(-1) ?? '');
}
