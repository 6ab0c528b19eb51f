import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { composeReply } from '#adapters/inbox/imap/compose-reply.ts';
import { openImapConnector } from '#adapters/inbox/imap/imap-connector.ts';
import { imapError } from '#adapters/inbox/imap/map-mail-error.ts';
import { sendMail, verifySmtp } from '#adapters/inbox/imap/send-mail.ts';
import type { OutgoingReply } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import type { ImapSettings } from '#shared/model/inbox.ts';
import { codeFrom, neverAborted } from '#test/support/mail/drive-inbox.ts';
import { freePort } from '#test/support/mail/free-port.ts';
import { type Fault, startScriptedSmtp } from '#test/support/mail/smtp-server.ts';

const login = { user: 'support@shop.example', password: 'correct horse' };
const sender = { address: 'support@shop.example', displayName: 'The Shop' };
const reply: OutgoingReply = {
  remoteId: '<1@shop.example>',
  toAddress: 'ann@customer.example',
  toName: 'Ann',
  subject: 'Re: cup',
  body: 'Hello',
  files: [],
  inReplyTo: null,
  references: [],
  threadId: null,
  writtenAt: 0,
};

describe('what a server answers', () => {
  let server: Awaited<ReturnType<typeof startScriptedSmtp>>;

  beforeAll(async () => {
    server = await startScriptedSmtp(login);
  });
  afterAll(() => server.stop());
  beforeEach(() => server.empty());

  const input = (timeoutMs = 20_000) => ({
    server: { host: '127.0.0.1', port: server.port, security: 'none' as const, user: login.user },
    password: login.password,
    timeoutMs,
    signal: neverAborted,
  });

  async function send(fault: Fault | null, timeoutMs?: number): Promise<{ code: string; leaving: number }> {
    server.fault(fault);
    let leaving = 0;
    const mail = await composeReply(reply, sender, Date.now());
    const onLeaving = (): void => {
      leaving += 1;
    };
    return { code: await codeFrom(sendMail({ mail, onLeaving }, input(timeoutMs))), leaving };
  }

  test.each<[string, Fault, string, number]>([
    ['refuses the sender for good', { stage: 'mail', act: { code: 550, text: 'No' } }, 'refused_by_server', 0],
    [
      'refuses the customer for good',
      { stage: 'rcpt', act: { code: 550, text: '5.1.1 No such user' } },
      'refused_by_server',
      0,
    ],
    ['puts the customer off', { stage: 'rcpt', act: { code: 450, text: '4.2.1 Busy' } }, 'remote_failed', 0],
    ['asks for less haste', { stage: 'rcpt', act: { code: 450, text: '4.7.1 Too many messages' } }, 'rate_limited', 0],
    ['hangs up at the customer', { stage: 'rcpt', act: 'hang_up' }, 'unreachable', 0],
    ['refuses the letter for good', { stage: 'end', act: { code: 554, text: 'Spam' } }, 'refused_by_server', 1],
    ['puts the letter off', { stage: 'end', act: { code: 451, text: 'Later' } }, 'remote_failed', 1],
    ['hangs up over the letter', { stage: 'end', act: 'hang_up' }, 'send_uncertain', 1],
    ['takes the letter and hangs up', { stage: 'end', act: 'hang_up_after_taking' }, 'send_uncertain', 1],
  ])('%s', async (_, fault, code, leaving) => {
    expect(await send(fault)).toEqual({ code, leaving });
  });

  test('silence before the letter is a time-out, after it a doubt', async () => {
    expect(await send({ stage: 'rcpt', act: 'silent' }, 200)).toEqual({ code: 'timed_out', leaving: 0 });
    expect(await send({ stage: 'end', act: 'silent' }, 200)).toEqual({ code: 'send_uncertain', leaving: 1 });
  });

  test('where the desk cannot note that it leaves, it does not leave', async () => {
    server.fault(null);
    const mail = await composeReply(reply, sender, Date.now());
    const onLeaving = (): void => {
      throw new AppError('database_failed', 'disk full');
    };
    expect(await codeFrom(sendMail({ mail, onLeaving }, input()))).toBe('database_failed');
    expect(await server.delivered()).toEqual([]);
  });

  test('an abort before the letter cancels it', async () => {
    server.fault({ stage: 'rcpt', act: 'silent' });
    const mail = await composeReply(reply, sender, Date.now());
    const stop = AbortSignal.timeout(100);
    expect(await codeFrom(sendMail({ mail, onLeaving: () => undefined }, { ...input(), signal: stop }))).toBe(
      'cancelled',
    );
  });

  test('a wrong password, a closed port and an unknown host', async () => {
    server.fault(null);
    expect(await codeFrom(verifySmtp({ ...input(), password: 'wrong' }))).toBe('refused_credentials');
    const closed = { ...input().server, port: await freePort() };
    expect(await codeFrom(verifySmtp({ ...input(), server: closed }))).toBe('unreachable');
    const unknown = { ...input().server, host: 'mail.invalid' };
    expect(await codeFrom(verifySmtp({ ...input(5000), server: unknown }))).toMatch(/unreachable|timed_out/);
    const encrypted = { ...input().server, security: 'starttls' as const };
    expect(await codeFrom(verifySmtp({ ...input(), server: encrypted }))).toBe('unreachable');
  });
});

describe('the letter itself', () => {
  const compose = async (changes: Partial<OutgoingReply>) =>
    (await composeReply({ ...reply, ...changes }, sender, Date.UTC(2026, 0, 1))).raw.toString('utf8');

  test('names and subjects cannot add headers or recipients', async () => {
    const raw = await compose({ toName: 'Ann\r\nBcc: <x@y.example>', subject: 'Re: cup\r\n\r\n<script>\nX-A: b' });
    const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
    expect(head).not.toMatch(/^(Bcc|X-A):/im);
    expect(raw.slice(raw.indexOf('\r\n\r\n'))).toBe('\r\n\r\nHello\r\n');
    expect(await codeFrom(compose({ toAddress: 'a@b.example>\r\nRCPT TO:<c@d.example' }))).toBe('refused_by_server');
    expect(await codeFrom(compose({ toAddress: '' }))).toBe('refused_by_server');
  });

  test('a thread keeps its ids; what is no Message-ID stays out', async () => {
    const references = ['digest:abc', ...Array.from({ length: 60 }, (_, index) => `<${index}@x>`)];
    const raw = await compose({ inReplyTo: '<59@x>', references });
    const line = /^References: ((?:.|\r\n[ \t])*)/m.exec(raw)?.[1] ?? '';
    expect(line.split(/\s+/)).toHaveLength(30);
    expect(line).toMatch(/^<0@x>/);
    expect(line).toMatch(/<59@x>$/);
    expect(raw).not.toContain('digest:');
    expect(await compose({ inReplyTo: 'digest:abc' })).not.toMatch(/In-Reply-To/);
  });

  test('any language, long lines and lines of dots arrive as written', async () => {
    const { readMail } = await import('#adapters/inbox/imap/read-mail.ts');
    const body = `您好，谢谢。\n.\n..\nFrom here\n${'long '.repeat(400)}\n😀 שלום`;
    const raw = await compose({ body, subject: '回复：杯子 😀' });
    expect(raw).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
    expect(raw.split('\r\n').every((line) => line.length < 998)).toBe(true);
    const context = { ownAddress: sender.address, isFromSent: true, receivedAt: null, now: Date.now() };
    const message = await readMail(Buffer.from(raw), context);
    expect(message).toMatchObject({ text: body, subject: '回复：杯子 😀', remoteId: reply.remoteId });
  });
});

describe('settings and errors', () => {
  const server = { host: '127.0.0.1', port: 1, security: 'none' as const, user: 'u' };
  const settings: ImapSettings = {
    kind: 'imap',
    address: 'Support@Shop.example',
    displayName: '',
    imap: server,
    smtp: server,
    mailbox: 'INBOX',
    sentMailbox: null,
    serverKeepsSent: false,
    firstSyncDays: 30,
  };

  test('no password goes unencrypted over a network', () => {
    const far = { ...settings, smtp: { ...server, host: 'smtp.shop.example' } };
    const open = () => openImapConnector({ settings: far, password: 'p', now: Date.now });
    expect(open).toThrowError(expect.objectContaining({ code: 'invalid_input' }));
  });

  test('a certificate nobody vouches for is refused, for receiving and sending', async () => {
    const impostor = new SMTPServer({ secure: true });
    impostor.on('error', () => undefined);
    await new Promise<void>((resolve) => impostor.listen(0, '127.0.0.1', resolve));
    const { port } = impostor.server.address() as AddressInfo;
    const encrypted = { ...server, port, security: 'tls' as const };
    const both = { ...settings, imap: encrypted, smtp: encrypted };
    const connector = openImapConnector({ settings: both, password: 'p', now: Date.now });
    const { checks } = await connector.probe(neverAborted);
    const refused = { code: 'unreachable', detail: { host: '127.0.0.1', reason: 'certificate' } };
    expect(checks.map((check) => check.problem)).toMatchObject([refused, refused]);
    await connector.close();
    await new Promise<void>((resolve) => impostor.close(resolve));
  });

  test('every reply has a name of its own in the store’s domain', () => {
    const connector = openImapConnector({ settings, password: 'p', now: Date.now });
    const ids = new Set(Array.from({ length: 1000 }, () => connector.newRemoteId()));
    expect(ids.size).toBe(1000);
    expect([...ids][0]).toMatch(/^<[0-9a-f-]{36}@shop\.example>$/);
  });

  test.each([
    [
      'the wrong password',
      { authenticationFailed: true, serverResponseCode: 'AUTHENTICATIONFAILED' },
      'refused_credentials',
    ],
    ['a server that cannot look', { authenticationFailed: true, serverResponseCode: 'UNAVAILABLE' }, 'remote_failed'],
    ['too many connections', { authenticationFailed: true, serverResponseCode: 'LIMIT' }, 'rate_limited'],
    ['throttling', { code: 'ETHROTTLE' }, 'rate_limited'],
    [
      'throttling in words',
      { responseStatus: 'NO', responseText: 'Too many simultaneous connections' },
      'rate_limited',
    ],
    ['no permission', { responseStatus: 'NO', serverResponseCode: 'NOPERM' }, 'refused_permission'],
    ['no such host', { code: 'ENOTFOUND' }, 'unreachable'],
    ['a closed port', { code: 'ECONNREFUSED' }, 'unreachable'],
    ['a bad certificate', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'unreachable'],
    ['a slow server', { code: 'ETIMEOUT' }, 'timed_out'],
    ['a refused command', { responseStatus: 'NO', responseText: 'Server bug' }, 'remote_failed'],
    ['anything else', {}, 'remote_failed'],
  ])('%s', (_, fields, code) => {
    const secret = 'hunter2-secret';
    const foreign = Object.assign(new Error(`AUTH ${secret} ${Buffer.from(secret).toString('base64')}`), fields);
    const error = imapError(foreign, { host: 'imap.shop.example', password: secret });
    expect(error).toMatchObject({ code, detail: { host: 'imap.shop.example' } });
    expect(`${error.stack} ${JSON.stringify(error.detail)} ${String(error.cause)}`).not.toContain(secret);
    expect(`${error.message} ${String(error.cause)}`).not.toContain(Buffer.from(secret).toString('base64'));
  });
});
