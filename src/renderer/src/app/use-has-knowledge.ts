import { useOwnOnly } from './presence.ts';
import { useAnswer } from './queries.ts';

/** Whether a store's desk knows anything to draft from; undefined while nobody can say, as of every store at once. */
export function useHasKnowledge(storeId: string | null): boolean | undefined {
  const input = { storeId: storeId ?? '', limit: 1 };
  const taught = useAnswer('knowledge.list', input, { isEnabled: storeId !== null });
  const reaching = useOwnOnly();
  const learned = useAnswer('learned.list', { ...input, reaching }, { isEnabled: storeId !== null });
  if (taught.data === undefined || learned.data === undefined) return undefined;
  return taught.data.total + learned.data.total > 0;
}
