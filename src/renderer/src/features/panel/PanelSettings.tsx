import { Keyboard } from 'lucide-react';
import { useState } from 'react';
import type { PanelChange } from '#shared/model/panel.ts';
import { isMac } from '../../app/platform.ts';
import { useAnswer, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Checkbox } from '../../ui/Field.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { acceleratorOf, keyCaps } from './accelerator.ts';

/** A button that takes the next keys pressed on it as the shortcut. */
function ShortcutField(props: { readonly shortcut: string; readonly onShortcut: (shortcut: string) => void }) {
  const { t } = useText();
  const [isListening, setIsListening] = useState(false);
  return (
    <button
      type="button"
      data-testid="panel-shortcut"
      data-own-keys
      aria-label={t('panel.changeKeys')}
      onClick={() => setIsListening(true)}
      onBlur={() => setIsListening(false)}
      onKeyDown={(event) => {
        if (!isListening || event.key === 'Tab') return;
        event.preventDefault();
        event.stopPropagation();
        const shortcut = acceleratorOf(event, isMac);
        if (event.key === 'Escape' || shortcut !== null) setIsListening(false);
        if (shortcut !== null) props.onShortcut(shortcut);
      }}
      className={classNames(
        'inline-flex h-8 items-center gap-1.5 rounded-md border bg-raised px-2.5 text-sm',
        isListening ? 'border-accent-ink' : 'border-line-strong/70 hover:border-line-strong',
      )}
    >
      <Keyboard size={15} className="text-ink-3" />
      {isListening ? (
        <span className="text-ink-2">{t('panel.pressKeys')}</span>
      ) : (
        keyCaps(props.shortcut, isMac).map((cap) => <Kbd key={cap}>{cap}</Kbd>)
      )}
    </button>
  );
}

const edges = ['left', 'right'] as const;

/** The side panel's settings; each is kept as soon as it is changed. */
export function PanelSettings() {
  const { t } = useText();
  const report = useReport();
  const { data } = useAnswer('panel.settings', {});
  const save = useRequest('panel.saveSettings');
  if (data === undefined) return null;
  const { isShortcutActive, ...settings } = data;
  const change = (part: PanelChange): void => save.mutate(part, { onError: report });
  return (
    <section className="flex max-w-3xl flex-col gap-4">
      <h2 className="text-lg font-semibold">{t('settings.panel')}</h2>
      <p className="-mt-2 text-sm text-ink-2">{t('panel.settingsText')}</p>
      <div className="flex flex-col items-start gap-4 rounded-xl border border-line bg-raised p-4">
        <div>
          <p className="mb-1 text-xs font-medium text-ink-2">{t('panel.shortcut')}</p>
          <ShortcutField shortcut={settings.shortcut} onShortcut={(shortcut) => change({ shortcut })} />
          <p
            data-testid="panel-shortcut-state"
            data-active={isShortcutActive}
            className={classNames('mt-1 text-xs', isShortcutActive ? 'text-ink-3' : 'text-amber')}
          >
            {isShortcutActive
              ? t('panel.shortcutHint')
              : t('panel.shortcutTaken', { keys: keyCaps(settings.shortcut, isMac).join(' ') })}
          </p>
        </div>
        <div role="radiogroup" aria-label={t('panel.edge')}>
          <p className="mb-1 text-xs font-medium text-ink-2">{t('panel.edge')}</p>
          <div className="inline-flex gap-1 rounded-lg bg-sunken p-1">
            {edges.map((edge) => (
              <button
                key={edge}
                type="button"
                role="radio"
                aria-checked={edge === settings.edge}
                data-testid={`panel-edge-${edge}`}
                onClick={() => change({ edge })}
                className={classNames(
                  'h-7 rounded-md px-3 text-sm',
                  edge === settings.edge ? 'bg-raised font-medium text-ink shadow-sm' : 'text-ink-2 hover:text-ink',
                )}
              >
                {t(`panel.edge.${edge}`)}
              </button>
            ))}
          </div>
        </div>
        <Checkbox
          label={t('panel.hidesAfterCopy')}
          hint={t('panel.hidesAfterCopyHint')}
          isChecked={settings.hidesAfterCopy}
          onChange={(hidesAfterCopy) => change({ hidesAfterCopy })}
        />
      </div>
    </section>
  );
}
