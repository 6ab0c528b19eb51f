import { createHash } from 'node:crypto';
import { type Translated, translateText } from '#core/writing/translate-text.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';
import type { Writings } from './writings.ts';

type WritingRequest = Extract<keyof Handlers, 'draft.write' | 'draft.translated'>;

/** What is written so far is told at most this often, ms. */
const tellEveryMs = 100;
/** Translations that are kept, the oldest let go first. */
const mostKept = 300;

/** Drafts and translations by language models. */
export function writingHandlers(desk: Desk, writings: Writings): Pick<Handlers, WritingRequest> {
  const { deps } = desk;
  const kept = new Map<string, Translated>();
  return {
    'draft.write': async ({ conversationId, steer, writingId }, { signal }) => {
      const progress = gathered((text) => deps.emit('writing.progress', { writingId, text }));
      try {
        const { draft, isWorded, problems } = await writings.write({
          conversationId,
          steer,
          onText: progress.tell,
          signal,
        });
        return { draft, isWorded, problems: [...problems] };
      } finally {
        progress.stop();
      }
    },
    'draft.translated': async (input, { signal }) => {
      const { storeId } = deps.conversations.get(input.conversationId);
      // Another model may translate otherwise: what was decided anew is asked anew.
      const { chains, isLocalOnly } = deps.storeWriting.get(storeId);
      const key = createHash('sha256')
        .update(JSON.stringify([storeId, chains.translate, isLocalOnly, input.to, input.text]))
        .digest('hex');
      const translated = kept.get(key) ?? (await translateText(deps, { ...input, signal }));
      if (translated.translation !== null) {
        kept.delete(key);
        kept.set(key, translated);
        for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(oldest);
      }
      const { translation } = translated;
      return {
        translation: translation === null ? null : { ...translation, sentences: [...translation.sentences] },
        problems: [...translated.problems],
      };
    },
  };
}

/** Tells the newest of many texts, at once and then at most so often. */
function gathered(tell: (text: string) => void): { readonly tell: (text: string) => void; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: string | null = null;
  let told = '';
  const flush = (): void => {
    timer = null;
    if (waiting === null || waiting === told) return;
    told = waiting;
    waiting = null;
    tell(told);
    timer = setTimeout(flush, tellEveryMs);
  };
  return {
    tell(text) {
      waiting = text;
      if (timer === null) flush();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
