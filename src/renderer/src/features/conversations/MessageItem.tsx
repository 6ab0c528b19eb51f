import { Bot, Paperclip } from 'lucide-react';
import { memo, useState } from 'react';
import { TranslatedText } from '../../app/TranslatedText.tsx';
import type { Message } from '#shared/model/conversation.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { foldedText } from './quoted.ts';

function Attachments({ message }: { readonly message: Message }) {
  const { t, format } = useText();
  if (message.attachments.length === 0) return null;
  return (
    <ul aria-label={t('thread.attachments')} className="mt-2 flex flex-wrap gap-1.5">
      {message.attachments.map((attachment, index) => (
        <li
          key={index}
          className="inline-flex max-w-full items-center gap-1.5 rounded-md border border-line bg-surface px-2 py-0.5 text-xs text-ink-2"
        >
          <Paperclip size={12} className="shrink-0" />
          <span className="truncate">{attachment.name || attachment.contentType}</span>
          {attachment.size !== null && <span className="shrink-0 text-ink-3">{format.size(attachment.size)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** One message of a thread. What it quotes is folded away; it is never HTML. */
export const MessageItem = memo(function MessageItem(props: {
  readonly message: Message;
  readonly now: number;
  readonly language: string;
  /** The message that waits for an answer stands out. */
  readonly isAsking: boolean;
  /** It came after a reply that is held for it. */
  readonly isNew: boolean;
  /** It may be in another language than the window's, and a model may translate it. */
  readonly canTranslate: boolean;
}) {
  const { t, format } = useText();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const { message } = props;
  const { shown, folded } = foldedText(message.text, message.question);
  const isCustomer = message.role === 'customer';
  return (
    <article
      aria-label={t(isCustomer ? 'thread.fromCustomer' : 'thread.fromStore', {
        name: message.authorName || message.authorAddress,
      })}
      data-testid="message"
      data-role={message.role}
      className={classNames(
        'rounded-lg border px-4 py-3',
        isCustomer ? 'mr-8 bg-raised' : 'ml-8 border-line bg-canvas',
        isCustomer && (props.isAsking ? 'border-line-strong' : 'border-line'),
      )}
    >
      <header className="mb-1.5 flex items-baseline gap-2 text-xs">
        <span className="truncate font-semibold text-ink">{message.authorName || message.authorAddress}</span>
        {!isCustomer && <span className="shrink-0 text-ink-3">{t('thread.store')}</span>}
        {message.automatic !== null && (
          <Badge icon={<Bot size={12} />} title={t(`automatic.${message.automatic}.why`)}>
            {t(`automatic.${message.automatic}`)}
          </Badge>
        )}
        {props.isNew && <Badge tone="amber">{t('since.title')}</Badge>}
        <span className="flex-1" />
        <time className="numbers shrink-0 text-ink-3" title={format.full(message.sentAt)}>
          {format.moment(message.sentAt, props.now)}
        </time>
      </header>
      <div className="prose-mail text-base text-ink" lang={props.language}>
        {shown}
      </div>
      {folded !== '' && (
        <>
          <button
            type="button"
            aria-expanded={isUnfolded}
            onClick={() => setIsUnfolded(!isUnfolded)}
            className="mt-1.5 rounded px-1 text-xs text-ink-3 underline-offset-2 -mx-1 hover:text-ink hover:underline"
          >
            {t(isUnfolded ? 'thread.hideQuoted' : 'thread.showQuoted')}
          </button>
          {isUnfolded && (
            <div className="prose-mail mt-1 border-l-2 border-line pl-3 text-xs text-ink-3" lang={props.language}>
              {folded}
            </div>
          )}
        </>
      )}
      {props.canTranslate && isCustomer && (
        <TranslatedText className="mt-1.5" conversationId={message.conversationId} text={shown} />
      )}
      <Attachments message={message} />
    </article>
  );
});
