import type { Macro } from '#core/ports/helpdesk.ts';
import { AppError } from '#shared/errors.ts';
import { allPages, macrosOf, orMissingRole } from '../helpdesk/macro-list.ts';
import { replyHtml } from '../helpdesk/reply-html.ts';
import { htmlText } from '../html-text.ts';
import { type ZendeskApi, nextCursor } from './zendesk-api.ts';
import type { ZendeskMacro } from './zendesk-shapes.ts';

type Comment = { readonly text: string; readonly isHtml: boolean };
/** Texts by what stands for them, without its braces: `dc.returns`. */
type Contents = ReadonlyMap<string, string>;

const dynamic = /\{\{\s*(dc\.[\w.-]+)\s*\}\}/g;
/** Dynamic content may name other dynamic content. */
const deepest = 3;

/** Macros in use that answer in public, with the dynamic content they name in its default language. */
export async function zendeskMacros(api: ZendeskApi, signal: AbortSignal): Promise<readonly Macro[]> {
  const listed = await orMissingRole(() =>
    allPages('', async (after: string) => {
      const { macros, meta } = await api.macros(after || null, signal);
      return { items: macros, next: nextCursor(meta) };
    }),
  );
  const answering = listed.flatMap((macro) => {
    const comment = macro.active === false ? null : commentOf(macro);
    return comment === null ? [] : [{ macro, comment }];
  });
  const isDynamic = answering.some(({ comment }) => comment.text.search(dynamic) >= 0);
  const contents = isDynamic ? await dynamicContents(api, signal) : new Map<string, string>();
  return macrosOf(
    answering.map(({ macro, comment }) => {
      const path = (macro.title ?? '').split('::');
      return {
        id: macro.id,
        title: path.at(-1) ?? '',
        body: textOf(comment, contents),
        folders: path.slice(0, -1),
        isShared: macro.restriction?.type !== 'User',
        updatedAt: macro.updated_at,
      };
    }),
  );
}

/** What a macro says to the customer; null where it says nothing, or says it to colleagues. */
function commentOf({ actions }: ZendeskMacro): Comment | null {
  const valueOf = (field: string): unknown => (actions ?? []).find((action) => action.field === field)?.value;
  const isNote = String(valueOf('comment_mode_is_public') ?? true) === 'false';
  if (isNote) return null;
  const html = saidIn(valueOf('comment_value_html'));
  if (html !== '') return { text: html, isHtml: true };
  const text = saidIn(valueOf('comment_value'));
  return text === '' ? null : { text, isHtml: false };
}

function saidIn(value: unknown): string {
  const said: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof said === 'string' ? said.trim() : '';
}

function textOf({ text, isHtml }: Comment, contents: Contents): string {
  const filled = filledIn(text, contents, (content) => (isHtml ? asHtml(content) : asText(content)));
  return isHtml ? htmlText(filled) : filled;
}

function filledIn(text: string, contents: Contents, shown: (content: string) => string): string {
  let filled = text;
  for (let round = 0; round < deepest; round++) {
    filled = filled.replace(dynamic, (whole, name: string) => {
      const content = contents.get(name);
      return content === undefined ? whole : shown(content);
    });
  }
  return filled;
}

const markup = /<(?:p|br|div|a|b|i|strong|em|ul|ol|li|span|h\d)\b[^<>]*>/i;

/** Within a sentence it begins no paragraph. */
function asHtml(content: string): string {
  if (markup.test(content)) return content;
  return replyHtml(content)
    .replace(/^<p>|<\/p>$/g, '')
    .replaceAll('</p><p>', '<br><br>');
}

function asText(content: string): string {
  return markup.test(content) ? htmlText(content) : content;
}

/** Empty where this agent may not see it: then its placeholders stay. */
async function dynamicContents(api: ZendeskApi, signal: AbortSignal): Promise<Contents> {
  try {
    const items = await allPages('', async (after: string) => {
      const page = await api.dynamicContent(after || null, signal);
      return { items: page.items, next: nextCursor(page.meta) };
    });
    return new Map(
      items.flatMap(({ placeholder, variants }) => {
        const content = (variants ?? []).find((variant) => variant.default === true)?.content;
        return content ? [[placeholder.replace(/[{}\s]/g, ''), content] as const] : [];
      }),
    );
  } catch (error) {
    if (error instanceof AppError && (error.code === 'refused_permission' || error.code === 'not_found'))
      return new Map();
    throw error;
  }
}
