import { CircleCheck, CircleX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ProbeReport } from '#shared/model/inbox.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { setUpProblemText } from '../../i18n/problem-text.ts';
import { classNames } from '../../ui/class-names.ts';

/** What a connection test found, check by check, each with its remedy; comes into view. Key it by the test. */
export function ProbeResult({
  report,
  product,
}: {
  readonly report: ProbeReport;
  readonly product?: string | undefined;
}) {
  const { t } = useText();
  const box = useRef<HTMLElement>(null);
  useEffect(() => void box.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <section
      ref={box}
      aria-live="polite"
      data-testid="probe-report"
      data-ok={report.isOk}
      className={classNames(
        'rounded-lg border p-3',
        report.isOk ? 'border-accent-line bg-accent-soft' : 'border-red-line bg-red-soft',
      )}
    >
      <h3 className="mb-1.5 text-sm font-semibold">{t(report.isOk ? 'probe.good' : 'probe.bad')}</h3>
      <ul className="flex flex-col gap-1.5">
        {report.checks.map((check) => {
          const problem = check.problem === null ? null : setUpProblemText(t, check.problem, product);
          return (
            <li key={check.name} className="flex items-start gap-2 text-sm">
              {check.isOk ? (
                <CircleCheck size={15} className="mt-0.5 shrink-0 text-accent-ink" />
              ) : (
                <CircleX size={15} className="mt-0.5 shrink-0 text-red" />
              )}
              <div>
                <p>
                  {t(`probe.${check.name}`)}
                  {check.note !== null && <span className="text-ink-3"> · {check.note}</span>}
                </p>
                {problem !== null && (
                  <p className="text-xs text-ink-2">
                    {problem.what} {problem.remedy}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
