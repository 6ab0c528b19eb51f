import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { Order } from '#shared/model/order.ts';

/** Words that ask how an order stands. */
const statusAsk =
  /\b(?:where\w*|track\w*|status|arriv\w*|deliver\w*|ship(?:ped|ping|s)?|dispatch\w*|parcel|package|orders?|on its way|eta|astray|got to|turned up|gone out|left yet)\b|(?:到哪|物流|快递|发货|配送|签收|到了|什么时候到|几天到|还没到|怎么还|查一下|查下|催|多久到|没收到|没有收到|订单|单号)|(?:届|配送|発送|追跡|荷物|到着|注文)/iu;
/** Words that make it another question, though an order is named. */
const otherAsk =
  /\b(?:cancel|change|return|refund|exchange|broken|damaged|crack\w*|leak\w*|wrong|missing|invoice|gift|address|discount|code|warranty|customs|duty|vat)\b|(?:取消|退|换|改|破|裂|漏|坏|发票|地址|优惠|保修|少|身份证|清关|关税)|(?:キャンセル|返品|返金|交換|変更|破損|割れ|漏れ|違|領収|住所|割引|保証|不足|関税|のし)/iu;
const orderNumber = /\b[A-Z]{0,5}[-#]?\d{3,12}\b/giu;

/** Order numbers a text may name, as written; the store decides which exist. */
export function orderNumbersIn(text: string): readonly string[] {
  return [...new Set(text.normalize('NFKC').match(orderNumber) ?? [])];
}

/** Numbers that end in letters, as some shops write them ("KS1001EU"), and what only looks like one ("500ML"). */
const suffixedNumber = /\b[A-Z]{0,5}[-#]?\d{3,12}-?[A-Z]{1,4}\b/g;
const measure = /\d(?:ML|CL|L|KG|G|OZ|LB|LBS|CM|MM|M|KM|W|V|HZ|AM|PM|ST|ND|RD|TH|EUR|USD|GBP|JPY|CNY|RMB)$/;

/** Everything in a text that may name an order in the shop. */
export function namedOrdersIn(text: string): readonly string[] {
  const suffixed = text.normalize('NFKC').match(suffixedNumber) ?? [];
  return [...new Set([...orderNumbersIn(text), ...suffixed.filter((one) => !measure.test(one))])];
}

/** Whether a sentence asks how an order stands rather than for something to be done with it. */
export function asksOrderStatus(text: string): boolean {
  return statusAsk.test(text) && !otherAsk.test(text);
}

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

/** An order as it may be told, and what speaks against telling it unseen: see `FactReading`. */
export type OrderToTell = { readonly order: Order; readonly isOld: boolean; readonly isClaimed: boolean };

/** How sure an answer from the shop is; and one of which something is in doubt: the agent is to look first. */
const factConfidence = 0.9;
const doubtfulConfidence = 0.5;

/** What the shop system says of an order, in words, as evidence. Every figure in it is a field of the order. */
export function orderEvidence(
  { order, isOld, isClaimed }: OrderToTell,
  language: ReplyLanguage,
  question: string,
): Evidence {
  return {
    kind: 'order',
    id: order.number,
    versionId: null,
    question,
    answer: [statusSentence(order, language), trackingSentence(order, language), promiseSentence(order, language)]
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

function promiseSentence(order: Order, language: ReplyLanguage): string {
  // Of several parcels the date is that of the newest alone.
  const isOfAll = order.parcels < 2 && (order.status === 'shipped' || order.status === 'processing');
  if (order.promisedAt === null || !isOfAll) return '';
  const locale = { en: 'en-GB', zh: 'zh-CN', ja: 'ja-JP' }[language];
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(order.promisedAt);
  return {
    en: `The promised delivery date is ${date}.`,
    zh: `预计送达日期为 ${date}。`,
    ja: `お届け予定日は ${date} です。`,
  }[language];
}
