import type { PolicyQuestion } from './policy.ts';

/*
 * Ten more questions for each policy, written before anything was tried on them and not changed afterwards: nothing in the
 * search is tuned on these, and nothing may be.
 */
export const englishHeldOut: readonly PolicyQuestion[] = [
  {
    question: "just ordered a pan with my visa but nothing's gone off my account yet, did it even go through?",
    headings: ['Ordering and payment', 'Ways to pay'],
    holds: 'Cards are charged',
  },
  {
    question: 'got two discount codes from your newsletter, can i use both in one go',
    headings: ['Ordering and payment', 'Vouchers and gift cards'],
    holds: 'One voucher',
  },
  {
    question: 'my sister lives in Belfast and wants a teapot, how much do i have to spend so i dont pay postage?',
    headings: ['Delivery', 'Delivery times and charges'],
    holds: '£75',
  },
  {
    question:
      "Had this sent to my flat in Zurich and now the postman wants 30 francs at the door?? Isn't that included?",
    headings: ['Delivery', 'Customs and import duties'],
    holds: 'collects them from the recipient',
  },
  {
    question: "tracking says it was deliverd yesterday but there's nothing here, asked the neighbours too",
    headings: ['Delivery', 'Lost or damaged parcels'],
    holds: 'ask the carrier to search',
  },
  {
    question: "I'm in Dublin and simply don't like it now that it's here, who pays for the post back to you?",
    headings: ['Returns', 'Cost of sending back'],
    holds: 'Choose a carrier',
  },
  {
    question: 'the apron is too small, can you just swap it for a large',
    headings: ['Returns', 'Exchanges'],
    holds: 'swap items directly',
  },
  {
    question:
      "kettle is full of white crusty stuff from our hard water and now it won't switch on. Do you replace that?",
    headings: ['Warranty and repairs', 'What the warranty does not cover'],
    holds: 'limescale',
  },
  {
    question: 'my blender stoped working, how do i get it mended and how long will i be without it',
    headings: ['Warranty and repairs', 'Sending something in for repair'],
    holds: 'ten to fifteen working days',
  },
  {
    question:
      "We dropped the lid of our slow cooker, I know you don't sell that one any more. Can I still get just a lid?",
    headings: ['Warranty and repairs', 'Spare parts'],
    holds: 'seven years',
  },
];

export const chineseHeldOut: readonly PolicyQuestion[] = [
  { question: '我四点多才付的款，今天还能发出来不', headings: ['配送'], holds: '下午三点前' },
  { question: '在吗 我在四川，邮费多少，要等几天', headings: ['配送', '运费与时效'], holds: '其他省份' },
  { question: '想寄给香港的朋友，能包邮吗', headings: ['配送', '运费与时效'], holds: '四十元' },
  {
    question: '这几天出差没空去取，现在显示退回去了，能帮我再寄一次吗',
    headings: ['配送', '无人签收'],
    holds: '补付运费',
  },
  { question: '壶嘴磕掉一块，坏的这个还要寄给你们吗？', headings: ['配送', '包裹破损'], holds: '免费补寄' },
  { question: '上周收到的锅不太想要了，现在退还来得急么', headings: ['退换货', '退货期限'], holds: '十五天内' },
  { question: '我是微信付的，退款也是退到微信里吗', headings: ['退换货', '退款时间'], holds: '原路返回' },
  { question: '刚用就漏水！退给你们的快递费凭什么我出', headings: ['退换货', '退货运费'], holds: '质量问题' },
  {
    question: '烧水壶买了一年半，突然不加热了，还能免费修不',
    headings: ['保修与发票', '保修期'],
    holds: '保修两年',
  },
  {
    question: '前天就点了确认收货，发票怎么还没发我邮箱',
    headings: ['保修与发票', '开具发票'],
    holds: '三天内发送',
  },
];

export const japaneseHeldOut: readonly PolicyQuestion[] = [
  {
    question: '金曜の夜に注文したんですけど、土曜に発送してもらえますか',
    headings: ['配送について'],
    holds: '土日と祝日',
  },
  {
    question: '大阪までだといくらかかりますか？',
    headings: ['配送について', '送料とお届け日数'],
    holds: '七百円',
  },
  {
    question: '東京です。急いでるんですが、発送されたら次の日には着きますか',
    headings: ['配送について', '送料とお届け日数'],
    holds: '関東と東北',
  },
  {
    question: '引っ越すので10日後くらいに届けてほしいです。そんな先でも大丈夫ですか？',
    headings: ['配送について', '日時の指定'],
    holds: '十四日後',
  },
  {
    question: '旅行中で受け取れず、そちらに戻っちゃったみたいです。もう一回送ってもらうのにお金かかりますか',
    headings: ['配送について', 'ご不在のとき'],
    holds: '再発送',
  },
  {
    question: '届いて10日くらい経つけどまだ使ってません、返せますか',
    headings: ['返品と交換', '返品の期限'],
    holds: '十四日以内',
  },
  {
    question: '福袋の中身がイマイチだったので返したいです',
    headings: ['返品と交換', '返品できない商品'],
    holds: '福袋',
  },
  {
    question: '納品書なくしちゃったんですけど、保証って受けられますか',
    headings: ['保証と修理'],
    holds: '納品書が必要',
  },
  {
    question: '電気ケトルが半年でつかなくなりました。保証きききますか？',
    headings: ['保証と修理', '保証期間'],
    holds: '一年間',
  },
  {
    question: 'ミルを直してもらいたいんですが、そちらに送る送料は自分持ちですか',
    headings: ['保証と修理', '修理の流れ'],
    holds: '着払い',
  },
];
