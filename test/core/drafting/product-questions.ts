import type { KnowledgeContent } from '#shared/model/knowledge.ts';
import type { AttributeValue, ProductAttribute } from '#shared/model/product-attribute.ts';
import type { ReplyLanguage } from '#shared/model/basics.ts';

/*
 * Thirty questions about the products below, written before there was anything to answer them with. `tells` is what a
 * right answer holds; null: nothing of the product answers it, so that nothing of it may be said.
 */

const text = (name: string, value: string): ProductAttribute => ({ name, value: { type: 'text', text: value } });
const amount = (name: string, number: number, unit: string): ProductAttribute => ({
  name,
  value: { type: 'quantity', amount: number, unit },
});
const flag = (name: string, isTrue: boolean): ProductAttribute => ({ name, value: { type: 'yesNo', isTrue } });
const typed = (name: string, value: AttributeValue): ProductAttribute => ({ name, value });

const product = (
  language: ReplyLanguage,
  question: string,
  answer: string,
  attributes: ProductAttribute[],
): KnowledgeContent => ({
  kind: 'product',
  question,
  answer,
  topic: null,
  scope: [question],
  language,
  channels: [],
  attributes,
  validity: null,
  overlaysEntryId: null,
});

/** What `questions` are about. */
export const products: readonly KnowledgeContent[] = [
  product(
    'en',
    'Copper Kettle 1.5 L',
    'A stove-top kettle of hammered copper. The spout pours without dripping. Not suitable for induction hobs.',
    [
      amount('Capacity', 1.5, 'l'),
      amount('Warranty', 5, 'years'),
      flag('Dishwasher safe', false),
      text('material', 'copper, tin-lined'),
      amount('weight', 1.2, 'kg'),
      amount('height', 24, 'cm'),
      text('country of origin', 'Portugal'),
      typed('price', { type: 'money', amount: 89, currency: 'EUR' }),
      text('color', 'Copper'),
    ],
  ),
  product('en', 'Linen Apron', 'A linen apron with two pockets. Machine wash at 40 °C, iron while damp.', [
    text('color', 'Blue, Grey'),
    text('size', 'S, M, L'),
    text('material', '100% linen'),
    typed('price', { type: 'text', text: 'Blue: 35.00 EUR; Grey: 39.00 EUR' }),
  ]),
  product('en', 'Travel Mug 350 ml', 'Keeps drinks hot for six hours. The lid is leakproof.', [
    text('Compatible with', 'car cup holders up to 75 mm'),
    flag('Dishwasher safe', true),
    typed('price', { type: 'money', amount: 24.9, currency: 'GBP' }),
    typed('sale price', { type: 'money', amount: 19.9, currency: 'GBP' }),
  ]),
  product('zh', '手冲细口壶 600ml', '细长壶嘴，水流稳定。不可用于电磁炉。请勿放入洗碗机清洗。', [
    text('材质', '304不锈钢'),
    amount('容量', 600, 'ml'),
    amount('保修期', 1, '年'),
    text('颜色', '黑色, 白色'),
    typed('价格', { type: 'money', amount: 199, currency: 'CNY' }),
  ]),
  product('zh', '真空保温杯', '双层真空，可保温十二小时。不可放入微波炉。', [
    text('材质', '316不锈钢'),
    amount('重量', 320, '克'),
    text('产地', '浙江'),
    text('尺寸', '高 22 厘米，直径 7 厘米'),
  ]),
  product(
    'ja',
    '南部鉄器の急須',
    '内側はホーロー加工です。直火では使えません。使用後は水気を拭き取り、乾かしてください。',
    [
      text('素材', '鋳鉄'),
      amount('容量', 0.6, 'リットル'),
      text('原産国', '日本'),
      amount('重量', 1.4, 'kg'),
      typed('価格', { type: 'money', amount: 12_800, currency: 'JPY' }),
    ],
  ),
  product('ja', 'ドリップケトル', '細口で注ぎやすいケトルです。ガス火とIHに対応しています。', [
    text('カラー', 'ホワイト, ブラック'),
    amount('保証期間', 2, '年間'),
    flag('食洗機対応', false),
    text('サイズ', '幅28cm × 高さ20cm'),
  ]),
];

export type ProductQuestion = {
  readonly language: ReplyLanguage;
  readonly ask: string;
  /** Of which product, by the beginning of its title. */
  readonly of: string;
  readonly tells: string | null;
};

export const questions: readonly ProductQuestion[] = [
  { language: 'en', ask: 'What is the Copper Kettle made of?', of: 'Copper', tells: 'copper, tin-lined' },
  { language: 'en', ask: 'How much water does the copper kettle hold?', of: 'Copper', tells: '1.5 l' },
  { language: 'en', ask: 'Can I put the copper kettle in the dishwasher?', of: 'Copper', tells: 'not dishwasher safe' },
  {
    language: 'en',
    ask: 'Does the copper kettle work on an induction hob?',
    of: 'Copper',
    tells: 'Not suitable for induction',
  },
  { language: 'en', ask: 'How long is the guarantee on the copper kettle?', of: 'Copper', tells: '5 years' },
  { language: 'en', ask: 'Which colours does the linen apron come in?', of: 'Linen', tells: 'Blue, Grey' },
  { language: 'en', ask: 'How should I wash the linen apron?', of: 'Linen', tells: 'Machine wash at 40 °C' },
  { language: 'en', ask: 'How much is the travel mug?', of: 'Travel', tells: '19.90' },
  { language: 'en', ask: 'Is the lid of the travel mug leakproof?', of: 'Travel', tells: 'The lid is leakproof' },
  { language: 'en', ask: 'Is the linen apron in stock?', of: 'Linen', tells: null },
  { language: 'en', ask: 'Can I return the copper kettle if I do not like it?', of: 'Copper', tells: null },
  { language: 'en', ask: 'How heavy is the travel mug?', of: 'Travel', tells: null },
  { language: 'en', ask: 'How long does delivery of the travel mug take?', of: 'Travel', tells: null },
  { language: 'zh', ask: '手冲细口壶是什么材质的？', of: '手冲', tells: '304不锈钢' },
  { language: 'zh', ask: '手冲细口壶能装多少水？', of: '手冲', tells: '600 ml' },
  { language: 'zh', ask: '手冲细口壶可以用电磁炉吗？', of: '手冲', tells: '不可用于电磁炉' },
  { language: 'zh', ask: '手冲细口壶保修多久？', of: '手冲', tells: '1 年' },
  { language: 'zh', ask: '真空保温杯有多重？', of: '真空', tells: '320 克' },
  { language: 'zh', ask: '真空保温杯是哪里生产的？', of: '真空', tells: '浙江' },
  { language: 'zh', ask: '真空保温杯什么时候发货？', of: '真空', tells: null },
  { language: 'zh', ask: '真空保温杯有什么颜色？', of: '真空', tells: null },
  { language: 'zh', ask: '手冲细口壶现在有货吗？', of: '手冲', tells: null },
  { language: 'ja', ask: '南部鉄器の急須の素材は何ですか？', of: '南部', tells: '鋳鉄' },
  { language: 'ja', ask: '南部鉄器の急須は直火で使えますか？', of: '南部', tells: '直火では使えません' },
  { language: 'ja', ask: '南部鉄器の急須のお手入れ方法を教えてください。', of: '南部', tells: '水気を拭き取り' },
  { language: 'ja', ask: 'ドリップケトルの色は何色がありますか？', of: 'ドリップ', tells: 'ホワイト' },
  { language: 'ja', ask: 'ドリップケトルの保証期間はどのくらいですか？', of: 'ドリップ', tells: '2年間' },
  { language: 'ja', ask: 'ドリップケトルは食洗機で洗えますか？', of: 'ドリップ', tells: '対応していません' },
  { language: 'ja', ask: 'ドリップケトルの容量を教えてください。', of: 'ドリップ', tells: null },
  { language: 'ja', ask: 'ドリップケトルは返品できますか？', of: 'ドリップ', tells: null },
];

/** Other things in one shop, alike enough to be taken for each other, for `laterQuestions`. */
export const laterProducts: readonly KnowledgeContent[] = [
  product(
    'en',
    'Oslo Rain Jacket',
    'A light rain jacket with taped seams and a hood that rolls away. Runs small: order one size up. Made in a family workshop.',
    [
      text('color', 'Navy, Moss'),
      text('size', 'XS, S, M, L, XL'),
      text('material', 'recycled polyester'),
      flag('Waterproof', true),
      text('Care', 'machine wash at 30 °C, do not tumble dry'),
      typed('price', { type: 'money', amount: 149, currency: 'EUR' }),
    ],
  ),
  product('en', 'Oslo Rain Trousers', 'Rain trousers with a zip along the leg, cut to be worn over jeans.', [
    text('color', 'Black'),
    text('material', 'recycled polyester'),
    amount('weight', 310, 'g'),
    typed('price', { type: 'money', amount: 99, currency: 'EUR' }),
  ]),
  product(
    'en',
    'Beam Headlamp',
    'A headlamp with a red light for the night. Charges by USB-C in three hours. The strap can be washed.',
    [
      amount('Battery life', 40, 'hours'),
      amount('Brightness', 400, 'lumens'),
      amount('Weight', 85, 'g'),
      text('Warranty', '3 years'),
      text('In the box', 'headlamp, strap, USB-C cable'),
      text('country of origin', 'Taiwan'),
    ],
  ),
  product('zh', '羊绒围巾', '内蒙古山羊绒，手感柔软，不起球。请用冷水手洗，平铺晾干。', [
    text('材质', '100%山羊绒'),
    text('尺寸', '200cm × 70cm'),
    text('颜色', '驼色, 灰色, 酒红'),
    amount('重量', 180, 'g'),
    typed('价格', { type: 'money', amount: 599, currency: 'CNY' }),
  ]),
  product('zh', '便携榨汁杯', '一次充电可榨十五杯。刀头为六叶不锈钢。杯身可水洗，底座不可浸水。', [
    amount('容量', 350, 'ml'),
    amount('功率', 80, 'W'),
    text('充电方式', 'USB-C'),
    text('包装清单', '榨汁杯、充电线、清洁刷'),
    text('质保', '整机一年'),
  ]),
  product('ja', '今治タオル', '吸水性がよく、毛羽落ちが少ないタオルです。柔軟剤は使わずに洗ってください。', [
    text('素材', '綿100%'),
    text('サイズ', '34cm × 80cm'),
    text('カラー', '白, 紺, 生成り'),
    text('原産国', '日本（愛媛県）'),
  ]),
  product(
    'ja',
    '檜のまな板',
    '抗菌性の高い国産の檜を使っています。食器洗い乾燥機には対応していません。使った後は立てて乾かしてください。',
    [
      text('サイズ', '幅36cm × 奥行22cm × 厚さ2cm'),
      amount('重量', 850, 'g'),
      typed('価格', { type: 'money', amount: 4_400, currency: 'JPY' }),
    ],
  ),
];

/** Thirty more, written when the first thirty were answered; nothing was changed for them. */
export const laterQuestions: readonly ProductQuestion[] = [
  { language: 'en', ask: 'Hi, is the Oslo rain jacket really waterproof?', of: 'Oslo Rain J', tells: 'is waterproof' },
  {
    language: 'en',
    ask: 'What fabric is used for the Oslo rain jacket?',
    of: 'Oslo Rain J',
    tells: 'recycled polyester',
  },
  {
    language: 'en',
    ask: 'I am usually a medium - does the Oslo Rain Jacket run small?',
    of: 'Oslo Rain J',
    tells: 'Runs small',
  },
  { language: 'en', ask: 'Can I tumble dry the Oslo rain jacket?', of: 'Oslo Rain J', tells: 'do not tumble dry' },
  { language: 'en', ask: 'How much do the Oslo rain trousers cost?', of: 'Oslo Rain T', tells: '99.00' },
  { language: 'en', ask: 'How much do the Oslo rain trousers weigh?', of: 'Oslo Rain T', tells: '310 g' },
  { language: 'en', ask: 'How long does the battery of the Beam headlamp last?', of: 'Beam', tells: '40 hours' },
  { language: 'en', ask: 'How bright is the beam headlamp?', of: 'Beam', tells: '400' },
  { language: 'en', ask: 'What comes in the box with the Beam headlamp?', of: 'Beam', tells: 'USB-C cable' },
  { language: 'en', ask: 'Where is the Beam headlamp made?', of: 'Beam', tells: 'Taiwan' },
  { language: 'en', ask: 'My Beam headlamp stopped working after a week, what now?', of: 'Beam', tells: null },
  { language: 'en', ask: 'Do you ship the Oslo rain jacket to Canada?', of: 'Oslo Rain J', tells: null },
  { language: 'en', ask: 'Which colours do you have in Oslo rain wear?', of: 'Oslo', tells: null },
  { language: 'zh', ask: '羊绒围巾会起球吗？', of: '羊绒', tells: '不起球' },
  { language: 'zh', ask: '请问羊绒围巾可以机洗吗？', of: '羊绒', tells: '冷水手洗' },
  { language: 'zh', ask: '羊绒围巾有几种颜色可以选？', of: '羊绒', tells: '驼色' },
  { language: 'zh', ask: '羊绒围巾多长多宽？', of: '羊绒', tells: '200cm' },
  { language: 'zh', ask: '便携榨汁杯一次能榨多少毫升？', of: '便携', tells: '350' },
  { language: 'zh', ask: '便携榨汁杯怎么充电？', of: '便携', tells: 'USB-C' },
  { language: 'zh', ask: '便携榨汁杯的刀头是什么材料的？', of: '便携', tells: '不锈钢' },
  { language: 'zh', ask: '便携榨汁杯坏了怎么办？', of: '便携', tells: null },
  { language: 'zh', ask: '羊绒围巾买两条有优惠吗？', of: '羊绒', tells: null },
  { language: 'ja', ask: '今治タオルの大きさはどれくらいですか？', of: '今治', tells: '34cm' },
  { language: 'ja', ask: '今治タオルに柔軟剤を使ってもいいですか？', of: '今治', tells: '柔軟剤は使わず' },
  { language: 'ja', ask: '今治タオルは日本製ですか？', of: '今治', tells: '愛媛' },
  { language: 'ja', ask: '檜のまな板は食洗機に入れられますか？', of: '檜', tells: '対応していません' },
  { language: 'ja', ask: '檜のまな板の厚さを教えてください。', of: '檜', tells: '厚さ2cm' },
  { language: 'ja', ask: '檜のまな板はいくらですか？', of: '檜', tells: '4,400' },
  { language: 'ja', ask: '檜のまな板に名入れはできますか？', of: '檜', tells: null },
  { language: 'ja', ask: '今治タオルの在庫はありますか？', of: '今治', tells: null },
];
