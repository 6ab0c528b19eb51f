import type { ReactNode } from 'react';
import type { Store } from '#shared/model/store.ts';
import { type SettingsSection, settingsSections } from '../../app/routes.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { About } from './About.tsx';
import { Appearance } from './Appearance.tsx';
import { InboxSettings } from './InboxSettings.tsx';
import { ModelsSection } from './models/ModelsSection.tsx';
import { SearchModelSection } from './SearchModelSection.tsx';
import { ShopSection } from './ShopSection.tsx';
import { StyleSection } from './style/StyleSection.tsx';
import { StoreSettingsSection } from './StoreSettingsSection.tsx';

/** Settings: sections at the left, the chosen one beside them. */
export function SettingsPage(props: {
  readonly section: SettingsSection;
  readonly store: Store;
  readonly stores: readonly Store[];
  /** Shown in the section of tolerated rates. */
  readonly drafting: ReactNode;
  /** Shown in the section of the side panel. */
  readonly panel: ReactNode;
  /** Shown in the section of backups and exports. */
  readonly portable: ReactNode;
  readonly onSection: (section: SettingsSection) => void;
}) {
  const { t } = useText();
  return (
    <div className="flex min-w-0 flex-1 bg-surface">
      <nav
        aria-label={t('nav.settings')}
        className="flex w-48 shrink-0 flex-col gap-0.5 border-r border-line bg-canvas p-3"
      >
        <h1 className="px-2.5 pt-1 pb-2 text-lg font-semibold">{t('nav.settings')}</h1>
        {settingsSections.map((section) => (
          <button
            key={section}
            type="button"
            data-testid={`settings-${section}`}
            aria-current={section === props.section ? 'page' : undefined}
            onClick={() => props.onSection(section)}
            className={classNames(
              'rounded-md px-2.5 py-1.5 text-left text-sm',
              section === props.section ? 'bg-sunken font-medium' : 'text-ink-2 hover:bg-sunken/60',
            )}
          >
            {t(`settings.${section}`)}
          </button>
        ))}
      </nav>
      <main className="min-w-0 flex-1 overflow-y-auto p-6">
        {props.section === 'stores' && <StoreSettingsSection store={props.store} stores={props.stores} />}
        {props.section === 'stores' && <ShopSection key={props.store.id} store={props.store} />}
        {props.section === 'inboxes' && <InboxSettings store={props.store} />}
        {props.section === 'search' && <SearchModelSection />}
        {props.section === 'models' && <ModelsSection key={props.store.id} store={props.store} />}
        {props.section === 'drafting' && props.drafting}
        {props.section === 'style' && <StyleSection key={props.store.id} store={props.store} />}
        {props.section === 'panel' && props.panel}
        {props.section === 'portable' && props.portable}
        {props.section === 'appearance' && <Appearance />}
        {props.section === 'about' && <About />}
      </main>
    </div>
  );
}
