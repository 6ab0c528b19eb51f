import { ownKey } from '../../app/own-storage.ts';

const prefix = 'deskside.note.';
/** A note nobody came back to is let go after this long, ms. */
const keptFor = 30 * 24 * 3_600_000;

type Stored = { readonly text: string; readonly savedAt: number };

function parsed(raw: string | null): Stored | null {
  try {
    const value = JSON.parse(raw ?? 'null') as Partial<Record<keyof Stored, unknown>> | null;
    if (value === null || typeof value.text !== 'string' || typeof value.savedAt !== 'number') return null;
    return { text: value.text, savedAt: value.savedAt };
  } catch {
    return null;
  }
}

/** The private note that was begun beside a conversation, also before a restart; empty where there is none. */
export function loadNote(conversationId: string): string {
  return parsed(localStorage.getItem(ownKey(prefix + conversationId)))?.text ?? '';
}

/** Keeps it; an empty one is let go of. */
export function keepNote(conversationId: string, text: string): void {
  if (text === '') localStorage.removeItem(ownKey(prefix + conversationId));
  else
    localStorage.setItem(
      ownKey(prefix + conversationId),
      JSON.stringify({ text, savedAt: Date.now() } satisfies Stored),
    );
}

/** Lets go of what is too old. Call once at start. */
export function dropOldNotes(now: number): void {
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index));
  for (const key of keys) {
    if (key === null || !key.startsWith(prefix)) continue;
    const note = parsed(localStorage.getItem(key));
    if (note === null || now - note.savedAt > keptFor) localStorage.removeItem(key);
  }
}
