import type { ConversationRow } from '#shared/model/conversation.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { DraftMark } from './DraftMark.tsx';

const day = 86_400_000;

/** How long the customer has waited; past a day it is marked. */
function Waiting({ row, now }: { readonly row: ConversationRow; readonly now: number }) {
  const { t, format } = useText();
  if (row.waitingSince === null) {
    return <time className="numbers shrink-0 text-xs text-ink-3">{format.moment(row.lastMessageAt, now)}</time>;
  }
  const waited = Math.max(0, now - row.waitingSince);
  const text = format.span(waited);
  return (
    <span
      className={classNames('numbers shrink-0 text-xs', waited > day ? 'font-semibold text-amber' : 'text-ink-2')}
      title={t('inbox.waitingSince', { when: format.full(row.waitingSince) })}
    >
      {text}
    </span>
  );
}

/** One row of the conversation list. */
export function ConversationItem(props: {
  readonly row: ConversationRow;
  readonly now: number;
  readonly isChosen: boolean;
  /** Of its store, where the list holds several; else null. */
  readonly storeName: string | null;
  readonly position: number;
  readonly total: number;
  readonly onOpen: () => void;
}) {
  const { t } = useText();
  const { row } = props;
  return (
    <div
      id={`row-${row.id}`}
      role="option"
      aria-selected={props.isChosen}
      aria-setsize={props.total}
      aria-posinset={props.position}
      data-testid="conversation-row"
      data-conversation-id={row.id}
      data-draft={row.draft}
      onClick={props.onOpen}
      className={classNames(
        'relative flex h-full gap-2 border-b border-line/70 py-2 pr-3 pl-2.5',
        props.isChosen
          ? 'bg-accent-soft outline-focus -outline-offset-2 group-focus-visible/list:outline-2'
          : 'hover:bg-sunken/60',
      )}
    >
      {props.isChosen && <span className="absolute inset-y-0 left-0 w-0.5 bg-accent-ink" />}
      <span className="pt-0.5">
        <DraftMark state={row.draft} isQuiet={row.status !== 'unanswered'} />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate text-sm font-semibold text-ink">
            {row.customerName || row.customerAddress}
          </span>
          <Waiting row={row} now={props.now} />
        </div>
        <div className="truncate text-sm text-ink" lang={row.language}>
          {row.subject || t(row.channel === null ? 'inbox.noSubject' : `channel.${row.channel}`)}
        </div>
        <div className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate text-xs text-ink-3" lang={row.language}>
            {row.preview}
          </span>
          {props.storeName !== null && (
            <Badge className="max-w-[45%] shrink-0">
              <span className="truncate">{props.storeName}</span>
            </Badge>
          )}
          <span className="shrink-0 text-2xs text-ink-3">{t(`languageShort.${row.language}`)}</span>
        </div>
      </div>
    </div>
  );
}
