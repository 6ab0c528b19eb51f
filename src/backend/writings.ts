import { type WriteDraftDeps, type Written, writeDraft } from '#core/writing/write-draft.ts';

/** A draft that is being worded: for an agent who waits for it, or ahead of them. */
type Writing = { readonly controller: AbortController; readonly done: Promise<unknown> };

export type WritingRequest = {
  readonly conversationId: string;
  readonly steer: string | null;
  readonly onText?: ((soFar: string) => void) | undefined;
  readonly signal: AbortSignal;
};

/** What language models are writing, one draft a conversation. */
export type Writings = {
  /** An agent's word: whatever is being written for the conversation is stopped first. Errors: those of `writeDraft`. */
  write(request: WritingRequest): Promise<Written>;
  /** The same ahead of anybody; null where one is being written already. */
  writeAhead(conversationId: string, signal: AbortSignal): Promise<Written | null>;
};

export function createWritings(deps: WriteDraftDeps): Writings {
  const running = new Map<string, Writing>();

  async function begin({ signal, ...request }: WritingRequest): Promise<Written> {
    const { conversationId } = request;
    const controller = new AbortController();
    const before = running.get(conversationId);
    before?.controller.abort();
    const work = async (): Promise<Written> => {
      // The one before may hold the model, and must not keep its draft after this one has begun.
      await before?.done;
      return writeDraft(deps, { ...request, signal: AbortSignal.any([signal, controller.signal]) });
    };
    const written = work();
    const writing: Writing = { controller, done: written.catch(() => undefined) };
    running.set(conversationId, writing);
    try {
      return await written;
    } finally {
      if (running.get(conversationId) === writing) running.delete(conversationId);
    }
  }

  return {
    write: begin,
    async writeAhead(conversationId, signal) {
      return running.has(conversationId) ? null : begin({ conversationId, steer: null, signal });
    },
  };
}
