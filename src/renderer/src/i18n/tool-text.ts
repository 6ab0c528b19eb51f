import type { Problem } from '#shared/errors.ts';
import { modelFailure } from './model-failure.ts';
import type { Translate } from './translate.ts';

const faults = [
  'empty',
  'language',
  'rules',
  'length',
  'kept',
  'link',
  'facts',
  'negation',
  'promise',
  'name',
  'meaning',
] as const;

/** Why a model was not heard, in a few words. */
export function modelProblemText(
  t: Translate,
  { modelName, problem }: { readonly modelName: string; readonly problem: Problem },
): string {
  const fault = faults.find((known) => problem.code === 'answer_unsupported' && known === problem.detail['reason']);
  if (fault !== undefined) return t(`toolFault.${fault}`, { name: modelName });
  if (problem.detail['reason'] === 'too_long') return t('writing.failed', { name: modelName, why: t('tools.tooLong') });
  return modelFailure(t, { modelName, problem });
}
