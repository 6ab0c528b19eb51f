import type { ProductAttribute } from '#shared/model/product-attribute.ts';
import { type CsvRecord, csvRecords } from '../csv-records.ts';
import { attributeOf } from './attribute-value.ts';
import { unreadableFeed } from './feed-error.ts';
import { distinctAttributes, type FeedProduct } from './feed-product.ts';
import { longestField, mostItems } from './raw-item.ts';

/** A column by one name, whichever of Shopify's own headers it bears; metafields keep the name the shop gave them. */
type Column = { readonly field: string; readonly metafield: string | null };

/** Older exports and the newer template name the same columns differently; some shops keep translated ones. */
const fieldNames: Readonly<Record<string, string>> = {
  handle: 'handle|url handle|ハンドル|句柄',
  title: 'title|タイトル|商品名|标题|標題|商品名称',
  body: 'body (html)|body html|body|description|説明|本文 (html)|正文 (html)|描述',
  vendor: 'vendor|販売元|厂商|供应商',
  type: 'type|タイプ|商品タイプ|类型',
  status: 'status|ステータス|状态',
  published: 'published|published on online store|公開|发布',
  price: 'variant price|price|価格|价格',
  sku: 'variant sku|sku',
  barcode: 'variant barcode|barcode',
  grams: 'variant grams|weight value (grams)',
  giftCard: 'gift card',
};
const fieldOfName: ReadonlyMap<string, string> = new Map(
  Object.entries(fieldNames).flatMap(([field, names]) => names.split('|').map((name) => [name, field] as const)),
);
const optionColumn = /^option([123]) (name|value)$/u;
/** "Material (product.metafields.custom.material)"; "Metafield: custom.material [single_line_text_field]" of other exporters. */
const metafieldColumn = /^(?<name>.{0,200}?)\s*\((?:product|variant)\.metafields\.[\w-]+\.(?<key>[\w-]+)\)$/iu;
const foreignMetafieldColumn = /^metafield:\s*[\w-]+\.(?<key>[\w-]+)(?:\s*\[[\w.]+\])?$/iu;
/** Fields of a shop's own books, of search engines and of other programs. */
const passedOverMetafield =
  /^(?:mm-google-shopping|seo|.*(?:_tag|hidden|reviews?|rating|rating_count|related.*|complementary.*))$/iu;

function columnOf(header: string): Column {
  const written = header
    .normalize('NFKC')
    .replace(/\uFEFF/gu, '')
    .trim();
  const plain = written.toLowerCase().replace(/\s+/gu, ' ');
  const named = metafieldColumn.exec(written)?.groups ?? foreignMetafieldColumn.exec(written)?.groups;
  if (named !== undefined) {
    const { name = '', key = '' } = named;
    return { field: 'metafield', metafield: passedOverMetafield.test(key) ? null : name || key.replace(/[_-]/gu, ' ') };
  }
  return { field: fieldOfName.get(plain) ?? (optionColumn.test(plain) ? plain : ''), metafield: null };
}

/** Whether the first row of a table is that of Shopify's products. */
export function isShopifyHeader(cells: readonly string[]): boolean {
  const fields = new Set(cells.map((cell) => columnOf(cell).field));
  const others = ['body', 'vendor', 'price', 'sku', 'option1 name', 'option1 value', 'status', 'published'];
  return fields.has('handle') && fields.has('title') && others.filter((field) => fields.has(field)).length >= 3;
}

/** What one row of the table says. */
type Row = {
  readonly row: number;
  readonly cell: (field: string) => string;
  readonly metafields: readonly { readonly name: string; readonly text: string }[];
  readonly isBroken: boolean;
};

/** The products of Shopify's products export; rows of one handle are one. Unpublished ones are passed over. Errors: `file_unreadable`. */
export function shopifyProducts(
  name: string,
  text: string,
): { readonly products: readonly FeedProduct[]; readonly broken: readonly CsvRecord[] } {
  const [header, ...records] = csvRecords(text.replace(/\r\n?/gu, '\n'), ',').filter(
    ({ cells }) => cells === null || cells.some((cell) => cell.trim() !== ''),
  );
  if (records.length > mostItems) throw unreadableFeed(name, 'too_many', 'holds too many products.');
  const columns = (header?.cells ?? []).map(columnOf);
  const rows = records.map((record) => ({ ...rowOf(record, columns), record }));
  const broken = rows.filter(({ isBroken }) => isBroken).map(({ record }) => record);
  let last = '';
  const groups = Map.groupBy(
    rows.filter(({ isBroken }) => !isBroken),
    ({ cell }) => (last = cell('handle') || last),
  );
  return { products: [...groups].flatMap(([handle, group]) => productOf(handle, group) ?? []), broken };
}

function rowOf({ row, cells }: CsvRecord, columns: readonly Column[]): Row {
  const values = cells ?? [];
  const isBroken =
    cells === null ||
    values.some((value) => value.length > longestField) ||
    values.slice(columns.length).some((value) => value.trim() !== '');
  return {
    row,
    isBroken,
    cell: (field) => values[columns.findIndex((column) => column.field === field)]?.trim() ?? '',
    metafields: columns.flatMap(({ metafield }, index) => {
      const text = values[index]?.trim() ?? '';
      return metafield === null || text === '' ? [] : [{ name: metafield, text }];
    }),
  };
}

function productOf(handle: string, rows: readonly Row[]): FeedProduct | null {
  const first = rows.find(({ cell }) => cell('title') !== '') ?? rows[0];
  if (first === undefined || isHidden(first)) return null;
  const { cell } = first;
  const metafields = rows.flatMap((row) => row.metafields).map(({ name, text }) => attributeOf(name, listed(text)));
  return {
    row: first.row,
    id: handle,
    title: cell('title') || handle.replaceAll('-', ' '),
    description: cell('body'),
    brand: cell('vendor'),
    topic: cell('type'),
    attributes: distinctAttributes([
      ...metafields,
      ...optionsOf(rows, first),
      ...weightOf(rows),
      ...pricesOf(rows),
      attributeOf('brand', cell('vendor')),
      attributeOf('type', cell('type')),
    ]),
    pricePeriods: [],
  };
}

function isHidden({ cell }: Row): boolean {
  return (
    /^(?:draft|archived|下書き|アーカイブ済み|草稿|已存档)$/iu.test(cell('status')) ||
    /^false$/iu.test(cell('published'))
  );
}

/** A list of values comes with semicolons, or as JSON. */
function listed(text: string): string {
  return text.startsWith('[') || !text.includes('; ')
    ? text
    : text
        .split(/;\s*/u)
        .filter((one) => one !== '')
        .join(', ');
}

const optionNumbers = [1, 2, 3] as const;

function optionsOf(rows: readonly Row[], first: Row): ReadonlyArray<ProductAttribute | null> {
  return optionNumbers.map((number) => {
    const name = first.cell(`option${number} name`);
    const values = [...new Set(rows.map(({ cell }) => cell(`option${number} value`)).filter((value) => value !== ''))];
    // The one variant of a product that has no options is called so.
    return name === '' || /^title$/iu.test(name) ? null : attributeOf(name, values.join(', '));
  });
}

function variantName({ cell }: Row): string {
  return optionNumbers
    .map((number) => cell(`option${number} value`))
    .filter((value) => value !== '' && !/^default title$/iu.test(value))
    .join(' / ');
}

function weightOf(rows: readonly Row[]): ReadonlyArray<ProductAttribute | null> {
  const weights = [...new Set(rows.map(({ cell }) => Number(cell('grams'))).filter((grams) => grams > 0))];
  const [grams] = weights;
  // It is what the parcel is reckoned with; variants of different weight have no one weight.
  return grams === undefined || weights.length > 1 ? [] : [attributeOf('shipping weight', `${grams} g`)];
}

/** The export names no currency: its prices are kept to look at, and are no money that a reply could name. */
function pricesOf(rows: readonly Row[]): ReadonlyArray<ProductAttribute | null> {
  const priced = rows.map((row) => ({ row, price: row.cell('price') })).filter(({ price }) => price !== '');
  const values = new Set(priced.map(({ price }) => price));
  if (values.size <= 1) return [attributeOf('price', [...values][0] ?? '')];
  return [attributeOf('price', priced.map(({ row, price }) => `${variantName(row)}: ${price}`).join('; '))];
}
