import type { OrderStatus } from '#shared/model/order.ts';
import type { Clause } from '../health/folded-text.ts';

/** How an order or a product stands. */
export type Standing = 'processing' | 'shipped' | 'delivered' | 'cancelled' | 'refunded' | 'stocked' | 'gone';

export type SaidStanding = {
  readonly start: number;
  readonly end: number;
  readonly standing: Standing;
  readonly sign: 1 | -1;
};

const been =
  "(?:\\b(?:has|have|was|were|is (?:now|already)|are (?:now|already)|got|we(?:'ve| have)?|i(?:'ve| have)?|it's|'s)(?: (?:not|already|just|now|also|only|yet|been|all|successfully|fully|be|to|you|your))*|\\b(?:hasn't|haven't|wasn't|weren't)(?: (?:yet|been|already))*)";

/** Patterns over folded text. What an order's way can be told by, longest first. */
const patterns: ReadonlyArray<readonly [Standing, RegExp]> = [
  [
    'gone',
    /\b(?:sold out|out of stock|(?:not|no longer) (?:currently )?(?:available|in stock)|unavailable)\b|缺货|无货|沒貨|没货|售罄|卖完|断货|品切れ|在庫切れ|売り切れ|完売|在庫(?:は|が)(?:ございません|ありません|ない)/gu,
  ],
  [
    'stocked',
    /\b(?:is|are|'s|'re)(?: (?:currently|now|back|still))* (?:in stock|available (?:now|again))\b|(?:目前|现在|还)?有货|现货充足|在庫(?:は|が)?(?:ございます|あります|ある|あり)/gu,
  ],
  [
    'refunded',
    new RegExp(
      `${been} (?:refunded|reimbursed|(?:paid|credited) back)\\b|\\b(?:the|your) refund(?: (?:for|of|to|on) [^,.;]{1,40}?)? (?:has|was|is (?:now|already)) (?:been |already |now )*(?:issued|made|completed|sent|processed|done)\\b|已(?:经|為您|为您)*(?:全额)?(?:退款|退还|退回原)|退款(?:已(?:经)?|均已)(?:完成|到账|退回|处理完)|返金(?:済み|いたしました|しました|され(?:ました|ています)|(?:が|は)?完了|手続き(?:が|は)?(?:完了|済))`,
      'gu',
    ),
  ],
  [
    'cancelled',
    new RegExp(
      `${been} cancel+ed\\b|已(?:经|為您|为您)*(?:被)?取消|キャンセル(?:済み|いたしました|しました|され(?:ました|ています)|となりました|になりました|(?:が|は)完了)`,
      'gu',
    ),
  ],
  [
    'delivered',
    new RegExp(
      `${been} (?:delivered|arrived|handed over to you|left with|signed for)\\b|\\barrived (?:on|at|yesterday|today)\\b|已(?:经)?(?:被)?(?:签收|送达|送到|妥投|派送成功|投递)|配達(?:完了|済み|され(?:ました|ています)|いたしました)|お届け(?:済み|しました|いたしました|(?:が)?完了)`,
      'gu',
    ),
  ],
  [
    'shipped',
    new RegExp(
      `${been} (?:shipped|dispatched|despatched|sent(?! (?:you|us|to you an?))|posted|handed (?:over )?to|picked up|left (?:our|the))\\b|\\b(?:on (?:its|the|their) way|in transit)\\b|(?:已(?:经|部分)*|尚未|还没有?|还未|未)(?:发货|发出|寄出|出库|发运|交给|交由|揽收)|(?:正在|在)(?:路上|运输|配送|派送)|运输中|配送中|在途|(?:発送|出荷)(?:済み|いたしました|しました|(?:が|は)?完了|され(?:ました|ています)|(?:して|され?て)(?:おり|い)(?:ます|ません))|配送中|輸送中|引き渡し(?:て(?:おり|い)ません|ました|済み)`,
      'gu',
    ),
  ],
  [
    'processing',
    /\b(?:is|are|'s)(?: (?:still|currently|now|just))*(?: being)? (?:prepared|packed|processed|processing|getting ready)\b|正在(?:备货|处理|打包|准备|配货)|备货中|处理中|(?:発送|出荷)?(?:の)?準備中|(?<!お)処理中|梱包中/gu,
  ],
];

const denied =
  /\bnot\b|n't\b|\bnever\b|\bno\b|尚未|还没|还未|没有|(?<!尚)未(?=发|寄|出|交|揽)|ません|まだ.*(?:ない|いません)/u;
/** What is yet to be, or only if something else is, says nothing of how it stands. */
const supposed =
  /\b(?:once|if|when|after|as soon as|until|unless|before|while|whether|in case|should)\b|\bwill (?:have )?be(?:en)?\b|如果|若|一旦|的话|是否|以后|之后|(?:后|时|前)(?=$|[，,您])|場合|次第|たら|れば|ときに|まで(?:に|は)/u;

/** How orders and stock stand as a text says it; conditions and rules for all orders are left out. */
export function standingsIn(folded: string, clauses: readonly Clause[]): readonly SaidStanding[] {
  const said: SaidStanding[] = [];
  let rest = folded;
  for (const [standing, pattern] of patterns) {
    for (const match of rest.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const clause = clauses.find((one) => one.start <= start && start < one.end);
      if (clause === undefined) continue;
      const before = folded.slice(clause.start, start);
      if (supposed.test(`${before}${match[0]}`) || supposed.test(folded.slice(end, Math.min(clause.end, end + 8))))
        continue;
      if (/\b(?:once|as soon as|when|after|if|unless)\b/u.test(folded.slice(end, clause.end))) continue;
      if (folded.slice(clause.end, clause.end + 1).search(/[?？]/u) === 0) continue;
      const isDenied =
        standing !== 'gone' && denied.test(`${before.slice(-14)}${match[0]}${folded.slice(end, end + 6)}`);
      said.push({ start, end, standing, sign: isDenied ? -1 : 1 });
    }
    rest = rest.replace(pattern, (match) => '\u0001'.repeat(match.length));
  }
  return said.toSorted((a, b) => a.start - b.start);
}

export function standingKey({ standing, sign }: Pick<SaidStanding, 'standing' | 'sign'>): string {
  return sign === 1 ? standing : `not ${standing}`;
}

const ofStatus: Record<OrderStatus, readonly string[]> = {
  processing: ['processing', 'not shipped', 'not delivered', 'not cancelled', 'not refunded'],
  part_shipped: ['shipped', 'not delivered', 'not cancelled', 'not refunded'],
  shipped: ['shipped', 'not delivered', 'not cancelled', 'not refunded'],
  delivered: ['delivered', 'shipped', 'not cancelled', 'not refunded'],
  cancelled: ['cancelled', 'not shipped', 'not delivered'],
  refunded: ['refunded'],
  held: ['not delivered', 'not cancelled', 'not refunded'],
};

/** Whether an order of this status stands as it is said. */
export function isStanding(status: OrderStatus, key: string): boolean {
  return ofStatus[status].includes(key);
}

/** Whether two standings cannot both be of one order or product. */
export function areOpposed(a: string, b: string): boolean {
  if (a === b) return false;
  if (a === `not ${b}` || b === `not ${a}`) return true;
  const isStock = (key: string): boolean => /stocked|gone/.test(key);
  if (isStock(a) !== isStock(b)) return false;
  const isWay = (key: string): boolean => /^(?:shipped|delivered)$/.test(key);
  return !a.startsWith('not ') && !b.startsWith('not ') && !(isWay(a) && isWay(b) && a === 'shipped');
}
