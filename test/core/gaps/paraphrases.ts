import type { Language } from '#shared/model/basics.ts';

/** One question as several customers ask it. */
export type ParaphraseGroup = { readonly language: Language; readonly asked: readonly string[] };

/*
 * Written before the grouping was, and not changed since. Neighbours are close on purpose: who pays for a return and how
 * long one may return are two questions. Groups at even places were looked at while the grouping was made, those at odd
 * places only measured.
 */
const english: readonly (readonly string[])[] = [
  [
    'Can I use the kettle on an induction hob?',
    'Does this work on induction?',
    'Is the kettle suitable for induction cookers?',
    'Will it heat on an induction stove or only on gas?',
    'induction compatible?',
  ],
  [
    'How do I get rid of limescale inside the kettle?',
    'What is the best way to descale it?',
    'There is white scale at the bottom, how can I remove it?',
    'Can I descale the kettle with vinegar?',
    'How often should the kettle be descaled and with what?',
  ],
  [
    'Who pays the postage if I send something back?',
    'Do I have to pay for return shipping?',
    'Is the return label free?',
    'Are returns free of charge or do I cover the shipping cost?',
  ],
  [
    'How many days do I have to return an item?',
    'What is your return window?',
    'Until when can I send it back?',
    'How long after purchase can I still return it?',
    'Is it too late to return something after three weeks?',
  ],
  [
    'Do you offer gift wrapping?',
    'Can you wrap it as a present?',
    'Is it possible to have the teapot gift wrapped?',
    'I would like it in gift paper, is that possible?',
    'Could you pack it as a birthday gift with a ribbon?',
  ],
  [
    'Do you have a physical shop I can visit?',
    'Is there a store where I can see the products in person?',
    'Where is your showroom?',
    'Can I come by your shop in town?',
  ],
  [
    'Are the cups dishwasher safe?',
    'Can I put the mugs in the dishwasher?',
    'Is it OK to clean these cups in a dishwasher?',
    'Do the cups survive the dishwasher?',
    'dishwasher or hand wash only?',
  ],
  [
    'Can I pay by bank transfer?',
    'Is payment by wire transfer possible?',
    'Do you accept bank transfers?',
    'I have no card, may I transfer the money from my bank account instead?',
  ],
  [
    'Do you ship to Australia?',
    'Is delivery to Sydney possible?',
    'Can you send a parcel to Australia?',
    'I live in Melbourne, do you deliver here?',
    'Shipping to Australia available?',
  ],
  [
    'Can I get an invoice with my company name and VAT number?',
    'I need a VAT invoice for my business.',
    'How do I receive an invoice made out to our company?',
    'Could you issue a business invoice with our tax number?',
    'Please send me a proper VAT invoice.',
  ],
  [
    'How do I change my delivery address after ordering?',
    'I entered the wrong address, can you correct it?',
    'Can the shipping address still be changed?',
    'I moved house, please update the address of my order.',
  ],
  [
    'Do you sell spare lids?',
    'I broke the lid, can I buy a new one?',
    'Is a replacement lid available for the teapot?',
    'Where can I order just the lid?',
    'The lid of my pot is chipped, do you have single lids?',
  ],
];

const chinese: readonly (readonly string[])[] = [
  [
    '这个壶可以用电磁炉吗？',
    '电磁炉能用吗',
    '水壶支持电磁炉加热吗？',
    '请问能放在电磁炉上烧吗',
    '可不可以在电磁炉上使用？',
  ],
  [
    '退货运费谁出？',
    '退回去的邮费要我付吗',
    '退货的快递费是你们承担还是我自己承担？',
    '退货包邮吗',
    '退货需要我自己出运费吗？',
  ],
  ['可以开发票吗？', '怎么开增值税发票', '能给公司开发票吗，需要抬头', '发票怎么申请？', '请问你们提供发票吗'],
  ['几天之内可以退货？', '退货期限是多久', '买了多久还能退', '超过一个星期还可以退货吗？', '退货有时间限制吗'],
  ['可以礼品包装吗？', '能帮忙包成礼物吗', '送人的，有没有礼盒', '你们提供礼物包装服务吗？', '有礼品盒吗'],
  ['茶杯能放洗碗机吗？', '洗碗机可以洗这个杯子吗', '杯子可以用洗碗机清洗吗？', '这套杯子支持洗碗机吗'],
  ['保修多久？', '质保期是几年', '这个壶有保修吗，保多长时间', '坏了能保修多长时间？', '请问保修期多长'],
  ['你们有实体店吗？', '线下门店在哪里', '可以去店里看实物吗', '有没有门店可以参观', '实体店地址是哪里？'],
  ['能发到香港吗？', '香港可以寄吗', '支持配送到香港吗？', '请问寄香港可以吗', '可以送到香港吗'],
  ['水垢怎么清理？', '壶里有水垢怎么去除', '怎么除水垢', '壶底白色的水垢怎么洗掉？', '用醋可以去水垢吗'],
  ['可以货到付款吗？', '支持货到付款吗', '能不能收到货再付钱', '有没有货到付款？'],
  ['有没有优惠券可以用？', '新用户有优惠吗', '能不能打折', '现在有什么优惠活动', '买两个可以便宜点吗？'],
];

const japanese: readonly (readonly string[])[] = [
  [
    'このやかんはIHで使えますか？',
    'IH対応ですか',
    'IHコンロでも使用できますか？',
    'IHクッキングヒーターで沸かせますか',
    'IHに対応していますか？',
  ],
  [
    '返品の送料はどちらが負担しますか？',
    '返品送料は無料ですか',
    '返送料はこちら負担でしょうか',
    '返品する場合の送料は誰が払うのですか？',
  ],
  [
    '領収書を発行してもらえますか？',
    '領収書はもらえますか',
    '会社宛ての領収書をお願いできますか',
    '領収書の発行方法を教えてください',
    '宛名を会社名で領収書が欲しいです',
  ],
  [
    '何日以内なら返品できますか？',
    '返品期限はいつまでですか',
    '購入してからどのくらい返品可能ですか',
    '返品は何日まで受け付けていますか？',
    '一週間過ぎても返品できますか',
  ],
  [
    'ギフト包装はできますか？',
    'プレゼント用にラッピングしてもらえますか',
    'ラッピングサービスはありますか',
    '贈り物なので包装をお願いできますか',
    'ギフトラッピングに対応していますか？',
  ],
  [
    '食洗機で洗えますか？',
    '食洗機対応でしょうか',
    'このカップは食器洗い機に入れても大丈夫ですか',
    '食洗機は使えますか',
  ],
  [
    '保証期間はどのくらいですか？',
    '保証は何年ですか',
    '保証期間を教えてください',
    'メーカー保証は付いていますか、期間は？',
    '壊れた場合の保証はいつまで有効ですか',
  ],
  [
    '実店舗はありますか？',
    'お店で実物を見られますか',
    '店舗の場所を教えてください',
    '直接買いに行ける店はありますか',
    'ショールームはどこにありますか？',
  ],
  [
    '海外への発送は可能ですか？',
    '台湾まで送れますか',
    '海外発送に対応していますか？',
    '海外に住んでいますが配送してもらえますか',
    '国外への配送はできますか',
  ],
  [
    '水垢の取り方を教えてください',
    '水垢はどうやって落としますか？',
    'やかんの底の白い水垢を取りたいのですが',
    '水垢の掃除方法は？',
    'クエン酸で水垢は落ちますか',
  ],
  [
    '代引きは使えますか？',
    '代金引換で支払えますか',
    '代引きに対応していますか',
    '着払いで代金を払うことはできますか',
    '支払いに代引きを選べますか？',
  ],
  [
    '配達の日時指定はできますか？',
    '届ける時間を指定したいのですが',
    '日時指定は可能でしょうか',
    '土曜日の午前中に届けてもらえますか',
    '配達日を指定できますか？',
  ],
];

/** Asked once, and like no other. */
export const singles: readonly ParaphraseGroup[] = [
  ...[
    'What is the handle made of?',
    'Is there a warranty on the thermostat?',
    'Can I cancel an order that I placed yesterday?',
    'Which tea do you recommend for beginners?',
    'How loud is the whistle?',
    'Do you have a loyalty programme?',
    'How heavy is the cast iron pot?',
    'Can I order a sample of the green tea?',
    'Is the strainer included?',
    'Which colours does the stoneware come in?',
    'Do you employ interns?',
    'What time does your hotline open?',
  ].map((text): ParaphraseGroup => ({ language: 'en', asked: [text] })),
  ...[
    '壶把是什么材质的？',
    '订单可以取消吗？',
    '新手适合喝哪种茶？',
    '净重多少克？',
    '茶叶的保质期到什么时候？',
    '有没有红色的？',
    '滤网是赠送的吗？',
    '客服几点上班？',
    '你们招代理吗？',
    '会员积分怎么兑换？',
    '容量最大的是哪款？',
    '泡绿茶用多少度的水？',
  ].map((text): ParaphraseGroup => ({ language: 'zh', asked: [text] })),
  ...[
    '取っ手の素材は何ですか？',
    '注文をキャンセルできますか？',
    '初心者におすすめのお茶はどれですか？',
    '重さはどのくらいですか？',
    '茶葉の賞味期限を教えてください',
    '赤い色はありますか？',
    '茶こしは付いていますか？',
    '電話の受付時間は何時からですか？',
    '卸売りはしていますか？',
    'ポイントの使い方を教えてください',
    '一番容量が大きいのはどれですか？',
    '緑茶は何度のお湯で淹れますか？',
  ].map((text): ParaphraseGroup => ({ language: 'ja', asked: [text] })),
];

const inLanguage = (language: Language, groups: readonly (readonly string[])[]): readonly ParaphraseGroup[] =>
  groups.map((asked) => ({ language, asked }));

export const paraphraseGroups: readonly ParaphraseGroup[] = [
  ...inLanguage('en', english),
  ...inLanguage('zh', chinese),
  ...inLanguage('ja', japanese),
];
