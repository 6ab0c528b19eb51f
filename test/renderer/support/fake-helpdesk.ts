import type { HelpdeskThread } from '#shared/model/helpdesk.ts';
import type { Handlers } from '#shared/rpc/server.ts';

type HelpdeskName = Extract<keyof Handlers, `helpdesk.${string}`>;

const assignees = [
  { id: '5', name: 'Agnes Park' },
  { id: '8', name: 'Bao Nguyen' },
];

/** A made-up helpdesk: every thread begins alike and keeps what is set. */
export function fakeHelpdeskHandlers(): Pick<Handlers, HelpdeskName> {
  const threads = new Map<string, HelpdeskThread>();
  const plain: HelpdeskThread = {
    status: 'open',
    assignee: null,
    tags: ['vip'],
    customer: {
      name: 'Curtis Bell',
      address: 'curtis@customer.example',
      phone: '+44 20 7946 0958',
      since: Date.UTC(2024, 2, 3),
      tags: ['wholesale'],
      note: 'Prefers a call back in the afternoon.',
    },
  };
  const threadOf = (conversationId: string): HelpdeskThread => threads.get(conversationId) ?? plain;
  function changed(conversationId: string, change: Partial<HelpdeskThread>): HelpdeskThread {
    const thread = { ...threadOf(conversationId), ...change };
    threads.set(conversationId, thread);
    return thread;
  }
  return {
    'helpdesk.read': ({ conversationId }) => ({ thread: threadOf(conversationId), assignees }),
    'helpdesk.note': () => ({}),
    'helpdesk.setStatus': ({ conversationId, status }) => changed(conversationId, { status }),
    'helpdesk.assign': ({ conversationId, assigneeId }) =>
      changed(conversationId, { assignee: assignees.find(({ id }) => id === assigneeId) ?? null }),
    'helpdesk.setTags': ({ conversationId, tags }) => changed(conversationId, { tags }),
  };
}
