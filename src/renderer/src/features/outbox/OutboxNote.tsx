import { CircleAlert, CircleHelp, Clock, Send } from 'lucide-react';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useNow } from '../../ui/use-now.ts';

const icons = {
  waiting: <Clock size={14} className="text-ink-3" />,
  sending: <Send size={14} className="text-blue" />,
  uncertain: <CircleHelp size={14} className="text-amber" />,
  failed: <CircleAlert size={14} className="text-red" />,
  sent: <Send size={14} className="text-accent-ink" />,
  cancelled: <Clock size={14} className="text-ink-3" />,
};

/** What sending again means: now, another time, or past what the customer wrote meanwhile. */
function againLabel(item: OutboxItem): 'outbox.tryNow' | 'outbox.retry' | 'movedOn.sendAnyway' {
  if (item.state === 'waiting') return 'outbox.tryNow';
  return item.problem?.code === 'thread_moved_on' ? 'movedOn.sendAnyway' : 'outbox.retry';
}

/** A reply that is on its way or needs a person. */
export function OutboxNote(props: {
  readonly item: OutboxItem;
  readonly onRetry: () => void;
  readonly onCancel: () => void;
}) {
  const { t, format } = useText();
  const now = useNow();
  const { item } = props;
  const problem = item.problem === null ? null : problemText(t, item.problem);
  return (
    <article
      data-testid="outbox-item"
      data-state={item.state}
      aria-label={t('outbox.reply')}
      className={classNames(
        'ml-8 rounded-lg border border-dashed bg-canvas px-4 py-3',
        item.state === 'failed'
          ? 'border-red-line'
          : item.state === 'uncertain'
            ? 'border-amber-line'
            : 'border-line-strong',
      )}
    >
      <header className="mb-1.5 flex items-center gap-2 text-xs">
        {icons[item.state]}
        <span className="font-semibold">{t(`outbox.${item.state}`)}</span>
        {item.nextTryAt !== null && item.state === 'waiting' && item.attempts > 0 && (
          <span className="text-ink-3">{t('outbox.nextTry', { when: format.moment(item.nextTryAt, now) })}</span>
        )}
      </header>
      {problem !== null && (
        <p className={classNames('mb-2 text-xs', item.state === 'failed' ? 'text-red' : 'text-amber')}>
          {problem.what} {problem.remedy}
        </p>
      )}
      <div className="prose-mail line-clamp-6 text-sm text-ink-2">{item.body}</div>
      <div className="mt-2 flex gap-1.5">
        {(item.state === 'failed' || (item.state === 'waiting' && item.attempts > 0)) && (
          <Button size="small" data-testid="outbox-retry" onClick={props.onRetry}>
            {t(againLabel(item))}
          </Button>
        )}
        {(item.state === 'waiting' || item.state === 'failed') && (
          <Button size="small" tone="quiet" data-testid="outbox-cancel" onClick={props.onCancel}>
            {t('outbox.cancel')}
          </Button>
        )}
      </div>
    </article>
  );
}
