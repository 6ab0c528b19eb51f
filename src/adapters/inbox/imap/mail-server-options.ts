import { isIP } from 'node:net';
import { AppError } from '#shared/errors.ts';
import type { ImapSettings, MailServer } from '#shared/model/inbox.ts';

/** Refuses settings that would send a password in clear text over a network. */
export function assertSafeServers(settings: ImapSettings): void {
  for (const server of [settings.imap, settings.smtp]) {
    if (server.security === 'none' && !isLoopback(server.host)) {
      throw new AppError('invalid_input', `${server.host} would be given the password unencrypted`, {
        detail: { host: server.host, field: 'security' },
      });
    }
  }
}

function isLoopback(host: string): boolean {
  const plain = host.toLowerCase().replace(/^\[|\]$/g, '');
  return plain === 'localhost' || plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}

/** Encryption as imapflow takes it; STARTTLS is an obligation, not an offer. */
export function imapSecurity(server: MailServer): { secure: boolean; doSTARTTLS?: boolean } {
  switch (server.security) {
    case 'tls':
      return { secure: true };
    case 'starttls':
      return { secure: false, doSTARTTLS: true };
    case 'none':
      return { secure: false, doSTARTTLS: false };
  }
}

/** Encryption as nodemailer takes it. */
export function smtpSecurity(server: MailServer): { secure: boolean; requireTLS?: boolean; ignoreTLS?: boolean } {
  switch (server.security) {
    case 'tls':
      return { secure: true };
    case 'starttls':
      return { secure: false, requireTLS: true };
    case 'none':
      return { secure: false, ignoreTLS: true };
  }
}
