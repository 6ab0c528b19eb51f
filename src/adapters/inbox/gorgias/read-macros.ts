import type { JsonClient } from '#adapters/http/json-client.ts';
import type { Macro } from '#core/ports/helpdesk.ts';
import { allPages, macrosOf, orMissingRole } from '../helpdesk/macro-list.ts';
import { htmlText } from '../html-text.ts';
import { fullPage } from './gorgias-api.ts';
import { type GorgiasMacro, MacroList } from './gorgias-shapes.ts';

/** Macros in use that write a reply. Gorgias has no folders for them and keeps none for one agent alone. */
export async function gorgiasMacros(client: JsonClient, signal: AbortSignal): Promise<readonly Macro[]> {
  const readPage = async (cursor: string) => {
    // By usage, which is the default, macros would change places between two pages.
    const query = { limit: fullPage, order_by: 'created_datetime:asc', cursor: cursor || undefined };
    const { body } = await client.get('api/macros', { schema: MacroList, query, signal });
    return { items: body.data, next: body.meta?.next_cursor || null };
  };
  const macros = await orMissingRole(() => allPages('', readPage));
  return macrosOf(
    macros
      .filter(({ archived_datetime: archivedAt }) => archivedAt === null)
      .map((macro) => ({
        id: macro.id,
        title: macro.name ?? '',
        body: replyOf(macro),
        folders: [],
        isShared: true,
        updatedAt: macro.updated_datetime,
        files: macro.actions?.flatMap((action) => action.arguments?.attachments?.map(({ name }) => name) ?? []),
      })),
  );
}

function replyOf({ actions }: GorgiasMacro): string {
  const written = (actions ?? []).find(({ name }) => name === 'setResponseText')?.arguments;
  return htmlText(written?.body_html ?? '').trim() || (written?.body_text ?? '');
}
