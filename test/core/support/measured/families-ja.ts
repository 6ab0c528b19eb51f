import type { Family } from './family.ts';

const products = ['くもランプ', 'ヒノキまな板', 'つばめボトル', 'はごろもストール', '銀河グラインダー'];

export const japaneseFamilies: readonly Family[] = [
  {
    id: 'ja-delivery-time',
    language: 'ja',
    slots: { low: ['2', '3'], high: ['5', '7', '9'], days: ['営業日'] },
    passage: {
      question: '届くまでどのくらいかかりますか？',
      answer: '商品は発送後{low}〜{high}{days}でお届けします。',
    },
    replies: [
      '発送から{low}～{high}{days}ほどでお手元に届きます。',
      'お届けまでには、出荷後{low}から{high}{days}いただいております。',
    ],
    wrong: [
      ['number', 'high'],
      ['unit', 'days', ['週間', 'か月', '時間']],
    ],
  },
  {
    id: 'ja-delivery-cost',
    language: 'ja',
    slots: { price: ['550', '660', '880'], from: ['5,000', '8,000', '10,000'], unit: ['円'] },
    passage: {
      question: '送料はいくらですか？',
      answer: '送料は全国一律{price}{unit}です。{from}{unit}以上のご注文は送料無料です。',
    },
    replies: [
      '全国どちらでも送料は{price}{unit}で、{from}{unit}以上お買い上げの場合は無料となります。',
      '{from}{unit}以上のご注文でしたら送料は無料、それ未満は{price}{unit}です。',
    ],
    wrong: [
      ['number', 'price'],
      ['number', 'from'],
      ['currency', 'unit', ['ドル', 'ユーロ']],
    ],
  },
  {
    id: 'ja-return-window',
    language: 'ja',
    slots: { n: ['7', '14', '30'], unit: ['日'] },
    passage: { question: '返品できますか？', answer: '未使用の商品に限り、到着後{n}{unit}以内の返品を承ります。' },
    replies: [
      '未使用でしたら、お届けから{n}{unit}以内は返品いただけます。',
      '商品到着後{n}{unit}以内であれば、未使用品の返品が可能です。',
    ],
    wrong: [
      ['number', 'n'],
      ['unit', 'unit', ['時間', 'か月']],
      [
        'negation',
        [
          '未使用でも、お届けから{n}{unit}以内の返品はいただけません。',
          '商品到着後{n}{unit}以内であっても、未使用品の返品はできません。',
        ],
      ],
    ],
  },
  {
    id: 'ja-refund',
    language: 'ja',
    slots: { n: ['3', '5', '10'], unit: ['営業日'] },
    passage: { question: '返金はいつですか？', answer: '返品商品の到着確認後、{n}{unit}以内に返金いたします。' },
    replies: [
      '返送品が当店に届きましたら、{n}{unit}以内にご返金いたします。',
      'ご返金は、商品の到着を確認してから{n}{unit}以内に行います。',
    ],
    wrong: [
      ['number', 'n'],
      ['unit', 'unit', ['週間', 'か月']],
      [
        'negation',
        ['返送品が当店に届いても、ご返金はいたしません。', 'ご返金は、商品の到着を確認してからも行いません。'],
      ],
    ],
  },
  {
    id: 'ja-warranty',
    language: 'ja',
    slots: { product: products, n: ['1', '2', '3'] },
    passage: {
      question: '{product}に保証はありますか？',
      answer: '{product}には{n}年間の保証が付いており、材料や製造の不良は無料で修理します。',
    },
    replies: [
      '{product}の保証期間は{n}年間で、製造不良は無料で修理いたします。',
      '{n}年間の保証がございますので、{product}の製造不良でしたら無料で修理可能です。',
    ],
    wrong: [
      ['number', 'n'],
      ['product', 'product'],
      [
        'negation',
        ['{product}の製造不良は無料では修理いたしません。', '{product}の製造不良は有料での修理となります。'],
      ],
    ],
  },
  {
    id: 'ja-discount',
    language: 'ja',
    slots: { n: ['10', '15', '30'], date: ['12月24日', '8月15日', '3月31日'] },
    passage: { question: 'セールはありますか？', answer: '{date}まで全品{n}%引きです。' },
    replies: [
      'ただいま全商品が{n}％オフで、{date}までとなっております。',
      '全品{n}%割引のセールを{date}まで行っております。',
    ],
    wrong: [
      ['number', 'n'],
      ['date', 'date'],
    ],
  },
  {
    id: 'ja-capacity',
    language: 'ja',
    slots: { product: products, n: ['300', '450', '600'], unit: ['ml'] },
    passage: { question: '{product}の容量は？', answer: '{product}の容量は{n}{unit}、重さは420gです。' },
    replies: ['{product}には{n}{unit}入ります。', '容量につきましては、{product}は{n}{unit}でございます。'],
    wrong: [
      ['number', 'n'],
      ['unit', 'unit', ['リットル', 'g']],
      ['product', 'product'],
    ],
  },
  {
    id: 'ja-dishwasher',
    language: 'ja',
    slots: { product: products },
    passage: { question: '{product}は食洗機で洗えますか？', answer: 'はい、{product}は食洗機をご利用いただけます。' },
    replies: ['{product}は食洗機に対応しております。', '{product}は食洗機でお使いいただけます。'],
    wrong: [
      ['product', 'product'],
      ['negation', ['{product}は食洗機に対応しておりません。', '{product}は食洗機ではお使いいただけません。']],
    ],
  },
  {
    id: 'ja-opened',
    language: 'ja',
    slots: { thing: ['化粧品', 'イヤホン', 'サプリメント'] },
    passage: {
      question: '開封した{thing}は返品できますか？',
      answer: '衛生上の理由により、開封後の{thing}は返品できません。',
    },
    replies: [
      '開封済みの{thing}は、衛生上の理由で返品をお受けできません。',
      '恐れ入りますが、開封後の{thing}の返品は承っておりません。',
    ],
    wrong: [['negation', ['開封済みの{thing}も返品をお受けできます。', '開封後の{thing}の返品は承っております。']]],
  },
  {
    id: 'ja-order',
    language: 'ja',
    slots: {
      number: ['JT-20418', 'JT-20933', 'JT-21007'],
      tracking: ['YM40027711', 'YM40029025', 'YM40031158'],
      date: ['2027-05-14', '2027-03-03', '2027-10-09'],
    },
    passage: null,
    order: ({ number = '', tracking = '', date = '' }) => ({
      number,
      status: 'shipped',
      trackingNumber: tracking,
      promisedAt: Date.parse(`${date}T12:00:00Z`),
    }),
    replies: [
      'ご注文{number}はすでに発送いたしました。お問い合わせ番号は{tracking}、お届け予定は{spoken}です。',
      'ご注文{number}は現在配送中で、{spoken}に到着する見込みです（追跡番号：{tracking}）。',
    ],
    wrong: [
      ['number', 'number', ['JT-30418', 'JT-20481']],
      ['number', 'tracking', ['YM40099999']],
      ['date', 'spoken'],
      [
        'state',
        [
          'ご注文{number}はキャンセルいたしました。お問い合わせ番号は{tracking}です。',
          'ご注文{number}は返金済みです（追跡番号：{tracking}）。',
        ],
      ],
    ],
  },
  {
    id: 'ja-hours',
    language: 'ja',
    slots: { from: ['9:00', '10:00'], to: ['17:00', '18:30', '20:00'], off: ['月曜日', '水曜日', '日曜日'] },
    passage: { question: '営業時間を教えてください。', answer: '営業時間は{from}〜{to}、定休日は{off}です。' },
    replies: ['{off}を除き、{from}から{to}まで営業しております。', '当店は{from}～{to}の営業で、{off}がお休みです。'],
    wrong: [
      ['number', 'to'],
      ['date', 'off'],
    ],
  },
];
