import { z } from 'zod';
import type { DeskSettingRepository } from '../ports/repositories/stores.ts';

/** Which sentence model: the one that is built in, or one in a folder of the owner's. */
export const ModelChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('built-in') }),
  z.object({ kind: z.literal('folder'), folder: z.string() }),
]);
export type ModelChoice = z.infer<typeof ModelChoice>;

const ModelSetting = z.object({
  /** The one that has a vector of every text. */
  answering: ModelChoice,
  /** The one that is to take its place; null: none. */
  wanted: ModelChoice.nullable(),
});
export type ModelSetting = z.infer<typeof ModelSetting>;

export const builtIn: ModelChoice = { kind: 'built-in' };

/** A model that is being fetched: where from, and its name there. */
export const DownloadOrder = z.object({ host: z.string(), model: z.string() });
export type DownloadOrder = z.infer<typeof DownloadOrder>;

const names = {
  models: 'search_model',
  /** The embedder whose vectors alone are kept; null while there may be others. */
  sole: 'search_model.vectors',
  download: 'search_model.download',
} as const;

export function modelSetting(settings: Pick<DeskSettingRepository, 'get'>): ModelSetting {
  return ModelSetting.safeParse(settings.get(names.models)).data ?? { answering: builtIn, wanted: null };
}

export function saveModelSetting(settings: DeskSettingRepository, setting: ModelSetting): void {
  settings.set(names.models, setting);
}

/** The embedder whose vectors are known to be the only ones; null: not known. */
export function soleEmbedderId(settings: DeskSettingRepository): string | null {
  return z.string().safeParse(settings.get(names.sole)).data ?? null;
}

export function saveSoleEmbedderId(settings: DeskSettingRepository, embedderId: string | null): void {
  settings.set(names.sole, embedderId);
}

export function downloadOrder(settings: DeskSettingRepository): DownloadOrder | null {
  return DownloadOrder.safeParse(settings.get(names.download)).data ?? null;
}

export function saveDownloadOrder(settings: DeskSettingRepository, order: DownloadOrder | null): void {
  settings.set(names.download, order);
}
