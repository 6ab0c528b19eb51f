import { expect, test } from 'vitest';
import { descriptionOf, frameOf, incomingOf } from '#adapters/inbox/freshdesk/read-conversation.ts';
import { FreshdeskConversation, FreshdeskTicket } from '#adapters/inbox/freshdesk/freshdesk-shapes.ts';
import { replyHtml } from '#adapters/inbox/helpdesk/reply-html.ts';
import { htmlText } from '#adapters/inbox/html-text.ts';

const now = Date.UTC(2026, 2, 10, 12);

type Over = Readonly<Record<string, unknown>>;
const ticketOf = (over: Over = {}) =>
  FreshdeskTicket.parse({
    id: 20,
    subject: 'Kettle\n leaks',
    source: 1,
    requester_id: 9,
    requester: { id: 9, name: 'Ann\tLee', email: 'Ann@Example.com', mobile: null, phone: null },
    description: '<div>It <b>leaks</b>.</div>',
    description_text: 'It leaks.',
    created_at: '2026-03-10T11:00:00Z',
    updated_at: '2026-03-10T11:30:00Z',
    ...over,
  });
const frame = frameOf(ticketOf());
const read = (over: Over = {}, at = now) =>
  incomingOf(
    FreshdeskConversation.parse({
      id: 3,
      body: '<div>Hello</div>',
      body_text: 'Hello',
      incoming: true,
      private: false,
      user_id: 9,
      source: 0,
      created_at: '2026-03-10T11:59:05Z',
      ...over,
    }),
    frame,
    at,
  );

test('bug: the first message of a ticket is not its description, or goes by another id', () => {
  expect(descriptionOf(ticketOf(), frame, now)).toMatchObject({
    remoteId: 'ticket-20',
    threadId: '20',
    role: 'customer',
    authorName: 'Ann Lee',
    authorAddress: 'ann@example.com',
    customerAddress: 'ann@example.com',
    subject: 'Kettle leaks',
    text: 'It leaks.',
    channel: 'email',
    sentAt: Date.UTC(2026, 2, 10, 11),
  });
});

test('bug: a mail the store began is drafted as a customer’s question', () => {
  const ticket = ticketOf({ source: 10 });
  expect(descriptionOf(ticket, frameOf(ticket), now)).toMatchObject({ role: 'agent', channel: 'email' });
});

test.each([
  [1, 'email'],
  [2, 'email'],
  [3, 'phone'],
  [5, 'twitter'],
  [6, 'facebook'],
  [7, 'chat'],
  [9, 'email'],
  [10, 'email'],
  [13, 'whatsapp'],
  [101, null],
  [null, null],
])('bug: source %s is taken for another channel than %s', (source, channel) => {
  expect(frameOf(ticketOf({ source })).channel).toBe(channel);
});

test('bug: notes and forwards are shown as words, or a machine is answered', () => {
  expect(read({ private: true, source: 2 })).toBeNull();
  expect(read({ private: true, source: 8 })).toBeNull();
  expect(read({ deleted: true })).toBeNull();
  expect(read()).toMatchObject({ remoteId: '3', role: 'customer', automatic: null });
  expect(read({ incoming: false, user_id: 432 })).toMatchObject({ role: 'agent', automatic: null });
  expect(read({ auto_response: true })).toMatchObject({ automatic: 'auto_reply' });
  expect(read({ incoming: false, user_id: null, automation_id: 7 })).toMatchObject({ automatic: 'auto_reply' });
  expect(read({ source: 6 })).toMatchObject({ role: 'customer', automatic: 'bulk' });
  expect(read({ user_id: 44, from_email: 'MAILER-DAEMON@example.com' })?.automatic).toBe('bounce');
});

test('bug: what a customer wrote in the portal is shown as the store’s', () => {
  expect(read({ incoming: false, source: 2 })).toMatchObject({ role: 'customer', authorAddress: 'ann@example.com' });
});

test('bug: who wrote is the customer though somebody in copy did, or an address is a header', () => {
  const inCopy = read({ user_id: 44, from_email: '"Bo, Dr." <Bo@Example.org>' });
  expect(inCopy).toMatchObject({ authorName: 'Bo, Dr.', authorAddress: 'bo@example.org', customerName: 'Ann Lee' });
  expect(read({ user_id: 44 })).toMatchObject({ authorName: '', authorAddress: '' });
  expect(read({ incoming: false, user_id: 1, from_email: 'Shop <support@example.com>' })).toMatchObject({
    authorName: 'Shop',
    authorAddress: 'support@example.com',
  });
});

test('bug: lines run together, quoted history goes, or a time lies in the future', () => {
  const body = '<div>One</div><div>Two</div><blockquote>Earlier</blockquote>';
  expect(read({ body, body_text: 'One Two Earlier' })?.text).toMatch(/^One\nTwo\n+>? ?Earlier$/);
  expect(read({ body: null, body_text: 'Plain\r\ntext' })?.text).toBe('Plain\ntext');
  expect(read({}, now - 3_600_000)?.sentAt).toBe(now - 3_600_000);
});

test('bug: an attachment is lost with its file, its name or its size', () => {
  const attachments = [
    { id: 1, name: '茶 壶.PNG', content_type: 'image/PNG', size: 12, attachment_url: null },
    { id: 2, name: 'a\nb.pdf', file_size: 44115 },
    { id: 3, content_type: null },
  ];
  const cloud = [{ filename: 'plan.docx', url: 'https://files.example.com/1' }];
  expect(read({ attachments, cloud_files: cloud })?.attachments).toEqual([
    { name: '茶 壶.PNG', contentType: 'image/png', size: 12 },
    { name: 'a b.pdf', contentType: 'application/octet-stream', size: 44115 },
    { name: 'attachment', contentType: 'application/octet-stream', size: null },
    { name: 'plan.docx', contentType: 'application/octet-stream', size: null },
  ]);
});

test('bug: an account that answers less than the documents say stops the inbox', () => {
  const bare = { id: 20, created_at: '2026-03-10T11:00:00Z', updated_at: '2026-03-10T11:00:00Z', requester: 'x' };
  const ticket = FreshdeskTicket.parse(bare);
  expect(descriptionOf(ticket, frameOf(ticket), now)).toMatchObject({ text: '', customerAddress: '', attachments: [] });
});

test('bug: what an agent or a customer wrote becomes markup', () => {
  const text = 'Hi <b>Ann</b> & "co"\nline two\n\n  <script>alert(1)</script>\n\n\n1 < 2';
  const html = replyHtml(text);
  expect(html).not.toMatch(/<(?!\/?p>|br>)/);
  expect(html.match(/<p>/g)).toHaveLength(3);
  expect(htmlText(html).replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '));
  expect(replyHtml('a   b')).toBe('<p>a&nbsp;&nbsp; b</p>');
});
