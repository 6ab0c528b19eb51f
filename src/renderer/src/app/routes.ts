import { useHashLocation } from 'wouter/use-hash-location';
import type { ConversationStatus } from '#shared/model/conversation.ts';

/*
 * Names for tests that drive the window (data-testid):
 * shell      nav-inbox nav-knowledge nav-learned nav-insights nav-settings store-switcher desk-status repair-embedder
 *            toast (data-tone) shortcut-sheet welcome welcome-sample
 * inbox      conversation-search tab-unanswered tab-answered tab-closed conversation-list
 *            conversation-row (data-conversation-id, data-draft, aria-selected) thread message (data-role) order
 *            outbox-item (data-state) outbox-retry outbox-cancel
 * composer   composer composer-text send discard redraft close-conversation reopen-conversation
 *            moved-on send-anyway look-again
 * evidence   evidence-list evidence-search evidence (data-kind, data-active)
 * knowledge  knowledge-search knowledge-add knowledge-import knowledge-file import-report import-take knowledge-row
 *            knowledge-editor knowledge-save knowledge-retire knowledge-restore
 * lessons    lesson-list lesson lesson-forget
 * insights   figure-answered figure-accepted figure-edited figure-written figure-discarded outcome-list
 * settings   store-form store-save store-create inbox-add inbox-row inbox-form inbox-test inbox-save probe-report about
 *            settings-stores settings-inboxes settings-appearance settings-about theme-system theme-light theme-dark
 */

export type Route =
  | { readonly place: 'inbox'; readonly status: ConversationStatus; readonly id: string | null }
  | { readonly place: 'knowledge'; readonly id: string | null }
  | { readonly place: 'learned'; readonly id: string | null }
  | { readonly place: 'insights' }
  | { readonly place: 'settings'; readonly section: SettingsSection };

export const settingsSections = ['stores', 'inboxes', 'appearance', 'about'] as const;
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
