import type { JsonClient } from '#adapters/http/json-client.ts';
import type { Macro } from '#core/ports/helpdesk.ts';
import { macrosOf, orMissingRole } from '../helpdesk/macro-list.ts';
import { htmlText } from '../html-text.ts';
import { MacroList } from './libredesk-shapes.ts';

/** Macros that write to a customer, with the words they write. */
export async function libredeskMacros(client: JsonClient, signal: AbortSignal): Promise<readonly Macro[]> {
  const look = () => client.get('api/v1/macros', { schema: MacroList, signal });
  const { body } = await orMissingRole(look, { permission: 'macros:manage' });
  const macros = (body.data ?? []).filter(({ visible_when: places }) => !isForNotes(places ?? []));
  return macrosOf(
    macros.map(({ id, name, message_content: html, visibility, updated_at: updatedAt }) => ({
      id,
      title: name ?? '',
      body: htmlText(html ?? ''),
      folders: [],
      isShared: visibility !== 'user',
      updatedAt,
    })),
  );
}

function isForNotes(places: readonly string[]): boolean {
  return places.length > 0 && places.every((place) => place === 'adding_private_note');
}
