import { CircleCheck, FileWarning } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { KnowledgeContent } from '#shared/model/knowledge.ts';
import { useAnswer, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { useNow } from '../../ui/use-now.ts';
import { GapDetail } from './GapDetail.tsx';
import { GapRow } from './GapRow.tsx';
import { entryOfGap } from './gap-entry.ts';

/** Between two looks while questions are still being compared, ms. */
const lookAgainMs = 500;

/** The questions that the desk has no good answer for, most often asked first. */
export function GapsPage(props: {
  readonly storeId: string;
  readonly onWrite: (content: Partial<KnowledgeContent>) => void;
  readonly onOpenConversation: (conversationId: string) => void;
}) {
  const { t } = useText();
  const now = useNow();
  const report = useReport();
  const list = useAnswer('gap.list', { storeId: props.storeId }, { keepsLast: true });
  const dismiss = useRequest('gap.dismiss');
  const restore = useRequest('gap.restore');
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const gaps = list.data?.gaps ?? [];
  const chosen = gaps.find(({ key }) => key === chosenKey) ?? gaps[0];
  const { refetch } = list;
  const toEmbed = list.isFetching ? 0 : (list.data?.toEmbed ?? 0);

  useEffect(() => {
    if (toEmbed === 0) return undefined;
    const timer = setTimeout(() => void refetch(), lookAgainMs);
    return () => clearTimeout(timer);
  }, [toEmbed, refetch]);

  function restoreIt(key: string): void {
    restore.mutate({ key }, { onError: report, onSuccess: () => void refetch() });
  }

  function dismissIt(key: string): void {
    dismiss.mutate(
      { key },
      {
        onError: report,
        onSuccess: () => {
          const actions = [{ label: t('action.undo'), run: () => restoreIt(key) }];
          showToast({ tone: 'good', text: t('gaps.dismissed'), actions });
          void refetch();
        },
      },
    );
  }

  if (list.isPending) {
    return (
      <main className="flex-1 p-8 text-center text-sm text-ink-2">
        <Progress className="mb-3" label={t('gaps.loading')} done={0} total={null} />
        {t('gaps.loading')}
      </main>
    );
  }
  if (list.error !== null) {
    const problem = problemText(t, list.error);
    return <EmptyState icon={<FileWarning size={28} />} title={problem.what} text={problem.remedy} />;
  }
  if (chosen === undefined)
    return <EmptyState icon={<CircleCheck size={28} />} title={t('gaps.empty')} text={t('gaps.emptyText')} />;
  return (
    <main className="flex min-h-0 min-w-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <p className="border-b border-line px-5 py-2 text-xs text-ink-3" aria-live="polite">
          {t('gaps.looked', { asks: list.data?.asks ?? 0, groups: list.data?.groups ?? 0 })}
          {list.data !== undefined && list.data.toEmbed > 0 && ` · ${t('gaps.refining', { count: list.data.toEmbed })}`}
        </p>
        <ol aria-label={t('gaps.list')} data-testid="gap-list" className="min-h-0 flex-1 overflow-y-auto">
          {gaps.map((gap) => (
            <GapRow
              key={gap.key}
              gap={gap}
              now={now}
              isChosen={gap.key === chosen.key}
              onChoose={() => setChosenKey(gap.key)}
              onWrite={() => props.onWrite(entryOfGap(gap))}
            />
          ))}
        </ol>
      </div>
      <GapDetail
        key={chosen.key}
        gap={chosen}
        now={now}
        onWrite={(answer) => props.onWrite(entryOfGap(chosen, answer))}
        onDismiss={() => dismissIt(chosen.key)}
        onOpenConversation={props.onOpenConversation}
      />
    </main>
  );
}
