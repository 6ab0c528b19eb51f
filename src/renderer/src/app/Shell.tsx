import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Store } from '#shared/model/store.ts';
import { InsightsPage } from '../features/insights/InsightsPage.tsx';
import { PanelSettings } from '../features/panel/PanelSettings.tsx';
import { AuditSection } from '../features/people/AuditSection.tsx';
import { PeopleSection } from '../features/people/PeopleSection.tsx';
import { PortablePage } from '../features/portable/PortablePage.tsx';
import { SettingsPage } from '../features/settings/SettingsPage.tsx';
import { TolerancePage } from '../features/tolerance/TolerancePage.tsx';
import { useText } from '../i18n/TextProvider.tsx';
import { problemText } from '../i18n/problem-text.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { runNewestAction, showToast } from '../ui/toast-store.ts';
import { Toasts } from '../ui/Toasts.tsx';
import { useCommand } from './commands.tsx';
import { InboxPage } from './InboxPage.tsx';
import { KnowledgePlace } from './KnowledgePlace.tsx';
import { LessonsPlace } from './LessonsPlace.tsx';
import { ProgressLine } from './ProgressLine.tsx';
import { Rail } from './Rail.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { Welcome } from './Welcome.tsx';
import { usePreferences } from './preferences.ts';
import { useAnswer, useBackend, useRequest } from './queries.ts';
import { type Route, useRoute } from './routes.ts';
import { useLineBack } from './use-line-back.ts';
import { useReport } from './use-report.ts';

function Page({
  route,
  store,
  stores,
  showsAll,
}: {
  readonly route: Route;
  /** The inbox holds the conversations of every store. */
  readonly showsAll: boolean;
  readonly store: Store;
  readonly stores: readonly Store[];
}) {
  const [, go] = useRoute();
  switch (route.place) {
    case 'inbox':
      return showsAll ? (
        <InboxPage key="all" route={route} storeId={null} stores={stores} />
      ) : (
        <InboxPage key={store.id} route={route} storeId={store.id} stores={stores} />
      );
    case 'knowledge':
      return (
        <KnowledgePlace
          key={store.id}
          store={store}
          stores={stores}
          section={route.section}
          chosenId={route.id}
          entryId={route.entryId ?? null}
        />
      );
    case 'learned':
      return <LessonsPlace key={store.id} storeId={store.id} section={route.section} chosenId={route.id} />;
    case 'insights':
      return <InsightsPage key={store.id} storeId={store.id} />;
    case 'settings':
      return (
        <SettingsPage
          section={route.section}
          store={store}
          stores={stores}
          drafting={<TolerancePage key={store.id} store={store} />}
          panel={<PanelSettings />}
          portable={<PortablePage />}
          people={<PeopleSection />}
          audit={<AuditSection />}
          onSection={(section) => go({ place: 'settings', section })}
        />
      );
  }
}

function useShellCommands(openHelp: () => void, openPanel: () => void): void {
  const [, go] = useRoute();
  useCommand('goPanel', openPanel);
  useCommand('goInbox', () => go({ place: 'inbox', status: 'unanswered', id: null }));
  useCommand('goKnowledge', () => go({ place: 'knowledge', section: 'entries', id: null }));
  useCommand('goLearned', () => go({ place: 'learned', section: 'waiting', id: null }));
  useCommand('goInsights', () => go({ place: 'insights' }));
  useCommand('goSettings', () => go({ place: 'settings', section: 'stores' }));
  useCommand('help', openHelp);
  useCommand('undo', runNewestAction);
  useCommand('leave', () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
}

/** When the backend had to be started again: everything shown is asked for anew, and the person is told. */
export function useRestart(): void {
  const { t } = useText();
  const backend = useBackend();
  const cache = useQueryClient();
  const known = useRef(backend);
  useEffect(() => {
    if (known.current === backend) return;
    known.current = backend;
    void cache.invalidateQueries();
    showToast({ text: t('toast.restarted') });
  }, [backend, cache, t]);
}

/** The frame: rail, page, progress line and toasts. */
export function Shell() {
  const { t } = useText();
  const [route] = useRoute();
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const stores = useAnswer('store.list', {});
  const { storeId, showsAllStores } = usePreferences();
  const showsAll = showsAllStores && (stores.data?.length ?? 0) > 1;
  const store = stores.data?.find((each) => each.id === storeId) ?? stores.data?.[0];
  const report = useReport();
  const showPanel = useRequest('panel.show');
  const openPanel = (): void => showPanel.mutate({}, { onError: report });
  useRestart();
  useLineBack();
  useShellCommands(() => setIsHelpOpen(true), openPanel);

  return (
    <div className="relative flex h-full">
      <ProgressLine />
      {stores.error !== null && stores.data === undefined && (
        <EmptyState title={problemText(t, stores.error).what} text={problemText(t, stores.error).remedy} />
      )}
      {stores.data?.length === 0 && <Welcome />}
      {store !== undefined && stores.data !== undefined && (
        <>
          <Rail
            place={route.place}
            store={store}
            stores={stores.data}
            showsAll={showsAll}
            onHelp={() => setIsHelpOpen(true)}
            onPanel={openPanel}
          />
          <Page route={route} store={store} stores={stores.data} showsAll={showsAll} />
        </>
      )}
      {isHelpOpen && <ShortcutSheet onClose={() => setIsHelpOpen(false)} />}
      <Toasts label={t('toast.region')} closeLabel={t('action.close')} />
    </div>
  );
}
