import type { Database } from '../ports/repositories/index.ts';
import { answerKeyOf } from './candidate.ts';
import type { AnsweredQuestion } from './outcome-lessons.ts';

type ConfirmedDeps = Pick<Database, 'knowledge' | 'learned' | 'lessons'> & {
  readonly profileId: () => string | null;
  readonly passTurn: () => Promise<void>;
};

const pageSize = 100;
/** One agent may have been wrong, and a second have followed the first: the third conversation bears an answer out. */
const conversationsNeeded = 3;

/** The keys of the answers by hand that were sent in several conversations: from then on they stand as entries do. */
export async function confirmedAnswers(
  deps: ConfirmedDeps,
  storeId: string,
  answered: readonly AnsweredQuestion[],
): Promise<ReadonlySet<string>> {
  const conversations = new Map<string, Set<string>>();
  const keys = new Map<string, string>();
  const add = (key: string, conversationId: string): void => {
    conversations.set(key, (conversations.get(key) ?? new Set()).add(conversationId));
  };
  for (let offset = 0; ; offset += pageSize) {
    const { items } = deps.learned.list({
      storeId,
      state: 'active',
      reaching: { profileId: deps.profileId() },
      offset,
      limit: pageSize,
    });
    for (const { id, correctsEntryId, answer, conversationId } of items) {
      if (correctsEntryId !== null) continue;
      keys.set(id, answerKeyOf(answer));
      add(answerKeyOf(answer), conversationId);
    }
    if (items.length < pageSize) break;
    await deps.passTurn();
  }
  const elsewhere = deps.lessons
    .confirmedIn(storeId)
    .map(({ itemId, conversationId }) => ({ ownerId: itemId, conversationId }));
  for (const { ownerId, conversationId } of [...answered, ...elsewhere]) {
    const key = keys.get(ownerId);
    if (key !== undefined) add(key, conversationId);
  }
  return new Set([...conversations].flatMap(([key, those]) => (those.size >= conversationsNeeded ? [key] : [])));
}
