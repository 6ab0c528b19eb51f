import type { ModelConnection } from '#shared/contract/language-model.ts';
import type { LedgerLine } from '#shared/model/ledger.ts';
import type { StoreWriting } from '#shared/model/writing.ts';
import { plainWriting } from '#shared/model/writing.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { FakeState } from './fake-state.ts';
import { newId } from './sample.ts';

type ModelName = Extract<keyof Handlers, `model.${string}` | `writing.${'get' | 'save'}` | `ledger.${string}`>;

const times = { firstByteMs: 60_000, stallMs: 30_000, totalMs: 180_000 };

function connectedModels(): readonly ModelConnection[] {
  const createdAt = Date.now() - 86_400_000;
  return [
    {
      id: newId(),
      name: 'Qwen at home',
      settings: {
        kind: 'ollama',
        baseUrl: 'http://127.0.0.1:11434',
        model: 'qwen3:8b',
        price: null,
        times,
        contextTokens: 8192,
      },
      isLocal: true,
      hasSecret: false,
      createdAt,
    },
    {
      id: newId(),
      name: 'Claude',
      settings: {
        kind: 'anthropic',
        baseUrl: 'https://api.anthropic.com',
        model: 'claude-sonnet-4-5',
        price: { inputPerMillion: 3, outputPerMillion: 15, currency: 'USD' },
        times,
      },
      isLocal: false,
      hasSecret: true,
      createdAt: createdAt + 1,
    },
  ];
}

function lines(models: readonly ModelConnection[], storeId: string): readonly LedgerLine[] {
  return Array.from({ length: 24 }, (_, i): LedgerLine => {
    const model = models[i % 3 === 0 ? 0 : 1];
    const createdAt = Date.now() - i * 1_800_000 - 60_000;
    return {
      id: newId(),
      storeId,
      conversationId: null,
      task: (['draft', 'draft', 'translate', 'rewrite'] as const)[i % 4] ?? 'draft',
      modelId: model?.id ?? newId(),
      modelName: model?.name ?? '',
      host: model?.isLocal === true ? '127.0.0.1:11434' : 'api.anthropic.com',
      isLocal: model?.isLocal === true,
      size: 3_100 + i * 37,
      digest: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9',
      masked: { name: 2, mail: 1, order: i % 2 },
      state: i === 3 ? 'failed' : 'answered',
      problem: i === 3 ? { code: 'timed_out', message: 'No byte for 30 s', detail: {} } : null,
      inputTokens: i === 3 ? null : 780 + i,
      outputTokens: i === 3 ? null : 112,
      cost: i === 3 || model?.isLocal === true ? null : 0.0042,
      currency: model?.isLocal === true ? null : 'USD',
      createdAt,
      endedAt: createdAt + 2_300,
    };
  });
}

/** Two models, one on this machine, and a ledger of a day. */
export function fakeModelHandlers(state: FakeState): Pick<Handlers, ModelName> {
  const { emit } = state;
  let models = [...connectedModels()];
  const writings = new Map<string, StoreWriting>();
  const ledger = lines(models, state.world.stores[0]?.id ?? newId());
  const saved = (model: ModelConnection): ModelConnection => {
    models = [...models.filter(({ id }) => id !== model.id), model];
    emit('writing.changed', { storeId: null });
    return model;
  };
  return {
    'model.list': () => models,
    'model.save': ({ modelId, name, settings, secret }) => {
      const known = models.find(({ id }) => id === modelId);
      const isLocal = settings.kind === 'gguf' || /127\.0\.0\.1|localhost/.test(settings.baseUrl);
      const hasSecret = secret !== null || known?.hasSecret === true;
      return saved({
        id: modelId ?? newId(),
        name,
        settings,
        isLocal,
        hasSecret,
        createdAt: known?.createdAt ?? Date.now(),
      });
    },
    'model.remove': ({ modelId }) => {
      models = models.filter(({ id }) => id !== modelId);
      emit('writing.changed', { storeId: null });
      return {};
    },
    'model.probe': () => ({
      isOk: true,
      checks: (['reachable', 'key', 'model', 'answer'] as const).map((name) => ({
        name,
        isOk: true,
        problem: null,
        note: name === 'answer' ? 'Hello' : null,
      })),
    }),
    'model.names': () => ['claude-haiku-4-5', 'claude-sonnet-4-5', 'claude-opus-4-5'],
    'model.chooseFile': () => '/home/ada/models/qwen3-4b-q4.gguf',
    'writing.get': ({ storeId }) => {
      const writing = writings.get(storeId) ?? plainWriting;
      const at = Date.now() - 3_600_000;
      return { writing, changes: writings.has(storeId) ? [{ writing, who: 'Ada', at }] : [] };
    },
    'writing.save': ({ storeId, writing }) => {
      writings.set(storeId, writing);
      emit('writing.changed', { storeId });
      return writing;
    },
    'ledger.list': ({ isLocal, before }) =>
      ledger.filter(
        (line) => (isLocal ?? line.isLocal) === line.isLocal && line.createdAt < (before?.createdAt ?? 9e15),
      ),
    'ledger.body': () =>
      JSON.stringify(
        { model: 'claude-sonnet-4-5', messages: [{ role: 'user', content: 'Hello [NAME_1] …' }] },
        null,
        2,
      ),
    'ledger.uses': () =>
      models.map(({ id, name, isLocal }) => ({
        modelId: id,
        modelName: name,
        isLocal,
        calls: isLocal ? 8 : 16,
        failed: isLocal ? 0 : 1,
        inputTokens: 12_400,
        outputTokens: 1_790,
        cost: isLocal ? 0 : 0.067,
        currency: isLocal ? null : 'USD',
      })),
  };
}
