import { openChatwootConnector } from '#adapters/inbox/chatwoot/chatwoot-connector.ts';
import { type ChatwootStore, chatwootStore } from './chatwoot-store.ts';
import { faultSwitches } from './fault-switches.ts';
import { type Answer, type Asked, httpFaults, startFaultyServer } from './faulty-server.ts';
import type { Fault, InboxDouble, StartDouble } from './inbox-double.ts';

const token = 'chatwoot-token-4f9a1c';
const accountId = 3;
const skews: Partial<Record<Fault, number>> = { clock_ahead: 5 * 60_000, clock_behind: -5 * 60_000 };
const contentFaults = [
  'duplicate_delivery',
  'out_of_order',
  'html_only',
  'clock_ahead',
  'clock_behind',
  'other_scripts',
  'missing_attachment',
  'customer_writes_meanwhile',
] as const satisfies readonly Fault[];

/** Chatwoot as app/finders and app/views/api/v1 make it answer: 25 conversations and 100 messages a page, no totals. */
export const startChatwootDouble: StartDouble = async (time) => {
  const faults = faultSwitches();
  const content = new Set<Fault>();
  const serverNow = (): number => time.now + [...content].reduce((sum, fault) => sum + (skews[fault] ?? 0), 0);
  const store = chatwootStore(serverNow, content);
  const server = await startFaultyServer({
    time,
    serverNow,
    faults,
    isThreads: ({ url }) => url.pathname.endsWith('/messages'),
    answer: (asked) => answerOf(store, content, asked),
  });
  const double: InboxDouble = {
    name: 'chatwoot',
    shows: [...httpFaults, ...contentFaults],
    secret: token,
    origin: server.origin,
    requests: server.requests,
    connector: () =>
      openChatwootConnector({
        settings: { kind: 'chatwoot', host: server.origin, accountId, inboxId: null },
        token,
        now: () => time.now,
        times: server.times,
      }),
    addConversation: store.add,
    customerWrites: (threadId, text) => store.say(threadId, { message_type: 0, content: text }),
    remove: store.remove,
    setFault(fault, scope) {
      if ((contentFaults as readonly Fault[]).includes(fault)) content.add(fault);
      else faults.set(fault, scope);
    },
    clearFaults() {
      faults.clear();
      content.clear();
    },
    threads: store.threads,
    wordsIn: store.wordsIn,
    repliesIn: store.repliesIn,
    stop: server.stop,
  };
  return double;
};

function answerOf(store: ChatwootStore, content: Set<Fault>, asked: Asked): Answer {
  if (asked.token !== token) return { status: 401, body: { errors: ['Invalid Access Token'] } };
  const { pathname, searchParams } = asked.url;
  if (pathname === '/api/v1/profile') return { status: 200, body: profile };
  const [, path] = /^\/api\/v1\/accounts\/3\/(.*)$/.exec(pathname) ?? [];
  if (path === 'inboxes') return { status: 200, body: { payload: [{ id: 9, name: 'Web chat' }] } };
  if (path === 'conversations') {
    // The customer writes after the desk has read the thread and before the reply leaves.
    if (content.delete('customer_writes_meanwhile')) store.newestWrites('Wait, one more thing: is it dishwasher-safe?');
    return { status: 200, body: store.listed(Number(searchParams.get('page') ?? 1)) };
  }
  const [, threadId] = /^conversations\/(\d+)\/messages$/.exec(path ?? '') ?? [];
  if (threadId === undefined || !store.threads().includes(threadId))
    return { status: 404, body: { error: 'Not found' } };
  if (asked.method === 'GET') return { status: 200, body: store.messages(threadId, searchParams) };
  return {
    status: 200,
    body: store.reply(threadId, asked.json as { readonly content: string; readonly echo_id: string }),
  };
}

const profile = {
  id: 5,
  name: 'Agnes',
  email: 'agnes@example.com',
  accounts: [{ id: accountId, name: 'The Kettle Shop', role: 'agent' }],
};
