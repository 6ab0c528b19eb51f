import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/toast-store.ts';
import type { ListedSource } from './SourceRow.tsx';

/** Asks what becomes of the entries of a source that is removed. */
export function RemoveSource(props: { readonly source: ListedSource; readonly onClose: () => void }) {
  const { t } = useText();
  const report = useReport();
  const remove = useRequest('source.remove');
  const { id, name, entryCount } = props.source;

  function removeIt(entries: 'keep' | 'retire'): void {
    remove.mutate(
      { sourceId: id, entries, why: t('sources.whyRemoved', { name }) },
      {
        onError: report,
        onSuccess: () => {
          showToast({ tone: 'good', text: t('sources.removed', { name }) });
          props.onClose();
        },
      },
    );
  }

  return (
    <Dialog
      title={t('sources.removeTitle', { name })}
      closeLabel={t('action.close')}
      size="narrow"
      testId="remove-source"
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('action.cancel')}</Button>
          {entryCount > 0 && (
            <Button
              tone="danger"
              data-testid="source-retire"
              disabled={remove.isPending}
              onClick={() => removeIt('retire')}
            >
              {t('sources.retireEntries')}
            </Button>
          )}
          <Button
            tone="primary"
            data-first-focus
            data-testid="source-keep"
            disabled={remove.isPending}
            onClick={() => removeIt('keep')}
          >
            {t(entryCount > 0 ? 'sources.keepEntries' : 'sources.remove')}
          </Button>
        </>
      }
    >
      <p className="text-sm text-ink-2">{t('sources.removeText', { count: entryCount })}</p>
    </Dialog>
  );
}
