import { useState } from 'react';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import type { StoreSettings } from '#shared/model/store.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field, Select, TextArea, TextInput } from '../../ui/Field.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { replyFrame } from './reply-frame.ts';

const replyLanguages = ['en', 'zh', 'ja'] as const;
const phrases = ['greeting', 'greetingUnnamed', 'closing', 'signature'] as const;

/** How a reply in one language begins and ends, as the customer reads it. */
function Preview({ settings, language }: { readonly settings: StoreSettings; readonly language: ReplyLanguage }) {
  const { t } = useText();
  const name = { en: 'Ms Okafor', zh: '林小姐', ja: '佐藤' }[language];
  return (
    <figure className="rounded-lg border border-line bg-canvas p-4">
      <figcaption className="mb-2 text-xs font-semibold text-ink-2">{t('store.preview')}</figcaption>
      <div className="prose-mail text-sm" lang={language}>
        {replyFrame(settings, language, name, `[ ${t('store.previewAnswer')} ]`)}
      </div>
    </figure>
  );
}

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
  const [language, setLanguage] = useState<ReplyLanguage>(settings.language);
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
      <div>
        <Tabs
          label={t('store.phrases')}
          value={language}
          onChange={setLanguage}
          tabs={replyLanguages.map((id) => ({ id, label: t(`language.${id}`) }))}
        />
        <div className="mt-3 grid gap-4 lg:grid-cols-2">
          <div className="flex flex-col gap-3">
            {phrases.map((phrase) => (
              <Field
                key={phrase}
                label={t(`store.${phrase}`)}
                {...(phrase === 'greeting' ? { hint: t('store.greetingHint', { name: '{name}' }) } : {})}
              >
                {(parts) => (
                  <TextArea
                    {...parts}
                    lang={language}
                    isShort
                    value={settings[phrase][language]}
                    onChange={(event) =>
                      setSettings({ ...settings, [phrase]: { ...settings[phrase], [language]: event.target.value } })
                    }
                  />
                )}
              </Field>
            ))}
          </div>
          <Preview settings={settings} language={language} />
        </div>
      </div>
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
