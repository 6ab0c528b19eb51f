import { builtIn } from '#core/search-model/model-setting.ts';
import { AppError } from '#shared/errors.ts';
import type { SearchModelStatus } from '#shared/model/search-model.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';

type SearchModelName = Extract<keyof Handlers, `searchModel.${string}`>;

/** The model by which the desk searches: choosing one, fetching one, going back. */
export function searchModelHandlers(desk: Desk): Pick<Handlers, SearchModelName> {
  const { embedders, modelDownloads: downloads } = desk;
  return {
    'searchModel.status': () => searchModelStatus(desk),
    'searchModel.chooseFolder': async () => {
      const folder = await desk.host.fileDialog.choose({ what: 'folder' });
      if (folder === null) return null;
      await embedders.choose({ kind: 'folder', folder });
      return searchModelStatus(desk);
    },
    'searchModel.tryAgain': async () => {
      const { missing } = embedders.models();
      if (missing === null) throw new AppError('not_found', 'No model is missing');
      await embedders.choose({ kind: 'folder', folder: missing.folder });
      return searchModelStatus(desk);
    },
    'searchModel.useBuiltIn': async () => {
      await embedders.choose(builtIn);
      return searchModelStatus(desk);
    },
    'searchModel.download': (order) => {
      downloads.start(order);
      return searchModelStatus(desk);
    },
    'searchModel.stopDownload': async () => {
      await downloads.stop();
      return searchModelStatus(desk);
    },
    'searchModel.discardDownload': async () => {
      await downloads.discard();
      return searchModelStatus(desk);
    },
  };
}

function searchModelStatus({ deps, embedders, modelDownloads }: Desk): SearchModelStatus {
  const { current, next, missing } = embedders.models();
  return {
    current,
    next: next && { model: next, toEmbed: deps.passages.count(next.id).toEmbed },
    missing,
    download: modelDownloads.state(),
    canDownload: modelDownloads.canDownload,
  };
}
