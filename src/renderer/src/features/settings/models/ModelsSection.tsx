import type { Store } from '#shared/model/store.ts';
import type { WritingChange } from '#shared/model/writing.ts';
import { useAnswer, useRequest } from '../../../app/queries.ts';
import { useReport } from '../../../app/use-report.ts';
import { useText } from '../../../i18n/TextProvider.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { LedgerList } from './LedgerList.tsx';
import { ModelList } from './ModelList.tsx';
import { ModelUseTable } from './ModelUseTable.tsx';
import { StoreWritingForm } from './StoreWritingForm.tsx';

const changesShown = 5;

/** Language models: which there are, which may write for the store, and everything that has left for them. */
export function ModelsSection({ store }: { readonly store: Store }) {
  const { t } = useText();
  const report = useReport();
  const models = useAnswer('model.list', {}).data;
  const decided = useAnswer('writing.get', { storeId: store.id }).data;
  const save = useRequest('writing.save');
  if (models === undefined || decided === undefined) return null;
  const { writing, changes } = decided;
  return (
    <section className="flex max-w-4xl flex-col gap-6" data-testid="models-section">
      <header>
        <h2 className="text-lg font-semibold">{t('settings.models')}</h2>
        <p className="mt-1 max-w-2xl text-sm text-ink-2">{t('models.text')}</p>
      </header>
      <ModelList models={models} />
      <section className="flex flex-col gap-3 rounded-xl border border-line bg-raised p-4">
        <h3 className="text-sm font-semibold">{t('models.mayWrite', { store: store.settings.name })}</h3>
        <StoreWritingForm
          key={JSON.stringify(writing)}
          writing={writing}
          models={models}
          isBusy={save.isPending}
          onSave={(next) =>
            save.mutate(
              { storeId: store.id, writing: next },
              { onError: report, onSuccess: () => void showToast({ tone: 'good', text: t('models.saved') }) },
            )
          }
        />
        <Changes changes={changes.slice(0, changesShown)} />
      </section>
      <ModelUseTable storeId={store.id} />
      <LedgerList storeId={store.id} />
    </section>
  );
}

function Changes({ changes }: { readonly changes: readonly WritingChange[] }) {
  const { t, format } = useText();
  if (changes.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5 text-xs text-ink-3" data-testid="writing-changes">
      {changes.map(({ at, who, writing }) => (
        <li key={at}>
          {format.full(at)} · {who === '' ? t('models.somebody') : who} ·{' '}
          {t(writing.isLocalOnly ? 'models.keptHere' : 'models.letOut')}
        </li>
      ))}
    </ul>
  );
}
