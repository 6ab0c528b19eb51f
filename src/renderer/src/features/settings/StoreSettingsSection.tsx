import { Plus } from 'lucide-react';
import { useState } from 'react';
import { type Store, type StoreSettings, plainSettings } from '#shared/model/store.ts';
import { setPreferences } from '../../app/preferences.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { showToast } from '../../ui/toast-store.ts';
import { StoreForm } from './StoreForm.tsx';

/** The stores of this desk: choose one, word its replies, add another. */
export function StoreSettingsSection({ store, stores }: { readonly store: Store; readonly stores: readonly Store[] }) {
  const { t } = useText();
  const report = useReport();
  const save = useRequest('store.saveSettings');
  const create = useRequest('store.create');
  const [isCreating, setIsCreating] = useState(false);

  function onSave(settings: StoreSettings): void {
    if (!isCreating) {
      const tellSaved = (): void => void showToast({ tone: 'good', text: t('store.saved') });
      save.mutate({ storeId: store.id, settings }, { onError: report, onSuccess: tellSaved });
      return;
    }
    create.mutate(
      { settings },
      {
        onError: report,
        onSuccess: (made) => {
          setIsCreating(false);
          setPreferences({ storeId: made.id });
          showToast({
            tone: 'good',
            text: t('store.created'),
            lasts: 12_000,
            actions: [{ label: t('inbox.connect'), run: () => window.location.assign('#/settings/inboxes') }],
          });
        },
      },
    );
  }

  return (
    <section className="flex max-w-4xl flex-col gap-3">
      <header className="flex items-center gap-3">
        <h2 className="flex-1 text-lg font-semibold">{t('settings.stores')}</h2>
        <Button icon={<Plus size={14} />} onClick={() => setIsCreating(true)}>
          {t('store.new')}
        </Button>
      </header>
      {stores.length > 1 && !isCreating && (
        <div role="group" aria-label={t('settings.stores')} className="flex flex-wrap gap-1.5">
          {stores.map((each) => (
            <button
              key={each.id}
              type="button"
              aria-pressed={each.id === store.id}
              onClick={() => setPreferences({ storeId: each.id })}
              className={classNames(
                'rounded-full border px-3 py-1 text-sm',
                each.id === store.id
                  ? 'border-accent-ink bg-accent-soft text-accent-ink'
                  : 'border-line bg-raised text-ink-2 hover:border-line-strong',
              )}
            >
              {each.settings.name}
            </button>
          ))}
        </div>
      )}
      <StoreForm
        key={isCreating ? 'new' : `${store.id} ${store.version}`}
        settings={isCreating ? { ...plainSettings, name: '' } : store.settings}
        isNew={isCreating}
        isBusy={save.isPending || create.isPending}
        onSave={onSave}
        onCancel={isCreating ? () => setIsCreating(false) : null}
      />
    </section>
  );
}
