import { MessageSquareText } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Thread } from '#shared/contract/conversation.ts';
import type { ConversationStatus } from '#shared/model/conversation.ts';
import type { Store } from '#shared/model/store.ts';
import { DoubtDialog } from '../features/composer/DoubtDialog.tsx';
import { MovedOnDialog } from '../features/composer/MovedOnDialog.tsx';
import { UntranslatedDialog } from '../features/composer/UntranslatedDialog.tsx';
import { ConversationList } from '../features/conversations/ConversationList.tsx';
import { ListHead } from '../features/conversations/ListHead.tsx';
import { movedBy, nextAfter } from '../features/conversations/next-conversation.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { problemText } from '../i18n/problem-text.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Resizer } from '../ui/Resizer.tsx';
import { showToast } from '../ui/toast-store.ts';
import { ConversationView } from './ConversationView.tsx';
import { useCommand } from './commands.tsx';
import { EmptyList, type InboxPlace, InboxStart } from './InboxStart.tsx';
import { dropFromUnanswered } from './list-cache.ts';
import { setPreferences, usePreferences } from './preferences.ts';
import { useAnswer, usePages, useRequest } from './queries.ts';
import { type Route, useRoute } from './routes.ts';
import { useDebounced } from './use-debounced.ts';
import { useEntry } from './use-entry.ts';
import { useReport } from './use-report.ts';
import { useSending } from './use-sending.ts';

type InboxRoute = Extract<Route, { place: 'inbox' }>;

function useCounts(place: InboxPlace, text: string): Record<ConversationStatus, number | undefined> {
  const filter = { ...place, limit: 1, ...(text === '' ? {} : { text }) };
  const unanswered = useAnswer('conversation.list', { ...filter, status: 'unanswered' }, { keepsLast: true });
  const answered = useAnswer('conversation.list', { ...filter, status: 'answered' }, { keepsLast: true });
  const closed = useAnswer('conversation.list', { ...filter, status: 'closed' }, { keepsLast: true });
  return { unanswered: unanswered.data?.total, answered: answered.data?.total, closed: closed.data?.total };
}

function focusList(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  document.querySelector<HTMLElement>('[data-testid=conversation-list]')?.focus();
}

/** A dialog gives the focus back to where it was before; whoever looks again goes on writing. */
function focusEditor(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-testid=composer-text]')?.focus());
}

function useListCommands(parts: {
  readonly ids: readonly string[];
  readonly current: string | null;
  readonly open: (id: string | null) => void;
  readonly search: () => void;
  readonly leave: () => void;
}): void {
  useCommand('next', () => parts.open(movedBy(parts.ids, parts.current, 1)));
  useCommand('previous', () => parts.open(movedBy(parts.ids, parts.current, -1)));
  useCommand('open', () => {
    if (parts.current === null) parts.open(parts.ids[0] ?? null);
    else document.querySelector<HTMLElement>('[data-testid=thread] [role=log]')?.focus();
  });
  useCommand('search', parts.search);
  useCommand('leave', parts.leave);
}

function OpenConversation(props: {
  readonly id: string;
  readonly leadsStore: boolean;
  readonly startsAtGap: boolean;
  readonly view: Omit<React.ComponentProps<typeof ConversationView>, 'thread' | 'startsAtGap'>;
}) {
  const { t } = useText();
  const thread = useAnswer('conversation.get', { conversationId: props.id });
  const { storeId } = usePreferences();
  const itsStore = thread.data?.conversation.storeId;
  // Among the conversations of every store, the rest of the desk follows the one in hand.
  useEffect(() => {
    if (props.leadsStore && itsStore !== undefined && itsStore !== storeId) setPreferences({ storeId: itsStore });
  }, [props.leadsStore, itsStore, storeId]);
  if (thread.error !== null && thread.data === undefined) {
    const { what, remedy } = problemText(t, thread.error);
    return <EmptyState icon={<MessageSquareText size={28} />} title={what} text={remedy} />;
  }
  if (thread.data === undefined) return <div className="flex-1 bg-surface" aria-busy />;
  return <ConversationView thread={thread.data} startsAtGap={props.startsAtGap} {...props.view} />;
}

/** The inbox: the list, the open conversation, and what the desk knows for it. */
export function InboxPage(props: {
  readonly route: InboxRoute;
  /** Null for the conversations of every store. */
  readonly storeId: string | null;
  readonly stores: readonly Store[];
}) {
  const { route, storeId } = props;
  const place: InboxPlace = storeId === null ? {} : { storeId };
  const { t } = useText();
  const [, go] = useRoute();
  const cache = useQueryClient();
  const report = useReport();
  const { listWidth } = usePreferences();
  const searchBox = useRef<HTMLInputElement>(null);
  const [searchText, setSearchText] = useState('');
  // A conversation one is brought back to is opened anew, so that it reads what was kept of it.
  const [back, setBack] = useState({ round: 0, toGap: false });
  const text = useDebounced(searchText.trim(), 150);
  const list = usePages('conversation.list', { ...place, status: route.status, ...(text === '' ? {} : { text }) });
  const counts = useCounts(place, text);
  const close = useRequest('conversation.close');
  const reopen = useRequest('conversation.reopen');
  const ids = list.items.map((row) => row.id);
  const storeNames = new Map(storeId === null ? props.stores.map((store) => [store.id, store.settings.name]) : []);

  const open = (id: string | null): void => {
    if (id !== null) go({ ...route, id }, route.id !== null);
  };
  const entry = useEntry(text, list.isPending || list.isOfBefore ? null : ids, (id) => {
    open(id);
    focusList();
  });
  const moveOn = (leaving: string): void => {
    if (route.status !== 'unanswered' || route.id !== leaving) return;
    const next = nextAfter(ids, leaving);
    // Of what was searched for nothing is left: the search has done its work.
    if (next === null) setSearchText('');
    go({ ...route, id: next }, true);
    focusList();
  };
  const comeBack = (id: string, toGap: boolean): void => {
    setBack(({ round }) => ({ round: round + 1, toGap }));
    go({ place: 'inbox', status: route.status, id });
  };
  const sending = useSending({
    moveOn,
    comeBack,
    viewLearned: (item) => go({ place: 'learned', section: 'waiting', id: item.id }),
  });

  function closeConversation(thread: Thread): void {
    const { id, customerName, customerAddress } = thread.conversation;
    moveOn(id);
    dropFromUnanswered(cache, id);
    const undo = (): void =>
      reopen.mutate({ conversationId: id }, { onError: report, onSuccess: () => comeBack(id, false) });
    close.mutate(
      { conversationId: id },
      {
        onError: (error) => {
          report(error);
          void cache.invalidateQueries({ queryKey: ['conversation.list'] });
          comeBack(id, false);
        },
        onSuccess: () =>
          showToast({
            text: t('toast.closed', { name: customerName || customerAddress }),
            lasts: 6_000,
            hasCountdown: true,
            actions: [{ label: t('action.undo'), shortcut: 'Z', run: undo }],
          }),
      },
    );
  }

  /** Reopened, it waits among the unanswered again: there the person follows it. */
  function reopenConversation(thread: Thread): void {
    const { id } = thread.conversation;
    const follow = (): void => go({ place: 'inbox', status: 'unanswered', id }, true);
    reopen.mutate({ conversationId: id }, { onError: report, onSuccess: follow });
  }

  useListCommands({ ids, current: route.id, open, search: () => searchBox.current?.focus(), leave: focusList });

  return (
    <div className="flex min-h-0 min-w-0 flex-1 overflow-hidden">
      <nav
        aria-label={t('inbox.list')}
        className="flex shrink-0 flex-col bg-canvas"
        style={{ width: `min(${listWidth}px, 25vw)` }}
      >
        <ListHead
          title={storeId === null ? t('stores.all') : null}
          status={route.status}
          counts={counts}
          searchText={searchText}
          searchBox={searchBox}
          onStatus={(status) => go({ place: 'inbox', status, id: null })}
          onSearch={(typed) => {
            setSearchText(typed);
            entry.forget();
          }}
          onEnter={() => entry.enter(searchText.trim())}
        />
        <ConversationList
          scope={`${route.status} ${text}`}
          rows={list.items}
          total={list.total}
          storeNames={storeNames}
          chosenId={route.id}
          empty={list.isPending ? null : <EmptyList status={route.status} isSearching={text !== ''} place={place} />}
          onOpen={open}
          onNearEnd={list.readMore}
        />
      </nav>
      <Resizer
        label={t('inbox.resize')}
        width={listWidth}
        min={220}
        max={480}
        grows="left"
        onChange={(width) => setPreferences({ listWidth: width })}
      />
      {route.id === null ? (
        <main className="flex flex-1 bg-surface">
          {ids.length > 0 && (
            <InboxStart
              status={route.status}
              total={list.total}
              ready={list.items.filter((row) => row.draft === 'ready').length}
              storeId={storeId}
              onOpenFirst={() => open(ids[0] ?? null)}
            />
          )}
        </main>
      ) : (
        <OpenConversation
          key={`${route.id} ${back.round}`}
          id={route.id}
          leadsStore={storeId === null}
          startsAtGap={back.toGap}
          view={{
            onSend: sending.send,
            onClose: closeConversation,
            onReopen: reopenConversation,
            onEditReply: sending.takeBackToEdit,
            onLeave: focusList,
          }}
        />
      )}
      {sending.untranslated !== null && (
        <UntranslatedDialog
          reply={sending.untranslated.work.text}
          onTranslate={() => {
            sending.translate();
            focusEditor();
          }}
          onSendAnyway={sending.sendUntranslated}
        />
      )}
      {sending.doubted !== null && (
        <DoubtDialog
          marks={sending.doubted.marks}
          onLookAgain={() => {
            sending.lookAtDoubts();
            focusEditor();
          }}
          onSendAnyway={sending.sendDoubted}
        />
      )}
      {sending.overtaken !== null && (
        <MovedOnDialog
          messages={sending.overtaken.messages}
          reply={sending.overtaken.work.text}
          onLookAgain={() => {
            sending.lookAgain();
            focusEditor();
          }}
          onSendAnyway={sending.sendAnyway}
        />
      )}
    </div>
  );
}
