import { type ReactNode, useEffect, useRef } from 'react';
import type { Thread } from '#shared/contract/conversation.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { useNow } from '../../ui/use-now.ts';
import { MessageItem } from './MessageItem.tsx';
import { OrderList } from './OrderList.tsx';

const statusTones: Record<Thread['conversation']['status'], Tone> = {
  unanswered: 'amber',
  answered: 'accent',
  closed: 'neutral',
};

/** The end of the messages; a new one, for a new thread or message, comes into view. */
function ThreadEnd() {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => void end.current?.scrollIntoView({ block: 'end' }), []);
  return <div ref={end} />;
}

/** A whole conversation, newest message last. `after` stands below the messages: replies on their way. */
export function ThreadView(props: {
  readonly thread: Thread;
  /** Stands below the head: the helpdesk. */
  readonly beside?: ReactNode;
  /** Messages that came after a reply which is held for them. */
  readonly newIds?: ReadonlySet<string>;
  readonly after: ReactNode;
}) {
  const { t, format } = useText();
  const now = useNow();
  const { conversation, messages } = props.thread;
  const lastId = messages.at(-1)?.id;
  const askingFrom = conversation.waitingSince ?? Number.POSITIVE_INFINITY;

  return (
    <section aria-label={t('thread.title')} data-testid="thread" className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 items-start gap-3 border-b border-line px-5 py-2.5">
        <div className="min-w-0 flex-1">
          <h1 className="truncate text-lg font-semibold" lang={conversation.language}>
            {conversation.subject ||
              t(conversation.channel === null ? 'inbox.noSubject' : `channel.${conversation.channel}`)}
          </h1>
          <p className="flex items-center gap-2 text-xs text-ink-2">
            <span className="truncate">
              {conversation.customerName && <span className="text-ink">{conversation.customerName} </span>}
              <span className="text-ink-3 select-text">{conversation.customerAddress}</span>
            </span>
            {conversation.channel !== null && conversation.subject !== '' && (
              <Badge>{t(`channel.${conversation.channel}`)}</Badge>
            )}
            <Badge>{t(`language.${conversation.language}`)}</Badge>
            <Badge tone={statusTones[conversation.status]}>
              {conversation.waitingSince === null
                ? t(`status.${conversation.status}`)
                : t('thread.waits', { span: format.span(Math.max(0, now - conversation.waitingSince)) })}
            </Badge>
          </p>
        </div>
      </header>
      {props.beside}
      <OrderList thread={props.thread} now={now} />
      <div
        className="flex min-h-0 flex-1 flex-col overflow-y-auto px-5 py-4"
        tabIndex={0}
        aria-label={t('thread.messages')}
        role="log"
      >
        {/* Short threads stand at the bottom: the question next to its draft. */}
        <div className="mx-auto mt-auto flex w-full max-w-[46rem] flex-col gap-3">
          {messages.map((message) => (
            <MessageItem
              key={message.id}
              message={message}
              now={now}
              language={conversation.language}
              isNew={props.newIds?.has(message.id) ?? false}
              isAsking={message.role === 'customer' && message.sentAt >= askingFrom}
            />
          ))}
          {props.after}
          <ThreadEnd key={`${conversation.id} ${lastId}`} />
        </div>
      </div>
    </section>
  );
}
