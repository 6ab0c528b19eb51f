import { detectLanguage } from '#core/conversations/detect-language.ts';
import type { KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';
import type { ProductAttribute } from '#shared/model/product-attribute.ts';
import type { Validity } from '#shared/model/validity.ts';
import { htmlText } from '../../inbox/html-text.ts';
import { cleanText } from '../clean-text.ts';
import { fileRow } from '../file-row.ts';

/** A product of a feed as it becomes knowledge. */
export type FeedProduct = {
  /** 1-based, of the first of its rows. */
  readonly row: number;
  /** What the feed calls it. */
  readonly id: string;
  readonly title: string;
  /** Plain text or HTML. */
  readonly description: string;
  readonly brand: string;
  /** The shop's own category. */
  readonly topic: string;
  /** What always holds. */
  readonly attributes: readonly ProductAttribute[];
  /** Prices that hold for a time only; then none stands among `attributes`. */
  readonly pricePeriods: readonly { readonly validity: Validity; readonly prices: readonly ProductAttribute[] }[];
};

const mostAttributes = 200;
const longestTitle = 300;

/**
 * A product as entries: one of what always holds, and one for each period of its prices, which begins and ends by the
 * clock. It is about itself, and about its brand where the feed has several.
 */
export function productRows(product: FeedProduct, hasBrands: boolean): readonly KnowledgeFileRow[] {
  const title = oneLine(product.title);
  const description = plainDescription(product.description);
  const shared = {
    kind: 'product' as const,
    question: title,
    topic: oneLine(product.topic).slice(0, 200).toWellFormed(),
    scope: [title, ...(hasBrands ? [oneLine(product.brand)] : [])].map((name) =>
      name.slice(0, longestTitle).toWellFormed(),
    ),
    language: detectLanguage(`${title}\n${description}`),
  };
  const rowOf = (answer: string, attributes: readonly ProductAttribute[], validity: Validity | null) =>
    fileRow(product.row, `${title} ${answer}`, {
      ...shared,
      answer,
      attributes: attributes.slice(0, mostAttributes),
      validity,
    });
  const periods = product.pricePeriods.map(({ validity, prices }, index) => ({
    row: rowOf(`${title}\n${priceText(prices)} (${periodText(validity)})`, prices, validity),
    key: `${product.id}#${index + 1}`,
  }));
  const lasting = { row: rowOf(description || title, product.attributes, null), key: product.id };
  return [lasting, ...periods].map(({ row, key }) => ({ ...row, ...(key !== '' && { key: key.slice(0, 500) }) }));
}

function priceText(prices: readonly ProductAttribute[]): string {
  return prices
    .map(({ value }) =>
      value.type === 'money' ? `${value.amount} ${value.currency}` : value.type === 'text' ? value.text : '',
    )
    .join(' → ');
}

function periodText({ from, until }: Validity): string {
  const clock = (time: string | null): string => time?.replace('T', ' ') ?? '';
  return `${clock(from)} – ${clock(until)} UTC`.trim();
}

/** HTML as text; text as it is, though a feed may have put XML's entities around it twice. */
export function plainDescription(text: string): string {
  const isHtml = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:[a-z]{2,8}|#\d{2,6});/iu.test(text);
  return cleanText(isHtml ? htmlText(text) : text).replace(/\n{3,}/gu, '\n\n');
}

function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ');
}

/** Attributes without what says the same twice; of one name the first counts. */
export function distinctAttributes(attributes: ReadonlyArray<ProductAttribute | null>): readonly ProductAttribute[] {
  const byName = new Map<string, ProductAttribute>();
  for (const attribute of attributes) {
    const name = attribute?.name.toLowerCase() ?? '';
    if (attribute !== null && !byName.has(name)) byName.set(name, attribute);
  }
  return [...byName.values()];
}
