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

function originOf(host: string): string {
  return URL.parse(host)?.origin ?? host;
}
