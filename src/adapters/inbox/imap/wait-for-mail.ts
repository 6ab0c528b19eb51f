import { setTimeout as sleep } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import type { MailboxPosition } from './mail-cursor.ts';

/** How often a server without IDLE is asked (NOOP). */
const askEvery = 30_000;

type MailWait = {
  readonly path: string;
  /** Where the last pull left the mailbox; null before the first. */
  readonly read: MailboxPosition | null;
  readonly untilMs: number;
  /** Resolves when another task wants the connection. */
  readonly wanted: Promise<void>;
};

/** `interrupted`: the connection was given up for another task. `lost`: the line broke, anything may have come. */
export type MailNews = 'news' | 'interrupted' | 'lost' | 'nothing';

/** Watches a mailbox by IDLE (RFC 2177), else by asking. */
export async function waitForMail(client: ImapFlow, wait: MailWait): Promise<MailNews> {
  const mailbox = await client.mailboxOpen(wait.path, { readOnly: true });
  if (wait.read !== null && isBeyond(mailbox, wait.read)) {
    return 'news';
  }
  const stop = new AbortController();
  const outcome = await Promise.race([
    heard(client, stop.signal),
    wait.wanted.then(() => 'interrupted' as const),
    sleep(Math.max(0, wait.untilMs), 'nothing' as const, { signal: stop.signal, ref: false }).catch(() => never()),
    client.capabilities.has('IDLE') ? idled(client, stop.signal) : asked(client, stop.signal),
  ]);
  stop.abort();
  if (outcome !== 'lost' && client.usable) {
    // Any command ends an IDLE; waiting for it leaves the connection clean for the next task.
    await client.noop();
  }
  return outcome;
}

/** UIDNEXT has grown, or the UIDs are new altogether: something came between the pull and this wait. */
function isBeyond(mailbox: { uidValidity: bigint; uidNext: number }, read: MailboxPosition): boolean {
  return read.uidValidity !== mailbox.uidValidity.toString() || (mailbox.uidNext || 1) - 1 > read.uid;
}

function heard(client: ImapFlow, stopped: AbortSignal): Promise<'news' | 'lost'> {
  return new Promise((resolve) => {
    const onNews = (): void => resolve('news');
    const onLoss = (): void => resolve('lost');
    client.on('exists', onNews);
    client.once('close', onLoss);
    stopped.addEventListener('abort', () => {
      client.off('exists', onNews);
      client.off('close', onLoss);
    });
  });
}

async function idled(client: ImapFlow, stopped: AbortSignal): Promise<'lost' | 'nothing'> {
  while (!stopped.aborted && client.usable) {
    // Ends by itself when it has to be renewed; false is a server that says it can and then refuses.
    if ((await client.idle()) === false) {
      return client.usable ? asked(client, stopped) : 'lost';
    }
  }
  return stopped.aborted ? never() : 'lost';
}

async function asked(client: ImapFlow, stopped: AbortSignal): Promise<'lost' | 'nothing'> {
  while (!stopped.aborted && client.usable) {
    await sleep(askEvery, undefined, { signal: stopped, ref: false }).catch(() => undefined);
    if (!stopped.aborted) {
      await client.noop().catch(() => undefined);
    }
  }
  return stopped.aborted ? never() : 'lost';
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
