import type { OutgoingReply } from '#core/ports/inbox-connector.ts';
import { AppError } from '#shared/errors.ts';
import type { GorgiasAddress, GorgiasMessage } from './gorgias-shapes.ts';
import { automaticKindOf, channelOf, roleOf } from './read-message.ts';

/** The message that shows the way: the last a customer wrote, of a person where there is one; else the last sent. */
export function messageToFollow(newestFirst: readonly GorgiasMessage[]): GorgiasMessage | null {
  const customers = newestFirst.filter((message) => roleOf(message) === 'customer');
  const agents = newestFirst.filter((message) => roleOf(message) === 'agent');
  return customers.find((message) => automaticKindOf(message) === null) ?? customers[0] ?? agents[0] ?? null;
}

/** A post, a mention, a review are answered by a comment beneath them (what Gorgias' own window sends). */
const answers: Readonly<Record<string, string>> = {
  'facebook-post': 'facebook-comment',
  'facebook-mention-post': 'facebook-mention-comment',
  'facebook-review': 'facebook-review-comment',
  'instagram-media': 'instagram-comment',
  'instagram-ad-media': 'instagram-ad-comment',
  'instagram-mention-media': 'instagram-mention-comment',
  'yotpo-review': 'yotpo-review-public-comment',
};

/** Forms are answered by mail, and so is what another program has handed in. */
export function isAnsweredByMail({ channel }: GorgiasMessage): boolean {
  return !channel || channel === 'api' || channelOf(channel) === 'email';
}

type RouteInput = {
  readonly message: GorgiasMessage;
  readonly reply: Pick<OutgoingReply, 'toAddress' | 'toName' | 'subject'>;
  /** The mail address of the integration the message came by, where it has one. */
  readonly ownAddress: string | null;
};

/** How a reply goes back the way a message came. Errors: `unsupported` for a telephone call. */
export function routeOf({ message, reply, ownAddress }: RouteInput) {
  const { theirs, ours } = sidesOf(message);
  const integration = { integration_id: message.integration_id ?? undefined };
  if (channelOf(message.channel) === 'phone') {
    throw new AppError('unsupported', 'The customer has called: there is no way to answer in writing');
  }
  if (!isAnsweredByMail(message)) {
    const type = message.source?.type ?? message.channel ?? '';
    const extra = message.source?.extra ?? undefined;
    const source = { type: answers[type] ?? type, from: addressed(ours), to: [addressed(theirs)], extra };
    return { channel: message.channel ?? '', ...integration, receiver: receiverOf(message, null), source };
  }
  const to = mailTo(message, reply.toAddress, theirs?.address ?? '');
  const from = ownAddress ?? ours?.address ?? null;
  const isNamed = ours?.address?.toLowerCase() === from?.toLowerCase();
  return {
    channel: 'email',
    ...integration,
    receiver: receiverOf(message, to),
    subject: subjectOf(reply.subject || (message.subject ?? '')),
    source: {
      type: 'email',
      from: addressed({ address: from, name: isNamed ? ours?.name : null }),
      to: [addressed({ address: to, name: reply.toName || theirs?.name })],
    },
  };
}

function sidesOf({ from_agent: isOurs, source }: GorgiasMessage) {
  const from = source?.from ?? null;
  const to = source?.to?.[0] ?? null;
  return isOurs === true ? { theirs: to, ours: from } : { theirs: from, ours: to };
}

/** Gorgias knows whose mail it is where a form or a reply-to stands between. */
function mailTo(message: GorgiasMessage, known: string, given: string): string {
  if (message.from_agent === true) return given || known;
  return automaticKindOf(message) === null ? message.sender?.email || given || known : known || given;
}

function receiverOf(message: GorgiasMessage, address: string | null) {
  const id = message.from_agent === true ? null : (message.sender?.id ?? null);
  if (id !== null) return { id };
  return address === null || address === '' ? undefined : { email: address };
}

function addressed(side: GorgiasAddress | null) {
  return { address: side?.address ?? undefined, name: side?.name ?? undefined };
}

function subjectOf(subject: string): string {
  return /^re\s*[:：]/i.test(subject) ? subject : `Re: ${subject}`.trim();
}
