import { type KeptMacro, type MacroRow, type MacroShelf, macroHtml } from './double-macros.ts';
import { gorgiasRefusal } from './gorgias-list.ts';
import type { Fault } from './inbox-double.ts';

const known: ReadonlySet<string> = new Set(['limit', 'cursor', 'order_by', 'search', 'tags', 'languages']);
const attributes = ['name', 'created_datetime', 'updated_datetime', 'usage', 'relevance', 'language'];
const orders: ReadonlySet<string> = new Set(attributes.flatMap((name) => [name, `${name}:asc`, `${name}:desc`]));

/** A page of macros by age; archived ones, and some that write no reply, stand among them. */
export function gorgiasMacroPage(shelf: MacroShelf, query: URLSearchParams, content: ReadonlySet<Fault>): unknown {
  const limit = Number(query.get('limit') ?? 30);
  const unknown = [...query.keys()].find((name) => !known.has(name));
  if (unknown !== undefined) throw gorgiasRefusal(400, `Unknown field: ${unknown}`);
  if (!(limit >= 1 && limit <= 100)) throw gorgiasRefusal(400, 'limit must be between 1 and 100');
  if (!orders.has(query.get('order_by') ?? 'usage')) throw gorgiasRefusal(400, 'order_by');
  const all = [archived, noteOnly, ...shelf.rows().map(shown)];
  const after = placeIn(query.get('cursor'), content);
  const from = after === null ? 0 : all.findIndex(({ id }) => id > after);
  const page = from < 0 ? [] : all.slice(from, from + limit);
  const hasMore = from >= 0 && from + limit < all.length;
  const data = content.has('duplicate_delivery') ? [...page, ...page] : page;
  return {
    object: 'list',
    uri: '/api/macros',
    data: content.has('out_of_order') ? data.toReversed() : data,
    meta: { prev_cursor: null, next_cursor: hasMore ? btoa(`next__${page.at(-1)?.id}`) : null },
  };
}

export function keptGorgiasMacros(shelf: MacroShelf): readonly KeptMacro[] {
  return shelf
    .rows()
    .map(({ id, title, text }) => ({ id: String(id), title, body: text, folders: [], isShared: true }));
}

function placeIn(cursor: string | null, content: ReadonlySet<Fault>): number | null {
  if (cursor === null) return null;
  const [, id] = /^next__(\d+)$/.exec(atob(cursor)) ?? [];
  if (id === undefined || content.has('cursor_expired')) throw gorgiasRefusal(400, 'Invalid cursor');
  return Number(id);
}

const addTags = { name: 'addTags', title: 'Add tags', type: 'user', arguments: { tags: 'question' } };

function shown({ id, title, text, files, at }: MacroRow) {
  // Times come without a zone, as the reference shows them.
  const time = new Date(at).toISOString().replace('Z', '');
  const written = { body_html: macroHtml(text), body_text: text };
  const reply = { name: 'setResponseText', title: 'Add response text', type: 'user', arguments: written };
  return {
    id,
    external_id: null,
    name: title,
    intent: 'shipping/policy',
    language: 'en',
    usage: 12,
    actions: [addTags, reply, ...attaching(files)],
    created_datetime: time,
    updated_datetime: time,
    archived_datetime: null as string | null,
    uri: `/api/macros/${id}/`,
  };
}

function attaching(files: readonly string[]) {
  if (files.length === 0) return [];
  const attachments = files.map((name) => ({ name, url: `https://x.example/${name}`, size: 9, content_type: 'a/b' }));
  return [{ name: 'addAttachments', title: 'Attach', type: 'user', arguments: { attachments } }];
}

const old = { title: 'Old', text: 'We used to ship by mail.', folders: [], isPersonal: false, files: [], at: 0 };
const archived = { ...shown({ ...old, id: 1 }), archived_datetime: '2024-11-23T15:59:41.966927' };
const note = { name: 'addInternalNote', title: 'Note', type: 'user', arguments: { body_text: 'Look at it' } };
const noteOnly = { ...shown({ ...old, id: 2 }), actions: [addTags, note] };
