import { useEffect, useRef } from 'react';
import type { Message } from '#shared/model/conversation.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useNow } from '../../ui/use-now.ts';

/** The end of the messages; a new one comes into view. */
function SaidEnd() {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => void end.current?.scrollIntoView({ block: 'end' }), []);
  return <div ref={end} />;
}

/** What was said so far, newest last, as a chat shows it. */
export function SaidList(props: { readonly messages: readonly Message[]; readonly language: string }) {
  const { t, format } = useText();
  const now = useNow();
  return (
    <div
      role="log"
      aria-label={t('panel.messages')}
      tabIndex={0}
      className="flex max-h-[30%] min-h-16 shrink-0 flex-col [@media(max-height:520px)]:max-h-16 gap-1.5 overflow-y-auto px-3 py-2.5"
    >
      {props.messages.map((message) => {
        const isCustomer = message.role === 'customer';
        return (
          <article
            key={message.id}
            data-testid="panel-message"
            data-role={message.role}
            className={classNames(
              'rounded-lg border px-2.5 py-1.5',
              isCustomer ? 'mr-6 border-line bg-raised' : 'ml-6 border-transparent bg-sunken/70',
            )}
          >
            <div
              className={classNames('prose-mail text-sm', isCustomer ? 'text-ink' : 'line-clamp-3 text-ink-2')}
              lang={props.language}
            >
              {message.text}
            </div>
            <time className="numbers text-2xs text-ink-3">
              {isCustomer ? '' : `${t('panel.you')} · `}
              {format.moment(message.sentAt, now)}
            </time>
          </article>
        );
      })}
      <SaidEnd key={props.messages.at(-1)?.id} />
    </div>
  );
}
