import { FileWarning } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ImportReport } from '#shared/model/knowledge.ts';
import { useRequest } from '../../app/queries.ts';
import { useTasks } from '../../app/tasks.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { ImportRows } from './ImportRows.tsx';

/** Shows first what an import would do, row by row, and only then does it. */
export function ImportDialog(props: { readonly storeId: string; readonly file: File; readonly onClose: () => void }) {
  const { t, format } = useText();
  const { storeId, file, onClose } = props;
  const preview = useRequest('knowledge.import');
  const take = useRequest('knowledge.import');
  const report = useReport();
  const task = useTasks().find((each) => each.task === 'import');
  const [bytes, setBytes] = useState<Uint8Array<ArrayBuffer> | null>(null);
  const { mutate } = preview;

  useEffect(() => {
    let isGone = false;
    void file.arrayBuffer().then((buffer) => {
      if (isGone) return;
      const read = new Uint8Array(buffer);
      setBytes(read);
      mutate({ storeId, file: { name: file.name, bytes: read }, isDryRun: true });
    }, report);
    return () => {
      isGone = true;
    };
  }, [file, storeId, mutate, report]);

  function takeIt(): void {
    if (bytes === null) return;
    take.mutate(
      { storeId, file: { name: file.name, bytes }, isDryRun: false },
      {
        onError: report,
        onSuccess: ({ counts }) => {
          showToast({ tone: 'good', text: t('import.done', { added: counts.added, updated: counts.updated }) });
          onClose();
        },
      },
    );
  }

  const found: ImportReport | undefined = preview.data;
  const changes = found === undefined ? 0 : found.counts.added + found.counts.updated + found.counts.merged;
  const problem = preview.error === null ? null : problemText(t, preview.error);
  const isBusy = preview.isPending || take.isPending || bytes === null;
  return (
    <Dialog
      title={t('import.title', { file: file.name })}
      closeLabel={t('action.close')}
      size="wide"
      testId="import-report"
      onClose={onClose}
      footer={
        <>
          <span className="mr-auto text-xs text-ink-3">{t('import.nothingYet')}</span>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            tone="primary"
            data-testid="import-take"
            disabled={found === undefined || changes === 0 || take.isPending}
            onClick={takeIt}
          >
            {t('import.take', { count: changes })}
          </Button>
        </>
      }
    >
      {isBusy && (
        <Progress className="mb-3" label={t('import.reading')} done={task?.done ?? 0} total={task?.total ?? null} />
      )}
      {problem !== null && <EmptyState icon={<FileWarning size={28} />} title={problem.what} text={problem.remedy} />}
      {found === undefined && problem === null && <p className="text-sm text-ink-2">{t('import.reading')}</p>}
      {found !== undefined && (
        <>
          <p className="mb-3 text-xs text-ink-3">
            {t('import.readAs', {
              format: found.format.toUpperCase(),
              encoding: found.encoding,
              size: format.size(file.size),
            })}
          </p>
          <ImportRows report={found} />
        </>
      )}
    </Dialog>
  );
}
