import { assertNever } from '#shared/errors.ts';
import type { InboxSettings } from '#shared/model/inbox.ts';

/**
 * Whose threads an inbox holds. Helpdesks number threads and messages by account, so that those of another account
 * would join conversations they have nothing to do with: an inbox keeps its account. Mail names its messages for the
 * whole world.
 */
export function accountOf(settings: InboxSettings): string {
  switch (settings.kind) {
    case 'chatwoot':
      return JSON.stringify([originOf(settings.host), settings.accountId]);
    case 'zendesk':
    case 'gorgias':
    case 'freshdesk':
    case 'libredesk':
      return originOf(settings.host);
    case 'imap':
    case 'sample':
    case 'clipboard':
      return settings.kind;
    default:
      return assertNever(settings);
  }
}

/** What of the account an inbox sees. Another view has other messages: the cursor of the one means nothing in the other. */
export function mailboxOf(settings: InboxSettings): string {
  switch (settings.kind) {
    case 'imap':
      return JSON.stringify([settings.imap.host, settings.imap.user, settings.mailbox]);
    case 'chatwoot':
      return JSON.stringify([accountOf(settings), settings.inboxId]);
    // Another agent may see other tickets.
    case 'zendesk':
    case 'gorgias':
      return JSON.stringify([accountOf(settings), settings.email]);
    case 'freshdesk':
    case 'libredesk':
    case 'sample':
    case 'clipboard':
      return accountOf(settings);
    default:
      return assertNever(settings);
  }
}

/**
 * Whether two inboxes would bring the same conversations, to be answered twice. Samples and clipboards are everybody's
 * own.
 */
export function overlaps(a: InboxSettings, b: InboxSettings): boolean {
  if (a.kind === 'sample' || a.kind === 'clipboard') return false;
  if (a.kind === 'chatwoot' && b.kind === 'chatwoot') {
    const isOfAll = a.inboxId === null || b.inboxId === null;
    return accountOf(a) === accountOf(b) && (isOfAll || a.inboxId === b.inboxId);
  }
  // Neither host names nor addresses know capitals.
  return a.kind === b.kind && mailboxOf(a).toLowerCase() === mailboxOf(b).toLowerCase();
}

function originOf(host: string): string {
  return URL.parse(host)?.origin ?? host;
}
