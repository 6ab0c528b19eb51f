import type { SearchModel, SearchModelStatus } from '#shared/model/search-model.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { FakeState } from './fake-state.ts';

type SearchModelName = Extract<keyof Handlers, `searchModel.${string}`>;

const builtIn: SearchModel = {
  kind: 'built-in',
  name: 'all-MiniLM-L6-v2',
  folder: null,
  id: 'all-MiniLM-L6-v2/fp16/1',
  bytes: 45_600_000,
  dimensions: 384,
  languages: 'english',
};
const owned: SearchModel = {
  kind: 'folder',
  name: 'multilingual-e5-small',
  folder: '/home/noor/models/multilingual-e5-small',
  id: 'multilingual-e5-small/53aa51172d142c89/1',
  bytes: 487_000_000,
  dimensions: 384,
  languages: 'many',
};

/** The search model of the stand-in backend: a folder is always the same one, and a download never ends. */
export function fakeSearchModelHandlers(state: FakeState): Pick<Handlers, SearchModelName> {
  let status: SearchModelStatus = { current: builtIn, next: null, missing: null, download: null, canDownload: true };
  const become = (change: Partial<SearchModelStatus>): SearchModelStatus => {
    status = { ...status, ...change };
    state.emit('desk.statusChanged', {});
    return status;
  };
  return {
    'searchModel.status': () => status,
    'searchModel.chooseFolder': () => become({ next: { model: owned, toEmbed: 812 } }),
    'searchModel.tryAgain': () => become({ missing: null }),
    'searchModel.useBuiltIn': () => become({ current: builtIn, next: null, missing: null }),
    'searchModel.download': (order) =>
      become({
        download: {
          ...order,
          phase: 'running',
          file: 'onnx/model_quantized.onnx',
          doneBytes: 41_000_000,
          totalBytes: 118_000_000,
          problem: null,
        },
      }),
    'searchModel.stopDownload': () => become({ download: status.download && { ...status.download, phase: 'stopped' } }),
    'searchModel.discardDownload': () => become({ download: null }),
  };
}
