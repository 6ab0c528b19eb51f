import type { HttpTimes } from '#adapters/http/json-client.ts';
import { openZendeskConnector } from '#adapters/inbox/zendesk/zendesk-connector.ts';
import { doubleFaults } from './double-faults.ts';
import { type FileShelf, fileShelf } from './double-files.ts';
import { type MacroShelf, macroShelf } from './double-macros.ts';
import { type Answer, type Asked, httpFaults, startFaultyServer } from './faulty-server.ts';
import type { Fault, InboxDouble, TestTime } from './inbox-double.ts';
import { type DynamicTexts, keptZendeskMacros, zendeskDynamicContent, zendeskMacroPage } from './zendesk-macros.ts';
import { type TicketState, type Update, type ZendeskStore, agents, zendeskStore } from './zendesk-store.ts';

const token = 'zendesk-token-8c21f7';
const email = 'agnes@example.com';
/** Requests a minute: of the account (Team plan), of its list of tickets (Sandbox), of updates; and of one ticket in ten. */
const limits = { account: 200, list: 100, updates: 100, ticket: 30 };

export type ZendeskDouble = InboxDouble & {
  /** Makes a ticket one that was closed, or that came by messaging. */
  alter(threadId: string, to: TicketState): void;
  readonly times: HttpTimes;
  /** What `{{dc.…}}` stands for, by name; null where the plan has none. */
  readonly dynamic: { texts: DynamicTexts | null };
};

/** Zendesk as its reference says it answers: lists by cursor, at most 100 a page, and three budgets in its headers. */
export async function startZendeskDouble(time: TestTime): Promise<ZendeskDouble> {
  const faults = doubleFaults(time, ['cursor_expired']);
  const { content, serverNow } = faults;
  const store = zendeskStore(serverNow, content);
  const budgets = requestBudgets(time);
  const shelf = macroShelf(serverNow);
  const files = fileShelf();
  const dynamic: ZendeskDouble['dynamic'] = { texts: new Map() };
  const server = await startFaultyServer({
    time,
    serverNow,
    faults: faults.switches,
    threadOf: ({ url }) => /\/tickets\/(\d+)/.exec(url.pathname)?.[1] ?? null,
    answer: (asked) =>
      budgets.spend(asked) ??
      macrosAt({ shelf, texts: dynamic.texts, content }, asked) ??
      answerOf({ store, files, now: serverNow }, asked),
    headers: budgets.headers,
  });
  const settings = { kind: 'zendesk' as const, host: server.origin, email, firstSyncDays: 3650 };
  return {
    name: 'zendesk',
    shows: [...httpFaults, ...faults.inContent],
    settings,
    secret: token,
    origin: server.origin,
    requests: server.requests,
    connector: () => openZendeskConnector({ settings, token, now: () => time.now, times: server.times }),
    addConversation: store.add,
    customerWrites: store.customerWrites,
    alter: store.alter,
    times: server.times,
    dynamic,
    remove: store.remove,
    setFault(fault, scope) {
      // What is read cannot conflict.
      if (fault !== 'conflict') faults.set(fault, scope);
      else if (scope.on !== 'reading') faults.set(fault, { ...scope, on: 'sending' });
    },
    clearFaults: faults.clear,
    threads: store.threads,
    wordsIn: store.wordsIn,
    repliesIn: store.repliesIn,
    filesIn: files.filesIn,
    factsOf: store.factsOf,
    addMacro: shelf.add,
    removeMacro: shelf.remove,
    macros: () => keptZendeskMacros(shelf),
    stop: server.stop,
  };
}

const notFound: Answer = { status: 404, body: { error: 'RecordNotFound', description: 'Not found' } };
const expected = `Basic ${Buffer.from(`${email}/token:${token}`).toString('base64')}`;

type Shelf = { readonly shelf: MacroShelf; readonly texts: DynamicTexts | null; readonly content: Set<Fault> };

/** What is asked of macros; null where something else is. */
function macrosAt({ shelf, texts, content }: Shelf, { token: credentials, url }: Asked): Answer | null {
  if (credentials !== expected) return null;
  if (url.pathname === '/api/v2/macros.json') return zendeskMacroPage(shelf, url.searchParams, content);
  if (url.pathname !== '/api/v2/dynamic_content/items.json') return null;
  if (texts === null) return { status: 403, body: { error: 'You do not have access to this page.' } };
  return zendeskDynamicContent(texts, url.searchParams, content);
}

type Account = { readonly store: ZendeskStore; readonly files: FileShelf; readonly now: () => number };

function answerOf({ store, files, now }: Account, asked: Asked): Answer {
  const { token: credentials, url, method, json } = asked;
  if (credentials !== expected) return { status: 401, body: { error: "Couldn't authenticate you" } };
  const { pathname, searchParams: query } = url;
  if (pathname === '/api/v2/users/me.json') return { status: 200, body: { user: agents[0] } };
  if (pathname === '/api/v2/users.json') {
    const roles = query.getAll('role[]');
    const users = agents.filter(({ role }) => roles.includes(role)).map((user) => ({ ...user, active: true }));
    return { status: 200, body: { users, meta: { has_more: false, after_cursor: null } } };
  }
  if (pathname === '/api/v2/search/count.json') return store.count(query.get('query') ?? '');
  if (pathname === '/api/v2/tickets.json') return store.list(query);
  if (pathname === '/api/v2/uploads.json' && method === 'POST') return uploaded(files, now(), asked);
  const [, threadId, part] = /^\/api\/v2\/tickets\/(\d+)(\/comments)?\.json$/.exec(pathname) ?? [];
  if (threadId === undefined || !store.has(threadId)) return notFound;
  if (part !== undefined) return store.comments(threadId, query);
  if (method === 'PUT') {
    const update = (json as { readonly ticket: Update }).ticket;
    const answer = store.update(threadId, update);
    const tokens = update.comment?.uploads ?? [];
    const numbers = tokens.map((each) => Number(each.replace('upload-', '')));
    if (answer.status === 200) files.attach(threadId, files.claim(numbers, now() - tokenLifeMs));
    return answer;
  }
  return store.detail(threadId, query);
}

const tokenLifeMs = 3_600_000;
const mostUploaded = 50 * 1024 * 1024;

/** "Upload Files": the name in the query, the bytes as they are; the token lasts an hour. */
function uploaded(files: FileShelf, at: number, { url, body, contentType }: Asked): Answer {
  const name = url.searchParams.get('filename') ?? '';
  if (name === '' || contentType === '' || body.length === 0)
    return { status: 400, body: { error: 'AttachmentUnprocessable' } };
  if (body.length > mostUploaded) return { status: 413, body: { error: 'AttachmentTooLarge' } };
  const number = files.leave({ name, contentType, bytes: body }, at);
  const attachment = { id: number, file_name: name, content_type: contentType, size: body.length };
  const expires_at = new Date(at + tokenLifeMs).toISOString();
  return { status: 201, body: { upload: { token: `upload-${number}`, expires_at, attachment } } };
}

/** Counts requests by the minute and refuses those beyond. */
function requestBudgets(time: TestTime) {
  const minute = 60_000;
  const spent = new Map<string, { readonly window: number; count: number }>();
  const count = (key: string, lengthMs: number, add: number): number => {
    const window = Math.floor(time.now / lengthMs);
    const known = spent.get(key);
    const current = known?.window === window ? known : { window, count: 0 };
    current.count += add;
    spent.set(key, current);
    return current.count;
  };
  const resets = (lengthMs = minute): number => Math.ceil((lengthMs - (time.now % lengthMs)) / 1000);
  return {
    spend({ method, url }: Asked): Answer | null {
      const over: number[] = [];
      if (count('account', minute, 1) > limits.account) over.push(resets());
      if (url.pathname === '/api/v2/tickets.json' && count('list', minute, 1) > limits.list) over.push(resets());
      if (method === 'PUT' && count('updates', minute, 1) > limits.updates) over.push(resets());
      if (method === 'PUT' && count(url.pathname, 10 * minute, 1) > limits.ticket) over.push(resets(10 * minute));
      if (over.length === 0) return null;
      const body = { error: 'APIRateLimitExceeded', description: 'Number of allowed API requests per minute exceeded' };
      return { status: 429, body, headers: { 'retry-after': String(Math.max(...over)) } };
    },
    headers(): Readonly<Record<string, string>> {
      const left = String(Math.max(0, limits.account - count('account', minute, 0)));
      const listLeft = Math.max(0, limits.list - count('list', minute, 0));
      return {
        'x-rate-limit': String(limits.account),
        'x-rate-limit-remaining': left,
        'ratelimit-limit': String(limits.account),
        'ratelimit-remaining': left,
        'ratelimit-reset': String(resets()),
        'zendesk-ratelimit-tickets-index': `total=${limits.list}; remaining=${listLeft}; resets=${resets()}`,
      };
    },
  };
}
