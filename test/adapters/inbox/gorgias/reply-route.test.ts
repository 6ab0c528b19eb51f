import { expect, test } from 'vitest';
import { GorgiasMessage } from '#adapters/inbox/gorgias/gorgias-shapes.ts';
import { messageBody } from '#adapters/inbox/gorgias/message-body.ts';
import { messageToFollow, routeOf } from '#adapters/inbox/gorgias/reply-route.ts';
import { problemOf } from '#shared/errors.ts';

const reply = { toAddress: 'ann@example.com', toName: 'Ann', subject: 'A kettle' };
const mail = {
  id: 1,
  channel: 'email',
  integration_id: 31,
  sender: { id: 12, email: 'ann@example.com', name: 'Ann' },
  source: {
    type: 'email',
    from: { name: 'Ann', address: 'ann@example.com' },
    to: [
      { name: 'The Kettle Shop', address: 'Support@example.com' },
      { name: 'Somebody else', address: 'bo@example.com' },
    ],
  },
};
const of = (over: Readonly<Record<string, unknown>>) => GorgiasMessage.parse({ ...mail, ...over });
const routed = (over: Readonly<Record<string, unknown>>, ownAddress: string | null = null) =>
  JSON.parse(JSON.stringify(routeOf({ message: of(over), reply, ownAddress })));

test('bug: a mail is answered from an address that is not the store’s, or to one that is not the customer’s', () => {
  expect(routed({})).toEqual({
    channel: 'email',
    integration_id: 31,
    receiver: { id: 12 },
    subject: 'Re: A kettle',
    source: {
      type: 'email',
      from: { address: 'Support@example.com', name: 'The Kettle Shop' },
      to: [{ address: 'ann@example.com', name: 'Ann' }],
    },
  });
  // Written to an address that is forwarded: only the integration's own may send.
  expect(routed({}, 'inbox@example.com').source.from).toEqual({ address: 'inbox@example.com' });
  // Sent by a form's machine, for the customer Gorgias has found in it.
  const form = { ...mail.source, type: 'help-center-contact-form', from: { address: 'mailer@forms.example' } };
  expect(routed({ channel: 'contact_form', source: form })).toMatchObject({
    channel: 'email',
    source: { type: 'email', to: [{ address: 'ann@example.com' }] },
  });
  expect(routed({ sender: { email: 'mailer-daemon@example.com' } }).source.to[0].address).toBe('ann@example.com');
  expect(routed({ sender: null, source: null })).toMatchObject({
    receiver: { email: 'ann@example.com' },
    source: { from: {}, to: [{ address: 'ann@example.com', name: 'Ann' }] },
  });
});

test('bug: a chat is answered by mail, or to the widget instead of the visitor', () => {
  const source = {
    type: 'chat',
    from: { name: 'Visitor', address: '0b1c-77' },
    to: [{ name: 'Shop chat', address: 'widget-9' }],
    extra: { conversation: 'c-1' },
  };
  expect(routed({ channel: 'chat', integration_id: 32, source })).toEqual({
    channel: 'chat',
    integration_id: 32,
    receiver: { id: 12 },
    source: {
      type: 'chat',
      from: { name: 'Shop chat', address: 'widget-9' },
      to: [{ name: 'Visitor', address: '0b1c-77' }],
      extra: { conversation: 'c-1' },
    },
  });
});

test('bug: a post is answered by a post, or a call by a message nobody gets', () => {
  const source = { type: 'facebook-post', from: { name: 'Ann', address: 'a' }, to: [{ name: 'Page', address: 'p' }] };
  expect(routed({ channel: 'facebook', source }).source.type).toBe('facebook-comment');
  const call = of({ channel: 'aircall' });
  expect(() => routeOf({ message: call, reply, ownAddress: null })).toThrow('called');
  try {
    routeOf({ message: call, reply, ownAddress: null });
  } catch (error) {
    expect(problemOf(error).code).toBe('unsupported');
  }
});

test('bug: a reply follows a note, a bounce or our own mail instead of what the customer wrote', () => {
  const note = of({ id: 5, channel: 'internal-note', public: false });
  const bounce = of({ id: 4, sender: { email: 'mailer-daemon@example.com' } });
  const ours = of({ id: 3, from_agent: true });
  const theirs = of({ id: 2 });
  expect(messageToFollow([note, bounce, ours, theirs])?.id).toBe(2);
  expect(messageToFollow([note, bounce, ours])?.id).toBe(4);
  expect(messageToFollow([note, ours])?.id).toBe(3);
  expect(messageToFollow([note])).toBeNull();
  const begun = { from: mail.source.to[0], to: [mail.source.from], type: 'email' };
  expect(routed({ from_agent: true, source: begun, sender: { id: 5 } })).toMatchObject({
    receiver: { email: 'ann@example.com' },
    source: { from: { address: 'Support@example.com' }, to: [{ address: 'ann@example.com' }] },
  });
});

test('bug: a subject gathers “Re:”, in whatever width its colon is written', () => {
  const subjectFor = (subject: string): unknown => {
    const route = routeOf({ message: of({}), reply: { ...reply, subject }, ownAddress: null });
    return 'subject' in route ? route.subject : null;
  };
  expect([subjectFor('Re: A kettle'), subjectFor('RE：やかん'), subjectFor('')]).toEqual([
    'Re: A kettle',
    'RE：やかん',
    'Re:',
  ]);
});

test('bug: what an agent wrote becomes markup, or loses its lines', () => {
  const text = 'Use <b>"x"</b> & <script>alert(1)</script>\nsecond line\n\nnext paragraph';
  const { body_text: plain, body_html: html } = messageBody(text);
  expect(plain).toBe(text);
  expect(html).toBe(
    '<p>Use &lt;b&gt;&quot;x&quot;&lt;/b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;<br>second line</p>' +
      '<p>next paragraph</p>',
  );
});
