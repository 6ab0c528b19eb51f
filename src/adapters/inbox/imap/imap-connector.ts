import { setTimeout as sleep } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import { v7 as uuidv7 } from 'uuid';
import type { IncomingMessage, InboxConnector, OutgoingReply, PulledPage } from '#core/ports/inbox-connector.ts';
import type { ImapSettings } from '#shared/model/inbox.ts';
import { mailFileRules } from '#shared/model/reply-file.ts';
import { composeReply } from './compose-reply.ts';
import type { Unreadable } from './fetch-mail.ts';
import { type ImapRun, ImapSession } from './imap-session.ts';
import { type MailboxPosition, readCursor } from './mail-cursor.ts';
import { assertSafeServers } from './mail-server-options.ts';
import { probeMail } from './probe-mail.ts';
import { pullMail } from './pull-mail.ts';
import { readCustomersMail } from './read-customers-mail.ts';
import { sendMail } from './send-mail.ts';
import { openSentCopies, type SentCopies } from './sent-copies.ts';
import { findSpecialMailboxes, holdsMail, markAnswered } from './sent-mailbox.ts';
import { type MailNews, waitForMail } from './wait-for-mail.ts';

type ImapConnectorInput = {
  readonly settings: ImapSettings;
  readonly password: string;
  /** ms UTC. */
  readonly now: () => number;
  /** ms to wait for a server at each step. */
  readonly timeoutMs?: number;
};

const dayMs = 86_400_000;
/** A page of mails over a slow line takes its time; a dead line is noticed by the step's own limit. */
const longestPull = 5 * 60_000;
const probeLimit = 15_000;

/**
 * A mailbox at any provider, by IMAP (RFC 9051) and SMTP submission (RFC 6409).
 * Throws `invalid_input` where the settings would send the password unencrypted over a network.
 *
 * Sending goes: SMTP takes the reply, then its copy is filed as sent. The copy follows because it is what `findSent`
 * believes: filed earlier it would confirm a reply that never left. A reply is thus sent again only if the line broke
 * before the final dot; `send_uncertain` with nothing in the sent mail is for a person to decide, because no server
 * can be asked what it took.
 */
export function openImapConnector(input: ImapConnectorInput): InboxConnector {
  const { settings, password, now, timeoutMs = 30_000 } = input;
  assertSafeServers(settings);
  const session = new ImapSession({ server: settings.imap, password, timeoutMs });
  const copies = openSentCopies(settings, timeoutMs);
  const unreadable = { suspects: new Set<string>(), convicted: new Set<string>() };
  const state: State = { settings, now, session, copies, unreadable, lastRead: null, canWatch: true, losses: 0 };
  return {
    capabilities: {
      // No server can be asked what it took.
      provesUnsent: false,
      get canWatch() {
        return state.canWatch;
      },
    },
    replyRules: () => ({ maxLength: 100_000, windowMs: null, files: mailFileRules }),
    helpdesk: null,
    readThread: ({ customerAddress }, since, signal) =>
      session.run((client) => readAgain(state, client, customerAddress, since), { signal, timeoutMs: longestPull }),
    probe: (signal) => probeMail({ session, settings, password, timeoutMs: probeLimit, signal }),
    pull: (cursor, signal) =>
      session.run((client) => pullPage(state, client, cursor), { signal, timeoutMs: longestPull }),
    newRemoteId: () => `<${uuidv7()}@${ownAddress(settings).split('@').at(-1) ?? 'localhost'}>`,
    async send(reply, signal, onLeaving) {
      const mail = await composeReply(reply, settings, now());
      await sendMail({ mail, onLeaving }, { server: settings.smtp, password, timeoutMs, signal });
      copies.note(reply.remoteId, mail.raw);
      await copies.fileSoon(session);
      await noteAnswer(session, settings, reply, timeoutMs);
      return reply.remoteId;
    },
    async findSent(reply, signal) {
      const hasLeft =
        copies.hasLeft(reply.remoteId) ||
        (await session.run((client) => isKept(client, settings, reply.remoteId), { signal, timeoutMs: timeoutMs * 2 }));
      return hasLeft ? reply.remoteId : null;
    },
    waitForNews: (maxMs, signal) => waitForNews(state, maxMs, { signal, timeoutMs }),
    close: () => session.close(),
  };
}

type State = {
  readonly settings: ImapSettings;
  readonly now: () => number;
  readonly session: ImapSession;
  readonly copies: SentCopies;
  readonly unreadable: Unreadable;
  /** Where the last pull left the inbox. */
  lastRead: MailboxPosition | null;
  canWatch: boolean;
  /** Waits in a row that ended with a broken line. */
  losses: number;
};

function ownAddress(settings: ImapSettings): string {
  return settings.address.toLowerCase();
}

async function pullPage(state: State, client: ImapFlow, cursor: string | null): Promise<PulledPage> {
  const { settings, unreadable } = state;
  const now = state.now();
  await state.copies.fileLeftOver(client);
  state.canWatch = client.capabilities.has('IDLE');
  const { sent } = await findSpecialMailboxes(client, settings);
  const { page, inboxEnd } = await pullMail(client, {
    cursor: readCursor(cursor, now - settings.firstSyncDays * dayMs),
    inboxPath: settings.mailbox,
    sentPath: sent,
    context: { ownAddress: ownAddress(settings), now, unreadable },
  });
  state.lastRead = inboxEnd;
  return page;
}

async function readAgain(
  state: State,
  client: ImapFlow,
  customerAddress: string,
  since: number,
): Promise<readonly IncomingMessage[]> {
  const { settings, unreadable } = state;
  const { sent } = await findSpecialMailboxes(client, settings);
  return readCustomersMail(client, {
    customerAddress,
    since,
    inboxPath: settings.mailbox,
    sentPath: sent,
    context: { ownAddress: ownAddress(settings), now: state.now(), unreadable },
  });
}

/** Whether a mailbox keeps a copy of a reply. One in the inbox itself, come back by a list, also proves that it left. */
async function isKept(client: ImapFlow, settings: ImapSettings, remoteId: string): Promise<boolean> {
  const { sent, all } = await findSpecialMailboxes(client, settings);
  for (const path of new Set([sent, all, settings.mailbox])) {
    if (path !== null && (await holdsMail(client, path, remoteId))) {
      return true;
    }
  }
  return false;
}

async function waitForNews(state: State, maxMs: number, { signal, timeoutMs }: ImapRun): Promise<void> {
  const { session, settings } = state;
  const end = performance.now() + maxMs;
  let outcome: MailNews = 'interrupted';
  while (outcome === 'interrupted' && !signal.aborted && performance.now() < end) {
    const untilMs = end - performance.now();
    outcome = await session
      .run((client, wanted) => waitForMail(client, { path: settings.mailbox, read: state.lastRead, untilMs, wanted }), {
        signal,
        timeoutMs: untilMs + timeoutMs,
      })
      .catch((error: unknown) => {
        if (signal.aborted) {
          return 'nothing' as const;
        }
        throw error;
      });
  }
  state.losses = outcome === 'lost' ? Math.min(state.losses + 1, 6) : 0;
  if (state.losses > 1) {
    // A server that keeps hanging up must not be dialled in a tight loop.
    const pause = Math.min(1000 * 2 ** state.losses, Math.max(0, end - performance.now()));
    await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
}

/** Best effort: the reply has left and is filed, a missing flag harms nobody. */
async function noteAnswer(
  session: ImapSession,
  settings: ImapSettings,
  reply: OutgoingReply,
  timeoutMs: number,
): Promise<void> {
  const { inReplyTo } = reply;
  if (inReplyTo?.startsWith('<')) {
    const run = { signal: new AbortController().signal, timeoutMs };
    await session.run((client) => markAnswered(client, settings.mailbox, inReplyTo), run).catch(() => undefined);
  }
}
