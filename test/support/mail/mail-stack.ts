import { startDovecot, type Dovecot } from './dovecot.ts';
import { hasExim, type MailSink, startExim, startScriptedSmtp } from './smtp-server.ts';

export { hasDovecot } from './dovecot.ts';

/** A store's mail provider on loopback: a real IMAP server, and a real SMTP server where one is installed. */
export type MailStack = {
  readonly imapPort: number;
  readonly smtpPort: number;
  readonly user: string;
  readonly password: string;
  /** The store's address. */
  readonly address: string;
  readonly dovecot: Dovecot;
  readonly sink: MailSink;
  /** A mail arrives in the inbox. */
  deliver(rawMail: string | Buffer): Promise<void>;
  /** Raw mails in the mailbox of sent mail. */
  sentMessages(): Promise<readonly string[]>;
  /** Raw mails the SMTP server has delivered to customers. */
  deliveredMessages(): Promise<readonly string[]>;
  stop(): Promise<void>;
};

/** Needs the Debian package dovecot-imapd (`hasDovecot`); uses exim4-daemon-light where it is there. */
export async function startMailStack(): Promise<MailStack> {
  const dovecot = await startDovecot();
  const { user, password } = dovecot;
  const sink = hasExim ? await startExim({ user, password }) : await startScriptedSmtp({ user, password });
  return {
    imapPort: dovecot.port,
    smtpPort: sink.port,
    user,
    password,
    address: user,
    dovecot,
    sink,
    deliver: (rawMail) => dovecot.deliver(rawMail),
    sentMessages: async () => (await dovecot.mails('Sent')).map((mail) => mail.raw),
    deliveredMessages: () => sink.delivered(),
    async stop() {
      await sink.stop();
      await dovecot.remove();
    },
  };
}
