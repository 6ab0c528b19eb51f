import { ChevronRight, Package } from 'lucide-react';
import type { Order } from '#shared/model/order.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { readText, sourceText } from '../../i18n/fact-text.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';

const tones: Record<Order['status'], Tone> = {
  processing: 'neutral',
  part_shipped: 'blue',
  shipped: 'blue',
  delivered: 'accent',
  cancelled: 'red',
  refunded: 'amber',
  held: 'amber',
};

function Tracking({ order }: { readonly order: Order }) {
  if (order.trackingUrl === null) return order.trackingNumber ?? '–';
  return (
    <a className="text-blue underline underline-offset-2" href={order.trackingUrl} target="_blank" rel="noreferrer">
      {order.trackingNumber ?? order.trackingUrl}
    </a>
  );
}

/** What the shop system says of an order: one line, more on demand, and when and where it was read. */
export function OrderCard({ order, now }: { readonly order: Order; readonly now: number }) {
  const { t, format } = useText();
  const items = order.items.map((item) => `${item.quantity} × ${item.title}`).join(', ');
  return (
    <details className="group border-b border-line bg-blue-soft/40 text-xs" data-testid="order">
      <summary className="flex list-none items-center gap-2 px-5 py-1.5 marker:hidden">
        <ChevronRight size={13} className="shrink-0 text-ink-3 transition-transform group-open:rotate-90" />
        <Package size={13} className="shrink-0 text-blue" />
        <span className="numbers font-semibold text-ink">{order.number}</span>
        <Badge tone={tones[order.status]} {...(order.status === 'held' ? { title: t('order.held.why') } : {})}>
          {t(`order.${order.status}`)}
        </Badge>
        <span className="min-w-0 flex-1 truncate text-ink-2">{items}</span>
        <span className="numbers shrink-0 text-ink">{format.money(order.amount.value, order.amount.currency)}</span>
      </summary>
      <dl className="grid grid-cols-[auto_1fr_auto_1fr] gap-x-3 gap-y-1 px-5 pt-1 pb-2.5 pl-11">
        <dt className="text-ink-3">{t('order.placed')}</dt>
        <dd className="numbers">{format.full(order.placedAt)}</dd>
        <dt className="text-ink-3">{t('order.promised')}</dt>
        <dd className="numbers">{order.promisedAt === null ? '–' : format.moment(order.promisedAt, now)}</dd>
        <dt className="text-ink-3">{t('order.carrier')}</dt>
        <dd>{order.carrier ?? '–'}</dd>
        <dt className="text-ink-3">{t('order.tracking')}</dt>
        <dd className="numbers min-w-0 truncate">
          <Tracking order={order} />
          {order.parcels > 1 && <span className="text-ink-3"> · {t('order.parcels', { count: order.parcels })}</span>}
        </dd>
        <dt className="text-ink-3">{t('order.items')}</dt>
        <dd className="col-span-3">{items}</dd>
        <dd className="col-span-4 text-ink-3" data-testid="order-reading" title={format.full(order.readAt)}>
          {sourceText(t, order.source)} · {readText(t, format, order.readAt, now)}
        </dd>
      </dl>
    </details>
  );
}
