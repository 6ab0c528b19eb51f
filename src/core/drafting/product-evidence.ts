import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { Product, ProductVariant } from '#shared/model/shop.ts';
import { askedTerms, isEmptyTerm, termsOf } from '../retrieval/terms.ts';

/** Words that ask whether something can be had. */
const stockAsk =
  /\b(?:in stock|out of stock|back in stock|restock\w*|sold out|available|availability)\b|(?:有货|有貨|现货|現貨|缺货|缺貨|库存|補貨|补货|还有吗|还有没有)|(?:在庫|品切れ|売り切れ|入荷)/iu;
/** Words that make it another question: when, how much, where, or what else. */
const otherAsk =
  /\b(?:when|restock\w*|back in|how (?:many|much|long)|orders?|colou?rs?|sizes?|gift|wholesale|discount|refund|return|deliver\w*|ship\w*)\b|(?:什么时候|何时|几个|多少|订单|颜色|尺寸|补货|補貨|退|换)|(?:いつ|何個|いくら|注文|色|サイズ|再入荷|入荷|返品|交換)/iu;

/** Whether a sentence asks if something can be had now, and nothing else. */
export function asksStock(text: string): boolean {
  return stockAsk.test(text) && !otherAsk.test(text);
}

/** Words around such a question that name nothing. */
const filler =
  /\b(?:still|currently|now|right|today|moment|got|get|buy|sell|stock|any|ask|know|want|wanted|question|hello|hi|thanks?)\b|(?:请问|請問|您好|你好|你们|您们|店里|这款|那款|这个|那个|现在|目前|还|吗|嗎|呢|么|的|了|是否|是|有|没)|(?:現在|今|まだ|こちら|商品|御社|貴店)/giu;

/** What a question for stock may name: itself without the words that ask. Empty where nothing is left. */
export function stockSearchText(question: string): string {
  return question
    .normalize('NFKC')
    .replace(new RegExp(stockAsk.source, 'giu'), ' ')
    .replace(filler, ' ')
    .replace(/[^\p{L}\p{M}\p{N}\s]+|(?<![\p{L}\p{M}])\p{Script=Hiragana}+(?![\p{L}\p{M}])/gu, ' ')
    .replace(/(?:は|が|を|も|って)(?=\s|$)/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The product that a question for stock names; null where that is not clear. Every telling word of its title stands in
 * the question, and the question names nothing else: a colour or a size may be sold out by itself. Where several titles
 * do, it is the one that holds the others ("copper kettle" before "kettle").
 */
export function productAskedFor(question: string, products: readonly Product[]): Product | null {
  const text = stockSearchText(question);
  const named = products
    .map((product) => ({ product, terms: new Set(askedTerms(product.title)) }))
    .filter(({ product, terms }) => terms.size > 0 && isAllNamed(text, product.title, terms));
  const most = named.filter(({ terms }) => named.every((other) => [...other.terms].every((term) => terms.has(term))));
  return most.length === 1 ? (most[0]?.product ?? null) : null;
}

function isAllNamed(text: string, title: string, terms: ReadonlySet<string>): boolean {
  const asked = new Set(termsOf(text));
  if (![...terms].every((term) => asked.has(term))) return false;
  const rest = termsOf(text.toLowerCase().replaceAll(title.normalize('NFKC').toLowerCase(), ' '));
  return rest.every((term) => terms.has(term) || isEmptyTerm(term));
}

const productConfidence = 0.8;

/** What the shop system says of a product's stock, in words, as evidence; null where it says nothing plain. */
export function productEvidence(product: Product, language: ReplyLanguage, question: string): Evidence | null {
  const answer = stockSentence(product, language);
  if (answer === '') return null;
  return {
    kind: 'product',
    id: product.id,
    versionId: null,
    question,
    answer,
    topic: null,
    language,
    correctsEntryId: null,
    confidence: productConfidence,
    cosine: null,
    overlap: 1,
    reading: { source: product.source, readAt: product.readAt, isOld: false, isClaimed: false },
  };
}

/** In stock, only to be ordered ahead (or not counted), or not to be had. */
function standing({ stock, isForSale }: ProductVariant): 'stocked' | 'orderable' | 'gone' {
  if (!isForSale) return 'gone';
  return stock !== null && stock > 0 ? 'stocked' : 'orderable';
}

const plain: Record<ReplyLanguage, Record<ReturnType<typeof standing>, string>> = {
  en: {
    stocked: '{title} is in stock.',
    orderable: '{title} can be ordered now.',
    gone: '{title} is sold out at the moment.',
  },
  zh: { stocked: '{title} 目前有货。', orderable: '{title} 目前可以下单。', gone: '{title} 目前缺货。' },
  ja: {
    stocked: '{title} は在庫がございます。',
    orderable: '{title} はただいまご注文いただけます。',
    gone: '{title} はただいま品切れでございます。',
  },
};

const byVariant: Record<ReplyLanguage, Record<ReturnType<typeof standing>, string>> = {
  en: {
    stocked: '{title} is in stock in: {names}.',
    orderable: 'It can be ordered in: {names}.',
    gone: 'Sold out at the moment: {names}.',
  },
  zh: {
    stocked: '{title} 目前有货的款式：{names}。',
    orderable: '可以下单的款式：{names}。',
    gone: '目前缺货的款式：{names}。',
  },
  ja: {
    stocked: '{title} の在庫があるもの：{names}。',
    orderable: 'ご注文いただけるもの：{names}。',
    gone: 'ただいま品切れのもの：{names}。',
  },
};

/** The stock of a product in words; no figure is told, it changes with every sale. Empty where it has no variants. */
export function stockSentence({ title, variants }: Product, language: ReplyLanguage): string {
  const fill = (pattern: string, names = ''): string =>
    pattern.replace(/\{(?:title|names)\}/g, (blank) => (blank === '{title}' ? title : names));
  const groups = Map.groupBy(variants, standing);
  const [only] = groups.keys();
  if (only === undefined) return '';
  if (groups.size === 1) return fill(plain[language][only]);
  const sentences = (['stocked', 'orderable', 'gone'] as const).flatMap((state) => {
    const names = (groups.get(state) ?? []).map((variant) => variant.title).filter((name) => name !== '');
    if (names.length === 0) return [];
    return [fill(byVariant[language][state], names.join(language === 'en' ? ', ' : '、'))];
  });
  // Without anything in stock the first sentence would not name the product.
  const hasTitle = groups.has('stocked');
  return (hasTitle ? sentences : [`${title}:`, ...sentences]).join(language === 'en' ? ' ' : '');
}
