import type { ProductAttribute } from '#shared/model/product-attribute.ts';
import { attributeOf } from './attribute-value.ts';
import { distinctAttributes, type FeedProduct } from './feed-product.ts';
import { fieldOf, type RawItem } from './raw-item.ts';
import { saleWindow } from './sale-window.ts';

/**
 * What says nothing of the product itself: names of pictures and campaigns, what it cost the shop, what holds for parcels,
 * and stock, which is old as soon as it is read.
 */
const passedOver =
  /^(?:id|title|structured_title|short_title|description|structured_description|link|mobile_link|canonical_link|.*image.*|virtual_model_link|video_link|availability.*|.*quantity.*|inventory|stock|expiration_date|disclosure_date|custom_(?:label|number)_.*|ads_.*|adwords_.*|display_ads_.*|cost_of_goods_sold|auto_pricing_.*|maximum_retail_price|promotion_id|(?:excluded|included)_.*|shopping_ads_.*|shipping|shipping_(?:label|length|width|height|.*days|.*time)|carrier_shipping|ships_from.*|free_shipping.*|tax.*|.*handling_time.*|transit_time.*|google_product_category|product_type|external_seller_id|pause|item_group_id|identifier_exists|brand|price|sale_price.*|installment|subscription.*|loyalty.*|adult|is_bundle|size_(?:type|system)|unit_pricing.*|product_highlight|sell_on_.*|pickup.*|return_.*|certification|question_and_answer|popularity.*|updated|published|author|content|summary|guid|pubdate|category|comments|source|enclosure|related_.*|document_link|consumer_notice|.*_template|local_.*|instore_.*)$/u;

/** Things of which each variant has its own. */
const variantFields = ['color', 'size', 'material', 'pattern', 'age_group', 'gender'] as const;

/** The products of a Merchant feed: items of one group are variants of one. */
export function merchantProducts(items: readonly RawItem[]): readonly FeedProduct[] {
  const groups = Map.groupBy(items, (item) => fieldOf(item, 'item_group_id') || `item ${item.row}`);
  return [...groups.values()].map(productOf);
}

function productOf(items: readonly RawItem[]): FeedProduct {
  const [first] = items as readonly [RawItem, ...RawItem[]];
  const isGroup = items.length > 1;
  const dated = items.map((item) => ({ item, window: saleWindow(fieldOf(item, 'sale_price_effective_date')) }));
  const windows = [...new Set(dated.map(({ window }) => JSON.stringify(window)))];
  // Variants on sale at different times have no one window: then only the regular price is known for sure.
  const window = windows.length === 1 ? (dated[0]?.window ?? null) : null;
  const hasWindows = dated.some((one) => one.window !== null);
  const regular = pricesOf(items, 'price');
  const reduced = pricesOf(items, 'sale_price');
  const isDated = window !== null && reduced.length > 0;
  const lasting = isDated ? [] : hasWindows ? regular : [...regular, ...reduced];
  return {
    row: first.row,
    id: isGroup ? fieldOf(first, 'item_group_id') : fieldOf(first, 'id') || fieldOf(first, 'link', 'guid'),
    title: isGroup ? commonTitle(items) : fieldOf(first, 'title', 'structured_title'),
    description: descriptionOf(first),
    brand: fieldOf(first, 'brand'),
    topic:
      fieldOf(first, 'product_type')
        .split(/\s*>\s*/u)
        .at(-1) ?? '',
    attributes: distinctAttributes([...attributesOf(items), ...lasting]),
    pricePeriods: isDated
      ? [
          { validity: { ...window, until: window.from, from: null }, prices: regular },
          { validity: window, prices: [...regular, ...reduced] },
          { validity: { ...window, from: window.until, until: null }, prices: regular },
        ].filter(({ validity, prices }) => (validity.from ?? validity.until) !== null && prices.length > 0)
      : [],
  };
}

function descriptionOf(item: RawItem): string {
  const text = fieldOf(item, 'description', 'structured_description', 'content', 'summary');
  const highlights = (item.fields.get('product_highlight') ?? []).map((one) => one.trim()).filter((one) => one !== '');
  return [text, ...highlights.slice(0, 20).map((one) => `- ${one}`)].join('\n').trim();
}

function attributesOf(items: readonly RawItem[]): ReadonlyArray<ProductAttribute | null> {
  const [first] = items as readonly [RawItem, ...RawItem[]];
  const isGroup = items.length > 1;
  const names = [...new Set(items.flatMap((item) => [...item.fields.keys()]))].filter((name) => !passedOver.test(name));
  const plain = names.map((name) => {
    const values = [...new Set(items.map((item) => fieldOf(item, name)).filter((value) => value !== ''))];
    const isVariant = (variantFields as readonly string[]).includes(name);
    // What differs between variants is true of none of the others, unless it is a list of what there is.
    return values.length > 1 && !isVariant ? null : attributeOf(shownName(name), values.join(', '));
  });
  const details = isGroup
    ? first.details.filter((one) => items.every((item) => item.details.some((other) => isSame(one, other))))
    : first.details;
  return [
    ...details.map(({ name, text }) => attributeOf(name, text)),
    ...plain,
    attributeOf('brand', fieldOf(first, 'brand')),
    attributeOf('link', fieldOf(first, 'link')),
  ];
}

function isSame(one: RawItem['details'][number], other: RawItem['details'][number]): boolean {
  return one.name === other.name && one.text === other.text;
}

/** "shipping_weight" as a person writes it. */
function shownName(field: string): string {
  return field.replace(/^product_/u, '').replaceAll('_', ' ');
}

/** One price for all, or each variant's own in one line. */
function pricesOf(items: readonly RawItem[], field: 'price' | 'sale_price'): readonly ProductAttribute[] {
  const name = field === 'price' ? 'price' : 'sale price';
  const priced = items
    .map((item) => ({ item, text: fieldOf(item, field) || fieldOf(item, 'price') }))
    .filter(({ text }) => text !== '' && (field === 'price' || items.some((one) => fieldOf(one, field) !== '')));
  const values = new Set(priced.map(({ text }) => text));
  const shared = values.size === 1 ? attributeOf(name, priced[0]?.text ?? '') : null;
  if (shared !== null) return [shared];
  const differing = variantFields.filter((one) => new Set(items.map((item) => fieldOf(item, one))).size > 1);
  const lines = priced.map(({ item, text }) => `${variantName(item, differing)}: ${text}`);
  const joined = values.size === 0 ? null : attributeOf(name, lines.join('; '));
  return joined === null ? [] : [joined];
}

function variantName(item: RawItem, differing: readonly string[]): string {
  const names = differing.map((field) => fieldOf(item, field)).filter((value) => value !== '');
  return names.length > 0 ? names.join(' / ') : fieldOf(item, 'title');
}

/** What the titles of variants begin with, without what names the variant. */
function commonTitle(items: readonly RawItem[]): string {
  const titles = items.map((item) => fieldOf(item, 'title', 'structured_title')).filter((title) => title !== '');
  const [first = '', ...others] = titles;
  let length = first.length;
  for (const other of others) {
    let shared = 0;
    while (shared < Math.min(length, other.length) && first.charAt(shared) === other.charAt(shared)) shared++;
    length = shared;
  }
  const isWhole = length === first.length || /[\s,(（/|–—-]/u.test(first.charAt(length) + first.charAt(length - 1));
  const cut = first.slice(0, length);
  const common = (isWhole ? cut : cut.replace(/[^\s,(（/|–—-]+$/u, ''))
    .replace(/[\s,(（/|–—:：-]+$/u, '')
    .toWellFormed();
  // Scripts without spaces have no word to cut at; a common beginning of a character or two is no title.
  const enough =
    [...common].length >= 3 ? common : /[\p{Script=Han}\p{Script=Katakana}]/u.test(first) ? cut.trim() : '';
  return [...enough].length >= 3 ? enough : first;
}
