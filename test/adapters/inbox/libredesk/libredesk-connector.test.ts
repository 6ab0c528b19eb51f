import { afterEach, describe, expect, test } from 'vitest';
import { openLibredeskConnector } from '#adapters/inbox/libredesk/libredesk-connector.ts';
import { type LibredeskMessage, LibredeskMessage as Shape } from '#adapters/inbox/libredesk/libredesk-shapes.ts';
import { channelOf, incomingOf } from '#adapters/inbox/libredesk/read-message.ts';
import { libredeskHtml } from '#adapters/inbox/libredesk/reply-html.ts';
import { htmlText } from '#adapters/inbox/html-text.ts';
import type { OutgoingReply } from '#core/ports/inbox-connector.ts';
import { problemOf } from '#shared/errors.ts';
import { doubleDesk } from '#test/support/doubles/double-desk.ts';
import type { Fault } from '#test/support/doubles/inbox-double.ts';
import { startLibredeskDouble } from '#test/support/doubles/libredesk-double.ts';

const never = new AbortController().signal;
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of open.splice(0)) await end();
});

async function start() {
  let double: Awaited<ReturnType<typeof startLibredeskDouble>> | undefined;
  const at = await doubleDesk(async (time) => (double = await startLibredeskDouble(time)));
  if (double === undefined) throw new Error('It did not start');
  open.push(at.end);
  return { ...at, libredesk: double };
}

describe('a connection test', () => {
  test.each<readonly [Fault | null, string, string | null]>([
    [null, 'send', null],
    ['credentials_revoked', 'receive', 'refused_credentials'],
    ['permission_refused', 'receive', 'refused_permission'],
    ['time_out_before', 'receive', 'timed_out'],
    ['server_error', 'receive', 'remote_failed'],
  ])('bug: with %s it does not say what is wrong', async (fault, last, code) => {
    const at = await start();
    if (fault !== null) at.double.setFault(fault, { on: 'reading' });
    const report = await at.connector.probe(never);
    expect(report.isOk).toBe(code === null);
    expect(report.checks.at(-1)).toMatchObject({ name: last, problem: code === null ? null : { code } });
    expect(JSON.stringify(report)).not.toContain(at.double.secret);
  });

  test.each([
    ['conversations:read_all', 'conversations'],
    ['messages:read', 'conversations'],
    ['messages:write', 'send'],
  ])('bug: a role without %s passes', async (permission, name) => {
    const at = await start();
    at.libredesk.forbid(permission);
    const { isOk, checks } = await at.connector.probe(never);
    expect(isOk).toBe(false);
    const problem = { code: 'refused_permission', detail: { reason: 'role', permission } };
    expect(checks.at(-1)).toMatchObject({ name, problem });
  });

  test.each([
    ['libredesk-key-of-another', '', 'refused_credentials', undefined],
    ['libredesk-key-77aa', '/elsewhere', 'not_found', 'host'],
  ])('bug: key %s at path "%s" passes', async (apiKey, path, code, reason) => {
    const at = await start();
    const connector = openLibredeskConnector({
      settings: { kind: 'libredesk', host: `${at.double.origin}${path}`, apiKey, firstSyncDays: 90 },
      secret: at.double.secret,
      now: () => at.desk.time.now,
    });
    const { checks } = await connector.probe(never);
    const detail = reason === undefined ? {} : { reason };
    expect(checks).toMatchObject([{ name: 'receive', isOk: false, problem: { code, detail } }]);
  });
});

describe('a reply', () => {
  test('bug: text becomes markup, or a template that reads out a contact’s data', async () => {
    const text = 'Use <b>2 & 3</b>, "so"\r\nor {{ .Contact.Email }}\n\n\n{{end}} it’s done';
    expect(libredeskHtml(text)).not.toMatch(/<b>|\{|\}/);
    expect(htmlText(libredeskHtml(text))).toBe('Use <b>2 & 3</b>, "so"\nor {{ .Contact.Email }}\n\n{{end}} it’s done');
    const at = await start();
    const threadId = at.double.addConversation('ann', ['How?']);
    await at.sync();
    await at.deliverToTheEnd(await at.accept(threadId, text.replace('\r', '')));
    await at.connector.helpdesk?.note(threadId, text, never);
    const seen = 'Use <b>2 & 3</b>, "so"\nor {{ .Contact.Email }}\n\n{{end}} it’s done';
    expect(at.double.repliesIn(threadId)).toEqual([seen]);
    expect(at.double.factsOf(threadId).notes).toEqual([seen]);
  });

  test('bug: a version that does not name the new message makes the reply leave twice', async () => {
    const at = await start();
    at.libredesk.turnOld();
    const threadId = at.double.addConversation('ann', ['Hello?']);
    await at.sync();
    const item = await at.accept(threadId, 'Hello Ann.\n\nAll is well.');
    expect((await at.deliver(item)).state).toBe('uncertain');
    expect((await at.deliver(item)).state).toBe('sent');
    await at.sync();
    expect(at.double.repliesIn(threadId)).toHaveLength(1);
    at.expectSame();
  });

  test('bug: a reply whose answer was lost counts as sent though it never reached the customer', async () => {
    const at = await start();
    const threadId = at.double.addConversation('ann', ['Hello?']);
    await at.sync();
    const item = await at.accept(threadId, 'Hello Ann.');
    at.double.setFault('time_out_after', { on: 'sending', times: 1 });
    expect((await at.deliver(item)).state).toBe('uncertain');
    at.libredesk.store.failLast(threadId);
    expect((await at.deliverToTheEnd(item)).state).toBe('sent');
    await at.sync();
    at.expectSame();
    expect(at.double.wordsIn(threadId).filter(({ text }) => text === 'Hello Ann.')).toHaveLength(1);
  });

  test('bug: the same words of a colleague count as the reply that was lost', async () => {
    const at = await start();
    const threadId = at.double.addConversation('ann', ['Thanks!']);
    const now = at.desk.time.now;
    const reply = { ...replyTo(threadId), writtenAt: now, body: 'You are welcome.' };
    const first = await at.connector.send(reply, never, () => undefined);
    expect(await at.connector.findSent(reply, never)).toBe(first);
    // Known by its key, whatever became of the text.
    expect(await at.connector.findSent({ ...reply, body: 'Other words' }, never)).toBe(first);
    at.desk.time.now += 10 * 60_000;
    const later = { ...reply, remoteId: 'deskside-other', writtenAt: at.desk.time.now };
    expect(await at.connector.findSent(later, never)).toBeNull();
  });

  test('bug: a mail without a recipient is taken for one that may have left', async () => {
    const at = await start();
    const byMail = at.libredesk.store.add('ann', ['Hello?']);
    const byChat = at.libredesk.store.add('', ['Hello?'], 'livechat');
    const nobody = at.libredesk.store.add('', ['Hello?'], 'email');
    const sent = async (threadId: string): Promise<string> => {
      let hasLeft = false;
      const sending = at.connector.send({ ...replyTo(threadId), toAddress: '' }, never, () => (hasLeft = true));
      return sending.then(
        () => 'sent',
        (error: unknown) => `${problemOf(error).code}${hasLeft ? ' after leaving' : ''}`,
      );
    };
    expect(await sent(byMail)).toBe('sent');
    expect(await sent(byChat)).toBe('sent');
    expect(await sent(nobody)).toBe('refused_by_server');
  });
});

function replyTo(threadId: string): OutgoingReply {
  return {
    remoteId: 'deskside-1',
    toAddress: 'ann@example.com',
    toName: 'Ann',
    subject: '',
    body: 'Hello.',
    files: [],
    inReplyTo: null,
    references: [],
    threadId,
    writtenAt: 0,
  };
}

describe('a thread’s facts', () => {
  test('bug: a new tag is passed over in silence where the role may not make tags', async () => {
    const at = await start();
    at.libredesk.forbid('tags:manage');
    const threadId = at.double.addConversation('ann', ['Hello?']);
    await at.connector.helpdesk?.setTags(threadId, ['vip'], never);
    const setting = at.connector.helpdesk?.setTags(threadId, ['vip', 'new'], never);
    await expect(setting).rejects.toMatchObject({ code: 'refused_permission', detail: { reason: 'role', tag: 'new' } });
    expect(at.double.factsOf(threadId).tags).toEqual(['vip']);
  });

  test('bug: a status that cannot be set is tried all the same', async () => {
    const at = await start();
    const threadId = at.double.addConversation('ann', ['Hello?']);
    expect(at.connector.helpdesk?.statuses).toEqual(['open', 'solved']);
    const setting = at.connector.helpdesk?.setStatus(threadId, 'pending', never);
    await expect(setting).rejects.toMatchObject({ code: 'unsupported' });
    at.libredesk.store.setStatus(threadId, 'Snoozed');
    expect((await at.connector.helpdesk?.thread(threadId, never))?.status).toBe('pending');
  });
});

const thread = { id: '7', customerName: 'Ann', customerAddress: 'ann@example.com', subject: 'A kettle', channel: null };
const read = (over: Partial<LibredeskMessage> | Readonly<Record<string, unknown>>) => {
  const plain = {
    uuid: 'u',
    content: '<p>Hi</p>',
    content_type: 'html',
    created_at: '2025-03-01T10:00:00.123456+05:30',
  };
  return incomingOf(Shape.parse({ ...plain, type: 'incoming', ...over }), thread, Date.parse('2025-03-01'));
};

describe('a message', () => {
  test('bug: notes, activities, surveys and what went to others are shown as words, or a machine is answered', () => {
    expect(read({ private: true })).toBeNull();
    expect(read({ type: 'activity', private: false })).toBeNull();
    expect(read({ type: 'outgoing', status: 'failed' })).toBeNull();
    expect(read({ type: 'outgoing', meta: { is_csat: true } })).toBeNull();
    expect(read({ type: 'outgoing', meta: { forwarded_to: ['supplier@example.com'] } })).toBeNull();
    expect(read({ meta: { from_forward: true } })).toBeNull();
    expect(read({ type: 'outgoing', status: 'pending' })).toMatchObject({ role: 'agent', automatic: null });
    expect(read({ type: 'outgoing', author: { type: 'ai_assistant' } })?.automatic).toBe('auto_reply');
    expect(read({ type: 'outgoing', meta: { is_automated: true } })?.automatic).toBe('auto_reply');
    expect(read({ type: 'outgoing', author: { email: 'System' } })).toMatchObject({
      automatic: 'auto_reply',
      authorAddress: '',
    });
    expect(read({ author: { email: 'MAILER-DAEMON@example.com' } })?.automatic).toBe('bounce');
    expect(read({ author: { email: 'No-Reply@shop.example' } })?.automatic).toBe('bulk');
  });

  test('bug: a plain chat line is read as HTML, or the text made for search is shown', () => {
    expect(read({ content: 'a < b\r\n  c', content_type: 'text' })?.text).toBe('a < b\n  c');
    expect(read({ content: '<p>One</p><p>Two<br>3</p>', text_content: 'One Two 3' })?.text).toBe('One\n\nTwo\n3');
    expect(read({ content: '', text_content: 'Only this' })?.text).toBe('Only this');
    expect(read({ content: null, text_content: null })?.text).toBe('');
  });

  test('bug: a time of the future, a name of two lines or a file without a name gets in', () => {
    expect(read({ created_at: '2025-03-01T10:00:00.123456+05:30' })?.sentAt).toBe(Date.parse('2025-03-01'));
    expect(read({ created_at: '2025-02-01T10:00:00.123456+05:30' })?.sentAt).toBe(
      Date.parse('2025-02-01T04:30:00.123Z'),
    );
    const author = { first_name: 'An\nna', last_name: ' Li', email: 'Anna@Example.com' };
    expect(read({ author })).toMatchObject({ authorName: 'An na Li', authorAddress: 'anna@example.com' });
    const attachments = [
      { name: '茶 壶.PNG', content_type: 'image/PNG', size: 12.4 },
      { url: '', size: -1 },
    ];
    expect(read({ attachments })?.attachments).toEqual([
      { name: '茶 壶.PNG', contentType: 'image/png', size: 12 },
      { name: 'attachment', contentType: 'application/octet-stream', size: null },
    ]);
  });

  test('bug: a chat is held to the limits of mail', () => {
    expect(['email', 'livechat', 'whatsapp', 'pigeon', null].map(channelOf)).toEqual([
      'email',
      'chat',
      'whatsapp',
      null,
      null,
    ]);
  });
});
