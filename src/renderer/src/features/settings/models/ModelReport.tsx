import type { ModelProbeReport } from '#shared/model/language-model.ts';
import { problemText } from '../../../i18n/problem-text.ts';
import { useText } from '../../../i18n/TextProvider.tsx';
import { TryReport } from '../TryReport.tsx';

/** What a test of a language model found, step by step. Key it by the test. */
export function ModelReport({ report: { isOk, checks } }: { readonly report: ModelProbeReport }) {
  const { t } = useText();
  const lines = checks.map(({ problem, ...check }) => ({
    ...check,
    label: t(`models.check.${check.name}`),
    problem: problem === null ? null : problemText(t, problem),
  }));
  return <TryReport testId="model-report" title={t(isOk ? 'models.good' : 'models.bad')} isOk={isOk} lines={lines} />;
}
