import { FolderInput, FolderOutput } from 'lucide-react';
import { useState } from 'react';
import type { BackupStatus, CorpusExported, CorpusPreview } from '#shared/model/portable.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { CorpusDialog } from './CorpusDialog.tsx';
import { Fingerprint } from './Fingerprint.tsx';

/** Export of the knowledge as plain files, and the way back. */
export function CorpusSection(props: {
  readonly signingKey: BackupStatus['key'];
  /** A key may have been made. */
  readonly onChanged: () => void;
}) {
  const { t } = useText();
  const report = useReport();
  const toFolder = useRequest('portable.export');
  const inspect = useRequest('portable.inspect');
  const [made, setMade] = useState<CorpusExported | null>(null);
  const [preview, setPreview] = useState<CorpusPreview | null>(null);

  function onExport(): void {
    toFolder.mutate(
      {},
      {
        onError: report,
        onSuccess: (exported) => {
          if (exported !== null) setMade(exported);
          props.onChanged();
        },
      },
    );
  }

  return (
    <>
      <section className="flex flex-col gap-3">
        <header>
          <h2 className="text-lg font-semibold">{t('portable.export')}</h2>
          <p className="text-xs text-ink-3">{t('portable.exportText')}</p>
        </header>
        <Button
          className="self-start"
          icon={<FolderOutput size={14} />}
          aria-disabled={toFolder.isPending}
          data-testid="portable-export"
          onClick={() => toFolder.isPending || onExport()}
        >
          {t(toFolder.isPending ? 'portable.exporting' : 'portable.exportAct')}
        </Button>
        {made !== null && <Exported made={made} />}
        {props.signingKey !== null && <SigningKey signingKey={props.signingKey} />}
      </section>
      <section className="flex flex-col gap-3">
        <header>
          <h2 className="text-lg font-semibold">{t('portable.import')}</h2>
          <p className="text-xs text-ink-3">{t('portable.importText')}</p>
        </header>
        <Button
          className="self-start"
          icon={<FolderInput size={14} />}
          aria-disabled={inspect.isPending}
          data-testid="portable-inspect"
          onClick={() => inspect.isPending || inspect.mutate({}, { onError: report, onSuccess: setPreview })}
        >
          {t(inspect.isPending ? 'portable.checking' : 'portable.importAct')}
        </Button>
        {preview !== null && <CorpusDialog preview={preview} onClose={() => setPreview(null)} />}
      </section>
    </>
  );
}

function Exported({ made }: { readonly made: CorpusExported }) {
  const { t, format } = useText();
  const amounts = { rows: format.number(made.rows), files: format.number(made.files) };
  return (
    <p
      role="status"
      data-testid="portable-exported"
      className="rounded-xl border border-line bg-raised px-4 py-3 text-sm"
    >
      <span className="block [overflow-wrap:anywhere] select-text">{made.folder}</span>
      <span className="text-xs text-ink-3">
        {t('portable.exported', amounts)} · {format.size(made.bytes)}
      </span>
    </p>
  );
}

function SigningKey({ signingKey }: { readonly signingKey: NonNullable<BackupStatus['key']> }) {
  const { t } = useText();
  return (
    <div className="flex flex-col gap-1">
      <p className="text-xs text-ink-3">{t(signingKey.isSealed ? 'portable.keySealed' : 'portable.keyInFile')}</p>
      <Fingerprint value={signingKey.fingerprint} />
    </div>
  );
}
