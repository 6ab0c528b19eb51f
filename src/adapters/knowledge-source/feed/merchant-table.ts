import { csvRecords } from '../csv-records.ts';
import { unreadableFeed } from './feed-error.ts';
import { longestField, mostItems, type RawItem } from './raw-item.ts';

/** Headers that Merchant Center writes and takes in Chinese and Japanese, beside its own names. */
const localNames: Readonly<Record<string, string>> = {
  id: '商品id 商品编号 商品編號 产品id 商品コード 识别码',
  title: '标题 標題 商品标题 商品名称 产品名称 商品名 タイトル',
  description: '说明 說明 描述 商品说明 商品描述 产品说明 产品描述 商品説明 説明',
  link: '链接 連結 商品链接 产品链接 商品リンク リンク 商品ページurl',
  image_link: '图片链接 圖片連結 商品图片链接 商品画像リンク 画像リンク',
  availability: '库存状况 供貨情形 库存情况 库存状态 在庫状況 在庫',
  price: '价格 價格 售价 価格 販売価格',
  sale_price: '促销价 促銷價 特价 特價 折扣价 セール価格',
  sale_price_effective_date: '促销价有效期 促销价格有效期 セール価格有効期間',
  brand: '品牌 ブランド',
  condition: '状况 商品状况 商品状態 状態',
  color: '颜色 顏色 色 カラー',
  size: '尺码 尺寸 サイズ',
  material: '材质 材質 材料 素材',
  pattern: '图案 圖案 柄',
  item_group_id: '商品组id 商品組id 商品グループid',
  product_type: '商品类型 商品類型 商品カテゴリ',
};

const nameOf: ReadonlyMap<string, string> = new Map(
  Object.entries(localNames).flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)),
);

/** "Sale Price", "sale price [sale_price]" and "セール価格" are one field. */
export function merchantField(header: string): string {
  const plain = header
    .normalize('NFKC')
    .replace(/\uFEFF/gu, '')
    .trim()
    .toLowerCase();
  const bracketed = /\[([a-z_ ]+)\]$/u.exec(plain)?.[1] ?? plain;
  const bare = bracketed.replace(/^g:/u, '').replace(/\s+/gu, ' ');
  return nameOf.get(bare.replaceAll(' ', '')) ?? bare.replaceAll(' ', '_');
}

/** Whether the first row of a table is that of a Merchant feed. */
export function isMerchantHeader(cells: readonly string[]): boolean {
  const names = new Set(cells.map(merchantField));
  const others = ['description', 'link', 'image_link', 'availability', 'price', 'brand', 'gtin'];
  return names.has('id') && names.has('title') && others.filter((name) => names.has(name)).length >= 3;
}

/** The items of a Merchant table. Fields it repeats are values of one. Errors: `file_unreadable`. */
export function merchantTableItems(name: string, text: string, delimiter: string): readonly RawItem[] {
  const [header, ...records] = csvRecords(text.replace(/\r\n?/gu, '\n'), delimiter).filter(
    ({ cells }) => cells === null || cells.some((cell) => cell.trim() !== ''),
  );
  if (records.length > mostItems) throw unreadableFeed(name, 'too_many', 'holds too many products.');
  const names = (header?.cells ?? []).map((cell) => ({ field: merchantField(cell), written: cell.trim() }));
  return records.map(({ row, cells }) => {
    const fields = new Map<string, string[]>();
    const details: { name: string; text: string }[] = [];
    for (const [index, cell] of (cells ?? []).entries()) {
      const column = names[index];
      if (column === undefined || column.field === '' || cell.trim() === '') continue;
      if (column.field === 'product_detail') details.push(...detailsIn(cell));
      else fields.set(column.field, [...(fields.get(column.field) ?? []), cell]);
    }
    const isLong = [...fields.values()].some((values) => values.some((value) => value.length > longestField));
    const isWide = (cells?.slice(names.length) ?? []).some((cell) => cell.trim() !== '');
    return { row, fields, details, isBroken: cells === null || isLong || isWide };
  });
}

/** "Section:Name:Value, Section:Name:Value", as a table writes what has parts. */
function detailsIn(cell: string): readonly { readonly name: string; readonly text: string }[] {
  return cell
    .slice(0, longestField)
    .split(/,(?=[^,:]*:[^,:]*:)/u)
    .slice(0, 200)
    .flatMap((one) => {
      const [, name, ...rest] = one.split(':');
      const text = rest.join(':').trim();
      return name === undefined || name.trim() === '' || text === '' ? [] : [{ name: name.trim(), text }];
    });
}
