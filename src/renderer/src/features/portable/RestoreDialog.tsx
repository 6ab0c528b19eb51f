import type { RestorePreview } from '#shared/model/portable.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** What restoring a backup would mean, before it is done. */
export function RestoreDialog({
  preview,
  onClose,
}: {
  readonly preview: RestorePreview;
  readonly onClose: () => void;
}) {
  const { t, format } = useText();
  const report = useReport();
  const restore = useRequest('backup.restore');
  const { lost, held } = preview;
  const isNothingLost = lost.messages + lost.outcomes + lost.knowledge + lost.lessons === 0;
  const amounts = {
    messages: format.number(lost.messages),
    outcomes: format.number(lost.outcomes),
    knowledge: format.number(lost.knowledge),
    lessons: format.number(lost.lessons),
  };
  const onRestore = (): void => {
    if (!restore.isPending) restore.mutate({ file: preview.file }, { onError: report, onSuccess: onClose });
  };
  return (
    <Dialog
      title={t('backup.previewTitle', { file: preview.file.split(/[\\/]/).at(-1) ?? '' })}
      closeLabel={t('action.close')}
      testId="backup-preview"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose} data-first-focus>
            {t('action.cancel')}
          </Button>
          <Button tone="danger" aria-disabled={restore.isPending} data-testid="backup-restore" onClick={onRestore}>
            {t(restore.isPending ? 'backup.restoring' : 'backup.restore')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 text-sm">
        <Facts preview={preview} />
        <p className={isNothingLost ? 'text-ink-2' : 'text-amber'} data-testid="backup-lost">
          {isNothingLost ? t('backup.lostNothing') : t('backup.lost', amounts)}
        </p>
        {held > 0 && <p className="text-ink-2">{t('backup.held', { count: format.number(held) })}</p>}
        {preview.isOtherDesk && <p className="text-amber">{t('backup.otherDesk')}</p>}
        <p className="text-ink-2">{t('backup.kept')}</p>
      </div>
    </Dialog>
  );
}

function Facts({ preview: { here, there } }: { readonly preview: RestorePreview }) {
  const { t, format } = useText();
  const time = (at: number | null): string => (at === null ? '–' : format.full(at));
  const rows: ReadonlyArray<readonly [string, string, string]> = [
    [t('backup.conversations'), format.number(here.conversations), format.number(there.conversations)],
    [t('backup.entries'), format.number(here.entries), format.number(there.entries)],
    [t('backup.newestMessage'), time(here.newestMessageAt), time(there.newestMessageAt)],
    [t('backup.newestOutcome'), time(here.newestOutcomeAt), time(there.newestOutcomeAt)],
  ];
  return (
    <table className="w-full rounded-xl border border-line bg-raised text-left">
      <thead className="text-xs text-ink-3">
        <tr>
          <th className="px-4 py-2 font-normal" />
          <th className="px-4 py-2 font-normal">{t('backup.here')}</th>
          <th className="px-4 py-2 font-normal">{t('backup.there')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, now, then]) => (
          <tr key={label} className="border-t border-line/70">
            <th className="px-4 py-1.5 font-normal text-ink-2">{label}</th>
            <td className="numbers px-4 py-1.5">{now}</td>
            <td className="numbers px-4 py-1.5">{then}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
