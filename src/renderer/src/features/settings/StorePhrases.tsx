import { useState } from 'react';
import type { ReplyLanguage } from '#shared/model/basics.ts';
import { type FormOfAddress, type OwnStyle, type StoreSettings, StylePlace } from '#shared/model/store.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Field, Select, TextArea } from '../../ui/Field.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { replyFrame } from './reply-frame.ts';

const replyLanguages = ['en', 'zh', 'ja'] as const;
const phrases = ['greeting', 'greetingUnnamed', 'closing', 'signature'] as const;
const addresses = { en: ['first', 'full', 'none'], zh: ['nin', 'ni'], ja: ['sama', 'san'] } as const;
const places = ['all', ...StylePlace.options] as const;
type Place = (typeof places)[number];

/** How a reply in one language and place begins and ends, as the customer reads it. */
function Preview(props: { readonly settings: StoreSettings; readonly language: ReplyLanguage; readonly place: Place }) {
  const { t } = useText();
  const { language, place } = props;
  const name = { en: 'Nora Okafor', zh: '林小姐', ja: '佐藤' }[language];
  const at = { language, place: place === 'all' ? null : place };
  return (
    <figure className="rounded-lg border border-line bg-canvas p-4">
      <figcaption className="mb-2 text-xs font-semibold text-ink-2">{t('store.preview')}</figcaption>
      <div className="prose-mail text-sm" lang={language} data-testid="store-preview">
        {replyFrame(props.settings, at, name, `[ ${t('store.previewAnswer')} ]`)}
      </div>
    </figure>
  );
}

/** The words around a store's replies: everywhere, and what some places say otherwise. */
export function StorePhrases(props: {
  readonly settings: StoreSettings;
  readonly onChange: (settings: StoreSettings) => void;
}) {
  const { t } = useText();
  const { settings } = props;
  const [language, setLanguage] = useState<ReplyLanguage>(settings.language);
  const [place, setPlace] = useState<Place>('all');
  const own = place === 'all' ? null : (settings.styles?.[place] ?? {});
  const address = (own ?? settings).address?.[language] ?? '';

  function setOwn(change: OwnStyle): void {
    if (place === 'all') return;
    props.onChange({ ...settings, styles: { ...settings.styles, [place]: { ...own, ...change } } });
  }

  function setAddress(value: string): void {
    const before = (own ?? settings).address ?? {};
    const next = { ...before, [language]: value === '' ? undefined : value } as FormOfAddress;
    if (own === null) props.onChange({ ...settings, address: next });
    else setOwn({ address: next });
  }

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <Tabs
          label={t('store.phrases')}
          value={language}
          onChange={setLanguage}
          tabs={replyLanguages.map((id) => ({ id, label: t(`language.${id}`) }))}
        />
        <div className="w-52">
          <Select
            label={t('store.place')}
            testId="store-place"
            value={place}
            onChange={setPlace}
            options={places.map((value) => ({ value, label: t(`store.place.${value}`) }))}
          />
        </div>
      </div>
      <div className="grid gap-4 lg:grid-cols-2">
        <div className="flex flex-col gap-3">
          <Field label={t('store.address')} hint={language === 'zh' ? t('store.addressHint') : null}>
            {(parts) => (
              <Select
                id={parts.id}
                value={address}
                onChange={setAddress}
                options={[
                  { value: '', label: t(own === null ? 'store.address.asWritten' : 'store.address.asEverywhere') },
                  ...addresses[language].map((value) => ({ value, label: t(`store.address.${value}`) })),
                ]}
              />
            )}
          </Field>
          {phrases.map((phrase) => (
            <Phrase
              key={`${place} ${phrase}`}
              label={t(`store.${phrase}`)}
              hint={phrase === 'greeting' ? t('store.greetingHint', { name: '{name}' }) : null}
              language={language}
              everywhere={settings[phrase][language]}
              value={own === null ? settings[phrase][language] : (own[phrase]?.[language] ?? null)}
              mayBeOwn={own !== null}
              isSilent={place === 'chat' && (phrase === 'closing' || phrase === 'signature')}
              onChange={(value) => {
                if (own !== null) setOwn({ [phrase]: { ...own[phrase], [language]: value ?? undefined } });
                else props.onChange({ ...settings, [phrase]: { ...settings[phrase], [language]: value ?? '' } });
              }}
            />
          ))}
        </div>
        <Preview settings={settings} language={language} place={place} />
      </div>
    </div>
  );
}

/** One phrase; `value` null: as everywhere, or where `isSilent` nothing, until it is worded. */
function Phrase(props: {
  readonly label: string;
  readonly hint: string | null;
  readonly language: ReplyLanguage;
  readonly everywhere: string;
  readonly value: string | null;
  readonly isSilent: boolean;
  /** It is of a place, which may say it otherwise or not. */
  readonly mayBeOwn: boolean;
  readonly onChange: (value: string | null) => void;
}) {
  const { t } = useText();
  const isOwn = props.value !== null;
  return (
    <Field label={props.label} hint={props.hint}>
      {(parts) => (
        <>
          {isOwn ? (
            <TextArea
              {...parts}
              lang={props.language}
              isShort
              value={props.value ?? ''}
              onChange={(event) => props.onChange(event.target.value)}
            />
          ) : (
            <p
              lang={props.language}
              className="prose-mail rounded-md border border-dashed border-line px-2.5 py-1.5 text-sm text-ink-3"
            >
              {(props.isSilent ? '' : props.everywhere) || t('store.saysNothing')}
            </p>
          )}
          {props.mayBeOwn && (
            <button
              type="button"
              id={isOwn ? undefined : parts.id}
              className="self-start text-xs text-ink-3 underline underline-offset-2 hover:text-ink"
              onClick={() => props.onChange(isOwn ? null : props.everywhere)}
            >
              {t(isOwn ? 'store.asEverywhere' : 'store.wordOtherwise')}
            </button>
          )}
        </>
      )}
    </Field>
  );
}
