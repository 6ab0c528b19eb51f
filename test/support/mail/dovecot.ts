import { execFile, spawn } from 'node:child_process';
import { chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ImapFlow } from 'imapflow';
import { freePort, untilGreeted } from './free-port.ts';

const program = '/usr/sbin/dovecot';

/** True where the Debian package dovecot-imapd is installed. */
export const hasDovecot = existsSync(program) && existsSync('/usr/lib/dovecot/imap');

/** A real Dovecot with a folder, a configuration and a port of its own; the system's service is not touched. */
export type Dovecot = {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Puts a raw mail into a mailbox, as a delivery would. */
  deliver(raw: string | Buffer, mailbox?: string, receivedAt?: Date): Promise<void>;
  /** The raw mails of a mailbox, oldest first. */
  mails(mailbox: string): Promise<readonly { readonly raw: string; readonly flags: readonly string[] }[]>;
  /** Takes every mail out of a mailbox. */
  empty(mailbox: string): Promise<void>;
  /** Gives a mailbox a new UIDVALIDITY and its mails new UIDs, as a restored backup would. */
  renumber(mailbox: string): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops it and removes its folder. */
  remove(): Promise<void>;
};

type DovecotOptions = {
  /** The capabilities to announce instead of all it has. */
  readonly capability?: string;
};

const user = 'support@shop.example';
const password = 'correct horse';

export async function startDovecot(options: DovecotOptions = {}): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'dovecot-'));
  const port = await freePort();
  const config = join(folder, 'dovecot.conf');
  const owner = mailOwner();
  await mkdir(join(folder, 'mail'));
  await mkdir(join(folder, 'run'));
  if (process.getuid?.() === 0) {
    await chown(join(folder, 'mail'), owner.uid, owner.gid);
    await promisify(execFile)('chmod', ['755', folder]);
  }
  await writeFile(join(folder, 'users'), `${user}:{PLAIN}${password}\n`);
  await writeFile(config, configuration(folder, port, owner, options));
  let server: ReturnType<typeof spawn> | null = null;

  const start = async (): Promise<void> => {
    const started = spawn(program, ['-F', '-c', config], { stdio: 'ignore' });
    server = started;
    process.once('exit', () => started.kill());
    await untilGreeted(port);
  };
  const stop = async (): Promise<void> => {
    const running = server;
    server = null;
    if (running !== null && running.exitCode === null) {
      const ended = new Promise((resolve) => running.once('exit', resolve));
      running.kill('SIGTERM');
      await ended;
    }
  };
  const doveadm = async (...args: string[]): Promise<void> => {
    await promisify(execFile)('/usr/bin/doveadm', ['-c', config, ...args]);
  };
  await start();
  return {
    port,
    user,
    password,
    start,
    stop,
    deliver: (raw, mailbox = 'INBOX', receivedAt = undefined) =>
      withClient(port, async (client) => {
        await client.append(mailbox, raw, [], receivedAt);
      }),
    mails: (mailbox) => withClient(port, (client) => readMails(client, mailbox)),
    empty: (mailbox) =>
      withClient(port, async (client) => {
        await client.mailboxOpen(mailbox);
        await client.messageDelete('1:*');
      }),
    async renumber(mailbox) {
      const validity = Math.floor(Date.now() / 1000) + 1000 + Math.floor(Math.random() * 1_000_000);
      await doveadm('mailbox', 'update', '-u', user, '--uid-validity', String(validity), mailbox);
    },
    async remove() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Owner = { readonly uid: number; readonly gid: number; readonly isRoot: boolean; readonly name: string };

/** Dovecot opens no mail as root; "nobody" is on every system. */
function mailOwner(): Owner {
  const self = userInfo();
  return self.uid === 0
    ? { uid: 65_534, gid: 65_534, isRoot: true, name: self.username }
    : { uid: self.uid, gid: self.gid, isRoot: false, name: self.username };
}

function configuration(folder: string, port: number, owner: Owner, options: DovecotOptions): string {
  const internal = owner.isRoot
    ? ['default_internal_user = dovecot', 'default_login_user = dovenull', 'default_internal_group = dovecot']
    : [`default_internal_user = ${owner.name}`, `default_login_user = ${owner.name}`];
  return [
    'protocols = imap',
    'listen = 127.0.0.1',
    `base_dir = ${folder}/run`,
    `log_path = ${folder}/log`,
    'ssl = no',
    'disable_plaintext_auth = no',
    'auth_failure_delay = 0',
    'first_valid_uid = 1',
    `mail_location = maildir:${folder}/mail/%u:LAYOUT=fs`,
    'passdb {',
    '  driver = passwd-file',
    `  args = ${folder}/users`,
    '}',
    'userdb {',
    '  driver = static',
    `  args = uid=${owner.uid} gid=${owner.gid} home=${folder}/mail/%u`,
    '}',
    'namespace inbox {',
    '  inbox = yes',
    '  separator = /',
    '  mailbox Sent {',
    '    auto = create',
    '    special_use = \\Sent',
    '  }',
    '}',
    ...internal,
    ...(options.capability === undefined ? [] : ['protocol imap {', `  imap_capability = ${options.capability}`, '}']),
    'service imap-login {',
    ...(owner.isRoot ? [] : ['  chroot =']),
    '  inet_listener imap {',
    `    port = ${port}`,
    '  }',
    '  inet_listener imaps {',
    '    port = 0',
    '  }',
    '}',
    'service anvil {',
    ...(owner.isRoot ? [] : ['  chroot =']),
    // Without its list of wrong passwords nobody waits for one of them.
    '  unix_listener anvil-auth-penalty {',
    '    mode = 0',
    '  }',
    '}',
    '',
  ].join('\n');
}

async function withClient<T>(port: number, use: (client: ImapFlow) => Promise<T>): Promise<T> {
  const auth = { user, pass: password };
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, doSTARTTLS: false, auth, logger: false });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.logout();
  }
}

async function readMails(client: ImapFlow, mailbox: string): Promise<{ raw: string; flags: string[] }[]> {
  const { exists } = await client.mailboxOpen(mailbox, { readOnly: true });
  if (exists === 0) {
    return [];
  }
  const mails = await client.fetchAll('1:*', { uid: true, source: true, flags: true });
  return mails
    .sort((a, b) => a.uid - b.uid)
    .map((mail) => ({ raw: mail.source?.toString('utf8') ?? '', flags: [...(mail.flags ?? [])] }));
}
