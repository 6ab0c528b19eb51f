import { useState } from 'react';
import type { InsightPoint } from '#shared/model/insight.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { ChartFrame, chartSize } from '../../ui/ChartFrame.tsx';
import { classNames } from '../../ui/class-names.ts';
import { FigureTable } from './FigureTable.tsx';
import { axisTop } from './period.ts';

const parts = ['accepted', 'edited', 'written', 'discarded'] as const;
type Part = (typeof parts)[number];

const fills: Record<Part, string> = {
  accepted: 'fill-chart-accepted',
  edited: 'fill-chart-edited',
  written: 'fill-chart-written',
  discarded: 'fill-chart-discarded',
};
const swatches: Record<Part, string> = {
  accepted: 'bg-chart-accepted',
  edited: 'bg-chart-edited',
  written: 'bg-chart-written',
  discarded: 'bg-chart-discarded',
};

const { width, height } = chartSize;

function Bar({
  point,
  at,
  count,
  top,
  isOver,
}: {
  readonly point: InsightPoint;
  readonly at: number;
  readonly count: number;
  readonly top: number;
  readonly isOver: boolean;
}) {
  const slot = width / count;
  const bar = Math.max(3, Math.min(34, slot * 0.68));
  return (
    <g opacity={isOver ? 1 : 0.92}>
      {isOver && <rect x={at * slot} y={0} width={slot} height={height} className="fill-sunken" />}
      {parts.map((part, index) => {
        const below = parts.slice(0, index).reduce((sum, other) => sum + (point.figures?.[other] ?? 0), 0);
        const size = ((point.figures?.[part] ?? 0) / top) * height;
        const y = height - (below / top) * height - size;
        return (
          <rect
            key={part}
            x={at * slot + (slot - bar) / 2}
            y={y}
            width={bar}
            height={Math.max(0, size - 0.5)}
            className={fills[part]}
          />
        );
      })}
    </g>
  );
}

/** What was done each day or week, stacked. A click opens what is behind it; the same numbers stand in a table for those who listen. */
export function DayChart(props: {
  readonly points: readonly InsightPoint[];
  readonly title: string;
  readonly onOpen: (point: InsightPoint) => void;
}) {
  const { t, format } = useText();
  const [over, setOver] = useState<number | null>(null);
  const { points } = props;
  const totals = points.map(({ figures }) => parts.reduce((sum, part) => sum + (figures?.[part] ?? 0), 0));
  const top = axisTop(Math.max(0, ...totals));
  const shown = over === null ? undefined : points[over];
  return (
    <figure onClick={() => shown !== undefined && props.onOpen(shown)} className="cursor-pointer">
      <figcaption className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
        <span className="text-sm font-semibold">{props.title}</span>
        {parts.map((part) => (
          <span key={part} className="inline-flex items-center gap-1.5 text-ink-2">
            <span className={classNames('size-2.5 rounded-[3px]', swatches[part])} />
            {t(`act.${part}`)}
            {shown !== undefined && (
              <span className="numbers font-semibold text-ink">
                {shown.figures?.[part] ?? t('insights.withheldShort')}
              </span>
            )}
          </span>
        ))}
        <span className="numbers ml-auto text-ink-3">{shown === undefined ? '' : format.day(shown.day)}</span>
      </figcaption>
      <ChartFrame
        axis={[`${top}`, `${top / 2}`, '0']}
        ends={[points[0], points.at(-1)].map((point) => (point === undefined ? '' : format.day(point.day)))}
        onPoint={(share) => {
          const at = Math.floor((share ?? -1) * points.length);
          setOver(at >= 0 && at < points.length ? at : null);
        }}
      >
        {points.map((point, index) => (
          <Bar key={point.day} point={point} at={index} count={points.length} top={top} isOver={index === over} />
        ))}
      </ChartFrame>
      <FigureTable
        caption={props.title}
        head={t('insights.day')}
        isUnseen
        rows={points.map((point) => ({
          key: point.day,
          label: format.day(point.day),
          figures: point.figures,
          onOpen: () => props.onOpen(point),
        }))}
      />
    </figure>
  );
}
