import { Layers, Search, X } from 'lucide-react';
import type { RefObject } from 'react';
import type { ConversationStatus } from '#shared/model/conversation.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Tabs } from '../../ui/Tabs.tsx';

/** Search and tabs above the list of conversations. */
export function ListHead(props: {
  /** What the list holds, where that is more than one store. */
  readonly title: string | null;
  readonly status: ConversationStatus;
  readonly counts: Readonly<Record<ConversationStatus, number | undefined>>;
  readonly searchText: string;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  readonly onStatus: (status: ConversationStatus) => void;
  readonly onSearch: (text: string) => void;
  readonly onEnter: () => void;
}) {
  const { t } = useText();
  const { searchBox, searchText } = props;
  return (
    <div className="@container flex shrink-0 flex-col gap-2 border-b border-line p-2.5 pb-2">
      {props.title !== null && (
        <h1 data-testid="list-title" className="flex items-center gap-1.5 px-0.5 text-xs font-semibold text-ink-2">
          <Layers size={13} />
          {props.title}
        </h1>
      )}
      <div className="relative">
        <Search size={14} className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3" />
        <TextInput
          ref={searchBox}
          type="search"
          data-testid="conversation-search"
          aria-label={t('inbox.search')}
          placeholder={t('inbox.search')}
          value={searchText}
          onChange={(event) => props.onSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) props.onEnter();
          }}
          className="px-8 [&::-webkit-search-cancel-button]:hidden"
        />
        <span className="absolute top-1/2 right-1.5 -translate-y-1/2">
          {searchText === '' ? (
            <Kbd>/</Kbd>
          ) : (
            <IconButton
              label={t('action.clear')}
              icon={<X size={14} />}
              className="size-6"
              onClick={() => props.onSearch('')}
            />
          )}
        </span>
      </div>
      <div className="@max-[13rem]:[&_.numbers]:hidden @max-[13rem]:[&_button]:px-1">
        <Tabs
          label={t('inbox.tabs')}
          value={props.status}
          onChange={props.onStatus}
          tabs={(['unanswered', 'answered', 'closed'] as const).map((id) => ({
            id,
            label: t(`status.${id}`),
            count: props.counts[id],
          }))}
        />
      </div>
    </div>
  );
}
