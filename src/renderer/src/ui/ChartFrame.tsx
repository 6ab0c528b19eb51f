import type { ReactNode } from 'react';

/** The drawing's own units, whatever its size on the page. */
export const chartSize = { width: 1000, height: 160 };

/** Lines at the bottom, the middle and the top of a drawing that spans all there is, with what they stand for. */
export function ChartFrame(props: {
  /** From the top down. */
  readonly axis: readonly [string, string, string];
  /** Below, from left to right. */
  readonly ends: readonly string[];
  /** The share of the width that the pointer is at, 0…1; null once it has left. */
  readonly onPoint: (share: number | null) => void;
  /** In units of `chartSize`. */
  readonly children: ReactNode;
  /** In shares of the frame, above the drawing. */
  readonly marks?: ReactNode;
}) {
  const { width, height } = chartSize;
  return (
    <div aria-hidden>
      <div className="flex gap-2">
        <div className="numbers flex h-40 w-9 flex-col justify-between text-right text-2xs leading-none text-ink-3">
          {props.axis.map((label, i) => (
            <span key={i}>{label}</span>
          ))}
        </div>
        <div
          className="relative h-40 min-w-0 flex-1"
          onPointerMove={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            props.onPoint((event.clientX - box.left) / box.width);
          }}
          onPointerLeave={() => props.onPoint(null)}
        >
          <svg
            viewBox={`0 0 ${width} ${height}`}
            preserveAspectRatio="none"
            className="absolute inset-0 size-full overflow-visible"
          >
            {[0, 0.5, 1].map((share) => (
              <line
                key={share}
                x1={0}
                x2={width}
                y1={height * share}
                y2={height * share}
                className="stroke-line"
                vectorEffect="non-scaling-stroke"
              />
            ))}
            {props.children}
          </svg>
          {props.marks}
        </div>
      </div>
      <div className="mt-1 ml-11 flex justify-between text-2xs text-ink-3">
        {props.ends.map((label, i) => (
          <span key={i}>{label}</span>
        ))}
      </div>
    </div>
  );
}
