import type { JsonClient } from '#adapters/http/json-client.ts';
import type { Macro } from '#core/ports/helpdesk.ts';
import { macrosOf, orMissingRole } from '../helpdesk/macro-list.ts';
import { CannedResponseList } from './chatwoot-shapes.ts';

/** An account's canned responses; Chatwoot's own macros are acts of automation and hold no replies to read. */
export async function chatwootMacros(
  client: JsonClient,
  accountId: number,
  signal: AbortSignal,
): Promise<readonly Macro[]> {
  const path = `api/v1/accounts/${accountId}/canned_responses`;
  const { body } = await orMissingRole(() => client.get(path, { schema: CannedResponseList, signal }));
  return macrosOf(
    body.map(({ id, short_code: title, content, updated_at: updatedAt }) => ({
      id,
      title: title ?? '',
      body: plainText(content ?? ''),
      folders: [],
      isShared: true,
      // Whole seconds where a version writes numbers, as it does of conversations.
      updatedAt: typeof updatedAt === 'number' ? updatedAt * 1000 : updatedAt,
    })),
  );
}

/** What is read of the Markdown that Chatwoot's editor writes: marks of emphasis, escapes and links. */
function plainText(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, '\n')
    .replace(/(?<!\\)(\*\*|~~)(?=\S)([^\n]{0,500}?\S)\1/g, '$2')
    .replace(/(?<![!\\])\[([^[\]\n]+)\]\((https?:[^()\s]+|mailto:[^()\s]+)\)/g, (_, text: string, address: string) =>
      text === address || `mailto:${text}` === address ? text : `${text} (${address})`,
    )
    .replace(/\\$/gm, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
