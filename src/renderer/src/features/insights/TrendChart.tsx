import { useState } from 'react';
import type { InsightPoint } from '#shared/model/insight.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { ChartFrame, chartSize } from '../../ui/ChartFrame.tsx';
import { type FigureKind, figureOf, likelyRange } from './figure-kinds.ts';
import { axisTop } from './period.ts';
import { useFigureText } from './use-figure-text.ts';

const { width, height } = chartSize;
const minute = 60_000;

type Placed = {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
};

/** Rows of points with nothing missing between them. */
function unbroken(places: ReadonlyArray<Placed | null>): ReadonlyArray<readonly Placed[]> {
  const rows: Placed[][] = [[]];
  for (const place of places) {
    if (place === null) rows.push([]);
    else rows.at(-1)?.push(place);
  }
  return rows.filter((row) => row.length > 0);
}

const line = (points: ReadonlyArray<readonly [number, number]>): string =>
  points.map(([x, y]) => `${x},${y}`).join(' ');

/** The course of one figure, with the range it likely lies in. A click opens what is behind a point. */
export function TrendChart(props: {
  readonly points: readonly InsightPoint[];
  readonly kind: FigureKind;
  readonly onOpen: (point: InsightPoint) => void;
}) {
  const { t, format } = useText();
  const textOf = useFigureText();
  const [over, setOver] = useState<number | null>(null);
  const { points, kind } = props;
  const figures = points.map((point) => (point.figures === null ? null : figureOf(kind, point.figures)));
  const isTime = kind === 'wait';
  const top = isTime ? axisTop(Math.max(0, ...figures.map((figure) => figure?.value ?? 0)) / minute) * minute : 1;
  const slot = width / points.length;
  const places = figures.map((figure, i): Placed | null => {
    if (figure === null || figure.value === null) return null;
    const [low, high] = isTime ? [figure.value, figure.value] : likelyRange(figure);
    const y = (value: number): number => height * (1 - value / top);
    return { x: slot * (i + 0.5), y: y(figure.value), low: y(low), high: y(high), of: figure.of };
  });
  const shown = over === null ? undefined : points[over];
  const axis = (share: number): string => (isTime ? format.span(top * share) : format.percent(share));
  return (
    <figure onClick={() => shown !== undefined && props.onOpen(shown)} className="cursor-pointer" data-testid="trend">
      <figcaption className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
        <span className="text-sm font-semibold">{t(`insights.${kind}`)}</span>
        <span className="text-ink-3">{t(isTime ? 'insights.trendTime' : 'insights.trendShare')}</span>
        <span className="numbers ml-auto text-ink-2">
          {shown === undefined || over === null
            ? ''
            : `${format.day(shown.day)} · ${textOf(kind, figures[over] ?? null)}`}
        </span>
      </figcaption>
      <ChartFrame
        axis={[axis(1), axis(0.5), axis(0)]}
        ends={[points[0], points.at(-1)].map((point) => (point === undefined ? '' : format.day(point.day)))}
        onPoint={(share) => {
          const at = Math.floor((share ?? -1) * points.length);
          setOver(at >= 0 && at < points.length ? at : null);
        }}
        marks={places.map((place, i) =>
          place === null ? null : (
            <span
              key={points[i]?.day}
              className="pointer-events-none absolute size-2 -translate-1/2 rounded-full border border-raised bg-chart-accepted"
              style={{ left: `${(place.x / width) * 100}%`, top: `${(place.y / height) * 100}%` }}
            />
          ),
        )}
      >
        {over !== null && <rect x={over * slot} y={0} width={slot} height={height} className="fill-sunken" />}
        {unbroken(places).map((row) => (
          <g key={row[0]?.x}>
            <polygon
              points={line([
                ...row.map(({ x, low }) => [x, low] as const),
                ...row.toReversed().map(({ x, high }) => [x, high] as const),
              ])}
              className="fill-chart-accepted opacity-20"
            />
            {row.length === 1 && (
              <line
                x1={row[0]?.x}
                x2={row[0]?.x}
                y1={row[0]?.low}
                y2={row[0]?.high}
                className="stroke-chart-accepted opacity-40"
                strokeWidth={3}
                vectorEffect="non-scaling-stroke"
              />
            )}
            <polyline
              points={line(row.map(({ x, y }) => [x, y] as const))}
              className="fill-none stroke-chart-accepted"
              strokeWidth={2}
              vectorEffect="non-scaling-stroke"
            />
          </g>
        ))}
      </ChartFrame>
    </figure>
  );
}
