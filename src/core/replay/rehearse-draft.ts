import type { Conversation, Message } from '#shared/model/conversation.ts';
import type { Draft } from '#shared/model/draft.ts';
import { type DraftDeps, type WaitingQuestion, composedDraft, waitingQuestion } from '../drafting/draft-reply.ts';
import { type PreparedTexts, type ReadingDeps, preparedTexts } from '../retrieval/retrieve-evidence.ts';

/*
 * The one place where replay and "ask as a customer" meet drafting: the same steps as a real draft's, without the shop,
 * and nothing is kept.
 */

export type RehearsalDeps = Pick<
  DraftDeps,
  'passages' | 'knowledge' | 'learned' | 'words' | 'embedder' | 'modelOf' | 'profileId' | 'stores' | 'clock'
>;

/** A question as it stood, ready to be answered by one knowledge and another. */
export type Rehearsal = { readonly question: WaitingQuestion; readonly texts: readonly string[] };

/** The last thing a customer asked in a thread, as the thread stood then; null where nobody asked anything. */
export function lastQuestion(
  deps: Pick<RehearsalDeps, 'stores'>,
  conversation: Conversation,
  messages: readonly Message[],
): Rehearsal | null {
  const end = messages.findLastIndex(({ role, automatic }) => role === 'customer' && automatic === null);
  if (end < 0) return null;
  const question = waitingQuestion(deps, { ...conversation, status: 'unanswered' }, messages.slice(0, end + 1));
  return { question, texts: question.asked.flatMap((part) => [part.text, part.withContext]) };
}

/** Embeds what several rehearsals will search for, at once. Errors: `cancelled`, `embedder_unavailable`. */
export function preparedFor(
  deps: ReadingDeps,
  rehearsals: readonly Rehearsal[],
  search: { readonly storeId: string; readonly about: readonly string[] | null },
  signal?: AbortSignal,
): Promise<PreparedTexts> {
  return preparedTexts(
    deps,
    rehearsals.flatMap(({ texts }) => texts),
    search,
    signal,
  );
}

const nobody = { newId: () => '00000000-0000-7000-8000-000000000000' };

/** The draft that the knowledge of `deps` would make at `at`. It is never kept. */
export function rehearsedDraft(
  deps: RehearsalDeps,
  rehearsal: Rehearsal,
  prepared: PreparedTexts,
  choices: { readonly at: number; readonly about: readonly string[] | null },
): Draft {
  const { question } = rehearsal;
  return composedDraft(
    { ...deps, ids: nobody, clock: { now: () => choices.at } },
    { question, facts: question.asked.map(() => null), prepared, picked: new Map(), about: choices.about },
  );
}
