import type { Order } from '#shared/model/order.ts';
import type { Claim } from './claim.ts';
import { bareNumber } from './further-values.ts';
import { areOpposed, isStanding } from './states.ts';
import { type Reply, type Verdict, contradictedBy, supportedBy, unsupported } from './verdict.ts';

/** Whether an order, or a product's stock, stands as a reply says. */
export function judgeState(claim: Claim, reply: Reply): Verdict {
  const isStock = /stocked|gone/u.test(claim.key);
  const orders = isStock ? [] : ordersMeant(reply, claim);
  const standing = orders.find(({ status }) => isStanding(status, claim.key));
  if (standing !== undefined) return ofOrder(standing, 'supported');
  // How one order stands is not told by what holds for all of them.
  const texts = reply.sources.texts.filter(({ order, isRecalled }) => order === null && (isStock || !isRecalled));
  for (const text of texts) {
    const same = text.read.claims.find(({ kind, key }) => kind === 'state' && key === claim.key);
    // What the customer says of an order is no more than that where the shop knows better.
    if (
      same !== undefined &&
      (text.grants === 'all' || orders.length === 0) &&
      (orders.length === 0 || isShopFact(text.owner, reply))
    )
      return supportedBy(text, same);
  }
  const [order] = orders;
  if (order !== undefined) return ofOrder(order, 'contradicted');
  for (const text of texts) {
    const other = text.read.claims.find(({ kind, key }) => kind === 'state' && areOpposed(key, claim.key));
    if (other !== undefined && text.grants === 'all') return contradictedBy(text, other);
  }
  return unsupported;
}

/** The evidence of a draft was read from the shop as well. */
function isShopFact(owner: string, { sources }: Reply): boolean {
  return owner.startsWith('evidence/') && sources.texts.some((text) => text.owner === owner);
}

/** The orders that the reply names, in the sentence or at all; where it names none, all of the conversation. */
function ordersMeant({ read, sources }: Reply, claim: Claim): readonly Order[] {
  const orders = [
    ...new Map(sources.texts.flatMap(({ order }) => (order === null ? [] : [[order.number, order] as const]))).values(),
  ];
  const numbersIn = (claims: readonly Claim[]): readonly Order[] => {
    const named = new Set(claims.filter(({ kind }) => kind === 'number').map(({ key }) => key));
    return orders.filter(({ number }) => named.has(bareNumber(number)));
  };
  const sentence = read.clauses[claim.clause]?.sentence;
  const near = numbersIn(read.claims.filter(({ clause }) => read.clauses[clause]?.sentence === sentence));
  if (near.length > 0) return near;
  const named = numbersIn(read.claims);
  return named.length > 0 ? named : orders;
}

function ofOrder({ number, status }: Order, verdict: 'supported' | 'contradicted'): Verdict {
  return {
    verdict,
    source: { from: 'order', number, field: 'status', quote: status },
    says: verdict === 'contradicted' ? status : null,
    owner: `order/${number}`,
    anchor: null,
  };
}
