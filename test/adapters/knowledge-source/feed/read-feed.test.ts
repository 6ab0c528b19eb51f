import { expect, test } from 'vitest';
import { feedFormatOf, readFeed } from '#adapters/knowledge-source/feed/read-feed.ts';
import { readFile } from '#adapters/knowledge-source/read-file.ts';
import type { KnowledgeContent } from '#shared/model/knowledge.ts';
import { draftReply } from '#core/drafting/draft-reply.ts';
import { coreDesk, incoming, take, teach } from '#test/support/core-desk.ts';
import * as feeds from './feeds.ts';

async function contentsOf(text: string): Promise<readonly KnowledgeContent[]> {
  return (await readFeed('feed', text)).flatMap(({ content }) => content ?? []);
}
const valuesOf = ({ attributes }: KnowledgeContent): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
async function productNamed(text: string, title: string): Promise<KnowledgeContent> {
  const found = (await contentsOf(text)).find((one) => one.question === title && one.validity === null);
  if (found === undefined) throw new Error(`no ${title}`);
  return found;
}

test.each([
  ['merchant-xml', feeds.merchantRss],
  ['merchant-xml', `\uFEFF${feeds.merchantAtom}`],
  ['merchant-table', feeds.merchantTsv],
  ['merchant-table', feeds.merchantTsvChinese],
  ['merchant-table', feeds.merchantTsvJapanese],
  ['shopify-table', feeds.shopifyCsv],
  ['shopify-table', feeds.shopifyCsvNew],
] as const)('bug: a %s is taken for something else', (format, text) => {
  expect(feedFormatOf('export', text)).toBe(format);
});

test.each([
  '<rss version="2.0"><channel><title>Blog</title><item><title>A post</title></item></channel></rss>',
  '<html><body>id title price link</body></html>',
  'question,answer,title\nWhy?,Because.,x\n',
  'id,title,body\n1,Returns,Thirty days.\n',
  'Order,Title,Price\n1,Kettle,2\n',
  '# Title\n',
  '',
])('bug: %j is read as products', async (text) => {
  expect(feedFormatOf('x', text)).toBeNull();
});

test('bug: an attribute of a feed loses its type', async () => {
  const kettle = await productNamed(feeds.merchantRss, 'Copper Kettle 1.5 L');
  expect(kettle.answer).toBe(
    'A stove-top kettle of hammered copper.\n\nNot suitable for induction hobs. Wash by hand; do not put it in the dishwasher.',
  );
  expect(kettle).toMatchObject({ kind: 'product', language: 'en', topic: 'Kettles' });
  expect(valuesOf(kettle)).toMatchObject({
    Capacity: { type: 'quantity', amount: 1.5, unit: 'l' },
    Warranty: { type: 'quantity', amount: 5, unit: 'years' },
    'Dishwasher safe': { type: 'yesNo', isTrue: false },
    material: { type: 'text', text: 'Copper, tin-lined' },
    weight: { type: 'quantity', amount: 1.2, unit: 'kg' },
    link: { type: 'link', url: 'https://shop.example.com/copper-kettle' },
  });
});

test('bug: what a product cost the shop, its margin or its stock is knowledge', async () => {
  for (const text of [feeds.merchantRss, feeds.merchantTsv, feeds.merchantTsvChinese, feeds.shopifyCsv]) {
    const said = JSON.stringify(await contentsOf(text));
    expect(said.length).toBeGreaterThan(300);
    expect(said).not.toMatch(/\b31\b|\b18\b|margin|stock|有货|availability|SEO|Secret/iu);
  }
});

test('bug: a sale goes on after its end, or begins before its time', async () => {
  const rows = (await contentsOf(feeds.merchantRss)).filter((one) => one.question.startsWith('Copper'));
  expect(rows.map(({ validity }) => validity)).toEqual([
    null,
    { from: null, until: '2026-11-10T12:00', zone: 'UTC' },
    { from: '2026-11-10T12:00', until: '2026-11-11T16:00', zone: 'UTC' },
    { from: '2026-11-11T16:00', until: null, zone: 'UTC' },
  ]);
  const [always, before, during, after] = rows.map(valuesOf);
  expect(Object.keys(always ?? {}).filter((name) => name.includes('price'))).toEqual([]);
  expect(before).toEqual({ price: { type: 'money', amount: 89, currency: 'EUR' } });
  expect(during?.['sale price']).toEqual({ type: 'money', amount: 69, currency: 'EUR' });
  expect(after).toEqual(before);
  // One row that says what another says would be taken for the same.
  expect(new Set(rows.map((one) => one.answer)).size).toBe(4);
});

test('bug: variants of one product answer as so many products', async () => {
  const aprons = (await contentsOf(feeds.merchantRss)).filter((one) => one.question.includes('Apron'));
  expect(aprons.map((one) => one.question)).toEqual(['Linen Apron']);
  expect(valuesOf(aprons[0] as KnowledgeContent)).toMatchObject({
    color: { type: 'text', text: 'Blue, Grey' },
    size: { type: 'text', text: 'S, L' },
    material: { type: 'text', text: 'Linen' },
    price: { type: 'text', text: 'Blue / S: 35.00 EUR; Grey / L: 39.00 EUR' },
  });
});

test('bug: a product without a description is refused', async () => {
  expect((await productNamed(feeds.merchantRss, 'Gift card')).answer).toBe('Gift card');
});

test('bug: a brand is what an entry is about in a shop of one brand', async () => {
  expect((await productNamed(feeds.merchantRss, 'Linen Apron')).scope).toEqual(['Linen Apron', 'Fjord']);
  expect((await productNamed(feeds.shopifyCsv, 'Tea Tin')).scope).toEqual(['Tea Tin']);
});

test('bug: an Atom feed has no items, or another language', async () => {
  const pot = await productNamed(feeds.merchantAtom, '南部鉄器の急須 0.6L');
  expect(pot).toMatchObject({
    language: 'ja',
    answer: '直火では使えません。使用後は水気を拭き取り、乾かしてください。',
  });
  expect(valuesOf(pot)).toMatchObject({
    容量: { type: 'quantity', amount: 0.6, unit: 'リットル' },
    原産国: { type: 'text', text: '日本' },
    price: { type: 'money', amount: 12_800, currency: 'JPY' },
    link: { type: 'link', url: 'https://shop.example.jp/kyusu' },
  });
});

test('bug: headers in Chinese and Japanese name nothing', async () => {
  expect(valuesOf(await productNamed(feeds.merchantTsvChinese, '手冲细口壶 600ml'))).toMatchObject({
    material: { type: 'text', text: '304不锈钢' },
    color: { type: 'text', text: '黑色' },
    price: { type: 'money', amount: 199, currency: 'CNY' },
  });
  expect(valuesOf(await productNamed(feeds.merchantTsvJapanese, 'ドリップケトル 0.9L'))).toMatchObject({
    material: { type: 'text', text: 'ステンレス' },
    price: { type: 'money', amount: 6_600, currency: 'JPY' },
  });
});

test('bug: a table’s details and sale price are lost', async () => {
  expect(valuesOf(await productNamed(feeds.merchantTsv, 'Travel Mug 350 ml'))).toMatchObject({
    Lid: { type: 'text', text: 'Bamboo' },
    'Dishwasher safe': { type: 'yesNo', isTrue: true },
  });
  expect(valuesOf(await productNamed(feeds.merchantTsv, 'Tea Tin'))['sale price']).toEqual({
    type: 'money',
    amount: 7.5,
    currency: 'GBP',
  });
});

test('bug: rows of one handle are products of their own', async () => {
  const contents = await contentsOf(feeds.shopifyCsv);
  expect(contents.map((one) => one.question)).toEqual(['Steel Kettle', 'Tea Tin']);
  const kettle = contents[0] as KnowledgeContent;
  expect(kettle.answer).toMatch(
    /^Brushed steel, with a whistle\.\n\n *- Works on induction\n *- Descale it every month$/u,
  );
  expect(valuesOf(kettle)).toEqual({
    Material: { type: 'text', text: 'Stainless steel' },
    Warranty: { type: 'quantity', amount: 2, unit: 'years' },
    Capacity: { type: 'quantity', amount: 1, unit: 'l' },
    'Dishwasher safe': { type: 'yesNo', isTrue: true },
    'Compatible with': { type: 'text', text: 'Gas, Induction, Ceramic' },
    Color: { type: 'text', text: 'Silver, Black' },
    Size: { type: 'text', text: '1 L, 2 L' },
    'shipping weight': { type: 'quantity', amount: 900, unit: 'g' },
    price: { type: 'text', text: 'Silver / 1 L: 49.00; Black / 2 L: 59.00' },
    brand: { type: 'text', text: 'Hearth & Leaf' },
    type: { type: 'text', text: 'Kettles' },
  });
});

test('bug: the newer template is not read, nor its Chinese metafields', async () => {
  const cup = await productNamed(feeds.shopifyCsvNew, '保温杯');
  expect(cup).toMatchObject({ language: 'zh', answer: '双层真空，可保温十二小时。\n\n不可放入微波炉。' });
  expect(valuesOf(cup)).toMatchObject({
    材质: { type: 'text', text: '316不锈钢' },
    保修: { type: 'quantity', amount: 1, unit: '年' },
    容量: { type: 'quantity', amount: 500, unit: 'ml' },
    颜色: { type: 'text', text: '白色, 墨绿' },
  });
});

test('bug: a product that was renamed is another one at the next reading', async () => {
  const keys = (await readFeed('feed', feeds.merchantRss)).map(({ key }) => key);
  expect(keys).toEqual(['KT-15', 'KT-15#1', 'KT-15#2', 'KT-15#3', 'TS', 'NO-TEXT']);
});

test('bug: a feed that an owner brings is read as a table, a page or not at all', async () => {
  for (const [name, text] of [
    ['feed.xml', feeds.merchantRss],
    ['feed.txt', feeds.merchantTsv],
    ['products_export.csv', feeds.shopifyCsv],
  ] as const) {
    const file = await readFile(name, Buffer.from(text));
    expect(file.format).toBe('feed');
    expect(file.rows.every(({ content }) => content === null || content.kind === 'product')).toBe(true);
  }
});

test('bug: what a feed says of a sale is told at other times, and what it says of stock at any', async () => {
  const desk = coreDesk();
  for (const { question, answer, ...over } of await contentsOf(feeds.merchantRss))
    await teach(desk, question, answer, over);
  const told = async (text: string): Promise<string> => {
    const mail = incoming({
      text,
      subject: '',
      customerAddress: `${Math.random()}@example.com`,
      sentAt: desk.time.now,
    });
    const draft = await draftReply(desk.deps, { conversationId: take(desk, mail).id });
    return draft.sentences
      .filter(({ part }) => part === 'answer')
      .map((one) => one.text)
      .join(' ');
  };
  expect(await told('How much is the copper kettle?')).toBe('The Copper Kettle 1.5 L costs €89.00.');
  desk.time.now = Date.parse('2026-11-10T20:00+08:00');
  expect(await told('How much is the copper kettle?')).toBe('The Copper Kettle 1.5 L costs €69.00 instead of €89.00.');
  desk.time.now = Date.parse('2026-11-12T00:00+08:00');
  expect(await told('How much is the copper kettle?')).toBe('The Copper Kettle 1.5 L costs €89.00.');
  expect(await told('How long is the warranty on the copper kettle?')).toMatch(/5 years/u);
  expect(await told('Is the copper kettle in stock?')).toBe('');
});
