import { Monitor, Moon, Sun } from 'lucide-react';
import { type Theme, setPreferences, usePreferences } from '../../app/preferences.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { uiLanguages } from '../../i18n/translate.ts';
import { classNames } from '../../ui/class-names.ts';
import { Field, Select } from '../../ui/Field.tsx';

const themes: ReadonlyArray<{ readonly theme: Theme; readonly icon: React.ReactNode }> = [
  { theme: 'system', icon: <Monitor size={16} /> },
  { theme: 'light', icon: <Sun size={16} /> },
  { theme: 'dark', icon: <Moon size={16} /> },
];

const ownNames = { en: 'English', zh: '简体中文', ja: '日本語' };

/** Theme and language of this window. */
export function Appearance() {
  const { t } = useText();
  const { theme: chosen, language } = usePreferences();
  return (
    <section className="flex max-w-3xl flex-col gap-4">
      <h2 className="text-lg font-semibold">{t('settings.appearance')}</h2>
      <div className="flex flex-col gap-4 rounded-xl border border-line bg-raised p-4">
        <div role="radiogroup" aria-label={t('appearance.theme')}>
          <p className="mb-1 text-xs font-medium text-ink-2">{t('appearance.theme')}</p>
          <div className="inline-flex gap-1 rounded-lg bg-sunken p-1">
            {themes.map(({ theme, icon }) => (
              <button
                key={theme}
                type="button"
                role="radio"
                aria-checked={theme === chosen}
                data-testid={`theme-${theme}`}
                onClick={() => setPreferences({ theme })}
                className={classNames(
                  'inline-flex h-7 items-center gap-1.5 rounded-md px-3 text-sm',
                  theme === chosen ? 'bg-raised font-medium text-ink shadow-sm' : 'text-ink-2 hover:text-ink',
                )}
              >
                {icon}
                {t(`appearance.${theme}`)}
              </button>
            ))}
          </div>
        </div>
        <Field label={t('appearance.language')} hint={t('appearance.languageHint')} className="max-w-64">
          {(parts) => (
            <Select
              id={parts.id}
              value={language ?? 'system'}
              onChange={(value) => setPreferences({ language: value === 'system' ? null : value })}
              options={[
                { value: 'system' as const, label: t('appearance.system') },
                ...uiLanguages.map((value) => ({ value, label: ownNames[value] })),
              ]}
            />
          )}
        </Field>
      </div>
    </section>
  );
}
