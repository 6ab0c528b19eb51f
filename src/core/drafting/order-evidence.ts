import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { Order } from '#shared/model/order.ts';

/** The order a question is about: the one it names, else the customer's only order still under way. */
export function orderAskedFor(named: readonly Order[], ofCustomer: readonly Order[]): Order | null {
  if (named.length > 0) {
    // "#1001, I mean order 1001" names one.
    const numbers = new Set(named.map((order) => order.number));
    return numbers.size === 1 ? (named[0] ?? null) : null;
  }
  const underWay = ofCustomer.filter((order) => isUnderWay(order.status));
  return underWay.length === 1 ? (underWay[0] ?? null) : null;
}

function isUnderWay(status: Order['status']): boolean {
  return status === 'processing' || status === 'part_shipped' || status === 'shipped' || status === 'held';
}

/** An order as it may be told at a time (ms UTC), and what speaks against telling it unseen: see `FactReading`. */
export type OrderToTell = {
  readonly order: Order;
  readonly now: number;
  readonly isOld: boolean;
  readonly isClaimed: boolean;
};

/** How sure an answer from the shop is; and one of which something is in doubt: the agent is to look first. */
const factConfidence = 0.9;
export const doubtfulConfidence = 0.5;

/** What the shop system says of an order, in words, as evidence. Every figure in it is a field of the order. */
export function orderEvidence(
  { order, now, isOld, isClaimed }: OrderToTell,
  language: ReplyLanguage,
  question: string,
): Evidence {
  return {
    kind: 'order',
    id: order.number,
    versionId: null,
    question,
    answer: [statusSentence(order, language), trackingSentence(order, language), dateSentence(order, now, language)]
      .filter((sentence) => sentence !== '')
      .join(language === 'zh' ? '' : ' '),
    topic: null,
    language,
    correctsEntryId: null,
    confidence: isOld || isClaimed ? doubtfulConfidence : factConfidence,
    cosine: null,
    overlap: 1,
    reading: { source: order.source, readAt: order.readAt, isOld, isClaimed },
  };
}

const statusSentences: Record<ReplyLanguage, Record<Order['status'], string>> = {
  en: {
    processing: 'Your order {number} is being prepared and has not been handed to the carrier yet.',
    part_shipped: 'A part of your order {number} has been shipped{by}; the rest will follow.',
    shipped: 'Your order {number} has been shipped{by}.',
    delivered: 'According to the carrier, your order {number} has been delivered.',
    cancelled: 'Your order {number} has been cancelled.',
    refunded: 'Your order {number} has been refunded.',
    held: '',
  },
  zh: {
    processing: '您的订单 {number} 正在备货，尚未交给承运商。',
    part_shipped: '您的订单 {number} 已部分发货{by}，其余商品随后发出。',
    shipped: '您的订单 {number} 已经发货{by}。',
    delivered: '物流信息显示，您的订单 {number} 已经签收。',
    cancelled: '您的订单 {number} 已取消。',
    refunded: '您的订单 {number} 已退款。',
    held: '',
  },
  ja: {
    processing: 'ご注文 {number} は現在発送準備中で、まだ配送業者に引き渡しておりません。',
    part_shipped: 'ご注文 {number} は一部を発送済みでございます{by}。残りの商品は追って発送いたします。',
    shipped: 'ご注文 {number} は発送済みでございます{by}。',
    delivered: '配送業者の記録では、ご注文 {number} は配達完了となっております。',
    cancelled: 'ご注文 {number} はキャンセル済みでございます。',
    refunded: 'ご注文 {number} は返金済みでございます。',
    held: '',
  },
};

function statusSentence(order: Order, language: ReplyLanguage): string {
  const by =
    order.carrier === null
      ? ''
      : { en: ` with ${order.carrier}`, zh: `，承运商为 ${order.carrier}`, ja: `（配送業者：${order.carrier}）` }[
          language
        ];
  return statusSentences[language][order.status].replace('{number}', () => order.number).replace('{by}', () => by);
}

function trackingSentence(order: Order, language: ReplyLanguage): string {
  const { trackingNumber: number, trackingUrl: link, parcels, status } = order;
  if (number === null || (status !== 'shipped' && status !== 'delivered' && status !== 'part_shipped')) return '';
  const isOneOf = parcels > 1;
  return {
    en: `The tracking number${isOneOf ? ' of the latest parcel' : ''} is ${number}.${link === null ? '' : ` You can follow it here: ${link}`}`,
    zh: `${isOneOf ? '最近一个包裹的' : ''}运单号：${number}${link === null ? '。' : `，可在这里查询：${link} 。`}`,
    ja: `${isOneOf ? '直近のお荷物の' : ''}お問い合わせ番号は ${number} です。${link === null ? '' : `こちらからご確認いただけます：${link}`}`,
  }[language];
}

function dateSentence(order: Order, now: number, language: ReplyLanguage): string {
  // Of several parcels the date is that of the newest alone.
  const isOfAll = order.parcels < 2 && (order.status === 'shipped' || order.status === 'processing');
  if (order.promisedAt === null || !isOfAll) return '';
  const timeZone = order.timeZone ?? 'UTC';
  const day = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone });
  if (day.format(order.promisedAt) < day.format(now)) return '';
  const locale = { en: 'en-GB', zh: 'zh-CN', ja: 'ja-JP' }[language];
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(order.promisedAt);
  return {
    en: `The estimated delivery date is ${date}.`,
    zh: `预计送达日期为 ${date}。`,
    ja: `お届け予定日は ${date} です。`,
  }[language];
}
