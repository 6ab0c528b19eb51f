import { HardDriveDownload } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { BackupFile, BackupStatus, RestorePreview } from '#shared/model/portable.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { RestoreDialog } from './RestoreDialog.tsx';

/** Copies of the whole desk: making one, those that are made by themselves, and restoring one. */
export function BackupSection({
  status,
  onChanged,
}: {
  readonly status: BackupStatus;
  readonly onChanged: () => void;
}) {
  const { t, format } = useText();
  const report = useReport();
  const make = useRequest('backup.make');
  const inspect = useRequest('backup.inspect');
  const [preview, setPreview] = useState<RestorePreview | null>(null);

  function onMake(): void {
    const told = (made: BackupFile | null): void => {
      if (made === null) return;
      showToast({
        tone: 'good',
        text: t('backup.made', { file: made.file, size: format.size(made.bytes) }),
        lasts: 12_000,
      });
      onChanged();
    };
    if (!make.isPending) make.mutate({}, { onError: report, onSuccess: told });
  }
  const onInspect = (file: string | null): void => {
    if (!inspect.isPending) inspect.mutate({ file }, { onError: report, onSuccess: setPreview });
  };

  return (
    <section className="flex flex-col gap-3">
      <header>
        <h2 className="text-lg font-semibold">{t('backup.title')}</h2>
        <p className="text-xs text-ink-3">{t('backup.text')}</p>
      </header>
      {status.restored !== null && <Restored restored={status.restored} />}
      <div className="flex gap-2">
        <Button
          tone="primary"
          icon={<HardDriveDownload size={14} />}
          aria-disabled={make.isPending}
          data-testid="backup-make"
          onClick={onMake}
        >
          {t(make.isPending ? 'backup.making' : 'backup.act')}
        </Button>
        <Button aria-disabled={inspect.isPending} data-testid="backup-restore-file" onClick={() => onInspect(null)}>
          {t(inspect.isPending ? 'portable.checking' : 'backup.restoreFile')}
        </Button>
      </div>
      <Files
        title={t('backup.daily')}
        text={t('backup.dailyText', { folder: status.folder })}
        files={status.daily}
        onRestore={onInspect}
      >
        {status.problem !== null && <DailyProblem problem={status.problem} />}
      </Files>
      {status.putAside.length > 0 && (
        <Files
          title={t('backup.putAside')}
          text={t('backup.putAsideText')}
          files={status.putAside}
          onRestore={onInspect}
        />
      )}
      {preview !== null && <RestoreDialog preview={preview} onClose={() => setPreview(null)} />}
    </section>
  );
}

function Restored({ restored }: { readonly restored: NonNullable<BackupStatus['restored']> }) {
  const { t, format } = useText();
  const named = { from: restored.from, when: format.full(restored.at) };
  return (
    <p className="rounded-md bg-sunken px-3 py-2 text-sm text-ink-2" data-testid="backup-restored">
      {t('backup.restored', named)}{' '}
      {restored.held > 0 && t('backup.restoredHeld', { count: format.number(restored.held) })}
    </p>
  );
}

function DailyProblem({ problem }: { readonly problem: NonNullable<BackupStatus['problem']> }) {
  const { t } = useText();
  const why = problem.detail['reason'] === 'no_room' ? t('backup.noRoom') : problemText(t, problem).what;
  return (
    <p className="text-xs text-red" data-testid="backup-problem">
      {t('backup.failed')} {why}
    </p>
  );
}

function Files(props: {
  readonly title: string;
  readonly text: string;
  readonly files: readonly BackupFile[];
  readonly onRestore: (file: string) => void;
  readonly children?: ReactNode;
}) {
  const { t, format } = useText();
  return (
    <div className="flex flex-col gap-2 pt-2">
      <div>
        <h3 className="text-sm font-medium">{props.title}</h3>
        <p className="text-xs [overflow-wrap:anywhere] text-ink-3">{props.text}</p>
        {props.children}
      </div>
      <ul className="rounded-xl border border-line bg-raised text-sm" data-testid="backup-list">
        {props.files.length === 0 && <li className="px-4 py-2 text-ink-3">{t('backup.none')}</li>}
        {props.files.map((one) => (
          <li key={one.file} className="flex items-center gap-3 border-b border-line/70 px-4 py-1.5 last:border-0">
            <span className="numbers min-w-0 flex-1 truncate" title={one.file}>
              {format.full(one.at)}
            </span>
            <span className="numbers text-xs text-ink-3">{format.size(one.bytes)}</span>
            <Button size="small" onClick={() => props.onRestore(one.file)}>
              {t('backup.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
