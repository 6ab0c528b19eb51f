import { type KeptMacro, type MacroRow, type MacroShelf, macroHtml } from './double-macros.ts';
import type { Answer } from './faulty-server.ts';
import type { Fault } from './inbox-double.ts';

/** Texts that stand for others, by name: `{{dc.returns}}`. */
export type DynamicTexts = Map<string, string>;

const refused = (status: number, error: string): Answer => ({ status, body: { error, description: '' } });
const parameters: ReadonlySet<string> = new Set(['page[size]', 'page[after]', 'active', 'access', 'category', 'sort']);

/**
 * A page of macros, by cursor. Among them one out of use, one that writes a note and one that writes nothing; every
 * other comment comes behind its channel, and every third as text.
 */
export function zendeskMacroPage(shelf: MacroShelf, query: URLSearchParams, content: ReadonlySet<Fault>): Answer {
  const unknown = [...query.keys()].find((name) => !parameters.has(name));
  if (unknown !== undefined) return refused(400, `unknown parameter ${unknown}`);
  const isActive = query.get('active');
  const all = [...noReplies, ...shelf.rows().map(shown)].filter(
    ({ active }) => isActive === null || String(active) === isActive,
  );
  return paged('macros', all, query, content);
}

/** Dynamic content, with a variant of another language that is not the default. */
export function zendeskDynamicContent(
  texts: DynamicTexts,
  query: URLSearchParams,
  content: ReadonlySet<Fault>,
): Answer {
  const items = [...texts].map(([name, text], i) => ({
    id: i + 1,
    name,
    placeholder: `{{dc.${name}}}`,
    default_locale_id: 1,
    variants: [
      { id: 2 * i + 1, content: `翻译：${text}`, locale_id: 10, default: false, active: true },
      { id: 2 * i + 2, content: text, locale_id: 1, default: true, active: true },
    ],
  }));
  return paged('items', items, query, content);
}

export function keptZendeskMacros(shelf: MacroShelf): readonly KeptMacro[] {
  return shelf.rows().map(({ id, title, text, folders, isPersonal }) => ({
    id: String(id),
    title,
    body: text,
    folders,
    isShared: !isPersonal,
  }));
}

function paged(
  name: string,
  all: readonly { id: number }[],
  query: URLSearchParams,
  content: ReadonlySet<Fault>,
): Answer {
  const size = Number(query.get('page[size]') ?? Number.NaN);
  if (!(size >= 1 && size <= 100)) return refused(400, 'page[size]');
  const after = query.get('page[after]');
  if (after !== null && (content.has('cursor_expired') || !/^\d+$/.test(atob(after))))
    return {
      status: 400,
      body: { errors: [{ code: 'InvalidPaginationParameter', title: 'page[after] is not valid' }] },
    };
  const rest = after === null ? all : all.filter(({ id }) => id > Number(atob(after)));
  const page = rest.slice(0, size);
  const shownTwice = content.has('duplicate_delivery') ? [...page, ...page] : page;
  const last = page.at(-1);
  return {
    status: 200,
    body: {
      [name]: content.has('out_of_order') ? shownTwice.toReversed() : shownTwice,
      meta: { has_more: rest.length > size, after_cursor: last === undefined ? null : btoa(String(last.id)) },
      links: { next: null, prev: null },
    },
  };
}

function shown({ id, title, text, folders, isPersonal, at }: MacroRow) {
  const isText = id % 9 === 0;
  const value = isText ? text : macroHtml(text);
  return {
    id,
    title: [...folders, title].join('::'),
    raw_title: [...folders, title].join('::'),
    active: true,
    position: id,
    description: null,
    created_at: time(at),
    updated_at: time(at),
    restriction: isPersonal ? { type: 'User', id: 8 } : null,
    actions: [
      { field: 'status', value: 'solved' },
      { field: isText ? 'comment_value' : 'comment_value_html', value: id % 2 === 0 ? ['channel:all', value] : value },
      { field: 'comment_mode_is_public', value: id % 2 === 0 ? 'true' : true },
    ],
  };
}

const plain = shown({
  id: 1,
  title: 'Old',
  text: 'We used to ship by mail.',
  folders: [],
  isPersonal: false,
  files: [],
  at: 0,
});
const noReplies = [
  { ...plain, active: false },
  { ...plain, id: 2, actions: [...plain.actions.slice(0, 2), { field: 'comment_mode_is_public', value: 'false' }] },
  { ...plain, id: 3, actions: [{ field: 'status', value: 'solved' }] },
];

function time(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
