import type { ModelProblems } from '#shared/contract/writing.ts';
import { modelFailure } from './model-failure.ts';
import type { Translate } from './translate.ts';

const reasons = ['empty', 'language', 'rules', 'link', 'markup', 'long', 'facts', 'ungrounded'] as const;

/** In one line why no model worded anything: of several the last one's reason, which was the last hope. */
export function writingProblemText(t: Translate, problems: ModelProblems): string {
  const last = problems.at(-1);
  if (last === undefined) return t('writing.noModel');
  const { code, detail } = last.problem;
  const reason = code === 'answer_unsupported' ? reasons.find((known) => known === detail['reason']) : undefined;
  if (reason === undefined) return modelFailure(t, last);
  return t('writing.failed', { name: last.modelName, why: t(`writing.fault.${reason}`) });
}
