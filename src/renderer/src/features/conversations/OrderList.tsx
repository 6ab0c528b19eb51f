import { useQueryClient } from '@tanstack/react-query';
import { RefreshCw, UserRound } from 'lucide-react';
import type { Thread } from '#shared/contract/conversation.ts';
import type { CustomerOrders } from '#shared/contract/shop.ts';
import type { ShopCustomer } from '#shared/model/shop.ts';
import { keyOf, useAnswer, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { readText, shopProblemText, sourceText } from '../../i18n/fact-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { OrderCard } from './OrderCard.tsx';

/** What the shop knows of the customer, on one line. */
function CustomerLine({ customer, now }: { readonly customer: ShopCustomer; readonly now: number }) {
  const { t, format } = useText();
  const { since, spent, orderCount, note } = customer;
  const parts = [
    t('customer.orders', { count: orderCount }),
    ...(spent === null ? [] : [t('customer.spent', { amount: format.money(spent.value, spent.currency) })]),
    ...(since === null ? [] : [t('customer.since', { when: format.moment(since, now) })]),
    ...(note === null ? [] : [note]),
  ];
  return (
    <p
      className="flex items-center gap-1.5 border-b border-line px-5 py-1 text-xs text-ink-2"
      data-testid="shop-customer"
    >
      <UserRound size={13} className="shrink-0 text-blue" />
      <span className="min-w-0 truncate" title={note ?? undefined}>
        {parts.join(' · ')}
      </span>
      {customer.tags.slice(0, 4).map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
    </p>
  );
}

/** How fresh the shop's facts are, and a way to read them again. */
function ReadingLine(props: {
  readonly reading: CustomerOrders;
  readonly address: string;
  readonly now: number;
  readonly isReading: boolean;
  readonly onRefresh: () => void;
}) {
  const { t, format } = useText();
  const { source, readAt, problem, orders } = props.reading;
  if (source === null) return null;
  const age = readAt === null ? t('facts.never') : readText(t, format, readAt, props.now);
  const trouble = problem === null ? null : shopProblemText(t, problem);
  return (
    <div
      className="flex items-center gap-2 border-b border-line px-5 py-0.5 text-2xs text-ink-3"
      data-testid="orders-reading"
    >
      <p className={classNames('min-w-0 flex-1 truncate', trouble !== null && 'text-amber')} role="status">
        {sourceText(t, source)} · {props.isReading ? t('facts.reading') : age}
        {orders.length === 0 && readAt !== null && ` · ${t('order.noneHere', { address: props.address })}`}
        {trouble !== null &&
          !props.isReading &&
          ` · ${trouble.what} ${trouble.remedy} ${orders.length > 0 ? t('facts.shopAway') : ''}`}
      </p>
      <IconButton
        label={t('order.refresh')}
        icon={<RefreshCw size={12} />}
        className="size-6"
        data-testid="orders-refresh"
        disabled={props.isReading}
        onClick={props.onRefresh}
      />
    </div>
  );
}

/** The orders of a conversation's customer. Opening it has them read again where they are old. */
export function OrderList({ thread, now }: { readonly thread: Thread; readonly now: number }) {
  const cache = useQueryClient();
  const report = useReport();
  const { id: conversationId, customerAddress } = thread.conversation;
  const reading = useAnswer('shop.readOrders', { conversationId });
  const refresh = useRequest('shop.readOrders');

  function readAgain(): void {
    refresh.mutate(
      { conversationId, isForced: true },
      {
        onError: report,
        onSuccess: (answer) => cache.setQueryData(keyOf('shop.readOrders', { conversationId }), answer),
      },
    );
  }

  return (
    <>
      {reading.data?.customer && <CustomerLine customer={reading.data.customer} now={now} />}
      {thread.orders.map((order) => (
        <OrderCard key={`${order.source.kind} ${order.source.name} ${order.number}`} order={order} now={now} />
      ))}
      {reading.data !== undefined && (
        <ReadingLine
          reading={reading.data}
          address={customerAddress}
          now={now}
          isReading={refresh.isPending || reading.isFetching}
          onRefresh={readAgain}
        />
      )}
    </>
  );
}
