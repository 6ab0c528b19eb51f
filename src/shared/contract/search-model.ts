import { z } from 'zod';
import { ModelName, SearchModelStatus } from '../model/search-model.ts';
import { request } from './definition.ts';

/** The model by which the desk searches. Folders are named by a person in the system's own window, never by a page. */
export const searchModelRequests = {
  'searchModel.status': request(z.object({}), SearchModelStatus),
  /**
   * Takes the model in the folder that the person names, once everything is embedded with it; null where they closed
   * the window. Errors: `model_unusable`, `unsupported` without a shell.
   */
  'searchModel.chooseFolder': request(z.object({}), SearchModelStatus.nullable()),
  /** Tries the chosen folder again. Errors: `model_unusable`, `not_found` where none is missing. */
  'searchModel.tryAgain': request(z.object({}), SearchModelStatus),
  'searchModel.useBuiltIn': request(z.object({}), SearchModelStatus),
  /**
   * Begins to fetch a model, or goes on with it, and takes it when it is whole; what goes wrong is in the status.
   * Errors: `invalid_input`, `conflict` while it is in use or one is fetched, `unsupported`.
   */
  'searchModel.download': request(z.object({ host: z.string().trim().max(500), model: ModelName }), SearchModelStatus),
  /** Stops fetching; what is there is kept. */
  'searchModel.stopDownload': request(z.object({}), SearchModelStatus),
  /** Stops fetching and removes what is there. Errors: `conflict` where it has been chosen as it is. */
  'searchModel.discardDownload': request(z.object({}), SearchModelStatus),
};
