import { setTimeout as sleep } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import { problemOf } from '#shared/errors.ts';
import type { ImapSettings } from '#shared/model/inbox.ts';
import type { ImapSession } from './imap-session.ts';
import { fileSent } from './sent-mailbox.ts';

/** Pauses before another try to file a copy, ms. */
const pauses = [0, 100, 1000];
/** A copy the server keeps refusing is given up after this many tries; the desk has the reply all the same. */
const mostTries = 10;

/** Copies of replies the SMTP server has taken, on their way into the mailbox of sent mail. */
export type SentCopies = {
  /** Whether the SMTP server has taken a reply with this remote id since the connector was opened. */
  hasLeft(remoteId: string): boolean;
  /** Notes that a reply has left; a copy is filed unless the server does that by itself. */
  note(remoteId: string, raw: Buffer): void;
  /** Tries a few times to file what is noted. Never throws: the replies have left, whatever happens here. */
  fileSoon(session: ImapSession): Promise<void>;
  /** Files what is left over from earlier, as part of a task that has the connection. */
  fileLeftOver(client: ImapFlow): Promise<void>;
};

export function openSentCopies(settings: ImapSettings, timeoutMs: number): SentCopies {
  const left = new Set<string>();
  const unfiled = new Map<string, { readonly raw: Buffer; tries: number }>();

  async function fileAll(client: ImapFlow): Promise<void> {
    for (const [remoteId, copy] of unfiled) {
      copy.tries += 1;
      if (copy.tries > mostTries) {
        unfiled.delete(remoteId);
      } else {
        await fileSent(client, settings, remoteId, copy.raw);
        unfiled.delete(remoteId);
      }
    }
  }

  return {
    hasLeft: (remoteId) => left.has(remoteId),
    note(remoteId, raw) {
      left.add(remoteId);
      if (!settings.serverKeepsSent) {
        unfiled.set(remoteId, { raw, tries: 0 });
      }
    },
    async fileSoon(session) {
      for (const pause of pauses) {
        if (unfiled.size === 0) {
          return;
        }
        await sleep(pause);
        // A caller who gives up now must not cost the copy: this runs under its own limit.
        const run = { signal: new AbortController().signal, timeoutMs };
        const failure = await session.run(fileAll, run).then(() => null, problemOf);
        if (failure?.code === 'timed_out') {
          // The reply must not look unsent while a silent server is waited for; the next pull files it.
          return;
        }
      }
    },
    async fileLeftOver(client) {
      if (unfiled.size > 0) {
        await fileAll(client).catch(() => undefined);
      }
    },
  };
}
