import { useText } from '../i18n/TextProvider.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { shortcutSheet } from './keymap.ts';

/** Every key and what it does. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  return (
    <Dialog title={t('keys.title')} closeLabel={t('action.close')} onClose={onClose} testId="shortcut-sheet">
      <div className="columns-2 gap-8">
        {shortcutSheet.map((group) => (
          <section key={group.title} className="mb-4 break-inside-avoid">
            <h3 className="mb-1.5 text-xs font-semibold text-ink-2">{t(group.title)}</h3>
            <dl>
              {group.rows.map((row) => (
                <div key={row.text} className="flex items-center justify-between gap-4 border-b border-line/60 py-1">
                  <dt className="text-sm">{t(row.text)}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {row.keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
