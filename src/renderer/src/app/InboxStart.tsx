import { BookOpen, Inbox as InboxIcon, MessageSquareText, PartyPopper, SearchX } from 'lucide-react';
import type { ConversationStatus } from '#shared/model/conversation.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useMay } from './presence.ts';
import { useAnswer } from './queries.ts';
import { useHasKnowledge } from './use-has-knowledge.ts';

/** The store whose conversations are shown; none for those of every store. */
export type InboxPlace = { readonly storeId?: string };

/** What the list says when it is empty: nothing found, all done, or no inbox yet. */
export function EmptyList(props: {
  readonly status: ConversationStatus;
  readonly isSearching: boolean;
  readonly place: InboxPlace;
}) {
  const { t } = useText();
  const may = useMay();
  const inboxes = useAnswer('inbox.list', props.place);
  if (props.isSearching) return <EmptyState icon={<SearchX size={28} />} title={t('inbox.nothingFound')} />;
  if (inboxes.data?.length === 0) {
    return (
      <EmptyState
        icon={<InboxIcon size={28} />}
        title={t('inbox.noInbox')}
        text={t('inbox.noInboxText')}
        actions={
          may('inbox.add') && (
            <Button tone="primary" onClick={() => window.location.assign('#/settings/inboxes')}>
              {t('inbox.connect')}
            </Button>
          )
        }
      />
    );
  }
  if (inboxes.data?.some((inbox) => inbox.state.phase === 'syncing')) {
    return <EmptyState icon={<InboxIcon size={28} />} title={t('inbox.fetching')} text={t('inbox.fetchingText')} />;
  }
  if (props.status === 'unanswered') {
    return <EmptyState icon={<PartyPopper size={28} />} title={t('inbox.allDone')} text={t('inbox.allDoneText')} />;
  }
  return <EmptyState icon={<InboxIcon size={28} />} title={t('inbox.nothingHere')} />;
}

/** What stands where no conversation is open yet: how many wait, and what there is for them. */
export function InboxStart(props: {
  readonly status: ConversationStatus;
  readonly total: number;
  readonly ready: number;
  /** Null for the conversations of every store. */
  readonly storeId: string | null;
  readonly onOpenFirst: () => void;
}) {
  const { t } = useText();
  const { status, total, ready } = props;
  const isWaiting = status === 'unanswered';
  const lacksKnowledge = useHasKnowledge(props.storeId) === false && isWaiting && ready === 0;
  return (
    <EmptyState
      icon={<MessageSquareText size={28} />}
      title={isWaiting ? t('inbox.waitingCount', { count: total }) : t('inbox.choose')}
      text={
        lacksKnowledge
          ? t('inbox.noKnowledge')
          : isWaiting
            ? t('inbox.readyCount', { count: ready })
            : t('inbox.chooseText')
      }
      actions={
        <>
          {lacksKnowledge && (
            <Button
              tone="primary"
              icon={<BookOpen size={14} />}
              data-testid="inbox-add-knowledge"
              onClick={() => window.location.assign('#/knowledge')}
            >
              {t('evidence.addKnowledge')}
            </Button>
          )}
          <Button tone={lacksKnowledge ? 'plain' : 'primary'} shortcut="↵" onClick={props.onOpenFirst}>
            {t(isWaiting ? 'inbox.startLongest' : 'inbox.openFirst')}
          </Button>
        </>
      }
    />
  );
}
