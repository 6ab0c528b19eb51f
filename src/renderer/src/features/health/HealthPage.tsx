import { CircleCheck, FileWarning } from 'lucide-react';
import { useRef, useState } from 'react';
import { problemOf } from '#shared/errors.ts';
import { type Finding, FindingKind } from '#shared/model/finding.ts';
import { useCommand } from '../../app/commands.tsx';
import { useAnswer, usePages, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { useNow } from '../../ui/use-now.ts';
import { FindingDetail } from './FindingDetail.tsx';
import { FindingRow } from './FindingRow.tsx';
import { RetireDialog } from './RetireDialog.tsx';

type Shown = FindingKind | 'all';

/** How long a dismissal or a retirement can be taken back, ms. */
const undoMs = 10_000;

/** What is wrong with the knowledge, the worst first, to be worked down. */
export function HealthPage(props: { readonly storeId: string; readonly onOpenEntry: (entryId: string) => void }) {
  const { t } = useText();
  const now = useNow();
  const [shown, setShown] = useState<Shown>('all');
  const counts = useAnswer('health.counts', { storeId: props.storeId }, { keepsLast: true });
  const scan = useAnswer('health.scanState', {}, { keepsLast: true });
  const list = usePages('health.list', { storeId: props.storeId, kind: shown === 'all' ? null : shown });
  const [chosenAt, setChosenAt] = useState(0);
  const [retiring, setRetiring] = useState<Finding | null>(null);
  const detail = useRef<HTMLElement>(null);
  const acts = useActs(() => setRetiring(null));

  const at = Math.min(chosenAt, list.items.length - 1);
  const chosen = list.items[at];
  const all = FindingKind.options.reduce((sum, kind) => sum + (counts.data?.[kind] ?? 0), 0);

  function move(by: number): void {
    const next = Math.max(0, Math.min(list.items.length - 1, at + by));
    setChosenAt(next);
    if (next > list.items.length - 10) list.readMore();
  }
  function open(): void {
    detail.current?.querySelector<HTMLElement>('[data-testid=finding-passage]')?.focus();
  }
  /** The entry whose passage has the focus, else the first. */
  function edit(): void {
    const focused = document.activeElement?.closest('[data-testid=finding-passage]');
    const id = focused instanceof HTMLElement ? focused.dataset['entryId'] : undefined;
    const entryId = id ?? chosen?.entries[0]?.id;
    if (entryId !== undefined) props.onOpenEntry(entryId);
  }
  const whenChosen = (run: (finding: Finding) => void) => (chosen === undefined ? null : () => run(chosen));
  useCommand('next', () => move(1));
  useCommand('previous', () => move(-1));
  useCommand('open', chosen === undefined ? null : open);
  useCommand('edit', chosen === undefined ? null : edit);
  // M writes a note beside a conversation; here it merges.
  useCommand('note', whenChosen(setRetiring));
  useCommand('dismiss', whenChosen(acts.dismiss));

  if (list.error !== null) {
    const problem = problemText(t, problemOf(list.error));
    return <EmptyState icon={<FileWarning size={28} />} title={problem.what} text={problem.remedy} />;
  }
  return (
    <main className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-1.5">
        <Tabs
          label={t('health.kinds')}
          testId="health-kinds"
          value={shown}
          onChange={(kind) => {
            setShown(kind);
            setChosenAt(0);
          }}
          tabs={[
            { id: 'all', label: t('health.all'), count: all },
            ...FindingKind.options
              .filter((kind) => kind === shown || (counts.data?.[kind] ?? 0) > 0)
              .map((kind) => ({ id: kind, label: t(`health.kinds.${kind}`), count: counts.data?.[kind] ?? 0 })),
          ]}
        />
        <span className="flex-1" />
        {scan.data !== undefined && scan.data.waiting > 0 && (
          <span className="flex items-center gap-2 text-xs text-ink-3" aria-live="polite">
            {t('health.comparing', { count: scan.data.waiting })}
            <Progress
              className="w-24"
              label={t('health.comparing', { count: scan.data.waiting })}
              done={scan.data.entries - Math.min(scan.data.waiting, scan.data.entries)}
              total={scan.data.entries}
            />
          </span>
        )}
      </div>
      {chosen === undefined ? (
        !list.isPending && (
          <EmptyState
            icon={<CircleCheck size={28} />}
            title={t('health.empty')}
            text={t(scan.data !== undefined && scan.data.waiting > 0 ? 'health.emptyYet' : 'health.emptyText')}
          />
        )
      ) : (
        <div className="flex min-h-0 flex-1">
          <ol
            aria-label={t('knowledge.section.health')}
            data-testid="finding-list"
            className="w-80 shrink-0 overflow-y-auto border-r border-line"
          >
            {list.items.map((finding, index) => (
              <FindingRow
                key={finding.id}
                finding={finding}
                now={now}
                isChosen={index === at}
                onChoose={() => setChosenAt(index)}
                onOpen={open}
              />
            ))}
            {list.items.length < list.total && (
              <li className="p-3 text-center">
                <Button size="small" onClick={list.readMore}>
                  {t('health.more', { count: list.total - list.items.length })}
                </Button>
              </li>
            )}
          </ol>
          <FindingDetail
            finding={chosen}
            now={now}
            ref={detail}
            onEdit={props.onOpenEntry}
            onRetire={() => setRetiring(chosen)}
            onDismiss={() => acts.dismiss(chosen)}
          />
        </div>
      )}
      {retiring !== null && (
        <RetireDialog
          finding={retiring}
          isBusy={acts.isRetiring}
          onRetire={acts.retire}
          onClose={() => setRetiring(null)}
        />
      )}
    </main>
  );
}

/** What is done about a finding; each can be taken back for a while. */
function useActs(onRetired: () => void) {
  const { t } = useText();
  const report = useReport();
  const dismiss = useRequest('health.dismiss');
  const undismiss = useRequest('health.undismiss');
  const retire = useRequest('knowledge.retire');
  const restore = useRequest('knowledge.restore');
  const told = (text: string, undo: () => void): void => {
    const actions = [{ label: t('action.undo'), shortcut: 'Z', run: undo }];
    showToast({ tone: 'good', text, lasts: undoMs, hasCountdown: true, actions });
  };
  return {
    isRetiring: retire.isPending,
    dismiss({ id }: Finding): void {
      dismiss.mutate(
        { findingId: id },
        {
          onError: report,
          onSuccess: () => told(t('health.dismissed'), () => undismiss.mutate({ findingId: id }, { onError: report })),
        },
      );
    },
    retire(entryId: string, why: string): void {
      retire.mutate(
        { entryId, why },
        {
          onError: report,
          onSuccess: () => {
            onRetired();
            told(t('health.retired'), () => restore.mutate({ entryId }, { onError: report }));
          },
        },
      );
    },
  };
}
