import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CuttingProxy, type PassedLine, startCuttingProxy } from '#test/support/mail/cutting-proxy.ts';
import { openImapConnector } from '#adapters/inbox/imap/imap-connector.ts';
import { connectorFor, neverAborted, replyTo, sendOnce, settingsFor } from '#test/support/mail/drive-inbox.ts';
import { plainMail } from '#test/support/mail/fixture-mails.ts';
import { until } from '#test/support/mail/free-port.ts';
import { hasDovecot, type MailStack, startMailStack } from '#test/support/mail/mail-stack.ts';

if (!hasDovecot) {
  console.log('Skipped: Dovecot is not installed (Debian package dovecot-imapd)');
}

describe.skipIf(!hasDovecot)('a reply leaves once, whatever line breaks', () => {
  let stack: MailStack;
  let imap: CuttingProxy;
  let smtp: CuttingProxy;

  beforeAll(async () => {
    stack = await startMailStack();
    imap = await startCuttingProxy(stack.imapPort);
    smtp = await startCuttingProxy(stack.smtpPort);
    await stack.deliver(plainMail({ id: '<question@x>' }));
  });

  afterAll(async () => {
    await imap?.close();
    await smtp?.close();
    await stack?.stop();
  });

  beforeEach(() => {
    imap.reset(null);
    smtp.reset(null);
  });

  const question = { inReplyTo: '<question@x>' };
  const open = () => connectorFor(stack, { imap: imap.port, smtp: smtp.port });

  async function delivered(remoteId: string): Promise<number> {
    return (await stack.deliveredMessages()).filter((raw) => raw.includes(remoteId)).length;
  }

  async function filed(remoteId: string): Promise<number> {
    return (await stack.sentMessages()).filter((raw) => raw.includes(remoteId)).length;
  }

  test('unbroken: delivered, filed as sent with the same bytes, the question marked as answered', async () => {
    const connector = open();
    const reply = replyTo(connector, {
      inReplyTo: '<question@x>',
      references: ['<first@x>'],
      toName: 'Ann\r\nBcc: x@y.example',
    });
    expect(await connector.findSent(reply, neverAborted)).toBeNull();
    await connector.send(reply, neverAborted, () => undefined);
    await until(async () => (await delivered(reply.remoteId)) === 1, 'the reply is delivered');
    const [sent] = (await stack.sentMessages()).filter((raw) => raw.includes(reply.remoteId));
    const [arrived] = (await stack.deliveredMessages()).filter((raw) => raw.includes(reply.remoteId));
    expect(arrived?.replaceAll('\r\n', '\n').endsWith(sent?.replaceAll('\r\n', '\n') ?? '?')).toBe(true);
    expect(sent).toMatch(/^In-Reply-To: <question@x>\r$/m);
    expect(sent).toMatch(/^References: <first@x> <question@x>\r$/m);
    expect(sent).not.toMatch(/^Bcc/im);
    expect((await stack.dovecot.mails('Sent')).at(-1)?.flags).toContain('\\Seen');
    expect((await stack.dovecot.mails('INBOX'))[0]?.flags).toContain('\\Answered');
    await connector.close();
    const later = open();
    expect(await later.findSent(reply, neverAborted)).toBe(reply.remoteId);
    await later.close();
  });

  test('cut at every line of SMTP: again before the final dot, a person’s decision after it, twice never', async () => {
    const lines = await dialogue(smtp);
    const dot = lines.findIndex(({ to, line }) => to === 'server' && line === '.') + 1;
    const letter = lines.findIndex(({ to, line }) => to === 'client' && line.startsWith('354')) + 1;
    expect(dot).toBeGreaterThan(letter);
    expect(lines[dot]).toMatchObject({ to: 'client', line: expect.stringMatching(/^250 /) });
    const doubts: number[] = [];
    for (let step = 1; step <= lines.length; step += 1) {
      const name = `cut at line ${step}: ${lines[step - 1]?.line}`;
      const connector = open();
      const reply = replyTo(connector, question);
      smtp.reset(step);
      if ((await sendOnce(connector, reply)) === 'sent') {
        await until(async () => (await delivered(reply.remoteId)) === 1, name);
        expect(await filed(reply.remoteId), name).toBe(1);
      } else {
        doubts.push(step);
      }
      expect(await delivered(reply.remoteId), name).toBeLessThanOrEqual(1);
      await connector.close();
    }
    expect(doubts.slice(-2)).toEqual([dot, dot + 1]);
    // A busy machine may notice a break amid the letter too late; one before the letter never makes a doubt.
    expect(doubts.every((step) => step > letter && step <= dot + 1)).toBe(true);
  });

  test('cut at every line of filing: delivered once, filed once', async () => {
    const lines = await dialogue(imap);
    for (let step = 1; step <= lines.length; step += 1) {
      const name = `cut at line ${step}: ${lines[step - 1]?.line}`;
      const connector = open();
      const reply = replyTo(connector, question);
      imap.reset(step);
      expect(await sendOnce(connector, reply), name).toBe('sent');
      imap.reset(null);
      await until(async () => (await delivered(reply.remoteId)) === 1, name);
      expect(await filed(reply.remoteId), name).toBe(1);
      await connector.close();
    }
  });

  test('with the mailboxes away the reply leaves all the same, and is filed when they are back', async () => {
    const connector = open();
    const reply = replyTo(connector);
    await stack.dovecot.stop();
    expect(await sendOnce(connector, reply)).toBe('sent');
    expect(await connector.findSent(reply, neverAborted)).toBe(reply.remoteId);
    await stack.dovecot.start();
    await connector.pull(null, neverAborted);
    expect(await filed(reply.remoteId)).toBe(1);
    await until(async () => (await delivered(reply.remoteId)) === 1, 'the reply is delivered');
    await connector.close();
  });

  test('where the server keeps what was sent, no second copy is filed', async () => {
    const settings = { ...settingsFor(stack), serverKeepsSent: true };
    const connector = openImapConnector({ settings, password: stack.password, now: Date.now });
    const reply = replyTo(connector);
    expect(await sendOnce(connector, reply)).toBe('sent');
    expect(await filed(reply.remoteId)).toBe(0);
    await connector.close();
  });

  /** Everything that passes a proxy during one send. */
  async function dialogue(proxy: CuttingProxy): Promise<readonly PassedLine[]> {
    const connector = open();
    proxy.reset(null);
    expect(await sendOnce(connector, replyTo(connector, question))).toBe('sent');
    const lines = [...proxy.passed()];
    await connector.close();
    return lines;
  }
});
