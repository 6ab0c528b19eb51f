import { useState } from 'react';
import type { StoreSettings } from '#shared/model/store.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field, Select, TextInput } from '../../ui/Field.tsx';
import { StorePhrases } from './StorePhrases.tsx';

const replyLanguages = ['en', 'zh', 'ja'] as const;

/** A store's name and the words around its replies. */
export function StoreForm(props: {
  readonly settings: StoreSettings;
  readonly isNew: boolean;
  readonly isBusy: boolean;
  readonly onSave: (settings: StoreSettings) => void;
  readonly onCancel: (() => void) | null;
}) {
  const { t } = useText();
  const [settings, setSettings] = useState(props.settings);
  const isChanged = props.isNew || JSON.stringify(settings) !== JSON.stringify(props.settings);
  return (
    <form
      data-testid="store-form"
      className="flex flex-col gap-4 rounded-xl border border-line bg-raised p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (settings.name.trim() !== '') props.onSave(settings);
      }}
    >
      <div className="grid grid-cols-[1fr_12rem] gap-3">
        <Field label={t('store.name')}>
          {(parts) => (
            <TextInput
              {...parts}
              autoFocus={props.isNew}
              maxLength={120}
              value={settings.name}
              onChange={(event) => setSettings({ ...settings, name: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('store.language')} hint={t('store.languageHint')}>
          {(parts) => (
            <Select
              id={parts.id}
              value={settings.language}
              onChange={(value) => setSettings({ ...settings, language: value })}
              options={replyLanguages.map((value) => ({ value, label: t(`language.${value}`) }))}
            />
          )}
        </Field>
      </div>
      <StorePhrases settings={settings} onChange={setSettings} />
      <div className="flex justify-end gap-2">
        {props.onCancel !== null && <Button onClick={props.onCancel}>{t('action.cancel')}</Button>}
        <Button
          type="submit"
          tone="primary"
          data-testid="store-save"
          disabled={!isChanged || props.isBusy || settings.name.trim() === ''}
        >
          {t(props.isNew ? 'store.create' : 'action.save')}
        </Button>
      </div>
    </form>
  );
}
