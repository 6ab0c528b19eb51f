import type { ClaimKind, SupportMark } from '#shared/model/support.ts';

/** Facts that cost money or trust when nothing stands behind them; the others are marked and not asked about. */
const costly: ReadonlySet<ClaimKind> = new Set([
  'price',
  'percent',
  'period',
  'state',
  'number',
  'link',
  'mail',
  'phone',
  'promise',
]);
/** Days cost something where they are promised. */
const whenPromised: ReadonlySet<ClaimKind> = new Set(['date', 'weekday', 'time']);

type Judged = Pick<SupportMark, 'kind' | 'verdict' | 'said'> & { readonly isPromise: boolean };

/** Whether sending a text with this mark asks first. What a source contradicts always does. */
export function asksFirst({ kind, verdict, isPromise }: Judged): boolean {
  if (verdict === 'supported') return false;
  if (verdict === 'contradicted' || costly.has(kind)) return true;
  return whenPromised.has(kind) && isPromise;
}
