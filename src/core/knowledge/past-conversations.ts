import { AppError } from '#shared/errors.ts';
import { everyClosing, everyGreeting } from '#shared/reply-style.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { KnowledgeFileRow } from '../ports/knowledge-reader.ts';
import type { Database } from '../ports/repositories/index.ts';
import { joinedPairs } from './joined-pairs.ts';
import { commonEndings } from './letter-body.ts';
import {
  type LetterPhrases,
  type PastConversation,
  type PastPair,
  pairsOfConversation,
} from './pairs-of-conversation.ts';

export type PastConversationDeps = Pick<Database, 'conversations' | 'inboxes' | 'stores'> & {
  /** Null while there is none: questions are compared by words alone. */
  readonly embedder: () => Embedder | null;
  /** Lets other work run between slices. */
  readonly passTurn: () => Promise<void>;
};

const mostConversations = 20_000;
const page = 200;
const embedded = 32;
/** Letters looked at for what all of them end in. */
const mostLetters = 500;

/**
 * What the desk's own inbox holds of answered questions; the newest 20,000 conversations. Rows name the conversation by
 * `key`. Errors: `not_found`, `cancelled`.
 */
export async function pastConversationsOf(
  deps: PastConversationDeps,
  inboxId: string,
  signal?: AbortSignal,
): Promise<readonly KnowledgeFileRow[]> {
  const phrases = phrasesOf(deps, deps.inboxes.get(inboxId).storeId);
  const ids: string[] = [];
  for (let offset = 0; offset < mostConversations; offset += page) {
    const { items } = deps.conversations.list({ inboxId, offset, limit: page });
    ids.push(...items.map(({ id }) => id));
    if (items.length < page) break;
    await turn(deps, signal);
  }
  // Oldest first, so that the numbers stay when newer ones come.
  ids.reverse();
  const endings = await endingsOf(deps, ids, signal);
  const pairs: PastPair[] = [];
  for (const [index, id] of ids.entries()) {
    if (index % 20 === 0) await turn(deps, signal);
    pairs.push(...pairsOfConversation(conversationFrom(deps, id, index + 1), phrases, endings));
  }
  return joinedPairs(pairs, () => turn(deps, signal), await vectorsOf(deps, pairs, signal));
}

function conversationFrom(deps: PastConversationDeps, id: string, row: number): PastConversation {
  const { subject, customerName } = deps.conversations.get(id);
  return { key: id, row, subject, customerName, messages: deps.conversations.messages(id) };
}

async function endingsOf(
  deps: PastConversationDeps,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string>> {
  const letters: string[] = [];
  for (const [index, id] of ids.toReversed().entries()) {
    if (letters.length >= mostLetters) break;
    if (index % 20 === 0) await turn(deps, signal);
    const own = deps.conversations.messages(id).filter(({ role, automatic }) => role === 'agent' && automatic === null);
    letters.push(...own.map(({ text }) => text.slice(0, 20_000)));
  }
  return commonEndings(letters);
}

async function vectorsOf(deps: PastConversationDeps, pairs: readonly PastPair[], signal: AbortSignal | undefined) {
  const embedder = deps.embedder();
  const vectors = new Map<string, Float32Array>();
  if (embedder === null) return () => null;
  const questions = [...new Set(pairs.filter(({ refusal }) => refusal === null).map(({ question }) => question))];
  for (let start = 0; start < questions.length; start += embedded) {
    await turn(deps, signal);
    const batch = questions.slice(start, start + embedded);
    const made = await embedder.embed(batch, signal);
    for (const [i, question] of batch.entries())
      vectors.set(question, made[i] ?? new Float32Array(embedder.dimensions));
  }
  return (question: string): Float32Array | null => vectors.get(question) ?? null;
}

/** What the store says in every letter, as its settings have it. */
function phrasesOf(deps: PastConversationDeps, storeId: string): LetterPhrases {
  const { settings } = deps.stores.get(storeId);
  return {
    greetings: everyGreeting(settings).filter((one) => one !== ''),
    closings: everyClosing(settings).filter((one) => one !== ''),
  };
}

async function turn(deps: PastConversationDeps, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted === true) throw new AppError('cancelled', 'Reading was cancelled');
  await deps.passTurn();
}
