import { useHashLocation } from 'wouter/use-hash-location';
import type { ConversationStatus } from '#shared/model/conversation.ts';

/*
 * Names for tests that drive the window (data-testid):
 * shell      lessons-waiting lessons-decided alarms-new nav-inbox nav-knowledge nav-learned nav-insights nav-settings store-switcher desk-status desk-outgoing repair-embedder
 *            toast (data-tone) shortcut-sheet welcome welcome-sample
 * inbox      conversation-search tab-unanswered tab-answered tab-closed conversation-list
 *            conversation-row (data-conversation-id, data-draft, aria-selected) thread message (data-role) order
 *            order-reading orders-reading orders-refresh shop-customer
 *            outbox-item (data-state, data-look) outbox-retry outbox-edit outbox-cancel outbox-key new-words list-title
 * helpdesk   helpdesk (data-open) helpdesk-toggle helpdesk-problem helpdesk-tags helpdesk-customer helpdesk-note
 *            helpdesk-note-add
 * composer   composer composer-text limits (data-blocked) send discard redraft close-conversation reopen-conversation
 *            moved-on send-anyway look-again ask ask-silence candidate (data-key, aria-pressed)
 *            style-line style-offer style-avoided style-advice (data-advice) style-follow
 *            writing-tools tool-result tool-problems tool-accept tool-leave thread-note thread-note-close
 * evidence   evidence-list evidence-search evidence (data-kind, data-active) product fact-reading fact-old fact-claimed
 * knowledge  knowledge-search knowledge-add knowledge-import knowledge-file knowledge-row
 *            knowledge-editor knowledge-save knowledge-retire knowledge-restore knowledge-question knowledge-answer
 *            knowledge-place knowledge-layers layer knowledge-limits knowledge-from knowledge-until knowledge-zone
 *            knowledge-time-state channel-… knowledge-stand-over attributes attribute-add knowledge-why knowledge-undo
 *            knowledge-saved knowledge-vary
 *            knowledge-history-open knowledge-history knowledge-version knowledge-revert knowledge-revert-now
 *            knowledge-filters filter-… entry-picker entry-pick person-note own-name own-name-save
 *            knowledge-sections tab-entries tab-sources tab-sets tab-health tab-missing tab-ask
 * sources    file-drop source-list source (data-kind, data-source-id) source-add add-source source-kind-… source-form
 *            source-form-add source-inbox source-files source-first-folder source-first-files source-read source-files-again
 *            source-look source-stop source-reading source-remove remove-source source-keep source-retire plan plan-back
 *            plan-filter-… plan-take-… plan-lines plan-change (data-change) plan-take plan-leave
 * macros     macro-list macro-row macro-add macro-editor macro-save macro-retire macro-restore macro-name macro-shortcut macro-body macro-problem
 *            macro-import macro-import-run macro-import-report macros-open macro-picker macro-search macro-option macro-form
 *            macro-insert
 * sets       set-list set-row (data-on) set-switch set-open set-alone set-retire set-restore set-add set-name set-save
 *            set-overlays-open set-overlays set-head set-back knowledge-pick
 * ask        ask-text ask-run ask-result ask-reply ask-asked ask-candidate (data-told) ask-left-out (data-reason) replay-open
 *            replay replay-summary replay-change (data-kind) past-drafts-open past-drafts past-draft
 * missing    gap-list gap-row gap-detail gap-write gap-dismiss
 * health     health-kinds finding-list finding-row (data-kind, aria-current) finding-detail finding-passage (data-entry-id)
 *            finding-edit finding-retire finding-dismiss retire-dialog retire-confirm
 * lessons    lesson-tabs tab-waiting tab-shared tab-aside tab-ended tab-replies tab-rules tab-history lesson-list lesson-rows lesson-row
 *            (data-lesson-id, data-marked) lesson-risk-… lesson-detail lesson-approve lesson-amend lesson-narrow lesson-entry
 *            lesson-reject lesson-aside lesson-replay lesson-revert lesson-question lesson-answer lesson-reason
 *            lesson-confirm lesson-merge lesson-merge-do lesson-effect lesson-withdraw withdraw-person withdraw-since
 *            withdraw-count withdraw-lesson withdraw-do reply-row reply-detail reply-note reply-mark reply-unmark rule rule-add rule-edit rule-remove
 *            rule-save rule-replies decision decision-undo lesson lesson-forget lesson-decided lesson-new (own)
 * insights   insights-store insights-who insights-filter insights-export insights-export-save insights-as-table insights-breakdown insights-compare
 *            figure-coverage figure-acceptance figure-kept figure-wait figure-unsupported figure-saved insights-saved-how trend drift-alarm
 *            open-tolerance open-gaps outcome-list
 * tolerance  tolerance tolerance-of tolerance-form tolerance-usual tolerance-own tolerance-rate tolerance-save tolerance-topics
 *            tolerance-topic tolerance-changes coverage-text coverage-overall coverage-chart coverage-basis coverage-unknown
 * portable   backup-make backup-restore-file backup-list backup-restored backup-problem backup-preview backup-lost backup-restore
 *            portable portable-export portable-exported portable-inspect portable-preview portable-take
 * settings   store-place store-preview store-form store-save store-create inbox-add connect-inbox connect-imap connect-… inbox-row (data-phase,
 *            data-kind) inbox-pause inbox-resume inbox-form helpdesk-form memory-consent inbox-test inbox-save
 *            probe-report about
 *            shop-section shop-key-gone shop-connect shop-disconnect shop-form shop-test shop-save shop-report
 *            house-style style-part style-trait (data-trait) style-use style-leave house-form house-wording house-phrase house-add-wording
 *            house-add-phrase house-habit house-add-habit house-longest house-emoji house-save style-changes style-said settings-style
 *            settings-portable settings-stores settings-inboxes settings-panel settings-appearance settings-about theme-system theme-light
 *            theme-dark
 * people     sign-in sign-in-person (data-profile-id) sign-in-pin sign-in-go sign-in-problem profile-menu people-list person
 *            person-add person-form person-name person-role person-pin person-former-pin person-save person-retire
 *            person-restore lock-after settings-people
 * audit      audit-list audit-line audit-person audit-area audit-day audit-export settings-audit
 * panel      panel panel-start panel-take-now panel-label panel-hide panel-next-new panel-next-here panel-recent
 *            panel-message (data-role) panel-source (data-kind) panel-nearest panel-open-ask panel-copy panel-copied
 *            panel-take-back panel-learned panel-note (data-what) panel-take-anyway panel-shortcut panel-shortcut-state
 *            panel-edge-left panel-edge-right panel-open
 */

/** The side panel's page; a window of its own, no place of the main one. */
export const panelPath = '/panel';

export type Route =
  | { readonly place: 'inbox'; readonly status: ConversationStatus; readonly id: string | null }
  | {
      readonly place: 'knowledge';
      readonly section: KnowledgeSection;
      readonly id: string | null;
      /** The entry that is open within it: of a set. */
      readonly entryId?: string;
    }
  | { readonly place: 'learned'; readonly section: LessonSection; readonly id: string | null }
  | { readonly place: 'insights' }
  | { readonly place: 'settings'; readonly section: SettingsSection };

export const knowledgeSections = ['entries', 'macros', 'sources', 'sets', 'health', 'missing', 'ask'] as const;
export type KnowledgeSection = (typeof knowledgeSections)[number];

/** `aside`: set aside; `ended`: rejected or withdrawn; `replies`: the review of what was sent; `history`: what was decided. */
export const lessonSections = ['waiting', 'shared', 'aside', 'ended', 'replies', 'rules', 'history'] as const;
export type LessonSection = (typeof lessonSections)[number];

export const settingsSections = [
  'stores',
  'inboxes',
  'drafting',
  'style',
  'search',
  'models',
  'panel',
  'portable',
  'people',
  'audit',
  'appearance',
  'about',
] as const;
export type SettingsSection = (typeof settingsSections)[number];

/** Where a path leads; an unknown one leads to the inbox. */
export function routeOf(path: string): Route {
  const [place, first, second, third] = path.split('/').filter((part) => part !== '');
  if (place === 'knowledge') {
    // An entry's own path names no section.
    const section = knowledgeSections.find((each) => each === first);
    return section === undefined
      ? { place, section: 'entries', id: first ?? null }
      : { place, section, id: second ?? null, ...(third === undefined ? {} : { entryId: third }) };
  }
  if (place === 'lessons') {
    const section = lessonSections.find((each) => each === first);
    // A lesson's own path names no section.
    return section === undefined
      ? { place: 'learned', section: 'waiting', id: first ?? null }
      : { place: 'learned', section, id: second ?? null };
  }
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
      return `/knowledge${route.section === 'entries' ? '' : `/${route.section}`}${tail(route.id)}${tail(route.entryId ?? null)}`;
    case 'learned':
      return `/lessons${route.section === 'waiting' ? '' : `/${route.section}`}${tail(route.id)}`;
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
