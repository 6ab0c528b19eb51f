import { openChatwootConnector } from '#adapters/inbox/chatwoot/chatwoot-connector.ts';
import { cannedResponses, keptCannedResponses } from './chatwoot-macros.ts';
import { type ChatwootStore, type Change, type Posted, chatwootStore } from './chatwoot-store.ts';
import { doubleFaults } from './double-faults.ts';
import { type FileShelf, fileShelf } from './double-files.ts';
import { type MacroShelf, macroShelf } from './double-macros.ts';
import { type Answer, type Asked, httpFaults, startFaultyServer } from './faulty-server.ts';
import type { Fault, StartDouble } from './inbox-double.ts';

const token = 'chatwoot-token-4f9a1c';
const accountId = 3;
/** Chatwoot as app/finders and app/views/api/v1 make it answer: 25 conversations and 100 messages a page, no totals. */
export const startChatwootDouble: StartDouble = async (time) => {
  const faults = doubleFaults(time);
  const { content, serverNow } = faults;
  const store = chatwootStore(serverNow, content);
  const shelf = macroShelf(serverNow);
  const files = fileShelf();
  const server = await startFaultyServer({
    time,
    serverNow,
    faults: faults.switches,
    threadOf: ({ url }) => /\/conversations\/(\d+)\/messages$/.exec(url.pathname)?.[1] ?? null,
    answer: (asked) => answerOf({ store, shelf, files, content }, asked),
  });
  const host = server.origin;
  const settings = { kind: 'chatwoot' as const, host, accountId, inboxId: null, firstSyncDays: 3650 };
  return {
    name: 'chatwoot',
    shows: [...httpFaults.filter((fault) => fault !== 'conflict'), ...faults.inContent],
    settings,
    secret: token,
    origin: server.origin,
    requests: server.requests,
    connector: () => openChatwootConnector({ settings, token, now: () => time.now, times: server.times }),
    addConversation: store.add,
    customerWrites: (threadId, text) => store.say(threadId, { message_type: 0, content: text }),
    remove: store.remove,
    failReply: store.failReply,
    setFault: faults.set,
    clearFaults: faults.clear,
    threads: store.threads,
    wordsIn: store.wordsIn,
    repliesIn: store.repliesIn,
    filesIn: files.filesIn,
    factsOf: store.factsOf,
    addMacro: shelf.add,
    removeMacro: shelf.remove,
    macros: () => keptCannedResponses(shelf),
    stop: server.stop,
  };
};

type Account = {
  readonly store: ChatwootStore;
  readonly shelf: MacroShelf;
  readonly files: FileShelf;
  readonly content: Set<Fault>;
};

function answerOf({ store, shelf, files, content }: Account, asked: Asked): Answer {
  if (asked.token !== token) return { status: 401, body: { errors: ['Invalid Access Token'] } };
  const { pathname, searchParams } = asked.url;
  if (pathname === '/api/v1/profile') return { status: 200, body: profile };
  const [, path] = /^\/api\/v1\/accounts\/3\/(.*)$/.exec(pathname) ?? [];
  if (path === 'inboxes') return { status: 200, body: { payload: [{ id: 9, name: 'Web chat' }] } };
  if (path === 'conversations') {
    return { status: 200, body: store.listed(Number(searchParams.get('page') ?? 1)) };
  }
  if (path === 'agents') return { status: 200, body: agents };
  if (path === 'canned_responses') return cannedResponses(shelf, content);
  const [, threadId, part] = /^conversations\/(\d+)(?:\/(\w+))?$/.exec(path ?? '') ?? [];
  if (threadId === undefined || !store.threads().includes(threadId))
    return { status: 404, body: { error: 'Not found' } };
  if (part === undefined) return { status: 200, body: store.detail(threadId, agents) };
  if (part !== 'messages') return { status: 200, body: store.change(threadId, part, asked.json as Change) };
  // The customer writes after the agent has read the thread and before the reply leaves.
  if (asked.method === 'GET' && content.delete('customer_writes_meanwhile'))
    store.say(threadId, { message_type: 0, content: 'Wait, one more thing: is it dishwasher-safe?' });
  if (asked.method === 'GET') return { status: 200, body: store.messages(threadId, searchParams) };
  if (asked.form === null) return { status: 200, body: store.post(threadId, asked.json as Posted) };
  const { fields, files: posted } = asked.form;
  // messages_controller.rb: fifteen at most, 40 MB each; in Ruby any text is true.
  const isTooMuch = posted.length > 15 || posted.some(({ bytes }) => bytes.length > 40 * 1024 * 1024);
  if (isTooMuch || posted.some(({ field }) => field !== 'attachments[]'))
    return { status: 422, body: { error: 'Attachments exceeded maximum allowed' } };
  files.attach(threadId, posted);
  const message = { content: '', ...fields, private: fields['private'] !== undefined };
  return { status: 200, body: store.post(threadId, message as unknown as Posted) };
}

const agents = [
  { id: 5, name: 'Agnes', email: 'agnes@example.com' },
  { id: 8, name: 'Bao', email: 'bao@example.com' },
];

const profile = {
  id: 5,
  name: 'Agnes',
  email: 'agnes@example.com',
  accounts: [{ id: accountId, name: 'The Kettle Shop', role: 'agent' }],
};
