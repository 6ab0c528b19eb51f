import type { JsonClient } from '#adapters/http/json-client.ts';
import type { Macro } from '#core/ports/helpdesk.ts';
import { AppError } from '#shared/errors.ts';
import { type ToldMacro, allPages, macrosOf } from '../helpdesk/macro-list.ts';
import { htmlText } from '../html-text.ts';
import { fullPage, root } from './freshdesk-api.ts';
import { CannedResponseList, FolderList } from './freshdesk-shapes.ts';
import { withReason } from './probe-freshdesk.ts';

/** Canned responses, folder by folder: there is no list of all. */
export async function freshdeskMacros(client: JsonClient, signal: AbortSignal): Promise<readonly Macro[]> {
  return withReason(async () => {
    const path = `${root}/canned_response_folders`;
    const { body: folders } = await client.get(path, { schema: FolderList, signal });
    const told: ToldMacro[] = [];
    for (const { id, name, personal } of folders) {
      const place = { folders: [name ?? ''], isShared: personal !== true };
      const responses = await responsesIn(client, id, signal);
      told.push(
        ...responses.map(({ content, content_html: html, ...response }) => ({
          ...place,
          id: response.id,
          title: response.title ?? '',
          body: htmlText(html ?? '').trim() || (content ?? ''),
          updatedAt: response.updated_at,
          files: response.attachments?.map(({ name: file }) => file),
        })),
      );
    }
    return macrosOf(told);
  });
}

async function responsesIn(client: JsonClient, folderId: number, signal: AbortSignal) {
  const path = `${root}/canned_response_folders/${folderId}/responses`;
  try {
    return await allPages(1, async (page: number) => {
      const query = { per_page: fullPage, page };
      const { body, hasNext } = await client.get(path, { schema: CannedResponseList, query, signal });
      const isMore = body.length > 0 && (hasNext || body.length >= fullPage);
      return { items: body, next: isMore ? page + 1 : null };
    });
  } catch (error) {
    // The folder was deleted since the list of folders was read.
    if (error instanceof AppError && error.code === 'not_found') return [];
    throw error;
  }
}
