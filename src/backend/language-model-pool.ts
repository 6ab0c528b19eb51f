import type { Host } from '#core/ports/host.ts';
import type { LanguageModel } from '#core/ports/language-model.ts';
import type { Database } from '#core/ports/repositories/index.ts';
import type { ConnectedModel } from '#core/ports/repositories/writing.ts';
import { openLanguageModel } from './language-models.ts';

/** The open language models; settings and secret are read when one is first needed. */
export type LanguageModelPool = {
  /** Errors: those of opening, `no_keychain`. */
  get(model: ConnectedModel): Promise<LanguageModel>;
  /** Opens one that is only being tried or looked at; connects to nothing. The caller closes it. */
  open(model: Pick<ConnectedModel, 'id' | 'settings'>, secret: string | null): LanguageModel;
  /** Keeps a secret until Deskside is closed, where the system has no keychain to keep it longer. Null forgets it. */
  rememberSecret(modelId: string, secret: string | null): Promise<void>;
  /** The model's secret, from this session or unsealed; null where there is none. Errors: `no_keychain`. */
  secret(modelId: string): Promise<string | null>;
  /** Closes a model; the next `get` opens it with the settings as they are then. */
  drop(modelId: string): Promise<void>;
  close(): Promise<void>;
};

export function createLanguageModelPool(
  { languageModels }: Pick<Database, 'languageModels'>,
  host: Host,
  dataFolder: string,
): LanguageModelPool {
  const open = new Map<string, Promise<LanguageModel>>();
  const nameOf = (modelId: string): string => `language model ${modelId}`;

  async function secret(modelId: string): Promise<string | null> {
    const sealed = languageModels.sealedSecret(modelId);
    return sealed === null ? host.sessionSecrets.recall(nameOf(modelId)) : host.unseal(sealed);
  }

  async function drop(modelId: string): Promise<void> {
    const model = open.get(modelId);
    open.delete(modelId);
    // One that failed to open has nothing to close.
    await model?.then((one) => one.close()).catch(() => undefined);
  }

  return {
    get({ id, settings }) {
      const known = open.get(id);
      if (known !== undefined) return known;
      const model = secret(id).then((key) => openLanguageModel({ id, settings, secret: key, dataFolder }));
      open.set(id, model);
      model.catch(() => open.delete(id));
      return model;
    },
    open: ({ id, settings }, key) => openLanguageModel({ id, settings, secret: key, dataFolder }),
    secret,
    rememberSecret: (modelId, remembered) => host.sessionSecrets.remember(nameOf(modelId), remembered),
    drop,
    async close() {
      await Promise.all([...open.keys()].map(drop));
    },
  };
}
