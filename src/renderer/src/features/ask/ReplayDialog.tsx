import type { UseQueryResult } from '@tanstack/react-query';
import { CircleCheck, FileWarning, Inbox } from 'lucide-react';
import { useState } from 'react';
import type { RequestInput } from '#shared/contract/index.ts';
import type { AppError } from '#shared/errors.ts';
import type { ReplayReport } from '#shared/model/replay.ts';
import { useAnswer } from '../../app/queries.ts';
import { useTasks } from '../../app/tasks.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { ChangeCard } from './ChangeCard.tsx';

export type SupposedChanges = RequestInput<'replay.run'>['changes'];

const steps = [200, 500, 2_000] as const;
const changesShown = 100;

type Opens = {
  readonly onOpenConversation: (conversationId: string) => void;
  readonly onOpenEntry: (entryId: string) => void;
  readonly onClose: () => void;
  /** What can be done next: publishing it, for the most part. */
  readonly actions?: React.ReactNode;
};

/**
 * What would be answered otherwise if a change were published: the newest conversations are answered again, with it and
 * without it. Closing the dialog stops it.
 */
export function ReplayDialog({
  storeId,
  changes,
  ...opens
}: Opens & { readonly storeId: string; readonly changes: SupposedChanges }) {
  const [conversations, setConversations] = useState<number>(steps[0]);
  const replay = useAnswer('replay.run', { storeId, changes, conversations });
  return <ReplayView {...opens} replay={replay} conversations={conversations} onConversations={setConversations} />;
}

/** The same for a lesson: as if it were shared, in other words or within other limits where some are given. */
export function LessonReplayDialog({
  lesson,
  ...opens
}: Opens & { readonly lesson: Omit<RequestInput<'lesson.replay'>, 'conversations'> }) {
  const [conversations, setConversations] = useState<number>(steps[0]);
  const replay = useAnswer('lesson.replay', { ...lesson, conversations });
  return <ReplayView {...opens} replay={replay} conversations={conversations} onConversations={setConversations} />;
}

function ReplayView(
  props: Opens & {
    readonly replay: Pick<UseQueryResult<ReplayReport, AppError>, 'data' | 'error' | 'isFetching'>;
    readonly conversations: number;
    readonly onConversations: (conversations: number) => void;
  },
) {
  const { t } = useText();
  const { replay, conversations } = props;
  const task = useTasks().find((each) => each.task === 'replay');
  const report = replay.isFetching ? undefined : replay.data;
  const problem = replay.error === null ? null : problemText(t, replay.error);
  const next = steps.find((step) => step > conversations);
  return (
    <Dialog
      title={t('replay.title')}
      closeLabel={t('action.close')}
      size="wide"
      testId="replay"
      onClose={props.onClose}
      footer={
        <>
          <span className="mr-auto text-xs text-ink-3">{t('replay.hint')}</span>
          {report !== undefined && next !== undefined && report.conversations === conversations && (
            <Button onClick={() => props.onConversations(next)}>{t('replay.more', { count: next })}</Button>
          )}
          <Button onClick={props.onClose}>{t(replay.isFetching ? 'replay.stop' : 'action.close')}</Button>
          {props.actions}
        </>
      }
    >
      {replay.isFetching && (
        <div className="py-6 text-center text-sm text-ink-2">
          <Progress className="mb-3" label={t('replay.running')} done={task?.done ?? 0} total={task?.total ?? null} />
          {t('replay.running')}
          {task?.total ? ` · ${t('replay.progress', { done: task.done, total: task.total })}` : ''}
        </div>
      )}
      {problem !== null && !replay.isFetching && (
        <EmptyState icon={<FileWarning size={28} />} title={problem.what} text={problem.remedy} />
      )}
      {report?.conversations === 0 && <EmptyState icon={<Inbox size={28} />} title={t('replay.noConversations')} />}
      {report !== undefined && report.conversations > 0 && report.changes.length === 0 && (
        <EmptyState
          icon={<CircleCheck size={28} />}
          title={t('replay.none')}
          text={t('replay.noneText', { conversations: report.conversations })}
        />
      )}
      {report !== undefined && report.changes.length > 0 && (
        <>
          <p className="mb-3 text-sm" data-testid="replay-summary">
            {t('replay.summary', {
              changed: report.changedAsks,
              asks: report.asks,
              conversations: report.changedConversations,
              all: report.conversations,
            })}
          </p>
          <ol className="flex flex-col gap-2">
            {report.changes.slice(0, changesShown).map((change, i) => (
              <ChangeCard
                key={i}
                change={change}
                onOpenConversation={props.onOpenConversation}
                onOpenEntry={props.onOpenEntry}
              />
            ))}
          </ol>
          {report.changes.length > changesShown && (
            <p className="mt-2 text-xs text-ink-3">
              {t('replay.moreCases', { count: report.changes.length - changesShown })}
            </p>
          )}
        </>
      )}
    </Dialog>
  );
}
