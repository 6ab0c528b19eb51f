import type { Policy, PolicyQuestion } from './policy.ts';

/* Written for these tests. */
export const chinesePolicy: Policy = {
  title: '配送与售后政策',
  chapters: [
    {
      heading: '配送',
      blocks: ['工作日下午三点前付款的订单当天发货，之后的订单于下一个工作日发货。'],
      parts: [
        {
          heading: '运费与时效',
          blocks: [
            {
              table: [
                ['地区', '送达时间', '运费', '包邮门槛'],
                ['江浙沪', '一至两天', '六元', '满五十九元'],
                ['其他省份', '三至四天', '十元', '满九十九元'],
                ['新疆和西藏', '六至九天', '二十五元', '不包邮'],
                ['港澳台', '五至七天', '四十元', '不包邮'],
              ],
            },
          ],
        },
        {
          heading: '无人签收',
          blocks: [
            '快递员联系不上收件人时，包裹会放入附近的快递柜，保留四十八小时。逾期未取的包裹退回仓库，再次寄出需要补付运费。',
          ],
        },
        {
          heading: '包裹破损',
          blocks: ['收到破损的包裹请先拍照，在二十四小时内联系客服。我们核实后免费补寄，不需要寄回破损的商品。'],
        },
      ],
    },
    {
      heading: '退换货',
      blocks: ['退换货请先在订单页面提交申请，不要直接寄回。'],
      parts: [
        {
          heading: '退货期限',
          blocks: ['签收后十五天内可以无理由退货。双十一期间购买的商品，退货期限延长到十二月十日。'],
        },
        {
          heading: '不支持退货的商品',
          blocks: [{ list: ['已拆封的茶叶和咖啡豆', '刻字或定制的商品', '贴身衣物', '虚拟礼品卡'] }],
        },
        {
          heading: '退款时间',
          blocks: ['仓库收到退货后两个工作日内完成检查，退款原路返回。信用卡退款还需要银行处理三至五天。'],
        },
        {
          heading: '退货运费',
          blocks: ['质量问题的退货运费由我们承担。个人原因退货的运费由买家承担，从退款中扣除十二元。'],
        },
      ],
    },
    {
      heading: '保修与发票',
      blocks: ['保修凭电子发票办理，请妥善保存。'],
      parts: [
        {
          heading: '保修期',
          blocks: ['电水壶和咖啡机保修两年，铸铁锅保修十年，其他商品保修一年。水垢、磕碰和自行拆修不在保修范围内。'],
        },
        {
          heading: '开具发票',
          blocks: ['电子发票在确认收货后三天内发送到邮箱。需要公司抬头的，请在下单时填写税号，开具后不能更改。'],
        },
      ],
    },
  ],
};

/* Written before anything was tried on them. */
export const chineseQuestions: readonly PolicyQuestion[] = [
  { question: '你好，寄到新疆要多少钱，几天能到？', headings: ['配送', '运费与时效'], holds: '二十五元' },
  { question: '快递员说把包裹放柜子里了，最多能放多久', headings: ['配送', '无人签收'], holds: '四十八小时' },
  { question: '收到的杯子碎了怎么办', headings: ['配送', '包裹破损'], holds: '拍照' },
  { question: '双11买的东西最晚什么时候可以退？', headings: ['退换货', '退货期限'], holds: '十二月十日' },
  { question: '茶叶打开喝了一次，觉得不好喝，能退吗', headings: ['退换货', '不支持退货的商品'], holds: '茶叶' },
  { question: '东西已经退回去了，钱什么时候到信用卡上', headings: ['退换货', '退款时间'], holds: '三至五天' },
  { question: '我不喜欢想退掉，邮费谁出啊', headings: ['退换货', '退货运费'], holds: '十二元' },
  { question: '铸铁锅保修几年', headings: ['保修与发票', '保修期'], holds: '十年' },
  { question: '发票抬头想开公司的，怎么弄', headings: ['保修与发票', '开具发票'], holds: '税号' },
  { question: '上海买多少可以免运费', headings: ['配送', '运费与时效'], holds: '五十九元' },
];
