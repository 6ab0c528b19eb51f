import type { Family } from './family.ts';

const products = ['云朵台灯', '松木砧板', '飞燕保温杯', '羽衣羊毛围巾', '星河咖啡机'];
const places = ['北京', '上海', '西藏', '海南', '台湾'];

export const chineseFamilies: readonly Family[] = [
  {
    id: 'zh-delivery-time',
    language: 'zh',
    slots: { low: ['2', '3'], high: ['5', '7', '9'], days: ['个工作日'] },
    passage: { question: '发货后多久能收到？', answer: '包裹从仓库发出后一般{low}–{high}{days}送达。' },
    replies: ['发出以后通常需要{low}到{high}{days}才能送到您手上。', '一般来说，包裹寄出后{low}至{high}{days}内送达。'],
    wrong: [
      ['number', 'high'],
      ['unit', 'days', ['周', '个月', '小时']],
    ],
  },
  {
    id: 'zh-delivery-cost',
    language: 'zh',
    slots: { price: ['8', '12', '15'], from: ['99', '149', '199'], unit: ['元'] },
    passage: { question: '运费怎么算？', answer: '每单运费{price}{unit}，满{from}{unit}包邮。' },
    replies: [
      '一个订单收{price}{unit}运费，买满{from}{unit}就免运费。',
      '运费是{price}{unit}；订单满{from}{unit}的话我们包邮。',
    ],
    wrong: [
      ['number', 'price'],
      ['number', 'from'],
      ['currency', 'unit', ['美元', '欧元']],
    ],
  },
  {
    id: 'zh-return-window',
    language: 'zh',
    slots: { n: ['7', '15', '30'], unit: ['天'] },
    passage: { question: '可以退货吗？', answer: '签收后{n}{unit}内，未使用的商品可以退货。' },
    replies: ['没有用过的商品，在签收之日起{n}{unit}内都可以退。', '您可以在收货后{n}{unit}内退货，前提是商品未使用。'],
    wrong: [
      ['number', 'n'],
      ['unit', 'unit', ['个月', '小时']],
      ['negation', ['没有用过的商品，在签收之日起{n}{unit}内也不可以退货。', '您不能在收货后{n}{unit}内退货。']],
    ],
  },
  {
    id: 'zh-refund',
    language: 'zh',
    slots: { n: ['3', '5', '10'], unit: ['个工作日'] },
    passage: { question: '多久退款？', answer: '我们收到退回的商品后{n}{unit}内原路退款。' },
    replies: ['退回的商品到仓后，款项会在{n}{unit}内原路退给您。', '收到您寄回的商品之后，我们{n}{unit}内退款。'],
    wrong: [
      ['number', 'n'],
      ['unit', 'unit', ['周', '个月']],
      ['negation', ['退回的商品到仓后，{n}{unit}内不会原路退款给您。', '收到您寄回的商品之后，我们不退款。']],
    ],
  },
  {
    id: 'zh-warranty',
    language: 'zh',
    slots: { product: products, n: ['1', '2', '3'] },
    passage: { question: '{product}保修多久？', answer: '{product}保修{n}年，材料和做工问题免费维修。' },
    replies: [
      '{product}享有{n}年质保，材料或做工有问题都可以免费维修。',
      '我们给{product}提供{n}年保修，做工问题免费修。',
    ],
    wrong: [
      ['number', 'n'],
      ['product', 'product'],
      [
        'negation',
        ['{product}享有质保，但材料或做工有问题不免费维修。', '我们给{product}提供保修，做工问题不免费维修。'],
      ],
    ],
  },
  {
    id: 'zh-discount',
    language: 'zh',
    slots: { n: ['七', '八', '九'], date: ['12月12日', '11月11日', '6月18日'] },
    passage: { question: '有活动吗？', answer: '{date}之前全场{n}折。' },
    replies: ['现在全场打{n}折，活动到{date}为止。', '{date}前下单都是{n}折。'],
    wrong: [
      ['number', 'n'],
      ['date', 'date'],
    ],
  },
  {
    id: 'zh-capacity',
    language: 'zh',
    slots: { product: products, n: ['300', '450', '600'], unit: ['毫升'] },
    passage: { question: '{product}容量多大？', answer: '{product}的容量是{n}{unit}，重420克。' },
    replies: ['{product}可以装{n}{unit}。', '容量方面，{product}是{n}{unit}，重量420克。'],
    wrong: [
      ['number', 'n'],
      ['unit', 'unit', ['升', '克']],
      ['product', 'product'],
    ],
  },
  {
    id: 'zh-dishwasher',
    language: 'zh',
    slots: { product: products },
    passage: { question: '{product}可以放洗碗机吗？', answer: '可以，{product}能放进洗碗机清洗。' },
    replies: ['{product}是可以用洗碗机清洗的。', '您可以把{product}放进洗碗机里洗。'],
    wrong: [
      ['product', 'product'],
      ['negation', ['{product}是不可以用洗碗机清洗的。', '您不能把{product}放进洗碗机里洗。']],
    ],
  },
  {
    id: 'zh-opened',
    language: 'zh',
    slots: { thing: ['化妆品', '耳机', '保健品'] },
    passage: { question: '拆封的{thing}能退吗？', answer: '出于卫生原因，拆封后的{thing}不能退货。' },
    replies: ['已经拆封的{thing}因卫生原因无法退货。', '{thing}一旦拆封，就不支持退货了。'],
    wrong: [['negation', ['已经拆封的{thing}可以退货。', '拆封的{thing}也支持退货。']]],
  },
  {
    id: 'zh-region',
    language: 'zh',
    slots: { place: places, n: ['20', '35', '50'] },
    passage: { question: '寄到{place}要加钱吗？', answer: '寄往{place}的包裹需加收{n}元。' },
    replies: ['发到{place}要另外加{n}元。', '如果寄{place}，每个包裹加收{n}元。'],
    wrong: [['number', 'n']],
  },
  {
    id: 'zh-order',
    language: 'zh',
    slots: {
      number: ['DD-20418', 'DD-20933', 'DD-21007'],
      tracking: ['SF40027711', 'SF40029025', 'SF40031158'],
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
      '您的订单{number}已经发出，快递单号是{tracking}，预计{spoken}送达。',
      '订单{number}目前正在运输中，运单号{tracking}，{spoken}左右到货。',
    ],
    wrong: [
      ['number', 'number', ['DD-30418', 'DD-20481']],
      ['number', 'tracking', ['SF40099999']],
      ['date', 'spoken'],
      ['state', ['您的订单{number}已经取消，快递单号是{tracking}。', '订单{number}尚未发货，运单号{tracking}。']],
    ],
  },
  {
    id: 'zh-hours',
    language: 'zh',
    slots: {
      days: ['周一至周五', '周二至周六', '周一至周四'],
      from: ['9:00', '8:30'],
      to: ['18:00', '20:30', '17:00'],
    },
    passage: { question: '客服几点上班？', answer: '客服工作时间为{days}{from}–{to}。' },
    replies: ['您可以在{days}的{from}到{to}联系客服。', '我们的客服{days}在线，时间是{from}至{to}。'],
    wrong: [
      ['number', 'to'],
      ['date', 'days'],
    ],
  },
];
