import { expect, test } from 'vitest';
import type { TicketFacts } from '#adapters/inbox/gorgias/gorgias-cursor.ts';
import { GorgiasMessage as Shape, GorgiasTicket } from '#adapters/inbox/gorgias/gorgias-shapes.ts';
import { factsOf, incomingOf } from '#adapters/inbox/gorgias/read-message.ts';

const now = Date.UTC(2026, 0, 27, 12);
const facts: TicketFacts = { customerName: 'Ann', customerAddress: 'ann@example.com', subject: '', channel: null };
const message = {
  id: 7,
  ticket_id: 3,
  public: true,
  from_agent: false,
  channel: 'email',
  via: 'email',
  sender: { id: 12, email: 'Ann@Example.com', name: null, firstname: 'Ann', lastname: 'Archer' },
  source: {
    type: 'email',
    from: { name: 'Ann', address: 'ann@example.com' },
    to: [{ name: 'Shop', address: 'support@example.com' }],
  },
  body_text: 'Hi',
  created_datetime: '2026-01-26T14:02:00.384938+00:00',
  sent_datetime: '2026-01-26T14:02:01',
};
const read = (over: Readonly<Record<string, unknown>>, about = facts) =>
  incomingOf(Shape.parse({ ...message, ...over }), 3, about, now);

test('bug: a time without an offset is read as one of here, or one ahead of us as the future', () => {
  const at = Date.UTC(2026, 0, 26, 14, 2, 0, 384);
  expect(read({})?.sentAt).toBe(at);
  expect(read({ created_datetime: '2026-01-26T14:02:00.384938' })?.sentAt).toBe(at);
  expect(read({ created_datetime: '2026-01-26T16:02:00.384938+02:00' })?.sentAt).toBe(at);
  expect(read({ created_datetime: null })?.sentAt).toBe(at + 616);
  expect(read({ created_datetime: '2027-01-26T14:02:00' })?.sentAt).toBe(now);
  expect(read({ created_datetime: 'never', sent_datetime: 4 })?.sentAt).toBe(now);
});

test('bug: notes, signals, deleted and failed messages are shown as words', () => {
  expect(read({ public: false })).toBeNull();
  expect(read({ channel: 'internal-note', public: null })).toBeNull();
  expect(read({ source: { type: 'system-message' } })).toBeNull();
  expect(read({ meta: { hidden: true } })).toBeNull();
  expect(read({ deleted_datetime: '2026-01-26T15:00:00' })).toBeNull();
  const failed = { from_agent: true, failed_datetime: '2026-01-26T14:03:00' };
  expect(read({ ...failed, sent_datetime: null })).toBeNull();
  // Sent first, bounced later; and tried again with success.
  expect(read({ ...failed, sent_datetime: '2026-01-26T14:02:30' })).toBeNull();
  expect(read({ ...failed, sent_datetime: '2026-01-26T15:00:00' })).toMatchObject({ role: 'agent' });
});

test('bug: a machine is answered, or its answer counts as one of an agent', () => {
  expect(read({})?.automatic).toBeNull();
  expect(read({ from_agent: true, via: 'helpdesk', macros: [{ id: 1 }] })?.automatic).toBeNull();
  expect(read({ from_agent: true, via: 'rule' })?.automatic).toBe('auto_reply');
  expect(read({ from_agent: true, rule_id: 4 })?.automatic).toBe('auto_reply');
  expect(read({ from_agent: true, sender: { email: 'x1@email.gorgias.com' } })?.automatic).toBe('auto_reply');
  expect(read({ from_agent: true, meta: { campaign_id: 'c' } })?.automatic).toBe('bulk');
  expect(read({ headers: { 'Auto-Submitted': 'auto-replied' } })?.automatic).toBe('auto_reply');
  expect(read({ headers: { 'List-Id': '<news.example.com>' } })?.automatic).toBe('bulk');
  expect(read({ sender: { email: 'MAILER-DAEMON@example.com' } })?.automatic).toBe('bounce');
  expect(read({ sender: { email: 'no-reply@example.com' } })?.automatic).toBe('bulk');
});

test('bug: a message that came as HTML alone is empty, or quoted history is cut from one with a text', () => {
  expect(read({ body_text: '', body_html: '<p>Is it <b>blue</b>?</p><script>x()</script>' })?.text).toBe('Is it blue?');
  expect(read({ body_text: null, body_html: null, stripped_text: 'Only this' })?.text).toBe('Only this');
  expect(read({ body_text: 'Yes\r\n> Is it blue?', stripped_text: 'Yes' })?.text).toBe('Yes\n> Is it blue?');
});

test('bug: a message of an odd shape stops the inbox', () => {
  const bare = incomingOf(Shape.parse({ id: 1 }), 3, facts, now);
  expect(bare).toMatchObject({ role: 'customer', text: '', authorName: 'Ann', channel: null, attachments: [] });
  const odd = { sender: 5, source: 'email', headers: [], attachments: 'none', meta: 'x', from_agent: 'no', channel: 4 };
  expect(read(odd)).toMatchObject({ role: 'customer', text: 'Hi', customerAddress: 'ann@example.com' });
});

test('bug: the customer is whoever wrote, or someone by the name of a chat’s visitor', () => {
  expect(read({})).toMatchObject({ authorName: 'Ann Archer', authorAddress: 'ann@example.com' });
  const agent = { from_agent: true, sender: { email: 'Agnes@Example.com', name: 'Agnes\r\nBcc: x' } };
  expect(read(agent)).toMatchObject({
    role: 'agent',
    authorName: 'Agnes Bcc: x',
    authorAddress: 'agnes@example.com',
    customerAddress: 'ann@example.com',
    customerName: 'Ann',
  });
  const nobody = { ...facts, customerName: '', customerAddress: '' };
  const visitor = { source: { type: 'chat', from: { name: 'Visitor', address: '0b1c-77' }, to: [] }, sender: null };
  expect(read(visitor, nobody)).toMatchObject({ customerAddress: '', customerName: 'Visitor' });
  const telephone = { source: { type: 'sms', from: { address: '+44 113 496 0000' } }, sender: null, channel: 'sms' };
  expect(read(telephone, nobody)).toMatchObject({ customerAddress: '+44 113 496 0000', channel: 'sms' });
});

test.each([
  ['email', 'email'],
  ['contact_form', 'email'],
  ['help-center', 'email'],
  ['chat', 'chat'],
  ['whatsapp', 'whatsapp'],
  ['instagram-direct-message', 'instagram'],
  ['instagram-comment', null],
  ['facebook-messenger', 'facebook'],
  ['facebook', null],
  ['sms', 'sms'],
  ['aircall', 'phone'],
  ['yotpo-review', null],
])('bug: the rules of another channel hold for %s', (channel, known) => {
  expect(read({ channel }, { ...facts, channel: 'line' })?.channel).toBe(known);
});

test('bug: an attachment is lost with its file', () => {
  const attachments = [
    { url: 'https://files.example/a.png?x=1', name: '茶.png', content_type: 'image/PNG', size: 12.4 },
    { url: 'https://files.example/b/plan.pdf', name: null, content_type: null, size: -1 },
    { url: null },
  ];
  expect(read({ attachments })?.attachments).toEqual([
    { name: '茶.png', contentType: 'image/png', size: 12 },
    { name: 'plan.pdf', contentType: 'application/octet-stream', size: null },
    { name: 'attachment', contentType: 'application/octet-stream', size: null },
  ]);
});

test('bug: a ticket’s facts fill the cursor, or break its line', () => {
  const ticket = GorgiasTicket.parse({
    id: 1,
    subject: `Kettle\n${'x'.repeat(5_000)}`,
    channel: 'chat',
    customer: { email: 'ANN@example.com', firstname: 'Ann', lastname: 'A'.repeat(999) },
  });
  const { subject, customerName, customerAddress, channel } = factsOf(ticket);
  expect([subject.length, customerName.length, customerAddress, channel]).toEqual([
    200,
    120,
    'ann@example.com',
    'chat',
  ]);
  expect(subject).toMatch(/^Kettle x/);
});
