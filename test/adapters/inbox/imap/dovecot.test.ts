import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openImapConnector } from '#adapters/inbox/imap/imap-connector.ts';
import { type CuttingProxy, startCuttingProxy } from '#test/support/mail/cutting-proxy.ts';
import { startDovecot } from '#test/support/mail/dovecot.ts';
import {
  codeFrom,
  connectorFor,
  neverAborted,
  nothingTaken,
  replyTo,
  sendOnce,
  settingsFor,
  takeAll,
} from '#test/support/mail/drive-inbox.ts';
import { multipartMail, part, plainMail } from '#test/support/mail/fixture-mails.ts';
import { until } from '#test/support/mail/free-port.ts';
import { hasDovecot, type MailStack, startMailStack } from '#test/support/mail/mail-stack.ts';

if (!hasDovecot) {
  console.log('Skipped: Dovecot is not installed (Debian package dovecot-imapd)');
}

describe.skipIf(!hasDovecot)('a mailbox on a real server', () => {
  let stack: MailStack;
  let proxy: CuttingProxy;

  beforeAll(async () => {
    stack = await startMailStack();
    proxy = await startCuttingProxy(stack.imapPort);
  });

  afterAll(async () => {
    await proxy?.close();
    await stack?.stop();
  });

  beforeEach(async () => {
    proxy.reset(null);
    proxy.hold(false);
    await stack.dovecot.empty('INBOX');
    await stack.dovecot.empty('Sent');
    await stack.sink.empty();
  });

  async function deliverThreads(count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, (_, index) => `<m${index}@customer.example>`);
    for (const [index, id] of ids.entries()) {
      const parent = index % 4 === 0 ? [] : [`In-Reply-To: ${ids[index - 1]}`, `References: ${ids[index - 1]}`];
      await stack.deliver(plainMail({ id, subject: `Thread ${Math.floor(index / 4)}`, headers: parent }));
    }
    return ids;
  }

  test('two hundred mails come in once, over pulls, restarts and a lost cursor', async () => {
    const ids = await deliverThreads(200);
    await stack.dovecot.deliver(plainMail({ from: stack.address, to: 'ann@customer.example', id: '<own@x>' }), 'Sent');
    const taken = nothingTaken();
    const first = connectorFor(stack);
    const page = await first.pull(null, neverAborted);
    expect(page).toMatchObject({ hasMore: true, progress: { total: 201 } });
    await first.close();

    taken.cursor = page.cursor;
    page.messages.forEach((message) => taken.messages.set(message.remoteId, message));
    const second = connectorFor(stack);
    await takeAll(second, taken);
    expect(page.messages.length + taken.messages.size).toBeGreaterThan(201);
    expect([...taken.messages.keys()].sort()).toEqual([...ids, '<own@x>'].sort());
    expect(taken.messages.get('<own@x>')).toMatchObject({ role: 'agent', customerAddress: 'ann@customer.example' });
    expect(taken.messages.get('<m5@customer.example>')?.references).toEqual(['<m4@customer.example>']);

    expect((await second.pull(taken.cursor, neverAborted)).messages).toEqual([]);
    await takeAll(second, { ...taken, cursor: 'rubbish' });
    expect(taken.messages.size).toBe(201);
    await second.close();
  });

  test('a last look at one customer finds their mail, a colleague’s answer and nobody else’s', async () => {
    await deliverThreads(60);
    await stack.deliver(plainMail({ id: '<ann@x>', from: 'Ann <Ann@Elsewhere.example>' }));
    const sent = { id: '<answer@x>', from: stack.address, to: 'ann@elsewhere.example' };
    await stack.dovecot.deliver(plainMail(sent), 'Sent');
    const connector = connectorFor(stack);
    const look = async (customerAddress: string) =>
      (await connector.readThread?.({ threadId: null, customerAddress }, Date.now(), neverAborted))?.map(
        ({ remoteId, role }) => `${role} ${remoteId}`,
      );
    expect(await look('ann@elsewhere.example')).toEqual(['customer <ann@x>', 'agent <answer@x>']);
    expect([await look('" OR ALL "@customer.example'), await look('')]).toEqual([[], []]);
    await connector.close();
  });

  test('a new UIDVALIDITY brings the same names again, also for mail without a Message-ID', async () => {
    await deliverThreads(3);
    await stack.deliver(plainMail({ body: 'I have no name' }));
    const connector = connectorFor(stack);
    const before = nothingTaken();
    await takeAll(connector, before);
    await connector.close();
    await stack.dovecot.renumber('INBOX');
    const again = connectorFor(stack);
    const after = { ...nothingTaken(), cursor: before.cursor };
    await takeAll(again, after);
    expect([...after.messages.keys()].sort()).toEqual([...before.messages.keys()].sort());
    await stack.deliver(plainMail({ id: '<new@x>' }));
    const page = await again.pull(after.cursor, neverAborted);
    expect(page.messages.map((message) => message.remoteId)).toEqual(['<new@x>']);
    await again.close();
  });

  test('mail from before the first sync stays out, also when it is moved in later', async () => {
    const settings = { ...settingsFor(stack), firstSyncDays: 30 };
    const connector = openImapConnector({ settings, password: stack.password, now: Date.now });
    const old = new Date(Date.now() - 60 * 86_400_000);
    await stack.dovecot.deliver(plainMail({ id: '<old@x>' }), 'INBOX', old);
    await stack.deliver(plainMail({ id: '<fresh@x>' }));
    const taken = nothingTaken();
    await takeAll(connector, taken);
    await stack.dovecot.deliver(plainMail({ id: '<moved@x>' }), 'INBOX', old);
    await takeAll(connector, taken);
    expect([...taken.messages.keys()]).toEqual(['<fresh@x>']);
    await connector.close();
  });

  test('a wrong password is said as such by pull and probe, with one attempt each and never shown', async () => {
    const password = 'not-the-password';
    const settings = settingsFor(stack, { imap: proxy.port });
    const connector = openImapConnector({ settings, password, now: Date.now });
    const error = await connector.pull(null, neverAborted).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'refused_credentials', detail: { host: '127.0.0.1' } });
    expect(JSON.stringify([error, String((error as Error).stack), String((error as Error).cause)])).not.toContain(
      password,
    );
    expect(
      proxy.passed().filter(({ line }) => /AUTHENTICATE|LOGIN "/i.test(line) && line.startsWith('*') === false),
    ).toHaveLength(1);
    const report = await connector.probe(neverAborted);
    expect(report.isOk).toBe(false);
    expect(report.checks.map((check) => [check.name, check.problem?.code])).toEqual([
      ['receive', 'refused_credentials'],
      ['send', 'refused_credentials'],
    ]);
    expect(JSON.stringify(report)).not.toContain(password);
    await connector.close();
  });

  test('a good account passes every check, and looking changes nothing', async () => {
    await stack.deliver(plainMail({ id: '<a@x>' }));
    const connector = connectorFor(stack);
    const report = await connector.probe(neverAborted);
    expect(report.checks.map((check) => `${check.name} ${check.isOk}`)).toEqual([
      'receive true',
      'mailbox true',
      'sent_mailbox true',
      'idle true',
      'send true',
    ]);
    expect((await stack.dovecot.mails('INBOX'))[0]?.flags).not.toContain('\\Seen');
    await connector.close();
  });

  test('a large mail comes in as its text and the names of its files, without its bytes', async () => {
    const file = Buffer.alloc(8_000_000, 'a').toString('base64').replace(/.{76}/g, '$&\r\n');
    const large = multipartMail(
      'multipart/mixed',
      [
        part(['Content-Type: text/plain; charset=gb18030', 'Content-Transfer-Encoding: base64'], 'xOO6ww=='),
        part(['Content-Type: video/mp4; name="cup.mp4"', 'Content-Transfer-Encoding: base64'], file),
      ],
      { id: '<large@x>' },
    );
    await stack.deliver(large);
    await stack.deliver(plainMail({ id: '<long@x>', body: 'my cup\r\n'.repeat(500_000) }));
    const connector = connectorFor(stack, { imap: proxy.port });
    const taken = nothingTaken();
    await takeAll(connector, taken);
    expect(taken.messages.get('<large@x>')).toMatchObject({ text: '你好', attachments: [{ name: 'cup.mp4' }] });
    expect(taken.messages.get('<long@x>')?.text).toMatch(
      /^my cup[^]*\n\[The rest of this message is too long to show\.\]$/,
    );
    const bytes = proxy.passed().reduce((sum, { line }) => sum + line.length, 0);
    expect(bytes).toBeLessThan(3_000_000);
    await connector.close();
  });

  test('a server without CONDSTORE, IDLE, UIDPLUS or special use serves as well', async () => {
    const plain = await startDovecot({ capability: 'IMAP4rev1' });
    const server = { host: '127.0.0.1', port: plain.port, security: 'none' as const, user: plain.user };
    const settings = { ...settingsFor(stack), imap: server };
    const connector = openImapConnector({ settings, password: plain.password, now: Date.now });
    await plain.deliver(plainMail({ id: '<a@x>' }));
    const taken = nothingTaken();
    await takeAll(connector, taken);
    await plain.deliver(plainMail({ id: '<b@x>' }));
    await takeAll(connector, taken);
    expect([...taken.messages.keys()]).toEqual(['<a@x>', '<b@x>']);
    expect(connector.capabilities.canWatch).toBe(false);
    expect(await sendOnce(connector, replyTo(connector))).toBe('sent');
    expect(await plain.mails('Sent')).toHaveLength(1);
    await connector.close();
    await plain.remove();
  });

  describe('watching', () => {
    test('a delivery ends the wait long before its time, also one that came before the wait began', async () => {
      const connector = connectorFor(stack);
      const { cursor } = await connector.pull(null, neverAborted);
      const start = performance.now();
      const waiting = connector.waitForNews(60_000, neverAborted);
      await sleep(300);
      await stack.deliver(plainMail({ id: '<a@x>' }));
      await waiting;
      const page = await connector.pull(cursor, neverAborted);
      expect(page.messages).toHaveLength(1);
      await stack.deliver(plainMail({ id: '<b@x>' }));
      await connector.waitForNews(60_000, neverAborted);
      expect(performance.now() - start).toBeLessThan(30_000);
      await connector.close();
    });

    test('an abort, a lost line and the time itself end it; sending goes on meanwhile', async () => {
      const connector = connectorFor(stack, { imap: proxy.port });
      const { cursor } = await connector.pull(null, neverAborted);
      await connector.waitForNews(200, neverAborted);

      const stop = new AbortController();
      const aborted = connector.waitForNews(60_000, stop.signal);
      await sleep(200);
      stop.abort();
      await aborted;

      const busy = new AbortController();
      const during = connector.waitForNews(60_000, busy.signal);
      await sleep(200);
      await connector.send(replyTo(connector), neverAborted, () => undefined);
      expect(await stack.sentMessages()).toHaveLength(1);
      busy.abort();
      await during;

      const passed = proxy.passed().length;
      const lost = connector.waitForNews(60_000, neverAborted);
      await until(
        () =>
          proxy
            .passed()
            .slice(passed)
            .some(({ line }) => line.endsWith(' IDLE')),
        'the wait idles',
      );
      await stack.dovecot.stop();
      await lost;
      expect(await codeFrom(connector.pull(cursor, neverAborted))).toBe('unreachable');
      await stack.dovecot.start();
      await connector.pull(cursor, neverAborted);
      await connector.close();
    });
  });

  test('a silent server is given up in time, an abort at once', async () => {
    const settings = settingsFor(stack, { imap: proxy.port });
    const connector = openImapConnector({ settings, password: stack.password, now: Date.now, timeoutMs: 500 });
    proxy.hold(true);
    expect(await codeFrom(connector.pull(null, neverAborted))).toBe('timed_out');
    proxy.hold(false);
    await connector.pull(null, neverAborted);
    proxy.hold(true);
    const stop = new AbortController();
    const pull = codeFrom(connector.pull(null, stop.signal));
    await sleep(100);
    stop.abort();
    expect(await pull).toBe('cancelled');
    proxy.hold(false);
    await connector.pull(null, neverAborted);
    await connector.close();
  });

  test('cut at every line of a pull, the next pull has it all, once', async () => {
    const ids = await deliverThreads(6);
    await stack.dovecot.deliver(plainMail({ from: stack.address, to: 'ann@customer.example', id: '<own@x>' }), 'Sent');
    const steps = await pullSteps();
    expect(steps).toBeGreaterThan(30);
    for (let step = 1; step <= steps; step += 1) {
      proxy.reset(step);
      const connector = connectorFor(stack, { imap: proxy.port });
      const taken = nothingTaken();
      await takeAll(connector, taken);
      expect([...taken.messages.keys()], `cut at line ${step}`).toEqual([...ids, '<own@x>']);
      await connector.close();
    }
  });

  async function pullSteps(): Promise<number> {
    const connector = connectorFor(stack, { imap: proxy.port });
    await takeAll(connector, nothingTaken());
    const count = proxy.passed().length;
    await connector.close();
    return count;
  }
});
