import type { ProbeReport } from '#shared/model/inbox.ts';
import { setUpProblemText } from '../../i18n/problem-text.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { TryReport } from './TryReport.tsx';

/** What a test of an inbox found, check by check. Key it by the test. */
export function ProbeResult(props: { readonly report: ProbeReport; readonly product?: string | undefined }) {
  const { t } = useText();
  const { isOk, checks } = props.report;
  const lines = checks.map(({ problem, ...check }) => ({
    ...check,
    label: t(`probe.${check.name}`),
    problem: problem === null ? null : setUpProblemText(t, problem, props.product),
  }));
  return <TryReport testId="probe-report" title={t(isOk ? 'probe.good' : 'probe.bad')} isOk={isOk} lines={lines} />;
}
