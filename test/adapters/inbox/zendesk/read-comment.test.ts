import { expect, test } from 'vitest';
import { channelOf, incomingOf } from '#adapters/inbox/zendesk/read-comment.ts';
import { zendeskHtml } from '#adapters/inbox/zendesk/reply-html.ts';
import { zendeskPace } from '#adapters/inbox/zendesk/zendesk-pace.ts';
import { ZendeskComment, type ZendeskUser } from '#adapters/inbox/zendesk/zendesk-shapes.ts';
import type { Channel } from '#shared/model/conversation.ts';

const user = (id: number, role: string, email: string): readonly [number, ZendeskUser] => [
  id,
  { id, name: `N\n${id}`, email, phone: null, role },
];
const users = new Map([
  user(1, 'end-user', 'Ann@Example.com'),
  user(2, 'agent', 'agnes@example.com'),
  user(3, 'admin', 'bao@example.com'),
  user(4, 'end-user', 'cc@example.com'),
  user(5, 'end-user', 'MAILER-DAEMON@example.com'),
  user(6, 'end-user', 'no-reply@example.com'),
]);
const thread = {
  id: 7,
  requesterId: 1,
  customerName: 'Ann',
  customerAddress: 'ann@example.com',
  subject: 'Kettle',
  channel: 'email' as Channel,
};
const read = (over: Readonly<Record<string, unknown>>, requesterId = 1) =>
  incomingOf(
    ZendeskComment.parse({
      id: 12,
      type: 'Comment',
      author_id: 1,
      public: true,
      html_body: '<div class="zd-comment"><p>Hi</p></div>',
      created_at: '1970-01-01T00:01:40Z',
      ...over,
    }),
    { ...thread, requesterId },
    users,
    90_000,
  );

test('bug: an internal note is shown to be said, or an agent’s words count as the customer’s', () => {
  expect(read({ public: false })).toBeNull();
  expect(read({ public: false, author_id: 2 })).toBeNull();
  expect(read({})).toMatchObject({
    remoteId: '12',
    threadId: '7',
    role: 'customer',
    authorName: 'N 1',
    authorAddress: 'ann@example.com',
    customerAddress: 'ann@example.com',
    customerName: 'Ann',
    subject: 'Kettle',
    text: 'Hi',
    automatic: null,
    sentAt: 90_000,
  });
  expect(read({ author_id: 2 })).toMatchObject({
    role: 'agent',
    authorAddress: 'agnes@example.com',
    customerName: 'Ann',
  });
  expect(read({ author_id: 3 })?.role).toBe('agent');
});

test('bug: an agent who asks, or somebody in copy, is taken for one who answers', () => {
  expect(read({ author_id: 2 }, 2)?.role).toBe('customer');
  expect(read({ author_id: 4 })).toMatchObject({ role: 'customer', authorAddress: 'cc@example.com' });
  expect(read({ author_id: 999 })).toMatchObject({ role: 'customer', authorName: '', authorAddress: '' });
});

test('bug: a trigger, a vacation notice or a bounce waits for an answer, or is one', () => {
  expect(read({ author_id: 2, via: { channel: 'rule' } })).toMatchObject({ role: 'agent', automatic: 'auto_reply' });
  expect(read({ author_id: -1 })).toMatchObject({ role: 'agent', automatic: 'auto_reply' });
  expect(read({ metadata: { flags: [4] } })?.automatic).toBe('auto_reply');
  expect(read({ metadata: { flags: [2] } })?.automatic).toBeNull();
  expect(read({ author_id: 5 })?.automatic).toBe('bounce');
  expect(read({ author_id: 6 })?.automatic).toBe('bulk');
});

test('bug: a comment without HTML, or with nothing but an image, has no text', () => {
  const plain = { html_body: null, plain_body: 'Line\r\none&nbsp;two', body: 'Other' };
  expect(read(plain)?.text).toBe('Line\none two');
  expect(read({ html_body: '', plain_body: '', body: 'From body' })?.text).toBe('From body');
  expect(read({ html_body: null, plain_body: null, body: null })?.text).toBe('');
  expect(read({ html_body: '<p>5 &lt; 6 &amp; <b>bold</b></p><p>a<br>b</p>' })?.text).toBe('5 < 6 & bold\n\na\nb');
});

test('bug: an attachment is lost with its file, or its name breaks a line', () => {
  const attachments = [
    { file_name: '茶\n壶.png', content_type: 'image/png', size: 12 },
    { file_name: null, deleted: true },
  ];
  expect(read({ attachments })?.attachments).toEqual([
    { name: '茶 壶.png', contentType: 'image/png', size: 12 },
    { name: 'attachment', contentType: 'application/octet-stream', size: null },
  ]);
});

test.each<readonly [string | number | null, Channel | null]>([
  ['email', 'email'],
  ['mail', 'email'],
  [4, 'email'],
  ['chat', 'chat'],
  ['native_messaging', 'chat'],
  ['whatsapp', 'whatsapp'],
  ['instagram_dm', 'instagram'],
  ['facebook', 'facebook'],
  ['sunshine_conversations_facebook_messenger', 'facebook'],
  ['line', 'line'],
  ['sms', 'sms'],
  ['twitter', 'twitter'],
  ['sunshine_conversations_twitter_dm', 'twitter'],
  ['voice', 'phone'],
  [34, 'phone'],
  ['web', 'email'],
  [0, 'email'],
  ['api', null],
  [null, null],
])('bug: what comes by %s is bound by another channel’s rules', (via, channel) => {
  expect(channelOf(via)).toBe(channel);
});

test('bug: a reply’s words become markup, a placeholder, or lose their lines', () => {
  expect(zendeskHtml('A <b>&\n"c"\n\n\nD')).toBe('<p>A &lt;b&gt;&amp;<br>&quot;c&quot;</p><p>D</p>');
  expect(zendeskHtml('Use {{ticket.id}} and {% x %}')).toBe(
    '<p>Use <code>{{ticket.id}}</code> and <code>{% x %}</code></p>',
  );
  expect(zendeskHtml('a  b')).toBe('<p>a&nbsp; b</p>');
});

test('bug: the account’s last requests are used up, or a full budget is spared', () => {
  const pace = (headers: Readonly<Record<string, string>>) => zendeskPace({ headers: new Headers(headers) });
  const left = (remaining: number) => ({
    'ratelimit-limit': '200',
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': '30',
  });
  expect(pace(left(40))).toBe(0);
  expect(pace(left(29))).toBe(1_000);
  expect(pace(left(0))).toBe(30_000);
  expect(pace({ 'x-rate-limit': '700', 'x-rate-limit-remaining': '0' })).toBe(60_000);
  expect(pace({})).toBe(0);
  expect(pace({ 'ratelimit-limit': 'many', 'ratelimit-remaining': '' })).toBe(0);
});
