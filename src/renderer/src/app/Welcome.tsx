import { Coffee, Store as StoreIcon } from 'lucide-react';
import { useState } from 'react';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import { plainSettings } from '#shared/model/store.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Field, Select, TextInput } from '../ui/Field.tsx';
import { setPreferences } from './preferences.ts';
import { useRequest } from './queries.ts';
import { useRoute } from './routes.ts';
import { useReport } from './use-report.ts';

const sampleName = 'Hob & Leaf';

/** The first screen of a desk that has no store yet. */
export function Welcome() {
  const { t, language: uiLanguage } = useText();
  const [, go] = useRoute();
  const report = useReport();
  const create = useRequest('store.create');
  const addInbox = useRequest('inbox.add');
  const [name, setName] = useState('');
  const [language, setLanguage] = useState<ReplyLanguage>(uiLanguage);
  const isBusy = create.isPending || addInbox.isPending;

  async function createStore(storeName: string, isSample: boolean): Promise<void> {
    const store = await create.mutateAsync({ settings: { ...plainSettings, name: storeName, language } });
    setPreferences({ storeId: store.id });
    if (!isSample) {
      go({ place: 'settings', section: 'inboxes' });
      return;
    }
    await addInbox.mutateAsync({
      storeId: store.id,
      name: t('inboxKind.sample'),
      settings: { kind: 'sample' },
      secret: null,
    });
    go({ place: 'inbox', status: 'unanswered', id: null });
  }

  return (
    <main data-testid="welcome" className="m-auto w-full max-w-xl p-8">
      <h1 className="text-2xl font-semibold tracking-tight text-balance">{t('welcome.title')}</h1>
      <p className="mt-2 max-w-prose text-base text-ink-2">{t('welcome.text')}</p>
      <form
        className="mt-6 rounded-xl border border-line bg-raised p-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') createStore(name.trim(), false).catch(report);
        }}
      >
        <h2 className="mb-3 flex items-center gap-2 text-base font-semibold">
          <StoreIcon size={17} className="text-accent-ink" />
          {t('welcome.own')}
        </h2>
        <div className="flex flex-wrap items-end gap-3">
          <Field label={t('store.name')} className="min-w-48 flex-1">
            {(parts) => (
              <TextInput
                {...parts}
                autoFocus
                value={name}
                onChange={(event) => setName(event.target.value)}
                maxLength={120}
              />
            )}
          </Field>
          <Field label={t('store.language')} className="w-36">
            {(parts) => (
              <Select
                id={parts.id}
                value={language}
                onChange={setLanguage}
                options={(['en', 'zh', 'ja'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
              />
            )}
          </Field>
          <Button type="submit" tone="primary" data-testid="store-create" disabled={isBusy || name.trim() === ''}>
            {t('welcome.create')}
          </Button>
        </div>
      </form>
      <div className="mt-3 flex items-center gap-4 rounded-xl border border-line px-5 py-4">
        <Coffee size={20} className="shrink-0 text-ink-3" />
        <p className="flex-1 text-sm text-ink-2">{t('welcome.sampleText')}</p>
        <Button
          data-testid="welcome-sample"
          disabled={isBusy}
          onClick={() => createStore(sampleName, true).catch(report)}
        >
          {t('welcome.sample')}
        </Button>
      </div>
      <p className="mt-4 text-xs text-ink-3">{t('welcome.local')}</p>
    </main>
  );
}
