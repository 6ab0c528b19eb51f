import { CircleCheck, CircleX } from 'lucide-react';
import type { ModelProbeReport } from '#shared/model/language-model.ts';
import { problemText } from '../../../i18n/problem-text.ts';
import { useText } from '../../../i18n/TextProvider.tsx';
import { classNames } from '../../../ui/class-names.ts';

/** What a connection test found, step by step. Key it by the test. */
export function ModelReport({ report }: { readonly report: ModelProbeReport }) {
  const { t } = useText();
  return (
    <section
      aria-live="polite"
      data-testid="model-report"
      data-ok={report.isOk}
      className={classNames(
        'rounded-lg border p-3',
        report.isOk ? 'border-accent-line bg-accent-soft' : 'border-red-line bg-red-soft',
      )}
    >
      <h3 className="mb-1.5 text-sm font-semibold">{t(report.isOk ? 'models.good' : 'models.bad')}</h3>
      <ul className="flex flex-col gap-1.5">
        {report.checks.map((check) => {
          const problem = check.problem === null ? null : problemText(t, check.problem);
          return (
            <li key={check.name} className="flex items-start gap-2 text-sm">
              {check.isOk ? (
                <CircleCheck size={15} className="mt-0.5 shrink-0 text-accent-ink" />
              ) : (
                <CircleX size={15} className="mt-0.5 shrink-0 text-red" />
              )}
              <div>
                <p>
                  {t(`models.check.${check.name}`)}
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
