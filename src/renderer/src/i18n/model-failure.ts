import type { Problem } from '#shared/errors.ts';
import { problemText } from './problem-text.ts';
import type { Translate } from './translate.ts';

/** Why a model did not answer, with its name; a key is what it refuses, never a password. */
export function modelFailure(
  t: Translate,
  { modelName, problem }: { readonly modelName: string; readonly problem: Problem },
): string {
  const why = problemText(t, problem, modelName).what;
  return why.includes(modelName) ? why : t('writing.failed', { name: modelName, why });
}
