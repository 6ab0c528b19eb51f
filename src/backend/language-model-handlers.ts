import { noteEnd, noteLeaving } from '#core/writing/note-leaving.ts';
import type { Leaving, LanguageModel } from '#core/ports/language-model.ts';
import type { ConnectedModel } from '#core/ports/repositories/writing.ts';
import type { ModelConnection } from '#shared/contract/language-model.ts';
import { AppError, problemOf } from '#shared/errors.ts';
import type { ModelSettings } from '#shared/model/language-model.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';

type ModelRequest = Extract<keyof Handlers, `model.${string}` | `writing.${'get' | 'save'}` | `ledger.${string}`>;

const linesShown = 200;
/** What names a model that is only being tried. */
const triedName = '–';

/** Connecting language models, who may use them, and what has left for them. */
export function languageModelHandlers(desk: Desk): Pick<Handlers, ModelRequest> {
  const { deps } = desk;
  // A page names no files: it may only give back what a person chose, or what stands already.
  const chosenFiles = new Set<string>();
  return {
    'model.list': () => Promise.all(deps.languageModels.list().map((model) => shown(desk, model))),
    'model.save': async (input) => {
      refuseUnchosen(desk, chosenFiles, input.settings);
      return saved(desk, input);
    },
    'model.remove': async ({ modelId }) => {
      deps.languageModels.remove(modelId, deps.clock.now());
      await desk.languageModels.rememberSecret(modelId, null);
      await desk.languageModels.drop(modelId);
      deps.emit('writing.changed', { storeId: null });
      return {};
    },
    'model.probe': async (input, { signal }) => {
      refuseUnchosen(desk, chosenFiles, input.settings);
      return tried(desk, input, (model, onLeaving) => model.probe({ onLeaving, signal }));
    },
    'model.names': async (input, { signal }) => {
      refuseUnchosen(desk, chosenFiles, input.settings);
      const names = await tried(desk, input, (model, onLeaving) => model.models({ onLeaving, signal }));
      return names === null ? null : [...names];
    },
    'model.chooseFile': async () => {
      const file = await desk.host.fileDialog.choose({ what: 'file', extensions: ['gguf'] });
      if (file !== null) chosenFiles.add(file);
      return file;
    },

    'writing.get': ({ storeId }) => ({
      writing: deps.storeWriting.get(storeId),
      changes: [...deps.storeWriting.changes(storeId)],
    }),
    'writing.save': ({ storeId, writing }) => {
      deps.stores.get(storeId);
      const change = { id: deps.ids.newId(), writing, who: deps.person(), at: deps.clock.now() };
      deps.storeWriting.append(storeId, change);
      deps.emit('writing.changed', { storeId });
      return writing;
    },

    'ledger.list': (query) => [...deps.ledger.list({ ...query, limit: linesShown })],
    'ledger.body': ({ lineId }) => {
      const body = deps.ledger.body(lineId);
      return body === null ? null : new TextDecoder().decode(body);
    },
    'ledger.uses': (query) => [...deps.ledger.uses(query)],
  };
}

async function shown(desk: Desk, model: ConnectedModel): Promise<ModelConnection> {
  const secret = await desk.languageModels.secret(model.id).catch(() => null);
  return { ...model, isLocal: isLocal(desk, model), hasSecret: secret !== null };
}

/** Where it runs is known without its key. */
function isLocal(desk: Desk, model: ConnectedModel): boolean {
  try {
    return desk.languageModels.open(model, 'any').isLocal;
  } catch {
    // Settings of another version: it cannot be asked, and is not taken for one that stays here.
    return false;
  }
}

type Candidate = {
  readonly modelId: string | null;
  readonly settings: ModelSettings;
  readonly secret: string | null;
};

async function saved(desk: Desk, input: Candidate & { readonly name: string }): Promise<ModelConnection> {
  const { deps, host } = desk;
  const known = input.modelId === null ? null : knownModel(desk, input.modelId);
  if (input.secret === null && known !== null && !isSameAccount(known.settings, input.settings)) {
    throw new AppError('refused_credentials', 'Another provider has another key', { detail: { reason: 'missing' } });
  }
  const sealed = input.secret === null || !(await host.hasKeychain()) ? null : await host.seal(input.secret);
  const { name, settings } = input;
  const model: ConnectedModel = known ?? { id: deps.ids.newId(), name, settings, createdAt: deps.clock.now() };
  deps.transaction(() => {
    if (known === null) deps.languageModels.add(model);
    else deps.languageModels.save(model.id, name, settings);
    if (input.secret !== null) deps.languageModels.setSealedSecret(model.id, sealed);
  });
  if (input.secret !== null) {
    await desk.languageModels.rememberSecret(model.id, sealed === null ? input.secret : null);
  }
  await desk.languageModels.drop(model.id);
  deps.emit('writing.changed', { storeId: null });
  return shown(desk, knownModel(desk, model.id));
}

function knownModel(desk: Desk, modelId: string): ConnectedModel {
  const model = desk.deps.languageModels.find(modelId);
  if (model === null) throw new AppError('not_found', 'There is no such language model');
  return model;
}

/** Asks a model that need not be kept; what leaves for it stands in the ledger all the same. */
async function tried<T>(
  desk: Desk,
  { modelId, settings, secret }: Candidate,
  ask: (model: LanguageModel, onLeaving: (leaving: Leaving) => void) => Promise<T>,
): Promise<T> {
  const { deps } = desk;
  const known = modelId === null ? null : deps.languageModels.find(modelId);
  // A stored key goes where it belongs alone: settings must not carry it elsewhere.
  const isLent = secret === null && known !== null && isSameAccount(known.settings, settings);
  const key = isLent ? await desk.languageModels.secret(known.id) : secret;
  const id = known?.id ?? deps.ids.newId();
  const model = desk.languageModels.open({ id, settings }, key);
  const named = { id, name: known?.name ?? triedName };
  const purpose = { storeId: null, conversationId: null, task: 'probe', model: named, masked: {} } as const;
  const lineIds: string[] = [];
  const onLeaving = (leaving: Leaving): void => {
    lineIds.push(noteLeaving(deps, { ...purpose, isLocal: model.isLocal }, leaving));
  };
  try {
    const answer = await ask(model, onLeaving);
    noteEnd(deps, lineIds, settings.price, { state: 'answered', problem: null, usage: null });
    return answer;
  } catch (error) {
    noteEnd(deps, lineIds, settings.price, { state: 'failed', problem: problemOf(error), usage: null });
    throw error;
  } finally {
    await model.close();
  }
}

function isSameAccount(one: ModelSettings, other: ModelSettings): boolean {
  if (one.kind === 'gguf' || other.kind === 'gguf') return one.kind === other.kind;
  return one.kind === other.kind && new URL(one.baseUrl).origin === new URL(other.baseUrl).origin;
}

function refuseUnchosen({ deps }: Desk, chosen: ReadonlySet<string>, settings: ModelSettings): void {
  if (settings.kind !== 'gguf' || chosen.has(settings.path)) return;
  const isKnown = deps.languageModels
    .list()
    .some((model) => model.settings.kind === 'gguf' && model.settings.path === settings.path);
  if (!isKnown) throw new AppError('invalid_input', 'Nobody chose this file', { detail: { field: 'path' } });
}
