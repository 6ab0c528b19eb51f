import type { InsightReport, TimeSaved } from '#shared/model/insight.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { type FigureKind, figureKinds, figureOf } from './figure-kinds.ts';
import { useFigureText } from './use-figure-text.ts';

const look = 'flex min-w-0 flex-col items-start rounded-xl border bg-raised px-4 pt-3 pb-2.5 text-left';

function Saved({ saved }: { readonly saved: TimeSaved | null }) {
  const { t, format } = useText();
  const span = (ms: number): string => (ms < 0 ? `−${format.span(-ms)}` : format.span(ms));
  const isPlain = saved !== null && (saved.low > 0 || saved.high < 0);
  return (
    <div className={classNames(look, 'border-line')} data-testid="figure-saved">
      <span className="block truncate text-xs text-ink-2">{t('insights.saved')}</span>
      <span className="numbers block text-xl font-semibold tracking-tight whitespace-nowrap">
        {saved === null || !isPlain ? '–' : `≈ ${span(saved.ms)}`}
      </span>
      <span className="numbers block text-2xs text-ink-3">
        {saved === null
          ? t('insights.savedNone')
          : isPlain
            ? t('insights.savedBetween', { low: span(saved.low), high: span(saved.high) })
            : t('insights.savedUnclear')}
      </span>
    </div>
  );
}

/** The few figures a lead looks at first. One of them is drawn below. */
export function TopFigures(props: {
  readonly report: InsightReport;
  readonly chosen: FigureKind;
  readonly onChoose: (kind: FigureKind) => void;
}) {
  const { t } = useText();
  const textOf = useFigureText();
  const { figures, before, timeSaved } = props.report;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))] gap-3">
        {figureKinds.map((kind) => {
          const earlier = before === null ? null : figureOf(kind, before);
          return (
            <button
              key={kind}
              type="button"
              data-testid={`figure-${kind}`}
              aria-pressed={props.chosen === kind}
              title={t(`insights.${kind}Means`)}
              onClick={() => props.onChoose(kind)}
              className={classNames(
                look,
                props.chosen === kind ? 'border-accent-ink' : 'border-line hover:border-line-strong',
              )}
            >
              <span className="block max-w-full truncate text-xs text-ink-2">{t(`insights.${kind}`)}</span>
              <span className="numbers block text-xl font-semibold tracking-tight whitespace-nowrap">
                {textOf(kind, figures === null ? null : figureOf(kind, figures))}
              </span>
              <span className="numbers block text-2xs text-ink-3">
                {earlier?.value == null
                  ? t('insights.noBefore')
                  : t('insights.before', { value: textOf(kind, earlier) })}
              </span>
            </button>
          );
        })}
        <Saved saved={timeSaved} />
      </div>
      <p className="text-xs text-ink-3" data-testid="insights-saved-how">
        {timeSaved === null
          ? t('insights.savedWhy')
          : t('insights.savedHow', {
              drafted: timeSaved.comparedDrafted,
              written: timeSaved.comparedByHand,
              replies: timeSaved.replies,
            })}
      </p>
    </div>
  );
}
