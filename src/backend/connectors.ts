import path from 'node:path';
import { openChatwootConnector } from '#adapters/inbox/chatwoot/chatwoot-connector.ts';
import { openClipboardConnector } from '#adapters/inbox/clipboard/clipboard-connector.ts';
import { openFreshdeskConnector } from '#adapters/inbox/freshdesk/freshdesk-connector.ts';
import { openGorgiasConnector } from '#adapters/inbox/gorgias/gorgias-connector.ts';
import { openImapConnector } from '#adapters/inbox/imap/imap-connector.ts';
import { openLibredeskConnector } from '#adapters/inbox/libredesk/libredesk-connector.ts';
import { openSampleConnector } from '#adapters/inbox/sample/sample-connector.ts';
import { openZendeskConnector } from '#adapters/inbox/zendesk/zendesk-connector.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { IdSource } from '#core/ports/id-source.ts';
import type { InboxConnector, InboxTraits } from '#core/ports/inbox-connector.ts';
import { AppError, assertNever } from '#shared/errors.ts';
import type { InboxSettings } from '#shared/model/inbox.ts';

export type ConnectorOptions = {
  readonly resourcesFolder: string;
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly ids: IdSource;
};

/** Where replies of the sample store go. */
export function sampleSentFile(dataFolder: string): string {
  return path.join(dataFolder, 'sample-store-sent.jsonl');
}

/** The connector for an inbox's settings: the one place where kinds of inboxes are registered. */
export function openConnector(
  options: ConnectorOptions,
  settings: InboxSettings,
  secret: string | null,
): InboxConnector {
  switch (settings.kind) {
    case 'sample':
      return openSampleConnector({
        ...options,
        sentFile: options.dataFolder === ':memory:' ? null : sampleSentFile(options.dataFolder),
      });
    case 'imap':
      if (secret === null)
        throw new AppError('refused_credentials', 'The mailbox has no password yet', {
          detail: { host: settings.imap.host, reason: 'missing' },
        });
      return openImapConnector({ settings, password: secret, now: () => options.clock.now() });
    case 'freshdesk':
      return openFreshdeskConnector({ settings, key: keyOf(settings, secret), now: () => options.clock.now() });
    case 'gorgias':
      return openGorgiasConnector({ settings, key: keyOf(settings, secret), now: () => options.clock.now() });
    case 'chatwoot':
      return openChatwootConnector({ settings, token: keyOf(settings, secret), now: () => options.clock.now() });
    case 'zendesk':
      return openZendeskConnector({ settings, token: keyOf(settings, secret), now: () => options.clock.now() });
    case 'libredesk':
      return openLibredeskConnector({ settings, secret: keyOf(settings, secret), now: () => options.clock.now() });
    case 'clipboard':
      return openClipboardConnector(options);
    default:
      return assertNever(settings);
  }
}

function keyOf({ host }: { readonly host: string }, secret: string | null): string {
  if (secret !== null) return secret;
  throw new AppError('refused_credentials', 'The inbox has no key yet', { detail: { host, reason: 'missing' } });
}

/** What an inbox takes and how its replies are named: a connector says so without connecting. */
export function inboxTraits(options: ConnectorOptions, settings: InboxSettings): InboxTraits {
  return openConnector(options, settings, '');
}
