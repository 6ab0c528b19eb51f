import { problemOf } from '#shared/errors.ts';
import type { ImapSettings, ProbeReport } from '#shared/model/inbox.ts';
import type { ImapSession } from './imap-session.ts';
import { imapError } from './map-mail-error.ts';
import { verifySmtp } from './send-mail.ts';
import { findSpecialMailboxes } from './sent-mailbox.ts';

type Check = ProbeReport['checks'][number];

type ProbeInput = {
  readonly session: ImapSession;
  readonly settings: ImapSettings;
  readonly password: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
};

/** Looks at both servers and changes nothing. Every check has its own time limit; none throws. */
export async function probeMail(input: ProbeInput): Promise<ProbeReport> {
  const [receiving, sending] = await Promise.all([probeImap(input), probeSmtp(input)]);
  const checks = [...receiving, sending];
  return { isOk: checks.every((check) => check.isOk), checks };
}

async function probeImap(input: ProbeInput): Promise<Check[]> {
  const { session, settings, timeoutMs, signal } = input;
  const run = { signal, timeoutMs };
  const origin = { host: settings.imap.host, password: input.password };
  const receive = await checked('receive', () => session.run(async (client) => serverName(client.serverInfo), run));
  if (!receive.isOk) {
    return [receive];
  }
  const mailbox = await checked('mailbox', () =>
    session.run(async (client) => {
      const found = await client.mailboxOpen(settings.mailbox, { readOnly: true });
      return `${found.path}, ${found.exists}`;
    }, run),
  );
  const sent = await checked('sent_mailbox', () =>
    session.run(async (client) => {
      const { sent: path } = await findSpecialMailboxes(client, settings);
      return path ?? `${settings.sentMailbox ?? 'Sent'} (new)`;
    }, run),
  );
  const idle = await checked('idle', () =>
    session.run(async (client) => (client.capabilities.has('IDLE') ? 'IDLE' : 'NOOP'), run),
  );
  return [receive, mailbox, sent, idle];

  async function checked(name: Check['name'], look: () => Promise<string | null>): Promise<Check> {
    try {
      return { name, isOk: true, problem: null, note: await look() };
    } catch (error) {
      return { name, isOk: false, problem: problemOf(imapError(error, origin)), note: null };
    }
  }
}

async function probeSmtp(input: ProbeInput): Promise<Check> {
  const { settings, password, timeoutMs } = input;
  const limit = AbortSignal.any([input.signal, AbortSignal.timeout(timeoutMs)]);
  try {
    await verifySmtp({ server: settings.smtp, password, timeoutMs, signal: limit });
    return { name: 'send', isOk: true, problem: null, note: settings.smtp.host };
  } catch (error) {
    return { name: 'send', isOk: false, problem: problemOf(error), note: null };
  }
}

function serverName(info: { readonly name?: unknown } | null): string | null {
  return typeof info?.name === 'string' ? info.name : null;
}
