import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { freePort, untilGreeted } from './free-port.ts';

/** An SMTP server on loopback that keeps what it was given to deliver. */
export type MailSink = {
  readonly port: number;
  /** Raw mails that were taken for delivery, in no order. */
  delivered(): Promise<readonly string[]>;
  /** Forgets what was delivered. */
  empty(): Promise<void>;
  stop(): Promise<void>;
};

type MailLogin = { readonly user: string; readonly password: string };

const program = '/usr/sbin/exim4';

/** True where a real SMTP server can be run: the Debian package exim4-daemon-light, and the rights to configure it. */
export const hasExim = existsSync(program) && process.getuid?.() === 0;

/** A real Exim in the foreground, with a configuration, a spool and a mailbox of its own. */
export async function startExim(login: MailLogin): Promise<MailSink> {
  const folder = await mkdtemp(join(tmpdir(), 'exim-'));
  const port = await freePort();
  const mailbox = join(folder, 'delivered');
  await mkdir(mailbox);
  await mkdir(join(folder, 'spool'));
  for (const path of [folder, mailbox, join(folder, 'spool')]) {
    await chmod(path, 0o777);
  }
  const config = join(folder, 'exim.conf');
  await writeFile(config, eximConfiguration(folder, mailbox, port, login));
  await chmod(config, 0o644);
  const server = spawn(program, ['-bdf', '-C', config, '-oX', `127.0.0.1:${port}`, '-oP', join(folder, 'pid')], {
    stdio: 'ignore',
  });
  process.once('exit', () => server.kill());
  await untilGreeted(port);
  return {
    port,
    delivered: () => readMaildir(join(mailbox, 'new')),
    async empty() {
      await rm(join(mailbox, 'new'), { recursive: true, force: true });
    },
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

async function readMaildir(path: string): Promise<string[]> {
  const names = await readdir(path).catch(() => [] as string[]);
  return Promise.all(names.map((name) => readFile(join(path, name), 'utf8')));
}

function eximConfiguration(folder: string, mailbox: string, port: number, login: MailLogin): string {
  return `
primary_hostname = mail.shop.example
spool_directory = ${folder}/spool
log_file_path = ${folder}/spool/%slog
exim_user = Debian-exim
exim_group = Debian-exim
daemon_smtp_ports = ${port}
local_interfaces = 127.0.0.1
tls_advertise_hosts =
host_lookup =
rfc1413_query_timeout = 0s
acl_smtp_rcpt = check_rcpt
acl_smtp_data = accept_data
auth_advertise_hosts = *
never_users =
deliver_drop_privilege = true
smtp_accept_max = 100
begin acl
check_rcpt:
  deny message = 5.1.1 No such person here
       local_parts = refused
  accept authenticated = *
  deny message = 5.7.1 Sign in first
accept_data:
  accept
begin routers
everyone:
  driver = accept
  transport = keep
begin transports
keep:
  driver = appendfile
  directory = ${mailbox}
  maildir_format
  create_directory
  mode = 0644
  directory_mode = 0777
  no_mode_fail_narrower
begin retry
* * F,2h,1m
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{eq{$auth2}{${login.user}}}{eq{$auth3}{${login.password}}}}}
  server_set_id = $auth2
`;
}

/** What a scripted server does at a stage: refuse with a reply, say nothing, or hang up. */
export type Fault = {
  readonly stage: 'mail' | 'rcpt' | 'data' | 'end';
  readonly act: { readonly code: number; readonly text: string } | 'silent' | 'hang_up' | 'hang_up_after_taking';
};

/** npm's smtp-server with faults that a well-behaved server does not show. */
export async function startScriptedSmtp(login: MailLogin): Promise<MailSink & { fault(fault: Fault | null): void }> {
  const taken: string[] = [];
  let fault: Fault | null = null;
  const answer = (
    stage: Fault['stage'],
    socket: { destroy(): unknown } | null,
    done: (error?: Error) => void,
  ): void => {
    if (fault?.stage !== stage) {
      done();
    } else if (typeof fault.act === 'object') {
      done(Object.assign(new Error(fault.act.text), { responseCode: fault.act.code }));
    } else if (fault.act !== 'silent') {
      socket?.destroy();
    }
  };
  const sockets = new Set<{ destroy(): unknown; remotePort?: number | undefined }>();
  const socketOf = (port: number): { destroy(): unknown } | null =>
    [...sockets].find((socket) => socket.remotePort === port) ?? null;
  const server = new SMTPServer({
    authMethods: ['PLAIN', 'LOGIN'],
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: (auth, _session, done) =>
      auth.username === login.user && auth.password === login.password
        ? done(null, { user: login.user })
        : done(Object.assign(new Error('5.7.8 Wrong password'), { responseCode: 535 })),
    onMailFrom: (_address, session, done) => answer('mail', socketOf(session.remotePort), done),
    onRcptTo: (_address, session, done) => answer('rcpt', socketOf(session.remotePort), done),
    onData(stream, session, done) {
      const chunks: Uint8Array[] = [];
      stream.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      stream.on('end', () => {
        if (fault === null || fault.act === 'hang_up_after_taking') {
          taken.push(Buffer.concat(chunks).toString('utf8'));
        }
        answer('end', socketOf(session.remotePort), done);
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    delivered: async () => taken,
    async empty() {
      taken.length = 0;
    },
    fault(next) {
      fault = next;
    },
    async stop() {
      for (const socket of sockets) {
        socket.destroy();
      }
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}
