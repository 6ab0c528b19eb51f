import { useState } from 'react';
import type { Insights } from '#shared/model/insight.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { ChartFrame, chartSize } from '../../ui/ChartFrame.tsx';
import { classNames } from '../../ui/class-names.ts';
import { axisTop } from './period.ts';

type Day = Insights['days'][number];
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
  day,
  at,
  count,
  top,
  isOver,
}: {
  readonly day: Day;
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
        const below = parts.slice(0, index).reduce((sum, other) => sum + day.counts[other], 0);
        const size = (day.counts[part] / top) * height;
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

function DayTable({ days }: { readonly days: readonly Day[] }) {
  const { t, format } = useText();
  return (
    <table className="sr-only">
      <caption>{t('insights.perDay')}</caption>
      <thead>
        <tr>
          <th>{t('insights.day')}</th>
          {parts.map((part) => (
            <th key={part}>{t(`act.${part}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.day}>
            <th>{format.day(day.day)}</th>
            {parts.map((part) => (
              <td key={part}>{day.counts[part]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was done each day, stacked. The same numbers stand in a table for those who listen. */
export function DayChart({ days }: { readonly days: readonly Day[] }) {
  const { t, format } = useText();
  const [over, setOver] = useState<number | null>(null);
  const totals = days.map((day) => parts.reduce((sum, part) => sum + day.counts[part], 0));
  const top = axisTop(Math.max(0, ...totals));
  const shown = over === null ? undefined : days[over];
  const first = days[0];
  const last = days.at(-1);
  return (
    <figure>
      <figcaption className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
        <span className="text-sm font-semibold">{t('insights.perDay')}</span>
        {parts.map((part) => (
          <span key={part} className="inline-flex items-center gap-1.5 text-ink-2">
            <span className={classNames('size-2.5 rounded-[3px]', swatches[part])} />
            {t(`act.${part}`)}
            {shown !== undefined && <span className="numbers font-semibold text-ink">{shown.counts[part]}</span>}
          </span>
        ))}
        <span className="numbers ml-auto text-ink-3">{shown === undefined ? '' : format.day(shown.day)}</span>
      </figcaption>
      <ChartFrame
        axis={[`${top}`, `${top / 2}`, '0']}
        ends={[first, last].map((day) => (day === undefined ? '' : format.day(day.day)))}
        onPoint={(share) => {
          const at = Math.floor((share ?? -1) * days.length);
          setOver(at >= 0 && at < days.length ? at : null);
        }}
      >
        {days.map((day, index) => (
          <Bar key={day.day} day={day} at={index} count={days.length} top={top} isOver={index === over} />
        ))}
      </ChartFrame>
      <DayTable days={days} />
    </figure>
  );
}
