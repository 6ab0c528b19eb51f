import { openFreshdeskConnector } from '#adapters/inbox/freshdesk/freshdesk-connector.ts';
import { doubleFaults } from './double-faults.ts';
import { type FileShelf, fileShelf } from './double-files.ts';
import { type MacroShelf, macroShelf } from './double-macros.ts';
import { type Answer, type Asked, httpFaults, startFaultyServer } from './faulty-server.ts';
import { freshdeskFolders, freshdeskResponses, keptFreshdeskMacros } from './freshdesk-macros.ts';
import { type Change, type FreshdeskStore, asHtml, freshdeskStore } from './freshdesk-store.ts';
import type { Fault, InboxDouble, TestTime } from './inbox-double.ts';

const key = 'freshdesk-key-9d21b7';
const authorization = `Basic ${btoa(`${key}:X`)}`;
/** Calls a minute of the Pro plan, and those of them that may list tickets ("Rate Limit"). */
const callsAMinute = 400;
const listsAMinute = 100;
const listPages = 300;

export type FreshdeskDouble = InboxDouble & {
  readonly store: FreshdeskStore;
  /** What agents or the plan may not do: requests whose path this matches are refused with this code, until lifted. */
  refuse(path: RegExp, code: string): () => void;
  /** Runs once, after the next answer to a request whose path and query this matches. */
  after(asked: RegExp, happens: () => void): void;
};

/** Freshdesk as developers.freshdesk.com/api documents it: pages of 100, 300 of them, no totals, calls that cost credits. */
export async function startFreshdeskDouble(time: TestTime): Promise<FreshdeskDouble> {
  const faults = doubleFaults(time);
  const { content, serverNow } = faults;
  const refusals: Array<readonly [path: RegExp, code: string]> = [];
  const hooks: Array<readonly [asked: RegExp, happens: () => void]> = [];
  const store = freshdeskStore(serverNow, content);
  const shelf = macroShelf(serverNow);
  const files = fileShelf();
  const budget = minuteBudget(serverNow);
  const server = await startFaultyServer({
    time,
    serverNow,
    faults: faults.switches,
    threadOf: ({ url }) => /\/tickets\/(\d+)/.exec(url.pathname)?.[1] ?? null,
    headers: budget.headers,
    answer(asked) {
      const answer =
        budget.spend(asked) ??
        refusalOf(refusals, asked) ??
        macrosAt(shelf, content, asked) ??
        answerOf(store, content, files, asked);
      const place = hooks.findIndex(([pattern]) => pattern.test(`${asked.url.pathname}${asked.url.search}`));
      if (place >= 0) hooks.splice(place, 1)[0]?.[1]();
      return answer;
    },
  });
  const settings = { kind: 'freshdesk' as const, host: server.origin, firstSyncDays: 3650 };
  return {
    name: 'freshdesk',
    shows: [...httpFaults.filter((fault) => fault !== 'conflict'), ...faults.inContent],
    settings,
    secret: key,
    origin: server.origin,
    requests: server.requests,
    store,
    refuse(path, code) {
      refusals.push([path, code]);
      return () => void (refusals.length = 0);
    },
    after: (asked, happens) => void hooks.push([asked, happens]),
    connector: () => openFreshdeskConnector({ settings, key, now: () => time.now, times: server.times }),
    addConversation: (customer, texts) => store.add(customer, texts),
    customerWrites: store.customerSays,
    remove: store.remove,
    setFault: faults.set,
    clearFaults: faults.clear,
    threads: store.threads,
    wordsIn: store.wordsIn,
    repliesIn: store.repliesIn,
    filesIn: files.filesIn,
    factsOf: store.factsOf,
    addMacro: shelf.add,
    removeMacro: shelf.remove,
    macros: () => keptFreshdeskMacros(shelf),
    stop: server.stop,
  };
}

/** Every embedded resource costs: two credits where there are many, one where there is one. */
function minuteBudget(serverNow: () => number) {
  const state = { minute: 0, used: 0, lists: 0, current: 0 };
  return {
    headers: () => ({
      'x-freshdesk-api-version': 'latest=v2; requested=v2',
      'x-ratelimit-total': String(callsAMinute),
      'x-ratelimit-remaining': String(Math.max(0, callsAMinute - state.used)),
      'x-ratelimit-used-currentrequest': String(state.current),
    }),
    spend({ method, url }: Asked): Answer | null {
      const minute = Math.floor(serverNow() / 60_000);
      if (minute !== state.minute) Object.assign(state, { minute, used: 0, lists: 0 });
      const isList = method === 'GET' && url.pathname === '/api/v2/tickets';
      const embedded = (url.searchParams.get('include') ?? '').split(',').filter((each) => each !== '').length;
      state.current = 1 + embedded * (isList ? 2 : 1);
      state.used += state.current;
      if (isList) state.lists++;
      if (state.used <= callsAMinute && (!isList || state.lists <= listsAMinute)) return null;
      const left = Math.ceil(((minute + 1) * 60_000 - serverNow()) / 1000);
      return {
        status: 429,
        body: { message: 'You have exceeded the limit of requests per minute' },
        headers: { 'retry-after': String(left) },
      };
    },
  };
}

function refusalOf(refusals: ReadonlyArray<readonly [RegExp, string]>, { url }: Asked): Answer | null {
  const refusal = refusals.find(([path]) => path.test(url.pathname));
  if (refusal === undefined) return null;
  return { status: 403, body: { code: refusal[1], message: 'You are not authorized to perform this action.' } };
}

const gone: Answer = { status: 404, body: '' };
const invalid = (field: string): Answer => ({
  status: 400,
  body: {
    description: 'Validation failed',
    errors: [{ field, message: 'It should not be there', code: 'invalid_field' }],
  },
});

/** What is asked of canned responses; null where something else is. */
function macrosAt(shelf: MacroShelf, content: ReadonlySet<Fault>, { url, token }: Asked): Answer | null {
  const found = /^\/api\/v2\/canned_response_folders(?:\/(\d+)\/responses)?$/.exec(url.pathname);
  if (found === null || token !== authorization) return null;
  const [, folderId] = found;
  if (folderId === undefined)
    return url.search === '' ? { status: 200, body: freshdeskFolders(shelf) } : invalid('page');
  const responses = freshdeskResponses(shelf, Number(folderId), content);
  return responses === null ? gone : pageOf(url, [], responses);
}

function answerOf(store: FreshdeskStore, content: Set<Fault>, files: FileShelf, asked: Asked): Answer {
  const { method, url, json, token } = asked;
  if (token !== authorization) {
    const message = 'You have to be logged in to perform this action.';
    return { status: 401, body: { code: 'invalid_credentials', message } };
  }
  const path = url.pathname.replace(/^\/api\/v2\//, '');
  if (path === 'agents/me') return { status: 200, body: agents[0] };
  if (path === 'agents') return pageOf(url, [], agents);
  const [, contactId] = /^contacts\/(\d+)$/.exec(path) ?? [];
  if (contactId !== undefined) {
    const contact = store.contact(contactId);
    return contact === null ? gone : { status: 200, body: contact };
  }
  if (path === 'tickets') return listed(store, url);
  const [, ticketId = '', part] = /^tickets\/(\d+)(?:\/(\w+))?$/.exec(path) ?? [];
  if (!store.isThere(ticketId)) return gone;
  // Deleted tickets can be looked at, and no more.
  if (store.isDeleted(ticketId) && (method !== 'GET' || part !== undefined))
    return method === 'PUT' ? { status: 405, body: '' } : gone;
  // The customer writes after the agent has read the ticket and before the reply leaves.
  if (method === 'GET' && content.delete('customer_writes_meanwhile'))
    store.customerSays(ticketId, 'Wait, one more thing: is it dishwasher-safe?');
  if (method === 'PUT') return { status: 200, body: store.change(ticketId, json as Change) };
  if (method === 'GET' && part === undefined) return viewed(store, ticketId, url);
  if (part === 'conversations') {
    const answer = pageOf(url, [], store.conversationsOf(ticketId));
    if (answer.status !== 200) return answer;
    return { ...answer, body: store.shownConversations(answer.body as never, ticketId) };
  }
  if (part === 'reply' && asked.form !== null) {
    const { form } = asked;
    const [other] = form.files.filter(({ field }) => field !== 'attachments[]');
    if (other !== undefined) return invalid(other.field);
    if (form.files.reduce((sum, { bytes }) => sum + bytes.length, 0) > mostAttached) return invalid('attachments');
    const answer = replied(store, ticketId, form.fields);
    if (answer.status === 201) files.attach(ticketId, form.files);
    return answer;
  }
  if (part === 'reply') return replied(store, ticketId, json);
  if (part !== 'notes') return gone;
  const { body, private: isPrivate } = json as { readonly body: string; readonly private: boolean };
  return { status: 201, body: store.post(ticketId, body, isPrivate) };
}

/** "The total size of all the ticket's attachments cannot exceed 20MB". */
const mostAttached = 20 * 1024 * 1024;

function replied(store: FreshdeskStore, ticketId: string, json: unknown): Answer {
  const {
    body,
    structured_body: structured,
    ...others
  } = json as {
    readonly body?: string;
    readonly structured_body?: {
      readonly body_contents: ReadonlyArray<{ readonly data: { readonly content: string } }>;
    };
  };
  const [other] = Object.keys(others);
  if (other !== undefined) return invalid(other);
  if (store.isChat(ticketId)) {
    const text = structured?.body_contents.map(({ data }) => data.content).join('\n');
    return text === undefined ? invalid('body') : { status: 201, body: store.post(ticketId, asHtml(text), false) };
  }
  return body === undefined ? invalid('structured_body') : { status: 201, body: store.post(ticketId, body, false) };
}

function listed(store: FreshdeskStore, url: URL): Answer {
  const since = Date.parse(url.searchParams.get('updated_since') ?? '');
  if (Number.isNaN(since)) return invalid('updated_since');
  if (url.searchParams.get('order_by') !== 'updated_at' || url.searchParams.get('order_type') !== 'asc')
    return invalid('order_by');
  if (Number(url.searchParams.get('page') ?? 1) > listPages) return invalid('page');
  const answer = pageOf(url, ['updated_since', 'order_by', 'order_type', 'include'], store.changedSince(since));
  return answer.status === 200 ? { ...answer, body: store.shownTickets(answer.body as never) } : answer;
}

function viewed(store: FreshdeskStore, ticketId: string, url: URL): Answer {
  const other = [...url.searchParams.keys()].find((name) => name !== 'include');
  if (other !== undefined) return invalid(other);
  return { status: 200, body: store.shown(ticketId, url.searchParams.get('include') ?? '') };
}

/** A page of a list; more than 100 at once, and what it does not know, is an error ("Pagination"). */
function pageOf(url: URL, known: readonly string[], items: readonly unknown[]): Answer {
  const other = [...url.searchParams.keys()].find((name) => !['page', 'per_page', ...known].includes(name));
  if (other !== undefined) return invalid(other);
  const size = Number(url.searchParams.get('per_page') ?? 30);
  const page = Number(url.searchParams.get('page') ?? 1);
  if (!(size >= 1 && size <= 100)) return invalid('per_page');
  if (!(page >= 1)) return invalid('page');
  const next = new URL(url);
  next.searchParams.set('page', String(page + 1));
  const link = { link: `<https://kettles.freshdesk.com${next.pathname}${next.search}>; rel="next"` };
  const headers = items.length > page * size ? link : {};
  return { status: 200, body: items.slice((page - 1) * size, page * size), headers };
}

const agents = [
  { id: 432, deactivated: false, ticket_scope: 1, contact: { name: 'Agnes', email: 'agnes@example.com' } },
  { id: 508, deactivated: false, ticket_scope: 1, contact: { name: 'Bao', email: 'bao@example.com' } },
  { id: 377, deactivated: true, ticket_scope: 1, contact: { name: 'Cleo', email: 'cleo@example.com' } },
];
