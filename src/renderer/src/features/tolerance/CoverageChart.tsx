import { useId, useState } from 'react';
import type { CoverageChoice, CoveragePoint, CoverageReport } from '#shared/model/coverage.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { ChartFrame, chartSize } from '../../ui/ChartFrame.tsx';
import { classNames } from '../../ui/class-names.ts';
import { wrongTop } from './coverage-scale.ts';

const { width, height } = chartSize;

function Curve(props: {
  readonly points: readonly CoveragePoint[];
  readonly top: number;
  readonly rate: number | null;
}) {
  const clip = useId();
  const { points, top, rate } = props;
  const x = (point: CoveragePoint): number => point.coverage * width;
  const y = (share: number): number => height - (share / top) * height;
  const path = (of: (point: CoveragePoint) => number, among = points): string =>
    among.map((point) => `${x(point).toFixed(1)},${y(of(point)).toFixed(1)}`).join(' ');
  return (
    <>
      <clipPath id={clip}>
        <rect x={0} y={0} width={width} height={height} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <polygon
          points={`${path((point) => point.wrongAtMost)} ${path((point) => point.wrongAtLeast, points.toReversed())}`}
          className="fill-accent-soft"
        />
        <polyline
          points={path((point) => point.wrong)}
          fill="none"
          strokeWidth={2}
          className="stroke-accent-ink"
          vectorEffect="non-scaling-stroke"
        />
        {rate !== null && (
          <line
            x1={0}
            x2={width}
            y1={y(rate)}
            y2={y(rate)}
            strokeDasharray="5 4"
            className="stroke-amber-line"
            vectorEffect="non-scaling-stroke"
          />
        )}
      </g>
    </>
  );
}

function Dot(props: { readonly at: CoverageChoice; readonly top: number; readonly isChosen: boolean }) {
  if (props.at.threshold === null) return null;
  return (
    <span
      style={{
        left: `${props.at.coverage * 100}%`,
        top: `${100 - Math.min(1, props.at.wrong / props.top) * 100}%`,
      }}
      className={classNames(
        'absolute size-3 -translate-x-1/2 -translate-y-1/2 rounded-full border-2',
        props.isChosen ? 'border-raised bg-accent-ink' : 'border-ink-3 bg-raised',
      )}
    />
  );
}

function CurveTable({ points }: { readonly points: readonly CoveragePoint[] }) {
  const { t, format } = useText();
  return (
    <table className="sr-only">
      <caption>{t('tolerance.curve')}</caption>
      <thead>
        <tr>
          <th>{t('tolerance.threshold')}</th>
          <th>{t('tolerance.answered')}</th>
          <th>{t('tolerance.wrong')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.threshold}>
            <th>{format.share(point.threshold)}</th>
            <td>{format.share(point.coverage)}</td>
            <td>{format.share(point.wrong)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function nearestPoint(points: readonly CoveragePoint[], coverage: number): number {
  const distances = points.map((point) => Math.abs(point.coverage - coverage));
  return distances.indexOf(Math.min(...distances));
}

/** Share answered against share wrong. The same numbers stand in a table for those who listen. */
export function CoverageChart(props: {
  readonly report: CoverageReport;
  readonly chosen: CoverageChoice;
  /** Whether what is chosen is what is set now. */
  readonly isPresent: boolean;
}) {
  const { t, format } = useText();
  const { report, chosen } = props;
  const [over, setOver] = useState<number | null>(null);
  const { points, present } = report;
  if (points.length === 0) return null;
  const top = wrongTop([chosen, present, report.usual]);
  const shown = over === null ? undefined : points[over];
  return (
    <figure data-testid="coverage-chart">
      <figcaption className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-ink-2">
        <span className="text-sm font-semibold text-ink">{t('tolerance.curve')}</span>
        <span className="inline-flex items-center gap-1.5">
          <span className="size-2.5 rounded-full bg-accent-ink" />
          {t(props.isPresent ? 'tolerance.present' : 'tolerance.chosen')}
        </span>
        {!props.isPresent && (
          <span className="inline-flex items-center gap-1.5">
            <span className="size-2.5 rounded-full border-2 border-ink-3" />
            {t('tolerance.present')}
          </span>
        )}
        <span className="inline-flex items-center gap-1.5">
          <span className="h-2.5 w-4 rounded-[3px] bg-accent-soft ring-1 ring-accent-line" />
          {t('tolerance.band')}
        </span>
        <span className="numbers ml-auto text-ink-3">
          {shown !== undefined &&
            t('tolerance.point', {
              answered: format.share(shown.coverage),
              wrong: format.share(shown.wrong),
              least: format.share(shown.wrongAtLeast),
              most: format.share(shown.wrongAtMost),
            })}
        </span>
      </figcaption>
      <ChartFrame
        axis={[format.share(top), format.share(top / 2), format.share(0)]}
        ends={[format.share(0), t('tolerance.axis'), format.share(1)]}
        onPoint={(share) => setOver(share === null ? null : nearestPoint(points, share))}
        marks={
          <>
            {!props.isPresent && <Dot at={present} top={top} isChosen={false} />}
            <Dot at={chosen} top={top} isChosen />
          </>
        }
      >
        <Curve points={points} top={top} rate={chosen.rate} />
      </ChartFrame>
      <CurveTable points={points} />
    </figure>
  );
}
