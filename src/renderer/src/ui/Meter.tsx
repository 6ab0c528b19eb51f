import { classNames } from './class-names.ts';
import type { Tone } from './Badge.tsx';

const fills: Record<Tone, string> = {
  neutral: 'bg-ink-3',
  accent: 'bg-accent-ink',
  amber: 'bg-amber-line',
  red: 'bg-red',
  violet: 'bg-violet',
  blue: 'bg-blue',
};

/** A share from 0 to 1 as a thin bar. `label` says what is measured. */
export function Meter(props: {
  readonly value: number;
  readonly label: string;
  readonly tone?: Tone;
  readonly className?: string;
}) {
  const value = Math.max(0, Math.min(1, props.value));
  return (
    <span
      role="meter"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={Number(value.toFixed(2))}
      className={classNames(
        'inline-block h-1 overflow-hidden rounded-full bg-sunken ring-1 ring-line',
        props.className ?? 'w-10',
      )}
    >
      <span
        className={classNames('block h-full', fills[props.tone ?? 'accent'])}
        style={{ width: `${value * 100}%` }}
      />
    </span>
  );
}
