import type { KnowledgeFileRow } from '#core/ports/knowledge-reader.ts';
import { AppError } from '#shared/errors.ts';
import { csvRecords } from '../csv-records.ts';
import { refusedRow } from '../file-row.ts';
import { unreadableFeed } from './feed-error.ts';
import { type FeedProduct, productRows } from './feed-product.ts';
import { merchantProducts } from './merchant-product.ts';
import { isMerchantHeader, merchantTableItems } from './merchant-table.ts';
import { merchantXmlItems } from './merchant-xml.ts';
import { fieldOf, type RawItem } from './raw-item.ts';
import { isShopifyHeader, shopifyProducts } from './shopify-table.ts';

export type FeedFormat = 'merchant-xml' | 'merchant-table' | 'shopify-table';

/** How far into a text its kind is looked for. */
const headLength = 64 * 1024;

/** Which product feed a decoded text is, by its beginning; null: none. */
export function feedFormatOf(_name: string, text: string): FeedFormat | null {
  const head = text
    .slice(0, headLength)
    .replace(/^\uFEFF/u, '')
    .trimStart();
  if (head.startsWith('<')) return isMerchantXml(head) ? 'merchant-xml' : null;
  return tableOf(head)?.format ?? null;
}

/** RSS or Atom alone is a blog: the namespace or one of its elements makes it a feed of products. */
function isMerchantXml(head: string): boolean {
  return (
    /<(?:rss|feed|channel)\b/u.test(head) &&
    /base\.google\.com\/(?:ns\/1\.0|cns\/1\.0)|<g:(?:id|title|price|link)\b/u.test(head)
  );
}

function tableOf(text: string): { readonly format: FeedFormat; readonly delimiter: string } | null {
  const [line = ''] = text.split(/\r\n?|\n/u, 1);
  for (const delimiter of [',', '\t', '|', ';']) {
    const cells = cellsOf(line, delimiter);
    if (delimiter === ',' && isShopifyHeader(cells)) return { format: 'shopify-table', delimiter };
    if (isMerchantHeader(cells)) return { format: 'merchant-table', delimiter };
  }
  return null;
}

function cellsOf(line: string, delimiter: string): readonly string[] {
  return line.length > 20_000 ? [] : (csvRecords(line, delimiter)[0]?.cells ?? []);
}

/**
 * The products of a feed as entries, each with what the feed calls it as its key. Errors: `file_unreadable` (no feed, or
 * more than one may hold; `detail.reason`), `cancelled`.
 */
export async function readFeed(name: string, text: string, signal?: AbortSignal): Promise<readonly KnowledgeFileRow[]> {
  const passTurn = async (): Promise<void> => {
    if (signal?.aborted === true) throw new AppError('cancelled', 'Reading was cancelled');
    await new Promise<void>((resolve) => setImmediate(resolve));
  };
  const { products, refused } = await contentOf(name, text.replace(/^\uFEFF/u, ''), passTurn);
  const brands = new Set(products.map(({ brand }) => brand.toLowerCase()).filter((brand) => brand !== ''));
  const rows: KnowledgeFileRow[] = [...refused];
  for (const [index, product] of products.entries()) {
    if (index % 200 === 0) await passTurn();
    rows.push(...(product.title.trim() === '' ? [untitled(product)] : productRows(product, brands.size > 1)));
  }
  if (rows.length === 0) throw unreadableFeed(name, 'no_products', 'holds no products.');
  return rows.toSorted((left, right) => left.row - right.row);
}

type FeedContent = { readonly products: readonly FeedProduct[]; readonly refused: readonly KnowledgeFileRow[] };

async function contentOf(name: string, text: string, passTurn: () => Promise<void>): Promise<FeedContent> {
  const start = text.trimStart();
  if (start.startsWith('<')) return merchantContent(await merchantXmlItems(name, start, passTurn));
  const table = tableOf(start.slice(0, headLength));
  if (table === null) throw unreadableFeed(name, 'no_products', 'is no product feed.');
  if (table.format === 'merchant-table') return merchantContent(merchantTableItems(name, start, table.delimiter));
  const { products, broken } = shopifyProducts(name, start);
  return { products, refused: broken.map(({ row, raw }) => refusedRow(row, raw, 'broken_row')) };
}

function merchantContent(items: readonly RawItem[]): FeedContent {
  const broken = items.filter(({ isBroken }) => isBroken);
  return {
    products: merchantProducts(items.filter(({ isBroken }) => !isBroken)),
    refused: broken.map((item) => refusedRow(item.row, fieldOf(item, 'title', 'id'), 'broken_row')),
  };
}

function untitled({ row, id, description }: FeedProduct): KnowledgeFileRow {
  return refusedRow(row, `${id} ${description}`, 'no_question');
}
