import type { LanguageModel, ModelAnswer, ModelRequest } from '#core/ports/language-model.ts';
import { AppError } from '#shared/errors.ts';
import { ModelSettings } from '#shared/model/language-model.ts';
import type { StoreWriting } from '#shared/model/writing.ts';
import { plainWriting } from '#shared/model/writing.ts';
import { newId } from '#test/adapters/sqlite/desk.ts';
import type { CoreDesk } from './core-desk.ts';

/** What a scripted model answers to what it was told (the JSON of the user's turn). */
export type Script = (told: string, request: ModelRequest<unknown>) => unknown;

export type ScriptedModel = LanguageModel & { readonly told: string[] };

/** A language model that answers by a script, over a wire that is none: every request leaves through `onLeaving`. */
export function scriptedModel(
  script: Script,
  over: { readonly isLocal?: boolean; readonly host?: string } = {},
): ScriptedModel {
  const told: string[] = [];
  const isLocal = over.isLocal ?? false;
  return {
    id: newId(),
    isLocal,
    told,
    async write<T>(request: ModelRequest<T>): Promise<ModelAnswer<T>> {
      const text = request.turns.at(-1)?.text ?? '';
      request.onLeaving({
        host: over.host ?? (isLocal ? '127.0.0.1:11434' : 'models.example'),
        bytes: new TextEncoder().encode(text),
      });
      told.push(text);
      const said = script(text, request);
      const json = JSON.stringify(said);
      request.onText?.(json.slice(0, Math.ceil(json.length / 2)));
      request.onText?.(json);
      const usage = { inputTokens: 100, outputTokens: 10 };
      if (request.shape === null) return { text: String(said), value: null, usage, isCut: false };
      const parsed = request.shape.safeParse(said);
      if (!parsed.success) throw new AppError('answer_unsupported', 'Not of the shape');
      return { text: json, value: parsed.data, usage, isCut: false };
    },
    models: async () => null,
    probe: async () => ({ isOk: true, checks: [] }),
    close: async () => undefined,
  };
}

/** A core desk whose store may ask these models for everything, in this order. */
export function withModels(desk: CoreDesk, models: readonly LanguageModel[], over: Partial<StoreWriting> = {}) {
  const settings = ModelSettings.parse({ kind: 'openai', baseUrl: 'https://models.example/v1', model: 'm' });
  const ids = models.map((_, i) => {
    const id = newId();
    desk.db.languageModels.add({ id, name: `Model ${i + 1}`, settings, createdAt: i });
    return id;
  });
  const chains = { draft: ids, rewrite: ids, translate: ids, summarise: ids };
  const writing = { ...plainWriting, isLocalOnly: false, chains, ...over };
  desk.db.storeWriting.append(desk.storeId, { id: newId(), writing, who: 'Ada', at: 1 });
  return {
    ...desk.deps,
    languageModelOf: async ({ id }: { readonly id: string }): Promise<LanguageModel> => {
      const model = models[ids.indexOf(id)];
      if (model === undefined) throw new AppError('not_found', 'No such model');
      return model;
    },
    glosses: null,
  };
}
