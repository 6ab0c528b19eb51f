import type { ListedThreads, ReadThread, ThreadSource } from '../helpdesk/thread-sweep.ts';
import { type FreshdeskApi, type NumberedPage, lastListPage } from './freshdesk-api.ts';
import { PendingTicket, TicketSweep, overlapMs, sweepFrom, withRead } from './freshdesk-cursor.ts';
import type { ListedTicket } from './freshdesk-shapes.ts';
import { frameOf } from './read-conversation.ts';
import { type LastPages, readTicket } from './read-ticket.ts';

const dayMs = 86_400_000;
const second = 1000;

/** The tickets of an account that the key's owner sees. */
export function freshdeskSource(
  api: FreshdeskApi,
  lastPages: LastPages,
  firstSyncDays: number,
  now: () => number,
): ThreadSource<TicketSweep, PendingTicket> {
  return {
    listSchema: TicketSweep,
    threadSchema: PendingTicket,
    start() {
      const from = Math.floor((now() - firstSyncDays * dayMs) / second) * second;
      return sweepFrom(from, { newest: from, read: {}, long: {} });
    },
    async listOn(sweep, signal) {
      for (const [id, [page]] of Object.entries(sweep.long)) lastPages.set(id, Math.max(page, lastPages.get(id) ?? 1));
      // Whether the list gives what changed in the very second asked for, or after it, is not documented.
      return listedOf(sweep, await api.tickets(sweep.from - second, sweep.page, signal));
    },
    readOn: (ticket, sweep, signal) => nextWords(api, lastPages, ticket, sweep, now(), signal),
    nextSweep: (sweep) => sweepFrom(sweep.newest - overlapMs, sweep),
  };
}

/** What a page of the list adds to the sweep, and where to go on. */
export function listedOf(
  sweep: TicketSweep,
  { items, hasMore }: NumberedPage<ListedTicket>,
): ListedThreads<TicketSweep, PendingTicket> {
  const tickets = [...new Map(items.map((ticket) => [ticket.id, ticket])).values()];
  const seen = new Set(sweep.run);
  const inRun = tickets.filter((ticket) => ticket.updated_at <= sweep.from);
  const found = inRun.filter((ticket) => !seen.has(ticket.id));
  // On a further page they may not be all: they come again.
  const later = sweep.page === 1 ? tickets.filter((ticket) => ticket.updated_at > sweep.from) : [];
  const list = {
    ...sweep,
    newest: Math.max(sweep.newest, ...[...inRun, ...later].map((ticket) => ticket.updated_at)),
    run: [...sweep.run, ...found.map((ticket) => ticket.id)],
    met: sweep.met + inRun.length,
  };
  const isListed = sweep.page === 1 && !hasMore;
  const isRunOver = !hasMore || inRun.length < tickets.length || sweep.page >= lastListPage;
  const next = isListed ? list : later.length > 0 ? goneOn(list, later) : isRunOver ? runAfter(list) : nextPage(list);
  return { list: next, threads: pendingOf([...found, ...later], sweep), isListed, total: null };
}

/** The list from the newest change seen on; what was seen of that second, and of the one before, will come again. */
function goneOn(sweep: TicketSweep, later: readonly ListedTicket[]): TicketSweep {
  const newest = Math.max(...later.map((ticket) => ticket.updated_at));
  const again = later.filter((ticket) => ticket.updated_at >= newest - second).map((ticket) => ticket.id);
  return { ...sweepFrom(newest, sweep), run: newest - second <= sweep.from ? [...sweep.run, ...again] : again };
}

function nextPage(sweep: TicketSweep): TicketSweep {
  return { ...sweep, page: sweep.page + 1 };
}

/**
 * After the last page of a run. Had a ticket left it, one behind it could have moved up to a page that was read: of two
 * passes that meet as many, the second has passed none by. Then the next second.
 */
function runAfter(sweep: TicketSweep): TicketSweep {
  if (sweep.met !== sweep.metBefore) return { ...sweep, page: 1, met: 0, metBefore: sweep.met };
  return { ...sweepFrom(sweep.from + second, sweep), run: sweep.run };
}

function pendingOf(tickets: readonly ListedTicket[], sweep: TicketSweep): readonly PendingTicket[] {
  return tickets
    .filter((ticket) => ticket.deleted !== true && ticket.spam !== true)
    .filter((ticket) => sweep.read[ticket.id] !== ticket.updated_at)
    .map((ticket) => ({ ...frameOf(ticket), updatedAt: ticket.updated_at, place: null, tries: 0 }));
}

async function nextWords(
  api: FreshdeskApi,
  lastPages: LastPages,
  ticket: PendingTicket,
  sweep: TicketSweep,
  now: number,
  signal: AbortSignal,
): Promise<ReadThread<TicketSweep, PendingTicket> | null> {
  const read = await readTicket(api, lastPages, ticket, sweep.long[ticket.id] ?? null, now, signal);
  if (read === null) return null;
  const { messages, place, serverTime } = read;
  const rest = { ...ticket, place };
  if (place !== null && place.page > 0) return { list: sweep, messages, rest };
  return { list: withRead(sweep, rest, serverTime), messages, rest: null };
}
