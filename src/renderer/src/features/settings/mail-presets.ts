import type { ImapSettings, MailServer } from '#shared/model/inbox.ts';

type Server = Pick<MailServer, 'host' | 'port' | 'security'>;
/** What a provider wants besides the usual password; the window words it. */
export type MailNote = 'app_password' | 'authorization_code' | 'no_password_login';
export type MailPreset = {
  readonly imap: Server;
  readonly smtp: Server;
  readonly serverKeepsSent: boolean;
  readonly note: MailNote | null;
};

const tls = (host: string, port: number): Server => ({ host, port, security: 'tls' });
const startTls = (host: string): Server => ({ host, port: 587, security: 'starttls' });

function preset(imap: string, smtp: Server, note: MailNote | null = null, serverKeepsSent = false): MailPreset {
  return { imap: tls(imap, 993), smtp, serverKeepsSent, note };
}

const gmail = preset('imap.gmail.com', tls('smtp.gmail.com', 465), 'app_password', true);
const outlook = preset('outlook.office365.com', startTls('smtp.office365.com'), 'no_password_login', true);
const icloud = preset('imap.mail.me.com', startTls('smtp.mail.me.com'), 'app_password');
const yahoo = preset('imap.mail.yahoo.com', tls('smtp.mail.yahoo.com', 465), 'app_password', true);
const netease = (domain: string): MailPreset =>
  preset(`imap.${domain}`, tls(`smtp.${domain}`, 465), 'authorization_code');

/** The servers that the large providers publish, by the domain of the address. */
const byDomain: Readonly<Record<string, MailPreset>> = {
  'gmail.com': gmail,
  'googlemail.com': gmail,
  'outlook.com': outlook,
  'hotmail.com': outlook,
  'live.com': outlook,
  'icloud.com': icloud,
  'me.com': icloud,
  'mac.com': icloud,
  'yahoo.com': yahoo,
  'yahoo.co.jp': preset('imap.mail.yahoo.co.jp', tls('smtp.mail.yahoo.co.jp', 465)),
  'qq.com': preset('imap.qq.com', tls('smtp.qq.com', 465), 'authorization_code'),
  'foxmail.com': preset('imap.qq.com', tls('smtp.qq.com', 465), 'authorization_code'),
  '163.com': netease('163.com'),
  '126.com': netease('126.com'),
  'yeah.net': netease('yeah.net'),
  'fastmail.com': preset('imap.fastmail.com', tls('smtp.fastmail.com', 465), 'app_password'),
  'gmx.net': preset('imap.gmx.net', tls('mail.gmx.net', 465)),
  'gmx.de': preset('imap.gmx.net', tls('mail.gmx.net', 465)),
  'web.de': preset('imap.web.de', startTls('smtp.web.de')),
  'zoho.com': preset('imap.zoho.com', tls('smtp.zoho.com', 465)),
};

/** The servers of an address: the provider's where it is known, else the usual names in its domain. */
export function presetFor(address: string): MailPreset | null {
  const domain = address.trim().toLowerCase().split('@')[1] ?? '';
  if (!/^[^\s@]+\.[^\s@.]+$/.test(domain)) return null;
  const known = Object.hasOwn(byDomain, domain) ? byDomain[domain] : undefined;
  return known ?? preset(`imap.${domain}`, tls(`smtp.${domain}`, 465));
}

/** A mailbox's settings with the servers of its address; what was entered by hand stays. */
export function withPreset(settings: ImapSettings, address: string): ImapSettings {
  const before = presetFor(settings.address);
  const next = presetFor(address);
  const server = (now: MailServer, was: Server | undefined, will: Server | undefined): MailServer => {
    const isOwn = now.host !== '' && now.host !== was?.host;
    const user = now.user === '' || now.user === settings.address ? address : now.user;
    return isOwn || will === undefined ? { ...now, user } : { ...now, ...will, user };
  };
  return {
    ...settings,
    address,
    imap: server(settings.imap, before?.imap, next?.imap),
    smtp: server(settings.smtp, before?.smtp, next?.smtp),
    serverKeepsSent: next?.serverKeepsSent ?? settings.serverKeepsSent,
  };
}

/** The form of a mailbox nobody has filled in yet. */
export const emptyMailbox: ImapSettings = {
  kind: 'imap',
  address: '',
  displayName: '',
  imap: { host: '', port: 993, security: 'tls', user: '' },
  smtp: { host: '', port: 465, security: 'tls', user: '' },
  mailbox: 'INBOX',
  sentMailbox: null,
  serverKeepsSent: false,
  firstSyncDays: 30,
};
