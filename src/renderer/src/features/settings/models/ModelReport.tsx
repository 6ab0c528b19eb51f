import type { ModelProbeReport } from '#shared/model/language-model.ts';
import { problemText } from '../../../i18n/problem-text.ts';
import { useText } from '../../../i18n/TextProvider.tsx';
import { TryReport } from '../TryReport.tsx';

/** What a test of a language model found, step by step. Key it by the test. */
export function ModelReport(props: { readonly report: ModelProbeReport; readonly product: string }) {
  const { t } = useText();
  const { isOk, checks } = props.report;
  const lines = checks.map(({ problem, ...check }) => ({
    ...check,
    label: t(`models.check.${check.name}`),
    problem: problem === null ? null : problemText(t, problem, props.product),
  }));
  return <TryReport testId="model-report" title={t(isOk ? 'models.good' : 'models.bad')} isOk={isOk} lines={lines} />;
}
