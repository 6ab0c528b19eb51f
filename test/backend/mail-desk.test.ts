import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Thread } from '#shared/contract/conversation.ts';
import type { ImapSettings } from '#shared/model/inbox.ts';
import { plainSettings } from '#shared/model/store.ts';
import { plainMail } from '#test/support/mail/fixture-mails.ts';
import { type MailStack, hasDovecot, startMailStack } from '#test/support/mail/mail-stack.ts';
import { type TestDesk, eventually, startTestDesk } from '#test/support/test-desk.ts';

if (!hasDovecot) console.log('Skipped: Dovecot is not installed (Debian package dovecot-imapd)');

/** The whole desk on a real mailbox: what an owner connects, an agent answers, and a customer receives. */
describe.skipIf(!hasDovecot)('a desk on a real mailbox', () => {
  let stack: MailStack;
  let desk: TestDesk;
  let storeId: string;
  let settings: ImapSettings;
  let inboxId: string;

  beforeAll(async () => {
    stack = await startMailStack();
    desk = await startTestDesk({ seedsSample: false });
    settings = {
      kind: 'imap',
      address: stack.address,
      displayName: 'Hob & Leaf',
      imap: { host: '127.0.0.1', port: stack.imapPort, security: 'none', user: stack.user },
      smtp: { host: '127.0.0.1', port: stack.smtpPort, security: 'none', user: stack.user },
      mailbox: 'INBOX',
      sentMailbox: null,
      serverKeepsSent: false,
      firstSyncDays: 30,
    };
    const store = await desk.client.call('store.create', { settings: { name: 'Hob & Leaf', ...plainSettings } });
    storeId = store.id;
    await desk.client.call('knowledge.save', {
      storeId,
      entryId: null,
      content: {
        kind: 'pair',
        question: 'How long does delivery to Norway take?',
        answer: 'Delivery to Norway takes 4 to 6 working days.',
        topic: null,
        scope: [],
        language: 'en',
      },
    });
  });

  afterAll(async () => {
    await desk?.end();
    await stack?.stop();
  });

  const threads = async (): Promise<readonly Thread[]> => {
    const { items } = await desk.client.call('conversation.list', { storeId, limit: 500 });
    return Promise.all(items.map((row) => desk.client.call('conversation.get', { conversationId: row.id })));
  };
  const stateOf = async (id: string) =>
    (await desk.client.call('inbox.list', {})).find((inbox) => inbox.id === id)?.state;

  it('is told what is wrong with a password before it is kept, and stops instead of trying it again and again', async () => {
    const wrong = { settings, secret: 'not the password' };
    const report = await desk.client.call('inbox.probe', { inboxId: null, ...wrong });
    expect(report.isOk).toBe(false);
    expect(report.checks.find((check) => check.name === 'receive')?.problem?.code).toBe('refused_credentials');
    const inbox = await desk.client.call('inbox.add', { storeId, name: 'Help', ...wrong });
    inboxId = inbox.id;
    await eventually('the inbox has stopped', async () => (await stateOf(inboxId))?.phase === 'stopped');
    expect((await stateOf(inboxId))?.problem?.code).toBe('refused_credentials');
    expect((await stateOf(inboxId))?.nextTryAt).toBeNull();
  });

  it('takes 200 mails once, into 50 threads, when the password is mended', async () => {
    const ids = Array.from({ length: 200 }, (_, i) => `<m${i}@customer.example>`);
    for (const [i, id] of ids.entries()) {
      const thread = Math.floor(i / 4);
      const parent = i % 4 === 0 ? [] : [`In-Reply-To: ${ids[i - 1]}`, `References: ${ids[i - 1]}`];
      const from = `Ann ${thread} <ann${thread}@customer.example>`;
      await stack.deliver(plainMail({ id, from, subject: `Parcel ${thread}`, headers: parent }));
    }
    const report = await desk.client.call('inbox.probe', { inboxId, settings, secret: stack.password });
    expect(report.checks.filter((check) => !check.isOk)).toEqual([]);
    await desk.client.call('inbox.save', { inboxId, name: 'Help', settings, secret: stack.password });
    const all = async (): Promise<number> => (await threads()).reduce((sum, { messages }) => sum + messages.length, 0);
    await eventually('200 mails are in', async () => (await all()) >= 200);
    await desk.client.call('inbox.syncNow', { inboxId });
    await eventually('the inbox rests', async () => (await stateOf(inboxId))?.phase === 'idle');
    expect(await all()).toBe(200);
    expect(await threads()).toHaveLength(50);
  });

  it('drafts a new mail on arrival, and the reply goes out once, lands in Sent, and is one message of the thread', async () => {
    const from = 'Marta Lindqvist <marta@customer.example>';
    const body = 'Hello, how long does delivery to Norway take?\n\n-- \nMarta';
    await stack.deliver(plainMail({ id: '<norway@customer.example>', from, subject: 'Norway', body }));
    await desk.client.call('inbox.syncNow', { inboxId });
    const marta = async (): Promise<Thread | undefined> =>
      (await threads()).find(({ conversation }) => conversation.customerAddress === 'marta@customer.example');
    await eventually('a draft is ready', async () => ((await marta())?.draft?.text ?? '') !== '');
    const thread = await marta();
    expect(thread?.messages[0]?.question).not.toContain('-- ');
    expect(thread?.draft?.text).toContain('4 to 6 working days');
    await desk.client.call('draft.accept', {
      conversationId: thread?.conversation.id ?? '',
      draftId: thread?.draft?.id ?? null,
      lastMessageId: thread?.messages.at(-1)?.id ?? '',
      text: thread?.draft?.text ?? '',
    });
    await eventually('the reply has left', async () => (await marta())?.outbox.length === 0);
    expect(await stack.deliveredMessages()).toHaveLength(1);
    const [sent] = await stack.sentMessages();
    expect(sent).toContain('In-Reply-To: <norway@customer.example>');
    // The next pull brings the copy from Sent: it is known already.
    await desk.client.call('inbox.syncNow', { inboxId });
    await eventually('the inbox rests', async () => (await stateOf(inboxId))?.phase === 'idle');
    expect((await marta())?.messages.map((message) => message.role)).toEqual(['customer', 'agent']);
    expect(await stack.sentMessages()).toHaveLength(1);
    expect(desk.errors).toEqual([]);
  });

  it('keeps no password in clear: not in the database, not in a message of an error', async () => {
    const state = JSON.stringify(await desk.client.call('inbox.list', {}));
    expect(state).not.toContain(stack.password);
    const file = await import('node:fs/promises').then(({ readFile }) =>
      readFile(`${desk.dataFolder}/deskside.sqlite`),
    );
    expect(file.includes(Buffer.from(stack.password))).toBe(false);
    expect(file.includes(Buffer.from('not the password'))).toBe(false);
  });
});
