import { Clock, TriangleAlert } from 'lucide-react';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useNow } from '../../ui/use-now.ts';
import type { LimitView } from './limits.ts';

/** Until when a reply is taken; quiet while there is time, loud when there is none. */
function WindowText({ view }: { readonly view: LimitView }) {
  const { t, format } = useText();
  const now = useNow();
  if (view.blockedBy === 'removed') return <>{t('limits.removed')}</>;
  if (view.closesAt === null) return null;
  const when = format.moment(view.closesAt, now);
  if (view.blockedBy === 'closed') return <>{t('limits.closed', { when })}</>;
  const left = view.closesAt - now;
  return <>{left < 60_000 ? t('limits.lastMinute', { when }) : t('limits.until', { when, span: format.span(left) })}</>;
}

/** What the channel still takes: characters and time. Nothing where neither matters now. */
export function LimitLine({ view }: { readonly view: LimitView }) {
  const { t } = useText();
  const { left, blockedBy } = view;
  const hasWindow = view.closesAt !== null || blockedBy === 'removed';
  if (!hasWindow && left === null) return null;
  const isShut = blockedBy === 'closed' || blockedBy === 'removed';
  return (
    <div
      role="status"
      data-testid="limits"
      data-blocked={blockedBy ?? ''}
      className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-0.5 px-4 pb-1.5 text-xs"
    >
      {hasWindow && (
        <span
          className={classNames(
            'inline-flex items-center gap-1.5',
            isShut ? 'font-medium text-red' : view.isClosing ? 'font-medium text-amber' : 'text-ink-3',
          )}
        >
          {isShut ? <TriangleAlert size={13} /> : <Clock size={13} />}
          <WindowText view={view} />
        </span>
      )}
      <span className="flex-1" />
      {left !== null && (
        <span className={classNames('numbers', left < 0 ? 'font-medium text-red' : 'text-ink-2')}>
          {left < 0 ? t('limits.over', { count: -left }) : t('limits.left', { count: left })}
        </span>
      )}
    </div>
  );
}
