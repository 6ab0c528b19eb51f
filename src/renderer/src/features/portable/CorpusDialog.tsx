import { useRef } from 'react';
import { CorpusKind, type CorpusPreview, Standing } from '#shared/model/portable.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { Fingerprint } from './Fingerprint.tsx';

/** What an export would bring, before anything of it is taken. */
export function CorpusDialog({ preview, onClose }: { readonly preview: CorpusPreview; readonly onClose: () => void }) {
  const { t, format } = useText();
  const report = useReport();
  const take = useRequest('portable.take');
  const isTaken = useRef(false);
  const isNothing = preview.versions === 0 && CorpusKind.options.every((kind) => preview.counts[kind].added === 0);

  function onTake(): void {
    if (take.isPending || isTaken.current) return;
    take.mutate(
      { digest: preview.digest },
      {
        onError: report,
        onSuccess: ({ owners, versions }) => {
          isTaken.current = true;
          const amounts = { owners: format.number(owners), versions: format.number(versions) };
          showToast({ tone: 'good', text: t('portable.taken', amounts) });
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      title={t('portable.previewTitle')}
      closeLabel={t('action.close')}
      testId="portable-preview"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose} data-first-focus>
            {t(isNothing ? 'action.close' : 'action.cancel')}
          </Button>
          {!isNothing && (
            <Button tone="primary" aria-disabled={take.isPending} data-testid="portable-take" onClick={onTake}>
              {t(take.isPending ? 'portable.taking' : 'portable.take')}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4 text-sm">
        <Signer signer={preview.signer} />
        <Counts counts={preview.counts} />
        {preview.stores
          .filter((store) => store.isNamesake)
          .map((store) => (
            <p key={store.id} className="rounded-md bg-amber-soft px-3 py-2 text-amber">
              {t('portable.namesake', { name: store.name })}
            </p>
          ))}
        {preview.diverged.length > 0 && <Diverged diverged={preview.diverged} />}
        <p className="text-ink-2">
          {isNothing ? t('portable.nothingNew') : t('portable.versions', { count: format.number(preview.versions) })}{' '}
          {!isNothing && t('portable.rests')}
        </p>
      </div>
    </Dialog>
  );
}

function Signer({ signer }: { readonly signer: CorpusPreview['signer'] }) {
  const { t } = useText();
  return (
    <div className="flex flex-col gap-1">
      <p>
        <span className="text-ink-3">{t('portable.signer')}: </span>
        <span className={signer.standing === 'unknown' ? 'text-amber' : undefined} data-standing={signer.standing}>
          {t(`portable.signer.${signer.standing}`)}
        </span>
      </p>
      <Fingerprint value={signer.fingerprint} />
    </div>
  );
}

function Counts({ counts }: { readonly counts: CorpusPreview['counts'] }) {
  const { t, format } = useText();
  const kinds = CorpusKind.options.filter((kind) => Standing.options.some((standing) => counts[kind][standing] > 0));
  return (
    <dl className="rounded-xl border border-line bg-raised">
      {kinds.map((kind) => (
        <div key={kind} className="grid grid-cols-[12rem_1fr] gap-4 border-b border-line/70 px-4 py-2 last:border-0">
          <dt className="text-ink-2">{t(`portable.kind.${kind}`)}</dt>
          <dd className="numbers">
            {Standing.options
              .filter((standing) => counts[kind][standing] > 0)
              .map((standing) => t(`portable.standing.${standing}`, { count: format.number(counts[kind][standing]) }))
              .join(' · ')}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Diverged({ diverged }: { readonly diverged: CorpusPreview['diverged'] }) {
  const { t } = useText();
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-medium">{t('portable.diverged')}</h3>
      <ul className="max-h-48 overflow-y-auto rounded-md border border-line">
        {diverged.map((one) => (
          <li key={one.id} className="flex gap-3 border-b border-line/70 px-3 py-1.5 last:border-0">
            <span className="min-w-0 flex-1 truncate">{one.title}</span>
            <span className="shrink-0 text-xs text-ink-3">{t(`portable.wins.${one.wins}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
