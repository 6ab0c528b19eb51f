import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { InboxConnector, OutgoingReply } from '#core/ports/inbox-connector.ts';
import type { ImapSettings } from '#shared/model/inbox.ts';
import { composeReply } from './compose-reply.ts';
import { type ImapSession, openImapSession } from './imap-session.ts';
import { type MailboxPosition, readCursor } from './mail-cursor.ts';
import { assertSafeServers } from './mail-server-options.ts';
import { probeMail } from './probe-mail.ts';
import { pullMail } from './pull-mail.ts';
import { sendMail } from './send-mail.ts';
import { openSentCopies } from './sent-copies.ts';
import { findSpecialMailboxes, holdsMail, markAnswered } from './sent-mailbox.ts';
import { waitForMail } from './wait-for-mail.ts';

export type ImapConnectorInput = {
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
  const session = openImapSession({ server: settings.imap, password, timeoutMs });
  const copies = openSentCopies(settings, timeoutMs);
  const unreadable = new Set<string>();
  const ownAddress = settings.address.toLowerCase();
  let lastRead: MailboxPosition | null = null;
  let canWatch = true;
  let shortWaits = 0;

  return {
    capabilities: {
      maxLength: 100_000,
      // No server can be asked what it took.
      provesUnsent: false,
      get canWatch() {
        return canWatch;
      },
    },

    probe: (signal) => probeMail({ session, settings, password, timeoutMs: probeLimit, signal }),

    async pull(cursor, signal) {
      const { page, inboxEnd } = await session.run(
        async (client) => {
          await copies.fileLeftOver(client);
          canWatch = client.capabilities.has('IDLE');
          const { sent } = await findSpecialMailboxes(client, settings);
          return await pullMail(client, {
            cursor: readCursor(cursor, now() - settings.firstSyncDays * dayMs),
            inboxPath: settings.mailbox,
            sentPath: sent,
            context: { ownAddress, now: now(), unreadable },
          });
        },
        { signal, timeoutMs: longestPull },
      );
      lastRead = inboxEnd;
      return page;
    },

    newRemoteId: () => `<${uuidv7()}@${ownAddress.split('@').at(-1) ?? 'localhost'}>`,

    async send(reply, signal, onLeaving) {
      const mail = await composeReply(reply, settings, now());
      await sendMail({ mail, onLeaving }, { server: settings.smtp, password, timeoutMs, signal });
      copies.note(reply.remoteId, mail.raw);
      await copies.fileSoon(session);
      await noteAnswer(session, settings, reply, timeoutMs);
    },

    async findSent(reply, signal) {
      if (copies.hasLeft(reply.remoteId)) {
        return true;
      }
      return await session.run(
        async (client) => {
          const { sent, all } = await findSpecialMailboxes(client, settings);
          // A copy of one's own in the inbox also proves that it left.
          for (const path of new Set([sent, all, settings.mailbox])) {
            if (path !== null && (await holdsMail(client, path, reply.remoteId))) {
              return true;
            }
          }
          return false;
        },
        { signal, timeoutMs: timeoutMs * 2 },
      );
    },

    async waitForNews(maxMs, signal) {
      const end = performance.now() + maxMs;
      let outcome = 'interrupted';
      while (outcome === 'interrupted' && !signal.aborted && performance.now() < end) {
        outcome = await watch(end - performance.now(), signal);
      }
      shortWaits = outcome === 'lost' ? Math.min(shortWaits + 1, 6) : 0;
      if (shortWaits > 1) {
        // A server that keeps hanging up must not be dialled in a tight loop.
        const pause = Math.min(1000 * 2 ** shortWaits, Math.max(0, end - performance.now()));
        await sleep(pause, undefined, { signal }).catch(() => undefined);
      }
    },

    close: () => session.close(),
  };

  async function watch(untilMs: number, signal: AbortSignal): Promise<string> {
    try {
      return await session.run(
        (client, wanted) => waitForMail(client, { path: settings.mailbox, read: lastRead, untilMs, wanted }),
        { signal, timeoutMs: untilMs + timeoutMs },
      );
    } catch (error) {
      if (signal.aborted) {
        return 'nothing';
      }
      throw error;
    }
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
