import { CircleAlert, CircleHelp, Clock, PauseCircle, Send, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Message } from '#shared/model/conversation.ts';
import type { OutboxItem } from '#shared/model/outbox.ts';
import { NewWords } from '../../app/NewWords.tsx';
import { pathOf } from '../../app/routes.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useNow } from '../../ui/use-now.ts';
import { type OutboxLook, lookOf, messagesSince } from './looks.ts';
import { FileChips } from '../../app/FileChips.tsx';

const icons: Readonly<Record<OutboxLook, ReactNode>> = {
  waiting: <Clock size={14} className="text-ink-3" />,
  waitingForLine: <WifiOff size={14} className="text-amber" />,
  sending: <Send size={14} className="text-blue" />,
  uncertain: <CircleHelp size={14} className="text-amber" />,
  held: <PauseCircle size={14} className="text-amber" />,
  failed: <CircleAlert size={14} className="text-red" />,
  sent: <Send size={14} className="text-accent-ink" />,
  cancelled: <Clock size={14} className="text-ink-3" />,
};

const borders: Partial<Record<OutboxLook, string>> = {
  failed: 'border-red-line',
  held: 'border-amber-line',
  uncertain: 'border-amber-line',
};

type NoteProps = {
  readonly item: OutboxItem;
  /** Of its thread, oldest first. */
  readonly messages: readonly Message[];
  readonly onRetry: () => void;
  /** Does not wait any longer for word of whether it has left. */
  readonly onStopLooking: () => void;
  /** Takes it back and goes on writing where it ended. */
  readonly onEdit: () => void;
  readonly onCancel: () => void;
};

function Actions({ item, look, onRetry, onStopLooking, onEdit, onCancel }: NoteProps & { readonly look: OutboxLook }) {
  const { t } = useText();
  const isOpen = item.state === 'waiting' || item.state === 'failed';
  // Past the window the channel would refuse it again.
  const canRetry = (item.state === 'failed' || item.problem !== null) && item.problem?.code !== 'reply_window_closed';
  const again = item.state === 'waiting' ? 'outbox.tryNow' : look === 'held' ? 'movedOn.sendAnyway' : 'outbox.retry';
  if (item.state === 'uncertain') {
    return (
      <Button size="small" tone="quiet" className="mt-2" data-testid="outbox-stop-looking" onClick={onStopLooking}>
        {t('outbox.stopLooking')}
      </Button>
    );
  }
  if (!isOpen) return null;
  return (
    <div className="mt-2 flex flex-wrap gap-1.5">
      {canRetry && (
        <Button size="small" data-testid="outbox-retry" onClick={onRetry}>
          {t(again)}
        </Button>
      )}
      <Button
        size="small"
        tone={item.state === 'failed' ? 'plain' : 'quiet'}
        data-testid="outbox-edit"
        onClick={onEdit}
      >
        {t('outbox.edit')}
      </Button>
      <Button size="small" tone="quiet" data-testid="outbox-cancel" onClick={onCancel}>
        {t('outbox.cancel')}
      </Button>
    </div>
  );
}

/** A reply that is on its way or needs a person; one that is held shows what came since. */
export function OutboxNote(props: NoteProps) {
  const { t, format } = useText();
  const now = useNow();
  const { item } = props;
  const look = lookOf(item);
  const problem = item.problem === null ? null : problemText(t, item.problem);
  const since = look === 'held' ? messagesSince(props.messages, item) : [];
  return (
    <article
      data-testid="outbox-item"
      data-state={item.state}
      data-look={look}
      aria-label={t('outbox.reply')}
      className={classNames(
        'ml-8 rounded-lg border border-dashed bg-canvas px-4 py-3',
        borders[look] ?? 'border-line-strong',
      )}
    >
      <header className="mb-1.5 flex items-center gap-2 text-xs">
        {icons[look]}
        <span className="font-semibold">{t(`outbox.${look}`)}</span>
        {item.nextTryAt !== null && item.state === 'waiting' && problem !== null && (
          <span className="text-ink-3">{t('outbox.nextTry', { when: format.moment(item.nextTryAt, now) })}</span>
        )}
      </header>
      {problem !== null && look !== 'held' && (
        <p className={classNames('mb-2 text-xs', item.state === 'failed' ? 'text-red' : 'text-ink-2')}>
          {problem.what} {look === 'waitingForLine' ? t('outbox.waitingForLineText') : problem.remedy}
          {item.problem?.code === 'refused_credentials' && (
            <a
              href={`#${pathOf({ place: 'settings', section: 'inboxes' })}`}
              data-testid="outbox-key"
              className="ml-1 text-accent-ink underline underline-offset-2"
            >
              {t('desk.openSettings')}
            </a>
          )}
        </p>
      )}
      {since.length > 0 && (
        <section className="mb-3">
          <h3 className="mb-1.5 text-xs font-semibold text-amber">{t('since.title')}</h3>
          <NewWords messages={since} reply={item.body} />
          <h3 className="mt-3 mb-1 text-xs font-semibold text-ink-2">{t('outbox.yourReply')}</h3>
        </section>
      )}
      <div className={classNames('prose-mail text-sm text-ink-2', look !== 'held' && 'line-clamp-6')}>{item.body}</div>
      <FileChips className="mt-2" files={item.files} onRemove={null} />
      <Actions {...props} look={look} />
    </article>
  );
}
