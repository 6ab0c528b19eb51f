import type { Fault } from './inbox-double.ts';

/** What the server refuses, with its status and its words. */
export function gorgiasRefusal(status: number, message: string): Error {
  return new Error(message, { cause: status });
}

type Place = { readonly id: number; readonly time: number };

/** Items sorted by time and id, newest first, whatever is put in or taken out. */
export function newestFirst<T extends { readonly id: number }>(timeOf: (item: T) => number) {
  const items: T[] = [];
  /** Where the first item stands that is older than this place. */
  const after = ({ id, time }: Place): number => {
    let [low, high] = [0, items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const item = items[middle] as T;
      const isOlder = timeOf(item) < time || (timeOf(item) === time && item.id < id);
      if (isOlder) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const placeOf = (item: T): Place => ({ id: item.id, time: timeOf(item) });
  return {
    after,
    placeOf,
    slice: (from: number, to: number): readonly T[] => items.slice(from, to),
    length: (): number => items.length,
    put: (item: T): void => void items.splice(after(placeOf(item)), 0, item),
    take(item: T): void {
      const at = after(placeOf(item)) - 1;
      if (items[at] === item) items.splice(at, 1);
    },
  };
}

export type NewestFirst<T extends { readonly id: number }> = ReturnType<typeof newestFirst<T>>;

const orders: ReadonlySet<string> = new Set(['updated_datetime:desc', 'created_datetime:desc']);
const parameters: ReadonlySet<string> = new Set(['limit', 'order_by', 'cursor', 'trashed', 'ticket_ids', 'ticket_id']);

/**
 * A page of a list. A cursor names the last item of the page before by its id and time, as Gorgias' do
 * (`next__6__2021-03-03 06:00:00` in base64): what is deleted or moves to the front shifts no page.
 */
export function gorgiasPage<T extends { readonly id: number }>(
  listed: NewestFirst<T>,
  query: URLSearchParams,
  content: ReadonlySet<Fault>,
  shown: (item: T) => readonly unknown[],
) {
  const limit = Number(query.get('limit') ?? 30);
  const unknown = [...query.keys()].find((name) => !parameters.has(name));
  if (unknown !== undefined) throw gorgiasRefusal(400, `Unknown field: ${unknown}`);
  if (!(limit >= 1 && limit <= 100)) throw gorgiasRefusal(400, 'limit must be between 1 and 100');
  if (query.getAll('ticket_ids').length > 100) throw gorgiasRefusal(400, 'ticket_ids: 100 at most');
  if (!orders.has(query.get('order_by') ?? 'created_datetime:desc')) throw gorgiasRefusal(400, 'order_by');
  const from = startOf(listed, query.get('cursor'), content);
  const page = listed.slice(from, from + limit);
  const last = page.at(-1);
  const hasMore = from + limit < listed.length() && last !== undefined;
  const data = page.flatMap(shown);
  const doubled = content.has('duplicate_delivery') ? [...data, ...data] : data;
  return {
    object: 'list',
    uri: '/api/list',
    data: content.has('out_of_order') ? doubled.toReversed() : doubled,
    meta: { prev_cursor: null, next_cursor: hasMore ? cursorAt(listed.placeOf(last)) : null },
  };
}

function cursorAt({ id, time }: Place): string {
  return Buffer.from(`next__${id}__${time}`).toString('base64');
}

function startOf<T extends { readonly id: number }>(
  listed: NewestFirst<T>,
  cursor: string | null,
  content: ReadonlySet<Fault>,
): number {
  if (cursor === null) return 0;
  const [, id, time] = /^next__(\d+)__(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  if (time === undefined || content.has('cursor_expired')) throw gorgiasRefusal(400, 'Invalid cursor');
  return listed.after({ id: Number(id), time: Number(time) });
}
