import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { KnowledgeContent } from '#shared/model/knowledge.ts';
import type { ProductAttribute } from '#shared/model/product-attribute.ts';
import { sentencesOf } from '../conversations/sentences.ts';
import { type AttributeGroup, attributeGroups, features, foldedWords, groupOf } from '../knowledge/attribute-groups.ts';
import { askedTerms, isEmptyTerm, termsOf } from '../retrieval/terms.ts';
import { asksOrderStatus } from './order-asks.ts';
import { asksStock } from './product-evidence.ts';
import { attributeSentence, priceSentence } from './product-wording.ts';

export type KnownProduct = Pick<KnowledgeContent, 'question' | 'answer' | 'attributes'>;

/** A question about the shop's dealings, or about something that went wrong, which no property of a product answers. */
const otherMatter =
  /\b(?:ship(?:s|ped|ping|ment)?|deliver\w*|post(?:age|al)|returns?|returned|refund\w*|exchange\w*|cancel\w*|orders?|ordered|discount\w*|coupons?|promo\w*|codes?|invoice|track\w*|restock\w*|sold out|stock|gift.?wrap\w*|broke|broken|damaged|missing|faulty|defective|stopped|cracked|leak(?:s|ing|ed)|(?:do|does|is|did)n't (?:work|fit|turn)|not working|problem|complain\w*|cheaper|negotia\w*|wholesale|bulk|resell\w*)\b|发货|發貨|配送|快递|快遞|物流|运费|運費|包邮|退|换货|換貨|订单|訂單|下单|优惠|折扣|便宜点|发票|發票|有货|现货|缺货|补货|库存|坏了|破了|裂了|漏水了|漏了|不工作|投诉|批发|発送|配送|配達|届|送料|返品|返金|交換|キャンセル|注文|割引|クーポン|領収|在庫|入荷|品切れ|売り切れ|壊れ|割れ|不良|故障|動かな|まとめ買い|値引/u;

/** Words of a question that name nothing by themselves. */
const vague = new Set(
  askedTerms(
    'what which how when where who why much many long work works use used using get got give buy sell tell know come comes like want need make made product item thing kind type sort ever still only more less good best possible information details info question',
  ),
);

const mostSentences = 3;
/** The share of what is asked that a sentence of the description has to hold. */
const tellingShare = 0.6;

/** What answers an ask about a product, and whether an attribute does: a description's sentence only holds the same words. */
export type ProductAnswer = { readonly text: string; readonly isAttribute: boolean };

/**
 * What a product's entry says to one question, in short sentences of the reply's language: the attributes it asks for, else
 * the sentences of the description that tell of it. Null where nothing fits, and where the question is for stock, for an
 * order or for the shop's dealings.
 */
export function productAnswer(product: KnownProduct, ask: string, language: ReplyLanguage): ProductAnswer | null {
  const asked = foldedWords(ask);
  if (otherMatter.test(asked) || asksStock(ask) || asksOrderStatus(ask)) return null;
  // A title may name what others ask for: "Dishwasher Tablets", "Size Chart".
  const bare = asked.replaceAll(foldedWords(product.question), ' ');
  const featured = features.filter(({ asks }) => asks.test(bare));
  if (featured.length > 0) return said(product, language, featured, bare);
  const groups = attributeGroups
    .filter(({ asks }) => asks.test(bare))
    .toSorted((left, right) => bare.search(left.asks) - bare.search(right.asks));
  if (groups.length > 0) return said(product, language, narrowed(groups), bare);
  return byWords(product, ask, language);
}

/** "How much does it cost to …" is asked of one thing: the price words beside another are of that other. */
function narrowed(groups: readonly AttributeGroup[]): readonly AttributeGroup[] {
  const isCare = groups.some(({ key }) => key === 'care');
  return isCare ? groups.filter(({ key }) => key !== 'compatible' && key !== 'price') : groups;
}

function said(
  product: KnownProduct,
  language: ReplyLanguage,
  groups: readonly AttributeGroup[],
  ask: string,
): ProductAnswer | null {
  const sentences: string[] = [];
  let isAttribute = true;
  for (const group of groups) {
    const told = toldByAttributes(product, language, group, ask);
    if (told.length > 0) sentences.push(...told);
    else if (group.says !== null) {
      const described = describing(product, group.says);
      if (described.length > 0) isAttribute = false;
      sentences.push(...described);
    }
  }
  return answerOf(sentences, language, isAttribute);
}

function toldByAttributes(
  { question, attributes }: KnownProduct,
  language: ReplyLanguage,
  group: AttributeGroup,
  ask: string,
): readonly string[] {
  if (group.key === 'price') return priceSentence(question, attributes, language);
  const ofGroup = attributes.filter(({ name }) => groupOf(name) === group);
  const isFeature = features.includes(group);
  const listing = isFeature
    ? attributes.filter(({ value }) => value.type === 'text' && group.says?.test(foldedWords(value.text)) === true)
    : [];
  const named = ofGroup.filter(({ name }) => isNamedIn(ask, name));
  const chosen = named.length > 0 ? named : ofGroup.length > 0 ? withoutShipping(ofGroup) : listing;
  return chosen.slice(0, mostSentences).flatMap((attribute) => attributeSentence(question, attribute, language) ?? []);
}

/** "height" where the question says "height", though depth and width are sizes too. */
function isNamedIn(ask: string, name: string): boolean {
  return ask.includes(foldedWords(name)) && foldedWords(name).length >= 2;
}

/** What a parcel weighs is told where the product's own weight is not known. */
function withoutShipping(attributes: readonly ProductAttribute[]): readonly ProductAttribute[] {
  const own = attributes.filter(({ name }) => !/shipping/iu.test(name));
  return own.length > 0 ? own : attributes;
}

function describing({ question, answer }: KnownProduct, says: RegExp): readonly string[] {
  if (answer === question) return [];
  return sentencesOf(answer)
    .map(({ text }) => plainSentence(text))
    .filter((sentence) => says.test(foldedWords(sentence)))
    .slice(0, mostSentences);
}

/** What no group knows: the attribute or the sentence that holds most of what the question names beside the product. */
function byWords(product: KnownProduct, ask: string, language: ReplyLanguage): ProductAnswer | null {
  const words = namedWords(ask, product.question);
  if (words.length === 0) return null;
  const named = product.attributes.filter(
    ({ name, value }) => value.type !== 'link' && groupOf(name) === null && isNameOf(name, words),
  );
  const told = named.slice(0, mostSentences).flatMap((one) => attributeSentence(product.question, one, language) ?? []);
  if (told.length > 0) return answerOf(told, language, true);
  const described = product.answer === product.question ? [] : sentencesOf(product.answer);
  const best = described
    .map(({ text }) => ({ text: plainSentence(text), ...heldOf(words, text) }))
    .filter(({ share, count }) => share >= tellingShare || (share >= 0.5 && count >= 2))
    .toSorted((left, right) => right.share - left.share)[0];
  return best === undefined ? null : answerOf([best.text], language, false);
}

const unspacedRun = /[\p{Script=Han}々]{2,}|[\p{Script=Katakana}ー]{2,}/gu;
/** Words around what a question names, where no spaces part them. */
const unspacedFiller =
  /请问|請問|您好|你好|可以|能不能|是不是|有没有|会不会|怎么样|怎么办|怎么|什么|哪里|哪些|多少|几个|多久|需要|一下|商品|产品|这个|那个|这款|那款|你们|您们|我们|如何|是否|可能|教えて|方法|場合|御社|貴店|使用|利用|[会能可是有的了吗呢么啊呀和与或也都还再要想用放买吧]/gu;

/** What a question names beside the product: words, and runs of one script where no spaces part them. */
function namedWords(ask: string, title: string): readonly string[] {
  const ofTitle = new Set(termsOf(title));
  const folded = foldedWords(ask).replaceAll(foldedWords(title) || ' ', ' ');
  const names = foldedWords(title).match(unspacedRun) ?? [];
  const rest = names.reduce((text, name) => text.replaceAll(name, ' '), folded);
  const runs = rest.replace(unspacedFiller, ' ').match(unspacedRun) ?? [];
  const words = askedTerms(folded.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+/gu, ' '));
  return [...runs, ...words.filter((term) => !ofTitle.has(term) && !vague.has(term) && !isEmptyTerm(term))];
}

const everyGroup = [...features, ...attributeGroups].map(({ asks }) => new RegExp(asks.source, 'gu'));

/** Whether a question asks for an attribute and says nothing of what: "How heavy?" above a letter about one thing. */
export function namesNoProduct(ask: string): boolean {
  const rest = everyGroup.reduce((text, asks) => text.replace(asks, ' '), foldedWords(ask));
  return namedWords(rest, '').length === 0;
}

function heldOf(words: readonly string[], text: string): { readonly share: number; readonly count: number } {
  const terms = new Set(termsOf(text));
  const folded = foldedWords(text);
  const count = words.filter((word) => terms.has(word) || (unspaced.test(word) && folded.includes(word))).length;
  return { share: count / words.length, count };
}

const unspaced = /[\p{Script=Han}\p{Script=Katakana}]/u;

/** Whether a question names an attribute: by half of its words at the least. */
function isNameOf(name: string, words: readonly string[]): boolean {
  if (unspaced.test(name))
    return words.some((word) => [...word].length * 2 >= [...name].length && foldedWords(name).includes(word));
  const terms = askedTerms(name);
  const shared = terms.filter((term) => words.includes(term)).length;
  return shared > 0 && shared * 2 >= terms.length;
}

/** A line of a list without its mark, ended as a sentence is. */
function plainSentence(text: string): string {
  const bare = text.replace(/^\s*[-–•*·・]\s+/u, '').trim();
  const end = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}）」]$/u.test(bare) ? '。' : '.';
  return bare === '' || /[.!?。！？…:：]["”’」)）]?$/u.test(bare) ? bare : `${bare}${end}`;
}

function answerOf(sentences: readonly string[], language: ReplyLanguage, isAttribute: boolean): ProductAnswer | null {
  const chosen = [...new Set(sentences.filter((sentence) => sentence !== ''))].slice(0, mostSentences);
  return chosen.length === 0 ? null : { text: chosen.join(language === 'en' ? ' ' : ''), isAttribute };
}
