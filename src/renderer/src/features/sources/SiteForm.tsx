import { useState } from 'react';
import type { SourceSettings } from '#shared/model/source.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { addressOf, emptySite, hostsRead, siteSettings } from './site-entered.ts';

type Web = Extract<SourceSettings, { kind: 'site' | 'address' }>;

/** Asks for a website or for the address of one file. */
export function SiteForm(props: {
  readonly kind: Web['kind'];
  readonly onAdd: (name: string, settings: Web) => void;
  readonly onBack: () => void;
}) {
  const { t } = useText();
  const [entered, setEntered] = useState(emptySite);
  const [isTried, setIsTried] = useState(false);
  const url = addressOf(entered.url);
  const settings: Web | null =
    props.kind === 'site' ? siteSettings(entered) : url === null ? null : { kind: 'address', url };
  const hosts = hostsRead(entered);
  const change = (part: Partial<typeof entered>): void => setEntered({ ...entered, ...part });

  return (
    <form
      data-testid="source-form"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (settings !== null) props.onAdd(nameOf(settings), settings);
      }}
    >
      <Field
        label={t('sources.url')}
        hint={t(props.kind === 'site' ? 'sources.siteHint' : 'sources.addressHint')}
        problem={isTried && url === null ? t('sources.badUrl') : null}
      >
        {(parts) => (
          <TextInput
            {...parts}
            autoFocus
            inputMode="url"
            maxLength={2_000}
            placeholder={props.kind === 'site' ? 'help.example.com' : 'https://example.com/feed.xml'}
            value={entered.url}
            onChange={(event) => change({ url: event.target.value })}
          />
        )}
      </Field>
      {props.kind === 'site' && (
        <>
          <Field label={t('sources.hosts')} hint={t('sources.hostsHint')}>
            {(parts) => (
              <TextInput {...parts} value={entered.hosts} onChange={(event) => change({ hosts: event.target.value })} />
            )}
          </Field>
          <div className="flex gap-3">
            <Field label={t('sources.paths')} hint={t('sources.pathsHint')} className="flex-1">
              {(parts) => (
                <TextInput
                  {...parts}
                  placeholder="/help"
                  value={entered.paths}
                  onChange={(event) => change({ paths: event.target.value })}
                />
              )}
            </Field>
            <Field label={t('sources.mostPages')} className="w-28">
              {(parts) => (
                <TextInput
                  {...parts}
                  inputMode="numeric"
                  value={entered.mostPages}
                  onChange={(event) => change({ mostPages: event.target.value })}
                />
              )}
            </Field>
          </div>
          <p className="rounded-md bg-sunken px-3 py-2 text-xs text-ink-2">
            {hosts.length > 0 && <span className="block">{t('sources.onlyHosts', { hosts: hosts.join(', ') })}</span>}
            {t('sources.polite')}
          </p>
        </>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={props.onBack}>{t('action.cancel')}</Button>
        <Button type="submit" tone="primary" data-testid="source-form-add">
          {t('sources.read')}
        </Button>
      </div>
    </form>
  );
}

/** The host of a website; of one file its name. */
function nameOf({ kind, url }: Web): string {
  const { host, pathname } = new URL(url);
  return kind === 'site' ? host : decodeURI(pathname.split('/').at(-1) || host);
}
