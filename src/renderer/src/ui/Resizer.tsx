import { useState } from 'react';

/** The edge between two columns: drag it, or focus it and use the arrow keys. `grows` is the side whose column it widens. */
export function Resizer(props: {
  readonly label: string;
  readonly width: number;
  readonly min: number;
  readonly max: number;
  readonly grows: 'left' | 'right';
  readonly onChange: (width: number) => void;
}) {
  const [start, setStart] = useState<{ readonly x: number; readonly width: number } | null>(null);
  const sign = props.grows === 'left' ? 1 : -1;
  const set = (width: number): void => props.onChange(Math.round(Math.max(props.min, Math.min(props.max, width))));
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={props.label}
      aria-valuemin={props.min}
      aria-valuemax={props.max}
      aria-valuenow={props.width}
      tabIndex={0}
      data-own-keys
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setStart({ x: event.clientX, width: props.width });
      }}
      onPointerMove={(event) => {
        if (start !== null) set(start.width + sign * (event.clientX - start.x));
      }}
      onPointerUp={() => setStart(null)}
      onPointerCancel={() => setStart(null)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') set(props.width + sign * 16);
        if (event.key === 'ArrowLeft') set(props.width - sign * 16);
      }}
      className="group relative z-10 w-px shrink-0 cursor-col-resize touch-none bg-line before:absolute before:inset-y-0 before:-inset-x-1 hover:bg-accent-line focus-visible:bg-focus"
    />
  );
}
