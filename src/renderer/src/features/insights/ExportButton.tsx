import { Download } from 'lucide-react';
import { useState } from 'react';
import type { RequestInput } from '#shared/contract/index.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Checkbox } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';

/** Writes what is on the screen and the outcomes behind it into CSV files. */
export function ExportButton(props: {
  readonly query: RequestInput<'insight.export'>['query'];
  readonly mayExportTexts: boolean;
}) {
  const { t } = useText();
  const report = useReport();
  const [isOpen, setIsOpen] = useState(false);
  const [withTexts, setWithTexts] = useState(false);
  const { mutate, isPending } = useRequest('insight.export');

  function save(): void {
    mutate(
      { query: props.query, withTexts },
      {
        onError: report,
        onSuccess: (done) => {
          if (done === null) return;
          setIsOpen(false);
          showToast({ tone: 'good', text: t('insights.exported'), more: done.files.join(' · '), lasts: 10_000 });
        },
      },
    );
  }

  return (
    <>
      <Button size="small" icon={<Download size={13} />} data-testid="insights-export" onClick={() => setIsOpen(true)}>
        {t('insights.export')}
      </Button>
      {isOpen && (
        <Dialog
          title={t('insights.export')}
          closeLabel={t('action.close')}
          size="narrow"
          onClose={() => setIsOpen(false)}
          footer={
            <Button tone="primary" onClick={save} aria-disabled={isPending} data-testid="insights-export-save">
              {t('insights.exportSave')}
            </Button>
          }
        >
          <p className="text-sm text-ink-2">{t('insights.exportText')}</p>
          {props.mayExportTexts && (
            <Checkbox
              label={t('insights.exportTexts')}
              hint={t('insights.exportTextsHint')}
              isChecked={withTexts}
              onChange={setWithTexts}
            />
          )}
        </Dialog>
      )}
    </>
  );
}
