import type { CoverageChoice, CoverageReport } from '#shared/model/coverage.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { lowestReachable, ofHundred } from './coverage-scale.ts';

/** Whether some topics go by thresholds of their own, so that a store as a whole fares otherwise. */
function differs({ topics, overall, present }: CoverageReport): boolean {
  return topics.length > 0 && Math.abs(overall.coverage - present.coverage) > 0.005;
}

/** What a rate does to a hundred questions, and how sure that is. */
export function CoverageText(props: {
  readonly choice: CoverageChoice;
  readonly report: CoverageReport;
  /** Whether it is what is set now. */
  readonly isPresent: boolean;
}) {
  const { t, format } = useText();
  const { choice, report } = props;
  const { answered, wrong, wrongAtMost } = ofHundred(choice);
  const lowest = lowestReachable(report.choices);
  if (choice.threshold === null) {
    return (
      <p className="text-sm text-amber" role="status" data-testid="coverage-text">
        {t('tolerance.unreachable')} {lowest !== null && t('tolerance.lowestReachable', { rate: format.share(lowest) })}
      </p>
    );
  }
  const isKnown = report.points.length > 0;
  const now = ofHundred(report.present);
  const overall = ofHundred({ ...report.present, ...report.overall });
  return (
    <div role="status" data-testid="coverage-text">
      {isKnown && (
        <p className="text-base font-medium">
          {wrong === 0
            ? t('tolerance.ofHundredFew', { answered })
            : t('tolerance.ofHundred', { answered, wrong, most: Math.max(wrong, wrongAtMost) })}
        </p>
      )}
      {isKnown && !props.isPresent && (
        <p className="mt-0.5 text-sm text-ink-2">{t('tolerance.now', { answered: now.answered, wrong: now.wrong })}</p>
      )}
      {isKnown && props.isPresent && differs(report) && (
        <p className="mt-0.5 text-sm text-ink-2" data-testid="coverage-overall">
          {t('tolerance.overall', { answered: overall.answered, wrong: overall.wrong })}
        </p>
      )}
      {props.isPresent && report.waiting !== null && report.waiting.asked > 0 && (
        <p className="mt-0.5 text-sm text-ink-2" data-testid="coverage-waiting">
          {t('tolerance.waiting', report.waiting)}
        </p>
      )}
      <p className="mt-0.5 text-xs text-ink-3">
        {t('tolerance.from', { share: format.share(choice.threshold) })}{' '}
        {choice.basis === 'estimated' && t('tolerance.estimated')}
      </p>
    </div>
  );
}
