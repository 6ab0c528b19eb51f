import { openLibredeskConnector } from '#adapters/inbox/libredesk/libredesk-connector.ts';
import { doubleFaults } from './double-faults.ts';
import { type FileShelf, fileShelf } from './double-files.ts';
import { type MacroShelf, macroShelf } from './double-macros.ts';
import { type Answer, type Asked, httpFaults, startFaultyServer } from './faulty-server.ts';
import type { Fault, InboxDouble, TestTime } from './inbox-double.ts';
import { keptLibredeskMacros, libredeskMacroRows } from './libredesk-macros.ts';
import { type LibredeskStore, type Posted, libredeskStore } from './libredesk-store.ts';

const apiKey = 'libredesk-key-77aa';
const secret = 'libredesk-secret-4f9a1c';
/** What the agent's role allows. */
const everything = ['conversations:read_all', 'conversations:read', 'messages:read', 'messages:write', 'tags:manage'];

type Installation = {
  readonly store: LibredeskStore;
  readonly shelf: MacroShelf;
  readonly files: FileShelf;
  readonly content: Set<Fault>;
  permissions: readonly string[];
  isOld: boolean;
};
type LibredeskDouble = InboxDouble & {
  readonly store: LibredeskStore;
  /** Takes rights from the agent's role. */
  forbid(...permissions: readonly string[]): void;
  /** Makes it a version that tells nothing of a new message and keeps no key of it. */
  turnOld(): void;
};

/** Libredesk as cmd/handlers.go routes it. Its API has no rate limit of its own: a 429 comes from a proxy before it. */
export async function startLibredeskDouble(time: TestTime): Promise<LibredeskDouble> {
  const faults = doubleFaults(time);
  const { content, serverNow } = faults;
  const store = libredeskStore(serverNow, content);
  const shelf = macroShelf(serverNow);
  const files = fileShelf();
  const installation: Installation = { store, shelf, files, content, permissions: everything, isOld: false };
  const server = await startFaultyServer({
    time,
    serverNow,
    faults: faults.switches,
    threadOf: ({ url }) => /\/conversations\/(?!all$)([^/]+)/.exec(url.pathname)?.[1] ?? null,
    answer: (asked) => enveloped(answerOf(installation, asked)),
  });
  const host = server.origin;
  const settings = { kind: 'libredesk' as const, host, apiKey, firstSyncDays: 3650 };
  return {
    name: 'libredesk',
    shows: [...httpFaults.filter((fault) => fault !== 'conflict'), ...faults.inContent],
    settings,
    secret,
    origin: server.origin,
    requests: server.requests,
    store,
    forbid: (...lost) => void (installation.permissions = everything.filter((each) => !lost.includes(each))),
    turnOld: () => void (installation.isOld = true),
    connector: () => openLibredeskConnector({ settings, secret, now: () => time.now, times: server.times }),
    addConversation: (customer, texts) => store.add(customer, texts),
    customerWrites: (threadId, text) => store.say(threadId, { type: 'incoming', content: `<p>${text}</p>` }),
    remove: store.remove,
    failReply: store.failLast,
    setFault: faults.set,
    clearFaults: faults.clear,
    threads: store.threads,
    wordsIn: store.wordsIn,
    repliesIn: store.repliesIn,
    filesIn: files.filesIn,
    factsOf: store.factsOf,
    addMacro: shelf.add,
    removeMacro: shelf.remove,
    macros: () => keptLibredeskMacros(shelf),
    stop: server.stop,
  };
}

/** internal/envelope: data, or a message with its type. */
function enveloped({ status, body }: Answer): Answer {
  if (status < 400) return { status, body: { status: 'success', data: body } };
  return { status, body: { status: 'error', message: body, data: null, error_type: 'GeneralException' } };
}

const denied: Answer = { status: 403, body: 'Permission denied' };

function answerOf(installation: Installation, asked: Asked): Answer {
  const { store, shelf, files, content, permissions } = installation;
  if (asked.token !== `token ${apiKey}:${secret}`) return { status: 401, body: 'Invalid credential' };
  const path = asked.url.pathname.replace('/api/v1/', '');
  if (path === 'agents/me') return { status: 200, body: { ...agents[0], roles: ['Agent'], permissions } };
  if (path === 'agents/compact') return { status: 200, body: agents };
  if (path === 'macros') return { status: 200, body: libredeskMacroRows(shelf, content) };
  if (path === 'tags' && asked.method === 'GET') return { status: 200, body: store.tags() };
  if (path === 'tags') {
    if (!permissions.includes('tags:manage')) return denied;
    const isNew = store.makeTag((asked.json as { name: string }).name);
    return isNew ? { status: 200, body: {} } : { status: 409, body: 'Tag already exists' };
  }
  if (path === 'media' && asked.method === 'POST') return uploaded(files, asked);
  if (path === 'conversations/all') {
    return permissions.includes('conversations:read_all') ? listed(store, asked.url.searchParams) : denied;
  }
  const [, threadId = '', part = ''] = /^conversations\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  if (!store.threads().includes(threadId)) return { status: 404, body: 'Conversation not found' };
  return asked.method === 'GET'
    ? read(installation, threadId, part, asked)
    : changed(installation, threadId, part, asked);
}

/** dbutil.BuildPaginatedQuery: what it cannot read is an internal error. */
function listed(store: LibredeskStore, query: URLSearchParams): Answer {
  const [leaf] = JSON.parse(query.get('filters') ?? '[]') as readonly Record<string, string>[];
  const [from, to] = (leaf?.['value'] ?? '').split(',').map((time) => microsecondsOf(time));
  const isFilter = leaf?.['model'] === 'conversations' && leaf['field'] === 'last_message_at';
  const isOrder = query.get('order') === 'desc' && query.get('order_by') === 'conversations.last_message_at';
  if (!isFilter || leaf['operator'] !== 'between' || !isOrder || !Number.isFinite(from) || !Number.isFinite(to))
    return { status: 500, body: 'Something went wrong' };
  return { status: 200, body: store.listed({ from: from ?? 0, to: to ?? 0 }, ...pagination(query)) };
}

/** getPagination in cmd/handlers.go, with the list's limit of the first versions. */
function pagination(query: URLSearchParams): [page: number, size: number] {
  const page = Number(query.get('page')) || 1;
  return [page, Math.min(100, Number(query.get('page_size')) || 30)];
}

function microsecondsOf(time: string): number {
  const micros = /\.\d{3}(\d{3})/.exec(time)?.[1] ?? '0';
  return Date.parse(time) * 1000 + Number(micros);
}

function read({ store, content }: Installation, threadId: string, part: string, asked: Asked): Answer {
  if (part === '') return { status: 200, body: store.detail(threadId) };
  if (part !== 'messages') return { status: 404, body: 'Not found' };
  // The customer writes after the agent has read the thread and before the reply leaves.
  if (content.delete('customer_writes_meanwhile'))
    store.say(threadId, { type: 'incoming', content: '<p>Wait, one more thing: is it dishwasher-safe?</p>' });
  return { status: 200, body: store.messages(threadId, ...pagination(asked.url.searchParams)) };
}

function changed(installation: Installation, threadId: string, part: string, { method, json }: Asked): Answer {
  const { store } = installation;
  const done: Answer = { status: 200, body: true };
  const change = json as { status?: string; assignee_id?: number; tags?: readonly string[] };
  switch (`${method} ${part}`) {
    case 'PUT status':
      if (!['Open', 'Resolved', 'Closed'].includes(change.status ?? '')) return { status: 400, body: 'Bad request' };
      store.setStatus(threadId, change.status ?? '');
      return done;
    case 'PUT assignee/user':
      if (!agents.some(({ id }) => id === change.assignee_id)) return { status: 400, body: 'Bad request' };
      store.assign(threadId, change.assignee_id ?? null);
      return done;
    case 'PUT assignee/user/remove':
      store.assign(threadId, null);
      return done;
    case 'POST tags':
      store.setTags(threadId, change.tags ?? []);
      return done;
    case 'POST messages':
      return posted(installation, threadId, json as Posted);
    default:
      return { status: 405, body: 'Method not allowed' };
  }
}

/** handleSendMessage and QueueReply: a mail without a recipient is an internal error. */
/** handleMediaUpload: the first of `files`, never an empty one, of 20 MB at most. */
function uploaded(files: FileShelf, { form }: Asked): Answer {
  const file = form?.files.find(({ field }) => field === 'files');
  if (file === undefined || file.bytes.length === 0) return { status: 400, body: 'No file found' };
  if (file.bytes.length > 20 * 1024 * 1024) return { status: 413, body: 'File is too large' };
  const id = files.leave(file, 0);
  return { status: 200, body: { id, uuid: `media-${id}`, filename: file.name, content_type: file.contentType } };
}

function posted({ store, files, isOld }: Installation, threadId: string, message: Posted): Answer {
  if (message.sender_type !== 'agent') return { status: 400, body: 'Something went wrong' };
  const needsRecipient = store.isMail(threadId) && !message.private;
  if (needsRecipient && !message.to?.[0]?.includes('@')) return { status: 500, body: '`to` is empty' };
  if (!message.private) files.attach(threadId, files.claim(message.attachments ?? []));
  const { echo_id: _, ...withoutKey } = message;
  const shown = store.post(threadId, isOld ? withoutKey : message);
  return { status: 200, body: isOld ? true : shown };
}

const agents = [
  { id: 5, first_name: 'Agnes', last_name: 'Tan', email: 'agnes@example.com', type: 'agent', enabled: true },
  { id: 8, first_name: 'Bao', last_name: '', email: 'bao@example.com', type: 'agent', enabled: true },
];
