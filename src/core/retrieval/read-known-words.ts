import type { Database } from '../ports/repositories/index.ts';

/** Texts read before others have their turn: about 10 ms. */
const slice = 500;

/** Reads the words of the knowledge that are not read yet, letting others run in between. */
export async function readKnownWords(
  deps: Pick<Database, 'words'> & { readonly passTurn: () => Promise<void> },
  signal?: AbortSignal,
): Promise<void> {
  for (;;) {
    if (signal?.aborted === true || deps.words.readSome(slice)) return;
    await deps.passTurn();
  }
}
