import type { Language } from '#shared/model/basics.ts';
import type { ReadText } from './claim.ts';
import { readText } from './read-text.ts';

/** Texts that are remembered: more than a conversation has sources. */
const most = 400;
const remembered = new Map<string, ReadText>();

/**
 * `readText`, which gives the same for the same: the sources of a reply are read at its first key, not at every one. What
 * was longest not asked for is forgotten.
 */
export function readOnce(
  text: string,
  of: { readonly language: Language; readonly heading: string; readonly known: readonly string[] },
): ReadText {
  const key = [of.language, of.heading, text, ...of.known].join('\u0001');
  const read = remembered.get(key) ?? readText(text, of);
  remembered.delete(key);
  remembered.set(key, read);
  if (remembered.size > most) remembered.delete([...remembered.keys()][0] ?? '');
  return read;
}
