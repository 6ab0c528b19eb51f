import { type ReactNode, useState } from 'react';
import type { Thread } from '#shared/contract/conversation.ts';
import { useMayAsk } from '../../app/may-ask.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { MessageItem } from './MessageItem.tsx';
import { OrderList } from './OrderList.tsx';
import { earlierFrom, firstShown } from './shown-messages.ts';
import { useEndInView } from './use-end-in-view.ts';

const statusTones: Record<Thread['conversation']['status'], Tone> = {
  unanswered: 'amber',
  answered: 'accent',
  closed: 'neutral',
};

function Head({ thread, now }: { readonly thread: Thread; readonly now: number }) {
  const { t, format } = useText();
  const { conversation } = thread;
  return (
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
  );
}

/**
 * A whole conversation, newest message last; of a long one the end, and what came before on demand. `after` stands below
 * the messages: replies on their way. The messages keep their room: what stands above them scrolls before they shrink.
 */
export function ThreadView(props: {
  readonly thread: Thread;
  /** Stands below the head: the helpdesk. */
  readonly beside?: ReactNode;
  /** Messages that came after a reply which is held for them. */
  readonly newIds?: ReadonlySet<string>;
  readonly after: ReactNode;
}) {
  const { t, language } = useText();
  const now = useNow();
  const { conversation, messages } = props.thread;
  const mayTranslate = useMayAsk(conversation.storeId, 'translate');
  const [wantedFrom, setWantedFrom] = useState(() => firstShown(messages.length));
  const from = Math.min(wantedFrom, firstShown(messages.length));
  const { box, content, keepPlace } = useEndInView(`${conversation.id} ${messages.at(-1)?.id}`);
  const askingFrom = conversation.waitingSince ?? Number.POSITIVE_INFINITY;

  return (
    <section
      aria-label={t('thread.title')}
      data-testid="thread"
      className="flex min-h-[min(17rem,55%)] shrink grow basis-auto flex-col"
    >
      <Head thread={props.thread} now={now} />
      <div className="min-h-0 shrink overflow-y-auto">
        {props.beside}
        <OrderList thread={props.thread} now={now} />
      </div>
      <div
        ref={box}
        className="flex min-h-[min(12.5rem,33.4vh)] shrink-0 grow basis-[0px] flex-col overflow-y-auto px-5 py-4 shadow-[0_-1px_0_var(--line)]"
        tabIndex={0}
        aria-label={t('thread.messages')}
        role="log"
      >
        {/* Short threads stand at the bottom: the question next to its draft. */}
        <div ref={content} className="mx-auto mt-auto flex w-full max-w-[46rem] flex-col gap-3">
          {from > 0 && (
            <Button
              size="small"
              className="self-center"
              data-testid="earlier-messages"
              onClick={() => {
                keepPlace();
                setWantedFrom(earlierFrom(from));
              }}
            >
              {t('thread.earlier', { count: from })}
            </Button>
          )}
          {messages.slice(from).map((message) => (
            <MessageItem
              key={message.id}
              message={message}
              now={now}
              language={conversation.language}
              canTranslate={mayTranslate && conversation.language !== language}
              isNew={props.newIds?.has(message.id) ?? false}
              isAsking={message.role === 'customer' && message.sentAt >= askingFrom}
            />
          ))}
          {props.after}
        </div>
      </div>
    </section>
  );
}
