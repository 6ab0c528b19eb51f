import { openImapConnector } from '#adapters/inbox/imap/imap-connector.ts';
import type { IncomingMessage, InboxConnector, OutgoingReply } from '#core/ports/inbox-connector.ts';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import type { ImapSettings } from '#shared/model/inbox.ts';
import type { MailStack } from './mail-stack.ts';

export const neverAborted = new AbortController().signal;

/** Settings for a stack, or for proxies in front of it. */
export function settingsFor(stack: MailStack, ports: { imap?: number; smtp?: number } = {}): ImapSettings {
  const server = (port: number) => ({ host: '127.0.0.1', port, security: 'none' as const, user: stack.user });
  return {
    kind: 'imap',
    address: stack.address,
    displayName: 'The Shop',
    imap: server(ports.imap ?? stack.imapPort),
    smtp: server(ports.smtp ?? stack.smtpPort),
    mailbox: 'INBOX',
    sentMailbox: null,
    serverKeepsSent: false,
    firstSyncDays: 3650,
  };
}

export function connectorFor(stack: MailStack, ports: { imap?: number; smtp?: number } = {}): InboxConnector {
  const settings = settingsFor(stack, ports);
  return openImapConnector({ settings, password: stack.password, now: Date.now, timeoutMs: 20_000 });
}

/** What a desk keeps: messages by remote id, and the cursor taken with them. */
type Taken = { cursor: string | null; readonly messages: Map<string, IncomingMessage>; pages: number };

export const nothingTaken = (): Taken => ({ cursor: null, messages: new Map(), pages: 0 });

/** Pulls to the end, trying again where the line breaks, as the desk's loop does. */
export async function takeAll(connector: InboxConnector, taken: Taken): Promise<void> {
  for (let failures = 0; failures < 5;) {
    try {
      const page = await connector.pull(taken.cursor, neverAborted);
      taken.cursor = page.cursor;
      taken.pages += 1;
      for (const message of page.messages) {
        taken.messages.set(message.remoteId, message);
      }
      if (!page.hasMore) {
        return;
      }
    } catch (error) {
      failures += 1;
      if (codeOf(error) !== 'unreachable' && codeOf(error) !== 'timed_out' && codeOf(error) !== 'remote_failed') {
        throw error;
      }
    }
  }
  throw new Error('The pull never came to its end');
}

/** Sends as the outbox does: again after a harmless break, never after a doubtful one. */
export async function sendOnce(connector: InboxConnector, reply: OutgoingReply): Promise<'sent' | 'needs_person'> {
  for (let tries = 0; tries < 5; tries += 1) {
    let isLeaving = false;
    const onLeaving = (): void => {
      if (isLeaving) {
        throw new Error('onLeaving was called twice');
      }
      isLeaving = true;
    };
    try {
      await connector.send(reply, neverAborted, onLeaving);
      return 'sent';
    } catch (error) {
      if (codeOf(error) === 'send_uncertain') {
        return (await connector.findSent(reply, neverAborted)) !== null ? 'sent' : 'needs_person';
      }
      if (isLeaving) {
        throw error;
      }
    }
  }
  throw new Error('The reply could not be sent');
}

/** The code of what a promise fails with, or what it resolves to. */
export async function codeFrom(work: Promise<unknown>): Promise<ErrorCode | 'resolved'> {
  try {
    await work;
    return 'resolved';
  } catch (error) {
    return codeOf(error);
  }
}

export function codeOf(error: unknown): ErrorCode {
  if (error instanceof AppError) {
    return error.code;
  }
  throw error;
}

export function replyTo(connector: InboxConnector, changes: Partial<OutgoingReply> = {}): OutgoingReply {
  return {
    remoteId: connector.newRemoteId(),
    toAddress: 'ann@customer.example',
    toName: 'Ann',
    subject: 'Re: My parcel',
    body: 'Hello Ann,\n\nit is on its way.\n.\nKind regards',
    files: [],
    inReplyTo: null,
    references: [],
    threadId: null,
    writtenAt: Date.now(),
    ...changes,
  };
}
