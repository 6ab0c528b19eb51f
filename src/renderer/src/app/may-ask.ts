import type { ModelConnection } from '#shared/contract/language-model.ts';
import type { WritingTask } from '#shared/model/language-model.ts';
import type { StoreWriting } from '#shared/model/writing.ts';
import { useAnswer } from './queries.ts';

/** Whether any model may be asked for a task: what none can do is not offered. */
export function mayAsk(
  writing: StoreWriting | undefined,
  models: ReadonlyArray<Pick<ModelConnection, 'id' | 'isLocal'>> | undefined,
  task: WritingTask,
): boolean {
  if (writing === undefined || models === undefined) return false;
  return models.some(({ id, isLocal }) => writing.chains[task].includes(id) && (isLocal || !writing.isLocalOnly));
}

/** Whether any model may be asked for a task of a store; follows what is decided in the settings. */
export function useMayAsk(storeId: string, task: WritingTask): boolean {
  const writing = useAnswer('writing.get', { storeId });
  const models = useAnswer('model.list', {});
  return mayAsk(writing.data?.writing, models.data, task);
}
