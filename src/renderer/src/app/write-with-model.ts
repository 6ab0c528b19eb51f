import type { RequestOutput } from '#shared/contract/index.ts';
import type { RpcClient } from '#shared/rpc/client.ts';

export type WriteInput = {
  readonly conversationId: string;
  /** What the agent wants said; empty: only to be worded. */
  readonly steer: string;
  readonly signal: AbortSignal;
};

/** Has a draft worded and hears what is written so far; nothing of it after the end. Errors: those of `draft.write`. */
export async function writeWithModel(
  backend: RpcClient,
  { conversationId, steer, signal }: WriteInput,
  onText: (soFar: string) => void,
): Promise<RequestOutput<'draft.write'>> {
  const writingId = crypto.randomUUID();
  const stopListening = backend.on('writing.progress', (progress) => {
    if (progress.writingId === writingId && !signal.aborted) onText(progress.text);
  });
  try {
    const said = steer.trim();
    return await backend.call('draft.write', { conversationId, steer: said === '' ? null : said, writingId }, signal);
  } finally {
    stopListening();
  }
}
