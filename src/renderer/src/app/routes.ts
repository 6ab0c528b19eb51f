import { useHashLocation } from 'wouter/use-hash-location';
import type { ConversationStatus } from '#shared/model/conversation.ts';

/*
 * Names for tests that drive the window (data-testid):
 * shell      nav-inbox nav-knowledge nav-learned nav-insights nav-settings store-switcher desk-status desk-outgoing repair-embedder
 *            toast (data-tone) shortcut-sheet welcome welcome-sample
 * inbox      conversation-search tab-unanswered tab-answered tab-closed conversation-list
 *            conversation-row (data-conversation-id, data-draft, aria-selected) thread message (data-role) order
 *            order-reading orders-reading orders-refresh shop-customer
 *            outbox-item (data-state, data-look) outbox-retry outbox-edit outbox-cancel outbox-key new-words list-title
 * helpdesk   helpdesk (data-open) helpdesk-toggle helpdesk-problem helpdesk-tags helpdesk-customer helpdesk-note
 *            helpdesk-note-add
 * composer   composer composer-text limits (data-blocked) send discard redraft close-conversation reopen-conversation
 *            moved-on send-anyway look-again
 * evidence   evidence-list evidence-search evidence (data-kind, data-active) product fact-reading fact-old fact-claimed
 * knowledge  knowledge-search knowledge-add knowledge-import knowledge-file import-report import-take knowledge-row
 *            knowledge-editor knowledge-save knowledge-retire knowledge-restore
 * lessons    lesson-list lesson lesson-forget
 * insights   insights-store figure-answered figure-accepted figure-edited figure-written figure-discarded outcome-list
 * settings   store-form store-save store-create inbox-add connect-inbox connect-imap connect-… inbox-row (data-phase,
 *            data-kind) inbox-pause inbox-resume inbox-form helpdesk-form memory-consent inbox-test inbox-save
 *            probe-report about
 *            shop-section shop-key-gone shop-connect shop-disconnect shop-form shop-test shop-save shop-report
 *            settings-stores settings-inboxes settings-panel settings-appearance settings-about theme-system theme-light
 *            theme-dark
 * panel      panel panel-start panel-take-now panel-label panel-hide panel-next-new panel-next-here panel-recent
 *            panel-message (data-role) panel-source (data-kind) panel-nearest panel-open-ask panel-copy panel-copied
 *            panel-take-back panel-learned panel-note (data-what) panel-take-anyway panel-shortcut panel-shortcut-state
 *            panel-edge-left panel-edge-right panel-open
 */

/** The side panel's page; a window of its own, no place of the main one. */
export const panelPath = '/panel';

export type Route =
  | { readonly place: 'inbox'; readonly status: ConversationStatus; readonly id: string | null }
  | { readonly place: 'knowledge'; readonly id: string | null }
  | { readonly place: 'learned'; readonly id: string | null }
  | { readonly place: 'insights' }
  | { readonly place: 'settings'; readonly section: SettingsSection };

export const settingsSections = ['stores', 'inboxes', 'panel', 'appearance', 'about'] as const;
export type SettingsSection = (typeof settingsSections)[number];

/** Where a path leads; an unknown one leads to the inbox. */
export function routeOf(path: string): Route {
  const [place, first, second] = path.split('/').filter((part) => part !== '');
  if (place === 'knowledge') return { place, id: first ?? null };
  if (place === 'lessons') return { place: 'learned', id: first ?? null };
  if (place === 'insights') return { place };
  if (place === 'settings')
    return { place, section: settingsSections.find((section) => section === first) ?? 'stores' };
  if (place === 'inbox' && (first === 'answered' || first === 'closed')) {
    return { place, status: first, id: second ?? null };
  }
  return { place: 'inbox', status: 'unanswered', id: place === 'inbox' ? (first ?? null) : null };
}

/** The path of a place; the reverse of `routeOf`. */
export function pathOf(route: Route): string {
  const tail = (id: string | null): string => (id === null ? '' : `/${id}`);
  switch (route.place) {
    case 'inbox':
      return `/inbox${route.status === 'unanswered' ? '' : `/${route.status}`}${tail(route.id)}`;
    case 'knowledge':
      return `/knowledge${tail(route.id)}`;
    case 'learned':
      return `/lessons${tail(route.id)}`;
    case 'insights':
      return '/insights';
    case 'settings':
      return `/settings/${route.section}`;
  }
}

/** Where the window is, and the way to go elsewhere. */
export function useRoute(): readonly [Route, (route: Route, replaces?: boolean) => void] {
  const [path, navigate] = useHashLocation();
  return [routeOf(path), (route, replaces = false) => navigate(pathOf(route), { replace: replaces })];
}
