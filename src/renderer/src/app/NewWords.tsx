import type { Message } from '#shared/model/conversation.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { Badge } from '../ui/Badge.tsx';
import { WordDiff } from '../ui/WordDiff.tsx';
import { likenessOf } from '../ui/word-diff.ts';
import { useNow } from '../ui/use-now.ts';

/** From this share of common words on two replies say the same, and only what differs is of interest. */
const alike = 0.4;

function Words({ message, reply }: { readonly message: Message; readonly reply: string }) {
  const { t } = useText();
  const text = message.question || message.text;
  if (message.role === 'customer' || likenessOf(text, reply) < alike)
    return <p className="prose-mail text-sm">{text}</p>;
  return (
    <>
      <WordDiff before={text} after={reply} />
      <p className="mt-1.5 text-2xs text-ink-3">{t('since.compare')}</p>
    </>
  );
}

/** What came into a thread since a reply was written: whose words, when, and how a colleague's answer differs. */
export function NewWords(props: { readonly messages: readonly Message[]; readonly reply: string }) {
  const { t, format } = useText();
  const now = useNow();
  return (
    <ul data-testid="new-words" className="flex flex-col gap-2">
      {props.messages.map((message) => {
        const isCustomer = message.role === 'customer';
        return (
          <li
            key={message.id}
            data-role={message.role}
            className="rounded-lg border border-amber-line/70 bg-amber-soft/40 px-3 py-2"
          >
            <p className="mb-1 flex items-baseline gap-2 text-xs">
              <Badge tone={isCustomer ? 'amber' : 'blue'}>{t(isCustomer ? 'since.customer' : 'since.colleague')}</Badge>
              <span className="min-w-0 flex-1 truncate font-semibold">
                {message.authorName || message.authorAddress}
              </span>
              <time className="numbers shrink-0 text-ink-3" title={format.full(message.sentAt)}>
                {format.moment(message.sentAt, now)}
              </time>
            </p>
            <Words message={message} reply={props.reply} />
          </li>
        );
      })}
    </ul>
  );
}
