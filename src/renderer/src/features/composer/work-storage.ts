import { z } from 'zod';
import { Draft } from '#shared/model/draft.ts';
import { MacroPart } from '#shared/model/macro.ts';
import { ownKey } from '../../app/own-storage.ts';
import type { Work } from './work.ts';

const prefix = 'deskside.work.';
/** Work nobody came back to is let go after this long, ms. */
const keptFor = 30 * 24 * 3_600_000;

type Stored = Work & { readonly savedAt: number };

function parsed(raw: string | null): Stored | null {
  try {
    const value = JSON.parse(raw ?? 'null') as Partial<Record<keyof Stored, unknown>> | null;
    if (value === null || typeof value.text !== 'string' || typeof value.savedAt !== 'number') return null;
    const base = Draft.nullable().safeParse(value.base);
    const macros = z.array(MacroPart).safeParse(value.macros);
    return {
      text: value.text,
      savedAt: value.savedAt,
      base: base.success ? base.data : null,
      inserted: Array.isArray(value.inserted) ? value.inserted.filter((id) => typeof id === 'string') : [],
      ...(macros.success ? { macros: macros.data } : {}),
    };
  } catch {
    return null;
  }
}

/** What an agent left in a conversation's editor, also before a restart. */
export function loadWork(conversationId: string): Work | null {
  return parsed(localStorage.getItem(ownKey(prefix + conversationId)));
}

/** Keeps it; null lets go of it. */
export function keepWork(conversationId: string, work: Work | null): void {
  if (work === null) localStorage.removeItem(ownKey(prefix + conversationId));
  else
    localStorage.setItem(
      ownKey(prefix + conversationId),
      JSON.stringify({ ...work, savedAt: Date.now() } satisfies Stored),
    );
}

/** Lets go of what is too old. Call once at start. */
export function dropOldWork(now: number): void {
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index));
  for (const key of keys) {
    if (key === null || !key.startsWith(prefix)) continue;
    const work = parsed(localStorage.getItem(key));
    if (work === null || now - work.savedAt > keptFor) localStorage.removeItem(key);
  }
}
