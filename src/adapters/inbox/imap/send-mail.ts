import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { AppError } from '#shared/errors.ts';
import type { MailServer } from '#shared/model/inbox.ts';
import type { ComposedReply } from './compose-reply.ts';
import { smtpSecurity } from './mail-server-options.ts';
import { smtpError } from './map-mail-error.ts';

type SmtpInput = {
  readonly server: MailServer;
  readonly password: string;
  /** ms to wait for the server at each step. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
};

/** A mail to hand over; `onLeaving` is called before the final dot, and where it throws the dot is not sent. */
type Departure = { readonly mail: ComposedReply; readonly onLeaving: () => void };

/** Time for a break that has happened already to be noticed before the final dot makes it a doubt, ms. */
const pauseBeforeDot = 150;

/**
 * Hands a mail to the SMTP server. Resolves once the server has taken it.
 *
 * SMTP has one moment nobody can see into (RFC 5321 4.2.5, RFC 1047): between the final dot and its answer the mail
 * may be taken or lost. A line that breaks before the dot was handed to the socket throws an error worth another
 * try; one that breaks after it throws `send_uncertain`; a clear answer is believed at any time.
 */
export async function sendMail({ mail, onLeaving }: Departure, input: SmtpInput): Promise<void> {
  let mayHaveLeft = false;
  let veto: { readonly error: unknown } | null = null;
  const source = sourceOf(mail.raw, () => {
    try {
      onLeaving();
      mayHaveLeft = true;
    } catch (error) {
      // Kept aside: nodemailer writes its own code into the errors of a message's stream.
      veto = { error };
      throw new Error('The reply is not to leave', { cause: error });
    }
  });
  try {
    await withConnection(input, async (connection) => {
      await new Promise<void>((resolve, reject) => {
        source.once('error', reject);
        const envelope = { from: mail.from, to: [mail.to], size: mail.raw.length };
        connection.send(envelope, source, (error) => (error ? reject(error) : resolve()));
      });
    });
  } catch (error) {
    // A source that is gone gives no end, and without its end no final dot is written.
    source.destroy();
    throwVeto(veto);
    throw mayHaveLeft && !isClearAnswer(error) ? uncertain(error, input) : mapped(error, input);
  }
}

function throwVeto(veto: { readonly error: unknown } | null): void {
  if (veto !== null) {
    throw veto.error;
  }
}

/** Connects and signs in, sends nothing. */
export async function verifySmtp(input: SmtpInput): Promise<void> {
  try {
    await withConnection(input, async () => undefined);
  } catch (error) {
    throw mapped(error, input);
  }
}

/** The message as a stream; nodemailer writes the final dot after this stream has ended, never earlier. */
function sourceOf(raw: Buffer, beforeEnd: () => void): Readable {
  const end = (): void => {
    if (!source.destroyed) {
      beforeEnd();
    }
  };
  const source = Readable.from(partsOf(raw, end), { objectMode: false });
  return source;
}

async function* partsOf(raw: Buffer, end: () => void): AsyncGenerator<Buffer> {
  yield raw;
  await sleep(pauseBeforeDot);
  end();
}

/** The server's own 4xx or 5xx to the whole message: it did not take it. */
function isClearAnswer(error: unknown): boolean {
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown };
  return command === 'DATA' && typeof responseCode === 'number' && responseCode >= 400 && responseCode < 600;
}

function uncertain(error: unknown, input: SmtpInput): AppError {
  const cause = mapped(error, input);
  const { host } = input.server;
  return new AppError('send_uncertain', `${host}: the line broke before the server said whether it took the reply`, {
    detail: { host, reason: cause.code },
    cause,
  });
}

function mapped(error: unknown, input: SmtpInput): AppError {
  return smtpError(error, { host: input.server.host, password: input.password });
}

async function withConnection(input: SmtpInput, use: (connection: SMTPConnection) => Promise<void>): Promise<void> {
  const { server, signal, timeoutMs } = input;
  if (signal.aborted) {
    throw new AppError('cancelled', 'Cancelled');
  }
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    ...smtpSecurity(server),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    // RFC 5321 4.5.3.2.6 lets a server think for ten minutes over the final dot; cutting it short makes doubt.
    socketTimeout: timeoutMs * 4,
  });
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => undefined);
  connection.on('error', fail);
  connection.once('end', () => fail(Object.assign(new Error('Connection closed'), { code: 'ECONNECTION' })));
  const cancel = (): void => fail(new AppError('cancelled', 'Cancelled'));
  signal.addEventListener('abort', cancel, { once: true });
  try {
    await Promise.race([signedIn(connection, input).then(() => use(connection)), failed]);
    connection.quit();
  } catch (error) {
    connection.close();
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

async function signedIn(connection: SMTPConnection, input: SmtpInput): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  if (!connection.allowsAuth) {
    return;
  }
  const credentials = { user: input.server.user, pass: input.password };
  await new Promise<void>((resolve, reject) => {
    connection.login({ credentials }, (error) => (error ? reject(error) : resolve()));
  });
}
