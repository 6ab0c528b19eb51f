import type { ReactNode } from 'react';
import type { Store } from '#shared/model/store.ts';
import type { RequestName } from '#shared/contract/index.ts';
import { useMay } from '../../app/presence.ts';
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

/** What each section is for: whoever may never ask that does not see it. */
const askedBy: Readonly<Record<SettingsSection, RequestName>> = {
  stores: 'store.saveSettings',
  inboxes: 'inbox.add',
  drafting: 'store.setTolerance',
  style: 'style.sheet',
  search: 'searchModel.status',
  models: 'model.save',
  panel: 'panel.saveSettings',
  portable: 'portable.export',
  people: 'profile.setPin',
  audit: 'audit.list',
  appearance: 'desk.status',
  about: 'desk.status',
};

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
  /** Shown in the sections of people and of what they changed. */
  readonly people: ReactNode;
  readonly audit: ReactNode;
  readonly onSection: (section: SettingsSection) => void;
}) {
  const { t } = useText();
  const may = useMay();
  const offered = settingsSections.filter((each) => may(askedBy[each]));
  const shown = offered.find((each) => each === props.section) ?? offered[0];
  return (
    <div className="flex min-w-0 flex-1 bg-surface">
      <nav
        aria-label={t('nav.settings')}
        className="flex w-48 shrink-0 flex-col gap-0.5 border-r border-line bg-canvas p-3"
      >
        <h1 className="px-2.5 pt-1 pb-2 text-lg font-semibold">{t('nav.settings')}</h1>
        {offered.map((section) => (
          <button
            key={section}
            type="button"
            data-testid={`settings-${section}`}
            aria-current={section === shown ? 'page' : undefined}
            onClick={() => props.onSection(section)}
            className={classNames(
              'rounded-md px-2.5 py-1.5 text-left text-sm',
              section === shown ? 'bg-sunken font-medium' : 'text-ink-2 hover:bg-sunken/60',
            )}
          >
            {t(`settings.${section}`)}
          </button>
        ))}
      </nav>
      <main className="min-w-0 flex-1 overflow-y-auto p-6">
        {shown === 'stores' && <StoreSettingsSection store={props.store} stores={props.stores} />}
        {shown === 'stores' && <ShopSection key={props.store.id} store={props.store} />}
        {shown === 'inboxes' && <InboxSettings store={props.store} />}
        {shown === 'search' && <SearchModelSection />}
        {shown === 'models' && <ModelsSection key={props.store.id} store={props.store} />}
        {shown === 'drafting' && props.drafting}
        {shown === 'style' && <StyleSection key={props.store.id} store={props.store} />}
        {shown === 'panel' && props.panel}
        {shown === 'portable' && props.portable}
        {shown === 'people' && props.people}
        {shown === 'audit' && props.audit}
        {shown === 'appearance' && <Appearance />}
        {shown === 'about' && <About />}
      </main>
    </div>
  );
}
