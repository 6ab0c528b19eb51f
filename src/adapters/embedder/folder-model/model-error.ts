import { AppError } from '#shared/errors.ts';

/**
 * Why a folder cannot be used. `no_model`: nothing in it is laid out as a model. `missing`: a part is. `damaged`: a
 * file is not what its name says. `shape`: it gives no vectors of sentences. `unsupported`: it wants what is not built in.
 */
export type ModelFault = 'no_model' | 'missing' | 'damaged' | 'shape' | 'unsupported';

/** The error that refuses a model folder, naming the file or part at fault. */
export function modelError(fault: ModelFault, part: string, cause?: unknown): AppError {
  return new AppError('model_unusable', `The model folder is not usable: ${fault} (${part})`, {
    detail: { fault, part },
    ...(cause === undefined ? {} : { cause }),
  });
}
