import type { Family } from './family.ts';

/** Written once the method was done, other shops and other wordings: what it does on what it has not met. */
export const laterFamilies: readonly Family[] = [
  {
    id: 'en-rental',
    language: 'en',
    slots: { n: ['2', '3', '5'], fee: ['18', '25', '40'], sign: ['£'] },
    passage: {
      question: 'What happens if I bring the bike back late?',
      answer: 'Every hour of delay costs {sign}{fee}. After {n} hours we charge a full extra day.',
    },
    replies: [
      'For each hour you are late we add {sign}{fee}; once {n} hours have gone by, a whole extra day is charged.',
      'A late return is billed at {sign}{fee} an hour, and past {n} hours as another full day.',
    ],
    wrong: [
      ['number', 'fee'],
      ['number', 'n'],
      ['currency', 'sign', ['€', '$']],
    ],
  },
  {
    id: 'en-repair',
    language: 'en',
    slots: {
      product: ['Falke 300 amplifier', 'Orbit turntable', 'Lyra headphones'],
      n: ['10', '15', '20'],
      unit: ['working days'],
    },
    passage: {
      question: 'Do you repair the {product}?',
      answer:
        'Yes, our workshop repairs the {product}; a repair takes about {n} {unit}. We do not repair water damage.',
    },
    replies: [
      'Our own workshop can repair your {product}, which takes roughly {n} {unit}.',
      'Repairing the {product} is something we do in-house. Allow {n} {unit}; damage by water is not repaired.',
    ],
    wrong: [
      ['number', 'n'],
      ['unit', 'unit', ['hours', 'months']],
      ['product', 'product'],
      [
        'negation',
        [
          'Our own workshop cannot repair your {product}.',
          'Repairing the {product} is something we do in-house. Damage by water is repaired as well.',
        ],
      ],
    ],
  },
  {
    id: 'en-ticket',
    language: 'en',
    slots: { date: ['6 June', '19 September', '2 November'], n: ['48', '72'], unit: ['hours'] },
    passage: {
      question: 'Can I change my booking?',
      answer:
        'A booking can be changed free of charge until {n} {unit} before the start. Bookings for {date} cannot be changed.',
    },
    replies: [
      'You may change a booking without any fee up to {n} {unit} before it starts, but not one for {date}.',
      'Changes are free until {n} {unit} ahead of the start. The one exception is {date}: those bookings are final.',
    ],
    wrong: [
      ['number', 'n'],
      ['unit', 'unit', ['days', 'weeks']],
      ['date', 'date'],
    ],
  },
  {
    id: 'zh-member',
    language: 'zh',
    slots: { n: ['100', '200', '500'], m: ['12', '18', '24'] },
    passage: { question: '积分怎么用？', answer: '每{n}积分可抵1欧元，积分在{m}个月内有效，不能提现。' },
    replies: [
      '满{n}积分能抵扣1欧元，有效期{m}个月，积分无法提现。',
      '积分按{n}分抵1欧元使用，获得后{m}个月过期，且不支持提现。',
    ],
    wrong: [
      ['number', 'n'],
      ['number', 'm'],
      ['negation', ['满{n}积分能抵扣1欧元，积分可以提现。', '积分按{n}分抵1欧元使用，且支持提现。']],
    ],
  },
  {
    id: 'zh-install',
    language: 'zh',
    slots: { product: ['青岚热水器', '白露空调', '霜降冰箱'], fee: ['80', '120', '150'], unit: ['元'] },
    passage: { question: '{product}包安装吗？', answer: '{product}免费上门安装，高空作业另收{fee}{unit}。' },
    replies: [
      '购买{product}我们会免费上门安装；如需高空作业，加收{fee}{unit}。',
      '{product}的上门安装不收费，高空作业的话是{fee}{unit}。',
    ],
    wrong: [
      ['number', 'fee'],
      ['product', 'product'],
      ['currency', 'unit', ['美元', '欧元']],
      ['negation', ['购买{product}上门安装要收费。', '{product}的上门安装需要付费。']],
    ],
  },
  {
    id: 'ja-size',
    language: 'ja',
    slots: { n: ['14', '20', '30'], unit: ['日'], fee: ['500', '700'] },
    passage: {
      question: 'サイズ交換はできますか？',
      answer: 'サイズ交換は到着後{n}{unit}以内、1回まで承ります。交換の送料は{fee}円です。',
    },
    replies: [
      'お届けから{n}{unit}以内でしたら、サイズの交換を1回承ります。その際の送料は{fee}円となります。',
      'サイズ交換をご希望の場合は到着後{n}{unit}以内にお知らせください。送料{fee}円を頂戴いたします。',
    ],
    wrong: [
      ['number', 'n'],
      ['number', 'fee'],
      ['unit', 'unit', ['時間', 'か月']],
    ],
  },
  {
    id: 'ja-wrap',
    language: 'ja',
    slots: {
      product: ['オリオン腕時計', 'カシオペア万年筆', 'ペガサス財布'],
      fee: ['330', '440', '550'],
      unit: ['円'],
    },
    passage: {
      question: '{product}のギフト包装はできますか？',
      answer: '{product}は{fee}{unit}でギフト包装を承ります。熨斗には対応しておりません。',
    },
    replies: [
      '{product}のギフト包装は{fee}{unit}にて承っております。',
      'ギフト包装は{product}も可能で、料金は{fee}{unit}です。熨斗はお付けできません。',
    ],
    wrong: [
      ['number', 'fee'],
      ['product', 'product'],
      ['currency', 'unit', ['ドル', 'ユーロ']],
      [
        'negation',
        ['{product}のギフト包装は承っておりません。', 'ギフト包装は{product}も可能です。熨斗もお付けできます。'],
      ],
    ],
  },
];
