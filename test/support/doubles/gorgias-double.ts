import { openGorgiasConnector } from '#adapters/inbox/gorgias/gorgias-connector.ts';
import type { InboxConnector } from '#core/ports/inbox-connector.ts';
import type { GorgiasSettings } from '#shared/model/inbox.ts';
import { doubleFaults } from './double-faults.ts';
import { type FileShelf, fileShelf } from './double-files.ts';
import { type MacroShelf, macroShelf } from './double-macros.ts';
import { type Answer, type Asked, httpFaults, startFaultyServer } from './faulty-server.ts';
import { gorgiasRefusal } from './gorgias-list.ts';
import { gorgiasMacroPage, keptGorgiasMacros } from './gorgias-macros.ts';
import { type Changed, type GorgiasStore, type Posted, gorgiasStore, integrations } from './gorgias-store.ts';
import type { Fault, InboxDouble, TestTime } from './inbox-double.ts';

const key = 'gorgias-key-77c1e0';
const email = 'agnes@example.com';
const authorization = `Basic ${Buffer.from(`${email}:${key}`).toString('base64')}`;
export type GorgiasDouble = InboxDouble & {
  connector(over?: Partial<GorgiasSettings>): InboxConnector;
  readonly store: GorgiasStore;
  /** Queries of the lists that were asked for, and messages as they were posted. */
  readonly asked: readonly string[];
  readonly posted: readonly unknown[];
  /** How often the budget was overdrawn. */
  overdrawn(): number;
  /** What the key's owner is, and what is forbidden to them. */
  readonly owner: { role: string; forbidden: string };
};

/** Gorgias as its reference has it answer: 100 items a page, a bucket of 40 calls that leaks 2 a second. */
export async function startGorgiasDouble(time: TestTime): Promise<GorgiasDouble> {
  const faults = doubleFaults(time, ['cursor_expired']);
  const { content, serverNow } = faults;
  const store = gorgiasStore(serverNow, content);
  const bucket = leakyBucket(time);
  const shelf = macroShelf(serverNow);
  const files = fileShelf();
  const owner = { role: 'agent', forbidden: '' };
  const account: Account = { store, shelf, files, now: serverNow, content, asked: [], posted: [], owner };
  const server = await startFaultyServer({
    time,
    serverNow,
    faults: faults.switches,
    threadOf: ({ url }) => /^\/api\/tickets\/(\d+)/.exec(url.pathname)?.[1] ?? url.searchParams.get('ticket_id'),
    headers: bucket.headers,
    answer: (asked) => (bucket.isFull() ? bucket.refusal() : answerOf(account, asked)),
  });
  const settings = { kind: 'gorgias' as const, host: server.origin, email, firstSyncDays: 3650 };
  return {
    name: 'gorgias',
    // 409 is about identifiers that are taken, never about a ticket that has changed.
    shows: [...httpFaults.filter((fault) => fault !== 'conflict'), ...faults.inContent],
    settings,
    secret: key,
    origin: server.origin,
    requests: server.requests,
    store,
    asked: account.asked,
    posted: account.posted,
    overdrawn: bucket.overdrawn,
    owner: account.owner,
    connector: (over: Partial<GorgiasSettings> = {}) =>
      openGorgiasConnector({ settings: { ...settings, ...over }, key, now: () => time.now, times: server.times }),
    addConversation: (customer, texts) => store.add(customer, texts),
    customerWrites: (threadId, text) => void store.write(threadId, { body_text: text }),
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
    macros: () => keptGorgiasMacros(shelf),
    stop: server.stop,
  };
}

type Account = {
  readonly files: FileShelf;
  readonly now: () => number;
  readonly store: GorgiasStore;
  readonly shelf: MacroShelf;
  readonly content: Set<Fault>;
  readonly asked: string[];
  readonly posted: unknown[];
  readonly owner: { role: string; forbidden: string };
};

/** developers.gorgias.com, rate limits: `X-Gorgias-Account-Api-Call-Limit: 10/40` with every answer. */
function leakyBucket(time: TestTime) {
  const size = 40;
  let level = 0;
  let at = time.now;
  let refused = 0;
  const leaked = (): number => {
    level = Math.max(0, level - ((time.now - at) * size) / 20_000);
    at = time.now;
    return level;
  };
  return {
    isFull: () => leaked() > size - 1,
    refusal: (): Answer => {
      refused++;
      return { status: 429, body: { error: { msg: 'Too many requests' } }, headers: { 'retry-after': '1' } };
    },
    overdrawn: () => refused,
    headers: () => {
      level = Math.min(size, leaked() + 1);
      return { 'x-gorgias-account-api-call-limit': `${Math.ceil(level)}/${size}` };
    },
  };
}

function answerOf(account: Account, asked: Asked): Answer {
  if (asked.token !== authorization) return refused(401, 'Invalid credentials');
  if (account.owner.forbidden !== '' && asked.url.pathname.startsWith(account.owner.forbidden))
    return refused(403, 'Your role does not allow this');
  try {
    return routed(account, asked) ?? refused(404, 'Not found');
  } catch (error) {
    if (error instanceof Error && typeof error.cause === 'number') return refused(error.cause, error.message);
    throw error;
  }
}

function refused(status: number, msg: string): Answer {
  return { status, body: { error: { msg } } };
}

function routed(account: Account, asked: Asked): Answer | null {
  const { method, url, json } = asked;
  const { store, content, owner } = account;
  const { pathname, searchParams } = url;
  const [, kind, id] = /^\/api\/(\w+)(?:\/(\d+))?$/.exec(pathname) ?? [];
  if (method === 'GET' && (pathname === '/api/tickets' || pathname === '/api/messages')) account.asked.push(url.search);
  if (pathname === '/api/account') return ok({ domain: 'kettles' });
  if (pathname === '/api/macros') return ok(gorgiasMacroPage(account.shelf, searchParams, content));
  if (pathname === '/api/tickets') return ok(store.listTickets(searchParams));
  if (pathname === '/api/messages') {
    // The customer writes after the agent has read the thread and before the reply leaves.
    const threadId = searchParams.get('ticket_id');
    if (threadId !== null && content.delete('customer_writes_meanwhile'))
      store.write(threadId, { body_text: 'Wait, one more thing: is it dishwasher-safe?' });
    return ok(store.listMessages(searchParams));
  }
  if (kind === 'users' && id === '0') return ok({ ...agents[0], role: { name: owner.role } });
  if (pathname === '/api/users') return ok({ object: 'list', data: agents, meta: { next_cursor: null } });
  if (kind === 'integrations' && id !== undefined && Number(id) in integrations)
    return ok({ id: Number(id), type: 'email', meta: { address: integrations[Number(id)] } });
  if (kind === 'customers') return ok({ id: Number(id), ...record });
  if (pathname === '/api/upload' && method === 'POST') return uploaded(account, asked);
  const [, threadId, part] = /^\/api\/tickets\/(\d+)(\/messages)?$/.exec(pathname) ?? [];
  if (threadId === undefined || !store.threads().includes(threadId)) return null;
  if (method === 'PUT' && part === undefined) return { status: 202, body: store.change(threadId, checked(json)) };
  if (method !== 'POST' || part === undefined) return null;
  account.posted.push(json);
  const { attachments = [], ...message } = checkedMessage(json);
  const files = account.files.claim(attachments.map(({ url: at }) => Number(/(\d+)$/.exec(at)?.[1])));
  if (files.length < attachments.length) throw gorgiasRefusal(400, 'attachments');
  account.files.attach(
    threadId,
    files.map((file, i) => ({
      ...file,
      name: attachments[i]?.name ?? '',
      contentType: attachments[i]?.content_type ?? '',
    })),
  );
  return { status: 201, body: store.post(threadId, message) };
}

/** Upload files: one answer for each part; what a message names is the address. */
function uploaded({ files, now }: Account, { form, url }: Asked): Answer {
  const type = url.searchParams.get('type') ?? 'attachment';
  if (!['attachment', 'public_attachment'].includes(type) || form === null || form.files.length === 0)
    throw gorgiasRefusal(400, 'Nothing to upload');
  const body = form.files.map((file) => ({
    url: `https://attachments.example.com/${files.leave(file, now())}`,
    name: file.field,
    content_type: file.contentType,
    // The reference shows it as a text.
    size: String(file.bytes.length),
  }));
  return { status: 201, body };
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

const ticketFields: ReadonlySet<string> = new Set(['status', 'snooze_datetime', 'assignee_user', 'tags']);
const messageFields: ReadonlySet<string> = new Set(
  'channel via from_agent public sender receiver source subject body_text body_html external_id integration_id attachments'.split(
    ' ',
  ),
);

/** Unknown fields, roles and names are refused, as the reference says of 400. */
function checked(json: unknown): Changed {
  const changed = json as Changed;
  const unknown = Object.keys(changed).find((name) => !ticketFields.has(name));
  if (unknown !== undefined) throw gorgiasRefusal(400, `Unknown field: ${unknown}`);
  if (changed.status !== undefined && !['open', 'closed'].includes(changed.status)) throw gorgiasRefusal(400, 'status');
  const id = changed.assignee_user?.id ?? null;
  if (id !== null && !agents.some((agent) => agent.id === id)) throw gorgiasRefusal(400, 'assignee_user');
  if (changed.tags?.some((tag) => typeof tag.name !== 'string')) throw gorgiasRefusal(400, 'tags');
  return changed;
}

function checkedMessage(json: unknown): Posted {
  const posted = json as Posted;
  const unknown = Object.keys(posted).find((name) => !messageFields.has(name));
  if (unknown !== undefined) throw gorgiasRefusal(400, `Unknown field: ${unknown}`);
  if (!posted.channel || !posted.via || typeof posted.from_agent !== 'boolean') throw gorgiasRefusal(400, 'required');
  if (!agents.some((agent) => agent.email === posted.sender?.email)) throw gorgiasRefusal(400, 'sender');
  const isNote = posted.channel === 'internal-note';
  if (isNote !== (posted.public === false)) throw gorgiasRefusal(400, 'public');
  return posted;
}

const agents = [
  { id: 5, name: 'Agnes', email, active: true, role: { name: 'agent' } },
  { id: 8, name: 'Bao', email: 'bao@example.com', active: true, role: { name: 'admin' } },
  { id: 9, name: 'Zed', email: 'zed@example.com', active: false, role: { name: 'agent' } },
  { id: 10, name: 'Zero', email: 'x@email.gorgias.com', active: true, role: { name: 'bot' } },
];

const record = {
  name: 'ann',
  note: 'Likes copper',
  created_datetime: '2025-01-02T03:04:05.000000+00:00',
  channels: [{ type: 'phone', address: '+44 113 496 0000' }],
};
